import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queryProblem } from '../../src/analysis/query-problem';
import { EngineError } from '../../src/data/engine/engine-error';
import { checkReads, RefusedStatement, suspiciousFunctions } from '../../src/data/engine/reading-only';
import { tokensOf } from '../../src/data/engine/sql-tokens';
import type { Facts } from '../../src/data/facts';
import type { DatasetFacts } from '../../src/data/queries/facts';
import { createStatements } from '../../src/data/schema/tables';
import { DATASETS, SCHEMAS } from '../../src/domain/columns';
import { answerColumns, exactNumber, shortType } from '../../src/features/sql/answer-table';
import { indented, insertedName, outdented } from '../../src/features/sql/editing';
import { examplesFor } from '../../src/features/sql/example-queries';
import { exportAnswer } from '../../src/features/sql/export-answer';
import { isPersonal, maskOf, personalColumns } from '../../src/features/sql/people';
import { relationsOf, sought } from '../../src/features/sql/relation-list';
import { queriesFile, readQueriesFile, renamed, withImported, withQuery } from '../../src/features/sql/saved-queries';
import { formatFor } from '../../src/ui/format';
import { sqlAddress } from '../../src/ui/view/handed-sql';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

const values = (sql: string) => tokensOf(sql).map(({ kind, value }) => `${kind} ${value}`);

describe('tokens', () => {
  test.each<[sql: string, tokens: string[]]>([
    ['a/* b /* c */ d */e--f\ng', ['word a', 'word e', 'word g']],
    ['/* never closed', []],
    [`'it''s' "a""b"`, ["text it's", 'name a"b']],
    ["E'a\\'b' 'c'", ["text a\\'b", 'text c']],
    ["$$a;'b$$ $x$ $$ $x$ $1", ["text a;'b", 'text  $$ ', 'symbol $', 'number 1']],
    ['故障 = 1.5e3', ['word 故障', 'symbol =', 'number 1.5e3']],
    ["'open", ['text open']],
    ['SELECT\u00a0X', ['word select', 'word x']],
  ])('%s', (sql, tokens) => expect(values(sql)).toEqual(tokens));

  test('say where they stand', () => {
    expect(tokensOf(' ab "c"')).toMatchObject([
      { start: 1, end: 3 },
      { start: 4, end: 7 },
    ]);
  });
});

describe('reading only', () => {
  test('leaves off the semicolon, and tells the query inside', () => {
    expect(checkReads(' DESCRIBE SELECT 1 ; -- x')).toMatchObject({ sql: ' DESCRIBE SELECT 1', query: 'SELECT 1' });
    expect(checkReads('SHOW TABLES').query).toBeUndefined();
    expect(checkReads('EXPLAIN (FORMAT JSON) SELECT 1')).toMatchObject({ explains: true, query: 'SELECT 1' });
  });

  test.each([
    ['SELECT 1;\nSELECT 2', 'several', 'SELECT', 10],
    ['-- x\nDROP TABLE t', 'notReading', 'DROP', 5],
    ["SELECT * FROM read_csv('x')", 'file', 'read_csv', 14],
    ['SELECT * FROM complaint, main."read_TEXT"(1)', 'file', '"read_TEXT"', 30],
    ['SELECT * FROM "http://localhost/y"', 'file', 'http://localhost/y', 14],
    ["SELECT query('x')", 'function', 'query', 7],
  ])('%s', (sql, reason, subject, at) => {
    expect(() => checkReads(sql)).toThrow(RefusedStatement);
    try {
      checkReads(sql);
    } catch (error) {
      expect(error).toMatchObject({ reason, subject, at });
    }
  });
});

describe('with the engine', () => {
  let engine: NodeDuckDB;
  beforeAll(async () => {
    engine = await nodeDuckDB();
    for (const sql of createStatements()) engine.rows(sql);
  });
  afterAll(() => engine.close());

  test('every table function that it has is refused or known to only look', () => {
    const names = engine
      .rows(
        "SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type IN ('table', 'table_macro', 'pragma')",
      )
      .map(({ name }) => String(name));
    expect(names.length).toBeGreaterThan(60);
    const plan = (name: string) =>
      JSON.stringify([{ name, children: [], extra_info: { Function: name.toUpperCase() } }]);
    const passed = names.filter((name) => suspiciousFunctions(plan(name)).length === 0);
    const risky = /read|csv|glob|file|query|check|secret|import|copy|enable|disable|log|storage|temporary/;
    expect(passed.filter((name) => risky.test(name))).toEqual([]);
    for (const name of ['read_csv', 'read_text', 'read_blob', 'glob', 'query', 'force_checkpoint'])
      expect(names).toContain(name);
  });

  test('its plan names the functions of a statement, however deep', () => {
    const sql = "SELECT (SELECT count(*) FROM (SELECT * FROM read_text('package.json')))";
    const [row] = engine.rows(`EXPLAIN (FORMAT JSON) ${sql}`);
    expect(suspiciousFunctions(String(row?.explain_value))).toEqual(['read_text']);
  });

  test('the examples are right, whatever columns there are', () => {
    const all = (dataset: 'complaint' | 'shipment') => new Set(SCHEMAS[dataset].columns.map(({ name }) => name));
    const some = examplesFor({ complaint: all('complaint'), shipment: all('shipment') });
    expect(some.map(({ name }) => name)).toEqual([
      'months',
      'rates',
      'failures',
      'closing',
      'repeated',
      'rejected',
      'summary',
    ]);
    const few = examplesFor({ complaint: new Set(['received_at']), shipment: new Set() });
    expect(few.map(({ name }) => name)).toEqual(['months', 'rejected', 'summary']);
    for (const { sql } of [...some, ...few]) {
      expect(checkReads(sql).sql).toBe(sql);
      expect(() => engine.rows(sql)).not.toThrow();
    }
  });

  test('every relation and column that is offered is there', () => {
    const facts = (dataset: (typeof DATASETS)[number]): DatasetFacts => {
      const stored = SCHEMAS[dataset].columns.slice(0, 3).map(({ name }) => name);
      return { rows: 10, stored, filled: Object.fromEntries(stored.map((name) => [name, 5])), distinct: {} };
    };
    const all = Object.fromEntries(DATASETS.map((dataset) => [dataset, facts(dataset)])) as Facts;
    expect(relationsOf(all, false).map(({ name }) => name)).not.toContain('complaint_event');
    const relations = relationsOf(all, true);
    expect(relations.length).toBe(2 * DATASETS.length + 2);
    expect(relations[DATASETS.length]?.name).toBe('complaint_event');
    for (const { name, columns } of relations) {
      const list = columns.map((column) => `"${column.name}"`).join(', ');
      expect(() => engine.rows(`SELECT ${list} FROM ${name}`)).not.toThrow();
    }
    expect(relations[0]?.columns.slice(0, 4).map(({ filled }) => filled)).toEqual([0.5, 0.5, 0.5, 0]);
  });

  test('views are found by themselves or by their columns, in the words of the page too', () => {
    const facts: DatasetFacts = { rows: 1, stored: [], filled: {}, distinct: {} };
    const relations = relationsOf(Object.fromEntries(DATASETS.map((dataset) => [dataset, facts])) as Facts, false);
    const titles = {
      relation: ({ name }: { name: string }) => (name === 'stock' ? '库存' : ''),
      column: ({ name }: { name: string }) => (name === 'supplier' ? '供应商' : ''),
    };
    const found = (needle: string) =>
      sought(relations, needle, titles).map(({ relation, columns, byColumn }) =>
        byColumn ? `${relation.name}: ${columns.map(({ name }) => name)}` : relation.name,
      );
    expect(found('')).toHaveLength(relations.length);
    expect(found('库存')).toEqual(['stock']);
    expect(found('stock')).toEqual(['stock', 'stock_issue']);
    expect(found('供应商')).toEqual(['complaint: supplier', 'material_lot: supplier', 'change: supplier']);
    expect(found('nothing like it')).toEqual([]);
  });
});

describe('problems', () => {
  const of = (message: string, sql: string) => queryProblem(new EngineError(message, sql), sql);

  test('tell the place, also in a statement that was put around the typed one', () => {
    const sql = 'SELECT a,\n  modle\nFROM t';
    const found = of('Binder Error: Referenced column "modle" not found\n\nLINE 2:   modle\n          ^', sql);
    expect(found).toMatchObject({ kind: 'unknownColumn', place: { line: 2, column: 3, offset: 12 } });
    expect(found.message).toBe('Binder Error: Referenced column "modle" not found');
    expect(of('Conversion Error: x\n\nLINE 3:   modle\n          ^', sql).place).toMatchObject({ line: 2, column: 3 });
  });

  test('find the place in a long line that the engine has cut', () => {
    const sql = `SELECT ${'a, '.repeat(60)}modle, ${'b, '.repeat(60)}c FROM t`;
    const at = sql.indexOf('modle');
    const excerpt = `...${sql.slice(at - 20, at + 30)}...`;
    const found = of(`Binder Error: no\n\nLINE 1: ${excerpt}\n${' '.repeat(8 + 3 + 20)}^`, sql);
    expect(sql.slice(found.place?.offset).startsWith('modle')).toBe(true);
  });

  test.each([
    ['Parser Error: syntax error at or near "x"', 'syntax'],
    ['Catalog Error: Table with name x does not exist!', 'unknownTable'],
    ['Catalog Error: Scalar Function with name x does not exist!', 'unknownFunction'],
    [
      'Catalog Error: Scalar Function with name "today" is not in the catalog, but it exists in the icu extension.',
      'extension',
    ],
    ["Failed to load 'icu.duckdb_extension.wasm'.", 'extension'],
    ["Binder Error: No function matches the given name and argument types 'sum(VARCHAR)'.", 'type'],
    ['Conversion Error: Could not convert string', 'value'],
    ['Out of Memory Error: failed to allocate data of size 16.0 MiB', 'memory'],
    ['Invalid Input Error: Cannot write to database "x" - it is attached in read-only mode!', 'writing'],
    ['TransactionContext Error: whatever', 'engine'],
  ])('%s', (message, kind) => expect(of(message, 'SELECT 1')).toMatchObject({ kind }));

  test('of refusals have the place of the word', () => {
    const sql = 'SELECT 1;\n DROP TABLE t';
    try {
      checkReads(sql);
    } catch (error) {
      expect(queryProblem(error, sql)).toMatchObject({ kind: 'several', place: { line: 2, column: 2 } });
    }
  });
});

describe('answers', () => {
  const columns = (...names: string[]) => names.map((name) => ({ name, type: 'VARCHAR' }));

  test('numbers are numbers only where none of them changes', () => {
    expect(exactNumber('BIGINT', '-12')).toBe(-12);
    expect(exactNumber('BIGINT', '9007199254740993')).toBeNull();
    expect(exactNumber('HUGEINT', '170141183460469231731687303715884105727')).toBeNull();
    expect(exactNumber('DECIMAL(9,2)', '1.10')).toBe(1.1);
    expect(exactNumber('DECIMAL(38,2)', '123456789012345678.25')).toBeNull();
    expect(exactNumber('BIGNUM', '-170141183460469231731687303715884105728')).toBeNull();
    expect(exactNumber('DOUBLE', 'nan')).toBeNull();
    expect(exactNumber('VARCHAR', '12')).toBeNull();
    expect(exactNumber('BIGINT[]', '12')).toBeNull();
  });

  test('long types are short in the header', () => {
    expect(shortType("ENUM('a', 'b')")).toBe('ENUM');
    expect(shortType('STRUCT(a INTEGER, b VARCHAR)[]')).toBe('STRUCT[]');
    expect(shortType('DECIMAL(9,2)')).toBe('DECIMAL(9,2)');
  });

  test('columns that name people are masked, by name, also in the values of SUMMARIZE', () => {
    expect(['customer_name', 'CUSTOMER_CONTACT', 'handler', 'model', 'customer'].map(isPersonal)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    const kept = maskOf(columns('x_报修人电话', 'x_技师姓名', 'x_销售渠道'));
    const person = ['13912340000', '张三丰', '抖音'];
    expect(person.map((_, at) => kept?.(person, at))).toEqual(['139****0000', '张＊＊', '抖音']);
    const mask = maskOf(columns('customer_name', 'customer_contact', 'model'));
    const row = ['张三丰', '13912340000', 'KS-17'];
    expect(row.map((_, at) => mask?.(row, at))).toEqual(['张＊＊', '139****0000', 'KS-17']);
    const summary = maskOf(columns('column_name', 'min', 'count'));
    expect(summary?.(['handler', '李雷', '3'], 1)).toBe('李＊');
    expect(summary?.(['model', 'KS', '3'], 1)).toBe('KS');
    expect(maskOf(columns('model'))).toBeUndefined();
    expect(personalColumns(columns('handler', 'handler', 'model'))).toEqual(['handler']);
  });

  test('the table masks until asked, and keeps columns of one name apart', () => {
    const answer = { columns: columns('handler', 'handler'), rows: [['李雷', null]], more: false };
    const [row = []] = answer.rows;
    const masked = answerColumns(answer, false, formatFor('en'));
    expect(masked.map(({ id, text }) => [id, text(row)])).toEqual([
      ['c0', '李＊'],
      ['c1', ''],
    ]);
    expect(answerColumns(answer, true, formatFor('en')).map(({ text }) => text(row))).toEqual(['李雷', '']);
  });

  test('the export has every row, harmless formulas, masked people, numbers as they are', async () => {
    const types = ['VARCHAR', 'VARCHAR', 'BIGINT'];
    const names = ['handler', 'text', 'n'];
    const rows = Array.from({ length: 25_000 }, (_, at) => ['李雷', at === 0 ? '=1+1' : null, String(-at)]);
    const progress: number[] = [];
    const run = (people: boolean) =>
      exportAnswer({
        source: {
          engine: {
            inspectStream: async (_sql, receiver) => {
              receiver.columns(names.map((name, at) => ({ name, type: types[at] ?? '' })));
              for (let at = 0; at < rows.length; at += 2048) receiver.rows(rows.slice(at, at + 2048));
            },
          },
        },
        sql: 'SELECT 1',
        people,
        signal: new AbortController().signal,
        onProgress: (done) => progress.push(done),
      });
    const lines = (await (await run(false)).text()).split('\r\n');
    expect(lines).toHaveLength(25_001);
    expect(lines[0]).toBe('\uFEFFhandler,text,n'.slice(lines[0]?.startsWith('\uFEFF') ? 0 : 1));
    expect(lines[1]).toMatch(/^李＊,"?'=1\+1"?,0$/);
    expect(lines[2]).toBe('李＊,,-1');
    expect(progress.at(-1)).toBe(25_000);
    expect(progress.length).toBeGreaterThan(1);
    expect((await (await run(true)).text()).split('\r\n')[2]).toBe('李雷,,-1');
  });
});

describe('editing', () => {
  const at = (marked: string) => {
    const start = marked.indexOf('|');
    const end = marked.lastIndexOf('|');
    return { text: marked.replaceAll('|', ''), start, end: end === start ? start : end - 1 };
  };
  const marked = ({ text, start, end }: { text: string; start: number; end: number }) =>
    start === end
      ? `${text.slice(0, start)}|${text.slice(start)}`
      : `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;

  test.each([
    ['a|b', 'a  |b'],
    ['a|b\nc|d', '  a|b\n  c|d'],
  ])('Tab: %s', (before, after) => expect(marked(indented(at(before)))).toBe(after));

  test.each([
    ['   a|b', ' a|b'],
    ['|  a\n b|c', '|a\nb|c'],
    ['a|', 'a|'],
  ])('Shift+Tab: %s', (before, after) => expect(marked(outdented(at(before)))).toBe(after));

  test('a name stands apart from its neighbours', () => {
    expect(marked(insertedName(at('SELECT| FROM'), 'model'))).toBe('SELECT model| FROM');
    expect(marked(insertedName(at('SELECT (|)'), 'model'))).toBe('SELECT (model|)');
    expect(marked(insertedName(at('|FROM'), 'model'))).toBe('model |FROM');
  });
});

describe('saved queries', () => {
  const a = { name: 'a', sql: 'SELECT 1' };

  test('have one name each', () => {
    expect(withQuery([a], { name: 'a', sql: 'SELECT 2' })).toEqual([{ name: 'a', sql: 'SELECT 2' }]);
    expect(renamed([a, { name: 'b', sql: 'x' }], 'b', 'a').map(({ name }) => name)).toEqual(['a', 'a (2)']);
    expect(renamed([a], 'a', 'a')).toEqual([a]);
  });

  test('travel as a file; what is there already stays as it is', async () => {
    const file = queriesFile([a, { name: 'b', sql: 'SELECT 3' }]);
    const found = await readQueriesFile(file);
    expect(found).toEqual([a, { name: 'b', sql: 'SELECT 3' }]);
    expect(withImported([{ name: 'b', sql: 'SELECT 2' }, a], found ?? []).map(({ name }) => name)).toEqual([
      'b',
      'a',
      'b (2)',
    ]);
  });

  test.each(['', '[]', '{"kind":"x"}', '{"kind":"truecause/saved-queries","version":2,"queries":[]}'])(
    'a file of something else is none: %s',
    async (text) => expect(await readQueriesFile(new Blob([text]))).toBeUndefined(),
  );
});

test('the address of the console keeps data and filters, and takes any statement along', () => {
  const sql = "SELECT '&=#?%+ 漏水'\nFROM t";
  const address = sqlAddress(sql, '#/trends?w=sample&s=model%3DKS&row=7');
  expect(address.startsWith('#/sql?w=sample&s=model%3DKS&q=')).toBe(true);
  expect(new URLSearchParams(address.split('?')[1]).get('q')).toBe(sql);
});
