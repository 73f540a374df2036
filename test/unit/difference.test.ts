import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { differenceNotes } from '../../src/data/ingest/kept/difference-notes';
import type { Compared, Difference } from '../../src/data/ingest/load/compare';
import type { Stage } from '../../src/data/ingest/load/load';
import { mergeStages } from '../../src/data/ingest/load/merge';
import { FLAGS } from '../../src/data/schema/derived';
import { literal } from '../../src/data/schema/sql';
import { createStatements, eraseStatement } from '../../src/data/schema/tables';
import type { Dataset } from '../../src/domain/columns';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

type Cells = Readonly<Record<string, string | null>>;
interface FileOfRows {
  readonly columns: readonly string[];
  readonly rows: readonly Cells[];
  readonly again?: readonly number[];
  readonly period?: boolean;
}

let engine: NodeDuckDB;
let lastId = 0;
let stored: readonly string[] | undefined;
beforeAll(async () => {
  engine = await nodeDuckDB();
});
afterAll(() => engine.close());
function empty(): void {
  lastId = 0;
  stored = undefined;
  for (const { sql } of engine.rows(eraseStatement())) engine.rows(String(sql));
  for (const sql of createStatements()) engine.rows(sql);
}

const write = async (sql: string) => engine.rows(sql);
const TYPES: Readonly<Record<string, string>> = {
  received_at: 'TIMESTAMP',
  shipped_at: 'TIMESTAMP',
  as_of: 'TIMESTAMP',
  qty: 'BIGINT',
  cost: 'DOUBLE',
};

/** A file as the loader leaves it. */
function stage(dataset: Dataset, importId: number, { columns, rows, period = false }: FileOfRows): Stage {
  const table = `stage_${importId}`;
  const flags = dataset === 'complaint' ? FLAGS.map((name) => `false AS ${name}`) : [];
  const typed = columns.map((name) => `CAST(${name} AS ${TYPES[name] ?? 'VARCHAR'}) AS ${name}`);
  const values = rows.map(
    (row, at) =>
      `(${[at + 1, ...columns.map((name) => (row[name] == null ? 'NULL' : literal(row[name])))].join(', ')})`,
  );
  const none = `(${[0, ...columns.map(() => 'NULL')].join(', ')})`;
  const fields = [
    `CAST(${importId} AS INTEGER) AS source_file`,
    'CAST(source_row AS INTEGER) AS source_row',
    'CAST(NULL AS VARCHAR[]) AS cell_issues',
    ...typed,
    ...flags,
    'CAST(NULL AS VARCHAR) AS reject',
  ];
  engine.rows(
    `CREATE TABLE ${table} AS SELECT ${fields.join(', ')} FROM (VALUES ${[...values, none].join(', ')}) AS rows (source_row, ${columns.join(', ')}) WHERE source_row > 0`,
  );
  return {
    importId,
    dataset,
    part: { table, columns, staged: true, dictionaries: new Map() },
    accepted: rows.length,
    rejected: 0,
    cellIssues: 0,
    sorted: false,
    uniqueKeys: false,
    period,
  };
}

/** Imports files together, as an import does; what each differed in. */
async function take(dataset: Dataset, files: readonly FileOfRows[]): Promise<(Compared | undefined)[]> {
  const arrivals = files.map((file) => {
    lastId += 1;
    return { stage: stage(dataset, lastId, file), again: file.again ?? [] };
  });
  const ids = arrivals.map(({ stage: { importId } }) => importId);
  const merge = await mergeStages(write, dataset, arrivals, stored, ids);
  for (const sql of merge.swap) engine.rows(sql);
  for (const id of ids) engine.rows(`DROP TABLE IF EXISTS stage_${id}`);
  stored = merge.columns;
  return ids.map((id) => merge.compared.get(id));
}

const COMPLAINT = ['complaint_no', 'received_at', 'model', 'cost'];
const complaint = (
  complaint_no: string | null,
  day: number,
  model: string | null,
  cost: string | null = null,
): Cells => ({
  complaint_no,
  received_at: `2025-03-${String(day).padStart(2, '0')} 08:00:00`,
  model,
  cost,
});
const file = (rows: readonly Cells[], columns: readonly string[] = COMPLAINT): FileOfRows => ({ columns, rows });
const difference = (found: Compared | undefined) => found?.difference as Difference;

describe('a file among files with a key', () => {
  beforeEach(empty);

  it('tells new, changed by field, unchanged and lacking rows', async () => {
    await take('complaint', [
      file([complaint('K1', 1, 'A'), complaint('K2', 2, 'A', '5'), complaint('K3', 3, 'B'), complaint('K4', 9, 'B')]),
    ]);
    const [found] = await take('complaint', [
      file([complaint('K1', 1, 'A'), complaint('K2', 2, 'B'), complaint('K5', 4, 'C')]),
    ]);
    expect(difference(found)).toEqual({
      by: 'key',
      added: 1,
      changed: 1,
      unchanged: 1,
      vanished: 1,
      removed: 0,
      emptied: 1,
      fields: { model: 1, cost: 1 },
      first: '2025-03-01 08:00:00',
      last: '2025-03-04 08:00:00',
      latest: '2025-03-09 08:00:00',
      missing: [],
    });
    expect(found?.rows).toEqual([
      {
        key: 'K2',
        vanished: false,
        changes: [
          { column: 'model', before: 'A', after: 'B' },
          { column: 'cost', before: '5.0', after: '' },
        ],
      },
      {
        key: 'K3',
        vanished: true,
        changes: [
          { column: 'complaint_no', before: 'K3', after: '' },
          { column: 'received_at', before: '2025-03-03 08:00:00', after: '' },
          { column: 'model', before: 'B', after: '' },
        ],
      },
    ]);
    expect(engine.rows('SELECT complaint_no, model FROM complaint_rows ORDER BY rowid')).toEqual([
      { complaint_no: 'K1', model: 'A' },
      { complaint_no: 'K2', model: 'B' },
      { complaint_no: 'K3', model: 'B' },
      { complaint_no: 'K5', model: 'C' },
      { complaint_no: 'K4', model: 'B' },
    ]);
  });

  it('is held against what stands after the files imported with it', async () => {
    const [first, second, third] = await take('complaint', [
      file([complaint('K1', 1, 'A')]),
      file([complaint('K1', 1, 'B')]),
      file([complaint('K1', 1, 'B'), complaint('K9', 1, 'B')]),
    ]);
    expect(first).toBeUndefined();
    expect(difference(second)).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(difference(third)).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    expect([second?.replaced, third?.replaced]).toEqual([1, 1]);
    expect(engine.rows('SELECT source_file, complaint_no FROM complaint_rows ORDER BY ALL')).toEqual([
      { source_file: 3, complaint_no: 'K1' },
      { source_file: 3, complaint_no: 'K9' },
    ]);
  });

  it('that lacks a column names it, and a new column is no change', async () => {
    await take('complaint', [file([complaint('K1', 1, 'A', '3')])]);
    const row = { complaint_no: 'K1', received_at: '2025-03-01 08:00:00', model: 'A', x_team: 'blue' };
    const [found] = await take('complaint', [file([row], ['complaint_no', 'received_at', 'model', 'x_team'])]);
    expect(difference(found)).toMatchObject({ changed: 0, unchanged: 1, missing: ['cost'] });
  });

  it('whose key repeats counts every row and multiplies none', async () => {
    await take('complaint', [file([complaint('K1', 1, 'A'), complaint('K1', 2, 'A')])]);
    const [found] = await take('complaint', [
      file([complaint('K1', 1, 'A'), complaint('K1', 3, 'A'), complaint('K1', 4, 'A')]),
    ]);
    expect(difference(found)).toMatchObject({ by: 'content', added: 2, unchanged: 1, removed: 1 });
    expect(engine.rows('SELECT count(*) AS n FROM complaint_rows')).toEqual([{ n: 3 }]);
  });

  it('takes the place of its own earlier import, rows that it lost included', async () => {
    await take('complaint', [file([complaint('K1', 1, 'A'), complaint('K2', 2, 'A')])]);
    const [found] = await take('complaint', [{ ...file([complaint('K1', 1, 'A')]), again: [1] }]);
    expect(difference(found)).toMatchObject({ unchanged: 1, removed: 1, vanished: 0 });
    expect(engine.rows('SELECT complaint_no FROM complaint_rows')).toEqual([{ complaint_no: 'K1' }]);
  });
});

describe('a file among files without a key', () => {
  beforeEach(empty);

  const SHIPMENT = ['shipped_at', 'model', 'qty'];
  const shipped = (day: number, model: string, qty: string): Cells => ({ shipped_at: `2025-03-0${day}`, model, qty });
  const units = () => engine.rows('SELECT CAST(sum(qty) AS INTEGER) AS units FROM shipment_rows')[0]?.units;

  it('counts a row that both have once, and says which rows it does not name', async () => {
    await take('shipment', [file([shipped(1, 'A', '5'), shipped(1, 'A', '5'), shipped(2, 'A', '7')], SHIPMENT)]);
    const [found] = await take('shipment', [file([shipped(1, 'A', '5'), shipped(2, 'A', '8')], SHIPMENT)]);
    expect(difference(found)).toMatchObject({ by: 'content', added: 1, unchanged: 1, vanished: 2, changed: 0 });
    expect(units()).toBe(5 + 5 + 7 + 8);
    expect(differenceNotes({ name: 's.csv' }, difference(found)).map(({ code }) => code)).toEqual([
      'alreadyThere',
      'countedTwice',
    ]);
  });

  it('takes the place of its whole period when told to', async () => {
    await take('shipment', [file([shipped(1, 'A', '5'), shipped(2, 'A', '7'), shipped(5, 'A', '1')], SHIPMENT)]);
    const [found] = await take('shipment', [
      { ...file([shipped(1, 'A', '5'), shipped(3, 'A', '8')], SHIPMENT), period: true },
    ]);
    expect(difference(found)).toMatchObject({ unchanged: 1, added: 1, removed: 1, vanished: 0 });
    expect(units()).toBe(5 + 8 + 1);
  });

  it('of stock replaces a day and place as a whole', async () => {
    const STOCK = ['as_of', 'place', 'qty'];
    const stock = (place: string, qty: string): Cells => ({ as_of: '2025-03-01', place, qty });
    await take('stock', [file([stock('east', '1'), stock('east', '2'), stock('west', '4')], STOCK)]);
    const [found] = await take('stock', [file([stock('east', '2'), stock('east', '8')], STOCK)]);
    expect(difference(found)).toMatchObject({ unchanged: 1, added: 1, removed: 1, vanished: 1 });
    expect(engine.rows('SELECT CAST(sum(qty) AS INTEGER) AS n FROM stock_rows')).toEqual([{ n: 14 }]);
  });
});

describe('what people are told', () => {
  const quiet: Difference = {
    by: 'key',
    added: 0,
    changed: 0,
    unchanged: 5,
    vanished: 0,
    removed: 0,
    emptied: 0,
    fields: {},
    first: '2025-03-01',
    last: '2025-03-31',
    latest: '2025-03-31',
    missing: [],
  };
  const codes = (found: Partial<Difference>) =>
    differenceNotes({ name: 'f.csv' }, { ...quiet, ...found }).map(({ level, code }) => `${level} ${code}`);

  it.each([
    [{}, []],
    [{ changed: 3 }, []],
    [{ changed: 3, latest: '2025-04-30' }, ['note olderFile']],
    [{ changed: 3, emptied: 1, latest: '2025-04-30' }, ['ask olderFile']],
    [{ unchanged: 0, added: 100, vanished: 90 }, ['ask allKeysNew']],
    [{ unchanged: 0, added: 100, vanished: 10 }, []],
    [{ unchanged: 1, added: 100, vanished: 90 }, []],
    [{ changed: 2, missing: ['cost'] }, ['note columnsMissing']],
    [{ removed: 2 }, ['note rowsRemoved']],
  ] as const)('%j: %j', (found, expected) => expect(codes(found)).toEqual(expected));
});

/** Numbers twice in a file are settled before rows are compared. */
const rowsOf = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('K1', 'K2', 'K3', 'K4', 'K5', 'K6'),
    day: fc.integer({ min: 1, max: 9 }),
    model: fc.constantFrom('A', 'B', null),
    cost: fc.constantFrom('1.0', '2.0', null),
  }),
  { selector: ({ key }) => key, maxLength: 6 },
);
type Made = { readonly key: string; readonly day: number; readonly model: string | null; readonly cost: string | null };

/** The same in plain words. */
function plainly(before: ReadonlyMap<string, Made>, rows: readonly Made[]) {
  const same = (a: Made, b: Made) => a.day === b.day && a.model === b.model && a.cost === b.cost;
  const known = rows.filter(({ key }) => before.has(key));
  const unchanged = known.filter((row) => same(row, before.get(row.key) as Made)).length;
  const days = rows.map(({ day }) => day);
  const vanished = [...before.values()].filter(
    ({ key, day }) => !rows.some((row) => row.key === key) && day >= Math.min(...days) && day <= Math.max(...days),
  ).length;
  return { added: rows.length - known.length, changed: known.length - unchanged, unchanged, vanished };
}

it('any series of imports, one by one or together, differs as plain words say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        rowsOf.filter((rows) => rows.length > 0),
        { minLength: 2, maxLength: 4 },
      ),
      fc.boolean(),
      async (files, together) => {
        empty();
        lastId = 0;
        stored = undefined;
        const made = files.map((rows) =>
          file(rows.map(({ key, day, model, cost }) => complaint(key, day, model, cost))),
        );
        const found: (Compared | undefined)[] = [];
        if (together) found.push(...(await take('complaint', made)));
        else for (const one of made) found.push(...(await take('complaint', [one])));
        const standing = new Map<string, Made>();
        for (const [at, rows] of files.entries()) {
          if (at > 0) expect(difference(found[at])).toMatchObject(plainly(standing, rows));
          for (const row of rows) standing.set(row.key, row);
        }
        const last = engine.rows(
          'SELECT complaint_no, day(received_at) AS day, CAST(model AS VARCHAR) AS model FROM complaint_rows ORDER BY complaint_no',
        );
        const expected = [...standing.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
        expect(last).toEqual(expected.map(({ key, day, model }) => ({ complaint_no: key, day, model })));
      },
    ),
    { numRuns: 15 },
  );
});
