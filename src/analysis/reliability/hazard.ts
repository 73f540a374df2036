import { daysOf, firstDayOf } from './age';
import type { Grid, Lot } from './grid';

/**
 * Claims by age and cohort: λ of the age times θ of the cohort. θ is held near the level of the cohorts around it by a gamma prior as wide
 * as cohorts scatter (gamma–Poisson, Robbins' empirical Bayes), so that a young cohort is not judged by a handful of claims.
 */
export interface Hazard {
  /** Claims per unit in each month of age that has been seen; the last one holds beyond. */
  readonly rates: readonly number[];
  /** Variance of each rate, and which pool of ages it was taken from: rates of one pool err together. */
  readonly variances: readonly number[];
  readonly pools: readonly number[];
  readonly cohorts: ReadonlyMap<number, { readonly factor: number; readonly variance: number }>;
}

const ROUNDS = 60;
/** What a cohort one month further away weighs in the level around a cohort; and the claims that hold the level at 1. */
const FADING = 0.4;
const STEADY = 2;
/** No scatter between cohorts: the prior holds θ at the level around it. */
const CERTAIN = 1e9;
/** The oldest ages are pooled until they hold so many claims, or this share of the units' months. */
const POOL_CLAIMS = 10;
const POOL_SHARE = 0.05;

/** Fits the model by alternating; null without claims. */
export function hazardOf({ cohorts, units, ages, claims, exposure }: Grid): Hazard | null {
  const total = claims.flat().reduce((sum, one) => sum + one, 0);
  if (total === 0) return null;
  const observed = claims.map((cells) => cells.reduce((sum, one) => sum + one, 0));
  const byAge = Array.from({ length: ages }, (_, age) => claims.reduce((sum, cells) => sum + (cells[age] ?? 0), 0));
  let factors = cohorts.map(() => 1);
  let expected: number[] = [];
  let priors: { readonly claims: number; readonly expected: number }[] = [];
  let weights: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    weights = byAge.map((_, age) =>
      exposure.reduce((sum, cells, row) => sum + (cells[age] ?? 0) * (factors[row] ?? 1), 0),
    );
    const rates = byAge.map((count, age) => ((weights[age] ?? 0) > 0 ? count / (weights[age] ?? 1) : 0));
    expected = exposure.map((cells) => cells.reduce((sum, cell, age) => sum + cell * (rates[age] ?? 0), 0));
    const level = levels(observed, expected);
    const around = expected.map((mean, row) => mean * (level[row] ?? 1));
    const excess = around.reduce((sum, mean, row) => sum + ((observed[row] ?? 0) - mean) ** 2 - mean, 0);
    const square = around.reduce((sum, mean) => sum + mean * mean, 0);
    const certainty = excess > 0 ? Math.min(CERTAIN, square / excess) : CERTAIN;
    priors = level.map((mean) => ({ claims: certainty, expected: certainty / mean }));
    factors = expected.map((mean, row) => (certainty + (observed[row] ?? 0)) / ((priors[row]?.expected ?? 0) + mean));
  }
  const variance = (row: number) => (factors[row] ?? 1) / ((priors[row]?.expected ?? 1) + (expected[row] ?? 0));
  const pooled = poolOldest(byAge, weights, units.reduce((sum, one) => sum + one, 0) * POOL_SHARE);
  return {
    ...pooled,
    cohorts: new Map(cohorts.map((cohort, row) => [cohort, { factor: factors[row] ?? 1, variance: variance(row) }])),
  };
}

/** Seen ÷ expected around each cohort, nearer ones weighing more, itself left out. */
function levels(observed: readonly number[], expected: readonly number[]): number[] {
  return observed.map((_, row) => {
    let [seen, mean] = [STEADY, STEADY];
    for (const [other, count] of observed.entries()) {
      if (other === row) continue;
      const weight = FADING ** Math.abs(other - row);
      seen += weight * count;
      mean += weight * (expected[other] ?? 0);
    }
    return seen / mean;
  });
}

/** Rates by age; the oldest ages together, because few units have lived them. */
function poolOldest(claims: readonly number[], weights: readonly number[], share: number) {
  let from = claims.length;
  let [count, weight] = [0, 0];
  while (from > 0 && count < POOL_CLAIMS && weight < share) {
    from--;
    count += claims[from] ?? 0;
    weight += weights[from] ?? 0;
  }
  const at = (age: number) =>
    (age < from ? [claims[age] ?? 0, weights[age] ?? 0] : [count, weight]) as [number, number];
  const each = (of: (events: number, exposure: number) => number) =>
    claims.map((_, age) => {
      const [events, exposure] = at(age);
      return exposure > 0 ? of(events, exposure) : 0;
    });
  return {
    rates: each((events, exposure) => events / exposure),
    variances: each((events, exposure) => events / exposure ** 2),
    pools: claims.map((_, age) => Math.min(age, from)),
  };
}

export interface Outlook {
  readonly mean: number;
  /** Variance of the mean itself: of rates and cohort factors. */
  readonly variance: number;
  /** Part of the mean that lies beyond the ages seen. */
  readonly beyond: number;
}

/** Claims to be expected of units on the days from ≤ day < until, none from an age (days) on. */
export function outlook(hazard: Hazard, lots: readonly Lot[], from: number, until: number, limit: number): Outlook {
  const { rates, variances, pools, cohorts } = hazard;
  const last = rates.length - 1;
  const byPool = new Map<number, { exposure: number; variance: number }>();
  const byCohort = new Map<number, number>();
  let [mean, beyond] = [0, 0];
  for (const { cohort, start, units } of lots) {
    const [begin, end] = [Math.max(0, from - start), Math.min(until - start, limit)];
    if (end <= begin || last < 0) continue;
    const factor = cohorts.get(cohort)?.factor ?? 1;
    let plain = 0;
    for (let age = Math.floor(begin / 31); firstDayOf(age) < end; age++) {
      const days = Math.min(end, firstDayOf(age + 1)) - Math.max(begin, firstDayOf(age));
      if (days <= 0) continue;
      const known = Math.min(age, last);
      const exposure = (units * days) / daysOf(age);
      const claims = exposure * (rates[known] ?? 0);
      plain += claims;
      if (age > last) beyond += claims * factor;
      const pool = byPool.get(pools[known] ?? 0) ?? { exposure: 0, variance: variances[known] ?? 0 };
      pool.exposure += exposure * factor;
      byPool.set(pools[known] ?? 0, pool);
    }
    mean += plain * factor;
    byCohort.set(cohort, (byCohort.get(cohort) ?? 0) + plain);
  }
  const ofRates = [...byPool.values()].reduce((sum, pool) => sum + pool.exposure ** 2 * pool.variance, 0);
  const ofCohorts = [...byCohort].reduce(
    (sum, [cohort, plain]) => sum + plain ** 2 * (cohorts.get(cohort)?.variance ?? 0),
    0,
  );
  return { mean, variance: ofRates + ofCohorts, beyond };
}
