import { VOCABULARIES } from '../../domain/vocabulary';
import { CODED_COLUMNS, ORIGINALS } from '../schema/coding-columns';
import { flagExpressions } from '../schema/derived';
import { identifier, literal } from '../schema/sql';
import { isText } from '../schema/tables';

/** Between several values in one text. */
export const VALUE_SEPARATOR = '\u001f';

/** Scratch tables while complaints are coded. */
export const SITUATIONS = 'coding_situation';
export const CODES = 'coding_code';
export const OUTCOMES = 'coding_outcome';

/** A table of complaints that is to be coded. */
export interface CodingTable {
  readonly table: string;
  /** Columns of the files. */
  readonly stored: readonly string[];
  /** Has coded columns already. */
  readonly coded: boolean;
}

const field = (name: string) => `CAST(${identifier(name)} AS VARCHAR)`;
const several = (list: string, single: string) => `coalesce(nullif(array_to_string(${list}, chr(31)), ''), ${single})`;

/** Everything but text that the coding of a complaint depends on, with its present codes; one row a complaint, `row` its row id. */
function situationRows({ table, stored, coded }: CodingTable, eras: readonly string[]): string {
  const of = (name: string) => (stored.includes(name) ? field(name) : 'CAST(NULL AS VARCHAR)');
  const mode = stored.includes('failure_modes') ? several('failure_modes', of('failure_mode')) : of('failure_mode');
  const era = stored.includes('received_at')
    ? [...eras.map((day) => `coalesce(CAST(received_at >= TIMESTAMP ${literal(day)} AS INTEGER), 0)`), '0'].join(' + ')
    : '0';
  const single = field(CODED_COLUMNS.failure_mode);
  const nowMode = stored.includes('failure_modes') ? several(CODED_COLUMNS.failure_modes, single) : single;
  const now = (name: keyof typeof CODED_COLUMNS, original: string) => (coded ? field(CODED_COLUMNS[name]) : original);
  return (
    `SELECT rowid AS row, ${mode} AS mode, ${of('failure_group')} AS grp, ${of('failure_part')} AS part, ${era} AS era, ` +
    `${mask('')} AS flags, ${flagsWhenNamed(stored)} AS named_flags, ` +
    `${coded ? nowMode : mode} AS now_mode, ` +
    `${now('failure_group', of('failure_group'))} AS now_grp, ${now('failure_part', of('failure_part'))} AS now_part ` +
    `FROM ${table}`
  );
}

const CONTENT = ['mode', 'grp', 'part', 'era', 'flags', 'named_flags', 'now_mode', 'now_grp', 'now_part'] as const;

function mask(prefix: string): string {
  return `(CAST(${prefix}is_quality AS INTEGER) + 2 * CAST(${prefix}is_confirmed AS INTEGER) + 4 * CAST(${prefix}is_unjudged AS INTEGER))`;
}

/**
 * The flags that a complaint has once its failure is named: a blank category is then one of product quality (domain.md, "What counts").
 * As they are where the file names a failure or judges the category.
 */
function flagsWhenNamed(stored: readonly string[]): string {
  if (!stored.includes('category')) return mask('');
  const rest = new Set(stored.filter((name) => name !== 'category'));
  const flags = flagExpressions(rest);
  const unjudged = rest.has('cause_class') ? flags.is_unjudged : flags.is_quality;
  const inText = (sql: string) =>
    // Texts may be codes of a dictionary, and a word that it lacks is an error unless compared as text.
    [...rest]
      .filter((name) => isText('complaint', name))
      .reduce((text, name) => text.replaceAll(identifier(name), field(name)), sql);
  const category = VOCABULARIES.category.map(literal).join(', ');
  const blank = [
    ...ORIGINALS.filter((name) => stored.includes(name)).map((name) => `${identifier(name)} IS NULL`),
    `NOT coalesce(${field('category')} IN (${category}), false)`,
    'is_reported',
  ].join(' AND ');
  const named = `(CAST(${inText(flags.is_quality)} AS INTEGER) + 2 * CAST(${inText(flags.is_confirmed)} AS INTEGER) + 4 * CAST(${inText(unjudged)} AS INTEGER))`;
  return `CASE WHEN ${blank} THEN ${named} ELSE ${mask('')} END`;
}

/** Makes the table of the situations that occur: `id` from 0, `open` (its text matters) false, `n` complaints. */
export function createSituations(of: CodingTable, eras: readonly string[]): string {
  const each = CONTENT.map((name) => `any_value(${name}) AS ${name}`).join(', ');
  return `CREATE OR REPLACE TABLE ${SITUATIONS} AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS id, false AS open, * FROM (SELECT hash(${CONTENT.join(', ')}) AS key, ${each}, CAST(count(*) AS INTEGER) AS n FROM (${situationRows(of, eras)}) GROUP BY key)`;
}

/** The situations: `SituationRow`s in the order of their ids. */
export function listSituations(): string {
  return `SELECT id, ${CONTENT.join(', ')}, n FROM ${SITUATIONS} ORDER BY id`;
}

export interface SituationRow {
  readonly id: number;
  /** Several values are joined by `VALUE_SEPARATOR`. */
  readonly mode: string | null;
  readonly grp: string | null;
  readonly part: string | null;
  /** How many of the days of `erasOf` it is not before. */
  readonly era: number;
  /** Quality 1, confirmed 2, not judged 4. */
  readonly flags: number;
  readonly named_flags: number;
  readonly now_mode: string | null;
  readonly now_grp: string | null;
  readonly now_part: string | null;
  readonly n: number;
}

/** Says of which situations the texts matter. */
export function openSituations(ids: readonly number[] | 'all'): string {
  return `UPDATE ${SITUATIONS} SET open = true${ids === 'all' ? '' : ` WHERE id IN (${ids.join(', ')})`}`;
}

/** Row id, situation and text (empty where it does not matter) of first ≤ row id ≤ last, for `Engine.texts`. */
export function situationTexts(
  of: CodingTable,
  eras: readonly string[],
  columns: readonly string[],
  first: number,
  last: number,
): string {
  return (
    `SELECT CAST(r.row AS INTEGER) AS row, s.id, CASE WHEN s.open THEN r.text ELSE '' END AS text FROM ` +
    `(SELECT row, hash(${CONTENT.join(', ')}) AS key, text FROM (${situationRows(of, eras).replace('SELECT rowid AS row,', `SELECT rowid AS row, ${textOf(of.stored, columns)} AS text,`)} WHERE rowid BETWEEN ${first} AND ${last})) AS r ` +
    `JOIN ${SITUATIONS} AS s ON s.key = r.key`
  );
}

/** The texts that rules read, one below the other. */
export function textOf(stored: readonly string[], columns: readonly string[]): string {
  const there = columns.filter((name) => stored.includes(name)).map(field);
  return there.length === 0 ? "''" : `concat_ws(chr(10), ${there.join(', ')})`;
}

/** Row ids of the complaints that keys of `complaintKey` name: `row`, `key`. */
export function rowsOfKeys(table: string, stored: readonly string[], keys: readonly string[]): string {
  const place = "concat('@', source_file, ':', source_row)";
  const key = stored.includes('complaint_no') ? `coalesce(complaint_no, ${place})` : place;
  return `SELECT CAST(row AS INTEGER) AS row, key FROM (SELECT rowid AS row, ${key} AS key FROM ${table}) WHERE key IN (SELECT unnest([${keys.map(literal).join(', ')}]))`;
}
