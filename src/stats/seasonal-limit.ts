import { poissonQuantile } from './poisson';
import { poissonRegression } from './poisson-regression';

export interface SeasonalLimit {
  /** Intercept, trend per period, then sine and cosine of each harmonic. */
  readonly coefficients: readonly number[];
  /** Of the points after the training ones. */
  readonly expected: readonly number[];
  readonly upper: readonly number[];
  /** Points above their limit, by place (from 0) in the whole series. */
  readonly alarms: readonly number[];
}

/**
 * Poisson regression with linear trend and harmonics of the year over the first `train` points; later ones alarm above the quantile of what it
 * expects. Wants two years at least. Null where the regression has no finite solution.
 */
export function seasonalLimit(
  counts: readonly number[],
  {
    train,
    period = 12,
    harmonics = 1,
    probability = 0.995,
    exposure = counts.map(() => 1),
  }: { train: number; period?: number; harmonics?: number; probability?: number; exposure?: readonly number[] },
): SeasonalLimit | null {
  const rows = counts.map((_, at) => [
    1,
    at + 1,
    ...Array.from({ length: harmonics }, (_, h) => (2 * Math.PI * (h + 1) * (at + 1)) / period).flatMap((angle) => [
      Math.sin(angle),
      Math.cos(angle),
    ]),
  ]);
  const fit = poissonRegression(rows.slice(0, train), counts.slice(0, train), exposure.slice(0, train));
  if (fit === null) return null;
  const expected = rows
    .slice(train)
    .map(
      (row, at) =>
        (exposure[train + at] ?? 0) *
        Math.exp(row.reduce((sum, cell, j) => sum + cell * (fit.coefficients[j] ?? 0), 0)),
    );
  const upper = expected.map((mean) => poissonQuantile(probability, mean));
  const alarms = upper.flatMap((limit, at) => ((counts[train + at] ?? 0) > limit ? [train + at] : []));
  return { coefficients: fit.coefficients, expected, upper, alarms };
}
