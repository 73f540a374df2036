import { DATASETS, type Dataset, SCHEMAS } from '../../domain/columns';
import { identifier, literal } from '../schema/sql';
import { codedView } from '../schema/tables';

/** A condition whose rows are counted. */
export interface Probe {
  readonly where: string;
  /** Also added up by what rows of the dataset weigh: see `weightOf`. */
  readonly weighed: boolean;
}

/** What one scan of a dataset looks for. */
export interface Look {
  readonly dataset: Dataset;
  /** Columns of which some cells are filled. */
  readonly partial: readonly string[];
  readonly probes: readonly Probe[];
  /** Keys of which it is asked how many begin with 0. */
  readonly keys: readonly string[];
  /** Columns whose latest value is asked for. */
  readonly times: readonly string[];
  /** The rows have their own time. */
  readonly timed: boolean;
}

/** What the rows of a condition weigh: quality complaints, units shipped, else rows. */
function weightOf(dataset: Dataset, where: string): string {
  if (dataset === 'complaint') return `count(*) FILTER (is_quality AND ${where})`;
  if (dataset === 'shipment') return `coalesce(CAST(sum(qty) FILTER (${where}) AS DOUBLE), 0)`;
  return `count(*) FILTER (${where})`;
}

/** What `weightOf` reads. */
const WEIGHING: Readonly<Partial<Record<Dataset, string>>> = { complaint: 'is_quality', shipment: 'qty' };

/**
 * One row a file and month of the rows' own time (`file`, `month` as `YYYY-MM`, null without): rows `n` and their weight `w`; filled cells
 * `f<n>` of each partial column; of each probe its rows `p<n>`, the id of one of them `r<n>`, and their weight `w<n>` where it is weighed; the
 * keys `z<n>` that begin with 0, the latest value `t<n>` of each time. One scan, in which each condition is looked at once.
 */
export function lookStatement({ dataset, partial, probes, keys, times, timed }: Look): string {
  const month = timed ? `date_trunc('month', ${identifier(SCHEMAS[dataset].time)})` : 'CAST(NULL AS DATE)';
  const read = new Set([...partial, ...times, ...(WEIGHING[dataset] === undefined ? [] : [WEIGHING[dataset]])]);
  const rows = [
    'row_id',
    'source_file AS file',
    `${month} AS month_of`,
    ...[...read].map(identifier),
    ...probes.map(({ where }, at) => `${where} AS q${at}`),
    ...keys.map((name, at) => `starts_with(${identifier(name)}, '0') AS k${at}`),
  ];
  const counts = [
    'file',
    'left(CAST(month_of AS VARCHAR), 7) AS month',
    'count(*) AS n',
    `${weightOf(dataset, 'true')} AS w`,
    ...partial.map((name, at) => `count(${identifier(name)}) AS f${at}`),
    ...probes.flatMap(({ weighed }, at) => [
      `count(*) FILTER (q${at}) AS p${at}`,
      `min(row_id) FILTER (q${at}) AS r${at}`,
      ...(weighed ? [`${weightOf(dataset, `q${at}`)} AS w${at}`] : []),
    ]),
    ...keys.map((_, at) => `count(*) FILTER (k${at}) AS z${at}`),
    ...times.map((name, at) => `CAST(max(${identifier(name)}) AS VARCHAR) AS t${at}`),
  ];
  return `SELECT ${counts.join(', ')} FROM (SELECT ${rows.join(', ')} FROM ${codedView(dataset)}) GROUP BY file, month_of`;
}

/** Rows that a condition finds, as a list: the shown columns and where each was read. */
export function rowsWhere(dataset: Dataset, where: string, shown: readonly string[]): string {
  return `SELECT ${shown.map(identifier).join(', ')}, source_file, source_row FROM ${dataset} WHERE ${where} ORDER BY row_id`;
}

/** Rows first ≤ position < end of a list. */
export function rangeOf(list: string, first: number, end: number): string {
  return `${list} LIMIT ${end - first} OFFSET ${first}`;
}

/** One row a column whose texts are codes of a dictionary: `name`, and its dataset's coded `view`. */
export function codedTexts(): string {
  const views = DATASETS.map((dataset) => `'${codedView(dataset)}'`).join(', ');
  return `SELECT table_name AS view, column_name AS name FROM duckdb_columns() WHERE table_name IN (${views}) AND data_type LIKE 'ENUM(%'`;
}

/** One row with the dictionary of each of these columns, as VARCHAR[] under its name. */
export function dictionariesOf(dataset: Dataset, columns: readonly string[]): string {
  const lists = columns.map((name) => `enum_range(${identifier(name)}) AS ${identifier(name)}`);
  return `SELECT ${lists.join(', ')} FROM ${codedView(dataset)} LIMIT 1`;
}

/** Cells that could not be read, by dataset, file and column: `dataset, file, "column", n, example`. */
export function unreadCells(datasets: readonly Dataset[]): string {
  return datasets
    .map(
      (dataset) =>
        `SELECT '${dataset}' AS dataset, source_file AS file, "column", count(*) AS n, min(raw) AS example FROM ${dataset}_issue GROUP BY source_file, "column"`,
    )
    .join(' UNION ALL ');
}

/** The cells of a column that could not be read, as a list. */
export function unreadRows(dataset: Dataset, column: string): string {
  return `SELECT raw, source_file, source_row FROM ${dataset}_issue WHERE "column" = ${literal(column)} ORDER BY source_file, source_row`;
}

/** Rejected records by file and reason: `file, reason, n`. */
export function rejectedCounts(): string {
  return 'SELECT source_file AS file, reason, count(*) AS n FROM rejected GROUP BY source_file, reason';
}

/** Digits-only keys of a column by file, length and whether they begin with 0: `file, digits, zero, n`. */
export function digitKeys(dataset: Dataset, column: string): string {
  const key = identifier(column);
  return `SELECT source_file AS file, length(${key}) AS digits, starts_with(${key}, '0') AS zero, count(*) AS n FROM ${dataset} WHERE regexp_full_match(${key}, '[0-9]+') GROUP BY ALL`;
}

/** Median and median deviation of the logarithms of each amount (`m<n>`, `d<n>`, `n<n>` amounts above 0). */
export function amountSpread(dataset: Dataset, columns: readonly string[]): string {
  const logs = columns.map(
    (name, at) => `CASE WHEN ${identifier(name)} > 0 THEN ln(${identifier(name)}) END AS l${at}`,
  );
  const asked = columns.map((_, at) => `median(l${at}) AS m${at}, mad(l${at}) AS d${at}, count(l${at}) AS n${at}`);
  return `SELECT ${asked.join(', ')} FROM (SELECT ${logs.join(', ')} FROM ${codedView(dataset)})`;
}

/** One row: the sum of an amount (`total`), and of what a condition finds (`part`). */
export function amountShare(dataset: Dataset, column: string, where: string): string {
  return `SELECT sum(${identifier(column)}) AS total, sum(${identifier(column)}) FILTER (${where}) AS part FROM ${codedView(dataset)}`;
}

const TWICE = 'row_number() OVER (PARTITION BY return_no, serial_no ORDER BY source_file, source_row) > 1';

/** Rows of returns that list a unit again, by file: `file, n, example`. */
export function unitTwiceCounts(): string {
  return `SELECT source_file AS file, count(*) AS n, min(return_no) AS example FROM (SELECT * FROM returned_item WHERE return_no IS NOT NULL AND serial_no IS NOT NULL QUALIFY ${TWICE}) GROUP BY source_file`;
}

/** These rows, as a list. */
export function unitTwiceRows(shown: readonly string[]): string {
  const columns = shown.map(identifier).join(', ');
  return `SELECT ${columns}, source_file, source_row FROM returned_item WHERE return_no IS NOT NULL AND serial_no IS NOT NULL QUALIFY ${TWICE} ORDER BY row_id`;
}
