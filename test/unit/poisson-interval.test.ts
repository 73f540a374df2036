import { describe, expect, it } from 'vitest';
import { poissonInterval } from '../../src/stats/poisson-interval';

/** R 4.2.2, poisson.test(x)$conf.int. */
const GARWOOD = [
  [0, 0, 3.68887945411394],
  [1, 0.0253178079842899, 5.57164339031042],
  [10, 4.79538869613243, 18.3903560420178],
] as const;

describe('poissonInterval', () => {
  it.each(GARWOOD)('of %d is that of R', (count, low, high) => {
    const [below, above] = poissonInterval(count);
    expect(below).toBeCloseTo(low, 8);
    expect(above / high).toBeCloseTo(1, 9);
  });

  it.each([1, 2, 5, 50, 500, 20_000])('leaves %d two and a half per cent on each side', (count) => {
    const [low, high] = poissonInterval(count);
    expect(1 - cumulative(count - 1, low)).toBeCloseTo(0.025, 8);
    expect(cumulative(count, high)).toBeCloseTo(0.025, 8);
  });

  it('grows with the confidence asked for', () => {
    const [low, high] = poissonInterval(12, 0.99);
    const [less, more] = poissonInterval(12, 0.8);
    expect(low).toBeLessThan(less);
    expect(high).toBeGreaterThan(more);
  });
});

/** P(X ≤ count), summed from the likeliest term in logarithms. */
function cumulative(count: number, mean: number): number {
  let log = -mean;
  let sum = Math.exp(log);
  for (let n = 1; n <= count; n++) {
    log += Math.log(mean / n);
    sum += Math.exp(log);
  }
  return sum;
}
