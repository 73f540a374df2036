import {
  countAll,
  countEach,
  isSorted,
  isWholeTable,
  type ListQuestion,
  listedIds,
  type Order,
  orderedIds,
  rowRange,
  rowsById,
} from '../data/queries/complaint-pages';
import { measureCondition } from '../data/queries/measure-sql';
import { scopeSql } from '../data/queries/scope-sql';
import type { MeasureId } from '../domain/measure';
import type { Predicate, Scope } from '../domain/scope';
import { type Source, shapeOf } from './view';

/** What is listed: the complaints of a measure, or every ticket, consultations and no-reason returns included. */
export type Listed = MeasureId | 'tickets';

export interface ListRequest {
  readonly scope: Scope;
  readonly listed: Listed;
  readonly order?: Order;
}

export type ComplaintRow = Readonly<Record<string, unknown>> & { readonly row_id: number };

/** A list of complaints in a fixed order, read page by page. */
export interface ComplaintList {
  /** Different for every list that was opened, so that nothing read from one is taken for another's. */
  readonly id: string;
  readonly rowCount: number;
  /** Rows start ≤ position < end of the list with these columns. */
  rows(start: number, end: number, columns: readonly string[], signal?: AbortSignal): Promise<ComplaintRow[]>;
  /** Where a row stands in the list; undefined when it does not. */
  positionOf(rowId: number): number | undefined;
  /** The statement that defines the list. */
  readonly sql: string;
}

/** What a list request asks of the table. */
export function listQuestion({ scope, listed, order }: ListRequest): ListQuestion {
  return { scope, order, condition: listed === 'tickets' ? 'true' : measureCondition(listed) };
}

/**
 * Opens a list. The whole table is read by ranges of row ids; any other list first fetches its row ids in order, once,
 * so that every position of it is equally near.
 */
export async function complaintList(
  source: Source,
  request: ListRequest,
  signal?: AbortSignal,
): Promise<ComplaintList> {
  const question = listQuestion(request);
  const shape = shapeOf(source, 'complaint');
  const sql = orderedIds(question, shape);
  const common = { id: `list ${++opened}`, sql };
  if (isSorted(question, shape)) return { ...common, ...listOf(source, await source.integers(sql, { signal })) };
  if (!isWholeTable(question)) {
    const ids = await source.integers(listedIds(question, shape), { signal });
    return { ...common, ...listOf(source, newestFirst(ids)) };
  }
  const [count] = await source.run<{ n: number }>(countAll(), { signal });
  return { ...common, ...wholeTable(source, count?.n ?? 0) };
}

let opened = 0;

/** Sorts ids in place. A scan delivers them ascending, so the engine need not sort them: half the time for a million. */
function newestFirst(ids: Int32Array): Int32Array {
  const ascending = ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? id));
  return (ascending ? ids : ids.sort()).reverse();
}

type Rows = Omit<ComplaintList, 'id' | 'sql'>;

/** Row ids run from 0, the oldest complaint, to one less than there are. */
function wholeTable(source: Source, rowCount: number): Rows {
  return {
    rowCount,
    rows: async (start, end, columns, signal) =>
      end <= start ? [] : source.run<ComplaintRow>(rowRange(columns, rowCount - end, rowCount - 1 - start), { signal }),
    positionOf: (rowId) => (rowId < rowCount ? rowCount - 1 - rowId : undefined),
  };
}

function listOf(source: Source, ids: Int32Array): Rows {
  return {
    rowCount: ids.length,
    rows: async (start, end, columns, signal) => {
      const wanted = ids.subarray(start, end);
      if (wanted.length === 0) return [];
      const found = await source.run<ComplaintRow>(rowsById(columns, wanted), { signal });
      const byId = new Map(found.map((row) => [row.row_id, row]));
      return Array.from(wanted).flatMap((id) => byId.get(id) ?? []);
    },
    positionOf: (rowId) => {
      const at = ids.indexOf(rowId);
      return at === -1 ? undefined : at;
    },
  };
}

export interface ListTotals {
  /** Complaints in scope that the measure counts. */
  readonly counted: number;
  /** All tickets in scope. */
  readonly tickets: number;
}

/** How long the lists of a scope are: of a measure, and of all tickets. */
export async function listTotals(
  source: Source,
  { scope, measure }: { readonly scope: Scope; readonly measure: MeasureId },
  signal?: AbortSignal,
): Promise<ListTotals> {
  const inScope = scopeSql(scope, 'complaint', shapeOf(source, 'complaint'));
  const sql = countEach([`${measureCondition(measure)} AND ${inScope}`, inScope]);
  const [row] = await source.run<{ n0: number; n1: number }>(sql, { signal });
  return { counted: row?.n0 ?? 0, tickets: row?.n1 ?? 0 };
}

/** Predicates to take back, and how many rows there would be then. */
export interface WayOut {
  readonly without: readonly Predicate[];
  readonly rows: number;
}

/**
 * The ways out of a list without rows: each predicate that alone keeps some out, the most promising first; where none
 * does, all those together that nothing meets by itself.
 */
export async function waysOut(source: Source, request: ListRequest, signal?: AbortSignal): Promise<WayOut[]> {
  const { scope } = request;
  const { condition } = listQuestion(request);
  const shape = shapeOf(source, 'complaint');
  const rowsOf = async (scopes: readonly Scope[]): Promise<number[]> => {
    if (scopes.length === 0) return [];
    const sql = countEach(scopes.map((each) => `${condition} AND ${scopeSql(each, 'complaint', shape)}`));
    const [row] = await source.run<Record<string, number>>(sql, { signal });
    return scopes.map((_, at) => row?.[`n${at}`] ?? 0);
  };
  const others = scope.map((predicate) => scope.filter((other) => other !== predicate));
  const counts = await rowsOf([...others, ...scope.map((predicate) => [predicate])]);
  const single = scope.map((predicate, at) => ({ without: [predicate], rows: counts[at] ?? 0 }));
  const helpful = single.filter(({ rows }) => rows > 0).sort((a, b) => b.rows - a.rows);
  if (helpful.length > 0) return helpful;
  const unmet = scope.filter((_, at) => counts[scope.length + at] === 0);
  const rest = scope.filter((predicate) => !unmet.includes(predicate));
  const [rows = 0] = unmet.length > 1 && rest.length > 0 ? await rowsOf([rest]) : [];
  return rows > 0 ? [{ without: unmet, rows }] : [];
}
