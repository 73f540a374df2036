import { betaQuantile } from './beta';
import { binomialAtLeast, binomialAtMost, binomialExactly } from './binomial';
import type { Interval } from './poisson-interval';

/** Events among the units, months or pieces that could have had one. Exposure in any unit, the same on both sides. */
export interface Exposed {
  readonly events: number;
  readonly exposure: number;
}

export interface RateRatio {
  /** Rate after ÷ rate before; null where there is nothing to divide. */
  readonly ratio: number | null;
  /** Two-sided interval; excludes `nullRatio` exactly when `pTwoSided` < 1 − confidence. */
  readonly interval: Interval;
  /** One-sided bounds, each at the whole confidence. */
  readonly upperBound: number;
  readonly lowerBound: number;
  /** Probability of as few events after, or fewer, if the ratio were `nullRatio`. */
  readonly pLess: number;
  readonly pGreater: number;
  /** Central: twice the smaller tail, at most 1. */
  readonly pTwoSided: number;
  /** Sum over outcomes that are no likelier than the one seen (as R's `poisson.test`). */
  readonly pTwoSidedMinlike: number;
  /** Mid-p variants: half of what was seen. Less strict than promised; shown in expert view only. */
  readonly midPLess: number;
  readonly midPTwoSided: number;
}

/** R's allowance for two outcomes being equally likely. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * Compares two Poisson rates exactly: given all events together, those after are binomial with chance r·t₁/(r·t₁ + t₀)
 * (Przyborowski & Wilenski 1940; interval by Clopper & Pearson, mapped to the ratio). No events at all say nothing.
 * @param nullRatio the ratio under test: 1, or 1 − the reduction that was promised
 * @throws RangeError when events are no whole numbers: `rateRatioInterval` takes such
 */
export function rateRatio(before: Exposed, after: Exposed, nullRatio = 1, confidence = 0.95): RateRatio {
  const [x0, x1] = [before.events, after.events];
  const n = x0 + x1;
  if (!Number.isInteger(x0) || !Number.isInteger(x1)) throw new RangeError('events are whole numbers');
  if (n === 0 || !(before.exposure > 0) || !(after.exposure > 0)) return NOTHING;
  const exposureRatio = after.exposure / before.exposure;
  const chance = (nullRatio * exposureRatio) / (1 + nullRatio * exposureRatio);
  const alpha = 1 - confidence;
  const [lowerBound, upperBound] = bounds(before, after, alpha);
  const pLess = binomialAtMost(x1, n, chance);
  const pGreater = binomialAtLeast(x1, n, chance);
  const exactly = binomialExactly(x1, n, chance);
  const midPLess = pLess - exactly / 2;
  return {
    ratio: x0 === 0 ? Number.POSITIVE_INFINITY : x1 / x0 / exposureRatio,
    interval: bounds(before, after, alpha / 2),
    upperBound,
    lowerBound,
    pLess,
    pGreater,
    pTwoSided: Math.min(1, 2 * Math.min(pLess, pGreater)),
    pTwoSidedMinlike: minlike(x1, n, chance, exactly),
    midPLess,
    midPTwoSided: Math.min(1, 2 * Math.min(midPLess, 1 - midPLess)),
  };
}

/**
 * Interval of the ratio alone, also of events that are no whole numbers: counts divided by their dispersion, so that it is as much wider as they
 * scatter more than chance. Without events or exposure 0 to Infinity.
 */
export function rateRatioInterval(before: Exposed, after: Exposed, confidence = 0.95): Interval {
  if (before.events + after.events === 0 || !(before.exposure > 0) || !(after.exposure > 0)) return NOTHING.interval;
  return bounds(before, after, (1 - confidence) / 2);
}

/** Clopper & Pearson's bounds of the share of events after, as ratios; each with its tail. */
function bounds({ events: x0, exposure: t0 }: Exposed, { events: x1, exposure: t1 }: Exposed, tail: number): Interval {
  const exposureRatio = t1 / t0;
  const low = x1 === 0 ? 0 : betaQuantile(tail, x1, x0 + 1);
  // The upper bound from its own side, so that it keeps its digits near 1.
  const above = x0 === 0 ? 0 : betaQuantile(tail, x0, x1 + 1);
  return [low / (1 - low) / exposureRatio, x0 === 0 ? Number.POSITIVE_INFINITY : (1 - above) / above / exposureRatio];
}

/** What no events, or no exposure, say. */
const NOTHING: RateRatio = {
  ratio: null,
  interval: [0, Number.POSITIVE_INFINITY],
  upperBound: Number.POSITIVE_INFINITY,
  lowerBound: 0,
  pLess: 1,
  pGreater: 1,
  pTwoSided: 1,
  pTwoSidedMinlike: 1,
  midPLess: 1,
  midPTwoSided: 1,
};

/** The binomial has one mode: outcomes that are no likelier lie beyond a point on the other side, found by halving. */
function minlike(x: number, n: number, p: number, seen: number): number {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  if (x === mode) return 1;
  const limit = seen * EQUALLY_LIKELY;
  if (x < mode) {
    const first = firstWhere(mode - 1, n + 1, (k) => binomialExactly(k, n, p) <= limit);
    return Math.min(1, binomialAtMost(x, n, p) + binomialAtLeast(first, n, p));
  }
  const from = firstWhere(-1, mode + 1, (k) => k >= 0 && binomialExactly(k, n, p) > limit);
  return Math.min(1, binomialAtMost(from - 1, n, p) + binomialAtLeast(x, n, p));
}

/** First whole number after `low` up to `high` for which the test holds, given that it holds from there on. */
function firstWhere(low: number, high: number, test: (k: number) => boolean): number {
  let [no, yes] = [low, high];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (test(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
