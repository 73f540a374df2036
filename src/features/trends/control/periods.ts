import type { SeriesChart } from '../../../analysis/series/types';
import { type Grain, periodOf, periodsBetween } from '../../../domain/period';

/**
 * The periods that a chart spans, to choose from; of a chart of events those that its events fall into.
 * @param chosen days that a link names, which may lie beside them
 */
export function periodsOf(
  { points }: SeriesChart,
  grain: Grain,
  chosen: readonly (string | undefined)[] = [],
): string[] {
  const [first, last] = [points[0]?.from, points.at(-1)?.from];
  const spanned = first === undefined || last === undefined ? [] : periodsBetween(grain, first, last);
  const named = chosen.flatMap((day) => (day === undefined ? [] : [periodOf(grain, day)]));
  return [...new Set([...spanned, ...named])].sort();
}
