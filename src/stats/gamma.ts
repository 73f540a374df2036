import { normalQuantile } from './normal';
import { poissonDensity } from './saddle-point';

const CLOSE = 1e-15;
const FOUND = 1e-14;

/** Probability of at most `x` under a gamma distribution of scale 1: the regularised incomplete gamma function P(shape, x). */
export function gammaBelow(x: number, shape: number): number {
  if (!(x > 0)) return 0;
  return x < shape + 1 ? series(x, shape) : 1 - fraction(x, shape);
}

/** Probability of more than `x`: Q(shape, x). Keeps its precision deep in the upper tail. */
export function gammaAbove(x: number, shape: number): number {
  if (!(x > 0)) return 1;
  return x < shape + 1 ? 1 - series(x, shape) : fraction(x, shape);
}

/** P(a, x) = xᵃe⁻ˣ/Γ(a+1) · (1 + x/(a+1) + x²/((a+1)(a+2)) + …), for x < a + 1. */
function series(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * CLOSE; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return poissonDensity(shape, x) * sum;
}

/** Q(a, x) by Legendre's continued fraction (Lentz's method), for x ≥ a + 1. */
function fraction(x: number, shape: number): number {
  const tiny = Number.MIN_VALUE / Number.EPSILON;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1_000_000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (nonZero(a * d + b) || tiny);
    c = nonZero(b + a / c) || tiny;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < CLOSE) break;
  }
  // xᵃe⁻ˣ/Γ(a) = a · xᵃe⁻ˣ/Γ(a+1)
  return Math.min(1, poissonDensity(shape, x) * shape * h);
}

function nonZero(value: number): number {
  return Math.abs(value) < Number.MIN_VALUE / Number.EPSILON ? 0 : value;
}

/**
 * Where a gamma distribution (scale 1) has `probability` below it. Wilson and Hilferty's start, then Newton's steps on the nearer tail,
 * kept inside a bracket that only shrinks. 0 gives 0, 1 gives Infinity.
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (!(probability >= 0 && probability <= 1) || !(shape > 0)) return Number.NaN;
  if (probability === 0) return 0;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  const z = normalQuantile(probability);
  const start = shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  // Near 0 the distribution is xᵃ/Γ(a+1).
  const small = Math.exp((Math.log(probability) - Math.log(poissonDensity(shape, 1)) - 1) / shape);
  let x = start > 0.1 * shape && shape > 0.5 ? start : Math.min(small, shape + 1);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 200; step++) {
    const excess = x < shape + 1 ? gammaBelow(x, shape) - probability : 1 - probability - gammaAbove(x, shape);
    if (excess > 0) high = x;
    else low = x;
    const density = (poissonDensity(shape, x) * shape) / x;
    let next = x - excess / density;
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? x * 2 : (low + high) / 2;
    if (Math.abs(next - x) <= FOUND * next) return next;
    x = next;
  }
  return x;
}

/** Probability of more than `x` under chi-square with `df` degrees of freedom. */
export function chiSquareAbove(x: number, df: number): number {
  return gammaAbove(x / 2, df / 2);
}

/** Where chi-square with `df` degrees of freedom has `probability` below it. */
export function chiSquareQuantile(probability: number, df: number): number {
  return 2 * gammaQuantile(probability, df / 2);
}
