import { columnOf, DATASETS, type Dataset, EXTRA_PREFIX, SCHEMAS } from '../../domain/columns';
import { CODING_STORED, codingColumns, NEXT, storedAs, viewedColumns } from './coding-columns';
import { FLAGS } from './derived';
import { createEvents, EVENTS } from './events';
import { identifier, literal, SQL_TYPES } from './sql';

/** Raise when stored databases must be rebuilt from their raw files. */
export const SCHEMA_VERSION = 4;

/** Columns that every stored row has besides the file's own: where it came from and what in it could not be read. */
export const PROVENANCE = [
  { name: 'source_file', type: 'INTEGER' },
  { name: 'source_row', type: 'INTEGER' },
  { name: 'cell_issues', type: 'VARCHAR[]' },
] as const;

/** Table of the rows as stored: the columns that the files have, in time order. Read through the view of the dataset's name. */
export function rowsTable(dataset: Dataset): string {
  return `${dataset}_rows`;
}

/**
 * The view in which texts of few values are codes of a dictionary (ENUM): grouping by them is more than twice as fast. Compare them as
 * VARCHAR, because a word that the dictionary lacks is an error, and turn groups into VARCHAR at the end.
 */
export function codedView(dataset: Dataset): string {
  return `${dataset}_coded`;
}

/** Whether a stored column holds single texts, as such or as codes. */
export function isText(dataset: Dataset, name: string): boolean {
  const column = columnOf(dataset, name);
  return column === undefined ? name.startsWith(EXTRA_PREFIX) : SQL_TYPES[column.kind] === 'VARCHAR';
}

/** Between column name and raw text inside an entry of `cell_issues`. */
export const ISSUE_SEPARATOR = '\u001f';

/** Statements that make an empty workspace: tables, and a view a dataset with every canonical column. */
export function createStatements(): string[] {
  return [
    'CREATE TABLE workspace_fact (name VARCHAR PRIMARY KEY, value VARCHAR)',
    `INSERT INTO workspace_fact VALUES ('schema', ${literal(String(SCHEMA_VERSION))}), ('version', '')`,
    'CREATE TABLE rejected (source_file INTEGER, record INTEGER, line INTEGER, reason VARCHAR, "column" VARCHAR, raw VARCHAR)',
    createEvents(),
    ...DATASETS.flatMap(emptyDataset),
  ];
}

/** Statements that leave a dataset without rows and columns of its own. */
export function emptyDataset(dataset: Dataset): string[] {
  return [emptyRows(dataset), ...viewStatements(dataset, [])];
}

/** A rows table without columns of its own, so that the views stand before the first import. */
function emptyRows(dataset: Dataset): string {
  const flags = dataset === 'complaint' ? FLAGS.map((flag) => `, ${flag} BOOLEAN`).join('') : '';
  return `CREATE OR REPLACE TABLE ${rowsTable(dataset)} (${PROVENANCE.map(({ name, type }) => `${name} ${type}`).join(', ')}${flags})`;
}

/**
 * The views `<dataset>` (all canonical columns, blank where no file has them, then extra columns, flags and provenance; `row_id` is the
 * position in time order, from 0), the same with texts as they are stored (`codedView`), and `<dataset>_issue` (one row a cell that could
 * not be read).
 * @param stored columns that the rows table has, provenance, flags and coded columns aside.
 * @param coded the complaints have coded columns: they stand for those of the files
 */
export function viewStatements(dataset: Dataset, stored: readonly string[], coded = false): string[] {
  const table = rowsTable(dataset);
  const inText = (sql: string) => `CAST(${sql} AS VARCHAR)`;
  const view = (name: string, text: (sql: string) => string) => {
    const columns = viewColumns(dataset, stored, text, coded);
    return `CREATE OR REPLACE VIEW ${name} AS SELECT rowid AS row_id, ${columns.join(', ')}, source_file, source_row FROM ${table}`;
  };
  return [
    view(dataset, inText),
    view(codedView(dataset), (sql) => sql),
    `CREATE OR REPLACE VIEW ${dataset}_issue AS SELECT source_file, source_row, split_part(issue, ${literal(ISSUE_SEPARATOR)}, 1) AS "column", split_part(issue, ${literal(ISSUE_SEPARATOR)}, 2) AS raw FROM (${issues(dataset)})`,
  ];
}

/** One row a cell that could not be read: those of events too, the last of which is the complaint's own row. */
function issues(dataset: Dataset): string {
  const of = (table: string) =>
    `SELECT source_file, source_row, unnest(cell_issues) AS issue FROM ${table} WHERE cell_issues IS NOT NULL`;
  return of(rowsTable(dataset)) + (dataset === 'complaint' ? ` UNION ALL ${of(EVENTS)} AND NOT is_last` : '');
}

/** @param text makes a text of a column that may hold codes */
function viewColumns(
  dataset: Dataset,
  stored: readonly string[],
  text: (sql: string) => string,
  coded: boolean,
): string[] {
  const { columns } = SCHEMAS[dataset];
  const there = viewedColumns(stored, coded);
  const read = (name: string) => {
    const column = identifier(storedAs(name, coded));
    return isText(dataset, name) ? text(column) : column;
  };
  const canonical = columns.map(
    ({ name, kind }) =>
      `${there.includes(name) ? read(name) : `CAST(NULL AS ${SQL_TYPES[kind]})`} AS ${identifier(name)}`,
  );
  const extra = stored
    .filter((name) => columnOf(dataset, name) === undefined)
    .map((name) => `${read(name)} AS ${identifier(name)}`);
  if (dataset !== 'complaint') return [...canonical, ...extra];
  const flags = FLAGS.map((flag) => `${storedAs(flag, coded)} AS ${flag}`);
  return [...canonical, ...extra, ...codingColumns(stored, coded, text), ...flags];
}

/** One row a stored column of a dataset (`name`), provenance, flags and coded columns aside, in table order. */
export function storedColumns(dataset: Dataset): string {
  const own = [...PROVENANCE.map(({ name }) => name), ...FLAGS, ...CODING_STORED].map(literal).join(', ');
  return `SELECT column_name AS name FROM duckdb_columns() WHERE table_name = ${literal(rowsTable(dataset))} AND column_name NOT IN (${own}) AND NOT starts_with(column_name, ${literal(NEXT)}) ORDER BY column_index`;
}

/** One row a statement (`sql`) that drops something of the workspace, views before tables. */
export function eraseStatement(): string {
  return (
    "SELECT 'DROP VIEW \"' || view_name || '\"' AS sql FROM duckdb_views() WHERE NOT internal " +
    "UNION ALL SELECT 'DROP TABLE \"' || table_name || '\"' FROM duckdb_tables() WHERE NOT internal AND NOT temporary"
  );
}
