import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitedFailure } from '../../src/stats/limited-failure';
import { poissonInterval, weightedPoissonInterval } from '../../src/stats/poisson-interval';
import { predictionInterval } from '../../src/stats/prediction';
import { kaplanMeier, kaplanMeierOf, logRank, logRankOf, type Observed } from '../../src/stats/survival';
import { type Life, weibullBelow } from '../../src/stats/weibull';
import { mulberry, poisson } from '../support/random';

const units = fc.array(fc.record({ time: fc.integer({ min: 1, max: 12 }), failed: fc.boolean() }), {
  minLength: 2,
  maxLength: 40,
});

/** Counts at a time, by definition. */
function at(time: number, observed: readonly Observed[]) {
  const atRisk = observed.filter((one) => one.time >= time).length;
  return { time, atRisk, failed: observed.filter((one) => one.time === time && one.failed).length };
}
const TIMES = Array.from({ length: 12 }, (_, index) => index + 1);

describe('counted lifetimes', () => {
  it('give what units one by one give', () => {
    fc.assert(
      fc.property(units, units, (one, other) => {
        const sets = TIMES.map((time) => at(time, one)).filter(({ atRisk }) => atRisk > 0);
        expect(kaplanMeierOf(sets)).toEqual(kaplanMeier(one));
        const pairs = TIMES.map((time) => {
          const [all, own] = [at(time, [...one, ...other]), at(time, one)];
          return { ...all, ownAtRisk: own.atRisk, ownFailed: own.failed };
        });
        const [got, expected] = [logRankOf(pairs), logRank(one, other)];
        expect(got === null).toBe(expected === null);
        if (got !== null && expected !== null) expect(got.chiSquare).toBeCloseTo(expected.chiSquare, 9);
      }),
    );
  });

  it('takes a million units at many times in no time', () => {
    const many = Array.from({ length: 20_000 }, (_, time) => ({ time, failed: time % 3 === 0, weight: 50 }));
    const begun = performance.now();
    expect(logRank(many, many)?.p).toBeCloseTo(1, 9);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('weighted sum of Poisson counts', () => {
  it('has Garwood’s interval where weights are equal', () => {
    for (const counts of [[3], [0, 0], [2, 5, 0]]) {
      const [low, high] = weightedPoissonInterval(counts.map((count) => ({ count, weight: 0.25 })));
      const exact = poissonInterval(counts.reduce((sum, count) => sum + count, 0));
      expect(low).toBeCloseTo(exact[0] / 4, 9);
      expect(high).toBeCloseTo(exact[1] / 4, 9);
    }
  });

  it('holds the mean at least as often as it says', () => {
    const random = mulberry(5);
    const means = [8, 3, 1, 0.4].map((mean, index) => ({ mean, weight: 1 + 2 * index }));
    const truth = means.reduce((sum, { mean, weight }) => sum + mean * weight, 0);
    let inside = 0;
    for (let round = 0; round < 1000; round++) {
      const terms = means.map(({ mean, weight }) => ({ count: poisson(random, mean), weight }));
      const [low, high] = weightedPoissonInterval(terms);
      if (low <= truth && truth <= high) inside++;
    }
    expect(inside).toBeGreaterThan(940);
  });
});

describe('interval of a count to come', () => {
  it('holds Poisson counts as often as it says', () => {
    const random = mulberry(9);
    for (const mean of [0.3, 2, 15, 200]) {
      const [low, high] = predictionInterval(mean, mean);
      let inside = 0;
      for (let round = 0; round < 2000; round++) {
        const count = poisson(random, mean);
        if (low <= count && count <= high) inside++;
      }
      expect(inside).toBeGreaterThan(1870);
    }
    expect(predictionInterval(0, 0)).toEqual([0, 0]);
  });
});

describe('limited failure population', () => {
  const livesOf = (share: number, until: number): Life[] => {
    const failures = Array.from({ length: until / 7 }, (_, week) => ({
      time: week * 7,
      until: week * 7 + 7,
      failed: true,
      weight: 100_000 * share * (weibullBelow(week * 7 + 7, 2.8, 145) - weibullBelow(week * 7, 2.8, 145)),
    })).filter(({ weight }) => weight > 0);
    const failed = failures.reduce((sum, { weight }) => sum + weight, 0);
    return [...failures, { time: until, failed: false, weight: 100_000 - failed }];
  };

  it('finds the law of the units that can fail', () => {
    const found = limitedFailure(livesOf(0.01, 420));
    expect(found?.shape).toBeCloseTo(2.8, 2);
    expect(found?.scale).toBeCloseTo(145, 0);
    expect(found?.share).toBeCloseTo(0.01, 4);
    expect(found?.gain).toBeGreaterThan(10);
  });

  it('gains nothing where every unit can fail', () => {
    expect(limitedFailure(livesOf(1, 140))?.gain ?? 0).toBeLessThan(1);
    expect(limitedFailure([{ time: 5, failed: false, weight: 10 }])).toBeNull();
  });
});
