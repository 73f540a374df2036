import type { FunnelLimit, FunnelPoint } from '../../analysis/signals/types';

/** Where a point lies in its funnel. */
export type Position = 'above998' | 'above95' | 'within' | 'below';

/** @param limits rising `expected`, from the smallest point to the largest */
export function positionOf(
  { expected, ratio }: Pick<FunnelPoint, 'expected' | 'ratio'>,
  limits: readonly FunnelLimit[],
): Position {
  const [low, high] = around(expected, limits);
  if (low === undefined || high === undefined) return 'within';
  const span = high.expected - low.expected;
  const share = span > 0 ? (expected - low.expected) / span : 0;
  const between = (at: (limit: FunnelLimit) => number) => at(low) + share * (at(high) - at(low));
  if (ratio > between(({ high998 }) => high998)) return 'above998';
  if (ratio > between(({ high95 }) => high95)) return 'above95';
  return ratio < between(({ low95 }) => low95) ? 'below' : 'within';
}

/** The last limit at or below an expected count, and the first above it. */
function around(expected: number, limits: readonly FunnelLimit[]): [FunnelLimit | undefined, FunnelLimit | undefined] {
  let [from, until] = [0, limits.length - 1];
  while (until - from > 1) {
    const middle = (from + until) >> 1;
    if ((limits[middle]?.expected ?? 0) <= expected) from = middle;
    else until = middle;
  }
  return [limits[from], limits[Math.max(from, until)]];
}
