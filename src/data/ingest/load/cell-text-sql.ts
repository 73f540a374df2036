import type { ColumnKind } from '../../../domain/columns';
import { literal } from '../../schema/sql';
import { placeholdersOf } from '../text/placeholders';

const BLANKS = ' \t\r\n\u00a0\u3000';
const WIDE = '０１２３４５６７８９．，－＋％￥（）　\u00a0';
const NARROW = '0123456789.,-+%¥()  ';

/** SQL: whether a text begins or ends with a blank. Several plain comparisons are three times as fast as trimming every cell. */
function isPadded(cell: string): string {
  const ends = [' ', '\t', '\r', '\n', '\u00a0', '\u3000'].map((blank) => `suffix(${cell}, ${literal(blank)})`);
  return `(${cell} < '!' OR starts_with(${cell}, ${literal('\u00a0')}) OR starts_with(${cell}, ${literal('\u3000')}) OR ${ends.join(' OR ')})`;
}

/** SQL: the cell without blanks around it. */
export function trimmed(cell: string): string {
  return `trim(${cell}, ${literal(BLANKS)})`;
}

/** What a cell means when its text is one of some words. */
export interface Meaning {
  readonly sql: string;
  readonly words: readonly string[];
}

/**
 * SQL of a choice by the cell's text, blanks around it aside. The cell is first compared as it stands, because nearly all have no blanks;
 * cells that have are matched by one pattern a meaning: many trimmed comparisons cost seconds a million rows even where no row needs them.
 * @param tidy no cell of the column has blanks around it, so only the first comparison is needed
 */
export function choice(
  cell: string,
  meanings: readonly Meaning[],
  otherwise: (text: string) => string,
  tidy = false,
): string {
  const plain = meanings.map(({ sql, words }) => `WHEN ${isOneOf(cell, words)} THEN ${sql}`).join(' ');
  if (tidy) return plain === '' ? otherwise(cell) : `CASE ${plain} ELSE ${otherwise(cell)} END`;
  const padded = meanings.map(({ sql, words }) => `WHEN ${isPaddedWord(cell, words)} THEN ${sql}`).join(' ');
  return `CASE ${plain} WHEN ${isPadded(cell)} THEN CASE ${padded} ELSE ${otherwise(trimmed(cell))} END ELSE ${otherwise(cell)} END`;
}

/** SQL: whether a text is one of some words; false for an empty list. */
export function isOneOf(cell: string, words: readonly string[]): string {
  return words.length === 0 ? 'false' : `${cell} IN (${words.map(literal).join(', ')})`;
}

/** SQL of a cell's text without blanks around it; NULL when nothing is left, or a mark for nothing (prose keeps those). Tidy cells have neither. */
export function textExpression(cell: string, kind: ColumnKind, tidy = false): string {
  if (tidy) return cell;
  return choice(cell, [{ sql: 'NULL', words: ['', ...placeholdersOf(kind)] }], (text) => text);
}

function isPaddedWord(cell: string, words: readonly string[]): string {
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return `regexp_full_match(${cell}, ${literal(`[${BLANKS}]*(?:${escaped.join('|')})[${BLANKS}]*`)})`;
}

/** SQL: ASCII characters for full-width ones. */
export function narrowed(cell: string): string {
  return `translate(${cell}, ${literal(WIDE)}, ${literal(NARROW)})`;
}
