import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../ui/Figure';

/** Height of the place in pixels. */
const HEIGHT = 140;

/** In place of the time axis where no complaint has a time. */
export function NoTime() {
  const { t } = useTranslation();
  return (
    <Figure
      title={t('trends.noTime')}
      state={{
        kind: 'cannot',
        because: t('trends.noTimeBecause'),
        hint: t('trends.noTimeHint'),
        action: <Link to="/data">{t('welcome.look')}</Link>,
      }}
      height={HEIGHT}
    >
      {null}
    </Figure>
  );
}
