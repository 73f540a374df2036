import { gammaQuantile } from './gamma';
import type { Interval } from './poisson-interval';

/**
 * Interval in which a count to come will lie, from the mean and variance expected of it (Poisson: both equal; more where the mean itself is
 * not known exactly or periods scatter): the gamma distribution of these moments, rounded to the counts that it reaches by half.
 * A mean of 0 gives 0 to 0.
 */
export function predictionInterval(mean: number, variance: number, confidence = 0.95): Interval {
  if (!(mean > 0)) return [0, 0];
  const tail = (1 - confidence) / 2;
  const quantile = (probability: number) => (variance / mean) * gammaQuantile(probability, (mean * mean) / variance);
  return [Math.max(0, Math.ceil(quantile(tail) - 0.5)), Math.floor(quantile(1 - tail) + 0.5)];
}
