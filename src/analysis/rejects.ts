import {
  countIssues,
  countRejects,
  issueRange,
  type KeptCount,
  type KeptFilter,
  rejectRange,
} from '../data/queries/rejects';
import type { Source } from './view';

/** Reads a record of an imported file again, as it was written. */
export interface RecordSource extends Source {
  sourceRecord(sourceFile: number, record: number): Promise<{ readonly line: number; readonly raw: string } | null>;
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

/** What was kept aside of one sort: how many, and the rows by position. */
export interface KeptList {
  counts(signal?: AbortSignal): Promise<KeptCount[]>;
  /** Rows first ≤ position < end of those that the filter lets through, file by file. */
  rows(filter: KeptFilter, first: number, end: number, signal?: AbortSignal): Promise<KeptRow[]>;
}

interface RejectRow {
  readonly source_file: number;
  readonly record: number;
  readonly line: number | null;
  readonly reason: string;
  readonly raw: string | null;
}

interface IssueRow {
  readonly source_file: number;
  readonly source_row: number;
  readonly column: string;
  readonly raw: string;
}

/** Rows that did not come in. Those that were read before they were rejected are fetched from their file again. */
export function rejectedRows(source: RecordSource): KeptList {
  return {
    counts: (signal) => source.run<KeptCount>(countRejects(), { signal }),
    rows: async (filter, first, end, signal) => {
      const rows = await source.run<RejectRow>(rejectRange(filter, first, end), { signal });
      const found: KeptRow[] = [];
      for (const row of rows) {
        signal?.throwIfAborted();
        found.push(await withText(source, row));
      }
      return found;
    },
  };
}

/** Cells of accepted rows that could not be read and are blank in the table. */
export function unreadCells(source: Source): KeptList {
  return {
    counts: (signal) => source.run<KeptCount>(countIssues(), { signal }),
    rows: async (filter, first, end, signal) => {
      const rows = await source.run<IssueRow>(issueRange(filter, first, end), { signal });
      return rows.map(({ source_file, source_row, column, raw }) => ({
        sourceFile: source_file,
        record: source_row,
        line: null,
        kind: column,
        raw,
      }));
    },
  };
}

/** How many of them a filter lets through. */
export function countOf(counts: readonly KeptCount[], { file, kind }: KeptFilter): number {
  return counts
    .filter(
      (count) => (file === undefined || count.source_file === file) && (kind === undefined || count.kind === kind),
    )
    .reduce((sum, { n }) => sum + n, 0);
}

async function withText(source: RecordSource, { source_file, record, line, reason, raw }: RejectRow): Promise<KeptRow> {
  const read = raw === null ? await source.sourceRecord(source_file, record) : null;
  return {
    sourceFile: source_file,
    record,
    line: line ?? read?.line ?? null,
    kind: reason,
    raw: raw ?? read?.raw ?? '',
  };
}
