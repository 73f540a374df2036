import type { Random } from './random';

/**
 * Samplers made of logarithm, exponential and square root only: engines agree on these to the last bit,
 * while trigonometry and powers differ between versions and the committed files must be reproducible.
 */
export type Sampler<T = number> = (random: Random) => T;

/** Standard normal by Marsaglia's polar method; the second value is dropped so that a draw leaves no hidden state. */
function normal(random: Random): number {
  for (;;) {
    const u = 2 * random.uniform() - 1;
    const v = 2 * random.uniform() - 1;
    const square = u * u + v * v;
    if (square < 1 && square > 0) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** Log-normal with the given median; `sigma` is the standard deviation of the logarithm. */
export function lognormal(median: number, sigma: number): Sampler {
  return (random) => median * Math.exp(sigma * normal(random));
}

/** Weibull: `shape` above 1 is wear-out, below 1 early failure; 63 % have failed at `scale`. */
export function weibull(shape: number, scale: number): Sampler {
  return (random) => scale * Math.exp(Math.log(-Math.log(random.uniform())) / shape);
}

/** Uniform on (from, until). */
export function uniform(from: number, until: number): Sampler {
  return (random) => from + (until - from) * random.uniform();
}

/** Poisson count: inversion for small means, and the sum of two halves for large ones. */
export function poisson(random: Random, mean: number): number {
  if (mean > 30) return poisson(random, mean / 2) + poisson(random, mean / 2);
  const limit = random.uniform();
  let term = Math.exp(-mean);
  let sum = term;
  let count = 0;
  while (sum < limit && term > 0) {
    count++;
    term *= mean / count;
    sum += term;
  }
  return count;
}

/** One of the items by its weight; weights need not add up to 1. */
export function among<T>(...weighted: readonly (readonly [item: T, weight: number])[]): Sampler<T> {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const [last] = weighted[weighted.length - 1] as readonly [T, number];
  return (random) => {
    let rest = random.uniform() * total;
    for (const [item, weight] of weighted) {
      rest -= weight;
      if (rest < 0) return item;
    }
    return last;
  };
}
