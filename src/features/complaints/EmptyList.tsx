import { useTranslation } from 'react-i18next';
import { type ListRequest, type ListTotals, waysOut } from '../../analysis/complaints';
import { type Predicate, sameScope } from '../../domain/scope';
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
  const { data: ways = [] } = useAnswer('ways out', request, waysOut);
  const others = request.listed === 'tickets' ? 0 : (totals?.tickets ?? 0);
  const helps = ways.length > 0 || others > 0;
  const named = (predicates: readonly Predicate[]) =>
    predicates.map((predicate) => predicateText(predicate, { t, labels })).join(t('common.listSeparator'));
  return (
    <EmptyState
      title={t('complaints.empty')}
      action={
        <>
          {others > 0 && (
            <TextButton onClick={() => setAll(true)}>{t('complaints.emptyTickets', { count: others })}</TextButton>
          )}
          {ways.map(({ without, rows }) => (
            <TextButton
              key={JSON.stringify(without)}
              onClick={() =>
                setScope(scope.filter((predicate) => !without.some((gone) => sameScope([gone], [predicate]))))
              }
            >
              {t('complaints.emptyWithout', { filter: named(without), count: rows })}
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
