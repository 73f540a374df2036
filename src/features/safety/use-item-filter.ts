import { useMemo } from 'react';
import { useItemChoice } from '../../ui/view/view-state';
import type { ItemFilter } from './item-filter';

/** Which items the list shows, as the URL says it: a link shows the same list, and Back takes a choice back. */
export function useItemFilter(): [ItemFilter, (filter: ItemFilter) => void] {
  const [{ list, why, what, on }, choose] = useItemChoice();
  const filter = useMemo<ItemFilter>(
    () => ({ state: list ?? 'open', reason: why ?? '', problem: what ?? '', model: on ?? '' }),
    [list, why, what, on],
  );
  const change = ({ state, reason, problem, model }: ItemFilter) =>
    choose({
      list: state === 'open' ? undefined : state,
      why: reason || undefined,
      what: problem || undefined,
      on: model || undefined,
    });
  return [filter, change];
}
