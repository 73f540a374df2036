import stdlibCdf from '@stdlib/stats-base-dists-beta-cdf';
import stdlibQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** Probability of at most `x` under a beta distribution. */
export function betaBelow(x: number, a: number, b: number): number {
  return stdlibCdf(x, a, b);
}

/** Where a beta distribution has `probability` below it. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return stdlibQuantile(probability, a, b);
}
