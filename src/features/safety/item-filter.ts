import { reasonsOf, type SafetyItem } from '../../analysis/safety';
import { problemOf } from '../../analysis/safety-problems';
import type { Standing } from '../../domain/safety-acts';

export const ITEM_STATES = ['open', 'closed', 'denied', 'all'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Which items the list shows. */
export interface ItemFilter {
  readonly state: ItemState;
  /** Code of a reason (`reasonsOf`), or '' for any. */
  readonly reason: string;
  /** As `problemOf` names it, or '' for any. */
  readonly problem: string;
  /** '' for every model. */
  readonly model: string;
}

export const NO_FILTER: ItemFilter = { state: 'open', reason: '', problem: '', model: '' };

export interface ItemSets {
  readonly items: readonly SafetyItem[];
  readonly denials: readonly SafetyItem[];
  readonly standings: ReadonlyMap<string, Standing>;
}

export function isClosed(key: string, standings: ItemSets['standings']): boolean {
  return standings.get(key)?.closed !== undefined;
}

/** Whether it waits for somebody to close it; what only denies a word does not, and closing it would hide what another list of words finds. */
export function isOpen(item: SafetyItem, standings: ItemSets['standings']): boolean {
  return reasonsOf(item).length > 0 && !isClosed(item.key, standings);
}

/** The items of each state, before anything narrows them. */
export function itemsByState({
  items,
  denials,
  standings,
}: ItemSets): Readonly<Record<ItemState, readonly SafetyItem[]>> {
  return {
    open: items.filter((item) => isOpen(item, standings)),
    closed: items.filter(({ key }) => isClosed(key, standings)),
    denied: denials,
    all: items,
  };
}

export function narrowed(items: readonly SafetyItem[], { reason, problem, model }: ItemFilter): SafetyItem[] {
  return items.filter(
    (item) =>
      (problem === '' || problemOf(item) === problem) &&
      (model === '' || item.model === model) &&
      (reason === '' || reasonsOf(item).includes(reason) || (item.words.length === 0 && item.denied.includes(reason))),
  );
}

/** What the items offer to choose from, the most frequent first. */
export function choicesOf(items: readonly SafetyItem[], of: (item: SafetyItem) => readonly string[]) {
  const counts = new Map<string, number>();
  for (const item of items) for (const value of of(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}

/** Reasons that an item has now and had not when it was closed. */
export function laterReasons(item: SafetyItem, standing: Standing | undefined): string[] {
  const then = standing?.closed?.items[item.key];
  return then === undefined ? [] : reasonsOf(item).filter((reason) => !then.includes(reason));
}
