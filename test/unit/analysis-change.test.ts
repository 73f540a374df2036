import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestOf } from '../../src/analysis/latest';
import type { PeriodAmount } from '../../src/analysis/trends';
import { amount, sumOf } from '../../src/domain/amount';
import { changeOf } from '../../src/domain/change';
import { poissonDifference } from '../../src/stats/poisson-difference';

const counts = fc.integer({ min: 0, max: 100_000 });

describe('poissonDifference', () => {
  it('is the published statistic', () => {
    // 2 (√20.375 − √10.375) / √2 and 2 (√10.375 − √10.0375) / √1.1
    expect(poissonDifference(20, 10, 1)).toBeCloseTo(1.8284, 3);
    expect(poissonDifference(10, 100, 0.1)).toBeCloseTo(0.1007, 3);
  });

  it('changes its sign when the two change places', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(poissonDifference(a, b, 1)).toBeCloseTo(-poissonDifference(b, a, 1), 9);
      }),
    );
  });
});

describe('changeOf', () => {
  const byCount = { per: 'count', periods: 12 } as const;

  it('compares a count with the mean of the periods before', () => {
    expect(changeOf(amount(812, null), amount(8548, null), byCount)).toMatchObject({
      basis: 'count',
      before: expect.closeTo(712.333, 3),
      share: expect.closeTo(0.1399, 4),
      tendency: 'up',
    });
  });

  it('compares rates by what was shipped, so that growth alone is no change', () => {
    const doubled = changeOf(amount(200, 20_000), amount(1200, 120_000), { per: 'shipped', periods: 12 });
    expect(doubled).toMatchObject({ basis: 'shipped', before: 10, share: 0, excess: 0, tendency: 'level' });
    expect(changeOf(amount(200, 20_000), amount(1200, 120_000), byCount).tendency).toBe('up');
  });

  it('falls back to counts where a rate is unknown', () => {
    expect(changeOf(amount(20, null), amount(120, null), { per: 'shipped', periods: 12 })).toMatchObject({
      basis: 'count',
      before: 10,
      excess: 10,
    });
  });

  it('takes small differences for common variation and tiny numbers for too few', () => {
    expect(changeOf(amount(105, null), amount(1200, null), byCount).tendency).toBe('level');
    expect(changeOf(amount(2, null), amount(3, null), byCount).tendency).toBe('notEnough');
    expect(changeOf(amount(0, null), amount(600, null), byCount).tendency).toBe('down');
  });

  it('has no share of nothing', () => {
    expect(changeOf(amount(9, null), amount(0, null), byCount)).toMatchObject({
      share: null,
      excess: 9,
      tendency: 'up',
    });
  });

  it('judges money by its share', () => {
    const money = { ...byCount, money: true };
    expect(changeOf(amount(1_050_000, null), amount(12_000_000, null), money).tendency).toBe('level');
    expect(changeOf(amount(1_200_000, null), amount(12_000_000, null), money).tendency).toBe('up');
  });

  it('finds in the parts what it finds in the whole', () => {
    const part = fc.record({ now: counts, before: counts });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const excess = (now: number, before: number) =>
          changeOf(amount(now, null), amount(before, null), byCount).excess;
        const parts = excess(a.now, a.before) + excess(b.now, b.before);
        expect(parts).toBeCloseTo(excess(a.now + b.now, a.before + b.before), 6);
      }),
    );
  });
});

describe('sumOf', () => {
  it('adds counts and units, and knows no rate where units are missing', () => {
    expect(sumOf([amount(1, 500), amount(3, 1500)])).toEqual({ n: 4, units: 2000, rate: 2 });
    expect(sumOf([amount(1, 500), amount(3, null)])).toEqual({ n: 4, units: null, rate: null });
  });

  it('has no rate when nothing was shipped', () => expect(amount(3, 0).rate).toBeNull());
});

describe('latestOf', () => {
  const period = (name: string, n: number, marks: Partial<PeriodAmount> = {}): PeriodAmount => ({
    ...amount(n, null),
    period: name,
    provisional: false,
    whole: true,
    unjudged: 0,
    ...marks,
  });
  const quality = { id: 'quality', per: 'count' } as const;

  it('takes the last period that is whole and final, against those before it', () => {
    const axis = [
      period('2025-01-01', 5, { whole: false }),
      period('2025-02-01', 100),
      period('2025-03-01', 120),
      period('2025-04-01', 300),
      period('2025-05-01', 40, { provisional: true }),
    ];
    const latest = latestOf(axis, 'month', quality);
    expect(latest).toMatchObject({
      period: { period: '2025-04-01' },
      periods: 2,
      change: { before: 110, tendency: 'up' },
    });
  });

  it('has nothing to compare the first one with, and may have none', () => {
    expect(latestOf([period('2025-02-01', 100)], 'month', quality)).toMatchObject({ periods: 0 });
    expect(latestOf([period('2025-05-01', 40, { provisional: true })], 'month', quality)).toBeUndefined();
  });
});
