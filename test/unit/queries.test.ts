import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distinctValues, encode } from '../../src/data/ingest/load/dictionary-sql';
import { breakdownRows, complaintBreakdown, PERIOD, shipmentBreakdown } from '../../src/data/queries/breakdown';
import { factsOf, factsStatement } from '../../src/data/queries/facts';
import { type Shape, scopeSql } from '../../src/data/queries/scope-sql';
import { FLAGS, flagExpressions } from '../../src/data/schema/derived';
import { identifier, literal } from '../../src/data/schema/sql';
import {
  createStatements,
  eraseStatement,
  rowsTable,
  storedColumns,
  viewStatements,
} from '../../src/data/schema/tables';
import { DATASETS, type Dataset, SCHEMAS } from '../../src/domain/columns';
import { MEASURES } from '../../src/domain/measure';
import { GRAINS } from '../../src/domain/period';
import { type Predicate, type Scope, scopeOf } from '../../src/domain/scope';
import { matches, type PlainRow } from '../support/matches';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

const MODELS = ['KS-17W', "O'Neill", '漏水 100%', null];
const MODES = ['漏水', '异味', '卡扣断裂', null];
const rows: PlainRow[] = Array.from({ length: 240 }, (_, n) => {
  const mode = MODES[n % 4] ?? null;
  return {
    complaint_no: `K${n}`,
    received_at: new Date(Date.UTC(2025, 0, 1) + n * 41 * 3_600_000).toISOString().slice(0, 10),
    model: MODELS[(n >> 2) % 4] ?? null,
    failure_mode: mode,
    failure_modes: mode === null ? [] : n % 3 === 0 && mode !== '异味' ? [mode, '异味'] : [mode],
    category: n % 5 === 0 ? 'consultation' : 'product_quality',
    cost: n % 7 === 0 ? null : n / 2,
    description: n % 2 === 0 ? `壶底 LEAK ${n}` : null,
    x_备注: n % 6 === 0 ? '急' : null,
  };
});
const stored = [
  'complaint_no',
  'received_at',
  'model',
  'failure_mode',
  'failure_modes',
  'category',
  'cost',
  'description',
  'x_备注',
];
const shape: Shape = {
  columns: new Set([...SCHEMAS.complaint.columns.map(({ name }) => name), ...stored]),
  lists: new Set(['failure_mode']),
};
const shipmentShape: Shape = { columns: new Set(SCHEMAS.shipment.columns.map(({ name }) => name)), lists: new Set() };

let db: NodeDuckDB;
beforeAll(async () => {
  db = await nodeDuckDB();
  for (const sql of createStatements()) db.rows(sql);
  const flags = flagExpressions(new Set(stored));
  const values = rows.map(
    (row, n) => `(1, ${n + 1}, NULL, ${stored.map((name) => sqlValue(row[name] ?? null)).join(', ')})`,
  );
  db.rows(
    `CREATE OR REPLACE TABLE ${rowsTable('complaint')} AS SELECT source_file, source_row, CAST(cell_issues AS VARCHAR[]) AS cell_issues, ` +
      `${stored.map((name) => (name === 'received_at' ? 'CAST(received_at AS TIMESTAMP) AS received_at' : name === 'cost' ? 'CAST("cost" AS DOUBLE) AS "cost"' : identifier(name))).join(', ')}, ` +
      `${FLAGS.map((flag) => `${flags[flag]} AS ${flag}`).join(', ')} FROM (VALUES ${values.join(', ')}) AS t(source_file, source_row, cell_issues, ${stored.map(identifier).join(', ')})`,
  );
  for (const column of ['model', 'failure_mode', 'x_备注']) {
    const values = db.rows(distinctValues(rowsTable('complaint'), column)).map(({ value }) => String(value));
    db.rows(encode(rowsTable('complaint'), column, values));
  }
  for (const sql of viewStatements('complaint', stored)) db.rows(sql);
});
afterAll(() => db.close());

function sqlValue(value: PlainRow[string]): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value))
    return value.length === 0 ? 'CAST(NULL AS VARCHAR[])' : `[${value.map((one) => literal(one)).join(', ')}]`;
  return literal(String(value));
}

const day = fc
  .integer({ min: -20, max: 450 })
  .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const predicate: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('oneOf' as const, 'noneOf' as const),
    field: fc.constant('model'),
    values: fc.subarray([...MODELS, 'other']),
  }),
  fc.record({
    kind: fc.constantFrom('oneOf' as const, 'noneOf' as const),
    field: fc.constant('failure_mode'),
    values: fc.subarray([...MODES]),
  }),
  fc.record({
    kind: fc.constantFrom('oneOf' as const, 'noneOf' as const),
    field: fc.constantFrom('city', 'x_备注', 'x_gone'),
    values: fc.subarray(['急', '上海', null]),
  }),
  fc.record({
    kind: fc.constant('period' as const),
    field: fc.constant('received_at'),
    from: optional(day),
    until: optional(day),
  }),
  fc.record({
    kind: fc.constant('range' as const),
    field: fc.constant('cost'),
    min: optional(fc.integer({ min: -5, max: 130 })),
    max: optional(fc.integer({ min: -5, max: 130 })),
  }),
  fc.record({
    kind: fc.constant('contains' as const),
    field: fc.constantFrom('description', 'model'),
    text: fc.constantFrom('leak', '壶底', "'", '%', '17'),
  }),
);
const scopes: fc.Arbitrary<Scope> = fc.array(predicate, { maxLength: 4 }).map(scopeOf);

describe('a scope in SQL', () => {
  it('selects the rows that it means', () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        const [row] = db.rows(`SELECT count(*) AS n FROM complaint WHERE ${scopeSql(scope, 'complaint', shape)}`);
        expect(row?.n).toBe(rows.filter((candidate) => matches(scope, candidate)).length);
      }),
      { numRuns: 150 },
    );
  });

  it.each(DATASETS)('is understood by the engine for every kind of column: %s', (dataset) => {
    for (const scope of everyPredicate(dataset)) {
      const columns = dataset === 'complaint' ? shape : shipmentShape;
      expect(() =>
        db.rows(`EXPLAIN SELECT count(*) FROM ${dataset} WHERE ${scopeSql(scope, dataset, columns)}`),
      ).not.toThrow();
    }
  });
});

function everyPredicate(dataset: Dataset): Scope[] {
  return SCHEMAS[dataset].columns.flatMap(({ name: field }) =>
    (
      [
        { kind: 'oneOf', field, values: ['a', null] },
        { kind: 'noneOf', field, values: ["it's"] },
        { kind: 'period', field, from: '2025-01-01' },
        { kind: 'range', field, min: 1, max: 2 },
        { kind: 'contains', field, text: 'x' },
      ] satisfies Predicate[]
    ).map((one) => scopeOf([one])),
  );
}

describe('a breakdown', () => {
  it('adds up to the rows of its scope in every set, and to the same total in each', () => {
    fc.assert(
      fc.property(scopes, fc.constantFrom(...GRAINS), (scope, grain) => {
        const sets = [[], [PERIOD], ['model'], [PERIOD, 'category'], ['x_备注', 'model']];
        const answers = breakdownRows(
          sets,
          db.rows(complaintBreakdown({ scope, measure: 'reported', grain, sets }, shape)),
        );
        const expected = rows.filter((row) => row.category !== 'consultation' && matches(scope, row)).length;
        for (const set of sets.keys()) {
          expect(answers.filter((row) => row.set === set).reduce((sum, { n }) => sum + n, 0)).toBe(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts a complaint with two failure modes under both', () => {
    const answers = breakdownRows(
      [['failure_mode']],
      db.rows(complaintBreakdown({ scope: [], measure: 'reported', grain: 'month', sets: [['failure_mode']] }, shape)),
    );
    const reported = rows.filter((row) => row.category !== 'consultation');
    for (const mode of MODES) {
      const expected = reported.filter((row) =>
        matches([{ kind: 'oneOf', field: 'failure_mode', values: [mode] }], row),
      ).length;
      const found = answers.filter((row) => row.keys[0] === mode).reduce((sum, { n }) => sum + n, 0);
      expect(found, String(mode)).toBe(expected);
    }
  });

  it.each(MEASURES)('of %s is understood by the engine', (measure) => {
    const sets = [[], [PERIOD], [PERIOD, 'failure_group'], ['in_warranty'], ['gone']];
    expect(() =>
      db.rows(`EXPLAIN ${complaintBreakdown({ scope: [], measure, grain: 'week', sets }, shape)}`),
    ).not.toThrow();
  });

  it('of shipments adds up units', () => {
    const sets = [[], [PERIOD], [PERIOD, 'model']];
    expect(breakdownRows(sets, db.rows(shipmentBreakdown({ scope: [], grain: 'month', sets }, shipmentShape)))).toEqual(
      [{ set: 0, keys: [], n: 0, unjudged: 0 }],
    );
  });
});

describe('the workspace tables', () => {
  it('tell what they hold', () => {
    expect(db.rows(storedColumns('complaint')).map(({ name }) => name)).toEqual(stored);
    const [row] = db.rows(factsStatement('complaint', stored, '2026-01-01'));
    expect(factsOf('complaint', stored, row ?? {})).toMatchObject({
      rows: 240,
      filled: { complaint_no: 240 },
      first: '2025-01-01 00:00:00',
    });
  });

  it('can be erased and made again', async () => {
    const other = await nodeDuckDB();
    for (const sql of createStatements()) other.rows(sql);
    for (const { sql } of other.rows(eraseStatement())) other.rows(String(sql));
    expect(
      other.rows(
        'SELECT table_name FROM duckdb_tables() WHERE NOT internal UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal',
      ),
    ).toEqual([]);
    for (const sql of createStatements()) other.rows(sql);
    other.close();
  });
});
