import { gammaAbove, gammaBelow } from './gamma';

const HALVINGS = 60;

/** Limits of observed ÷ expected around 1; a lower one is 0 where not even no events would be too few. */
export interface RatioLimits {
  readonly low: number;
  readonly high: number;
}

/**
 * Control limits of a funnel plot at an expected count (Spiegelhalter 2005): exact Poisson, tail (1 − coverage) ÷ 2 on each side, between
 * whole counts by the gamma distribution that continues the Poisson tails, so that the lines are smooth.
 * @param expected above 0
 */
export function funnelLimits(expected: number, coverage = 0.95): RatioLimits {
  const tail = (1 - coverage) / 2;
  // Chebyshev bounds the count whose upper tail is so small.
  const most = expected + Math.sqrt(expected / tail) + 2;
  // As many or more: gammaBelow(expected, count). As few or fewer: gammaAbove(expected, count + 1).
  const high = halved(0, most, (count) => gammaBelow(expected, count) > tail);
  const low =
    gammaAbove(expected, 1) > tail ? 0 : halved(0, expected, (count) => gammaAbove(expected, count + 1) <= tail);
  return { low: low / expected, high: high / expected };
}

/** Where a test that holds from `low` on ceases to. */
function halved(low: number, high: number, holds: (count: number) => boolean): number {
  let [from, to] = [low, high];
  for (let turn = 0; turn < HALVINGS; turn += 1) {
    const middle = (from + to) / 2;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
