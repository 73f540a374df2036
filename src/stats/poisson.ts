import { gammaAbove, gammaBelow } from './gamma';
import { poissonDensity } from './saddle-point';

/** Probability of exactly `count` events where `mean` are expected. */
export function poissonExactly(count: number, mean: number): number {
  return poissonDensity(count, mean);
}

/** Probability of `count` events or fewer. */
export function poissonAtMost(count: number, mean: number): number {
  return count < 0 ? 0 : gammaAbove(mean, Math.floor(count) + 1);
}

/** Probability of `count` events or more. */
export function poissonAtLeast(count: number, mean: number): number {
  return count <= 0 ? 1 : gammaBelow(mean, Math.ceil(count));
}

/** Smallest count that is not exceeded with at least `probability`, as R's `qpois`. */
export function poissonQuantile(probability: number, mean: number): number {
  if (!(probability >= 0 && probability < 1) || !(mean >= 0)) return Number.NaN;
  // Chebyshev bounds the answer; halving finds it.
  let high = Math.ceil(mean + Math.sqrt(mean / Math.max(1 - probability, 1e-300))) + 1;
  let low = -1;
  // R's fuzz: a probability reached up to rounding counts as reached.
  const wanted = probability * (1 - 64 * Number.EPSILON);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (poissonAtMost(middle, mean) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}
