import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/analysis/breakdown';
import { headlineOf } from '../../src/analysis/headline';
import { leaderOf, moversOf, topMovers } from '../../src/analysis/movers';
import type { PeriodAmount } from '../../src/analysis/trends';
import { amount } from '../../src/domain/amount';
import type { Change } from '../../src/domain/change';

const BEFORE = ['2025-09-01', '2025-10-01'];
const MONTH = '2025-11-01';

/** An answer by month and failure mode from counts of the three months; `units` shipped in each month. */
function answerOf(counts: Record<string, readonly [number, number, number]>, units: number | null = null): Answer {
  const months = [...BEFORE, MONTH];
  return {
    dimensions: ['period', 'failure_mode'],
    groups: Object.entries(counts).flatMap(([value, numbers]) =>
      numbers.flatMap((n, at) => (n === 0 ? [] : [{ keys: [months[at] ?? null, value || null], n, unjudged: 0 }])),
    ),
    exposure: { known: false, why: { reason: 'noShipments' } },
    units: () => units,
  };
}

describe('moversOf', () => {
  const movers = moversOf(answerOf({ clip: [10, 20, 60], leak: [40, 40, 38], '': [1, 0, 0] }), MONTH, BEFORE, {
    per: 'count',
  });
  const of = (value: string | null) => movers.find((mover) => mover.value === value);

  it('holds the month against the mean of the months before', () => {
    expect(of('clip')).toMatchObject({
      month: { n: 60 },
      change: { before: 15, share: 3, excess: 45, tendency: 'up' },
    });
    expect(of('leak')).toMatchObject({ month: { n: 38 }, change: { before: 40, tendency: 'level' } });
  });

  it('counts a month without complaints as none, and blank as a value', () => {
    expect(of(null)).toMatchObject({ month: { n: 0 }, change: { before: 0.5, excess: -0.5, tendency: 'notEnough' } });
  });

  it('compares rates where they are known', () => {
    const [clip] = moversOf(answerOf({ clip: [10, 10, 20] }, 5000), MONTH, BEFORE, { per: 'shipped' });
    expect(clip?.change).toMatchObject({ basis: 'shipped', before: 2, excess: 10 });
  });
});

describe('topMovers', () => {
  it('ranks by complaints more or fewer, and leaves out what stood still', () => {
    const movers = moversOf(answerOf({ still: [5, 5, 5], down: [90, 90, 10], up: [10, 10, 60] }), MONTH, BEFORE, {
      per: 'count',
    });
    expect(topMovers(movers, 8).map(({ value }) => value)).toEqual(['down', 'up']);
    expect(topMovers(movers, 1)).toHaveLength(1);
  });
});

describe('leaderOf', () => {
  const movers = moversOf(answerOf({ clip: [10, 10, 70], leak: [10, 10, 40], '': [10, 10, 90] }), MONTH, BEFORE, {
    per: 'count',
  });
  const total = (excess: number, tendency: Change['tendency'] = 'up'): Change => ({
    basis: 'count',
    before: 30,
    share: excess / 30,
    excess,
    tendency,
  });

  it('is the named value that explains most: the main part from a half on, worth naming from a quarter', () => {
    expect(leaderOf(total(100), movers, 'failure_mode')).toMatchObject({ mover: { value: 'clip' }, main: true });
    expect(leaderOf(total(170), movers, 'failure_mode')).toMatchObject({ mover: { value: 'clip' }, main: false });
    expect(leaderOf(total(300), movers, 'failure_mode')).toBeUndefined();
  });

  it('is none for a fall when everything rose, nor for a change that may be chance', () => {
    expect(leaderOf(total(-100, 'down'), movers, 'failure_mode')).toBeUndefined();
    expect(leaderOf(total(100, 'level'), movers, 'failure_mode')).toBeUndefined();
    expect(leaderOf(total(100), movers, 'model')).toBeUndefined();
  });
});

describe('headlineOf', () => {
  const month = (period: string, n: number, marks: Partial<PeriodAmount> = {}): PeriodAmount => ({
    ...amount(n, n * 100),
    period,
    provisional: false,
    whole: true,
    unjudged: 1,
    ...marks,
  });
  const axis = [
    month('2025-08-01', 3, { whole: false }),
    month('2025-09-01', 100),
    month('2025-10-01', 120),
    month('2025-11-01', 200),
    month('2025-12-01', 9, { provisional: true }),
  ];
  const review = { month: MONTH, reference: BEFORE, per: 'count' } as const;

  it('compares with the month before, the year before and the reference, as far as the data reach', () => {
    expect(headlineOf('quality', axis, review)).toMatchObject({
      month: { n: 200 },
      previous: { before: 120, tendency: 'up' },
      yearBefore: undefined,
      reference: { before: 110, tendency: 'up' },
    });
  });

  it('does not compare with a month that the data cover in part', () => {
    expect(
      headlineOf('quality', axis, { ...review, reference: ['2025-08-01', '2025-09-01'] })?.reference,
    ).toBeUndefined();
  });

  it('shows what is provisional after the month', () => {
    expect(
      headlineOf('quality', axis, review)
        ?.months.map(({ provisional }) => provisional)
        .at(-1),
    ).toBe(true);
  });

  it('is none for a month that is not there', () => {
    expect(headlineOf('quality', axis, { ...review, month: '2026-01-01' })).toBeUndefined();
  });
});
