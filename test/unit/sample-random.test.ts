import { describe, expect, it } from 'vitest';
import { among, lognormal, poisson, type Sampler, weibull } from '../../sample-data/generator/distributions';
import { Random, streams } from '../../sample-data/generator/random';

const DRAWS = 100_000;

function draws(sampler: Sampler, count = DRAWS): number[] {
  const random = streams(1, 'test')();
  return Array.from({ length: count }, () => sampler(random));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

describe('random numbers', () => {
  it('are those of the reference xoshiro128**', () => {
    const random = new Random(1, 2, 3, 4);
    const first = Array.from({ length: 8 }, () => random.bits());
    expect(first).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849]);
  });

  it('repeat by seed, concern and place, and differ otherwise', () => {
    const next = (...[seed, concern, x, y]: [number, string, number, number]) => streams(seed, concern)(x, y).bits();
    expect(next(1, 'a', 2, 3)).toBe(next(1, 'a', 2, 3));
    const others = [next(1, 'a', 2, 3), next(2, 'a', 2, 3), next(1, 'b', 2, 3), next(1, 'a', 3, 2), next(1, 'a', 2, 4)];
    expect(new Set(others).size).toBe(others.length);
  });

  it('give every place a key of its own', () => {
    const open = streams(20240101, 'keys');
    const keys = new Set<string>();
    for (let x = 0; x < 500; x++)
      for (let y = 0; y < 400; y++) {
        const random = open(x, y);
        keys.add(`${random.bits()}-${random.bits()}`);
      }
    expect(keys.size).toBe(500 * 400);
  });

  it('do not repeat in a long run', () => {
    const random = streams(3, 'run')();
    const pairs = new Set<number>();
    for (let index = 0; index < 1_000_000; index++) pairs.add(random.bits() * 2 ** 21 + (random.bits() >>> 11));
    expect(pairs.size).toBe(1_000_000);
  });

  it('are uniform in each of sixteen cells', () => {
    const cells = new Array<number>(16).fill(0);
    for (const value of draws((random) => random.uniform(), 160_000)) {
      const cell = Math.floor(value * 16);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const chiSquare = cells.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(37.7); // 0.1 % point at 15 degrees of freedom
  });
});

describe('distributions', () => {
  it.each([0.003, 0.7, 12, 75])('poisson(%d) has mean and variance of that size', (lambda) => {
    const values = draws((random) => poisson(random, lambda));
    const average = mean(values);
    expect(Math.abs(average - lambda)).toBeLessThan(5 * Math.sqrt(lambda / DRAWS));
    const variance = mean(values.map((value) => (value - average) ** 2));
    expect(Math.abs(variance / lambda - 1)).toBeLessThan(lambda < 0.01 ? 0.3 : 0.05);
  });

  it('lognormal has its median and spread', () => {
    const values = draws(lognormal(16, 0.6));
    expect(median(values)).toBeCloseTo(16, 0);
    const logs = values.map(Math.log);
    const centre = mean(logs);
    expect(Math.sqrt(mean(logs.map((log) => (log - centre) ** 2)))).toBeCloseTo(0.6, 1);
  });

  it('weibull has 63 % below its scale', () => {
    const below = draws(weibull(2.8, 145)).filter((days) => days < 145).length;
    expect(below / DRAWS).toBeCloseTo(1 - Math.exp(-1), 2);
  });

  it('among picks by weight', () => {
    const letter = among(['a', 3], ['b', 1]);
    const random = streams(1, 'among')();
    const share = Array.from({ length: DRAWS }, () => letter(random)).filter((one) => one === 'a').length / DRAWS;
    expect(share).toBeCloseTo(0.75, 2);
  });
});
