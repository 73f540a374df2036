import { betaBelow } from './beta';
import { hypergeometricAtLeast, hypergeometricAtMost, type Urn } from './hypergeometric';
import { normalQuantile } from './normal';
import type { Interval } from './poisson-interval';

/** How much of `n` things has an attribute, each by a share of 0…1: Σ share, and Σ share² (the same where each has it or not). */
export interface WeightedShare {
  readonly x: number;
  readonly squares: number;
  readonly n: number;
}

export interface ShareComparison {
  /** Share of one ÷ share of the other; null where the other has none. */
  readonly ratio: number | null;
  /** 95 %: Katz, with the variance of the shares; with nothing on one side after half is added to both (Walter). May end at Infinity. */
  readonly interval: Interval;
  /** Central two-sided p: twice the smaller tail of what chance would deal to one side. */
  readonly p: number;
  /** Log-likelihood gained by giving each side its own share; above 0. */
  readonly gain: number;
}

/** As good as whole numbers. */
const WHOLE = 1e-9;
const NARROWEST = 1e-6;

/**
 * Compares the shares of an attribute on two sides. The tails are those of dealing all things at random to sides of these sizes: Fisher's
 * exact test where things have the attribute or not. Where they have it by shares, the sum on the smaller side is taken for a scaled
 * binomial with the mean and variance of such a deal (the score test). Null where a side is empty, or nothing or everything has it.
 */
export function compareShares(one: WeightedShare, other: WeightedShare): ShareComparison | null {
  const n = one.n + other.n;
  const x = one.x + other.x;
  if (!(one.n > 0 && other.n > 0 && x > 0 && x < n)) return null;
  const mean = x / n;
  const spread = ((one.squares + other.squares) / n - mean * mean) / (mean * (1 - mean));
  const scale = Math.min(1, Math.max(NARROWEST, spread));
  const isWhole = x - one.squares - other.squares <= WHOLE * x;
  const [more, fewer] = isWhole ? exactTails(one, other) : scaledTails(one, other, mean, scale);
  return {
    ratio: other.x > 0 ? one.x / one.n / (other.x / other.n) : null,
    interval: ratioInterval(one, other),
    p: Math.min(1, 2 * Math.min(more, fewer)),
    gain: Math.max(0, (logLikelihood(one) + logLikelihood(other) - logLikelihood({ x, n })) / scale),
  };
}

/** Probabilities of as much on the first side or more, and of as much or less. */
function exactTails(one: WeightedShare, other: WeightedShare): [more: number, fewer: number] {
  const urn: Urn = { marked: one.n, plain: other.n, drawn: Math.round(one.x + other.x) };
  const x = Math.round(one.x);
  return [hypergeometricAtLeast(x, urn), hypergeometricAtMost(x, urn)];
}

function scaledTails(one: WeightedShare, other: WeightedShare, mean: number, scale: number): [number, number] {
  const isFirst = one.n <= other.n;
  const { x, n } = isFirst ? one : other;
  const all = one.n + other.n;
  // Dealing without putting back varies less than drawing anew, the more so the larger the part that is dealt.
  const unit = Math.max(NARROWEST, (scale * (all - n)) / Math.max(1, all - 1));
  const rest = Math.max(0, n - x);
  const more = x > 0 ? betaBelow(mean, x / unit, rest / unit + 1) : 1;
  const fewer = rest > 0 ? betaBelow(1 - mean, rest / unit, x / unit + 1) : 1;
  return isFirst ? [more, fewer] : [fewer, more];
}

function ratioInterval(one: WeightedShare, other: WeightedShare): Interval {
  const z = normalQuantile(0.975);
  if (one.x > 0 && other.x > 0) {
    const ratio = one.x / one.n / (other.x / other.n);
    const reach = z * Math.sqrt(relativeVariance(one) + relativeVariance(other));
    return [ratio * Math.exp(-reach), ratio * Math.exp(reach)];
  }
  const [a, b, m, k] = [one.x + 0.5, other.x + 0.5, one.n + 0.5, other.n + 0.5];
  const reach = z * Math.sqrt(Math.max(0, 1 / a - 1 / m) + Math.max(0, 1 / b - 1 / k));
  const ratio = a / m / (b / k);
  return one.x > 0 ? [ratio * Math.exp(-reach), Number.POSITIVE_INFINITY] : [0, ratio * Math.exp(reach)];
}

/** Variance of a mean share over its square. */
function relativeVariance({ x, squares, n }: WeightedShare): number {
  return Math.max(0, (squares * n) / (x * x) - 1) / n;
}

function logLikelihood({ x, n }: Pick<WeightedShare, 'x' | 'n'>): number {
  const term = (part: number) => (part > 0 ? part * Math.log(part / n) : 0);
  return term(x) + term(n - x);
}
