import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { valuesOfColumn } from '../../src/analysis/column-values';
import { complaint, keyFieldOf } from '../../src/analysis/complaint';
import {
  type ComplaintRow,
  complaintList,
  type Listed,
  type ListRequest,
  listTotals,
  waysOut,
} from '../../src/analysis/complaints';
import { standings } from '../../src/analysis/standing';
import { complaintKey } from '../../src/data/queries/complaint-lookup';
import type { Order } from '../../src/data/queries/complaint-pages';
import { flagExpressions } from '../../src/data/schema/derived';
import { columnOf } from '../../src/domain/columns';
import { type Predicate, type Scope, scopeOf, type Value } from '../../src/domain/scope';
import { codesOf, VOCABULARIES } from '../../src/domain/vocabulary';
import { emptyWorkspace, importFiles, type OpenWorkspace, sampleFile } from '../support/open-workspace';

let open: OpenWorkspace;
/** Every row with every column, newest first: what the lists are checked against. */
let all: ComplaintRow[];

beforeAll(async () => {
  open = await emptyWorkspace('mine');
  await importFiles(open.workspace, [await sampleFile('complaints-2025-04.csv')]);
  all = await open.workspace.run<ComplaintRow>('SELECT * FROM complaint ORDER BY row_id DESC');
});
afterAll(() => open.close());

const FIELDS = ['model', 'severity', 'failure_mode', 'batch_no', 'cause_class', 'safety_related'];
const SORTED = ['received_at', 'closed_at', 'model', 'severity', 'cost', 'description', 'in_warranty', 'no_such'];

const orders: fc.Arbitrary<Order | undefined> = fc.option(
  fc.record({ column: fc.constantFrom(...SORTED), descending: fc.boolean() }),
  { nil: undefined },
);
const listed = fc.constantFrom<Listed>('tickets', 'reported', 'quality', 'confirmed', 'safety');

/** Predicates about values that occur, so that scopes are seldom empty. */
const predicates = (): fc.Arbitrary<Predicate> =>
  fc.oneof(
    fc.constantFrom(...FIELDS).chain((field) => {
      const occurring = [...new Set(all.flatMap((row) => valuesIn(row, field)))];
      return fc.record({
        kind: fc.constantFrom('oneOf' as const, 'noneOf' as const),
        field: fc.constant(field),
        values: fc.uniqueArray(fc.constantFrom(...occurring), { maxLength: 4 }),
      });
    }),
    fc
      .record({ field: fc.constant('cost'), min: fc.option(fc.nat(200), { nil: undefined }), max: fc.nat(400) })
      .map((bounds) => ({ kind: 'range', ...bounds }) as const),
    fc.integer({ min: 1, max: 28 }).map((day) => ({
      kind: 'period' as const,
      field: 'received_at',
      from: `2025-04-${String(day).padStart(2, '0')}`,
      until: '2025-04-29',
    })),
    fc.constantFrom('水', '盖', '退款').map((text) => ({ kind: 'contains' as const, field: 'description', text })),
  );

describe('a list', () => {
  it('holds at every position what filtering and sorting all rows puts there', async () => {
    const scopes = fc.array(predicates(), { maxLength: 3 }).map(scopeOf);
    await fc.assert(
      fc.asyncProperty(scopes, listed, orders, fc.nat(), fc.nat(300), async (scope, which, order, from, length) => {
        const expected = expectedRows({ scope, listed: which, order });
        const list = await complaintList(open.workspace, { scope, listed: which, order });
        expect(list.rowCount).toBe(expected.length);
        const start = from % (expected.length + 1);
        const rows = await list.rows(start, Math.min(start + length, expected.length), ['complaint_no', 'cost']);
        const wanted = expected.slice(start, start + length);
        expect(rows).toEqual(wanted.map(({ row_id, complaint_no, cost }) => ({ row_id, complaint_no, cost })));
        for (const [at, row] of rows.slice(0, 3).entries()) expect(list.positionOf(row.row_id)).toBe(start + at);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('does not place a row that it does not hold', async () => {
    const list = await complaintList(open.workspace, { scope: [], listed: 'safety' });
    const outside = all.find((row) => row.is_safety !== true);
    expect(list.positionOf(outside?.row_id ?? -1)).toBeUndefined();
    const whole = await complaintList(open.workspace, { scope: [], listed: 'tickets' });
    expect(whole.positionOf(all.length)).toBeUndefined();
  });

  it('sorts scales from mild to severe', async () => {
    const order = { column: 'severity', descending: false };
    const list = await complaintList(open.workspace, { scope: [], listed: 'tickets', order });
    const rows = await list.rows(0, list.rowCount, ['severity']);
    const runs = rows.map((row) => row.severity).filter((value, at, values) => value !== values[at - 1]);
    expect(runs.filter((value) => value !== null)).toEqual(codesOf('severity').filter((code) => runs.includes(code)));
  });

  it('says how long it would be', async () => {
    const scope = scopeOf([{ kind: 'oneOf', field: 'model', values: [String(all[0]?.model)] }]);
    const totals = await listTotals(open.workspace, { scope, measure: 'quality' });
    expect(totals).toEqual({
      counted: expectedRows({ scope, listed: 'quality' }).length,
      tickets: expectedRows({ scope, listed: 'tickets' }).length,
    });
  });
});

describe('a list without rows', () => {
  const none: Predicate = { kind: 'oneOf', field: 'model', values: ['no such model'] };
  const neither: Predicate = { kind: 'oneOf', field: 'batch_no', values: ['no such batch'] };
  const some: Predicate = { kind: 'contains', field: 'description', text: '水' };
  const ways = (scope: Scope) => waysOut(open.workspace, { scope, listed: 'quality' });

  it('names the filter that empties it', async () => {
    const rows = expectedRows({ scope: [some], listed: 'quality' }).length;
    expect(await ways([none, some])).toEqual([{ without: [none], rows }]);
  });

  it('names those that only together empty it', async () => {
    const rows = expectedRows({ scope: [some], listed: 'quality' }).length;
    expect(await ways([none, neither, some])).toEqual([{ without: [none, neither], rows }]);
  });

  it('names nothing where only clearing all would help', async () => {
    expect(await ways([none, neither])).toEqual([]);
    expect(await ways([])).toEqual([]);
  });
});

it.each(['model', 'failure_mode', 'severity', 'batch_no', 'safety_related'])(
  'counts the values of %s',
  async (column) => {
    const scope = scopeOf([
      { kind: 'contains', field: 'description', text: '水' },
      { kind: 'oneOf', field: column, values: ['none of what is asked for'] },
    ]);
    const { values } = await valuesOfColumn(open.workspace, { column, scope, listed: 'reported' });
    const counts = new Map<Value, number>();
    for (const row of expectedRows({ scope: scope.filter(({ field }) => field !== column), listed: 'reported' }))
      for (const value of valuesIn(row, column)) counts.set(value, (counts.get(value) ?? 0) + 1);
    expect(new Map(values.map(({ value, n }) => [value, n]))).toEqual(counts);
  },
);

describe('a complaint', () => {
  it('is found by its key, whole, with the cells that could not be read', async () => {
    const [issue] = await open.workspace.run<{ source_file: number; source_row: number; column: string; raw: string }>(
      'SELECT * FROM complaint_issue LIMIT 1',
    );
    const row = all.find(({ source_row }) => source_row === issue?.source_row) as ComplaintRow;
    const found = await complaint(open.workspace, complaintKey(row));
    expect(found?.row).toEqual(row);
    expect(found?.unread).toContainEqual({ column: issue?.column, raw: issue?.raw });
  });

  it('without a number is found by its place in the file', async () => {
    const row = all[3] as ComplaintRow;
    const key = complaintKey({ ...row, complaint_no: null });
    expect((await complaint(open.workspace, key))?.row).toEqual(row);
  });

  it('that is not there is null, whatever the key', async () => {
    for (const key of ['no such', "'; DROP TABLE complaint_rows; --", '@9:9', '@x']) {
      expect(await complaint(open.workspace, key)).toBeNull();
    }
  });

  it('is searched for in the key columns', async () => {
    const row = all.find(({ serial_no }) => typeof serial_no === 'string');
    expect(await keyFieldOf(open.workspace, String(row?.complaint_no))).toBe('complaint_no');
    expect(await keyFieldOf(open.workspace, String(row?.serial_no))).toBe('serial_no');
    expect(await keyFieldOf(open.workspace, 'TS')).toBeUndefined();
  });
});

describe('reasons', () => {
  const options = {
    category: [...VOCABULARIES.category, 'no code', null],
    cause_class: [...VOCABULARIES.cause_class, 'no code', null],
    finding: [...VOCABULARIES.finding, null],
    failure_mode: ['漏水', null],
    fault_type: ['hardware', 'software', null],
    in_warranty: [true, false, null],
    safety_related: [true, false, null],
  };
  const columns = Object.keys(options);

  it.each([[columns], [columns.filter((column) => column !== 'category')], [['model']]])(
    'are given exactly where the rules do not count: with %j',
    async (stored) => {
      const flags = flagExpressions(new Set(stored));
      const from = Object.entries(options)
        .map(([name, values]) => `(SELECT unnest([${values.map(sqlOf).join(', ')}]) AS ${name})`)
        .join(' CROSS JOIN ');
      const select = Object.entries(flags).map(([flag, sql]) => `${sql} AS ${flag}`);
      const rows = await open.workspace.run<ComplaintRow>(`SELECT 0 AS row_id, *, ${select.join(', ')} FROM ${from}`);
      expect(rows.length).toBeGreaterThan(1000);
      const wrong = rows.flatMap((row) =>
        standings(row, new Set(stored))
          .filter(({ counts, reasons }) => counts !== (reasons.length === 0))
          .map(({ measure }) => ({ measure, row })),
      );
      expect(wrong.slice(0, 3)).toEqual([]);
    },
  );
});

function sqlOf(value: string | boolean | null): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

/** Filters and sorts every row without the engine. */
function expectedRows({ scope, listed: which, order }: ListRequest): ComplaintRow[] {
  const rows = all.filter(
    (row) => (which === 'tickets' || row[`is_${which}`] === true) && scope.every((predicate) => meets(row, predicate)),
  );
  if (order === undefined || !(order.column in (all[0] ?? {}))) return rows;
  const { column, descending } = order;
  const codes = codesOf(columnOf('complaint', column)?.vocabulary ?? 'status');
  const rank = (row: ComplaintRow) => {
    const value = row[column] as string | number | boolean | null;
    return columnOf('complaint', column)?.vocabulary === undefined || value === null
      ? value
      : codes.indexOf(String(value));
  };
  return rows.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    if (left === right) return b.row_id - a.row_id;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right === descending ? 1 : -1;
  });
}

function meets(row: ComplaintRow, predicate: Predicate): boolean {
  const value = row[predicate.field];
  switch (predicate.kind) {
    case 'oneOf':
      return valuesIn(row, predicate.field).some((each) => predicate.values.includes(each));
    case 'noneOf':
      return !valuesIn(row, predicate.field).some((each) => predicate.values.includes(each));
    case 'period':
      return typeof value === 'string' && value >= (predicate.from ?? '') && value < (predicate.until ?? '9');
    case 'range':
      return typeof value === 'number' && value >= (predicate.min ?? -Infinity) && value <= (predicate.max ?? Infinity);
    case 'contains':
      return typeof value === 'string' && value.toLowerCase().includes(predicate.text);
  }
}

/** What a cell holds, as texts; null for blank. */
function valuesIn(row: ComplaintRow, field: string): Value[] {
  const several = row[`${field}s`];
  if (Array.isArray(several)) return several;
  const value = row[field];
  return [value === null || value === undefined ? null : String(value)];
}
