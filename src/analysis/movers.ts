import type { Dimension } from '../data/queries/breakdown';
import { type Amount, amount, sumOf } from '../domain/amount';
import { type Change, type Comparison, changeOf } from '../domain/change';
import type { Answer } from './breakdown';

/** Share of the whole change from which one value is said to be the main part of it. */
const MAIN_SHARE = 0.5;
/** Share from which it is worth naming. */
const NAMED_SHARE = 0.25;

/** A value whose complaints moved: the month against the months before it. */
export interface Mover {
  readonly dimension: Dimension;
  readonly value: string | null;
  readonly month: Amount;
  readonly change: Change;
}

/** The value that explains most of a change. */
export interface Leader {
  readonly mover: Mover;
  /** It is half of the change or more. */
  readonly main: boolean;
}

/**
 * How each value of a dimension moved, in no order.
 * @param answer by period and that dimension
 * @param reference first days of the months that the month is compared with
 */
export function moversOf(
  answer: Answer,
  month: string,
  reference: readonly string[],
  comparison: Omit<Comparison, 'periods'>,
): Mover[] {
  const counts = new Map<string | null, Map<string, number>>();
  for (const { keys, n } of answer.groups) {
    const [period, value = null] = keys;
    const known = counts.get(value) ?? new Map<string, number>();
    counts.set(value, known.set(period ?? '', n));
  }
  const dimension = answer.dimensions[1] ?? '';
  return [...counts].map(([value, known]) => {
    const of = (period: string) => amount(known.get(period) ?? 0, answer.units([period, value]));
    const now = of(month);
    const change = changeOf(now, sumOf(reference.map(of)), { ...comparison, periods: reference.length });
    return { dimension, value, month: now, change };
  });
}

/** The movers with the most complaints more or fewer than before, at most `limit`; one that did not move is none. */
export function topMovers(movers: readonly Mover[], limit: number): Mover[] {
  return movers
    .filter(({ change }) => change.excess !== 0)
    .sort((a, b) => Math.abs(b.change.excess) - Math.abs(a.change.excess))
    .slice(0, limit);
}

/** The named value of a dimension that explains a change beyond chance best, if it explains enough of it. */
export function leaderOf(change: Change, movers: readonly Mover[], dimension: Dimension): Leader | undefined {
  if (change.tendency !== 'up' && change.tendency !== 'down') return undefined;
  const candidates = movers.filter((mover) => mover.dimension === dimension && mover.value !== null);
  const share = ({ change: { excess } }: Mover) => excess / change.excess;
  const mover = candidates.reduce<Mover | undefined>(
    (best, candidate) => (best === undefined || share(candidate) > share(best) ? candidate : best),
    undefined,
  );
  if (mover === undefined || share(mover) < NAMED_SHARE) return undefined;
  return { mover, main: share(mover) >= MAIN_SHARE };
}
