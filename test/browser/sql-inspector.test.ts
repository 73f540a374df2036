import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/data/engine/engine';
import { EngineError } from '../../src/data/engine/engine-error';
import type { AnswerColumn, AnswerRow } from '../../src/data/engine/inspector';
import { RefusedStatement } from '../../src/data/engine/reading-only';
import { EngineSession } from '../../src/data/engine/session';

const session = new EngineSession('sample', { forceMemory: true });
let engine: Engine;

beforeAll(async () => {
  const state = await session.open();
  if (state.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(state)}`);
  engine = state.engine;
  await engine.transaction(async (write) => {
    await write("CREATE TABLE complaint_rows AS SELECT range AS id, 'M' || (range % 3) AS model FROM range(1000000)");
    await write('CREATE VIEW complaint AS SELECT * FROM complaint_rows');
  });
  await engine.registerFile('stage_1', new File(['secret\n1\n'], 'a.csv'));
  await engine.registerFile('secret.csv', new File(['secret\n1\n'], 'a.csv'));
});
afterAll(() => session.close());

/** Everything that a statement answers, at most `limit` rows. */
async function answer(sql: string, limit = Number.POSITIVE_INFINITY, signal?: AbortSignal) {
  let columns: readonly AnswerColumn[] = [];
  const rows: AnswerRow[] = [];
  await engine.inspectStream(
    sql,
    {
      columns: (found) => {
        columns = found;
      },
      rows: (more) => {
        rows.push(...more);
        return rows.length < limit;
      },
    },
    { signal },
  );
  return { columns, rows };
}

describe('answers', () => {
  test.each<[sql: string, type: string, text: string | null]>([
    ["'ab\\x00'::BLOB", 'BLOB', 'ab\\x00'],
    ['[1, NULL, 3]', 'INTEGER[]', '[1, NULL, 3]'],
    ["{'a': 1, 'b': 'x'}", 'STRUCT(a INTEGER, b VARCHAR)', "{'a': 1, 'b': x}"],
    ["MAP {'k': 1}", 'MAP(VARCHAR, INTEGER)', '{k=1}'],
    ['INTERVAL 40 DAY', 'INTERVAL', '40 days'],
    ['170141183460469231731687303715884105727::HUGEINT', 'HUGEINT', '170141183460469231731687303715884105727'],
    ['9007199254740993::BIGINT', 'BIGINT', '9007199254740993'],
    ['1::UHUGEINT', 'UHUGEINT', '1'],
    ["'x'::ENUM('x', 'y')", "ENUM('x', 'y')", 'x'],
    ['1.10::DECIMAL(5, 2)', 'DECIMAL(5,2)', '1.10'],
    ["'infinity'::TIMESTAMP", 'TIMESTAMP', 'infinity'],
    ["TIMESTAMP '2024-01-02 03:04:05.678901'", 'TIMESTAMP', '2024-01-02 03:04:05.678901'],
    ['0.1::DOUBLE', 'DOUBLE', '0.1'],
    ['true', 'BOOLEAN', 'true'],
    ['NULL', 'INTEGER', null],
    ["'=1+1'", 'VARCHAR', '=1+1'],
  ])('%s', async (sql, type, text) => {
    const { columns, rows } = await answer(`SELECT ${sql} AS value`);
    expect(columns).toEqual([{ name: 'value', type }]);
    expect(rows).toEqual([[text]]);
  });

  test('columns that share a name are all there', async () => {
    expect(await answer('SELECT 1 AS a, 2 AS a, 3 AS "A", 4')).toEqual({
      columns: ['a', 'a', 'A', '4'].map((name) => ({ name, type: 'INTEGER' })),
      rows: [['1', '2', '3', '4']],
    });
  });

  test.each([
    ['FROM complaint', 2],
    ['VALUES (1, 2)', 2],
    ['TABLE complaint', 2],
    ['(SELECT 1) UNION (SELECT 2)', 1],
    ['DESCRIBE complaint', 6],
    ['SHOW TABLES', 1],
    ['SUMMARIZE complaint', 12],
    ['PIVOT (SELECT id % 2 AS odd, model FROM complaint) ON model USING count(*)', 4],
    ['EXPLAIN SELECT 1', 2],
    ['EXPLAIN (FORMAT JSON) SELECT 1', 2],
    ["SELECT extract(year FROM DATE '2024-01-01'), trim('x' FROM 'xax')", 2],
    ["SELECT 'a' IS DISTINCT FROM 'b', 'a' IS NOT DISTINCT FROM 'x.csv', substring('abc' FROM 2)", 3],
    ["SELECT 'a; b -- c' AS x -- d ; e\n;", 1],
    ['-- first\n/* then /* nested */ */ SELECT 1', 1],
    ['WITH RECURSIVE t AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM t WHERE a < 5) SELECT * FROM t', 1],
    ['SELECT * FROM range(3) r, unnest([1, 2]) u', 2],
    ['SELECT table_name FROM information_schema.tables', 1],
    ['SELECT * FROM duckdb_columns() LIMIT 3', 18],
  ])('%s', async (sql, columns) => {
    const found = await answer(sql, 5);
    expect(found.columns.length).toBe(columns);
    expect(found.rows.length).toBeGreaterThan(0);
  });

  test('keep their order, and all of a million rows come', async () => {
    let next = 999_999;
    let inOrder = true;
    await engine.inspectStream('SELECT id FROM complaint ORDER BY id DESC', {
      columns: () => undefined,
      rows: (rows) => {
        for (const [id] of rows) inOrder &&= Number(id) === next--;
        return true;
      },
    });
    expect([inOrder, next]).toEqual([true, -1]);
  });

  test('stop when they are enough, and others go on', async () => {
    const { rows } = await answer('SELECT * FROM range(1000000000000)', 10_000);
    expect(rows.length).toBeGreaterThanOrEqual(10_000);
    expect(rows.length).toBeLessThan(100_000);
    await engine.transaction((write) => write('CREATE OR REPLACE TABLE other AS SELECT 1 AS a'));
    expect((await answer('SELECT count(*) FROM complaint')).rows).toEqual([['1000000']]);
  });
});

describe('refused', () => {
  test.each([
    ['', 'empty'],
    ['-- nothing', 'empty'],
    ['SELECT 1; SELECT 2', 'several'],
    ["COPY complaint TO 'x.csv'", 'notReading'],
    ["-- harmless\nCOPY complaint TO 'x.csv'", 'notReading'],
    ["/* /* */ SELECT 1 */ COPY complaint TO 'x.csv'", 'notReading'],
    ["ATTACH 'x.db'", 'notReading'],
    ['PRAGMA database_list', 'notReading'],
    ["SET memory_limit = '9GB'", 'notReading'],
    ['INSTALL json', 'notReading'],
    ['LOAD json', 'notReading'],
    ['CHECKPOINT', 'notReading'],
    ['COMMIT', 'notReading'],
    ['CREATE TEMP TABLE t AS SELECT 1', 'notReading'],
    ['DELETE FROM complaint_rows', 'notReading'],
    ['CALL force_checkpoint()', 'notReading'],
    ['EXPLAIN ANALYZE SELECT 1', 'explainAnalyze'],
    ["EXPLAIN/**/ANALYZE COPY complaint TO 'x.csv'", 'explainAnalyze'],
    ["EXPLAIN (ANALYZE) COPY complaint TO 'x.csv'", 'explainAnalyze'],
    ["SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')", 'file'],
    ['SELECT * FROM "read_csv" (\'stage_1\')', 'file'],
    ["SELECT * FROM main.read_csv_auto('stage_1')", 'file'],
    ["SELECT * FROM READ_TEXT/**/('stage_1')", 'file'],
    ["SELECT * FROM read_blob('opfs://truecause-mine.duckdb')", 'file'],
    ["SELECT * FROM glob('*')", 'file'],
    ["FROM 'secret.csv'", 'file'],
    ['FROM "secret.csv"', 'file'],
    ['FROM secret.csv', 'file'],
    ["SELECT * FROM complaint, 'secret.csv'", 'file'],
    ['SELECT * FROM complaint, "secret.csv"', 'file'],
    ["SELECT * FROM complaint JOIN 'secret.csv' ON true", 'file'],
    ["DESCRIBE 'secret.csv'", 'file'],
    ['DESCRIBE SELECT * FROM complaint, "secret.csv"', 'file'],
    ['EXPLAIN SELECT * FROM complaint, "secret.csv"', 'file'],
    ["SUMMARIZE FROM 'secret.csv'", 'file'],
    ["SELECT (SELECT count(*) FROM (FROM 'secret.csv'))", 'file'],
    ["WITH t AS (FROM read_text('stage_1')) FROM t", 'file'],
    ["FROM query('SELECT * FROM read_text(''stage_1'')')", 'function'],
    ["FROM query_table(['complaint'])", 'function'],
    ["FROM query\u00a0('SELECT 1')", 'function'],
    ["FROM query\u200b('SELECT 1')", 'function'],
    ['SELECT * FROM force_checkpoint()', 'function'],
    ['SELECT * FROM checkpoint()', 'function'],
    ['SELECT * FROM duckdb_logs()', 'function'],
    ["SELECT TIMESTAMP '2024-01-01' AT TIME ZONE 'UTC'", 'timeZone'],
    ["SELECT '2024-01-01'::TIMESTAMPTZ", 'timeZone'],
    ['SELECT now()', 'timeZone'],
  ])('%s', async (sql, reason) => {
    const refusal = await answer(sql).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RefusedStatement);
    expect(refusal).toMatchObject({ reason });
    if (sql !== 'SELECT now()') await expect(engine.inspect(sql)).rejects.toBeInstanceOf(EngineError);
    expect((await answer('SELECT 1')).rows).toEqual([['1']]);
  });

  test.each([
    'WITH t AS (SELECT 1) INSERT INTO complaint_rows SELECT 1, NULL',
    'WITH t AS (SELECT 1) DELETE FROM complaint_rows',
  ])('what only begins like a query: %s', async (sql) => {
    await expect(answer(sql)).rejects.toBeInstanceOf(EngineError);
    await expect(engine.inspect(sql)).rejects.toBeInstanceOf(EngineError);
    expect((await answer('SELECT count(*) FROM complaint_rows')).rows).toEqual([['1000000']]);
  });
});

test('four statements at once wait for each other, and an aborted one does not hold up the rest', async () => {
  const cancel = new AbortController();
  const long = answer('SELECT sum(hash(range)) FROM range(1000000000000)', undefined, cancel.signal);
  const others = ['SELECT 1', 'SELECT 2', 'SELECT nowhere'].map((sql) => answer(sql).then(({ rows }) => rows, String));
  setTimeout(() => cancel.abort(), 200);
  await expect(long).rejects.toMatchObject({ name: 'AbortError' });
  expect(await Promise.all(others)).toMatchObject([[['1']], [['2']], expect.stringContaining('nowhere')]);
});

test('however many statements wait for each other, the screens read on', async () => {
  const cancel = new AbortController();
  const long = Array.from({ length: 6 }, () =>
    answer('SELECT sum(hash(range)) FROM range(1000000000000)', undefined, cancel.signal).catch(({ name }) => name),
  );
  try {
    const read = engine.run('SELECT count(*) AS n FROM complaint', { signal: AbortSignal.timeout(5000) });
    expect(await read).toEqual([{ n: 1_000_000 }]);
  } finally {
    cancel.abort();
  }
  expect(new Set(await Promise.all(long))).toEqual(new Set(['AbortError']));
});

describe('without end', () => {
  const aborted = { name: 'AbortError' };
  test.each([
    'SELECT sum(hash(range)) FROM range(1000000000000)',
    'SELECT range FROM range(1000000000000) WHERE range % 700000000 = 5',
    'WITH RECURSIVE t AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM t) SELECT count(*) FROM t',
    'WITH RECURSIVE t AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM t) SELECT a FROM t',
  ])('%s can be cancelled', async (sql) => {
    const cancel = new AbortController();
    const running = answer(sql, undefined, cancel.signal);
    setTimeout(() => cancel.abort(), 1000);
    const start = performance.now();
    await expect(running).rejects.toMatchObject(aborted);
    expect(performance.now() - start).toBeLessThan(4000);
    expect((await answer('SELECT 1')).rows).toEqual([['1']]);
  });

  test('memory: the engine says that it ran out, and goes on', async () => {
    const sql =
      "WITH RECURSIVE t AS (SELECT repeat('x', 40000000) AS a UNION ALL SELECT repeat('y', 40000000 + length(a) % 2) FROM t) SELECT length(a) FROM t ORDER BY a";
    await expect(answer(sql)).rejects.toThrow(/Out of Memory|failed to allocate|could not allocate/i);
    expect((await answer('SELECT 1')).rows).toEqual([['1']]);
  }, 120_000);
});

test('errors tell the line and the column of what was typed', async () => {
  await expect(answer('SELECT *\nFROM nowhere')).rejects.toThrow(/LINE 2: FROM nowhere\n\s+\^/);
  await expect(answer('SELECT 1 +')).rejects.toThrow('syntax error at end of input');
});
