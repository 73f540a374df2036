import { identifier, literal } from '../schema/sql';

/** Where a complaint came from, in links to one that has no number of its own. */
const PLACE = /^@(\d+):(\d+)$/;

/**
 * What names a complaint in links: its number, which a re-import keeps, or for want of one the place it was read from,
 * as `@file:record`.
 */
export function complaintKey(row: Readonly<Record<string, unknown>>): string {
  const number = row.complaint_no;
  if (typeof number === 'string' && number !== '' && !PLACE.test(number)) return number;
  return `@${Number(row.source_file)}:${Number(row.source_row)}`;
}

/** Every column of the complaint that a key names; no row when there is none. */
export function complaintOfKey(key: string): string {
  const place = PLACE.exec(key);
  const condition =
    place === null
      ? `complaint_no = ${literal(key)}`
      : `source_file = ${Number(place[1])} AND source_row = ${Number(place[2])}`;
  return `SELECT * FROM complaint WHERE ${condition} LIMIT 1`;
}

/** Cells of one complaint that could not be read: `column`, `raw`. */
export function unreadCells(sourceFile: number, sourceRow: number): string {
  return `SELECT "column", raw FROM complaint_issue WHERE source_file = ${sourceFile} AND source_row = ${sourceRow}`;
}

/** Whether a text is the exact value of one of these columns somewhere: one row, a boolean column `c0`, `c1`, … for each. */
export function holdsExactly(columns: readonly string[], text: string): string {
  const tests = columns.map(
    (column, at) => `coalesce(bool_or(${identifier(column)} = ${literal(text)}), false) AS c${at}`,
  );
  return `SELECT ${tests.join(', ')} FROM complaint`;
}
