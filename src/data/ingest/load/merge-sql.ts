import { columnOf, type Dataset, SCHEMAS } from '../../../domain/columns';
import { FLAGS } from '../../schema/derived';
import { identifier, literal } from '../../schema/sql';
import { isText, PROVENANCE, rowsTable } from '../../schema/tables';
import type { Dictionaries } from './dictionaries';
import { codesOf, MOST_CODES } from './dictionary-sql';

/** A table of rows to be brought together: an earlier state of the dataset, or the stage of a file. */
export interface Part {
  readonly table: string;
  /** Columns besides provenance, flags and `reject`. */
  readonly columns: readonly string[];
  /** Stages mark unusable rows in a column `reject`; those stay behind. */
  readonly staged: boolean;
  /** Columns that are stored as codes. */
  readonly dictionaries: Dictionaries;
}

const REPLACED = 'replaced_rows';

/**
 * Which rows a later file replaces, as table `replaced_rows (source_file, source_row, latest)`, `latest` being the last such file: the same key in a later file,
 * or, for rows without key, the very same content (as often as both files have it).
 */
export function replacedStatement(dataset: Dataset, parts: readonly Part[]): string {
  const all = unionOf(dataset, parts);
  const content = `hash(row(${contentColumns(parts).map(identifier).join(', ')}))`;
  const keyOf = keyExpression(dataset, contentColumns(parts));
  return (
    `CREATE OR REPLACE TEMP TABLE ${REPLACED} AS WITH every AS (SELECT source_file, source_row, ${keyOf} AS key, CASE WHEN ${keyOf} IS NULL THEN ${content} END AS content FROM ${all}), ` +
    'again AS (SELECT key, max(source_file) AS latest FROM every WHERE key IS NOT NULL GROUP BY key HAVING min(source_file) <> max(source_file)), ' +
    'same AS (SELECT content FROM every WHERE key IS NULL GROUP BY content HAVING min(source_file) <> max(source_file)), ' +
    'numbered AS (SELECT source_file, source_row, content, row_number() OVER (PARTITION BY content, source_file ORDER BY source_row) AS occurrence FROM every WHERE key IS NULL AND content IN (SELECT content FROM same)) ' +
    'SELECT source_file, source_row, latest FROM every JOIN again USING (key) WHERE source_file < latest ' +
    'UNION ALL SELECT source_file, source_row, latest FROM (SELECT *, max(source_file) OVER (PARTITION BY content, occurrence) AS latest FROM numbered) WHERE source_file < latest'
  );
}

/** What a row is known by when a later file may replace it, as VARCHAR; NULL for rows that only their content tells. */
function keyExpression(dataset: Dataset, columns: readonly string[]): string {
  const { key, replaces = key === undefined ? [] : [key] } = SCHEMAS[dataset];
  const own = replaces.filter((name) => columns.includes(name));
  const text = (name: string) =>
    columnOf(dataset, name)?.kind === 'time' ? `CAST(CAST(${identifier(name)} AS DATE) AS VARCHAR)` : identifier(name);
  const [only, ...others] = own;
  if (only === undefined) return 'CAST(NULL AS VARCHAR)';
  if (others.length === 0) return text(only);
  const filled = own.map((name) => `${identifier(name)} IS NOT NULL`).join(' OR ');
  const joined = own.map((name) => `coalesce(CAST(${text(name)} AS VARCHAR), '')`).join(` || chr(31) || `);
  return `CASE WHEN ${filled} THEN ${joined} END`;
}

/** One row a file that replaces rows: `file, n`. */
export function countReplaced(): string {
  return `SELECT latest AS file, count(*) AS n FROM ${REPLACED} GROUP BY latest`;
}

/**
 * The parts as one table in time order, less what is replaced or rejected. Several statements when there are too many rows to sort
 * at once: then one per slice of time (`bounds`, ascending ISO times), so that memory stays bounded.
 */
export function mergeStatements(
  dataset: Dataset,
  into: string,
  parts: readonly Part[],
  bounds: readonly string[],
): string[] {
  const time = parts.some((part) => part.columns.includes(SCHEMAS[dataset].time)) ? SCHEMAS[dataset].time : undefined;
  const rows = `SELECT * FROM ${unionOf(dataset, parts)} AS every ANTI JOIN ${REPLACED} USING (source_file, source_row)`;
  const order = `ORDER BY ${time === undefined ? '' : `${identifier(time)}, `}source_file, source_row`;
  if (bounds.length === 0 || time === undefined) return [`CREATE OR REPLACE TABLE ${into} AS ${rows} ${order}`];
  const column = identifier(time);
  const slices = [...bounds.map((bound, at) => [bounds[at - 1], bound] as const), [bounds.at(-1), undefined] as const];
  return [
    `CREATE OR REPLACE TABLE ${into} AS ${rows} LIMIT 0`,
    ...slices.map(([from, until]) => {
      const inside = [
        from === undefined ? undefined : `${column} >= TIMESTAMP ${literal(from)}`,
        until === undefined ? undefined : `${column} < TIMESTAMP ${literal(until)}`,
      ];
      return `INSERT INTO ${into} ${rows} WHERE ${inside.filter((test) => test !== undefined).join(' AND ')} ${order}`;
    }),
    `INSERT INTO ${into} ${rows} WHERE ${column} IS NULL ${order}`,
  ];
}

/** Times that cut the parts into slices of about `size` rows each. */
export function boundsStatement(dataset: Dataset, parts: readonly Part[], slices: number): string {
  const shares = Array.from({ length: slices - 1 }, (_, at) => ((at + 1) / slices).toFixed(4));
  if (!contentColumns(parts).includes(SCHEMAS[dataset].time)) return "SELECT '' AS bound WHERE false";
  const time = identifier(SCHEMAS[dataset].time);
  return `SELECT CAST(make_timestamp(CAST(bound AS BIGINT)) AS VARCHAR) AS bound FROM (SELECT unnest(approx_quantile(epoch_us(${time}), [${shares.join(', ')}])) AS bound FROM ${unionOf(dataset, parts)}) ORDER BY bound`;
}

/** Puts the merged table in the dataset's place. */
export function swapStatements(dataset: Dataset, from: string): string[] {
  return [`DROP TABLE ${rowsTable(dataset)}`, `ALTER TABLE ${from} RENAME TO ${rowsTable(dataset)}`];
}

/** Columns that all parts which have them store as codes, with all their values; the merged table stores them so too. */
export function commonDictionaries(parts: readonly Part[]): Dictionaries {
  return new Map(
    contentColumns(parts).flatMap((name) => {
      const own = parts.filter(({ columns }) => columns.includes(name)).map((part) => part.dictionaries.get(name));
      const words = [...new Set(own.flatMap((values) => values ?? []))].sort();
      return own.includes(undefined) || words.length > MOST_CODES ? [] : [[name, words] as const];
    }),
  );
}

/** Columns that at least one part has, in order of first appearance. */
export function contentColumns(parts: readonly Part[]): string[] {
  return [...new Set(parts.flatMap((part) => part.columns))];
}

/** All rows with the same columns in the same order, blank where a part lacks one; where one part has several values a cell, all have lists. */
function unionOf(dataset: Dataset, parts: readonly Part[]): string {
  const columns = contentColumns(parts);
  const flags = dataset === 'complaint' ? FLAGS : [];
  const dictionaries = commonDictionaries(parts);
  const selects = parts.map((part) => {
    const cells = columns.map((name) =>
      part.columns.includes(name)
        ? plain(dataset, name, dictionaries.get(name))
        : `${filler(name, part, columns)} AS ${identifier(name)}`,
    );
    const list = [...PROVENANCE.map(({ name }) => name), ...cells, ...flags].join(', ');
    return `SELECT ${list} FROM ${part.table}${part.staged ? ' WHERE reject IS NULL' : ''}`;
  });
  return `(${selects.join(' UNION ALL ')})`;
}

/** Codes of one part mean nothing in another's dictionary: they meet as text, or in the dictionary of all. */
function plain(dataset: Dataset, name: string, words: readonly string[] | undefined): string {
  if (!isText(dataset, name)) return identifier(name);
  return `CAST(${identifier(name)} AS ${words === undefined ? 'VARCHAR' : codesOf(words)}) AS ${identifier(name)}`;
}

function filler(name: string, part: Part, columns: readonly string[]): string {
  const single = name.replace(/s$/, '');
  const isList = name.endsWith('s') && columns.includes(single) && part.columns.includes(single);
  return isList
    ? `CASE WHEN ${identifier(single)} IS NOT NULL THEN [CAST(${identifier(single)} AS VARCHAR)] END`
    : 'NULL';
}
