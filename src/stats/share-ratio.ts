import { betaBelow, betaQuantile } from './beta';
import { chiSquareQuantile, gammaQuantile } from './gamma';
import type { Interval } from './poisson-interval';

/**
 * What a group's own rate is told from: events and exposure of many places (batches), of each of which a share 0…1 belongs to the group.
 * Exposure in any unit, the same everywhere; places without a share only count in the totals.
 */
export interface ShareTotals {
  /** All events, and all exposure. */
  readonly events: number;
  readonly exposure: number;
  /** Σ events × share. */
  readonly shared: number;
  /** Σ exposure × share, and Σ exposure × share². Equal where each place belongs to the group or not. */
  readonly first: number;
  readonly second: number;
}

/** A place that has events and a share above 0 in the group. */
export interface SharedPlace {
  readonly events: number;
  readonly share: number;
}

export interface ShareRatio {
  /** Rate of the group ÷ rate of the rest; null where the rest has no events. */
  readonly ratio: number | null;
  /** The upper bound may be Infinity. */
  readonly interval: Interval;
  /** Events that the group accounts for at that ratio, and what it would have at the rate of the rest (of the whole, where the rest has none). */
  readonly events: number;
  readonly expected: number;
  /** Log-likelihood gained over one rate for all, divided by the dispersion. */
  readonly gain: number;
}

const LARGEST = 1e6;
const HALVINGS = 60;

/**
 * Probability that chance brings as many events into the group, or more, if its rate were that of the rest: the score test.
 * Each event falls on a place in proportion to exposure and brings its share; the sum is taken for a scaled binomial with the right mean,
 * variance and largest value. Exact (the conditional test of `rateRatio`) where shares are 0 or 1. 1 where nothing can be told.
 * @param dispersion scatter over that of chance; counts are divided by it
 */
export function shareTail({ events, exposure, shared, first, second }: ShareTotals, dispersion = 1): number {
  const mean = first / exposure;
  if (!(shared > 0 && mean > 0 && mean < 1)) return 1;
  const scale = dispersion * Math.min(1, Math.max(1e-6, (second / exposure - mean * mean) / (mean * (1 - mean))));
  return betaBelow(mean, shared / scale, Math.max(0, events - shared) / scale + 1);
}

/**
 * Lower 95 % credibility bound of the information component log₂((n + ½) ÷ (e + ½)) (Norén, Hopstadius & Bate 2013), counts divided by
 * the dispersion.
 */
export function lowerInformation(events: number, expected: number, dispersion = 1): number {
  const quantile = gammaQuantile(0.025, events / dispersion + 0.5);
  return quantile > 0 ? Math.log2(quantile / (expected / dispersion + 0.5)) : -LARGEST;
}

/**
 * Maximum likelihood of the ratio r in Poisson means exposure × (1 − share + share × r) × a common rate, the rate profiled out; among all
 * events that is one equation in r, solved by halving. Interval: Clopper & Pearson mapped to the ratio where shares are 0 or 1, else
 * profile likelihood. The ratio is looked for on the side to which the score points.
 */
export function shareRatio(
  totals: ShareTotals,
  places: readonly SharedPlace[],
  dispersion = 1,
  confidence = 0.95,
): ShareRatio {
  const { events: n, exposure, shared, first, second } = totals;
  const rest = exposure - first;
  const isWhole = first - second <= 1e-9 * first;
  const gainAt = (ratio: number) => {
    let sum = -n * Math.log((rest + first * ratio) / exposure);
    for (const { events, share } of places) sum += events * Math.log(1 - share + share * ratio);
    return sum;
  };
  const attributed = (ratio: number) =>
    places.reduce((sum, { events, share }) => sum + (events * share * ratio) / (1 - share + share * ratio), 0);
  const score = (ratio: number) => attributed(ratio) - (n * first * ratio) / (rest + first * ratio);
  const ratio = isWhole ? (shared / first) * (rest / (n - shared)) : rootOf(score);
  const bounded = Number.isFinite(ratio) && ratio < LARGEST;
  const at = bounded ? ratio : LARGEST;
  const events = isWhole ? shared : attributed(at);
  const gain = ratio > 0 ? gainAt(at) : 0;
  return {
    ratio: bounded ? ratio : null,
    interval: isWhole
      ? wholeInterval(shared / dispersion, (n - shared) / dispersion, rest / first, confidence)
      : profileInterval(gainAt, at, gain - (dispersion * chiSquareQuantile(confidence, 1)) / 2),
    events,
    expected: bounded ? ((n - events) * first) / rest : (n * first) / exposure,
    gain: gain / dispersion,
  };
}

/** Where a score turns from plus to minus, beginning at 1; 0 or `LARGEST` where it does not. */
function rootOf(score: (ratio: number) => number): number {
  const up = score(1) > 0;
  let [low, high] = up ? [1, 2] : [0.5, 1];
  while (up && score(high) > 0) {
    if (high >= LARGEST) return LARGEST;
    [low, high] = [high, high * 4];
  }
  while (!up && score(low) < 0) {
    if (low < 1 / LARGEST) return 0;
    [low, high] = [low / 4, low];
  }
  return halved(low, high, (ratio) => score(ratio) > 0);
}

/** Halves a stretch on a logarithmic scale; the test holds at its lower end and fails at its upper. */
function halved(from: number, to: number, holds: (ratio: number) => boolean): number {
  let [low, high] = [Math.log(from), Math.log(to)];
  for (let turn = 0; turn < HALVINGS && high - low > 1e-12; turn += 1) {
    const middle = (low + high) / 2;
    if (holds(Math.exp(middle))) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function wholeInterval(inside: number, outside: number, exposureRatio: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const low = inside <= 0 ? 0 : betaQuantile(tail, inside, outside + 1);
  const above = outside <= 0 ? 0 : betaQuantile(tail, outside, inside + 1);
  return [
    (low / (1 - low)) * exposureRatio,
    above === 0 ? Number.POSITIVE_INFINITY : ((1 - above) / above) * exposureRatio,
  ];
}

function profileInterval(gainAt: (ratio: number) => number, best: number, level: number): Interval {
  const least = 1 / LARGEST;
  const low = best <= least || gainAt(least) >= level ? 0 : halved(least, best, (ratio) => gainAt(ratio) < level);
  if (best >= LARGEST || gainAt(LARGEST) >= level) return [low, Number.POSITIVE_INFINITY];
  return [low, halved(Math.max(best, least), LARGEST, (ratio) => gainAt(ratio) >= level)];
}
