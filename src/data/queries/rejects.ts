import { DATASETS } from '../../domain/columns';
import { EVENTS } from '../schema/events';
import { literal } from '../schema/sql';
import { ISSUE_SEPARATOR, rowsTable } from '../schema/tables';
import { byId } from './by-id';

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

/** Row ids of the rejected rows, in the order of their files: one INTEGER column. */
export function rejectIds(filter: KeptFilter): string {
  return `SELECT CAST(rowid AS INTEGER) AS id FROM rejected WHERE ${matches(filter, 'reason')} ORDER BY source_file, record, rowid`;
}

/** Rejected rows by their ids, in no order: `id, source_file, record, line, reason, raw`. */
export function rejectsById(ids: Int32Array): string {
  return byId('SELECT rowid AS id, source_file, record, line, reason, raw FROM rejected', 'rowid', ids);
}

/** Cells that could not be read, by file and column, as `KeptCount`. */
export function countIssues(): string {
  return counts(`(${DATASETS.map((dataset) => `SELECT * FROM ${dataset}_issue`).join(' UNION ALL ')})`, '"column"');
}

/**
 * The rows of the unread cells, in the order of their files and then of their columns; a row stands once for each cell. One INTEGER
 * column: the row id, and in its last four bits what holds the row.
 */
export function issueIds(filter: KeptFilter): string {
  const cells = HOLDERS.map(({ table, where }, at) =>
    issues(at, `SELECT rowid AS row, * FROM ${table} WHERE ${where}`),
  );
  return `SELECT id FROM (${cells.join(' UNION ALL ')}) WHERE ${matches(filter, '"column"')} ORDER BY source_file, source_row, "column"`;
}

/** The unread cells of these rows (ids of `issueIds`), by row and column: `id, source_file, source_row, "column", raw`. */
export function issuesById(ids: Int32Array, { kind }: KeptFilter): string {
  const cells = HOLDERS.flatMap(({ table }, at) => {
    const rows = new Set(ids.filter((id) => id % HOLDER_ROOM === at).map((id) => Math.floor(id / HOLDER_ROOM)));
    if (rows.size === 0) return [];
    const select = `SELECT rowid AS row, source_file, source_row, cell_issues FROM ${table}`;
    return [issues(at, byId(select, 'rowid', Int32Array.from(rows)))];
  });
  return `SELECT * FROM (${cells.join(' UNION ALL ')}) WHERE ${matches({ kind }, '"column"')} ORDER BY id, "column"`;
}

/** What holds the cells of the `_issue` views: the rows of each dataset, and events, the last of which is the complaint's own row. */
const HOLDERS = [
  ...DATASETS.map((dataset) => ({ table: rowsTable(dataset), where: 'cell_issues IS NOT NULL' })),
  { table: EVENTS, where: 'cell_issues IS NOT NULL AND NOT is_last' },
];

/** Holders that an id has room for. */
const HOLDER_ROOM = 16;

/** One row a cell of the rows of a holder that `from` selects (with their row id as `row`). */
function issues(holder: number, from: string): string {
  const part = (at: number) => `split_part(issue, ${literal(ISSUE_SEPARATOR)}, ${at})`;
  return (
    `SELECT CAST(row * ${HOLDER_ROOM} + ${holder} AS INTEGER) AS id, source_file, source_row, ${part(1)} AS "column", ${part(2)} AS raw ` +
    `FROM (SELECT row, source_file, source_row, unnest(cell_issues) AS issue FROM (${from}) WHERE cell_issues IS NOT NULL)`
  );
}

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
