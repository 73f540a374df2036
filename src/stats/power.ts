import { binomialAtLeast, binomialAtMost } from './binomial';
import { gammaQuantile } from './gamma';
import { poissonAtMost, poissonExactly, poissonQuantile } from './poisson';

/** A comparison of two Poisson rates that is planned. */
export interface Plan {
  /** Events before. */
  readonly expectedBefore: number;
  /** Rate after ÷ before that is hoped for. */
  readonly trueRatio: number;
  /** Exposure after ÷ before. */
  readonly exposureRatio: number;
  /** Ratio that must be shown to be undercut: 1, or 1 − must-show. */
  readonly nullRatio?: number;
  readonly alpha?: number;
}

/** Outcomes less likely than this in all are left out of the sums. */
const LEFT_OUT = 1e-13;

/**
 * Power of the exact conditional test: both counts are Poisson, the sum of the probabilities of all outcomes that would be significant.
 * @param sided 1: a lower rate is shown at α; 2: a difference either way (central)
 */
export function power(
  { expectedBefore, trueRatio, exposureRatio, nullRatio = 1, alpha = 0.05 }: Plan,
  sided: 1 | 2 = 1,
): number {
  const expectedAfter = expectedBefore * trueRatio * exposureRatio;
  const chance = (nullRatio * exposureRatio) / (1 + nullRatio * exposureRatio);
  const tail = sided === 1 ? alpha : alpha / 2;
  let total = 0;
  const [from, until] = range(expectedBefore);
  for (let before = from; before <= until; before++) {
    const p = poissonExactly(before, expectedBefore);
    const low = mostThatPasses(before, chance, tail);
    let passes = low < 0 ? 0 : poissonAtMost(low, expectedAfter);
    if (sided === 2) {
      const high = leastThatPasses(before, chance, tail);
      passes += 1 - poissonAtMost(high - 1, expectedAfter);
    }
    total += p * passes;
  }
  return total;
}

/** Counts between which a Poisson count lies but for a negligible chance. */
function range(mean: number): readonly [number, number] {
  return [Math.max(0, poissonQuantile(LEFT_OUT, mean) - 1), poissonQuantile(1 - LEFT_OUT, mean) + 1];
}

/** Largest count after that is significantly low given the count before; −1 when none is. */
function mostThatPasses(before: number, chance: number, alpha: number): number {
  let [yes, no] = [-1, before + 1];
  const passes = (after: number) => binomialAtMost(after, before + after, chance) <= alpha;
  while (passes(no)) no = no * 2 + 1;
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (passes(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Smallest count after that is significantly high given the count before. */
function leastThatPasses(before: number, chance: number, alpha: number): number {
  let [no, yes] = [-1, before + 1];
  const passes = (after: number) => before + after > 0 && binomialAtLeast(after, before + after, chance) <= alpha;
  while (!passes(yes)) yes = yes * 2 + 1;
  while (yes - no > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (passes(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/**
 * Smallest exposure after ÷ before with the wanted power: hundredths up to 5, tenths above. Null when 1000 times is not enough.
 */
export function exposureNeeded(
  plan: Omit<Plan, 'exposureRatio'>,
  { wanted = 0.8, sided = 1 }: { wanted?: number; sided?: 1 | 2 } = {},
): number | null {
  const reached = (step: number) => power({ ...plan, exposureRatio: ratioAt(step) }, sided);
  // Power of a discrete test rises with dents: doubling finds the region, single steps find the first in it.
  let [below, high] = [0, 1];
  for (let got = reached(high); got < wanted; got = reached(high)) {
    if (got < wanted - DENT) below = high;
    if (high === LAST_STEP) return null;
    high = Math.min(LAST_STEP, high * 2);
  }
  for (let step = below + 1; step < high; step++) if (reached(step) >= wanted) return ratioAt(step);
  return ratioAt(high);
}

/** More than the power of the exact test falls anywhere before it rises on. */
const DENT = 0.1;
/** The step at a ratio of 1000. */
const LAST_STEP = 10_450;

/** Ratios in hundredths up to 5, in tenths above. */
function ratioAt(step: number): number {
  return step <= 500 ? step / 100 : (step - 450) / 10;
}

export interface ZeroBaselinePlan {
  /** Events that the old rate would have given. */
  readonly expected: number;
  /** Passes with so many events or fewer. */
  readonly mostToPass: number;
  readonly alpha: number;
  readonly power: number;
}

/** Exposure needed when the old rate is known well: smallest expected count (in tenths) whose exact one-sample test has the wanted power. */
export function exposureAgainstKnownRate(trueRatio: number, alpha = 0.05, wanted = 0.8): ZeroBaselinePlan | null {
  // It only grows with what is expected.
  let most = -1;
  for (let tenth = 1; tenth <= 100_000; tenth++) {
    const expected = tenth / 10;
    while (poissonAtMost(most + 1, expected) <= alpha) most += 1;
    if (most < 0) continue;
    const reached = poissonAtMost(most, expected * trueRatio);
    if (reached >= wanted) return { expected, mostToPass: most, alpha: poissonAtMost(most, expected), power: reached };
  }
  return null;
}

/** Exposure after which at most `allowed` events show that the rate is below `targetRate`: χ² quantile ÷ 2 ÷ rate. */
export function exposureToShow(targetRate: number, allowed = 0, confidence = 0.95): number {
  return gammaQuantile(confidence, allowed + 1) / targetRate;
}

/** What no event among `n` still allows, at 95 %: exactly, by 3 ÷ n, and by Poisson. */
export function ruleOfThree(n: number): { exact: number; rule: number; poisson: number } {
  return { exact: -Math.expm1(Math.log(0.05) / n), rule: 3 / n, poisson: -Math.log(0.05) / n };
}

/** Chance that a rate which has not changed passes as a reduction of at least `mustShow`, given the plan. */
export function falsePassProbability(plan: Omit<Plan, 'trueRatio'>): number {
  return power({ ...plan, trueRatio: 1 });
}
