import { type Exposed, rateRatioInterval } from '../../stats/rate-ratio';
import { finite } from './sample';
import type { SameMonth } from './types';

/** How a rate compares with the one before, null where it cannot be told or has no end. */
export function ratioOf(before: Exposed, after: Exposed): Pick<SameMonth, 'ratio' | 'interval'> {
  const [low, high] = rateRatioInterval(before, after);
  return {
    ratio: finite(after.events / after.exposure / (before.events / before.exposure)),
    interval: [finite(low), finite(high)],
  };
}
