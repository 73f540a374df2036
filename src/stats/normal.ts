import stdlibCdf from '@stdlib/stats-base-dists-normal-cdf';
import stdlibQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Probability of at most `z` under the standard normal distribution. */
export function normalBelow(z: number): number {
  return stdlibCdf(z, 0, 1);
}

/** Two-sided probability of a standard normal value at least as far from 0 as `z`. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalBelow(-Math.abs(z)));
}

/** Where the standard normal distribution has `probability` below it: the library's value (2e-9 off deep in the tail) and Newton's steps. */
export function normalQuantile(probability: number): number {
  let z = stdlibQuantile(probability, 0, 1);
  if (!Number.isFinite(z) || z === 0) return z;
  for (let step = 0; step < 5; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    // The tail on its own side is the one that keeps its digits.
    const excess = z < 0 ? normalBelow(z) - probability : 1 - probability - normalBelow(-z);
    const next = z - excess / density;
    if (!(Math.abs(next - z) > 1e-15 * Math.abs(z))) return next;
    z = next;
  }
  return z;
}
