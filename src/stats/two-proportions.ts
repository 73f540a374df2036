import { chiSquareAbove } from './gamma';
import {
  hypergeometricAtLeast,
  hypergeometricAtMost,
  hypergeometricExactly,
  support,
  type Urn,
} from './hypergeometric';
import { normalQuantile } from './normal';
import type { Interval } from './poisson-interval';
import { wilson } from './proportion';

/** `x` of `n`. */
export interface Share {
  readonly x: number;
  readonly n: number;
}

/** R's allowance for two tables being equally likely. */
const EQUALLY_LIKELY = 1 + 1e-7;

export interface FisherTest {
  readonly pLess: number;
  readonly pGreater: number;
  /** Sum over tables no likelier than the one seen. */
  readonly pTwoSided: number;
}

/** Fisher's exact test of a 2×2 table. */
export function fisherTest(one: Share, other: Share): FisherTest {
  const urn: Urn = { marked: one.n, plain: other.n, drawn: one.x + other.x };
  const [least, most] = support(urn);
  const limit = hypergeometricExactly(one.x, urn) * EQUALLY_LIKELY;
  let pTwoSided = 0;
  for (let x = least; x <= most; x++) {
    const p = hypergeometricExactly(x, urn);
    if (p <= limit) pTwoSided += p;
  }
  return {
    pLess: hypergeometricAtMost(one.x, urn),
    pGreater: hypergeometricAtLeast(one.x, urn),
    pTwoSided: Math.min(1, pTwoSided),
  };
}

export interface OddsRatio {
  /** Conditional maximum likelihood. */
  readonly ratio: number;
  /** Exact (Cornfield, through the noncentral hypergeometric distribution). */
  readonly interval: Interval;
}

/** Odds ratio given both margins, with its exact interval. */
export function conditionalOddsRatio(one: Share, other: Share, confidence = 0.95): OddsRatio {
  const urn: Urn = { marked: one.n, plain: other.n, drawn: one.x + other.x };
  const [least, most] = support(urn);
  const logs = relativeLogs(urn);
  const x = one.x - least;
  // The mean of something over all tables at some odds.
  const expected = (logOdds: number, of: (i: number) => number) => {
    const top = logs.reduce((max, log, i) => Math.max(max, log + logOdds * i), Number.NEGATIVE_INFINITY);
    let [sum, all] = [0, 0];
    logs.forEach((log, i) => {
      const weight = Math.exp(log + logOdds * i - top);
      sum += weight * of(i);
      all += weight;
    });
    return sum / all;
  };
  const mean = (t: number) => expected(t, (i) => i);
  const atMost = (t: number) => expected(t, (i) => (i <= x ? 1 : 0));
  const atLeast = (t: number) => expected(t, (i) => (i >= x ? 1 : 0));
  const tail = (1 - confidence) / 2;
  const none = one.x === least;
  const all = one.x === most;
  return {
    ratio: none ? 0 : all ? Number.POSITIVE_INFINITY : Math.exp(rising(mean, x)),
    interval: [
      none ? 0 : Math.exp(rising(atLeast, tail)),
      all ? Number.POSITIVE_INFINITY : Math.exp(rising((t) => -atMost(t), -tail)),
    ],
  };
}

/** Logarithms of the probabilities of all tables, less that of the first: they do not vanish where probabilities do. */
function relativeLogs({ marked, plain, drawn }: Urn): number[] {
  const [least, most] = support({ marked, plain, drawn });
  let log = 0;
  return Array.from({ length: most - least + 1 }, (_, i) => {
    const before = least + i - 1;
    if (i > 0) log += Math.log(((marked - before) * (drawn - before)) / ((before + 1) * (plain - drawn + before + 1)));
    return log;
  });
}

/** Where a rising function reaches a value, by halving. */
function rising(of: (t: number) => number, value: number): number {
  let [low, high] = [-1, 1];
  while (of(low) > value && low > -700) low *= 2;
  while (of(high) < value && high < 700) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); step++) {
    const middle = (low + high) / 2;
    if (of(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Difference p₁ − p₂ with Newcombe's (1998) interval, method 10: from both Wilson intervals. */
export function newcombeDifference(
  one: Share,
  other: Share,
  confidence = 0.95,
): { difference: number; interval: Interval } {
  const [p1, p2] = [one.x / one.n, other.x / other.n];
  const [low1, high1] = wilson(one.x, one.n, confidence);
  const [low2, high2] = wilson(other.x, other.n, confidence);
  const difference = p1 - p2;
  return {
    difference,
    interval: [difference - Math.hypot(p1 - low1, high2 - p2), difference + Math.hypot(high1 - p1, p2 - low2)],
  };
}

/** Ratio p₁ ÷ p₂ with the interval of its logarithm (Katz); null without events on both sides. */
export function riskRatio(one: Share, other: Share, confidence = 0.95): { ratio: number; interval: Interval } | null {
  if (!(one.x > 0 && other.x > 0)) return null;
  const ratio = one.x / one.n / (other.x / other.n);
  const error = Math.sqrt(1 / one.x - 1 / one.n + 1 / other.x - 1 / other.n);
  const reach = normalQuantile((1 + confidence) / 2) * error;
  return { ratio, interval: [ratio * Math.exp(-reach), ratio * Math.exp(reach)] };
}

/** Pearson's chi-square of a 2×2 table, plain and with Yates' correction; null where a margin is empty. */
export function chiSquareTest(
  one: Share,
  other: Share,
): { chiSquare: number; p: number; corrected: number; pCorrected: number } | null {
  const [a, b, c, d] = [one.x, one.n - one.x, other.x, other.n - other.x];
  const n = a + b + c + d;
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (!(margins > 0)) return null;
  const difference = Math.abs(a * d - b * c);
  const expected = [(a + b) * (a + c), (a + b) * (b + d), (c + d) * (a + c), (c + d) * (b + d)].map((part) => part / n);
  const off = Math.abs(a - (expected[0] ?? 0));
  const yates = Math.min(0.5, off);
  const chiSquare = (n * difference ** 2) / margins;
  const corrected = expected.reduce((sum, part) => sum + (off - yates) ** 2 / part, 0);
  return { chiSquare, p: chiSquareAbove(chiSquare, 1), corrected, pCorrected: chiSquareAbove(corrected, 1) };
}
