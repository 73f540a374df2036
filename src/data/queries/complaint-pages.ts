import { columnOf } from '../../domain/columns';
import type { Scope } from '../../domain/scope';
import { codesOf } from '../../domain/vocabulary';
import { identifier, literal } from '../schema/sql';
import { byId } from './by-id';
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

/** One row a condition, in one scan: columns `n0`, `n1`, … */
export function countEach(conditions: readonly string[]): string {
  const counts = conditions.map((condition, at) => `count(*) FILTER (${condition}) AS n${at}`);
  return `SELECT ${counts.join(', ')} FROM complaint`;
}

/** The row ids of a list, in no promised order: one column `row_id`, to be fetched as a typed array. */
export function listedIds({ scope, condition }: ListQuestion, shape: Shape): string {
  return `SELECT CAST(row_id AS INTEGER) AS row_id FROM complaint WHERE ${condition} AND ${scopeSql(scope, 'complaint', shape)}`;
}

/** The same in the list's order: newest first unless sorted by a column that there is. */
export function orderedIds(question: ListQuestion, shape: Shape): string {
  const sort = isSorted(question, shape) ? `${sortKeys(question.order)}, ` : '';
  return `${listedIds(question, shape)} ORDER BY ${sort}row_id DESC`;
}

/** Whether a list has an order of its own rather than the table's. */
export function isSorted(question: ListQuestion, shape: Shape): question is ListQuestion & { readonly order: Order } {
  return question.order !== undefined && shape.columns.has(question.order.column);
}

/** Rows first ≤ row_id ≤ last of the table, newest first. */
export function rowRange(columns: readonly string[], first: number, last: number): string {
  return `SELECT ${selected(columns)} FROM complaint WHERE row_id BETWEEN ${first} AND ${last} ORDER BY row_id DESC`;
}

/** The rows of these ids, in no order: the caller puts them into the list's. */
export function rowsById(columns: readonly string[], ids: Int32Array): string {
  return byId(`SELECT ${selected(columns)} FROM complaint`, 'row_id', ids);
}

function selected(columns: readonly string[]): string {
  return ['row_id', ...columns.map(identifier)].join(', ');
}

/** Codes in the order in which people list them, then whatever is no code; blanks last in both directions. */
function sortKeys({ column, descending }: Order): string {
  const direction = `${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  const { vocabulary } = columnOf('complaint', column) ?? {};
  const plain = `${identifier(column)} ${direction}`;
  if (vocabulary === undefined) return plain;
  const codes = codesOf(vocabulary).map(literal).join(', ');
  return `list_position([${codes}], ${identifier(column)}) ${direction}, ${plain}`;
}
