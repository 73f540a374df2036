import { CLAIM, HOW, LOT, NO_BATCH, NO_DAY } from '../../data/queries/ages';
import { monthFinder } from './age';
import type { Claim, Lot } from './grid';
import type { CohortKind, LeftOutUnits, PopulationKind } from './types';

const ROW = 6;
/** A batch of which so much was seen to leave is whole. */
const SEEN = 0.9;
/** The fractional part of its multiples is spread evenly (Weyl): which unit of a batch a claim is taken for. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export interface TraceOptions {
  readonly kind: PopulationKind;
  readonly cohort: CohortKind;
  /** Days since 1970: units from this day on have not left yet. */
  readonly end: number;
  /** Claims without number may be placed by their own day. */
  readonly byOwnDay: boolean;
  readonly compared: boolean;
}

/** Units and claims of one population, and how claims were found. */
export interface Traced {
  readonly lots: readonly Lot[];
  readonly claims: readonly Claim[];
  readonly sides: readonly [
    { lots: readonly Lot[]; claims: readonly Claim[] },
    { lots: readonly Lot[]; claims: readonly Claim[] },
  ];
  readonly overlap: number;
  readonly leftOut: LeftOutUnits;
  readonly found: Readonly<
    Record<'bySerial' | 'byRange' | 'byBatch' | 'byDay' | 'untraced' | 'outside' | 'negative', number>
  >;
  /** Positions of the batches of each cohort. */
  readonly batches: ReadonlyMap<number, ReadonlySet<number>>;
}

interface UnitRow {
  readonly batch: number;
  readonly day: number;
  readonly units: number;
  readonly bits: number;
  readonly built: number;
}

/**
 * Places claims among units. A claim whose batch is known, but not which of its units it was, is taken for a unit that had left by its day,
 * each as likely (a fixed choice by its row id): the ages of claims and of units then scatter alike, however long a batch went on leaving.
 * @param breathe called now and then in long work
 */
export async function trace(
  lotNumbers: Int32Array,
  claimNumbers: Int32Array,
  options: TraceOptions,
  breathe: () => Promise<void>,
): Promise<Traced> {
  const { kind, cohort, end, byOwnDay, compared } = options;
  const { byBatch, loose, leftOut } = unitsOf(lotNumbers, options);
  const month = monthFinder();
  const cohortOf = (start: number, built: number) =>
    month(cohort === 'build' ? (kind === 'batch' ? start : built) : start);
  const all = new LotSum();
  const sides = [new LotSum(), new LotSum()] as const;
  const batches = new Map<number, Set<number>>();
  let overlap = 0;
  for (const row of [loose, ...byBatch.values()].flat()) {
    if ((row.bits & LOT.inside) === 0) continue;
    const own = cohortOf(row.day, row.built);
    all.add(own, row.day, row.units);
    if (row.batch >= 0) batches.set(own, (batches.get(own) ?? new Set()).add(row.batch));
    const both = (row.bits & LOT.first) !== 0 && (row.bits & LOT.second) !== 0;
    if (compared && both) overlap += row.units;
    else if (compared && (row.bits & (LOT.first | LOT.second)) !== 0)
      sides[row.bits & LOT.first ? 0 : 1].add(own, row.day, row.units);
  }
  const found = { bySerial: 0, byRange: 0, byBatch: 0, byDay: 0, untraced: 0, outside: 0, negative: 0 };
  const claims: Claim[] = [];
  const sideClaims: [Claim[], Claim[]] = [[], []];
  const sums = new Map<number, number[]>();
  for (let at = 0; at < claimNumbers.length; at += ROW) {
    if (at % (ROW * 20_000) === 0) await breathe();
    // Read one by one: a million small views would take as long as all the rest.
    const [batch, begun, day] = [claimNumbers[at] ?? 0, claimNumbers[at + 1] ?? 0, claimNumbers[at + 2] ?? 0];
    const [mode, bits, id] = [claimNumbers[at + 3] ?? 0, claimNumbers[at + 4] ?? 0, claimNumbers[at + 5] ?? 0];
    const lead = (bits & CLAIM.lead) !== 0;
    const count = (what: keyof typeof found) => {
      if (lead) found[what]++;
    };
    const own = (bits & CLAIM.ownInside) !== 0;
    const rows = byBatch.get(batch);
    let placed: { start: number; cohort: number; bits: number; what: keyof typeof found };
    if (rows !== undefined) {
      const first = rows[0] as UnitRow;
      const until = rows.findLastIndex((row) => row.day <= day);
      const known = begun !== NO_DAY;
      const row = known
        ? (rows.findLast((one) => one.day <= begun) ?? first)
        : (rows[pick(cumulated(rows, batch, sums), until, id)] ?? first);
      const start = known ? begun : row.day;
      if ((row.bits & LOT.inside) === 0) continue;
      if (day < start || (!known && until < 0)) {
        count('negative');
        continue;
      }
      const how = Math.floor(bits / CLAIM.how);
      const what = how === HOW.serial ? 'bySerial' : how === HOW.range ? 'byRange' : 'byBatch';
      const side = (bits & CLAIM.one ? row.bits & LOT.first : 0) | (bits & CLAIM.other ? row.bits & LOT.second : 0);
      placed = { start, cohort: cohortOf(start, row.built), bits: side, what };
    } else {
      if (!own) continue;
      if (batch !== NO_BATCH) {
        count('outside');
        continue;
      }
      if (!byOwnDay || begun === NO_DAY) {
        count('untraced');
        continue;
      }
      if (day < begun || begun >= end) {
        count('negative');
        continue;
      }
      const side = (bits & CLAIM.ownOne ? LOT.first : 0) | (bits & CLAIM.ownOther ? LOT.second : 0);
      placed = { start: begun, cohort: month(begun), bits: side, what: 'byDay' };
      if (!all.has(placed.cohort)) {
        count('outside');
        continue;
      }
    }
    count(placed.what);
    const claim = {
      cohort: placed.cohort,
      start: placed.start,
      days: day - placed.start,
      mode,
      first: (bits & CLAIM.first) !== 0 && lead,
      lead,
    };
    claims.push(claim);
    if (compared && placed.bits === LOT.first) sideClaims[0].push(claim);
    if (compared && placed.bits === LOT.second) sideClaims[1].push(claim);
  }
  return {
    lots: all.lots(),
    claims,
    sides: [
      { lots: sides[0].lots(), claims: sideClaims[0] },
      { lots: sides[1].lots(), claims: sideClaims[1] },
    ],
    overlap,
    leftOut,
    found,
    batches,
  };
}

/** The rows of units by batch in order of day, and those without batch. What cannot be traced both ways is left out, with its claims. */
function unitsOf(numbers: Int32Array, { kind, cohort, end, byOwnDay }: TraceOptions) {
  const rows: (UnitRow & { readonly made: number })[] = [];
  for (let at = 0; at < numbers.length; at += ROW) {
    const [batch = 0, day = 0, units = 0, bits = 0, built = 0, made = 0] = numbers.subarray(at, at + ROW);
    if (day < end && units > 0) rows.push({ batch, day, units, bits, built, made });
  }
  rows.sort((a, b) => a.day - b.day);
  const numbered = rows.some(({ batch }) => batch >= 0);
  const leftOut = { cutOff: 0, withoutBatch: 0, withoutBuildDay: 0 };
  const leave = (why: keyof LeftOutUnits, row: UnitRow) => {
    if (row.bits & LOT.inside) leftOut[why] += row.units;
  };
  const byBatch = new Map<number, UnitRow[]>();
  const loose: UnitRow[] = [];
  const cut = kind === 'batch' ? new Set<number>() : cutOffBatches(rows);
  for (const row of rows) {
    if (cohort === 'build' && kind !== 'batch' && row.built === NO_DAY) leave('withoutBuildDay', row);
    else if (cut.has(row.batch)) leave('cutOff', row);
    else if (row.batch >= 0) {
      const own = byBatch.get(row.batch);
      if (own === undefined) byBatch.set(row.batch, [row]);
      else own.push(row);
    } else if (numbered && !byOwnDay) leave('withoutBatch', row);
    else loose.push(row);
  }
  return { byBatch, loose, leftOut };
}

/** Batches built before the first unit is listed, unless nearly all of them is. None where these are most of the units. */
function cutOffBatches(rows: readonly (UnitRow & { readonly made: number })[]): Set<number> {
  const first = rows[0]?.day ?? 0;
  const seen = new Map<number, number>();
  for (const { batch, units } of rows) seen.set(batch, (seen.get(batch) ?? 0) + units);
  const cut = new Set<number>();
  let [gone, all] = [0, 0];
  for (const { batch, built, made, units } of rows) {
    all += units;
    if (batch < 0 || built === NO_DAY || built >= first || (made > 0 && (seen.get(batch) ?? 0) >= SEEN * made))
      continue;
    cut.add(batch);
    gone += units;
  }
  return gone * 2 > all ? new Set() : cut;
}

/** Units of the rows of a batch up to each; kept by batch. */
function cumulated(rows: readonly UnitRow[], batch: number, kept: Map<number, number[]>): number[] {
  const before = kept.get(batch);
  if (before !== undefined) return before;
  let sum = 0;
  const sums = rows.map(({ units }) => {
    sum += units;
    return sum;
  });
  kept.set(batch, sums);
  return sums;
}

/** The row, among those up to `until`, that holds the unit that a claim is taken for. */
function pick(sums: readonly number[], until: number, id: number): number {
  const share = ((id + 1) * GOLDEN) % 1;
  const wanted = share * (sums[until] ?? 0);
  let [low, high] = [-1, until];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** Adds units up by cohort and day. */
class LotSum {
  readonly #units = new Map<number, Map<number, number>>();

  add(cohort: number, start: number, units: number): void {
    const days = this.#units.get(cohort) ?? new Map<number, number>();
    days.set(start, (days.get(start) ?? 0) + units);
    this.#units.set(cohort, days);
  }

  has(cohort: number): boolean {
    return this.#units.has(cohort);
  }

  lots(): Lot[] {
    return [...this.#units].flatMap(([cohort, days]) => [...days].map(([start, units]) => ({ cohort, start, units })));
  }
}
