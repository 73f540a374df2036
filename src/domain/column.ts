import type { Vocabulary } from './vocabulary';

/**
 * What a column holds once it is in the engine.
 * - `key`: identifier, always text, leading zeros kept
 * - `text`: prose · `category`: free text with few distinct values · `vocabulary`: a code of `domain/vocabulary`
 * - `list`: several categories in one cell ("H93,H15,"), stored as VARCHAR plus `<name>s` VARCHAR[] (first one in the plain column)
 * - `time`: TIMESTAMP without zone (wall clock) · `number`: DOUBLE · `integer`: BIGINT · `boolean`
 */
export type ColumnKind =
  | 'key'
  | 'text'
  | 'category'
  | 'vocabulary'
  | 'list'
  | 'time'
  | 'number'
  | 'integer'
  | 'boolean';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly vocabulary?: Vocabulary;
  /** Names or contacts of people: masked on screen, left out of exports unless asked for. */
  readonly person?: true;
  /** A row without a readable value here is unusable and is rejected, if the file has the column. */
  readonly required?: true;
}

export const key = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'key', ...extra });
export const text = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'text', ...extra });
export const category = (name: string): Column => ({ name, kind: 'category' });
export const time = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'time', ...extra });
export const number = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'number', ...extra });
export const integer = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'integer', ...extra });
export const boolean = (name: string): Column => ({ name, kind: 'boolean' });
export const vocabulary = (name: string, of: Vocabulary = name as Vocabulary): Column => ({
  name,
  kind: 'vocabulary',
  vocabulary: of,
});
