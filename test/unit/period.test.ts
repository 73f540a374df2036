import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRAINS, isComplete, lastComplete, periodOf, periodsBetween, shift } from '../../src/domain/period';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const grain = fc.constantFrom(...GRAINS);

describe('period', () => {
  it('steps there and back', () => {
    fc.assert(
      fc.property(grain, day, fc.integer({ min: -500, max: 500 }), (of, date, steps) => {
        const period = periodOf(of, date);
        expect(shift(of, shift(of, period, steps), -steps)).toBe(period);
        expect(periodOf(of, period)).toBe(period);
        expect(period <= date && date < shift(of, period, 1)).toBe(true);
      }),
    );
  });

  it('begins weeks on Monday, across a year', () => {
    expect(periodOf('week', '2025-01-01')).toBe('2024-12-30');
    expect(periodOf('week', '2024-12-29')).toBe('2024-12-23');
  });

  it('lists every period once', () => {
    expect(periodsBetween('month', '2024-11-15', '2025-02-01')).toEqual([
      '2024-11-01',
      '2024-12-01',
      '2025-01-01',
      '2025-02-01',
    ]);
  });

  it('calls a month complete on its last day only', () => {
    expect(isComplete('month', '2025-02-01', '2025-02-27')).toBe(false);
    expect(isComplete('month', '2025-02-01', '2025-02-28')).toBe(true);
    expect(lastComplete('month', '2025-03-30 10:00:00')).toBe('2025-02-01');
    expect(lastComplete('month', '2025-03-31')).toBe('2025-03-01');
  });
});
