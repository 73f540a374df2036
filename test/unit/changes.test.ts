import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChangeEntry, changeLog, changesWithin, MOST_CHANGES } from '../../src/analysis/changes';
import type { Source } from '../../src/analysis/view';
import { createStatements, rowsTable, viewStatements } from '../../src/data/schema/tables';
import type { Amount } from '../../src/domain/amount';
import { type Grain, periodsBetween } from '../../src/domain/period';
import { type Predicate, scopeOf } from '../../src/domain/scope';
import { changeFlags, changeGroups, changeLine } from '../../src/features/trends/change-flags';
import { timeTable } from '../../src/features/trends/time-table';
import type { Words } from '../../src/features/trends/words';
import { en } from '../../src/locales/en/index';
import { formatFor } from '../../src/ui/format';
import type { Reading } from '../../src/ui/reading';
import { fakeSource } from '../support/fake-source';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

const entry = (id: number, day: string, more: Partial<ChangeEntry> = {}): ChangeEntry => ({
  ...{ id, day, number: `C${id}`, kind: 'material', model: null, line: null, part: null, supplier: null },
  ...{ batchFrom: null, text: `change ${id}`, ...more },
});

describe('the change log', () => {
  let db: NodeDuckDB;
  let source: Source;
  const fill = (from: string) => {
    db.rows(`CREATE OR REPLACE TABLE ${rowsTable('change')} AS ${from}`);
    for (const sql of viewStatements('change', ['at', 'model', 'text'])) db.rows(sql);
  };
  const row = (n: number, at: string, model: string, text: string) =>
    `SELECT 1 AS source_file, ${n} AS source_row, CAST(NULL AS VARCHAR[]) AS cell_issues, TIMESTAMP '${at}' AS "at", ${model} AS model, ${text} AS "text"`;

  beforeAll(async () => {
    db = await nodeDuckDB();
    for (const sql of createStatements()) db.rows(sql);
    source = { ...fakeSource({}), run: async <R extends object>(sql: string) => db.rows(sql) as R[] };
  });
  afterAll(() => db.close());

  it('is read whole, oldest first, days without their hour', async () => {
    fill(
      [row(1, '2025-03-05 14:30:00', "'KS-17W'", "'第二'"), row(2, '2025-01-02', 'NULL', "'第一'")].join(' UNION ALL '),
    );
    const { entries, more } = await changeLog(source, {});
    expect(entries.map(({ day, model, text, kind }) => [day, model, text, kind])).toEqual([
      ['2025-01-02', null, '第一', null],
      ['2025-03-05', 'KS-17W', '第二', null],
    ]);
    expect(more).toBe(false);
  });

  it('is cut at its latest entries, and long texts at their end', async () => {
    fill(
      `SELECT 1 AS source_file, CAST(n AS INTEGER) AS source_row, CAST(NULL AS VARCHAR[]) AS cell_issues, TIMESTAMP '2020-01-01' + to_days(CAST(n AS INTEGER)) AS "at", NULL::VARCHAR AS model, repeat('长', 2001) AS "text" FROM range(${MOST_CHANGES + 3}) AS t(n)`,
    );
    const { entries, more } = await changeLog(source, {});
    expect(entries).toHaveLength(MOST_CHANGES);
    expect(entries[0]?.day).toBe('2020-01-04');
    expect(entries[0]?.text).toHaveLength(2000);
    expect(more).toBe(true);
  });
});

describe('changes within a scope', () => {
  const log = [
    entry(1, '2025-01-01'),
    entry(2, '2025-01-02', { model: 'KS-17W' }),
    entry(3, '2025-01-03', { model: 'KT-06W, KS-17W' }),
    entry(4, '2025-01-04', { model: 'KG-12', supplier: '恒塑' }),
    entry(5, '2025-01-05', { model: '全部型号', line: '3号线' }),
  ];
  const of = (...predicates: Predicate[]) => changesWithin(log, scopeOf(predicates)).map(({ id }) => id);
  const model = (kind: 'oneOf' | 'noneOf', ...values: (string | null)[]): Predicate => ({
    kind,
    field: 'model',
    values,
  });

  it.each([
    ['all without a filter', [], [1, 2, 3, 4, 5]],
    ['those of a model, and those that name none', [model('oneOf', 'KS-17W')], [1, 2, 3, 5]],
    ['those that name one more model than the left out', [model('noneOf', 'KS-17W')], [1, 3, 4, 5]],
    ['none of a model when blanks are asked for', [model('oneOf', null)], [1, 5]],
    ['by a part of the name', [{ kind: 'contains', field: 'model', text: 'kg' }], [1, 4, 5]],
    ['by supplier', [{ kind: 'oneOf', field: 'supplier', values: ['其他厂'] }], [1, 2, 3, 5]],
    ['by line', [{ kind: 'oneOf', field: 'line', values: ['1号线'] }], [1, 2, 3, 4]],
    ['whatever else is filtered', [{ kind: 'oneOf', field: 'failure_mode', values: ['漏水'] }], [1, 2, 3, 4, 5]],
  ] as const)('are %s', (_, predicates, ids) => expect(of(...(predicates as readonly Predicate[]))).toEqual(ids));
});

describe('changes on an axis', () => {
  let words: Words;
  beforeAll(async () => {
    await i18next.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
    words = {
      t: i18next.t,
      format: formatFor('en'),
      labels: { column: (name) => name, value: (_, value) => value ?? 'Blank' },
    };
  });
  const log = [
    entry(1, '2024-12-31'),
    entry(2, '2025-01-05'),
    entry(3, '2025-01-31'),
    entry(4, '2025-03-01'),
    entry(5, '2025-04-01'),
  ];
  const grouped = (grain: Grain, first: string, last: string) =>
    changeGroups(log, periodsBetween(grain, first, last), grain);

  it('stand at their period; what is before and after is left out', () => {
    const groups = grouped('month', '2025-01-01', '2025-03-31');
    expect(groups.map(({ from, entries }) => [from, entries.map(({ id }) => id)])).toEqual([
      ['2025-01-01', [2, 3]],
      ['2025-03-01', [4]],
    ]);
  });

  it('share a flag where there is no room for two', () => {
    const days = periodsBetween('day', '2024-06-01', '2025-06-01');
    const daily = days.map((day, at) => entry(at, day));
    const groups = changeGroups(daily, days, 'day');
    expect(groups.length).toBeLessThanOrEqual(40);
    expect(groups.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(days.length);
    expect(groups[0]).toMatchObject({ from: '2024-06-01', to: '2024-06-10' });
  });

  it('are named in a few short lines', () => {
    const many = Array.from({ length: 7 }, (_, at) => entry(at, '2025-01-05', { text: '换\n供应商'.repeat(40) }));
    const [flag] = changeFlags([{ from: '2025-01-01', to: '2025-01-01', entries: many }], 'month', words);
    expect(flag).toMatchObject({ key: '2025-01-01', count: 7, label: 'Jan 2025: 7 changes' });
    expect(flag?.detail).toHaveLength(5);
    expect(flag?.detail[0]).toMatch(/^2025-01-05 material 换 供应商.*…$/);
    expect(flag?.detail[4]).toBe('3 more');
  });

  it('say what they can when the text is blank', () => {
    expect(changeLine(entry(1, '2025-01-05', { text: null, part: '壶盖' }), words)).toBe('2025-01-05 material 壶盖');
    expect(changeLine(entry(1, '2025-01-05', { text: ' ', kind: null }), words)).toBe('2025-01-05 C1');
  });

  it('stand in the table of the figures, each in its period', () => {
    const reading: Reading = {
      ...{ basis: 'count', unit: '', value: ({ n }: Amount) => n, format: String, text: String },
      interval: () => undefined,
    };
    const periods = ['2025-01-01', '2025-02-01', '2025-03-01'].map((period) => ({
      ...{ period, n: 1, units: null, rate: null, provisional: false, whole: true, unjudged: 0 },
    }));
    const answer = {
      question: { scope: [], measure: { id: 'quality', per: 'count' }, grain: 'month' },
      ...{ total: { n: 3, units: null, rate: null, unjudged: 0 }, periods, panels: [], sql: [] },
    } as const;
    const table = timeTable(answer, reading, words, grouped('month', '2025-01-01', '2025-03-31'));
    expect(table.header.at(-1)).toBe('Changes');
    expect(table.rows.map((row) => row.at(-1))).toEqual([
      '2025-01-05 material change 2; 2025-01-31 material change 3',
      '',
      '2025-03-01 material change 4',
    ]);
    expect(timeTable(answer, reading, words).header).not.toContain('Changes');
  });
});
