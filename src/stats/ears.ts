import { normalQuantile } from './normal';

export interface EarsLimits {
  /** Place (from 0) of the first point with a whole baseline before it. */
  readonly first: number;
  /** Upper bound from there on. */
  readonly upper: readonly number[];
  readonly alarms: readonly number[];
}

export interface Ears {
  readonly c1: EarsLimits;
  readonly c2: EarsLimits;
  /** (count − mean) ÷ standard deviation of C2's baseline; null before its first point. */
  readonly c2Statistic: readonly (number | null)[];
  /** Sum over three points of what C2's statistic has above 1; null before it can be told. */
  readonly c3Statistic: readonly (number | null)[];
  readonly c3Alarms: readonly number[];
}

/** C2 leaves out the last two points, so that an outbreak does not raise its own limit. */
const LAG = 2;
const C3_LIMIT = 2;

/**
 * Early Aberration Reporting System, C1–C3 (Hutwagner et al. 2003): mean and standard deviation of the last `baseline` points; C2 and C3 with
 * a gap of two points. Bound = mean + z(1 − α)·sd.
 */
export function ears(counts: readonly number[], baseline = 7, alpha = 0.001): Ears {
  const z = normalQuantile(1 - alpha);
  const limits = (lag: number): EarsLimits => {
    const first = baseline + lag;
    const upper = counts.slice(first).map((_, at) => {
      const { mean, sd } = spread(counts.slice(at, at + baseline));
      return mean + z * sd;
    });
    return {
      first,
      upper,
      alarms: upper.flatMap((bound, at) => ((counts[first + at] ?? 0) > bound ? [first + at] : [])),
    };
  };
  const c2Statistic = counts.map((count, at) => {
    const from = at - LAG - baseline;
    if (from < 0) return null;
    const { mean, sd } = spread(counts.slice(from, at - LAG));
    return sd > 0 ? (count - mean) / sd : count > mean ? Number.POSITIVE_INFINITY : 0;
  });
  const c3Statistic = counts.map((_, at) => {
    const three = c2Statistic.slice(Math.max(0, at - 2), at + 1);
    return three.length < 3 || three.includes(null)
      ? null
      : three.reduce<number>((sum, value) => sum + Math.max(0, (value ?? 0) - 1), 0);
  });
  return {
    c1: limits(0),
    c2: limits(LAG),
    c2Statistic,
    c3Statistic,
    c3Alarms: c3Statistic.flatMap((value, at) => (value !== null && value > C3_LIMIT ? [at] : [])),
  };
}

function spread(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)) };
}
