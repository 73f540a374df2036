import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textExpression } from '../../src/data/ingest/load/cell-text-sql';
import { booleanExpression, columnExpressions, vocabularyExpression } from '../../src/data/ingest/load/cells-sql';
import { listExpressions } from '../../src/data/ingest/load/lists';
import { integerExpression, numberExpression } from '../../src/data/ingest/load/number-sql';
import { separatorOf } from '../../src/data/ingest/meaning/separators';
import { planTime } from '../../src/data/ingest/meaning/times';
import type { ColumnPlan, FilePlan } from '../../src/data/ingest/plan';
import { profileOf } from '../../src/data/ingest/text/sample-profile';
import { literal } from '../../src/data/schema/sql';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

let db: NodeDuckDB;
beforeAll(async () => {
  db = await nodeDuckDB();
});
afterAll(() => db.close());

const table = (cells: readonly (string | null)[]) =>
  `(VALUES ${cells.map((cell, at) => `(${at}, CAST(${cell === null ? 'NULL' : literal(cell)} AS VARCHAR))`).join(', ')}) AS cells(row, c0)`;
const evaluate = (sql: string, cells: readonly (string | null)[]) =>
  db.rows(`SELECT ${sql} AS value FROM ${table(cells)} ORDER BY row`).map(({ value }) => value);
const one = (sql: string, cell: string | null) => evaluate(sql, [cell])[0];

describe('numbers', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['0元', 0],
    ['¥1,234.50', 1234.5],
    ['￥ 1,234', 1234],
    ['-¥12', -12],
    ['RMB 88.00', 88],
    ['88 元', 88],
    ['１２３', 123],
    ['12%', 0.12],
    ['(12.5)', -12.5],
    ['1.234,50', 1234.5],
    ['1.2E+05', 120_000],
    [' 7 ', 7],
    ['$1,234,567.89', 1_234_567.89],
  ])('%s is %d', (cell, number) => expect(one(numberExpression('"c0"'), cell)).toBeCloseTo(number, 9));

  it.each(['1.2万', '12,5', '1,23', 'nan', 'infinity', '免费', '-', '12-15', '1 2', '', null, '0x10'])(
    '%s is unreadable',
    (cell) => expect(one(numberExpression('"c0"'), cell)).toBeNull(),
  );

  it('read back whatever way they were written', () => {
    const grouped = (number: number) =>
      number.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const ways = [
      (number: number) => String(number),
      grouped,
      (number: number) => `¥${grouped(number)}`,
      (number: number) => `${number.toFixed(2)}元`,
      (number: number) =>
        number.toFixed(2).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1e8, max: 1e8 }), fc.constantFrom(...ways)), {
          minLength: 1,
          maxLength: 20,
        }),
        (entries) => {
          const cells = entries.map(([cents, write]) => write(cents / 100));
          expect(evaluate(numberExpression('"c0"'), cells)).toEqual(
            entries.map(([cents]) => expect.closeTo(cents / 100, 6)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of units are whole', () =>
    expect(evaluate(integerExpression('"c0"'), ['3', '3.0', '3次', '1,200', '2.5', 'x', null])).toEqual([
      3,
      3,
      3,
      1200,
      null,
      null,
      null,
    ]));
});

describe('text', () => {
  it('loses the blanks around it, and nothing else', () =>
    expect(evaluate(textExpression('"c0"', 'text'), ['\u3000漏水\u00a0\t', 'a b', '  ', '', '无', '-', null])).toEqual([
      '漏水',
      'a b',
      null,
      null,
      '无',
      '-',
      null,
    ]));
  it('of categories and keys counts marks for nothing as blank', () => {
    for (const kind of ['key', 'category'] as const)
      expect(
        evaluate(textExpression('"c0"', kind), ['007', '-', ' -- ', 'N/A', 'null', '无', '無', '/', '不详']),
      ).toEqual(['007', null, null, null, null, null, null, null, '不详']);
  });
  it('is whatever it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0')),
        (text) => {
          const kept = text.replace(/^[ \t\r\n\u00a0\u3000]+|[ \t\r\n\u00a0\u3000]+$/g, '');
          expect(one(textExpression('"c0"', 'text'), text)).toBe(kept === '' ? null : kept);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('codes', () => {
  it('stand for the words that occur; unknown words stay', () => {
    const sql = vocabularyExpression('"c0"', { 严重: 'major', Major: 'major', "轻'微": 'minor', 奇怪: null });
    expect(evaluate(sql, ['严重', ' 严重 ', 'Major', "轻'微", '奇怪', '没见过', '-', '', null])).toEqual([
      'major',
      'major',
      'major',
      'minor',
      '奇怪',
      '没见过',
      null,
      null,
      null,
    ]);
  });
  it('need no word at all', () => expect(evaluate(vocabularyExpression('"c0"', {}), ['x', null])).toEqual(['x', null]));
  it('of answers are yes, no or unreadable', () =>
    expect(
      evaluate(booleanExpression('"c0"', { 保内: 'true', 保外: 'false', 待查: null }), ['保内', '保外 ', '待查', null]),
    ).toEqual([true, false, null, null]));
});

describe('lists', () => {
  const list = (value: unknown) => (value === null ? null : Array.from(value as Iterable<unknown>).sort());
  it('give the first part and every distinct one', () => {
    const { first, all } = listExpressions('"c0"', ',');
    const cells = ['H93,H15,', 'H15， H93,H15', 'H7', ' ', ',', '-', null];
    expect(evaluate(first, cells)).toEqual(['H93', 'H15', 'H7', null, null, null, null]);
    expect(evaluate(all, cells).map(list)).toEqual([['H15', 'H93'], ['H15', 'H93'], ['H7'], null, null, null, null]);
  });
  it('of single values have one part', () => {
    const { first, all } = listExpressions('"c0"', undefined);
    expect(evaluate(first, ['A/B', null])).toEqual(['A/B', null]);
    expect(evaluate(all, ['A/B', null]).map(list)).toEqual([['A/B'], null]);
  });
  it.each([
    [['H93,H15,', 'B12,', 'G7,'], ','],
    [['漏水、异响', '漏水', '异响', '不启动'], '、'],
    [['漏水；异响', '漏水', '异响'], ';'],
    [['漏水/异响', '漏水', '异响'], '/'],
    [['A|B', 'A', 'B', 'B|A'], '|'],
    [['A/B', 'C', 'D'], undefined],
    [['蓝牙/WiFi 故障', '电源故障'], undefined],
    [['客户来电说不制冷，上门检查后发现漏氟，已加氟', '不制冷'], undefined],
    [['漏水'], undefined],
    [[], undefined],
  ])('%j is separated by %s', (cells, separator) => expect(separatorOf(profileOf(0, cells), cells)).toBe(separator));
});

describe('the expressions of a plan', () => {
  const column = (
    index: number,
    source: string,
    target: string | null,
    extra: Partial<ColumnPlan> = {},
  ): ColumnPlan => ({ index, source, target, confidence: 1, samples: [], ...extra });
  const columns = [
    column(0, '单号', 'complaint_no'),
    column(1, '日期', 'received_at', { time: planTime(profileOf(1, ['2024-03-05'])) }),
    column(2, '故障', 'failure_mode', { separator: ',' }),
    column(3, '忽略', null),
    column(4, '备"注', 'x_备"注'),
    column(5, '保内', 'in_warranty', { values: { 保内: 'true' } }),
    column(6, '费用', 'cost'),
  ];
  const untidy = columns.map(({ index }) => index);
  const plan = { dataset: 'complaint', columns, scan: { untidy } } as unknown as FilePlan;

  it('are one a table column, in file order, with their types', () => {
    expect(columnExpressions(plan).map(({ name, type, checked }) => [name, type, checked])).toEqual([
      ['complaint_no', 'VARCHAR', false],
      ['received_at', 'TIMESTAMP', true],
      ['failure_mode', 'VARCHAR', false],
      ['failure_modes', 'VARCHAR[]', false],
      ['x_备"注', 'VARCHAR', false],
      ['in_warranty', 'BOOLEAN', true],
      ['cost', 'DOUBLE', true],
    ]);
  });

  it('run on the engine and have the type they say', () => {
    const expressions = columnExpressions(plan);
    const cells = columns.map(({ index }) => `'2024-03-05' AS c${index}`).join(', ');
    const types = expressions
      .map(({ sql, cell }, at) => `typeof(${sql}) AS t${at}, typeof(${cell}) AS r${at}`)
      .join(', ');
    const [row] = db.rows(`SELECT ${types} FROM (SELECT ${cells})`);
    expect(expressions.map((_, at) => row?.[`t${at}`])).toEqual(expressions.map(({ type }) => type));
    expect(expressions.map((_, at) => row?.[`r${at}`])).toEqual(expressions.map(() => 'VARCHAR'));
  });

  it('tell a mark for nothing from what could not be read', () => {
    const cost = columnExpressions(plan).find(({ name }) => name === 'cost');
    expect(evaluate(String(cost?.cell).replaceAll('"c6"', '"c0"'), ['-', 'N/A', '免费', null])).toEqual([
      null,
      null,
      '免费',
      null,
    ]);
  });
});
