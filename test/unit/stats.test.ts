import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changePoints } from '../../src/stats/change-point';
import { attributeChart, beyondLimits } from '../../src/stats/control-chart';
import { disproportionality } from '../../src/stats/disproportionality';
import { farringtonLimit } from '../../src/stats/farrington';
import { gammaBelow, gammaQuantile } from '../../src/stats/gamma';
import { laneyChart } from '../../src/stats/laney';
import { benjaminiHochberg } from '../../src/stats/multiple-tests';
import { poissonAtLeast, poissonAtMost, poissonQuantile } from '../../src/stats/poisson';
import { poissonInterval } from '../../src/stats/poisson-interval';
import { exposureAgainstKnownRate, exposureNeeded, falsePassProbability, power } from '../../src/stats/power';
import { clopperPearson, upperShare, wilson } from '../../src/stats/proportion';
import { rateRatio } from '../../src/stats/rate-ratio';
import { nelson } from '../../src/stats/run-rules';
import { mantelHaenszelRatio, regressionRatio } from '../../src/stats/stratified-ratio';
import { kaplanMeier, logRank } from '../../src/stats/survival';
import { conditionalOddsRatio } from '../../src/stats/two-proportions';
import { weibull, weibullQuantile } from '../../src/stats/weibull';

const events = fc.integer({ min: 0, max: 3000 });
const exposure = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const exposed = fc.record({ events, exposure });
const share = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

describe('intervals', () => {
  test('hold the estimate and widen with confidence', () => {
    fc.assert(
      fc.property(events, fc.double({ min: 0.5, max: 0.98, noNaN: true }), (count, confidence) => {
        const [low, high] = poissonInterval(count, confidence);
        const [wider, widest] = poissonInterval(count, confidence + 0.015);
        return low <= count && count <= high && wider <= low && high <= widest;
      }),
    );
    fc.assert(
      fc.property(share, ({ x, n }) =>
        [clopperPearson(x, n), wilson(x, n)].every(
          ([low, high]) => 0 <= low && low <= x / n && x / n <= high && high <= 1,
        ),
      ),
    );
  });

  test('of a ratio leaves 1 out exactly when p is below α', () => {
    fc.assert(
      fc.property(exposed, exposed, (before, after) => {
        const { interval, pTwoSided } = rateRatio(before, after);
        const [low, high] = interval;
        // On the boundary both are right up to rounding.
        fc.pre(Math.abs(pTwoSided - 0.05) > 1e-9);
        return pTwoSided < 0.05 === (low > 1 || high < 1);
      }),
    );
  });

  test('of a ratio depends on the quotient of the exposures only, and turns over with its sides', () => {
    fc.assert(
      fc.property(exposed, exposed, fc.double({ min: 0.01, max: 100, noNaN: true }), (before, after, scale) => {
        const one = rateRatio(before, after);
        const scaled = rateRatio(
          { ...before, exposure: before.exposure * scale },
          { ...after, exposure: after.exposure * scale },
        );
        const turned = rateRatio(after, before);
        if (one.interval[0] > 0) expect(scaled.interval[0] / one.interval[0]).toBeCloseTo(1, 9);
        expect(turned.pLess).toBeCloseTo(one.pGreater, 8);
        if (one.interval[0] > 0) expect(turned.interval[1] * one.interval[0]).toBeCloseTo(1, 8);
      }),
    );
  });
});

describe('distributions', () => {
  test('a quantile is where its probability is reached', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }),
        fc.double({ min: 0.05, max: 1e5, noNaN: true }),
        (p, shape) => {
          expect(Math.abs(gammaBelow(gammaQuantile(p, shape), shape) - p)).toBeLessThan(1e-10);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.01, max: 5000, noNaN: true }),
        (p, mean) => {
          const count = poissonQuantile(p, mean);
          return poissonAtMost(count, mean) >= p - 1e-12 && (count === 0 || poissonAtMost(count - 1, mean) < p);
        },
      ),
    );
  });

  test('both tails make a whole', () => {
    fc.assert(
      fc.property(events, fc.double({ min: 0.01, max: 5000, noNaN: true }), (count, mean) => {
        expect(poissonAtMost(count, mean) + poissonAtLeast(count + 1, mean)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('several at once', () => {
  test('corrected values keep their order, are no smaller, and do not depend on the order of the tests', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (p) => {
        const q = benjaminiHochberg(p);
        expect(q.every((value, at) => value >= (p[at] ?? 0) - 1e-15 && value <= 1)).toBe(true);
        expect(benjaminiHochberg([...p].reverse())).toEqual([...q].reverse());
      }),
    );
  });

  test('strata may come in any order, and one stratum is the crude ratio', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ before: exposed, after: exposed }), { minLength: 1, maxLength: 6 }),
        (strata) => {
          const one = mantelHaenszelRatio(strata);
          const other = mantelHaenszelRatio([...strata].reverse());
          if (one.ratio !== null && one.ratio > 0) expect((other.ratio ?? 0) / one.ratio).toBeCloseTo(1, 9);
          const [first] = strata;
          if (first === undefined) return;
          const alone = mantelHaenszelRatio([first]);
          if (alone.ratio !== null && alone.crude !== null && alone.crude > 0)
            expect(alone.ratio / alone.crude).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('what R computes for tables that are not ordinary', () => {
  test('a stratum without events beside a million', () => {
    const strata = [
      { before: { events: 1_000_000, exposure: 1e6 }, after: { events: 900_000, exposure: 1e6 } },
      { before: { events: 0, exposure: 1e3 }, after: { events: 0, exposure: 1e3 } },
    ];
    const got = regressionRatio(strata);
    expect(got?.ratio).toBeCloseTo(0.9, 9);
    expect(got?.interval[1]).toBeCloseTo(0.902566638335018, 8);
  });

  test('an odds ratio whose tables have probabilities below any number, and one of a million', () => {
    const { ratio, interval } = conditionalOddsRatio({ x: 950, n: 1000 }, { x: 50, n: 1000 });
    expect(ratio / 357.81).toBeCloseTo(1, 2);
    expect(interval[0]).toBeLessThan(240);
    expect(interval[1]).toBeLessThan(560);
    const large = conditionalOddsRatio({ x: 90_000, n: 1_000_000 }, { x: 91_000, n: 1_000_000 });
    expect(large.ratio).toBeCloseTo((90_000 / 910_000) * (909_000 / 91_000), 5);
  });

  test('what only the attribute has is a signal, not undefined', () => {
    expect(disproportionality({ a: 5, b: 10, c: 0, d: 100 })).toMatchObject({
      prr: Number.POSITIVE_INFINITY,
      ror: Number.POSITIVE_INFINITY,
      prrInterval: null,
      evans: true,
    });
    expect(disproportionality({ a: 0, b: 4, c: 0, d: 9 })).toMatchObject({ prr: null, ror: null, evans: false });
  });
});

describe('charts', () => {
  test('do not change with the unit of exposure', () => {
    const counts = [12, 25, 9, 30, 16, 22, 35, 19];
    const sizes = [1000, 1800, 700, 2000, 1200, 1500, 1900, 900];
    const one = attributeChart('u', counts, sizes);
    const other = attributeChart(
      'u',
      counts,
      sizes.map((size) => size / 1000),
    );
    one.z.forEach((z, at) => {
      expect(other.z[at]).toBeCloseTo(z, 10);
    });
    expect(beyondLimits(other)).toEqual(beyondLimits(one));
  });

  test('a period without exposure is no point, and breaks no limit and no run', () => {
    const chart = attributeChart('u', [5, 3, 0, 4], [100, 100, 0, 100]);
    expect(chart.points[2]).toBeNaN();
    expect(chart.center).toBeCloseTo(0.04, 12);
    expect(beyondLimits(chart)).toEqual([]);
    const z = [1, 1, 1, 1, Number.NaN, 1, 1, 1, 1, 1];
    expect(nelson('2', z)).toEqual([]);
  });

  test('a point on a limit or on the centre line is on it, whatever its rounding', () => {
    const z = [0.4, 0.2].map((value) => (value - 0.1) / 0.1);
    expect(z[0]).toBeGreaterThan(3);
    expect(nelson('1', z)).toEqual([]);
    expect(nelson('2', [1, 1, 1, 1, 1, 1, 1, 1, 1e-16])).toEqual([]);
  });

  test('equal points lie on the centre of Laney’s chart', () => {
    expect(laneyChart('u', [5, 5, 5], [10, 10, 10]).z).toEqual([0, 0, 0]);
  });

  test('a stretch without exposure is no phase of its own', () => {
    expect(changePoints([5, 6, 1, 5, 6], [10, 10, 0, 10, 10])).toEqual([]);
  });

  test('a series without any event has limits of zero and no signal', () => {
    const chart = attributeChart('u', [0, 0, 0], [10, 20, 30]);
    expect(chart.upper).toEqual([0, 0, 0]);
    expect(beyondLimits(chart)).toEqual([]);
    expect(chart.z).toEqual([0, 0, 0]);
  });

  // Counts that scatter three times as much as chance: a plain chart cries wolf, Laney's does not.
  test('overdispersion does not fool Laney’s chart', () => {
    const random = generator(7);
    const sizes = Array.from({ length: 200 }, () => 1000);
    const counts = sizes.map(() => poissonOf(random, 30 * Math.exp(0.3 * normalOf(random))));
    expect(beyondLimits(attributeChart('u', counts, sizes)).length).toBeGreaterThan(10);
    expect(beyondLimits(laneyChart('u', counts, sizes)).length).toBeLessThan(4);
  });

  test('constant rates have few changes', () => {
    const random = generator(11);
    const runs = Array.from({ length: 100 }, () =>
      changePoints(Array.from({ length: 36 }, () => poissonOf(random, 8))),
    );
    expect(runs.filter((changes) => changes.length > 0).length).toBeLessThan(25);
  });
});

describe('early warning', () => {
  test('Farrington’s limit is passed by an outbreak, and seldom by chance', () => {
    const random = generator(5);
    const counts = Array.from({ length: 240 }, (_, at) =>
      poissonOf(random, 20 + 10 * Math.sin((2 * Math.PI * at) / 12)),
    );
    const tested = counts.map((_, at) => farringtonLimit(counts, at)).filter((one) => one !== null);
    expect(tested.length).toBe(240 - 37);
    expect(tested.filter(({ alarm }) => alarm).length).toBeLessThan(8);
    const outbreak = counts.map((count, at) => (at === 200 ? count + 40 : count));
    expect(farringtonLimit(outbreak, 200)?.alarm).toBe(true);
    expect(farringtonLimit(counts, 10)).toBeNull();
  });
});

describe('plans', () => {
  test('a rate that did not change passes no more often than α', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (expectedBefore, exposureRatio) => {
          const plan = { expectedBefore, exposureRatio };
          expect(falsePassProbability(plan)).toBeLessThanOrEqual(0.05);
          expect(power({ ...plan, trueRatio: 0.2 })).toBeGreaterThanOrEqual(power({ ...plan, trueRatio: 0.6 }) - 1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  // R, over the whole grid: the power of small plans has dents, in which halving loses its way.
  test('the exposure needed is the first of its grid', () => {
    expect(exposureNeeded({ expectedBefore: 10, trueRatio: 0.3 })).toBe(5.4);
    expect(exposureNeeded({ expectedBefore: 30, trueRatio: 0.5 })).toBe(1.93);
    expect(exposureNeeded({ expectedBefore: 3, trueRatio: 0.9 })).toBeNull();
  });

  test('a small improvement of a known rate is planned at once', () => {
    const began = performance.now();
    expect(exposureAgainstKnownRate(0.95)?.expected).toBeGreaterThan(2000);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('nothing found among twenty still allows 13.9 %', () => {
    expect(upperShare(0, 20)).toBeCloseTo(0.1391, 4);
    expect(upperShare(20, 20)).toBe(1);
  });
});

describe('lives', () => {
  test('what cannot be fitted is refused', () => {
    expect(weibull([{ time: 5, failed: true }])).toBe('tooFewFailures');
    expect(weibull([{ time: 5, failed: false, weight: 10 }])).toBe('tooFewFailures');
    expect(weibull([{ time: 5, failed: true, weight: 3 }])).toBe('allAtOneTime');
    const left = { time: 5, failed: false };
    expect(weibull([{ time: 5, failed: true, weight: 3 }, left])).toBe('allAtOneTime');
    expect(
      weibull([
        { time: 5, failed: true, weight: 3 },
        { ...left, time: 7 },
      ]),
    ).toMatchObject({ failures: 3 });
  });

  test('many single lives are as good as one of their weight', () => {
    const single = Array.from({ length: 300_000 }, (_, at) => ({ time: 1 + (at % 3), failed: at % 2 === 0 }));
    const fit = weibull(single);
    expect(typeof fit === 'string' ? fit : fit.failures).toBe(150_000);
  });

  test('the median of survivors is R’s, and nothing is said of bounds when nobody is left', () => {
    const of = (failed: readonly number[]) =>
      kaplanMeier(failed.map((one, at) => ({ time: at + 1, failed: one === 1 })));
    expect(of([1, 1, 1, 1]).median).toBe(2.5);
    expect(of([1, 1, 0, 0]).median).toBe(2);
    expect(of([1, 1, 0, 1]).median).toBe(3);
    expect(of([0, 0, 0]).median).toBeNull();
    expect(of([1]).steps[0]?.log).toEqual([Number.NaN, Number.NaN]);
  });

  test('two large groups of different times are compared at once', () => {
    const group = (from: number) => Array.from({ length: 60_000 }, (_, at) => ({ time: from + at * 2, failed: true }));
    const began = performance.now();
    expect(logRank(group(1), group(2))?.p).toBeGreaterThan(0.5);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('a sample gives back what it was drawn from', () => {
    const random = generator(3);
    const lives = Array.from({ length: 4000 }, () => {
      const time = 40 * (-Math.log(1 - random())) ** (1 / 1.8);
      return { time: Math.min(time, 30), failed: time <= 30 };
    });
    const fit = weibull(lives);
    if (typeof fit === 'string') throw new Error(fit);
    expect(fit.shape).toBeGreaterThan(fit.shapeInterval[0]);
    expect(fit.shapeInterval[0]).toBeLessThan(1.8);
    expect(fit.shapeInterval[1]).toBeGreaterThan(1.8);
    const { time, interval } = weibullQuantile(fit, 0.1);
    expect(interval[0]).toBeLessThan(time);
    expect(kaplanMeier(lives).steps.at(-1)?.survival).toBeCloseTo(Math.exp(-((30 / 40) ** 1.8)), 1);
  });
});

/** mulberry32: the same numbers at every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function normalOf(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function poissonOf(random: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > limit) {
    count += 1;
    product *= random();
  }
  return count;
}
