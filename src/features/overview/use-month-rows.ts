import type { MeasureId } from '../../domain/measure';
import { type Predicate, without } from '../../domain/scope';
import { isPeriod, useDrill } from '../../ui/view/drill';
import { useScope } from '../../ui/view/view-state';

/** Opens the complaints of the month under review, in place of the scope's own period: that may reach beyond the last complete month. */
export function useMonthRows(month: string): (predicates?: readonly Predicate[], measure?: MeasureId) => void {
  const { scope } = useScope();
  const { openRows } = useDrill(without(scope, 'received_at', 'period'));
  return (predicates = [], measure) => openRows([...predicates, isPeriod('month', month)], measure);
}
