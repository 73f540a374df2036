import { useTranslation } from 'react-i18next';
import { Select } from '../../../ui/Select';
import { useControlView } from '../../../ui/view/view-state';

/** Bars or a control chart. */
export function FormSelect() {
  const { t } = useTranslation();
  const [{ shown }, change] = useControlView();
  return (
    <Select
      label={t('control.form')}
      value={shown ? 'control' : 'bars'}
      options={[
        { value: 'bars', label: t('control.bars') },
        { value: 'control', label: t('control.chart') },
      ]}
      onChange={(form) => change({ shown: form === 'control' })}
      outlined
    />
  );
}
