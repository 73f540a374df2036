import { literal } from '../schema/columns';
import { narrowed } from './cell-text-sql';

/** What people write around a number; with anything else the cell is unreadable rather than guessed (1.2万 is not 1.2). */
const CURRENCY = '(?:[¥$€£]|(?i:rmb|cny|usd|eur|ntd?\\$?|hkd?\\$?))?';
const UNIT = '(?:元|圆|圓|块|(?i:rmb|cny|usd|eur|pcs)|次|件|台|套|个|個|分|星|%)?';
const PLAIN = '\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?';
/** 1,234.50 */
const GROUPED = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?';
/** 1.234,50: only where both marks stand is it beyond doubt which one is decimal. */
const CONTINENTAL = '\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}';

/**
 * SQL that reads a VARCHAR expression as DOUBLE, or gives NULL: plain numbers first, then amounts with currency or unit, grouped
 * thousands, full-width digits, per cent (12% is 0.12) and accountants' brackets ((12) is −12).
 */
export function numberExpression(cell: string): string {
  return `CASE WHEN regexp_full_match(${cell}, '-?\\d+(?:\\.\\d+)?') THEN try_cast(${cell} AS DOUBLE) ELSE ${amount(narrowed(cell))} END`;
}

/** SQL that reads a VARCHAR expression as BIGINT, or gives NULL; a fraction is unreadable, not rounded. */
export function integerExpression(cell: string): string {
  const number = amount(narrowed(cell));
  return `CASE WHEN regexp_full_match(${cell}, '-?\\d{1,18}') THEN try_cast(${cell} AS BIGINT) WHEN ${number} = trunc(${number}) THEN try_cast(${number} AS BIGINT) END`;
}

function amount(text: string): string {
  const branch = (number: string, digits: (found: string) => string) => {
    const pattern = `\\s*(\\(?)\\s*${CURRENCY}\\s*([+-]?)\\s*${CURRENCY}\\s*(${number})\\s*${UNIT}\\s*\\)?\\s*`;
    const group = (index: number) => `regexp_extract(${text}, ${literal(`^${pattern}$`)}, ${index})`;
    return `WHEN regexp_full_match(${text}, ${literal(pattern)}) THEN try_cast(concat(CASE WHEN ${group(1)} = '(' THEN '-' ELSE ${group(2)} END, ${digits(group(3))}) AS DOUBLE)`;
  };
  const english = branch(`${GROUPED}|${PLAIN}`, (found) => `replace(${found}, ',', '')`);
  const continental = branch(CONTINENTAL, (found) => `replace(replace(${found}, '.', ''), ',', '.')`);
  return `(CASE ${english} ${continental} END / CASE WHEN contains(${text}, '%') THEN 100 ELSE 1 END)`;
}
