import { betaBelow } from './beta';
import { binomialDensity } from './saddle-point';

/** Probability of exactly `count` among `trials`. */
export function binomialExactly(count: number, trials: number, p: number): number {
  return binomialDensity(count, trials, p);
}

/** Probability of `count` or fewer among `trials`. */
export function binomialAtMost(count: number, trials: number, p: number): number {
  if (count < 0) return 0;
  if (count >= trials) return 1;
  return betaBelow(1 - p, trials - Math.floor(count), Math.floor(count) + 1);
}

/** Probability of `count` or more among `trials`. */
export function binomialAtLeast(count: number, trials: number, p: number): number {
  if (count <= 0) return 1;
  if (count > trials) return 0;
  return betaBelow(p, Math.ceil(count), trials - Math.ceil(count) + 1);
}
