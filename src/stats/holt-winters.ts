import { classicalDecomposition } from './decomposition';

export interface HoltWinters {
  /** One step ahead, from the first point after the start values. */
  readonly fitted: readonly number[];
  readonly level: number;
  readonly slope: number;
  /** The last period's season, oldest first. */
  readonly season: readonly number[];
  /** Sum of squared errors of `fitted`. */
  readonly sse: number;
  forecast(steps: number): number[];
}

export interface HoltWintersOptions {
  readonly period: number;
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly kind?: 'additive' | 'multiplicative';
}

/**
 * Exponential smoothing with trend and season by given parameters; start values from a classical decomposition of the first two periods as
 * R's `HoltWinters`. Null with less than two periods.
 */
export function holtWinters(
  values: readonly number[],
  { period, alpha, beta, gamma, kind = 'additive' }: HoltWintersOptions,
): HoltWinters | null {
  const begun = classicalDecomposition(values.slice(0, 2 * period), period, kind);
  if (begun === null) return null;
  const multiplies = kind === 'multiplicative';
  const trend = begun.trend.filter((value) => !Number.isNaN(value));
  const line = straight(trend);
  let [level, slope] = [line.intercept, line.slope];
  const season = [...begun.figure];
  const fitted: number[] = [];
  let sse = 0;
  values.slice(period).forEach((value, at) => {
    const s = season[at] as number;
    const expected = multiplies ? (level + slope) * s : level + slope + s;
    fitted.push(expected);
    sse += (value - expected) ** 2;
    const before = level;
    level = alpha * (multiplies ? value / s : value - s) + (1 - alpha) * (level + slope);
    slope = beta * (level - before) + (1 - beta) * slope;
    season.push(gamma * (multiplies ? value / level : value - level) + (1 - gamma) * s);
  });
  const last = season.slice(-period);
  return {
    fitted,
    level,
    slope,
    season: last,
    sse,
    forecast: (steps) =>
      Array.from({ length: steps }, (_, h) => {
        const base = level + (h + 1) * slope;
        const s = last[h % period] as number;
        return multiplies ? base * s : base + s;
      }),
  };
}

/** Least squares over places 1, 2, 3 … */
function straight(values: readonly number[]): { intercept: number; slope: number } {
  const n = values.length;
  const [meanX, meanY] = [(n + 1) / 2, values.reduce((sum, value) => sum + value, 0) / n];
  const above = values.reduce((sum, value, at) => sum + (at + 1 - meanX) * (value - meanY), 0);
  const below = values.reduce((sum, _, at) => sum + (at + 1 - meanX) ** 2, 0);
  const slope = below > 0 ? above / below : 0;
  return { intercept: meanY - slope * meanX, slope };
}
