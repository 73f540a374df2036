import { identifier } from '../schema/sql';
import { everyValue } from './breakdown';
import type { ListQuestion } from './complaint-pages';
import { type Shape, scopeSql } from './scope-sql';

/** The most frequent values of a column among the complaints of a list: `value` (as text, null for blank) and `n`. */
export function columnValues(column: string, { scope, condition }: ListQuestion, shape: Shape, most: number): string {
  const value = shape.lists.has(column) ? everyValue(column) : identifier(column);
  return (
    `SELECT CAST(value AS VARCHAR) AS value, CAST(count(*) AS INTEGER) AS n FROM ` +
    `(SELECT ${value} AS value FROM complaint WHERE ${condition} AND ${scopeSql(scope, 'complaint', shape)}) ` +
    `GROUP BY ALL ORDER BY n DESC, value NULLS LAST LIMIT ${most}`
  );
}
