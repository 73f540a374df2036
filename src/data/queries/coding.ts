import { VOCABULARIES } from '../../domain/vocabulary';
import { CODED_COLUMNS, ORIGINALS } from '../schema/coding-columns';
import { flagExpressions } from '../schema/derived';
import { identifier, literal } from '../schema/sql';
import { isText } from '../schema/tables';

/** Between several values in one text. */
export const VALUE_SEPARATOR = '\u001f';

/** Scratch tables while codes are written. */
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

/** What the coding of a complaint depends on besides its text, and its present codes: name → SQL, as texts and numbers. */
function contentOf({ stored, coded }: CodingTable, eras: readonly string[]): Readonly<Record<Content, string>> {
  const of = (name: string) => (stored.includes(name) ? field(name) : 'CAST(NULL AS VARCHAR)');
  const mode = stored.includes('failure_modes') ? several('failure_modes', of('failure_mode')) : of('failure_mode');
  const single = field(CODED_COLUMNS.failure_mode);
  const nowMode = stored.includes('failure_modes') ? several(CODED_COLUMNS.failure_modes, single) : single;
  const now = (name: keyof typeof CODED_COLUMNS) => (coded ? field(CODED_COLUMNS[name]) : of(name));
  return {
    mode,
    grp: of('failure_group'),
    part: of('failure_part'),
    era: eraOf(stored, eras),
    flags: MASK,
    named_flags: flagsWhenNamed(stored),
    concerned: concernedIf(stored),
    now_mode: coded ? nowMode : mode,
    now_grp: now('failure_group'),
    now_part: now('failure_part'),
  };
}

/** How many of the days a complaint is not before. */
function eraOf(stored: readonly string[], eras: readonly string[]): string {
  if (!stored.includes('received_at') || eras.length === 0) return '0';
  return eras.map((day) => `coalesce(CAST(received_at >= TIMESTAMP ${literal(day)} AS INTEGER), 0)`).join(' + ');
}

/** The same for each complaint as a hash, made of the columns as they are stored: codes are not turned into texts for it. */
function hashOf({ stored, coded }: CodingTable, eras: readonly string[], salt: number): string {
  const own = [...ORIGINALS, 'failure_modes'].filter((name) => stored.includes(name)).map(identifier);
  const present = coded ? ORIGINALS.map((name) => CODED_COLUMNS[name]) : [];
  const several = coded && stored.includes('failure_modes') ? [CODED_COLUMNS.failure_modes] : [];
  return `hash(${[String(salt), ...own, ...present, ...several, eraOf(stored, eras), MASK, flagsWhenNamed(stored), concernedIf(stored)].join(', ')})`;
}

/** Categories of complaints about something else than the product. */
const ELSEWHERE = ['service_attitude', 'response_speed', 'repair_delay', 'logistics'];

/**
 * Condition that a complaint has a failure to be named: it is no consultation and no no-reason return, and not about service or logistics
 * (domain.md, "What counts").
 */
export function concernedIf(stored: readonly string[]): string {
  if (!stored.includes('category')) return 'is_reported';
  return `(is_reported AND coalesce(${field('category')} NOT IN (${ELSEWHERE.map(literal).join(', ')}), true))`;
}

/** As much of a hash as an INTEGER holds. */
const short = (hash: string) => `CAST(${hash} & 2147483647 AS INTEGER)`;

type Content = Exclude<keyof SituationRow, 'key' | 'n'>;

const MASK = '(CAST(is_quality AS INTEGER) + 2 * CAST(is_confirmed AS INTEGER) + 4 * CAST(is_unjudged AS INTEGER))';

/**
 * The flags that a complaint has once its failure is named: a blank category is then one of product quality (domain.md, "What counts").
 * As they are where the file names a failure or judges the category.
 */
function flagsWhenNamed(stored: readonly string[]): string {
  if (!stored.includes('category')) return MASK;
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
  return `CASE WHEN ${blank} THEN ${named} ELSE ${MASK} END`;
}

/**
 * The situations that occur, as `SituationRow`s. Their keys differ with another salt: two situations of the same key want another one.
 * The rows are looked at by hash; texts are made for one row of each situation only.
 */
export function listSituations(of: CodingTable, eras: readonly string[], salt: number): string {
  const content = Object.entries(contentOf(of, eras)).map(([name, sql]) => `${sql} AS ${name}`);
  return (
    `WITH situation AS (SELECT ${hashOf(of, eras, salt)} AS situation_hash, min(rowid) AS situation_row, count(*) AS situation_n FROM ${of.table} GROUP BY situation_hash) ` +
    `SELECT ${short('situation_hash')} AS key, ${content.join(', ')}, CAST(situation_n AS INTEGER) AS n FROM ${of.table} JOIN situation ON ${of.table}.rowid = situation_row`
  );
}

export interface SituationRow {
  /** Finds it again in `situationTexts`. */
  readonly key: number;
  /** Several values are joined by `VALUE_SEPARATOR`. */
  readonly mode: string | null;
  readonly grp: string | null;
  readonly part: string | null;
  /** How many of the days of `erasOf` it is not before. */
  readonly era: number;
  /** Quality 1, confirmed 2, not judged 4. */
  readonly flags: number;
  readonly named_flags: number;
  /** It has a failure to be named. */
  readonly concerned: boolean;
  readonly now_mode: string | null;
  readonly now_grp: string | null;
  readonly now_part: string | null;
  readonly n: number;
}

/** Whose texts matter: everybody's, or only of complaints whose file names no failure or one of these. */
export type OpenModes = 'all' | readonly string[];

/** Row id, key of the situation and text (empty where it does not matter) of first ≤ row id ≤ last, for `Engine.texts`. */
export function situationTexts(
  of: CodingTable,
  eras: readonly string[],
  salt: number,
  { columns, open }: { readonly columns: readonly string[]; readonly open: OpenModes },
  first: number,
  last: number,
): string {
  const text = textOf(of.stored, columns);
  const { mode } = contentOf(of, eras);
  const vague = open === 'all' || open.length === 0 ? '' : ` OR ${mode} IN (${open.map(literal).join(', ')})`;
  const read = open === 'all' ? text : `CASE WHEN ${mode} IS NULL${vague} THEN ${text} ELSE '' END`;
  return `SELECT CAST(rowid AS INTEGER) AS row, ${short(hashOf(of, eras, salt))} AS key, ${read} AS text FROM ${of.table} WHERE rowid BETWEEN ${first} AND ${last}`;
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
