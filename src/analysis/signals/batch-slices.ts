import { type ShareTotals, shareTail } from '../../stats/share-ratio';
import { type Candidate, firstPassing } from './candidate';
import { type Membership, type Slice, slicesOf } from './membership';
import type { ModeScan } from './mode-scan';
import type { SliceDimension } from './types';

/** A dimension whose values hold batches, or shares of them. */
export interface BatchDimension {
  readonly dimension: SliceDimension;
  readonly membership: Membership;
  /** By value. */
  readonly slices: readonly Slice[];
  /** By value: the family that it belongs to, and how many belong to it. */
  readonly families: readonly { readonly name: string; readonly size: number }[];
  readonly exposure: KnownExposure;
}

export function batchDimension(dimension: SliceDimension, membership: Membership): BatchDimension {
  const { values, kinds } = membership;
  const sizes = new Map<string, number>();
  for (const [at] of values.entries()) sizes.set(kinds?.[at] ?? '', (sizes.get(kinds?.[at] ?? '') ?? 0) + 1);
  const name = dimension.join();
  // Batches, and the weeks of their build, say where and when: together they would explain everything, and nothing.
  const isFinest = dimension.includes('batch_no') || dimension.includes('build_week');
  const families = values.map((own, at) => ({
    name: JSON.stringify(isFinest ? own : [name, kinds?.[at] ?? '']),
    size: isFinest ? values.length : (sizes.get(kinds?.[at] ?? '') ?? 1),
  }));
  return { dimension, membership, slices: slicesOf(membership), families, exposure: new KnownExposure(membership.at) };
}

/** What the batches of a dimension let expect, kept for the many slices that ask for it. */
class KnownExposure {
  #of: { readonly e: Float64Array; readonly factor: Float64Array; readonly sum: number } | undefined;

  constructor(readonly at: Int32Array) {}

  of({ e }: ModeScan, factor: Float64Array): number {
    if (this.#of?.e !== e || this.#of.factor !== factor) {
      let sum = 0;
      for (let b = 0; b < e.length; b += 1) if (this.at[b] !== this.at[b + 1]) sum += (e[b] ?? 0) * (factor[b] ?? 1);
      this.#of = { e, factor, sum };
    }
    return this.#of.sum;
  }
}

/** Slices with less than this of a mode are not tested: they cannot be signals. */
export const LEAST_SHARED = 2;
/** A slice that holds nearly everything has no rest to compare with. */
const NEARLY_ALL = 0.995;

/** The numbers of every value of a dimension for a mode. Batches about which the dimension says nothing take no part. */
export function sliceTotals({ n, e }: ModeScan, { membership }: BatchDimension): ShareTotals[] {
  const { at, value, share, values } = membership;
  const [shared, first, second] = [0, 1, 2].map(() => new Float64Array(values.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [events, exposure] = [0, 0];
  for (let b = 0; b < at.length - 1; b += 1) {
    const [from, until] = [at[b] ?? 0, at[b + 1] ?? 0];
    const [nb, eb] = [n[b] ?? 0, e[b] ?? 0];
    if (from === until || !(eb > 0)) continue;
    events += nb;
    exposure += eb;
    for (let entry = from; entry < until; entry += 1) {
      const [v, w] = [value[entry] ?? 0, share[entry] ?? 0];
      shared[v] = (shared[v] ?? 0) + nb * w;
      first[v] = (first[v] ?? 0) + eb * w;
      second[v] = (second[v] ?? 0) + eb * w * w;
    }
  }
  return values.map((_, v) => ({
    events,
    exposure,
    shared: shared[v] ?? 0,
    first: first[v] ?? 0,
    second: second[v] ?? 0,
  }));
}

/** One-sided p of a slice; 1 where it is too small, or holds everything. */
export function sliceTail(totals: ShareTotals, dispersion: number): number {
  const { shared, first, exposure, events } = totals;
  if (shared < LEAST_SHARED || first > NEARLY_ALL * exposure || shared * exposure <= events * first) return 1;
  return shareTail(totals, dispersion);
}

export function batchCandidate(
  scan: ModeScan,
  of: BatchDimension,
  value: number,
  totals: ShareTotals,
  p: number,
): Candidate {
  const slice = of.slices[value] ?? { batch: new Int32Array(), share: new Float64Array() };
  const { n, e } = scan;
  const { at } = of.membership;
  const known = (b: number) => at[b] !== at[b + 1];
  const each = (visit: (b: number, share: number) => void) => {
    for (let entry = 0; entry < slice.batch.length; entry += 1) visit(slice.batch[entry] ?? 0, slice.share[entry] ?? 0);
  };
  return {
    dimension: of.dimension,
    values: of.membership.values[value] ?? [],
    basis: scan.ground.byComplaints ? 'proportion' : 'ageStandardised',
    totals,
    p,
    family: of.families[value]?.name ?? '',
    among: of.families[value]?.size ?? 1,
    held: slice,
    units() {
      let sum = 0;
      each((b, share) => {
        sum += (scan.ground.lived.units[b] ?? 0) * share;
      });
      return sum;
    },
    places() {
      const places: { events: number; share: number }[] = [];
      each((b, share) => {
        if ((n[b] ?? 0) > 0) places.push({ events: n[b] ?? 0, share });
      });
      return places;
    },
    adjusted(factor) {
      const exposure = of.exposure.of(scan, factor);
      let [first, second] = [0, 0];
      each((b, share) => {
        const eb = (e[b] ?? 0) * (factor[b] ?? 1);
        first += eb * share;
        second += eb * share * share;
      });
      return { ...totals, exposure, first, second };
    },
    parts(ratio) {
      const parts: [number, number, number][] = [];
      each((b, share) => {
        const nb = n[b] ?? 0;
        if (nb > 0) parts.push([b, nb, (share * ratio) / (1 - share + share * ratio)]);
      });
      return parts;
    },
    course() {
      const { count } = scan.ground.lived.months;
      const course = { n: new Float64Array(count), expected: new Float64Array(count) };
      each((b, share) => {
        for (let t = 0; t < count; t += 1) {
          const slot = b * count + t;
          course.n[t] = (course.n[t] ?? 0) + share * (scan.grid.n[slot] ?? 0);
          course.expected[t] = (course.expected[t] ?? 0) + share * (scan.grid.e[slot] ?? 0);
        }
      });
      return course;
    },
    firstAlarm: (threshold, dispersion) => firstPassing(cumulative(scan, slice, known), threshold, dispersion),
    gravity(ratio) {
      const shares = new Map(this.parts(ratio).map(([b, , share]) => [b, share]));
      return scan.gravityOf((b) => shares.get(b) ?? 0);
    },
  };
}

/** The numbers as they stood at the end of each month. */
function cumulative(scan: ModeScan, slice: Slice, known: (b: number) => boolean): ShareTotals[] {
  const { lived } = scan.ground;
  const { count } = lived.months;
  const { n, e } = scan.grid;
  const share = new Float64Array(lived.batches);
  slice.batch.forEach((b, entry) => {
    share[b] = slice.share[entry] ?? 0;
  });
  const months = Array.from({ length: count }, () => ({ events: 0, exposure: 0, shared: 0, first: 0, second: 0 }));
  for (let b = 0; b < lived.batches; b += 1) {
    if (!known(b)) continue;
    const w = share[b] ?? 0;
    months.forEach((month, t) => {
      const [nb, eb] = [n[b * count + t] ?? 0, e[b * count + t] ?? 0];
      month.events += nb;
      month.exposure += eb;
      month.shared += nb * w;
      month.first += eb * w;
      month.second += eb * w * w;
    });
  }
  for (let t = 1; t < count; t += 1) {
    const [before, month] = [months[t - 1], months[t]];
    if (before === undefined || month === undefined) continue;
    month.events += before.events;
    month.exposure += before.exposure;
    month.shared += before.shared;
    month.first += before.first;
    month.second += before.second;
  }
  return months;
}
