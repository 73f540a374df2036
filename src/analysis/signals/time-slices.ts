import { type ShareTotals, shareTail } from '../../stats/share-ratio';
import { type Candidate, FEWEST } from './candidate';
import type { ModeScan } from './mode-scan';
import type { SliceDimension } from './types';

/** Complete months that are held against those before. */
export const RECENT = 3;
/** Complete months before them that a comparison takes. */
const EARLIER = 6;
const YEAR = 12;
/** p above which nothing is kept. */
const LARGEST = 0.05;

export const FEWEST_MONTHS = RECENT + EARLIER;

/** A product, or all of them, whose latest months are compared with its past. */
export interface Product {
  readonly dimension: SliceDimension;
  readonly values: readonly string[];
  readonly has: (batch: number) => boolean;
}

interface MonthSums {
  readonly n: Float64Array;
  readonly e: Float64Array;
}

/**
 * The latest complete months of a product against all before, at equal age; with two years of data also against the same months a year
 * before, so that a season is no signal. Undefined where there is too little past, or nothing that rose.
 */
export function timeCandidate(scan: ModeScan, product: Product, dispersion: number): Candidate | undefined {
  const sums = monthSums(scan, product, undefined);
  const p = tailAt(sums, scan.ground.lived.months.count, dispersion);
  return p > LARGEST ? undefined : productCandidate(scan, product, p, dispersion);
}

/** The same, whether it rose or not. */
export function productCandidate(scan: ModeScan, product: Product, p: number, dispersion: number): Candidate {
  const { lived } = scan.ground;
  const { count } = lived.months;
  const sums = monthSums(scan, product, undefined);
  const isRecent = (t: number) => t >= count - RECENT;
  const recentOf = (b: number) => {
    let n = 0;
    for (let t = count - RECENT; t < count; t += 1) n += scan.grid.n[b * count + t] ?? 0;
    return n;
  };
  return {
    dimension: product.dimension,
    values: product.values,
    basis: 'ownPast',
    totals: totalsAt(sums, count),
    p,
    family: product.dimension.join(),
    among: 1,
    units: () => lived.units.reduce((sum, own, b) => (product.has(b) ? sum + own : sum), 0),
    places: () => [{ events: totalsAt(sums, count).shared, share: 1 }],
    adjusted: (factor) => totalsAt(monthSums(scan, product, factor), count),
    parts: () =>
      Array.from({ length: lived.batches }, (_, b) => b).flatMap((b) => {
        const n = product.has(b) ? recentOf(b) : 0;
        return n > 0 ? [[b, n, 1] as const] : [];
      }),
    course: () => ({ n: sums.n, expected: sums.e }),
    firstAlarm(threshold) {
      for (let end = FEWEST_MONTHS; end <= count; end += 1)
        if (totalsAt(sums, end).shared >= FEWEST && tailAt(sums, end, dispersion) <= threshold) return end - 1;
      return null;
    },
    gravity() {
      let [n, severe, safety] = [0, 0, 0];
      scan.cells.batch.forEach((b, at) => {
        if (!product.has(b) || !isRecent(scan.cells.month[at] ?? 0)) return;
        const [own, gravity] = [scan.cells.n[at] ?? 0, scan.cells.gravity[at] ?? 0];
        n += own;
        if (gravity > 0) severe += own;
        if (gravity > 1) safety += own;
      });
      return { n, severe, safety };
    },
  };
}

function monthSums(scan: ModeScan, { has }: Product, factor: Float64Array | undefined): MonthSums {
  const { lived } = scan.ground;
  const { count } = lived.months;
  const sums = { n: new Float64Array(count), e: new Float64Array(count) };
  for (let b = 0; b < lived.batches; b += 1) {
    if (!has(b) || !((scan.e[b] ?? 0) > 0)) continue;
    for (let t = 0; t < count; t += 1) {
      sums.n[t] = (sums.n[t] ?? 0) + (scan.grid.n[b * count + t] ?? 0);
      sums.e[t] = (sums.e[t] ?? 0) + (scan.grid.e[b * count + t] ?? 0) * (factor?.[b] ?? 1);
    }
  }
  return sums;
}

/** The recent months up to one (not included) as a slice of all before its end. */
function totalsAt({ n, e }: MonthSums, end: number): ShareTotals {
  const sum = (of: Float64Array, from: number) =>
    of.subarray(Math.max(0, from), end).reduce((all, one) => all + one, 0);
  const first = sum(e, end - RECENT);
  return { events: sum(n, 0), exposure: sum(e, 0), shared: sum(n, end - RECENT), first, second: first };
}

/** p of the recent months against all before and, where there are two years, against the same months a year before. */
function tailAt(sums: MonthSums, end: number, dispersion: number): number {
  const all = totalsAt(sums, end);
  if (end < FEWEST_MONTHS || all.shared * all.exposure <= all.events * all.first) return 1;
  const p = shareTail(all, dispersion);
  if (end < 2 * YEAR) return p;
  const before = totalsAt(sums, end - YEAR);
  const season = {
    ...all,
    events: all.shared + before.shared,
    exposure: all.first + before.first,
  };
  return season.shared * season.exposure <= season.events * season.first
    ? 1
    : Math.max(p, shareTail(season, dispersion));
}
