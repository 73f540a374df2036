import { type SliceComplaints, sliceCounts, sliceValues } from '../../data/queries/slices';
import type { ShareTotals } from '../../stats/share-ratio';
import type { Source } from '../view';
import { sliceTail } from './batch-slices';
import { type Candidate, firstPassing } from './candidate';
import type { Months } from './lived';
import { entriesOf, type Membership } from './membership';
import type { ModeScan } from './mode-scan';
import type { SliceBasis, SliceDimension } from './types';

/** Values of a column of complaints at the most: with more it is no category. */
const MOST_VALUES = 2000;
/** p above which nothing is kept. */
const LARGEST = 0.05;
/** p from which down a mode is no part of what is usual. */
const FAR = 1e-4;

/** Complaints by mode and value of some of their own columns. */
export interface ComplaintDimension {
  readonly dimension: SliceDimension;
  readonly basis: SliceBasis;
  readonly values: readonly (readonly string[])[];
  readonly ways?: Membership;
  /** Rows of five, as `sliceCounts` gives them. */
  readonly counts: Int32Array;
  readonly sql: readonly string[];
}

/** Undefined where there are more values than can be looked through. */
export async function complaintDimension(
  source: Source,
  complaints: SliceComplaints,
  { columns, ways }: { readonly columns: SliceDimension; readonly ways?: Membership },
  modes: readonly (string | null)[],
  models: readonly string[],
  signal?: AbortSignal,
): Promise<ComplaintDimension | undefined> {
  const sql = [
    sliceValues(complaints, columns, MOST_VALUES + 1),
    sliceCounts(complaints, columns, modes, models),
  ] as const;
  const values = await source.run<Record<string, string>>(sql[0], { signal });
  if (values.length > MOST_VALUES) return undefined;
  return {
    dimension: columns,
    basis: ways === undefined ? 'proportion' : 'ageStandardised',
    values: values.map((row) => columns.map((_, at) => row[`v${at}`] ?? '')),
    ...(ways === undefined ? {} : { ways }),
    counts: await source.integers(sql[1], { signal }),
    sql,
  };
}

/** What a dimension holds, added up by value once for all modes. */
export class ComplaintCounts {
  /** Complaints of all modes by model (last: unknown) × value, and by model. */
  readonly #all: Float64Array;
  readonly #ofModel: Float64Array;
  readonly #rows: readonly number[][];
  readonly #apart = new Set<number>();

  constructor(
    readonly of: ComplaintDimension,
    readonly months: Months,
    modes: number,
    readonly models: number,
  ) {
    const { counts, values } = of;
    this.#all = new Float64Array((models + 1) * values.length);
    this.#ofModel = new Float64Array(models + 1);
    this.#rows = Array.from({ length: modes }, () => []);
    for (let at = 0; at < counts.length; at += 5) {
      this.#count(at, 1);
      this.#rows[Math.floor((counts[at] ?? 0) / 3)]?.push(at);
    }
  }

  /**
   * Values of a mode that have more than their share, or all of them, each with its p. By proportion, modes that were left out before are no
   * part of what is usual.
   * @param scan undefined without exposure
   */
  candidates(mode: number, scan: ModeScan | undefined, dispersion: number, all = false): Candidate[] {
    const { values, counts, ways } = this.of;
    const n = new Float64Array(values.length);
    const byModel = new Float64Array(this.models + 1);
    for (const at of this.#rows[mode] ?? []) {
      const [value, own] = [counts[at + 2] ?? 0, counts[at + 4] ?? 0];
      n[value] = (n[value] ?? 0) + own;
      byModel[this.#modelAt(at)] = (byModel[this.#modelAt(at)] ?? 0) + own;
    }
    const events = n.reduce((sum, own) => sum + own, 0);
    const expectedBy = (factor?: Float64Array) =>
      ways === undefined || scan === undefined ? this.#inProportion(mode, byModel) : this.#byWays(scan, ways, factor);
    const expected = expectedBy();
    const exposure = expected.reduce((sum, own) => sum + own, 0);
    return values.flatMap((_, value) => {
      const totals = totalsOf(n, expected, value, events, exposure);
      const p = sliceTail(totals, dispersion);
      return p > LARGEST && !all ? [] : [this.#candidate(mode, value, n, expectedBy, totals, p, scan)];
    });
  }

  /**
   * Leaves modes out of what is usual as long as one of them is far from it: where one mode gathers in a value, all others would seem to
   * gather in the rest. Nothing where there is exposure.
   */
  settle(): void {
    if (this.of.basis !== 'proportion') return;
    for (let left = this.#rows.length - 2; left > 0; left -= 1) {
      let farthest: { readonly mode: number; readonly p: number } | undefined;
      for (const mode of this.#rows.keys()) {
        if (this.#apart.has(mode)) continue;
        for (const { p } of this.candidates(mode, undefined, 1))
          if (p <= FAR && (farthest === undefined || p < farthest.p)) farthest = { mode, p };
      }
      if (farthest === undefined) return;
      this.#apart.add(farthest.mode);
      for (const at of this.#rows[farthest.mode] ?? []) this.#count(at, -1);
    }
  }

  #count(at: number, sign: 1 | -1): void {
    const { counts, values } = this.of;
    const [model, n] = [this.#modelAt(at), sign * (counts[at + 4] ?? 0)];
    const slot = model * values.length + (counts[at + 2] ?? 0);
    this.#all[slot] = (this.#all[slot] ?? 0) + n;
    this.#ofModel[model] = (this.#ofModel[model] ?? 0) + n;
  }

  #candidate(
    mode: number,
    value: number,
    n: Float64Array,
    expectedBy: (factor?: Float64Array) => Float64Array,
    totals: ShareTotals,
    p: number,
    scan: ModeScan | undefined,
  ): Candidate {
    const { counts, values, dimension, basis } = this.of;
    const rows = this.#rows[mode] ?? [];
    const byMonth = (test: (at: number) => boolean) => {
      const sums = new Float64Array(this.months.count);
      for (const at of rows) {
        const month = (counts[at + 3] ?? 0) - this.months.first;
        if (test(at)) sums[month] = (sums[month] ?? 0) + (counts[at + 4] ?? 0);
      }
      return sums;
    };
    const isOwn = (at: number) => counts[at + 2] === value;
    // By month the share that is expected is that of the whole time.
    const course = () => ({
      n: byMonth(isOwn),
      expected: byMonth(() => true).map((all) => (all * totals.first) / totals.exposure),
    });
    return {
      dimension,
      values: values[value] ?? [],
      basis,
      totals,
      p,
      family: dimension.join(),
      among: values.length,
      units: () => this.#unitsOf(value, scan),
      places: () => [{ events: totals.shared, share: 1 }],
      adjusted: (factor) => {
        if (basis === 'proportion') return totals;
        const expected = expectedBy(factor);
        const exposure = expected.reduce((sum, own) => sum + own, 0);
        return totalsOf(n, expected, value, totals.events, exposure);
      },
      parts: () => [],
      course,
      firstAlarm(threshold, dispersion) {
        const [own, all] = [byMonth(isOwn), byMonth(() => true)];
        let [shared, events] = [0, 0];
        const months = Array.from(own, (n, t) => {
          shared += n;
          events += all[t] ?? 0;
          const first = (events * totals.first) / totals.exposure;
          return { events, exposure: events, shared, first, second: first };
        });
        return firstPassing(months, threshold, dispersion);
      },
      gravity() {
        let [severe, safety] = [0, 0];
        for (const at of rows) {
          const gravity = (counts[at] ?? 0) % 3;
          if (isOwn(at) && gravity > 0) severe += counts[at + 4] ?? 0;
          if (isOwn(at) && gravity > 1) safety += counts[at + 4] ?? 0;
        }
        return { n: totals.shared, severe, safety };
      },
    };
  }

  /** Units that went there; without exposure all complaints that have the value. */
  #unitsOf(value: number, scan: ModeScan | undefined): number {
    const { values, ways } = this.of;
    let sum = 0;
    if (ways === undefined || scan === undefined) {
      for (let model = 0; model <= this.models; model += 1) sum += this.#all[model * values.length + value] ?? 0;
      return sum;
    }
    const { units } = scan.ground.lived;
    const name = keyOf(values[value]);
    for (let b = 0; b < units.length; b += 1)
      for (const [names, share] of entriesOf(ways, b)) if (keyOf(names) === name) sum += (units[b] ?? 0) * share;
    return sum;
  }

  #modelAt(at: number): number {
    const model = this.of.counts[at + 1] ?? -1;
    return model < 0 ? this.models : model;
  }

  /** Each model's complaints of the mode, spread over the values as all of its complaints are. */
  #inProportion(mode: number, byModel: Float64Array): Float64Array {
    const isApart = this.#apart.has(mode);
    if (isApart) for (const at of this.#rows[mode] ?? []) this.#count(at, 1);
    const { length } = this.of.values;
    const expected = new Float64Array(length);
    byModel.forEach((own, model) => {
      const all = this.#ofModel[model] ?? 0;
      if (own === 0 || all === 0) return;
      for (let value = 0; value < length; value += 1)
        expected[value] = (expected[value] ?? 0) + (own * (this.#all[model * length + value] ?? 0)) / all;
    });
    if (isApart) for (const at of this.#rows[mode] ?? []) this.#count(at, -1);
    return expected;
  }

  /** What the batches let expect, by where their units went. */
  #byWays({ e }: ModeScan, ways: Membership, factor?: Float64Array): Float64Array {
    const places = new Map(this.of.values.map((names, place) => [keyOf(names), place]));
    const expected = new Float64Array(this.of.values.length);
    for (let b = 0; b < e.length; b += 1)
      for (const [names, share] of entriesOf(ways, b)) {
        const place = places.get(keyOf(names));
        if (place !== undefined) expected[place] = (expected[place] ?? 0) + (e[b] ?? 0) * (factor?.[b] ?? 1) * share;
      }
    return expected;
  }
}

function totalsOf(
  n: Float64Array,
  expected: Float64Array,
  value: number,
  events: number,
  exposure: number,
): ShareTotals {
  const first = expected[value] ?? 0;
  return { events, exposure, shared: n[value] ?? 0, first, second: first };
}

function keyOf(names: readonly string[] = []): string {
  return names.join('\u0000');
}
