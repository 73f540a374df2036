import { columnValues } from '../data/queries/column-values';
import { type Scope, type Value, without } from '../domain/scope';
import { type Listed, listQuestion } from './complaints';
import { type Source, shapeOf } from './view';

export interface ValueCount {
  readonly value: Value;
  readonly n: number;
}

export interface ColumnValues {
  /** The most frequent ones first. */
  readonly values: readonly ValueCount[];
  /** There are more than these. */
  readonly more: boolean;
}

export interface ColumnValuesRequest {
  readonly column: string;
  readonly scope: Scope;
  readonly listed: Listed;
}

const MOST = 500;

/** What a column holds among the complaints listed, whatever the scope says about that column itself. */
export async function valuesOfColumn(
  source: Source,
  { column, scope, listed }: ColumnValuesRequest,
  signal?: AbortSignal,
): Promise<ColumnValues> {
  const question = listQuestion({ scope: without(scope, column), listed });
  const sql = columnValues(column, question, shapeOf(source, 'complaint'), MOST + 1);
  const values = await source.run<ValueCount>(sql, { signal });
  return { values: values.slice(0, MOST), more: values.length > MOST };
}
