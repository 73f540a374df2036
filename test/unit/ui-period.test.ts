import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shift } from '../../src/domain/period';
import { choiceOf, daysOf, PERIOD_CHOICES } from '../../src/ui/view/period-choice';
import { typedDay } from '../../src/ui/view/typed-day';

describe('daysOf', () => {
  it.each([
    ['thisMonth', '2025-11-05', '2025-11-01', '2025-12-01'],
    ['lastMonth', '2025-11-05', '2025-10-01', '2025-11-01'],
    ['lastMonth', '2025-11-30', '2025-11-01', '2025-12-01'],
    ['last3', '2026-01-15', '2025-10-01', '2026-01-01'],
    ['last6', '2025-11-05', '2025-05-01', '2025-11-01'],
    ['last12', '2025-11-05', '2024-11-01', '2025-11-01'],
    ['thisYear', '2025-11-05', '2025-01-01', '2026-01-01'],
    ['all', '2025-11-05', undefined, undefined],
  ] as const)('%s as of %s', (choice, asOf, from, until) => {
    expect(daysOf(choice, asOf)).toEqual({ ...(from && { from }), ...(until && { until }) });
  });

  it('is found again by its days', () => {
    for (const choice of PERIOD_CHOICES) expect(choiceOf(daysOf(choice, '2025-11-05'), '2025-11-05')).toBe(choice);
    expect(choiceOf({ from: '2025-11-01' }, '2025-11-05')).toBeUndefined();
    expect(choiceOf({ from: '2025-11-02', until: '2025-12-01' }, '2025-11-05')).toBeUndefined();
  });
});

describe('typedDay', () => {
  it.each([
    ['2025-03-01', '2025-03-01'],
    ['2025-3-1', '2025-03-01'],
    [' 2025/3/1 ', '2025-03-01'],
    ['2025.3.1', '2025-03-01'],
    ['20250301', '2025-03-01'],
    ['2025年3月1日', '2025-03-01'],
    ['２０２５－０３－０１', '2025-03-01'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', undefined],
    ['2025-13-01', undefined],
    ['2025-00-10', undefined],
    ['2025-03-00', undefined],
    ['03/04/2025', undefined],
    ['0999-01-01', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, day) => {
    expect(typedDay(text, 'first')).toBe(day);
    expect(typedDay(text, 'last')).toBe(day);
  });

  it('takes a month as its first or its last day', () => {
    expect(typedDay('2025-02', 'first')).toBe('2025-02-01');
    expect(typedDay('2025年2月', 'last')).toBe('2025-02-28');
    expect(typedDay('202402', 'last')).toBe('2024-02-29');
  });

  it('reads every day that it would write, and no text breaks it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const day = shift('day', '1960-01-01', days);
        expect(typedDay(day, 'first')).toBe(day);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => typedDay(text, 'last') === undefined || text.length >= 6));
  });
});
