import { describe, expect, it } from 'vitest';
import { accepting, judged, QUALITY_DECISIONS, takingBack } from '../../src/analysis/quality-decisions';
import { findingOf } from '../../src/analysis/quality-finding';
import { SCHEMAS } from '../../src/domain/columns';
import { beginsAnew, numberPattern, periodOfDay } from '../../src/domain/numbering';
import { hasGrown, severityOf } from '../../src/domain/quality';
import { NEEDS } from '../../src/domain/quality-needs';
import { daysAfter, endOfMonth, lastMonth, ORDERS } from '../../src/domain/quality-times';
import { isPlaceholder, LONGEST_PLACEHOLDER, misplacedWords, placeholders } from '../../src/domain/quality-words';
import { robustLimits } from '../../src/stats/robust-limits';

describe('robust limits', () => {
  // x <- c(12.5, 88, 57.4, 113.1, 45.2, 18.9, 145.4, 205.3, 11.6, 45, 9800, 0.01, 60, 75); l <- log(x); m <- median(l); d <- mad(l)
  // mad(l, constant = 1); exp(m - 3.5 * d); exp(m + 3.5 * d)   in R 4
  it('are those of R', () => {
    const limits = robustLimits(4.072194432774, 0.781686041337);
    expect(limits?.low).toBeCloseTo(1.016075234046, 9);
    expect(limits?.high).toBeCloseTo(3389.51278862215, 6);
  });

  it('are not given where most amounts are equal', () => {
    expect(robustLimits(3, 0)).toBeUndefined();
    expect(robustLimits(Number.NaN, Number.NaN)).toBeUndefined();
  });
});

describe('numbers', () => {
  const samples = (make: (at: number, day: string) => string) =>
    Array.from({ length: 50 }, (_, at) => {
      const day = `2024-${String(1 + Math.floor(at / 5)).padStart(2, '0')}-${String(1 + (at % 5)).padStart(2, '0')}`;
      return { number: make(at, day), day };
    });

  it.each([
    ['YYYYMM', (at: number, day: string) => `TS${day.slice(0, 7).replace('-', '')}-${String(at).padStart(4, '0')}`],
    ['YYYYMM', (at: number, day: string) => `${day.slice(0, 7).replace('-', '')}${String(at).padStart(3, '0')}`],
    ['YYYYMMDD', (at: number, day: string) => `KS${day.replaceAll('-', '')}${String(at).padStart(3, '0')}`],
    ['YYMM', (at: number, day: string) => `WO${day.slice(2, 7).replace('-', '')}-${String(at).padStart(4, '0')}`],
    ['YYYY', (at: number, day: string) => `R-${day.slice(0, 4)}-${String(at).padStart(5, '0')}`],
  ] as const)('are known to be made of %s', (period, make) => {
    expect(numberPattern(samples(make))?.period).toBe(period);
  });

  it('have no pattern when a fifth is made in another way, or the digits are not the row’s own time', () => {
    const some = samples((at, day) => (at % 4 === 0 ? `X${at}` : `${day.slice(0, 7).replace('-', '')}-001`));
    expect(numberPattern(some)).toBeUndefined();
    expect(numberPattern(samples((at) => `2019${String(at).padStart(4, '0')}001`))).toBeUndefined();
    expect(numberPattern([])).toBeUndefined();
  });

  it('write the period of a day', () => {
    expect(periodOfDay('YYYYMMDD', '2024-03-09 10:00')).toBe('20240309');
    expect(periodOfDay('YYMM', '2024-03-09')).toBe('2403');
  });

  it('begin anew where most runs start near 1', () => {
    expect(beginsAnew([1, 2, 1])).toBe(true);
    expect(beginsAnew([1, 11, 31])).toBe(false);
  });
});

describe('times', () => {
  it('end with the last month that is more than a stray row', () => {
    const months = new Map([
      ['2024-01', 5000],
      ['2024-02', 5000],
      ['2024-03', 20],
    ]);
    expect(lastMonth(months)).toBe('2024-03');
    expect(lastMonth(new Map([...months, ['2031-12', 3]]))).toBe('2024-03');
    expect(lastMonth(new Map([...months, ['2024-04', 3]]))).toBe('2024-04');
    expect(lastMonth(new Map([...months, ['2031-12', 300]]))).toBe('2031-12');
    expect(lastMonth(new Map())).toBeUndefined();
  });

  it('are counted in days', () => {
    expect(daysAfter('2024-02-28 10:00', 2)).toBe('2024-03-01');
    expect(endOfMonth('2024-02')).toBe('2024-02-29');
  });

  it('are those of the catalogue', () => {
    for (const [dataset, pairs] of Object.entries(ORDERS))
      for (const name of pairs.flat())
        expect(SCHEMAS[dataset as keyof typeof SCHEMAS].columns).toContainEqual(
          expect.objectContaining({ name, kind: 'time' }),
        );
  });
});

describe('words', () => {
  it('that stand for nothing are known in every spelling, and are short', () => {
    expect(['不详', ' Unknown', 'N/A', '？', 'TBD'].every(isPlaceholder)).toBe(true);
    expect(['无锡', '漏水', 'KS-17W', '0'].some(isPlaceholder)).toBe(false);
    expect(placeholders(true)).toContain('000000');
    expect(placeholders(false)).not.toContain('000000');
    const longest = (word: string) => LONGEST_PLACEHOLDER[(word.codePointAt(0) ?? 0) > 127 ? 'chinese' : 'latin'];
    for (const word of placeholders(true))
      expect(new TextEncoder().encode(word).length).toBeLessThanOrEqual(longest(word));
  });

  it('that belong into another column are few beside the others', () => {
    const models = Array.from({ length: 30 }, (_, at) => `KS-${at}`);
    expect(misplacedWords([...models, '2024-03-05', '13912345678'])).toEqual([]);
    expect(misplacedWords([...models, '2024-03-05'])).toEqual(['2024-03-05']);
    expect(misplacedWords(['20240101', '20240102', '20240103'])).toEqual([]);
  });
});

describe('needs', () => {
  it('are of columns of the catalogue, each with a name of its own', () => {
    const ids = Object.values(NEEDS).flatMap((needs) => needs.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const [dataset, needs] of Object.entries(NEEDS))
      for (const name of needs.flatMap(({ columns }) => columns))
        expect(SCHEMAS[dataset as keyof typeof SCHEMAS].columns.map((column) => column.name)).toContain(name);
  });
});

describe('acceptance', () => {
  const finding = (count: number) =>
    findingOf({ kind: 'order', dataset: 'complaint', about: ['a', 'b'], count, of: 1000, byFile: [] });
  const { id } = finding(1);
  const accepted = accepting(QUALITY_DECISIONS.initial, {
    id,
    by: 'Li',
    at: '2026-01-01T00:00:00Z',
    reason: 'known',
    count: 10,
  });

  it('holds until the finding has grown', () => {
    expect(judged([finding(15)], accepted).accepted).toHaveLength(1);
    expect(judged([finding(16)], accepted).open).toMatchObject([{ grown: true }]);
    expect(hasGrown(10, 10)).toBe(false);
    expect(judged([finding(15)], takingBack(accepted, id)).open).toMatchObject([{ grown: false }]);
  });

  it('is one a finding, and is read back as it was written', () => {
    const again = accepting(accepted, { id, by: 'Wu', at: '2026-02-01T00:00:00Z', reason: 'still', count: 20 });
    expect(again.accepted.map(({ by }) => by)).toEqual(['Wu']);
    expect(QUALITY_DECISIONS.schema.parse(JSON.parse(JSON.stringify(again)))).toEqual(again);
  });
});

it('weighs findings by the share of the analysis that they cost', () => {
  expect([0.1, 0.0999, 0.01, 0.0099, 0].map(severityOf)).toEqual(['serious', 'notable', 'notable', 'minor', 'minor']);
  const weighed = { part: 30, whole: 60, basis: 'quality' as const };
  const found = findingOf({
    kind: 'blank',
    dataset: 'complaint',
    about: ['model'],
    count: 1,
    of: 100,
    weighed,
    weight: 0.5,
    byFile: [],
  });
  expect(found).toMatchObject({ share: 0.5, loss: 0.25, basis: 'quality', id: 'blank complaint model' });
});
