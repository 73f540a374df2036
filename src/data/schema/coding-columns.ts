import { identifier } from './sql';

/**
 * Columns that coding adds to the complaints as stored, beside those of the files, which stay as they are: under a canonical name the views
 * give the coded value, so that every chart reads it at the cost of a stored column. Absent while no coding is applied.
 * Stored columns rather than a table to join: a group by takes 7–11 ms for 1M rows; with a join by row id 156 ms, and a positional join
 * would keep pages by row id from being ranges.
 */
export const CODED_COLUMNS = {
  failure_mode: 'coded_mode',
  failure_modes: 'coded_modes',
  failure_group: 'coded_group',
  failure_part: 'coded_part',
  is_quality: 'coded_is_quality',
  is_confirmed: 'coded_is_confirmed',
  is_unjudged: 'coded_is_unjudged',
} as const;

/** How a complaint was coded: where its failure mode comes from (`CodingSource`), and ids of the rules that decided, comma-separated. */
const CODING_FACTS = ['coding_source', 'coding_rules'] as const;

/** Columns as imported, under names of their own in the view of the complaints. */
export const ORIGINALS = ['failure_mode', 'failure_group', 'failure_part'] as const;

/** Before the name of a column to come, while complaints are coded. */
export const NEXT = 'next_';

/** How a complaint was coded, stored as one text: source, rules and flags, with `|` between them. */
export const CODING_NOTE = 'coding_note';

/** Every stored column that coding makes. */
export const CODING_STORED: readonly string[] = [...Object.values(CODED_COLUMNS), CODING_NOTE];

/** Columns that the view of the complaints has besides those of the files. */
export const CODING_VIEWED: readonly string[] = [...ORIGINALS.map((name) => `${name}_original`), ...CODING_FACTS];

/** Where a column of the view is stored. */
export function storedAs(name: string, coded: boolean): string {
  return coded && Object.hasOwn(CODED_COLUMNS, name) ? CODED_COLUMNS[name as keyof typeof CODED_COLUMNS] : name;
}

/** Columns of the files as the views give them: with a failure named by rules where no file names any. */
export function viewedColumns(stored: readonly string[], coded: boolean): string[] {
  return coded ? [...new Set([...stored, ...ORIGINALS])] : [...stored];
}

/** Select list of `CODING_VIEWED`. */
export function codingColumns(stored: readonly string[], coded: boolean, text: (column: string) => string): string[] {
  const blank = 'CAST(NULL AS VARCHAR)';
  return [
    ...ORIGINALS.map(
      (name) => `${stored.includes(name) ? text(identifier(name)) : blank} AS ${identifier(`${name}_original`)}`,
    ),
    ...CODING_FACTS.map(
      (name, at) => `${coded ? `nullif(split_part(${CODING_NOTE}, '|', ${at + 1}), '')` : blank} AS ${name}`,
    ),
  ];
}

/** One row, `n`: above 0 when the complaints have coded columns. */
export function isCodedStatement(): string {
  return `SELECT CAST(count(*) AS INTEGER) AS n FROM duckdb_columns() WHERE table_name = 'complaint_rows' AND column_name = '${CODED_COLUMNS.failure_mode}'`;
}
