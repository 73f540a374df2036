import type { NevadaRow } from '../../analysis/reliability/types';
import { type Interval, weightedPoissonInterval } from '../../stats/poisson-interval';

/** Lines that a chart has room for; more cohorts are put together. */
const MOST = 8;
/** A share of a group's units below this says little of the group. */
const THIN = 0.05;

export interface GroupPoint {
  /** Months lived when this age ends. */
  readonly months: number;
  readonly perThousand: number;
  readonly interval: Interval;
  /** All cohorts of the group have lived it. */
  readonly mature: boolean;
  /** Claims up to this age. */
  readonly claims: number;
}

/** Cohorts that share a line. */
export interface CohortGroup {
  /** `2025-03`, `2025-H1` or `2025`. */
  readonly key: string;
  readonly units: number;
  readonly points: readonly GroupPoint[];
}

const KEYS: readonly ((cohort: string) => string)[] = [
  (cohort) => cohort.slice(0, 7),
  (cohort) => `${cohort.slice(0, 4)}-H${Number(cohort.slice(5, 7)) <= 6 ? 1 : 2}`,
  (cohort) => cohort.slice(0, 4),
];

/** Cohorts by month, half-year or year, the shortest of which there are few enough; of too many years the last ones. */
export function cohortGroups(rows: readonly NevadaRow[]): CohortGroup[] {
  const fits = KEYS.find((keyOf) => new Set(rows.map(({ cohort }) => keyOf(cohort))).size <= MOST) ?? KEYS[2];
  const groups = new Map<string, NevadaRow[]>();
  for (const row of rows) {
    const key = fits?.(row.cohort) ?? row.cohort;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .slice(-MOST)
    .map(([key, own]) => groupOf(key, own))
    .filter(({ points }) => points.length > 0);
}

function groupOf(key: string, rows: readonly NevadaRow[]): CohortGroup {
  const units = rows.reduce((sum, row) => sum + row.units, 0);
  const ages = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const terms: { count: number; weight: number }[] = [];
  const points: GroupPoint[] = [];
  let [perThousand, sum] = [0, 0];
  for (let age = 0; age < ages; age++) {
    const cells = rows.flatMap((row) => row.cells[age] ?? []);
    const exposure = cells.reduce((all, cell) => all + cell.exposure, 0);
    if (!(exposure > THIN * units)) break;
    const claims = cells.reduce((all, cell) => all + cell.claims, 0);
    perThousand += (1000 * claims) / exposure;
    sum += claims;
    terms.push({ count: claims, weight: 1000 / exposure });
    points.push({
      months: age + 1,
      perThousand,
      interval: weightedPoissonInterval(terms),
      mature: cells.length === rows.length && cells.every((cell) => cell.mature),
      claims: sum,
    });
  }
  return { key, units, points };
}

/** Where the group is compared with the one before it: the oldest age that both have lived completely. */
export function comparedAt(group: CohortGroup, before: CohortGroup | undefined): [GroupPoint, GroupPoint] | undefined {
  const mature = (one: CohortGroup) => {
    const end = one.points.findIndex((point) => !point.mature);
    return end === -1 ? one.points : one.points.slice(0, end);
  };
  if (before === undefined) return undefined;
  const [own, other] = [mature(group), mature(before)];
  const at = Math.min(own.length, other.length) - 1;
  const [point, reference] = [own[at], other[at]];
  return point === undefined || reference === undefined ? undefined : [point, reference];
}
