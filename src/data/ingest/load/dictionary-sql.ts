import { identifier, literal } from '../../schema/sql';

/** Columns with more distinct values stay text: they are not grouped by. */
export const MOST_CODES = 2000;

/** One row a distinct value of a column (`value`), blanks aside; stops after one more than `MOST_CODES`. */
export function distinctValues(table: string, column: string): string {
  return `SELECT DISTINCT ${identifier(column)} AS value FROM ${table} WHERE ${identifier(column)} IS NOT NULL LIMIT ${MOST_CODES + 1}`;
}

/** Stores a column as codes of its values: grouping by it then takes less than half the time. The values must be all that occur. */
export function encode(table: string, column: string, values: readonly string[]): string {
  return `ALTER TABLE ${table} ALTER COLUMN ${identifier(column)} SET DATA TYPE ${codesOf(values)}`;
}

/** SQL type of a column whose values are these. */
export function codesOf(values: readonly string[]): string {
  return `ENUM(${values.map(literal).join(', ')})`;
}
