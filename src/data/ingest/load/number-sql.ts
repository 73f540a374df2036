import { literal } from '../../schema/sql';
import { narrowed } from './cell-text-sql';

/** What people write around a number; with anything else the cell is unreadable rather than guessed (1.2万 is not 1.2). */
const CURRENCY = '(?:[¥$€£]|(?i:rmb|cny|usd|eur|ntd?\\$?|hkd?\\$?))?';
const UNIT = '(?:元|圆|圓|块|(?i:rmb|cny|usd|eur|pcs)|次|件|台|套|个|個|分|星|%)?';
const PLAIN = '\\d+(?:\\.\\d+)?';
/** 1,234.50 */
const GROUPED = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?';
const WHOLE = '(?:\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})(?:\\.0+)?';
/** 1.234,50: only where both marks stand is it beyond doubt which one is decimal. */
const CONTINENTAL = '[+-]?\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}';

/**
 * SQL that reads a VARCHAR expression as DOUBLE, or gives NULL: plain numbers first, then amounts with currency or unit, grouped
 * thousands, full-width digits, per cent (12% is 0.12) and accountants' brackets ((12) is −12).
 */
export function numberExpression(cell: string): string {
  const narrow = narrowed(cell);
  const branches = [
    `WHEN isfinite(try_cast(${cell} AS DOUBLE)) THEN try_cast(${cell} AS DOUBLE)`,
    amount(cell, `${GROUPED}|${PLAIN}`),
    amount(narrow, `${GROUPED}|${PLAIN}`),
    `WHEN regexp_full_match(${narrow}, '\\s*${CONTINENTAL}\\s*') THEN try_cast(translate(${narrow}, ',.', '.') AS DOUBLE)`,
  ];
  return `CASE ${branches.join(' ')} END`;
}

/** SQL that reads a VARCHAR expression as BIGINT, or gives NULL; a fraction is unreadable, not rounded. */
export function integerExpression(cell: string): string {
  const plain = `WHEN regexp_full_match(${cell}, '\\s*[+-]?\\d{1,15}\\s*') THEN try_cast(${cell} AS BIGINT)`;
  return `CAST(CASE ${plain} ${amount(cell, WHOLE)} ${amount(narrowed(cell), WHOLE)} END AS BIGINT)`;
}

/** A branch for texts that are a number with what people write around it. The pattern holds, so its digits can simply be taken out. */
function amount(text: string, number: string): string {
  const pattern = `\\s*\\(?\\s*${CURRENCY}\\s*[+-]?\\s*${CURRENCY}\\s*(?:${number})\\s*${UNIT}\\s*\\)?\\s*`;
  const digits = `replace(regexp_extract(${text}, '\\d[\\d.,]*'), ',', '')`;
  const sign = `CASE WHEN contains(${text}, '(') OR contains(${text}, '-') THEN -1 ELSE 1 END`;
  const share = `CASE WHEN contains(${text}, '%') THEN 100 ELSE 1 END`;
  return `WHEN regexp_full_match(${text}, ${literal(pattern)}) THEN try_cast(${digits} AS DOUBLE) * ${sign} / ${share}`;
}
