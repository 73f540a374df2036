import { ageOf, daysOf, firstDayOf } from './age';

/** Units of one cohort whose age begins on one day. Days since 1970. */
export interface Lot {
  /** First day of the cohort's month. */
  readonly cohort: number;
  readonly start: number;
  readonly units: number;
}

/** A claim by a unit of a cohort: the day on which its age began, and the whole days that it had lived. */
export interface Claim {
  readonly cohort: number;
  readonly start: number;
  readonly days: number;
  /** Position of its failure mode; −1 none of those told apart. */
  readonly mode: number;
  /** The unit's first; later ones of the same serial number are not. */
  readonly first: boolean;
  /** A complaint that names several modes is a claim for each, one of which leads: the others are left out of totals. */
  readonly lead: boolean;
}

/** So many claims of a cohort at an age. */
export interface Count {
  readonly cohort: number;
  readonly age: number;
  readonly n: number;
}

/** Days on which claims are seen: from ≤ day < end. */
export interface Watch {
  readonly from: number;
  readonly end: number;
  /** Share of the claims of a day that is known so many days later; all of them at once unless given. */
  readonly reported?: readonly number[];
}

/** Claims and exposure by cohort (rows) and month of age (columns). */
export interface Grid {
  readonly cohorts: readonly number[];
  readonly units: readonly number[];
  readonly ages: number;
  /** Claims; whole numbers. */
  readonly claims: readonly (readonly number[])[];
  /** Units × share of the month of age that they lived while watched (and that is reported by now). */
  readonly exposure: readonly (readonly number[])[];
  /** The same without late reports, as a share of the cohort's units. */
  readonly lived: readonly (readonly number[])[];
}

/**
 * The grid of units and claims. A unit that began on day s is watched on its days of life from ≤ s + j < end. Cells that no unit
 * has begun stay 0. @param counts of claims on watched days
 */
export function gridOf(lots: readonly Lot[], counts: Iterable<Count>, watch: Watch): Grid {
  const begun = lots.filter(({ start }) => start < watch.end);
  const cohorts = [...new Set(begun.map(({ cohort }) => cohort))].sort((a, b) => a - b);
  const row = new Map(cohorts.map((cohort, at) => [cohort, at]));
  const ages = begun.reduce((most, { start }) => Math.max(most, ageOf(watch.end - 1 - start) + 1), 0);
  const table = () => cohorts.map(() => new Array<number>(ages).fill(0));
  const [claims, exposure, lived] = [table(), table(), table()];
  const units = cohorts.map(() => 0);
  const known = sums(watch);
  for (const { cohort, start, units: many } of begun) {
    const at = row.get(cohort) ?? 0;
    units[at] = (units[at] ?? 0) + many;
    const [reach, seen] = [exposure[at] ?? [], lived[at] ?? []];
    for (let age = 0; age < ages; age++) {
      const [first, last] = spanOf(start, age, watch);
      if (last <= first) continue;
      reach[age] = (reach[age] ?? 0) + (many * known(first, last)) / daysOf(age);
      seen[age] = (seen[age] ?? 0) + (many * (last - first)) / daysOf(age);
    }
  }
  for (const { cohort, age, n } of counts) {
    const cells = claims[row.get(cohort) ?? -1];
    if (cells !== undefined && age < ages) cells[age] = (cells[age] ?? 0) + n;
  }
  return {
    cohorts,
    units,
    ages,
    claims,
    exposure,
    lived: lived.map((cells, at) => cells.map((cell) => (cell === 0 ? 0 : cell / (units[at] ?? 1)))),
  };
}

export function isWatched(day: number, { from, end }: Watch): boolean {
  return day >= from && day < end;
}

/** Days (since 1970) on which units that began on a day live a month of age and are watched: first ≤ day < last. */
function spanOf(start: number, age: number, { from, end }: Watch): [first: number, last: number] {
  return [Math.max(from, start + firstDayOf(age)), Math.min(end, start + firstDayOf(age + 1))];
}

/** Days from first to last, each by the share of its claims that is known by the end. */
function sums({ end, reported }: Watch): (first: number, last: number) => number {
  if (reported === undefined) return (first, last) => last - first;
  const upTo = [0];
  for (const share of reported) upTo.push((upTo.at(-1) ?? 0) + share);
  const beyond = reported.at(-1) ?? 1;
  const within = (days: number) =>
    days < upTo.length ? (upTo[days] ?? 0) : (upTo.at(-1) ?? 0) + (days - upTo.length + 1) * beyond;
  return (first, last) => within(end - first) - within(end - last);
}

/** One row: all cohorts together. */
export interface Pooled {
  readonly units: number;
  readonly claims: readonly number[];
  readonly exposure: readonly number[];
  readonly lived: readonly number[];
}

export function pooled({ units, ages, claims, exposure, lived }: Grid): Pooled {
  const all = units.reduce((sum, one) => sum + one, 0);
  const column = (table: readonly (readonly number[])[]) =>
    Array.from({ length: ages }, (_, age) => table.reduce((sum, cells) => sum + (cells[age] ?? 0), 0));
  const weighted = lived.map((cells, at) => cells.map((cell) => cell * (units[at] ?? 0)));
  return {
    units: all,
    claims: column(claims),
    exposure: column(exposure),
    lived: column(weighted).map((sum) => (all > 0 ? sum / all : 0)),
  };
}
