import { FALSE_SHARE } from '../../analysis/signals/candidate';
import { poissonInterval } from '../../stats/poisson-interval';

/** Complaints from which on a slice would have been a signal for certain, where so many are expected and so many tests were made (Bonferroni). */
export function smallestFound(expected: number, tests: number): number {
  const confidence = 1 - (2 * FALSE_SHARE) / Math.max(1, tests);
  let n = Math.ceil(expected);
  while (poissonInterval(n, confidence)[0] <= expected) n += 1;
  return n;
}
