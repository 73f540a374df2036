import { chiSquareAbove } from './gamma';
import { normalTwoSided } from './normal';
import type { Interval } from './poisson-interval';
import { poissonRegression } from './poisson-regression';
import { studentQuantile, studentTwoSided } from './student';

export interface DispersionTest {
  readonly mean: number;
  readonly variance: number;
  readonly ratio: number;
  readonly chiSquare: number;
  readonly df: number;
  /** Probability of so much scatter, or more, from chance alone. */
  readonly p: number;
}

/** Fisher's index of dispersion: (n − 1) variance ÷ mean against chi-square. Null with fewer than two counts or none above zero. */
export function dispersionTest(counts: readonly number[]): DispersionTest | null {
  const n = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  if (n < 2 || !(mean > 0)) return null;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (n - 1);
  const chiSquare = ((n - 1) * variance) / mean;
  return { mean, variance, ratio: variance / mean, chiSquare, df: n - 1, p: chiSquareAbove(chiSquare, n - 1) };
}

export interface DispersedRatio {
  readonly ratio: number;
  /** Pearson X²/df of the periods. */
  readonly dispersion: number;
  readonly df: number;
  /** As if the scatter were chance alone. */
  readonly pPoisson: number;
  /** Standard error of ln(ratio) × √dispersion, against Student's t. */
  readonly quasiError: number;
  readonly pQuasi: number;
  readonly quasiInterval: Interval;
}

/** One period of a before/after comparison. */
export interface Period {
  readonly events: number;
  readonly exposure: number;
  readonly after: boolean;
}

/** Before against after over periods whose counts scatter more than Poisson. Null where a side has no events, or no degrees of freedom. */
export function dispersedRatio(periods: readonly Period[], confidence = 0.95): DispersedRatio | null {
  const fit = poissonRegression(
    periods.map(({ after }) => [1, after ? 1 : 0]),
    periods.map(({ events }) => events),
    periods.map(({ exposure }) => exposure),
  );
  const [, slope] = fit?.coefficients ?? [];
  const [, error] = fit?.errors ?? [];
  if (fit === null || slope === undefined || error === undefined || !(fit.df > 0)) return null;
  const quasiError = error * Math.sqrt(fit.dispersion);
  const reach = studentQuantile((1 + confidence) / 2, fit.df) * quasiError;
  return {
    ratio: Math.exp(slope),
    dispersion: fit.dispersion,
    df: fit.df,
    pPoisson: normalTwoSided(slope / error),
    quasiError,
    pQuasi: studentTwoSided(slope / quasiError, fit.df),
    quasiInterval: [Math.exp(slope - reach), Math.exp(slope + reach)],
  };
}
