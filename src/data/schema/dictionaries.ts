import type { Dataset } from '../../domain/columns';
import { identifier, literal } from './sql';
import { rowsTable } from './tables';

/** One row a column of a dataset that is stored as codes (`name`). */
export function codedColumns(dataset: Dataset): string {
  return `SELECT column_name AS name FROM duckdb_columns() WHERE table_name = ${literal(rowsTable(dataset))} AND data_type LIKE 'ENUM(%'`;
}

/** One row with the dictionary of each of these columns, as VARCHAR[] under its name; none when the dataset has no rows. */
export function codeLists(dataset: Dataset, columns: readonly string[]): string {
  const lists = columns.map((name) => `enum_range(${identifier(name)}) AS ${identifier(name)}`);
  return `SELECT ${lists.join(', ')} FROM ${rowsTable(dataset)} LIMIT 1`;
}

/** One row with the size of each dictionary, under the column's name; none when the dataset has no rows. */
export function codeCounts(dataset: Dataset, columns: readonly string[]): string {
  const sizes = columns.map((name) => `len(enum_range(${identifier(name)})) AS ${identifier(name)}`);
  return `SELECT ${sizes.join(', ')} FROM ${rowsTable(dataset)} LIMIT 1`;
}
