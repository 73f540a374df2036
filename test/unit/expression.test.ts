import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { computedExpression } from '../../src/data/ingest/load/computed-sql';
import { readComputed, readComputedColumns } from '../../src/data/ingest/meaning/computed';
import { type ComputedCell, computedText } from '../../src/data/ingest/text/computed-cells';
import { scan } from '../../src/data/ingest/text/scan';
import { literal } from '../../src/data/schema/sql';
import { type Condition, printExpression, type TextExpression } from '../../src/domain/expression';
import { growthOf } from '../../src/domain/expression-growth';
import { readExpression } from '../../src/domain/expression-syntax';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';
import { dialectOf } from '../support/scan';

const COLUMNS = ['日期', 'time', 'a]b'];

/** A computed cell over `COLUMNS`. */
function cell(expression: TextExpression): ComputedCell {
  return {
    index: COLUMNS.length,
    expression,
    sources: Object.fromEntries(COLUMNS.map((name, index) => [name, index])),
  };
}

function read(text: string): TextExpression {
  const result = readExpression(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.problem)}`);
  return result.expression;
}

const value = (text: string, ...cells: string[]) => computedText(cell(read(text)), cells);

describe('what is typed', () => {
  it.each([
    ["concat([日期], ' ', [time])", '2024-03-05 08:30'],
    ["[日期] & ' ' & time", '2024-03-05 08:30'],
    ['CONCAT（【日期】，“ ”，[time]）', '2024-03-05 08:30'],
    ['left([日期], 4)', '2024'],
    ['right([日期], 2)', '05'],
    ['mid([日期], 6, 2)', '03'],
    ["part([日期], '-', 2)", '03'],
    ["part([日期], '-', -1)", '05'],
    ["part([日期], '-', 9)", ''],
    ["after([日期], '-')", '03-05'],
    ["after([日期], '/')", ''],
    ["replace([日期], '-', '')", '20240305'],
    ['digits([time])', '0830'],
    ['pad(part([time], ":", 1), 4)', '0008'],
    ["upper('k7 é')", 'K7 é'],
    ["lower('K7 É')", 'k7 É'],
    ["narrow('Ａ１２－３　x')", 'A12-3 x'],
    ["coalesce([a]]b], 'N/A', '', 'x')", 'x'],
    ["if([time] = '08:30', 'early', 'late')", 'early'],
    ["if([time] != '08:30', 'early', 'late')", 'late'],
    ["if(and(starts([日期], '2024'), not(contains([time], '9'))), 1, 2)", '1'],
    ["if(or(ends([日期], '06'), blank([a]]b])), 'yes', 'no')", 'yes'],
    ["'it''s'", "it's"],
    ["  'x '  ", 'x'],
  ])('%s gives %j', (text, given) => expect(value(text, ' 2024-03-05\u3000', '08:30', '-')).toBe(given));

  it.each([
    ['', 'empty', 1, ''],
    ['   ', 'empty', 1, ''],
    ['[日期', 'bracketOpen', 1, '[日期'],
    ["concat([日期], 'x)", 'quoteOpen', 14, "'x)"],
    ['[]', 'columnEmpty', 1, '[]'],
    ['concat([日期]', 'parenOpen', 7, '('],
    ['concat([日期] [time])', 'unexpected', 13, '[time]'],
    ['concat([日期],)', 'valueMissing', 13, ')'],
    ['concat()', 'tooFewArguments', 1, 'concat'],
    ['left([日期])', 'tooFewArguments', 1, 'left'],
    ['trim([日期], 2)', 'tooManyArguments', 12, '2'],
    ['left([日期], x)', 'notCount', 12, 'x'],
    ['left([日期], -1)', 'notCount', 12, '-1'],
    ['left([日期], 5000)', 'notCount', 12, '5000'],
    ['mid([日期], 0, 2)', 'notPosition', 11, '0'],
    ["part([日期], '-', 0)", 'notPlace', 17, '0'],
    ["part([日期], '', 1)", 'notWord', 12, "''"],
    ['part([日期], [time], 1)', 'notWord', 12, '[time]'],
    ["[日期] = 'x'", 'notText', 1, '[日期]'],
    ["if([日期], 'a', 'b')", 'notCondition', 4, '[日期]'],
    ["eval('x')", 'unknownFunction', 1, 'eval'],
    ["constructor('x')", 'unknownFunction', 1, 'constructor'],
    ['[日期] ; DROP TABLE x', 'unexpected', 6, ';'],
    [`${'trim('.repeat(31)}'x'${')'.repeat(31)}`, 'tooDeep', 151, 'trim'],
    ["replace(replace([日期], 'a', 'aaaaa'), 'a', 'aaaaa')", 'tooLarge', 1, ''],
    [`'${'x'.repeat(1000)}'`, 'tooLong', 1001, ''],
    ["'\ud800'", 'brokenText', 1, ''],
  ] as const)('%s: %s at %d', (text, code, at, near) =>
    expect(readExpression(text)).toEqual({ ok: false, problem: { code, at, near } }),
  );

  test('never anything but an expression or a problem', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      ',',
      '&',
      '=',
      '!=',
      "'",
      '"',
      'left',
      'if',
      '-1',
      '2',
      '日',
      ' ',
      '“',
      '\0',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const result = readExpression(text);
        if (result.ok) expect(readExpression(printExpression(result.expression))).toMatchObject({ ok: true });
        else expect(result.problem.at).toBeLessThanOrEqual([...text].length + 1);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('columns', () => {
  test('are named by their header, or one that differs in case, width and script', () => {
    const sources = ['投诉日期', 'Ticket No', '投诉日期 '];
    expect(readComputed({ name: 'x', expression: '[ticket_no]' }, sources, 3)).toMatchObject({
      sources: { ticket_no: 1 },
    });
    expect(readComputed({ name: 'x', expression: '[投诉日期]' }, sources, 3)).toMatchObject({
      sources: { 投诉日期: 0 },
    });
    expect(readComputed({ name: 'x', expression: '[投訴日期]' }, sources, 3)).toEqual({
      code: 'unknownColumn',
      at: 1,
      near: '投訴日期',
    });
    expect(readComputed({ name: 'x', expression: '[投訴日期]' }, sources.slice(0, 2), 2)).toMatchObject({ index: 2 });
  });

  test('made of others need names of their own', () => {
    const told = ['', 'a', '7', 'b', 'b'].map((name) => ({ name, expression: '[a]' }));
    const { columns, problems } = readComputedColumns(told, ['a']);
    expect(columns.map(({ source, index }) => [source, index])).toEqual([['b', 1]]);
    expect(problems.map(({ level, code, details }) => [level, code, details.why])).toEqual([
      ['error', 'computedName', 'nameMissing'],
      ['error', 'computedName', 'nameTaken'],
      ['error', 'computedName', 'nameTaken'],
      ['error', 'computedName', 'nameTaken'],
    ]);
    expect(readComputedColumns([{ name: 'c', expression: '[a] &' }], ['a']).problems).toEqual([
      { level: 'error', code: 'computedUnreadable', details: { column: 'c', at: 6, near: '', why: 'valueMissing' } },
    ]);
  });
});

const marks = fc.constantFrom('-', '/', ' ', ':', 'a', '年', '，', 'aa', '--', '😀');
const texts = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      'é',
      'ß',
      '年',
      '-',
      '/',
      ' ',
      '\u3000',
      '\u00a0',
      '\t',
      'Ｚ',
      '１',
      '7',
      '0',
      '😀',
      '👨‍👩‍👧',
      "'",
      '"',
      '%',
      '\\',
      'e\u0301',
      'aa',
      '--',
      'N/A',
      '无',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const printable = fc.string({ maxLength: 4 }).filter((text) => text.isWellFormed() && !text.includes('\0'));

const { expression } = fc.letrec<{ expression: TextExpression; condition: Condition }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...COLUMNS).map((name): TextExpression => ({ kind: 'column', name })),
    fc.oneof(texts, printable).map((text): TextExpression => ({ kind: 'text', text })),
    fc.record({
      kind: fc.constantFrom('trim', 'upper', 'lower', 'narrow', 'digits'),
      of: tie('expression'),
    }),
    fc.record({ kind: fc.constantFrom('left', 'right', 'pad'), of: tie('expression'), count: fc.nat(12) }),
    fc.record({
      kind: fc.constant('mid'),
      of: tie('expression'),
      from: fc.integer({ min: 1, max: 9 }),
      count: fc.nat(9),
    }),
    fc.record({
      kind: fc.constant('part'),
      of: tie('expression'),
      mark: marks,
      place: fc.integer({ min: -4, max: 4 }).filter((place) => place !== 0),
    }),
    fc.record({ kind: fc.constant('after'), of: tie('expression'), mark: marks }),
    fc.record({ kind: fc.constant('replace'), of: tie('expression'), mark: marks, by: texts }),
    fc.record({
      kind: fc.constantFrom('concat', 'coalesce'),
      of: fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('if'),
      when: tie('condition'),
      yes: tie('expression'),
      no: tie('expression'),
    }),
  ) as fc.Arbitrary<TextExpression>,
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      kind: fc.constantFrom('equal', 'contains', 'starts', 'ends'),
      of: tie('expression'),
      other: tie('expression'),
    }),
    fc.record({ kind: fc.constant('blank'), of: tie('expression') }),
    fc.record({ kind: fc.constant('not'), of: tie('condition') }),
    fc.record({ kind: fc.constantFrom('and', 'or'), of: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }) }),
  ) as fc.Arbitrary<Condition>,
}));

test('what is printed is read again as the same', () => {
  let read = 0;
  fc.assert(
    fc.property(expression, (made) => {
      const printed = printExpression(made);
      const again = readExpression(printed);
      if (again.ok) {
        read += 1;
        expect(again.expression).toEqual(made);
      } else expect(['tooLong', 'tooDeep', 'tooLarge']).toContain(again.problem.code);
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(1000);
});

test('no result outgrows what growthOf says', () => {
  fc.assert(
    fc.property(expression, fc.tuple(texts, texts, texts), (made, cells) => {
      const longest = Math.max(1000, ...cells.map((text) => [...text].length));
      expect([...computedText(cell(made), cells)].length).toBeLessThanOrEqual(growthOf(made) * longest);
    }),
    { numRuns: 1000 },
  );
});

test('the pass over a file sees the same texts, quoted, escaped and long ones too', async () => {
  const long = fc.constantFrom('', 'x'.repeat(100), '漏"水\n'.repeat(40));
  const records = fc.array(
    fc.tuple(
      texts,
      fc.tuple(texts, long).map(([a, b]) => a + b),
      texts,
    ),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(expression, records, async (made, rows) => {
      // A first cell that is never blank keeps every record a record.
      const computed = { ...cell(made), index: 4, sources: { 日期: 1, time: 2, 'a]b': 3 } };
      const text = Papa.unparse(
        rows.map((row) => ['r', ...row]),
        { quotes: true, newline: '\n' },
      );
      const { profiles, records: count } = await scan(new Blob([text]), {
        dialect: dialectOf(4),
        watch: [4],
        computed: [computed],
      });
      const values = rows.map((row) => computedText(computed, ['r', ...row]));
      expect(count).toBe(rows.length);
      expect(profiles[0]?.blank).toBe(values.filter((one) => one === '').length);
      const seen = profiles[0]?.values?.flatMap(({ value, count: times }) =>
        Array.from({ length: times }, () => value),
      );
      expect(seen?.sort()).toEqual(values.filter((one) => one !== '').sort());
    }),
    { numRuns: 300 },
  );
});

describe('the engine gives the same text', () => {
  let database: NodeDuckDB;
  beforeAll(async () => {
    database = await nodeDuckDB();
  }, 60_000);
  afterAll(() => database.close());

  /** Results of expressions over records, as the engine works them out; blank cells are NULL, as read_csv makes them. */
  function engine(made: readonly TextExpression[], rows: readonly (readonly string[])[]): string[][] {
    const cells = (row: readonly string[]) => row.map((text) => (text === '' ? 'NULL' : literal(text))).join(', ');
    const columns = COLUMNS.map((_, index) => `CAST("c${index}" AS VARCHAR) AS "c${index}"`).join(', ');
    const names = COLUMNS.map((_, index) => `"c${index}"`).join(', ');
    const results = made.map((one, at) => `coalesce(${computedExpression(cell(one))}, '') AS r${at}`).join(', ');
    const from = `(SELECT ${columns} FROM (VALUES ${rows.map((row) => `(${cells(row)})`).join(', ')}) AS v(${names}))`;
    return database.rows(`SELECT ${results} FROM ${from}`).map((row) => made.map((_, at) => String(row[`r${at}`])));
  }

  test('for random expressions over random cells', () => {
    const rows = fc.array(fc.tuple(texts, texts, texts), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(expression, { minLength: 4, maxLength: 4 }), rows, (made, records) => {
        const expected = records.map((record) => made.map((one) => computedText(cell(one), record)));
        expect(engine(made, records)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('and its SQL is about as long as what was written', () => {
    const nested = Array.from({ length: 25 }).reduce<TextExpression>((of) => ({ kind: 'pad', of, count: 3 }), {
      kind: 'column',
      name: 'time',
    });
    expect(computedExpression(cell(nested)).length).toBeLessThan(25 * 200);
    expect(engine([nested], [['', '7', '']])).toEqual([['007']]);
  });
});
