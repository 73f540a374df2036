import type { Scope } from '../../domain/scope';
import { identifier } from '../schema/columns';
import { type Shape, scopeSql } from './scope-sql';

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** Which complaints a list shows, in which order; `condition` narrows to a measure's rows. */
export interface ListQuestion {
  readonly scope: Scope;
  readonly condition: string;
  readonly order?: Order;
}

/** Whether the list is the table itself, newest first, so that a page is a range of row ids. */
export function isWholeTable({ scope, condition, order }: ListQuestion): boolean {
  return scope.length === 0 && condition === 'true' && order === undefined;
}

/** How many complaints there are in all: row ids run from 0 to one less. */
export function countAll(): string {
  return 'SELECT count(*) AS n FROM complaint_rows';
}

/** The row ids of a list in its order (newest first unless sorted): one column `row_id`, to be fetched as a typed array. */
export function orderedIds({ scope, condition, order }: ListQuestion, shape: Shape): string {
  const sort =
    order === undefined || !shape.columns.has(order.column)
      ? 'row_id DESC'
      : `${identifier(order.column)} ${order.descending ? 'DESC' : 'ASC'} NULLS LAST, row_id DESC`;
  return `SELECT CAST(row_id AS INTEGER) AS row_id FROM complaint WHERE ${condition} AND ${scopeSql(scope, 'complaint', shape)} ORDER BY ${sort}`;
}

/** Rows first ≤ row_id ≤ last of the table, newest first. */
export function rowRange(columns: readonly string[], first: number, last: number): string {
  return `SELECT ${selected(columns)} FROM complaint WHERE row_id BETWEEN ${first} AND ${last} ORDER BY row_id DESC`;
}

/** The rows of these ids, in no order: the caller puts them into the list's. */
export function rowsById(columns: readonly string[], ids: readonly number[]): string {
  return `SELECT ${selected(columns)} FROM complaint WHERE row_id IN (${ids.length === 0 ? '-1' : ids.join(', ')})`;
}

/** Every column of one row. */
export function wholeRow(id: number): string {
  return `SELECT * FROM complaint WHERE row_id = ${id}`;
}

function selected(columns: readonly string[]): string {
  return ['row_id', ...columns.map(identifier)].join(', ');
}
