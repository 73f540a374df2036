import { gammaQuantile } from './gamma';

/** Both bounds of an interval; the upper may be Infinity. */
export type Interval = readonly [low: number, high: number];

/**
 * Exact interval of the mean behind a Poisson count (Garwood 1936), as R's `poisson.test` gives it: the bound below is the mean
 * that gives as many or more with probability α/2, the one above that gives as many or fewer.
 * @param confidence for example 0.95
 */
export function poissonInterval(count: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return [count === 0 ? 0 : gammaQuantile(tail, count), gammaQuantile(1 - tail, count + 1)];
}

/** Upper bound alone of the mean behind a Poisson count: the mean that gives as many or fewer with probability 1 − confidence. */
export function poissonUpperBound(count: number, confidence = 0.95): number {
  return gammaQuantile(confidence, count + 1);
}

/** Events over exposure with its exact interval; without exposure there is no rate: null. */
export function rateInterval(
  events: number,
  exposure: number,
  confidence = 0.95,
): { readonly rate: number; readonly interval: Interval } | null {
  if (!(exposure > 0)) return null;
  const [low, high] = poissonInterval(events, confidence);
  return { rate: events / exposure, interval: [low / exposure, high / exposure] };
}

/**
 * Interval of a weighted sum of Poisson counts, Σ wᵢxᵢ, by the gamma distribution of the same two moments (Fay & Feuer 1997, as R's
 * `asht::wspoissonTest`); with equal weights it is Garwood's. Weights above 0, in any unit: the bounds have it too.
 */
export function weightedPoissonInterval(
  terms: readonly { readonly count: number; readonly weight: number }[],
  confidence = 0.95,
): Interval {
  const tail = (1 - confidence) / 2;
  const sum = terms.reduce((total, { count, weight }) => total + weight * count, 0);
  const variance = terms.reduce((total, { count, weight }) => total + weight * weight * count, 0);
  const most = terms.reduce((largest, { weight }) => Math.max(largest, weight), 0);
  if (most === 0) return [0, 0];
  const quantile = (probability: number, mean: number, spread: number) =>
    (spread / mean) * gammaQuantile(probability, (mean * mean) / spread);
  return [sum === 0 ? 0 : quantile(tail, sum, variance), quantile(1 - tail, sum + most, variance + most * most)];
}
