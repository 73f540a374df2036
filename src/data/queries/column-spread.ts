import { identifier, literal } from '../schema/sql';
import { codedView } from '../schema/tables';
import type { ListQuestion } from './complaint-pages';
import { type Shape, scopeSql } from './scope-sql';

/** Equal steps that numbers are counted in. */
export const NUMBER_STEPS = 16;

/** How a column is counted: value by value, by month, or in equal steps from `low` to `high` with what lies beyond in the outermost. */
export type Spread =
  | { readonly column: string; readonly by: 'value' | 'month' }
  | { readonly column: string; readonly by: 'number'; readonly low: number; readonly high: number };

/** Where nearly all numbers of some columns lie, 1 % to 99 %, over the whole table: one row, columns `low0`, `high0`, `low1`, … */
export function numberRanges(columns: readonly string[]): string {
  const quantile = (column: string, share: number) =>
    `CAST(approx_quantile(${identifier(column)}, ${share}) AS DOUBLE)`;
  const ranges = columns.map(
    (column, at) => `${quantile(column, 0.01)} AS low${at}, ${quantile(column, 0.99)} AS high${at}`,
  );
  return `SELECT ${ranges.join(', ')} FROM complaint`;
}

/** How the values of columns spread over the complaints of a list, all columns in one scan: `g`, `key` (text, null for blank), `n`. */
export function columnSpreads(spreads: readonly Spread[], { scope, condition }: ListQuestion, shape: Shape): string {
  const keys = spreads.map((_, at) => `k${at}`);
  const counted = spreads.map((spread, at) => `${keyOf(spread)} AS k${at}`);
  const which = keys.map((key, at) => `WHEN grouping(${key}) = 0 THEN ${at}`).join(' ');
  const from = `SELECT ${counted.join(', ')} FROM ${codedView('complaint')} WHERE ${condition} AND ${scopeSql(scope, 'complaint', shape)}`;
  return (
    `SELECT g, CASE g ${keys.map((key, at) => `WHEN ${at} THEN CAST(${key} AS VARCHAR)`).join(' ')} END AS key, n FROM (` +
    `SELECT CASE ${which} END AS g, ${keys.join(', ')}, CAST(count(*) AS INTEGER) AS n FROM (${from}) ` +
    `GROUP BY GROUPING SETS (${keys.map((key) => `(${key})`).join(', ')}))`
  );
}

function keyOf(spread: Spread): string {
  const column = identifier(spread.column);
  if (spread.by === 'number') {
    const { low, high } = spread;
    const step = `floor((${column} - ${number(low)}) / ${number(high - low)} * ${NUMBER_STEPS})`;
    return `CAST(CASE WHEN ${column} IS NOT NULL THEN greatest(0, least(${NUMBER_STEPS - 1}, ${step})) END AS INTEGER)`;
  }
  return spread.by === 'month' ? `CAST(date_trunc('month', ${column}) AS DATE)` : column;
}

/** As text, because a number may be too long for SQL to read as anything but a decimal. */
function number(value: number): string {
  return `CAST(${literal(String(value))} AS DOUBLE)`;
}
