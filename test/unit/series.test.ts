import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { series } from '../../src/analysis/series/series';
import type { SeriesChart, SeriesQuestion } from '../../src/analysis/series/types';
import { shift } from '../../src/domain/period';
import { factsWith, fakeSource } from '../support/fake-source';

interface Made {
  readonly from?: string;
  readonly counts: readonly number[];
  /** Units shipped a month; none are known if not given. */
  readonly units?: readonly number[];
  /** Last day of the data; the end of the last month if not given. */
  readonly end?: string;
  readonly minutes?: readonly number[];
}

/** A factory with so many complaints in each month. */
function made({ from = '2023-01-01', counts, units, end, minutes = [] }: Made) {
  const month = (at: number) => shift('month', from, at);
  const last = end ?? shift('day', month(counts.length), -1);
  const rows = (values: readonly number[]) => values.map((n, at) => ({ g: 0, k0: month(at), n, unjudged: 0 }));
  return fakeSource({
    complaint: factsWith(['received_at', 'model', 'failure_mode'], {
      first: `${from} 00:00:00`,
      last: `${last} 12:00:00`,
    }),
    ...(units && { shipment: factsWith(['shipped_at', 'model', 'qty']) }),
    answer: (sql) =>
      sql.includes('AS minute')
        ? minutes.map((minute) => ({ minute }))
        : rows(sql.includes('FROM shipment') ? (units ?? []) : counts),
  });
}

const RATES: SeriesQuestion = { scope: [], measure: { id: 'quality', per: 'shipped' } };
async function chartOf(data: Made, question: Partial<SeriesQuestion> = {}): Promise<SeriesChart> {
  const { charts } = await series(made(data), { ...RATES, ...question });
  return charts[0] as SeriesChart;
}
const steady = (length: number, n: number) => new Array<number>(length).fill(n);
/** Scatter about a mean, the same every time. */
const around = (length: number, mean: number, spread = 1) =>
  Array.from({ length }, (_, at) =>
    Math.round(mean + spread * Math.sqrt(mean) * [0.4, -0.5, 0.3, 0.6, -0.2, -0.6][at % 6]!),
  );

/** No number of an answer is NaN or Infinity. */
function expectSound(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) expectSound(part);
}

describe('the chart that is chosen', () => {
  it('is u with exposure, and says why', async () => {
    const chart = await chartOf({ counts: around(20, 30), units: steady(20, 1000) });
    expect(chart.choice).toMatchObject({ chart: 'u', why: { code: 'exposureKnown' } });
    expect(chart.unit).toBe('perThousand');
  });

  it('is u′ where points scatter more than chance, with the limits of both', async () => {
    const counts = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 60 : 20));
    const chart = await chartOf({ counts, units: steady(20, 1000) });
    expect(chart.choice).toMatchObject({ chart: 'uPrime', why: { code: 'overdispersed' } });
    const [point] = chart.points;
    expect(point?.upper).toBeGreaterThan(point?.other?.upper ?? Number.POSITIVE_INFINITY);
    expect(chart.violations).toEqual([]);
  });

  it('is c without exposure, with the reason', async () => {
    const chart = await chartOf({ counts: around(20, 30) });
    expect(chart.choice).toMatchObject({
      chart: 'c',
      why: { code: 'exposureUnknown', noRate: { reason: 'noShipments' } },
    });
    expect(chart.choice.offered).not.toContain('u');
  });

  it('is c where most complaints come in months without shipments', async () => {
    const chart = await chartOf({ counts: around(20, 30), units: [9000, ...steady(19, 0)] });
    expect(chart.choice.why).toEqual({ code: 'exposureSparse', periods: 20, withExposure: 1 });
    expect(chart.points.every(({ verdict }) => verdict === 'inControl')).toBe(true);
  });

  it('is I-MR of money', async () => {
    const chart = await chartOf({ counts: around(20, 900) }, { measure: { id: 'cost', per: 'count' } });
    expect([chart.choice.chart, chart.unit]).toEqual(['individuals', 'money']);
  });

  it('is what was asked for, or says what was refused', async () => {
    const data = { counts: around(20, 30) };
    expect((await chartOf(data, { chart: 'individuals' })).choice).toMatchObject({
      chart: 'individuals',
      why: { code: 'asked' },
    });
    expect((await chartOf(data, { chart: 'u' })).choice).toMatchObject({ chart: 'c', refused: 'u' });
  });

  it('is t of rare events, days between them', async () => {
    const days = [3, 40, 90, 100, 160, 215, 240, 300, 310, 350, 400, 430, 480, 520];
    const start = Date.UTC(2023, 0, 1) / 60_000;
    const counts = steady(18, 0).map((_, at) => (at < days.length ? 1 : 0));
    const chart = await chartOf({ counts, minutes: days.map((day) => start + day * 1440) });
    expect(chart.choice).toMatchObject({ chart: 't', why: { code: 'rare' } });
    expect(chart.points.map(({ value }) => value)).toEqual(days.slice(1).map((day, at) => day - (days[at] ?? 0)));
    expect(chart.since).toMatchObject({ from: '2024-06-04' });
    expect(chart.phases[0]?.limits.known).toBe(true);
  });
});

describe('limits', () => {
  it('are those of the baseline, at the exposure of each month', async () => {
    const counts = [12, 15, 9, 11, 14, 10, 13, 16, 8, 12, 11, 13, 10, 60];
    const units = counts.map((_, at) => 1000 + 100 * at);
    const chart = await chartOf({ counts, units }, { chart: 'u' });
    const base = counts.slice(0, 12).reduce((sum, n) => sum + n, 0) / units.slice(0, 12).reduce((sum, n) => sum + n, 0);
    chart.points.forEach((point, at) => {
      const size = units[at] ?? 0;
      expect(point.center).toBeCloseTo(base * 1000, 9);
      expect(point.upper).toBeCloseTo((base + 3 * Math.sqrt(base / size)) * 1000, 9);
      expect(point.value).toBeCloseTo(((counts[at] ?? 0) / size) * 1000, 9);
    });
    expect(chart.violations).toMatchObject([{ rule: '1', side: 'above', worse: true, points: [13, 13] }]);
    expect(chart.phases[0]?.baseline).toMatchObject({
      how: 'first',
      points: 12,
      short: false,
      from: '2023-01-01',
      until: '2024-01-01',
    });
  });

  it('do not move with later data', async () => {
    const counts = around(20, 30);
    const units = steady(20, 1000);
    const early = await chartOf({ counts: counts.slice(0, 15), units: units.slice(0, 15) });
    const late = await chartOf({ counts: [...counts.slice(0, 15), 90, 90, 90, 90, 90], units });
    expect(late.points.slice(0, 15).map(({ upper }) => upper)).toEqual(early.points.map(({ upper }) => upper));
  });

  it('take 24 months of 36, and fewer than 12 with a warning', async () => {
    expect((await chartOf({ counts: around(36, 30) })).phases[0]?.baseline).toMatchObject({ points: 24, short: false });
    expect((await chartOf({ counts: around(7, 30) })).phases[0]?.baseline).toMatchObject({ points: 7, short: true });
    const two = await chartOf({ counts: around(2, 30) });
    expect(two.phases[0]?.limits).toEqual({ known: false, why: { code: 'tooFewPoints', found: 2, needed: 3 } });
    expect(two.points.map(({ verdict, upper }) => [verdict, upper])).toEqual(
      steady(2, 0).map(() => ['noLimits', null]),
    );
  });

  it('leave out the month that has not ended', async () => {
    const chart = await chartOf({ counts: [...around(14, 30), 2], end: '2024-03-10' });
    expect(chart.points.at(-1)).toMatchObject({ verdict: 'provisional', z: null, inBaseline: false });
    expect(chart.violations).toEqual([]);
  });

  it('are told by chance after a baseline without any event', async () => {
    const chart = await chartOf(
      { counts: [...steady(12, 0), 1, 2, 5, 6] },
      { measure: { id: 'quality', per: 'count' }, chart: 'c' },
    );
    expect(chart.phases[0]?.limits).toMatchObject({ known: true, method: 'noEventsBefore', center: 0 });
    // (1/13)² = 0.0059 is likelier than 0.00135, (1/13)³ is not.
    expect(chart.points.at(-1)).toMatchObject({ upper: 2, lower: null, verdict: 'violation' });
    expect(chart.violations.map(({ rule, points }) => [rule, points])).toEqual([
      ['1', [14, 14]],
      ['1', [15, 15]],
    ]);
  });
});

describe('phases', () => {
  const counts = [...around(12, 60), ...around(10, 30)];
  const question = { measure: { id: 'quality', per: 'count' }, phases: ['2024-01-01'] } as const;

  it('have a centre of their own, and runs do not cross them', async () => {
    const whole = await chartOf({ counts }, { ...question, phases: [] });
    expect(whole.violations.some(({ rule }) => rule === '2')).toBe(true);
    const chart = await chartOf({ counts }, question);
    expect(chart.phases.map(({ points }) => points)).toEqual([
      [0, 11],
      [12, 21],
    ]);
    expect(chart.phases[1]?.baseline).toMatchObject({ how: 'first', points: 10, short: true });
    expect(chart.violations).toEqual([]);
  });

  it('carry on with the old limits until they have eight months of their own', async () => {
    const chart = await chartOf({ counts: counts.slice(0, 16) }, question);
    expect(chart.phases[1]?.baseline).toMatchObject({ how: 'carriedOn', complete: 4, points: 12 });
    expect(chart.points.at(-1)?.center).toBe(chart.points[0]?.center);
  });

  it('begin with the first whole month, and take a picked baseline where it lies', async () => {
    const chart = await chartOf(
      { counts },
      { ...question, phases: ['2023-12-15'], baseline: { from: '2024-01-01', until: '2024-04-01' } },
    );
    expect(chart.phases[1]).toMatchObject({
      from: '2023-12-15',
      points: [12, 21],
      baseline: { how: 'picked', points: 3 },
    });
    expect(chart.phases[0]?.baseline.how).toBe('first');
  });
});

describe('points', () => {
  it('without exposure have no value, and claims among them are flagged', async () => {
    const counts = around(20, 30);
    const units = steady(20, 1000).map((n, at) => (at === 5 || at === 7 ? 0 : n));
    const chart = await chartOf({ counts: counts.map((n, at) => (at === 7 ? 0 : n)), units });
    expect(chart.points[5]).toMatchObject({
      value: null,
      upper: null,
      flag: 'claimsWithoutExposure',
      interval: null,
      p: null,
    });
    expect(chart.points[7]).toMatchObject({ value: null, flag: 'noExposure' });
    expectSound(chart);
  });

  it('have intervals that leave out the centre exactly when p is below 0.05', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 14, maxLength: 20 }),
        fc.constantFrom('u' as const, 'c' as const),
        async (counts, chart) => {
          for (const { interval, p, center } of (
            await chartOf({ counts, units: counts.map((_, at) => 500 + 37 * at) }, { chart })
          ).points)
            if (interval !== null && p !== null && center !== null && center > 0)
              expect(p < 0.05).toBe(center < interval[0] || center > interval[1]);
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });
});

describe('whatever comes', () => {
  it('no number is NaN or Infinity and every point has a verdict', async () => {
    const count = fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 1_000_000 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(count, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100_000 }))), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom(undefined, 'u', 'uPrime', 'c', 'individuals') as fc.Arbitrary<SeriesQuestion['chart']>,
        fc.constantFrom(undefined, 'complaints', 'examined') as fc.Arbitrary<SeriesQuestion['share']>,
        fc.constantFrom([], ['2023-07-09'], ['1990-01-01', '2023-03-01', '2023-04-01', '2090-01-01']),
        async (months, chart, share, phases) => {
          const data = { counts: months.map(([n]) => n), units: months.map(([, units]) => units) };
          const answer = await series(made(data), {
            ...RATES,
            chart,
            share,
            phases,
            rules: ['1', '2', '3', '4', '5', '6', '7', '8'],
          });
          expect(answer.charts).toHaveLength(1);
          expectSound(answer);
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('no complaints give no chart', async () => {
    expect((await series(fakeSource({}), RATES)).charts).toEqual([]);
  });

  it('nothing is divided by a person or by what is no column', async () => {
    await expect(series(made({ counts: [1] }), { ...RATES, by: 'customer_name' })).rejects.toThrow(RangeError);
    await expect(series(made({ counts: [1] }), { ...RATES, by: 'x_gone' })).rejects.toThrow(RangeError);
  });
});

describe('experts see', () => {
  const counts = [...around(14, 40), ...around(10, 64)];
  const question = { measure: { id: 'quality', per: 'count' } } as const;

  it('where the rate changed', async () => {
    const { change } = await chartOf({ counts }, question);
    if (!change.known) throw new Error(change.why);
    expect(change.changes).toHaveLength(1);
    const [found] = change.changes;
    expect(found).toMatchObject({ point: 14, entries: [] });
    expect(found?.points[0]).toBeLessThanOrEqual(14);
    expect(found?.ratio).toBeGreaterThan(1.3);
    expect(found?.interval[0]).toBeGreaterThan(1);
  });

  it('the CUSUM and the EWMA alarm after the shift', async () => {
    const { early } = await chartOf({ counts }, question);
    if (!early.cusum.known || !early.ewma.known) throw new Error('no watch');
    expect(early.cusum.first).toBeGreaterThanOrEqual(14);
    expect(early.cusum.first).toBeLessThanOrEqual(17);
    expect(early.ewma.first).toBeGreaterThanOrEqual(14);
  });

  it('months against the same ones of the year before', async () => {
    const { seasonality } = await chartOf({ counts }, question);
    if (!seasonality.known) throw new Error(seasonality.why.code);
    expect(seasonality.months).toHaveLength(12);
    expect(seasonality.months[3]).toMatchObject({ point: 15, before: 3, ratio: (counts[15] ?? 0) / (counts[3] ?? 1) });
    expect((await chartOf({ counts: counts.slice(0, 23) }, question)).seasonality).toEqual({
      known: false,
      why: { code: 'tooFewMonths', found: 23, needed: 24 },
    });
  });
});
