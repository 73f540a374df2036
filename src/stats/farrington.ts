import { normalQuantile } from './normal';
import { type PoissonFit, poissonRegression } from './poisson-regression';

export interface FarringtonLimit {
  readonly expected: number;
  readonly upper: number;
  readonly alarm: boolean;
  /** Whether a trend was part of the fit. */
  readonly trend: boolean;
}

export interface FarringtonOptions {
  /** Points in a year. */
  readonly period?: number;
  /** Years back, and points on either side of the same season. */
  readonly years?: number;
  readonly halfWidth?: number;
  readonly alpha?: number;
}

/** Residuals above this are weighted down in the second fit. */
const OUTLYING = 1;

/**
 * Farrington et al. (1996): a limit for one point from the same season of earlier years, by quasi-Poisson regression with past outbreaks weighted
 * down, and a ⅔-power bound. Null where too few earlier points exist.
 * @param at the point under test (from 0)
 */
export function farringtonLimit(
  counts: readonly number[],
  at: number,
  { period = 12, years = 3, halfWidth = 1, alpha = 0.01 }: FarringtonOptions = {},
): FarringtonLimit | null {
  const base: number[] = [];
  for (let year = years; year >= 1; year--)
    for (let off = -halfWidth; off <= halfWidth; off++) base.push(at - year * period + off);
  if (base.some((place) => place < 0 || place >= at)) return null;
  const y = base.map((place) => counts[place] ?? 0);
  const fitWith = (trend: boolean) =>
    twice(
      base.map((place) => (trend ? [1, place] : [1])),
      y,
    );
  const sloped = years >= 3 ? fitWith(true) : null;
  const slope = sloped?.coefficients[1] ?? 0;
  const z = slope / ((sloped?.errors[1] ?? Number.NaN) * Math.sqrt(Math.max(1, sloped?.dispersion ?? 1)));
  const atRow = (fit: PoissonFit, row: readonly number[]) =>
    Math.exp(row.reduce((sum, cell, i) => sum + cell * (fit.coefficients[i] ?? 0), 0));
  const useTrend = sloped !== null && Math.abs(z) > normalQuantile(0.975) && atRow(sloped, [1, at]) <= Math.max(...y);
  const fit = useTrend ? sloped : fitWith(false);
  if (fit === null) return null;
  const row = useTrend ? [1, at] : [1];
  const expected = atRow(fit, row);
  const phi = Math.max(1, fit.dispersion);
  const variance =
    phi * row.reduce((sum, a, i) => sum + row.reduce((all, b, j) => all + a * b * (fit.covariance[i]?.[j] ?? 0), 0), 0);
  // Var of the prediction: φμ + Var(μ̂), Var(μ̂) = μ² Var(ln μ̂).
  const tau = phi + variance * expected;
  const spread = (4 / 9) * expected ** (1 / 3) * tau;
  const bound = expected ** (2 / 3) + normalQuantile(1 - alpha) * Math.sqrt(spread);
  const upper = Math.max(0, bound) ** 1.5;
  return { expected, upper, alarm: (counts[at] ?? 0) > upper, trend: useTrend };
}

/** Fits, weights down what lies far above, and fits again. */
function twice(rows: readonly (readonly number[])[], y: readonly number[]): PoissonFit | null {
  const ones = y.map(() => 1);
  const first = poissonRegression(rows, y, ones);
  if (first === null) return null;
  const phi = Math.max(1, first.dispersion);
  const residuals = y.map((count, i) => {
    const mu = first.fitted[i] ?? Number.NaN;
    // Anscombe residual, standardised by its leverage.
    const anscombe = (1.5 * (count ** (2 / 3) - mu ** (2 / 3))) / mu ** (1 / 6);
    const row = rows[i] ?? [];
    const leverage =
      mu *
      row.reduce((sum, a, j) => sum + row.reduce((all, b, k) => all + a * b * (first.covariance[j]?.[k] ?? 0), 0), 0);
    return anscombe / Math.sqrt(phi * Math.max(1e-12, 1 - leverage));
  });
  const raw = residuals.map((residual) => (residual > OUTLYING ? residual ** -2 : 1));
  const scale = y.length / raw.reduce((sum, weight) => sum + weight, 0);
  return poissonRegression(
    rows,
    y,
    ones,
    raw.map((weight) => weight * scale),
  );
}
