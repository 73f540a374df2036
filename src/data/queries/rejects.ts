import { DATASETS } from '../../domain/columns';
import { literal } from '../schema/sql';

/** Narrows what was kept aside to one file (its number in the journal) and one kind: a reject's reason, a cell's column. */
export interface KeptFilter {
  readonly file?: number;
  readonly kind?: string;
}

/** How many there are of a kind in a file. */
export interface KeptCount {
  readonly source_file: number;
  readonly kind: string;
  readonly n: number;
}

/** Rejected rows by file and reason, as `KeptCount`. */
export function countRejects(): string {
  return counts('rejected', 'reason');
}

/** Rejected rows first ≤ position < end, in the order of their files: `source_file, record, line, reason, "column", raw`. */
export function rejectRange(filter: KeptFilter, first: number, end: number): string {
  return `SELECT source_file, record, line, reason, "column", raw FROM rejected WHERE ${matches(filter, 'reason')} ORDER BY source_file, record LIMIT ${end - first} OFFSET ${first}`;
}

/** Cells that could not be read, by file and column, as `KeptCount`. */
export function countIssues(): string {
  return counts(ISSUES, '"column"');
}

/** Unread cells first ≤ position < end, in the order of their files: `source_file, source_row, "column", raw`. */
export function issueRange(filter: KeptFilter, first: number, end: number): string {
  return `SELECT source_file, source_row, "column", raw FROM ${ISSUES} WHERE ${matches(filter, '"column"')} ORDER BY source_file, source_row, "column" LIMIT ${end - first} OFFSET ${first}`;
}

const ISSUES = `(${DATASETS.map((dataset) => `SELECT * FROM ${dataset}_issue`).join(' UNION ALL ')})`;

function counts(table: string, kind: string): string {
  return `SELECT source_file, ${kind} AS kind, count(*) AS n FROM ${table} GROUP BY ALL ORDER BY source_file, n DESC, kind`;
}

function matches({ file, kind }: KeptFilter, column: string): string {
  const conditions = [
    ...(file === undefined ? [] : [`source_file = ${file}`]),
    ...(kind === undefined ? [] : [`${column} = ${literal(kind)}`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}
