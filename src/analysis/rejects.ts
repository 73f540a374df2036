import {
  countIssues,
  countRejects,
  issueIds,
  issuesById,
  type KeptCount,
  type KeptFilter,
  rejectIds,
  rejectsById,
} from '../data/queries/rejects';
import type { Source } from './view';

/** Reads records of an imported file again, as they were written: by their numbers, those that there are. */
export interface RecordSource extends Source {
  sourceRecords(
    sourceFile: number,
    records: readonly number[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, { readonly line: number; readonly raw: string }>>;
}

/** Something of a file that is not in the tables. */
export interface KeptRow {
  readonly sourceFile: number;
  /** Number of the record in its file, from 1. */
  readonly record: number;
  /** Physical line where the record begins, from 1; null when nobody has looked. */
  readonly line: number | null;
  /** Why it is not there: a reject's reason, or the column that a cell could not be read for. */
  readonly kind: string;
  /** As written: the whole record, or the cell. */
  readonly raw: string;
}

/** What was kept aside of one sort: how many, and the rows by position. Of the data as they are: after an import, make another. */
export interface KeptList {
  counts(signal?: AbortSignal): Promise<KeptCount[]>;
  /** Rows first ≤ position < end of those that the filter lets through, file by file. */
  rows(filter: KeptFilter, first: number, end: number, signal?: AbortSignal): Promise<KeptRow[]>;
}

interface RejectRow {
  readonly id: number;
  readonly source_file: number;
  readonly record: number;
  readonly line: number | null;
  readonly reason: string;
  readonly raw: string | null;
}

interface IssueRow {
  readonly id: number;
  readonly source_file: number;
  readonly source_row: number;
  readonly column: string;
  readonly raw: string;
}

/** Rows that did not come in. Those that were read before they were rejected are fetched from their file again. */
export function rejectedRows(source: RecordSource): KeptList {
  const idsOf = idLists(source, rejectIds);
  return {
    counts: (signal) => source.run<KeptCount>(countRejects(), { signal }),
    rows: async (filter, first, end, signal) => {
      const ids = (await idsOf(filter, signal)).subarray(first, end);
      if (ids.length === 0) return [];
      const found = await source.run<RejectRow>(rejectsById(ids), { signal });
      const byId = new Map(found.map((row) => [row.id, row]));
      const rows = Array.from(ids).flatMap((id) => byId.get(id) ?? []);
      return withTexts(source, rows, signal);
    },
  };
}

/** Cells of accepted rows that could not be read and are blank in the table. */
export function unreadCells(source: Source): KeptList {
  const idsOf = idLists(source, issueIds);
  return {
    counts: (signal) => source.run<KeptCount>(countIssues(), { signal }),
    rows: async (filter, first, end, signal) => {
      const all = await idsOf(filter, signal);
      const ids = all.subarray(first, end);
      if (ids.length === 0) return [];
      const found = await source.run<IssueRow>(issuesById(ids, filter), { signal });
      const byId = grouped(found, ({ id }) => id);
      return Array.from(ids).flatMap((id, at): KeptRow[] => {
        const cell = byId.get(id)?.[repeatsBefore(all, first + at)];
        if (cell === undefined) return [];
        const { source_file, source_row, column, raw } = cell;
        return [{ sourceFile: source_file, record: source_row, line: null, kind: column, raw }];
      });
    },
  };
}

/**
 * The ids behind each filter, fetched once: any position is then equally near, where an OFFSET reads and sorts all that
 * stands before it.
 */
function idLists(source: Source, statement: (filter: KeptFilter) => string) {
  const known = new Map<string, Int32Array>();
  return async (filter: KeptFilter, signal?: AbortSignal): Promise<Int32Array> => {
    const sql = statement(filter);
    const ids = known.get(sql) ?? (await source.integers(sql, { signal }));
    known.set(sql, ids);
    return ids;
  };
}

/** How many of a row's cells stand before the one at a position: its own are next to each other. */
function repeatsBefore(ids: Int32Array, at: number): number {
  let before = 0;
  while (ids[at - before - 1] === ids[at]) before++;
  return before;
}

/** How many of them a filter lets through. */
export function countOf(counts: readonly KeptCount[], { file, kind }: KeptFilter): number {
  return counts
    .filter(
      (count) => (file === undefined || count.source_file === file) && (kind === undefined || count.kind === kind),
    )
    .reduce((sum, { n }) => sum + n, 0);
}

/** The rows with what their files say, the records of a file read together. */
async function withTexts(source: RecordSource, rows: readonly RejectRow[], signal?: AbortSignal): Promise<KeptRow[]> {
  const texts = new Map<number, Awaited<ReturnType<RecordSource['sourceRecords']>>>();
  const bare = grouped(
    rows.filter(({ raw }) => raw === null),
    (row) => row.source_file,
  );
  for (const [file, missing] of bare) {
    const records = missing.map(({ record }) => record);
    texts.set(file, await source.sourceRecords(file, records, signal));
  }
  return rows.map(({ source_file, record, line, reason, raw }) => {
    const read = texts.get(source_file)?.get(record);
    return {
      sourceFile: source_file,
      record,
      line: line ?? read?.line ?? null,
      kind: reason,
      raw: raw ?? read?.raw ?? '',
    };
  });
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
