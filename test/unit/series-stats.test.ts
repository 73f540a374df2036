import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePoint, likelyChanges } from '../../src/stats/change-point';
import { poissonCusum } from '../../src/stats/cusum';
import { cusumThreshold } from '../../src/stats/cusum-threshold';
import { rateRatio, rateRatioInterval } from '../../src/stats/rate-ratio';
import { reportedShares } from '../../src/stats/reporting-delay';
import { mulberry, poisson } from '../support/random';

describe('the share that is reported by now', () => {
  it('is that of the reports where all have come', () => {
    const shares = reportedShares({ delays: [5, 3, 2, 0], ages: [0, 0, 0, 10] });
    expect(shares).toEqual([0.5, 0.8, 1, 1]);
  });

  it('is lower than that of the reports seen where late ones have not come', () => {
    // Two days old: 10 on the day, 10 a day after; of today's events only the 10 on the day are seen.
    const shares = reportedShares({ delays: [20, 10], ages: [10, 20] });
    expect(shares).toEqual([0.5, 1]);
    expect(reportedShares({ delays: [0, 0], ages: [0, 0] })).toEqual([]);
  });

  it('finds the true delay again', () => {
    const next = mulberry(7);
    const [delays, ages] = [new Array<number>(61).fill(0), new Array<number>(61).fill(0)];
    for (let n = 0; n < 40_000; n++) {
      const age = Math.floor(next() * 60);
      const delay = Math.floor(-Math.log(1 - next()) * 10);
      if (delay > age) continue;
      delays[delay] = (delays[delay] ?? 0) + 1;
      ages[age] = (ages[age] ?? 0) + 1;
    }
    const shares = reportedShares({ delays, ages });
    for (const day of [0, 5, 10, 20, 30]) expect(shares[day]).toBeCloseTo(1 - Math.exp(-(day + 1) / 10), 1);
  });
});

describe('the threshold of a Poisson CUSUM', () => {
  it.each([
    [0.05, 365],
    [0.4, 12],
    [2, 52],
    [15, 12],
  ])('raises about as many false alarms as it may, expecting %f in each of %i periods', (mean, periods) => {
    const [acceptable, unacceptable] = [mean, mean * 1.5];
    const { k } = poissonCusum([], [], { acceptable, unacceptable, h: 0 });
    const h = cusumThreshold(mean, k, periods, 0.05);
    const next = mulberry(11);
    const years = 1500;
    let alarms = 0;
    for (let year = 0; year < years; year++) {
      const counts = Array.from({ length: periods }, () => poisson(next, mean));
      const exposure = counts.map(() => 1);
      if (poissonCusum(counts, exposure, { acceptable, unacceptable, h }).signals.length > 0) alarms++;
    }
    expect(alarms / years).toBeLessThan(0.07);
    expect(alarms / years).toBeGreaterThan(0.03);
  });

  it('is one event where chance never passes the reference', () => {
    expect(cusumThreshold(300, 370, 12, 0.05)).toBe(1);
  });
});

const series = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 50 })), {
  minLength: 2,
  maxLength: 30,
});

describe('where a change may lie as well', () => {
  it('holds the likeliest place', () => {
    fc.assert(
      fc.property(series, (periods) => {
        const [counts, exposure] = [periods.map(([n]) => n), periods.map(([, t]) => t)];
        const [first, last] = likelyChanges(counts, exposure) ?? [Number.NaN, Number.NaN];
        const best = changePoint(counts, exposure)?.last ?? Number.NaN;
        expect(first <= best && best <= last).toBe(true);
      }),
    );
  });

  it('is one place of a great change, and all of none', () => {
    expect(likelyChanges([...Array(8).fill(2), ...Array(8).fill(200)])).toEqual([7, 7]);
    expect(likelyChanges(Array(8).fill(5))).toEqual([0, 6]);
    expect(likelyChanges([3])).toBeNull();
  });
});

describe('the interval of a ratio', () => {
  it('is that of the exact test, and wider of dispersed counts', () => {
    const [before, after] = [
      { events: 40, exposure: 1000 },
      { events: 25, exposure: 900 },
    ];
    expect(rateRatioInterval(before, after)).toEqual(rateRatio(before, after).interval);
    const halved = ({ events, exposure }: typeof before) => ({ events: events / 2, exposure: exposure / 2 });
    const wide = rateRatioInterval(halved(before), halved(after));
    expect(wide[0]).toBeLessThan(rateRatioInterval(before, after)[0]);
    expect(wide[1]).toBeGreaterThan(rateRatioInterval(before, after)[1]);
    expect(rateRatioInterval({ events: 0, exposure: 1 }, { events: 0, exposure: 1 })).toEqual([
      0,
      Number.POSITIVE_INFINITY,
    ]);
  });
});
