import stdlibCdf from '@stdlib/stats-base-dists-t-cdf';
import stdlibQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Probability of at most `t` under Student's distribution. */
export function studentBelow(t: number, df: number): number {
  return stdlibCdf(t, df);
}

/** Two-sided probability of a value at least as far from 0 as `t`. */
export function studentTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * studentBelow(-Math.abs(t), df));
}

/** Where Student's distribution has `probability` below it. */
export function studentQuantile(probability: number, df: number): number {
  return stdlibQuantile(probability, df);
}
