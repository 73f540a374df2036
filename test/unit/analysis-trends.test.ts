import { describe, expect, it } from 'vitest';
import { reviewOf } from '../../src/analysis/overview';
import { chartable, type TrendsQuestion, trends } from '../../src/analysis/trends';
import { EVERYTHING, type Scope } from '../../src/domain/scope';
import { factsWith, fakeSource } from '../support/fake-source';

const COMPLAINTS = factsWith(['received_at', 'model', 'failure_mode', 'severity', 'region'], {
  first: '2025-01-10 08:00:00',
  last: '2025-05-20 18:00:00',
  latestEvent: '2025-05-22 10:00:00',
});
const SHIPMENTS = factsWith(['shipped_at', 'model', 'qty']);

/** 30 complaints in January, 8 in April, 4 in May; the total is grouping 1 when only the period is grouped by. */
const SERIES = [
  { g: 1, k0: null, n: 42, unjudged: 5 },
  { g: 0, k0: '2025-01-01', n: 30, unjudged: 4 },
  { g: 0, k0: '2025-04-01', n: 8, unjudged: 1 },
  { g: 0, k0: '2025-05-01', n: 4, unjudged: 0 },
];
const UNITS = [
  { g: 1, k0: null, n: 9000, unjudged: 0 },
  { g: 0, k0: '2025-01-01', n: 3000, unjudged: 0 },
  { g: 0, k0: '2025-03-01', n: 2000, unjudged: 0 },
  { g: 0, k0: '2025-04-01', n: 4000, unjudged: 0 },
];
const answer = (sql: string) => (sql.includes('FROM shipment') ? UNITS : SERIES);

const question = (part: Partial<TrendsQuestion> = {}): TrendsQuestion => ({
  scope: EVERYTHING,
  measure: { id: 'quality', per: 'count' },
  grain: 'month',
  part: 'series',
  ...part,
});
const within = (from: string, until: string): Scope => [{ kind: 'period', field: 'received_at', from, until }];

describe('the series of trends', () => {
  it('has every period from first to last, those without complaints too', async () => {
    const { periods, total } = await trends(fakeSource({ complaint: COMPLAINTS, answer }), question());
    expect(periods.map(({ period, n }) => [period.slice(0, 7), n])).toEqual([
      ['2025-01', 30],
      ['2025-02', 0],
      ['2025-03', 0],
      ['2025-04', 8],
      ['2025-05', 4],
    ]);
    expect(total).toMatchObject({ n: 42, unjudged: 5, rate: null });
  });

  it('knows which periods are final and which are covered', async () => {
    const { periods, asOf } = await trends(fakeSource({ complaint: COMPLAINTS, answer }), question());
    expect(periods.map(({ provisional }) => provisional)).toEqual([false, false, false, false, true]);
    expect(periods.map(({ whole }) => whole)).toEqual([false, true, true, true, true]);
    expect(asOf).toBe('2025-05-22');
  });

  it('ends where the scope does', async () => {
    const narrowed = question({ scope: within('2025-02-10', '2025-04-01') });
    const { periods } = await trends(fakeSource({ complaint: COMPLAINTS, answer }), narrowed);
    expect(periods.map(({ period, whole }) => [period.slice(0, 7), whole])).toEqual([
      ['2025-02', false],
      ['2025-03', true],
    ]);
  });

  it('never takes the last day for final', async () => {
    const days = question({ grain: 'day', scope: within('2025-05-19', '2025-05-21') });
    const complaint = { ...COMPLAINTS, latestEvent: '2025-05-20 19:00:00' };
    const { periods } = await trends(fakeSource({ complaint, answer }), days);
    expect(periods.map(({ provisional }) => provisional)).toEqual([false, true]);
  });

  it('divides by what was shipped in the same period', async () => {
    const source = fakeSource({ complaint: COMPLAINTS, shipment: SHIPMENTS, answer });
    const { periods, total } = await trends(source, question({ measure: { id: 'quality', per: 'shipped' } }));
    expect(periods.map(({ n, units, rate }) => [n, units, rate])).toEqual([
      [30, 3000, 10],
      [0, 0, null],
      [0, 2000, 0],
      [8, 4000, 2],
      [4, 0, null],
    ]);
    expect(total.rate).toBeCloseTo(42 / 9, 9);
  });

  it('says why there is no rate instead of inventing one', async () => {
    const rate = question({ measure: { id: 'quality', per: 'shipped' } });
    const without = await trends(fakeSource({ complaint: COMPLAINTS, answer }), rate);
    expect(without.noRate).toEqual({ reason: 'noShipments' });
    const byRegion = { ...rate, scope: [{ kind: 'oneOf', field: 'region', values: ['x'] }] as const };
    const source = fakeSource({ complaint: COMPLAINTS, shipment: SHIPMENTS, answer });
    expect((await trends(source, byRegion)).noRate).toEqual({ reason: 'notInShipments', field: 'region' });
  });
});

describe('the parts of trends', () => {
  it('are asked for in one scan', async () => {
    const source = fakeSource({ complaint: COMPLAINTS });
    await trends(source, question({ part: undefined, stackBy: 'model' }));
    expect(source.asked).toHaveLength(1);
  });

  it('are those that the data have', async () => {
    const answered = await trends(fakeSource({ complaint: COMPLAINTS }), question({ part: undefined }));
    expect(answered.panels.map(({ dimension }) => dimension)).toEqual(['severity', 'region']);
    expect([answered.modes?.dimension, answered.stack]).toEqual(['failure_mode', undefined]);
  });

  it('leave out columns that are empty or tell every row apart', () => {
    const complaint = factsWith(['model', 'severity', 'x_note'], {
      filled: { model: 10, severity: 0, x_note: 10 },
      distinct: { model: 4, severity: 0, x_note: 90_000 },
    });
    expect(chartable(fakeSource({ complaint }))).toEqual(['model']);
  });
});

describe('the month under review', () => {
  const review = (part: Partial<typeof COMPLAINTS>, scope: Scope = EVERYTHING) =>
    reviewOf(fakeSource({ complaint: { ...COMPLAINTS, ...part } }), { scope, measure: 'quality', per: 'count' });

  it('is the last that the data cover, against the complete months before it', () => {
    expect(review({})).toMatchObject({ month: '2025-04-01', reference: ['2025-02-01', '2025-03-01'] });
  });

  it('is no later than the last complaint, however long tickets took to close', () => {
    expect(review({ latestEvent: '2025-09-30 10:00:00' })?.month).toBe('2025-05-01');
  });

  it('follows the period of the scope', () => {
    expect(review({}, within('2025-01-01', '2025-04-01'))?.month).toBe('2025-03-01');
    expect(review({}, within('2025-01-01', '2030-01-01'))?.month).toBe('2025-04-01');
  });

  it('looks back twelve months at the most', () => {
    expect(review({ first: '2020-03-01 00:00:00' })?.reference).toHaveLength(12);
  });

  it('is none while no month is complete', () => {
    expect(review({ first: '2025-05-02 08:00:00' })).toBeUndefined();
    expect(review({ first: undefined, last: undefined })).toBeUndefined();
  });
});
