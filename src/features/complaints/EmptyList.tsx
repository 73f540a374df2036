import { useTranslation } from 'react-i18next';
import { type ListRequest, type ListTotals, whatEmpties } from '../../analysis/complaints';
import { useAnswer } from '../../session/hooks';
import { EmptyState } from '../../ui/EmptyState';
import { useLabels } from '../../ui/labels';
import { predicateText } from '../../ui/scope-text';
import { TextButton } from '../../ui/TextButton';
import { useAllTickets, useScope } from '../../ui/view/view-state';

interface EmptyListProps {
  readonly request: ListRequest;
  readonly totals: ListTotals | undefined;
}

/** For a list without rows: what to take back to see some, and how many there would be. */
export function EmptyList({ request, totals }: EmptyListProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { scope, setScope, clear } = useScope();
  const [, setAll] = useAllTickets();
  const { data: culprits = [] } = useAnswer('what empties', request, whatEmpties);
  const others = request.listed === 'tickets' ? 0 : (totals?.tickets ?? 0);
  const helps = culprits.length > 0 || others > 0;
  return (
    <EmptyState
      title={t('complaints.empty')}
      action={
        <>
          {others > 0 && (
            <TextButton onClick={() => setAll(true)}>{t('complaints.emptyTickets', { count: others })}</TextButton>
          )}
          {culprits.map(({ predicate, rows }) => (
            <TextButton
              key={JSON.stringify(predicate)}
              onClick={() => setScope(scope.filter((other) => JSON.stringify(other) !== JSON.stringify(predicate)))}
            >
              {t('complaints.emptyWithout', { filter: predicateText(predicate, { t, labels }), count: rows })}
            </TextButton>
          ))}
          {!helps && scope.length > 0 && <TextButton onClick={clear}>{t('scope.clear')}</TextButton>}
        </>
      }
    >
      {helps ? t('complaints.emptyHint') : t('complaints.emptyAll')}
    </EmptyState>
  );
}
