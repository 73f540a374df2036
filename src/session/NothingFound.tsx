import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState';
import { TextButton } from '../ui/TextButton';
import { useScope } from '../ui/view/view-state';

/** Stands where a scope leaves no complaint of the measure, with the way back. */
export function NothingFound() {
  const { t } = useTranslation();
  const { scope, clear } = useScope();
  return (
    <EmptyState
      title={t('trends.nothing')}
      action={scope.length > 0 ? <TextButton onClick={clear}>{t('scope.clear')}</TextButton> : undefined}
    >
      {scope.length > 0 ? t('trends.nothingHint') : t('trends.nothingAtAll')}
    </EmptyState>
  );
}
