/** Makes the median absolute deviation the standard deviation of normal values, as R's `mad` does. */
const TO_SIGMA = 1.4826;
/** Modified z-score beyond which a value is an outlier (Iglewicz & Hoaglin 1993). */
const MOST_SIGMAS = 3.5;

export interface RobustLimits {
  readonly low: number;
  readonly high: number;
}

/**
 * Limits of amounts that spread by factors: median ± 3.5 × 1.4826 × MAD of their natural logarithms, as amounts. Undefined where more than
 * half of them are equal, because then any other would be an outlier.
 * @param median of the logarithms @param deviation median of their distances from it (not scaled)
 */
export function robustLimits(median: number, deviation: number): RobustLimits | undefined {
  if (!(deviation > 0)) return undefined;
  const reach = MOST_SIGMAS * TO_SIGMA * deviation;
  return { low: Math.exp(median - reach), high: Math.exp(median + reach) };
}
