import { normalTwoSided } from './normal';
import { poissonRegression } from './poisson-regression';
import { studentTwoSided } from './student';

export interface Trend {
  /** Change of ln(rate) a period. */
  readonly slope: number;
  readonly percentPerPeriod: number;
  readonly error: number;
  readonly p: number;
  readonly dispersion: number;
  /** With the scatter that the counts show, against Student's t. */
  readonly pQuasi: number;
}

/** Log-linear trend of a rate over equal periods by Poisson regression; null without a finite solution. */
export function poissonTrend(
  counts: readonly number[],
  exposure: readonly number[] = counts.map(() => 1),
): Trend | null {
  const fit = poissonRegression(
    counts.map((_, at) => [1, at + 1]),
    counts,
    exposure,
  );
  const [slope, error] = [fit?.coefficients[1], fit?.errors[1]];
  if (fit === null || slope === undefined || error === undefined) return null;
  return {
    slope,
    percentPerPeriod: 100 * Math.expm1(slope),
    error,
    p: normalTwoSided(slope / error),
    dispersion: fit.dispersion,
    pQuasi: studentTwoSided(slope / (error * Math.sqrt(fit.dispersion)), fit.df),
  };
}

export interface MannKendall {
  readonly s: number;
  readonly z: number;
  readonly p: number;
  readonly tau: number;
}

/** Mann–Kendall test of a monotonic trend with correction for ties and continuity; null below three values or when all are equal. */
export function mannKendall(values: readonly number[]): MannKendall | null {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign((values[j] ?? 0) - (values[i] ?? 0));
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const tied = (of: (t: number) => number) => [...ties.values()].reduce((sum, t) => sum + of(t), 0);
  const variance = (n * (n - 1) * (2 * n + 5) - tied((t) => t * (t - 1) * (2 * t + 5))) / 18;
  if (n < 3 || !(variance > 0)) return null;
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const pairs = (n * (n - 1)) / 2;
  return { s, z, p: normalTwoSided(z), tau: s / Math.sqrt(pairs * (pairs - tied((t) => (t * (t - 1)) / 2))) };
}
