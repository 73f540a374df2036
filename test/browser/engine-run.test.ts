import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/data/engine/engine';
import { EngineError } from '../../src/data/engine/engine-error';
import { latest } from '../../src/data/engine/latest';
import type { Row } from '../../src/data/engine/rows';
import { EngineSession } from '../../src/data/engine/session';

const ENDLESS = 'SELECT sum(hash(range)) FROM range(1000000000000)';
const aborted = { name: 'AbortError' };

const session = new EngineSession('sample', { forceMemory: true });
let engine: Engine;

beforeAll(async () => {
  const state = await session.open();
  if (state.kind !== 'ready') throw new Error(`not ready: ${JSON.stringify(state)}`);
  engine = state.engine;
});
afterAll(() => session.close());

async function row(select: string): Promise<Row | undefined> {
  return (await engine.run(`SELECT ${select}`))[0];
}

describe('values', () => {
  test.each<[sql: string, value: unknown]>([
    ['1::TINYINT', 1],
    ['4294967295::UINTEGER', 4_294_967_295],
    ['(-9007199254740991)::BIGINT', -9_007_199_254_740_991],
    ['3::UBIGINT', 3],
    ['(SELECT sum(range) FROM range(5))', 10],
    ['(SELECT count(*) FROM range(5))', 5],
    ['(-7)::HUGEINT', -7],
    ['-1.25::DECIMAL(10, 2)', -1.25],
    ['12345678901234567890123456.5::DECIMAL(30, 1)', 1.2345678901234568e25],
    ['1.5::FLOAT', 1.5],
    ['true', true],
    ["'真因'", '真因'],
    ['NULL', null],
    ['NULL::BIGINT', null],
    ['NULL::TIMESTAMP', null],
    ["TIMESTAMP '2024-01-02 03:04:05'", '2024-01-02 03:04:05'],
    ["TIMESTAMP '2024-01-02 03:04:05.678901'", '2024-01-02 03:04:05.678901'],
    ["TIMESTAMP '1969-12-31 23:59:59.5'", '1969-12-31 23:59:59.5'],
    ["TIMESTAMP_MS '2024-01-01 00:00:00.25'", '2024-01-01 00:00:00.25'],
    ["DATE '2024-02-29'", '2024-02-29'],
    ["DATE '1900-01-01'", '1900-01-01'],
    ["TIME '12:34:56.5'", '12:34:56.5'],
    ["['a', 'b', NULL]", ['a', 'b', null]],
    ['[1::BIGINT, 2, NULL]', [1, 2, null]],
    ['[1.5::DECIMAL(5, 2)]', [1.5]],
    ['NULL::VARCHAR[]', null],
    ['[1, 2]::INTEGER[2]', [1, 2]],
    ["[DATE '2024-01-01']", ['2024-01-01']],
    ["{'n': 1::BIGINT, 's': 'x', 'd': DATE '2024-01-01', 'no': NULL}", { n: 1, s: 'x', d: '2024-01-01', no: null }],
    ["[{'a': [1::HUGEINT]}]", [{ a: [1] }]],
    ["MAP {'k': 1::BIGINT, 'l': NULL}", { k: 1, l: null }],
    ["'ab'::BLOB", Uint8Array.of(97, 98)],
  ])('%s', async (sql, value) => {
    expect(await row(`${sql} AS value`)).toEqual({ value });
  });

  test.each(["'x'::ENUM('x', 'y')", 'INTERVAL 1 DAY', '1::UHUGEINT', "['x'::ENUM('x', 'y')]"])(
    '%s has no plain value and is refused',
    async (sql) => {
      await expect(row(`${sql} AS value`)).rejects.toThrow('select it as VARCHAR');
      expect(typeof (await row(`(${sql})::VARCHAR AS value`))?.value).toBe('string');
    },
  );

  test('a time without end is refused', async () => {
    await expect(row("'infinity'::TIMESTAMP AS value")).rejects.toThrow(EngineError);
    await expect(row("'infinity'::DATE AS value")).rejects.toThrow(EngineError);
  });

  test('times from 1831 to 2109 are the text that the engine itself writes', async () => {
    const micros = fc.bigInt({ min: -4_380_000_000_000_000n, max: 4_380_000_000_000_000n });
    await fc.assert(
      fc.asyncProperty(fc.array(micros, { minLength: 1, maxLength: 50 }), async (values) => {
        const list = values.map((value) => `(${value})`).join(', ');
        const rows = await engine.run(
          `SELECT make_timestamp(m) AS time, make_timestamp(m)::VARCHAR AS time_text,
             make_timestamp(m)::DATE AS day, make_timestamp(m)::DATE::VARCHAR AS day_text,
             make_timestamp(m)::TIME AS clock, make_timestamp(m)::TIME::VARCHAR AS clock_text
           FROM (VALUES ${list}) t(m)`,
        );
        expect(rows).toHaveLength(values.length);
        for (const { time, time_text, day, day_text, clock, clock_text } of rows) {
          expect([time, day, clock]).toEqual([time_text, day_text, clock_text]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('decimals are the number that is nearest', async () => {
    const unscaled = fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n });
    await fc.assert(
      fc.asyncProperty(fc.array(unscaled, { minLength: 1, maxLength: 50 }), async (values) => {
        const list = values.map((value) => `(${Number(value) / 1000}::DECIMAL(18, 3))`).join(', ');
        const rows = await engine.run<{ n: number; s: string }>(`SELECT n, n::VARCHAR AS s FROM (VALUES ${list}) t(n)`);
        expect(rows.map(({ n }) => n)).toEqual(rows.map(({ s }) => Number(s)));
      }),
      { numRuns: 20 },
    );
  });

  test('rows of many batches arrive completely and in order', async () => {
    const rows = await engine.run<{ a: number }>('SELECT range AS a FROM range(20000)');
    expect(rows.map(({ a }) => a)).toEqual(Array.from({ length: 20_000 }, (_, at) => at));
  });

  test('no rows are no rows', async () => {
    expect(await engine.run("SELECT 1 AS a, ['x'] AS b WHERE false")).toEqual([]);
  });
});

describe('refusals', () => {
  test.each([
    ['SELECT * FROM nowhere', 'nowhere does not exist'],
    ['SELEC 1', 'Parser Error: syntax error at or near "SELEC"'],
    ["SELECT error('so it is') FROM range(10)", 'so it is'],
  ])('%s', async (sql, message) => {
    const refusal = await engine.run(sql).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EngineError);
    expect(refusal).toMatchObject({ sql, message: expect.stringContaining(message) });
    expect(await row('1 AS one')).toEqual({ one: 1 });
  });

  test.each(["json('{}')", "json_extract('{}', '$.a')", 'current_date', "strftime(now(), '%x') COLLATE de"])(
    'what needs an extension fails and does no harm: %s',
    async (sql) => {
      await expect(row(sql)).rejects.toThrow(EngineError);
      await expect(engine.write('LOAD json')).rejects.toThrow(EngineError);
      expect(await row('1 AS one')).toEqual({ one: 1 });
    },
  );

  test.each(['autoload_known_extensions = true', 'lock_configuration = false', "memory_limit = '1GB'"])(
    'settings are locked: %s',
    async (setting) => {
      await expect(engine.write(`SET ${setting}`)).rejects.toThrow('configuration has been locked');
    },
  );
});

describe('aborting', () => {
  test('stops a long query, and the engine goes on', async () => {
    for (let times = 0; times < 10; times++) {
      const cancel = new AbortController();
      const long = engine.run(ENDLESS, { signal: cancel.signal });
      expect(await row('1 AS one')).toEqual({ one: 1 });
      cancel.abort();
      await expect(long).rejects.toMatchObject(aborted);
    }
    expect(await row('1 AS one')).toEqual({ one: 1 });
  });

  test('more long queries than connections: those that wait can be aborted, and others come through', async () => {
    const cancel = new AbortController();
    const long = Array.from({ length: 6 }, (_, at) => engine.run(`${ENDLESS} -- ${at}`, { signal: cancel.signal }));
    const short = row('2 AS two');
    cancel.abort();
    for (const query of long) await expect(query).rejects.toMatchObject(aborted);
    expect(await short).toEqual({ two: 2 });
  });

  test('before it began', async () => {
    await expect(engine.run('SELECT 1', { signal: AbortSignal.abort() })).rejects.toMatchObject(aborted);
    await expect(engine.write('CREATE TABLE never (a INTEGER)', { signal: AbortSignal.abort() })).rejects.toMatchObject(
      aborted,
    );
    await expect(engine.run('SELECT * FROM never')).rejects.toThrow(EngineError);
  });

  test('gives the reason of the signal', async () => {
    const cancel = new AbortController();
    const long = engine.run(ENDLESS, { signal: cancel.signal });
    cancel.abort(new Error('no longer wanted'));
    await expect(long).rejects.toThrow('no longer wanted');
  });

  test('a write leaves nothing behind, and does not stand in the way of a checkpoint', async () => {
    const cancel = new AbortController();
    const long = engine.write(`CREATE TABLE big AS ${ENDLESS}`, { signal: cancel.signal });
    await row('1 AS one');
    cancel.abort();
    await expect(long).rejects.toMatchObject(aborted);
    await engine.transaction((write) => write('CREATE TABLE small AS SELECT 1 AS a'));
    await expect(engine.run('SELECT * FROM big')).rejects.toThrow('big does not exist');
  });

  test('the latest call of a key aborts the one before, not those of other keys', async () => {
    const ask = latest();
    const first = ask('trend', (signal) => engine.run(ENDLESS, { signal }));
    const other = ask('pareto', (signal) => engine.run('SELECT 2 AS two', { signal }));
    const second = ask('trend', (signal) => engine.run('SELECT 1 AS one', { signal }));
    await expect(first).rejects.toMatchObject(aborted);
    expect(await other).toEqual([{ two: 2 }]);
    expect(await second).toEqual([{ one: 1 }]);
  });
});

describe('equal queries in flight', () => {
  test('are one query', async () => {
    const [first, second] = await Promise.all([engine.run('SELECT random() AS r'), engine.run('SELECT random() AS r')]);
    expect(first).toBe(second);
    expect(await engine.run('SELECT random() AS r')).not.toEqual(first);
  });

  test('are cancelled only when nobody waits', async () => {
    const sql = 'SELECT sum(hash(range)) AS s FROM range(3000000)';
    const cancel = new AbortController();
    const leaving = engine.run(sql, { signal: cancel.signal });
    const staying = engine.run(sql, { signal: new AbortController().signal });
    cancel.abort();
    await expect(leaving).rejects.toMatchObject(aborted);
    expect(await staying).toHaveLength(1);
  });

  test('do not answer from before a change', async () => {
    await engine.transaction((write) => write('CREATE OR REPLACE TABLE t AS SELECT 1 AS a'));
    const sql = 'SELECT count(DISTINCT a) AS n, max(hash(range)) AS h FROM t, range(3000000)';
    const before = engine.run<{ n: number }>(sql);
    await engine.write('INSERT INTO t VALUES (2)');
    const after = engine.run<{ n: number }>(sql);
    expect((await before)[0]?.n).toBe(1);
    expect((await after)[0]?.n).toBe(2);
  });
});

describe('transactions', () => {
  const values = async () => (await engine.run<{ a: number }>('SELECT a FROM t ORDER BY a')).map(({ a }) => a);

  test('are seen as a whole, when they are done', async () => {
    await engine.transaction((write) => write('CREATE OR REPLACE TABLE t AS SELECT 1 AS a'));
    const rows = await engine.transaction(async (write) => {
      await write('INSERT INTO t VALUES (2)');
      expect(await values()).toEqual([1]);
      return write('SELECT count(*) AS n FROM t');
    });
    expect(rows).toEqual([{ n: 2 }]);
    expect(await values()).toEqual([1, 2]);
  });

  test('that fail leave nothing: by an error of the body, of a statement, by an abort', async () => {
    await engine.transaction((write) => write('CREATE OR REPLACE TABLE t AS SELECT 1 AS a'));
    const insertAnd = (then: (write: Engine['write']) => Promise<unknown>) =>
      engine.transaction(async (write) => {
        await write('INSERT INTO t VALUES (2)');
        await then(write);
      });
    await expect(insertAnd(() => Promise.reject(new Error('changed my mind')))).rejects.toThrow('changed my mind');
    await expect(insertAnd((write) => write('SELECT * FROM nowhere'))).rejects.toThrow('nowhere does not exist');
    const cancel = new AbortController();
    const cut = insertAnd((write) => {
      const long = write(ENDLESS, { signal: cancel.signal });
      cancel.abort();
      return long;
    });
    await expect(cut).rejects.toMatchObject(aborted);
    expect(await values()).toEqual([1]);
    await engine.transaction((write) => write('INSERT INTO t VALUES (3)'));
    expect(await values()).toEqual([1, 3]);
  });

  test('and writes come one after the other, in the order of their calls', async () => {
    await engine.write('CREATE OR REPLACE TABLE t (a INTEGER)');
    const insert = (value: number) => engine.write(`INSERT INTO t SELECT ${value} + 10 * count(*) FROM t`);
    await Promise.all([
      insert(0),
      engine.transaction(async (write) => {
        await write('INSERT INTO t SELECT 1 + 10 * count(*) FROM t');
        await new Promise((resolve) => setTimeout(resolve, 20));
        await write('INSERT INTO t SELECT 2 + 10 * count(*) FROM t');
      }),
      insert(3),
    ]);
    expect(await values()).toEqual([0, 11, 22, 33]);
  });

  describe('do not deadlock with a scan of the changed table', () => {
    const scan = (times: number) => `SELECT max(hash(a.a, b.y)) > 0 AS some FROM t a, range(${times}) b(y)`;
    const change = () => engine.transaction((write) => write('INSERT INTO t VALUES (-1)'));

    beforeEach(() =>
      engine.transaction((write) => write('CREATE OR REPLACE TABLE t AS SELECT range AS a FROM range(100000)')),
    );

    test('that goes on meanwhile', async () => {
      const scanning = engine.run(scan(1000));
      await row('1 AS one');
      const changed = change();
      const meanwhile = engine.run(scan(1001));
      await changed;
      expect(await engine.run('SELECT count(*) AS n FROM t')).toEqual([{ n: 100_001 }]);
      expect(await Promise.all([scanning, meanwhile])).toEqual([[{ some: true }], [{ some: true }]]);
    });

    test('that somebody typed', async () => {
      const scanning = engine.inspect(scan(1000));
      await row('1 AS one');
      await change();
      expect(await scanning).toEqual([{ some: true }]);
    });

    test('that was aborted', async () => {
      const cancel = new AbortController();
      const scanning = engine.run(scan(100_000), { signal: cancel.signal });
      await row('1 AS one');
      cancel.abort();
      await expect(scanning).rejects.toMatchObject(aborted);
      await change();
      expect(await engine.run('SELECT count(*) AS n FROM t')).toEqual([{ n: 100_001 }]);
    });

    test('when the change is large enough for a checkpoint of its own', async () => {
      const scanning = engine.run(scan(1000));
      await row('1 AS one');
      await engine.write('CREATE OR REPLACE TABLE large AS SELECT hash(range) AS h, range AS r FROM range(2000000)');
      expect(await scanning).toEqual([{ some: true }]);
    });
  });
});

describe('files', () => {
  const csv = (from: number, rows: number) =>
    new File(
      Array.from({ length: rows }, (_, at) => `${from + at},名称,some text to make it longer\n`),
      'a.csv',
    );
  const READ =
    "read_csv('in.csv', auto_detect = false, header = false, delim = ',', columns = {'a': 'BIGINT', 'b': 'VARCHAR', 'c': 'VARCHAR'})";
  const summary = async () => (await engine.run(`SELECT count(*) AS n, min(a) AS low, max(b) AS name FROM ${READ}`))[0];

  test('are read where they lie, once registered, until dropped', async () => {
    await expect(summary()).rejects.toThrow(EngineError);
    await engine.registerFile('in.csv', csv(5, 1000));
    expect(await summary()).toEqual({ n: 1000, low: 5, name: '名称' });
    await engine.dropFile('in.csv');
    await expect(summary()).rejects.toThrow(EngineError);
    await engine.registerFile('in.csv', csv(7, 10));
    expect(await summary()).toEqual({ n: 10, low: 7, name: '名称' });
    await engine.dropFile('in.csv');
  });

  test('tell how much of them was read, also meanwhile', async () => {
    const file = csv(0, 300_000);
    await engine.registerFile('in.csv', file);
    expect(await engine.readProgress('in.csv')).toBe(0);
    const seen: number[] = [];
    let reading = true;
    const load = engine
      .transaction((write) =>
        write(`CREATE TABLE loaded AS SELECT * FROM ${READ.replace(/\)$/, ', buffer_size = 1000000)')}`),
      )
      .finally(() => {
        reading = false;
      });
    while (reading) seen.push(await engine.readProgress('in.csv'));
    await load;
    expect(seen.filter((bytes) => bytes > 0 && bytes < file.size).length).toBeGreaterThan(0);
    expect(await engine.readProgress('in.csv')).toBe(file.size);
    await engine.dropFile('in.csv');
  });
});
