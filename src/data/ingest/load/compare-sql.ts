import { type Dataset, SCHEMAS } from '../../../domain/columns';
import { identifier, literal } from '../../schema/sql';
import { isText } from '../../schema/tables';
import { NO_DICTIONARIES } from './dictionaries';
import {
  contentColumns,
  contentExpression,
  keyColumns,
  keyExpression,
  moment,
  type Part,
  REPLACED,
  sameDictionaries,
  unionOf,
  without,
} from './parts-sql';

/**
 * Scratch table in which a file's rows stand beside those of earlier files: `old_file`, `old_row`, `new_row` (record numbers; NULL where the
 * other side has none), `same` (equal content; NULL without a counterpart), `gone` (the old row leaves the data), `inside` (the old row lies
 * in the file's time range).
 */
const COMPARED = 'compared_rows';

/** Scratch table of changed rows, `before` and `after` as structs. */
const CHANGED = 'changed_rows';

/** Between the fields of a described row, and between the parts of one. */
export const FIELD_SEPARATOR = '\u001e';
export const VALUE_SEPARATOR = '\u001f';
/** Longer values are cut where changes are described; the data have them in full. */
const LONGEST_VALUE = 300;

/** Extremes of a dataset's time, ISO. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** A staged file and what stood before it. */
export interface Comparison {
  readonly dataset: Dataset;
  /** Earlier rows: of the dataset as it is, and of the stages before. */
  readonly older: readonly Part[];
  readonly stage: Part;
  /** How rows find their counterparts: by a key that the file has once, by content, or not at all because none has one. */
  readonly pairing: 'key' | 'content' | 'none';
  /** Some rows of the file have no key although others do. */
  readonly keyless: boolean;
  /** Time range of the file; undefined without times. */
  readonly span: Span | undefined;
  /** Earlier imports (numbers) of the same file: all their rows leave. */
  readonly again: readonly number[];
  /** Every earlier row within the days of the file leaves. */
  readonly period: boolean;
  /** Some of the earlier rows were replaced by files before this one. */
  readonly replaced: boolean;
}

export function emptyReplaced(): string {
  return `CREATE OR REPLACE TEMP TABLE ${REPLACED} (source_file INTEGER, source_row INTEGER)`;
}

/** Notes the rows that the file just compared replaces. */
export function noteReplaced(): string {
  return `INSERT INTO ${REPLACED} SELECT old_file, old_row FROM ${COMPARED} WHERE gone`;
}

/** One row a file that has rows replaced: `file, n`. */
export function countReplaced(): string {
  return `SELECT source_file AS file, count(*) AS n FROM ${REPLACED} GROUP BY source_file`;
}

export function dropCompared(): string[] {
  return [COMPARED, CHANGED].map((table) => `DROP TABLE IF EXISTS ${table}`);
}

/** Imports (`file`) that have a row whose key, or content where there is no key, another import has too. */
export function sharingFiles(dataset: Dataset, parts: readonly Part[]): string {
  const columns = contentColumns(parts);
  const key = keyExpression(dataset, columns);
  const every = `SELECT source_file, ${key} AS key, CASE WHEN ${key} IS NULL THEN ${contentExpression(columns)} END AS content FROM ${unionOf(dataset, parts, NO_DICTIONARIES)}`;
  const shared = (column: string) =>
    `SELECT ${column} FROM every WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING min(source_file) <> max(source_file)`;
  return `WITH every AS (${every}) SELECT DISTINCT source_file AS file FROM every WHERE key IN (${shared('key')}) OR content IN (${shared('content')})`;
}

/** One row about a file by itself: `keyed` rows have a key, `distinct_keys` of them, `first` and `last` time (ISO). */
export function stageFacts(dataset: Dataset, stage: Part, countKeys: boolean): string {
  const key = keyExpression(dataset, stage.columns);
  const time = timeOf(dataset, [stage]);
  const distinct = countKeys ? `count(DISTINCT ${key})` : `count(${key})`;
  return `SELECT count(*) AS n, count(${key}) AS keyed, ${distinct} AS distinct_keys, CAST(min(${time}) AS VARCHAR) AS first, CAST(max(${time}) AS VARCHAR) AS last FROM ${stage.table} WHERE reject IS NULL`;
}

/** One row: the latest time of the earlier rows (`latest`, ISO). */
export function latestOf(dataset: Dataset, older: readonly Part[]): string {
  return `SELECT CAST(max(${timeOf(dataset, older)}) AS VARCHAR) AS latest FROM ${unionOf(dataset, older, NO_DICTIONARIES)} AS every ${without(REPLACED)}`;
}

/** Columns that both sides have, keys aside: what can have changed. */
function comparedColumns({ dataset, older, stage }: Comparison): string[] {
  const there = contentColumns(older);
  return stage.columns.filter((name) => !keyColumns(dataset).includes(name) && there.includes(name));
}

/** The same for people: of a column and the list of all its values, the column alone. */
export function describedColumns(comparison: Comparison): string[] {
  return singles(comparedColumns(comparison));
}

/** Makes the table of compared rows. */
export function comparedStatement(comparison: Comparison): string {
  return `CREATE OR REPLACE TEMP TABLE ${COMPARED} AS ${pairing(comparison)}`;
}

function pairing(comparison: Comparison): string {
  switch (comparison.pairing) {
    case 'none':
      return `SELECT ${verdict(comparison)} FROM (${oldSide(comparison)}) AS old`;
    case 'content':
      return `${sides(comparison)} ${byContent(comparison, 'true')}`;
    case 'key':
      // Named sides that are used twice are kept in memory whole: only where there is no other way.
      if (!comparison.keyless)
        return `SELECT ${verdict(comparison, SAME_CONTENT)} FROM (${oldSide(comparison)}) AS old FULL JOIN (${newSide(comparison)}) AS new ON old.key = new.key`;
      return `${sides(comparison)} ${byKey(comparison)} UNION ALL ${byContent(comparison, 'key IS NULL')}`;
  }
}

/** One row: `added`, `changed`, `replaced`, `removed` (replaced without a counterpart), `vanished`. */
export function countsStatement(): string {
  return (
    'SELECT count(*) FILTER (old_row IS NULL) AS added, count(DISTINCT new_row) FILTER (NOT same) AS changed, ' +
    'count(*) FILTER (gone) AS replaced, count(*) FILTER (gone AND new_row IS NULL) AS removed, ' +
    `count(*) FILTER (NOT gone AND inside) AS vanished FROM ${COMPARED}`
  );
}

/** Keeps changed rows as they were and as they are, so that they are looked for only once. Not for very many. */
export function keepChanged(comparison: Comparison): string {
  return `CREATE OR REPLACE TEMP TABLE ${CHANGED} AS ${changedPairs(comparison)}`;
}

/**
 * One row: `c<n>`, changed rows by described column, and `emptied`, rows that lost something which they had.
 * @param kept they were kept by `keepChanged`
 */
export function fieldCounts(comparison: Comparison, kept: boolean): string {
  const compared = comparedColumns(comparison);
  const columns = singles(compared);
  const counts = columns.map(
    (name, at) => `count(*) FILTER (${differs(comparison.dataset, name, compared)}) AS c${at}`,
  );
  const lost = columns.map((name) => `(${before(name)} IS NOT NULL AND ${after(name)} IS NULL)`).join(' OR ');
  return `SELECT ${[...counts, `count(*) FILTER (${lost || 'false'}) AS emptied`].join(', ')} FROM ${changedFrom(comparison, kept)}`;
}

/** Changed rows, at most `limit`: `key`, `fields` (each `column␟before␟after`, joined by ␞). */
export function changedRows(comparison: Comparison, limit: number, kept: boolean): string {
  const compared = comparedColumns(comparison);
  const fields = singles(compared).map(
    (name) =>
      `CASE WHEN ${differs(comparison.dataset, name, compared)} THEN ${described(name, cellOf('before', name, compared), cellOf('after', name, compared))} END`,
  );
  return `SELECT CAST(key AS VARCHAR) AS key, concat_ws(chr(30), ${fields.join(', ')}) AS fields FROM ${changedFrom(comparison, kept)} ORDER BY new_row LIMIT ${limit}`;
}

/** Earlier rows within the file's time range that it lacks, at most `limit`: `key`, `fields` (what stands there, as in `changedRows`). */
export function vanishedRows(comparison: Comparison, limit: number): string {
  const columns = contentColumns(comparison.older);
  const fields = singles(columns).map(
    (name) =>
      `CASE WHEN ${before(name)} IS NOT NULL THEN ${described(name, cellOf('before', name, columns), "''")} END`,
  );
  const rows = `SELECT * FROM ${COMPARED} WHERE NOT gone AND inside ORDER BY old_file, old_row LIMIT ${limit}`;
  return (
    `SELECT CAST(before.key AS VARCHAR) AS key, concat_ws(chr(30), ${fields.join(', ')}) AS fields FROM (${rows}) AS pair ` +
    `JOIN (${plainRows(comparison.dataset, comparison.older, columns)}) AS before ON before.source_file = old_file AND before.source_row = old_row ORDER BY old_file, old_row`
  );
}

const before = (name: string) => `before.${identifier(name)}`;
const after = (name: string) => `after.${identifier(name)}`;
const listOf = (name: string, columns: readonly string[]) => (columns.includes(`${name}s`) ? `${name}s` : undefined);
const singles = (columns: readonly string[]) =>
  columns.filter((name) => !(name.endsWith('s') && columns.includes(name.slice(0, -1))));

/** SQL: codes of two dictionaries mean different words, so texts are compared as texts. */
function differs(dataset: Dataset, name: string, columns: readonly string[]): string {
  const list = listOf(name, columns);
  const plain = (of: string, cell: string) => (isText(dataset, of) ? `CAST(${cell} AS VARCHAR)` : cell);
  const test = (of: string) => `${plain(of, before(of))} IS DISTINCT FROM ${plain(of, after(of))}`;
  return list === undefined ? test(name) : `(${test(name)} OR ${test(list)})`;
}

/** SQL: what stands on a side; of several values, all. */
function cellOf(side: 'before' | 'after', name: string, columns: readonly string[]): string {
  const list = listOf(name, columns);
  const single = `${side}.${identifier(name)}`;
  return list === undefined
    ? single
    : `coalesce(array_to_string(${side}.${identifier(list)}, ', '), CAST(${single} AS VARCHAR))`;
}

/** SQL: a field as text. The separators cannot stand in a value. */
function described(name: string, was: string, is: string): string {
  const text = (value: string) =>
    `left(translate(coalesce(CAST(${value} AS VARCHAR), ''), chr(30) || chr(31), '  '), ${LONGEST_VALUE})`;
  return `${literal(name)} || chr(31) || ${text(was)} || chr(31) || ${text(is)}`;
}

function changedFrom(comparison: Comparison, kept: boolean): string {
  return kept ? CHANGED : `(${changedPairs(comparison)})`;
}

/** Changed rows: `new_row`, `key`, and the whole row `before` and `after` as structs. */
function changedPairs(comparison: Comparison): string {
  const { dataset, older, stage } = comparison;
  const columns = [
    ...comparedColumns(comparison),
    ...keyColumns(dataset).filter((name) => stage.columns.includes(name)),
  ];
  return (
    `SELECT new_row, after.key AS key, before, after FROM (SELECT * FROM ${COMPARED} WHERE NOT same) AS pair ` +
    `JOIN (${plainRows(dataset, older, columns)}) AS before ON before.source_file = old_file AND before.source_row = old_row ` +
    `JOIN (${plainRows(dataset, [stage], columns)}) AS after ON after.source_row = new_row`
  );
}

/** Rows with their key. Where they are of one table, texts stay as they are stored: turning all into texts costs more than all the rest. */
function plainRows(dataset: Dataset, parts: readonly Part[], columns: readonly string[]): string {
  const asStored = parts.length === 1 ? new Set(columns) : undefined;
  return `SELECT *, ${keyExpression(dataset, columns)} AS key FROM ${unionOf(dataset, parts, NO_DICTIONARIES, { columns, asStored })}`;
}

function sides(comparison: Comparison): string {
  return `WITH old AS (${oldSide(comparison)}), new AS (${newSide(comparison)})`;
}

function oldSide(comparison: Comparison): string {
  const { dataset, older } = comparison;
  return `${sideOf(comparison, older, timeOf(dataset, older))}${comparison.replaced ? ` ${without(REPLACED)}` : ''}`;
}

function newSide(comparison: Comparison): string {
  return sideOf(comparison, [comparison.stage], 'CAST(NULL AS TIMESTAMP)');
}

/** Rows as they are compared: `key`, `content` (of the columns that both sides have), `whole` (of all columns), `happened`. */
function sideOf(comparison: Comparison, parts: readonly Part[], time: string): string {
  const { dataset, older, stage } = comparison;
  const columns = contentColumns([...older, stage]);
  const cells = [
    `${keyExpression(dataset, columns)} AS key`,
    `${contentExpression(comparedColumns(comparison))} AS content`,
    `${contentExpression(columns)} AS whole`,
    `${time} AS happened`,
  ];
  const rows = unionOf(dataset, parts, NO_DICTIONARIES, { columns, asStored: sameDictionaries([...older, stage]) });
  return `SELECT source_file, source_row, ${cells.join(', ')} FROM ${rows} AS every`;
}

function timeOf(dataset: Dataset, parts: readonly Part[]): string {
  const { time } = SCHEMAS[dataset];
  return contentColumns(parts).includes(time) ? identifier(time) : 'CAST(NULL AS TIMESTAMP)';
}

const SAME_CONTENT = { row: 'new.source_row', same: 'old.content = new.content' };

function byKey(comparison: Comparison): string {
  const side = (name: string) => `(SELECT * FROM ${name} WHERE key IS NOT NULL) AS ${name}`;
  return `SELECT ${verdict(comparison, SAME_CONTENT)} FROM ${side('old')} FULL JOIN ${side('new')} ON old.key = new.key`;
}

/** Rows of equal content are counterparts as often as both sides have them. */
function byContent(comparison: Comparison, which: string): string {
  const side = (name: string, order: string) =>
    `(SELECT *, row_number() OVER (PARTITION BY whole ORDER BY ${order}) AS nth FROM ${name} WHERE ${which}) AS ${name}`;
  const sides = `${side('old', 'source_file, source_row')} FULL JOIN ${side('new', 'source_row')}`;
  return `SELECT ${verdict(comparison, { row: 'new.source_row', same: 'old.whole = new.whole' })} FROM ${sides} ON old.whole = new.whole AND old.nth = new.nth`;
}

/**
 * The columns of `compared_rows`.
 * @param pair SQL of the counterpart's record number and of the sameness; undefined when nothing has a counterpart
 */
function verdict(comparison: Comparison, pair?: { readonly row: string; readonly same: string }): string {
  const { dataset, stage, span, again, period, pairing } = comparison;
  const grouped = pairing === 'content' && keyExpression(dataset, stage.columns) !== keyExpression(dataset, []);
  const within = (of: (time: string) => string) =>
    span === undefined
      ? 'false'
      : `coalesce(${of('old.happened')} BETWEEN ${of(moment(span.first))} AND ${of(moment(span.last))}, false)`;
  const reasons = [
    ...(pair === undefined ? [] : [`${pair.row} IS NOT NULL`]),
    ...(again.length === 0 ? [] : [`old.source_file IN (${again.join(', ')})`]),
    ...(period ? [within((time) => `CAST(${time} AS DATE)`)] : []),
    ...(grouped ? ['coalesce(old.key IN (SELECT key FROM new WHERE key IS NOT NULL), false)'] : []),
    'false',
  ];
  return (
    `old.source_file AS old_file, old.source_row AS old_row, ${pair?.row ?? 'CAST(NULL AS INTEGER)'} AS new_row, ` +
    `${pair?.same ?? 'CAST(NULL AS BOOLEAN)'} AS same, ` +
    `coalesce(old.source_row IS NOT NULL AND (${reasons.join(' OR ')}), false) AS gone, ${within((time) => time)} AS inside`
  );
}
