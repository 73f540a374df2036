import { columnOf, type Dataset, SCHEMAS } from '../../../domain/columns';
import { FLAGS } from '../../schema/derived';
import { identifier, literal, SQL_TYPES } from '../../schema/sql';
import { isText, PROVENANCE } from '../../schema/tables';
import type { Dictionaries } from './dictionaries';
import { codesOf, MOST_CODES } from './dictionary-sql';

/** Scratch table of the rows of earlier files that later ones replace: `source_file, source_row`. */
export const REPLACED = 'replaced_rows';

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

/** Columns that at least one part has, in order of first appearance. */
export function contentColumns(parts: readonly Part[]): string[] {
  return [...new Set(parts.flatMap((part) => part.columns))];
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

/** Columns that all parts store as codes of the very same values: their codes mean the same. */
export function sameDictionaries(parts: readonly Part[]): ReadonlySet<string> {
  const [first, ...others] = parts;
  const same = (name: string, words: readonly string[]) =>
    others.every(({ dictionaries }) => {
      const own = dictionaries.get(name);
      return own?.length === words.length && own.every((word, at) => word === words[at]);
    });
  return new Set([...(first?.dictionaries ?? [])].flatMap(([name, words]) => (same(name, words) ? [name] : [])));
}

interface UnionOptions {
  /** All columns of the parts, unless given. */
  readonly columns?: readonly string[];
  /** Texts that are taken as they are stored. */
  readonly asStored?: ReadonlySet<string>;
  /** Parts that have lost rows to later files: these are left out. */
  readonly lost?: ReadonlySet<Part>;
}

/**
 * All usable rows with the same columns in the same order, blank where a part lacks one; where one part has several values a cell, all have
 * lists. In brackets, to be selected from.
 * @param dictionaries columns to be stored as codes; other texts are VARCHAR
 */
export function unionOf(
  dataset: Dataset,
  parts: readonly Part[],
  dictionaries: Dictionaries,
  { columns = contentColumns(parts), asStored, lost }: UnionOptions = {},
): string {
  const flags = dataset === 'complaint' ? FLAGS : [];
  const selects = parts.map((part) => {
    const cells = columns.map((name) =>
      part.columns.includes(name)
        ? asStored?.has(name)
          ? identifier(name)
          : plain(dataset, name, dictionaries.get(name))
        : `${filler(dataset, name, part, columns)} AS ${identifier(name)}`,
    );
    const list = [...PROVENANCE.map(({ name }) => name), ...cells, ...flags].join(', ');
    const rest = lost?.has(part) ? ` ${without(REPLACED)}` : '';
    return `SELECT ${list} FROM ${part.table}${rest}${part.staged ? ' WHERE reject IS NULL' : ''}`;
  });
  return `(${selects.join(' UNION ALL ')})`;
}

/** What a row is known by when a later file may replace it, as VARCHAR; NULL for rows that only their content tells. */
export function keyExpression(dataset: Dataset, columns: readonly string[]): string {
  const own = keyColumns(dataset).filter((name) => columns.includes(name));
  const text = (name: string) =>
    columnOf(dataset, name)?.kind === 'time' ? `CAST(CAST(${identifier(name)} AS DATE) AS VARCHAR)` : identifier(name);
  const [only, ...others] = own;
  if (only === undefined) return 'CAST(NULL AS VARCHAR)';
  if (others.length === 0) return text(only);
  const filled = own.map((name) => `${identifier(name)} IS NOT NULL`).join(' OR ');
  const joined = own.map((name) => `coalesce(CAST(${text(name)} AS VARCHAR), '')`).join(` || chr(31) || `);
  return `CASE WHEN ${filled} THEN ${joined} END`;
}

/** The columns that together say which row of an earlier file is meant; none where only the content tells. */
export function keyColumns(dataset: Dataset): readonly string[] {
  const { key, replaces = key === undefined ? [] : [key] } = SCHEMAS[dataset];
  return replaces;
}

/** SQL: the same number for rows of the same content. */
export function contentExpression(columns: readonly string[]): string {
  return columns.length === 0 ? 'CAST(0 AS UBIGINT)' : `hash(row(${columns.map(identifier).join(', ')}))`;
}

/** SQL test that a row is not among those of `table (source_file, source_row)`; goes after the rows' own name. */
export function without(table: string): string {
  return `ANTI JOIN ${table} USING (source_file, source_row)`;
}

/** Codes of one part mean nothing in another's dictionary: they meet as text, or in the dictionary of all. */
function plain(dataset: Dataset, name: string, words: readonly string[] | undefined): string {
  if (!isText(dataset, name)) return identifier(name);
  return `CAST(${identifier(name)} AS ${words === undefined ? 'VARCHAR' : codesOf(words)}) AS ${identifier(name)}`;
}

function filler(dataset: Dataset, name: string, part: Part, columns: readonly string[]): string {
  const single = name.replace(/s$/, '');
  const isList = name.endsWith('s') && columns.includes(single) && part.columns.includes(single);
  if (isList) return `CASE WHEN ${identifier(single)} IS NOT NULL THEN [CAST(${identifier(single)} AS VARCHAR)] END`;
  const kind = columnOf(dataset, name)?.kind;
  return `CAST(NULL AS ${isText(dataset, name) ? 'VARCHAR' : kind === undefined ? 'VARCHAR[]' : SQL_TYPES[kind]})`;
}

/** SQL: a TIMESTAMP. */
export function moment(iso: string): string {
  return `TIMESTAMP ${literal(iso)}`;
}
