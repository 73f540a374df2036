import type { MeasureId } from '../../domain/measure';
import type { Scope } from '../../domain/scope';
import { identifier } from '../schema/sql';
import { codedView } from '../schema/tables';
import { measureCondition } from './measure-sql';
import { type Shape, scopeSql } from './scope-sql';

/** Minutes from 1970-01-01 00:00 of a time of each complaint that has it, oldest first: one INTEGER column. The latest `most` only. */
export function eventMinutes(
  { scope, measure, time }: { readonly scope: Scope; readonly measure: MeasureId; readonly time: string },
  most: number,
  shape: Shape,
): string {
  const at = identifier(time);
  return (
    `SELECT minute FROM (SELECT CAST(date_diff('minute', TIMESTAMP '1970-01-01', ${at}) AS INTEGER) AS minute ` +
    `FROM ${codedView('complaint')} WHERE ${at} IS NOT NULL AND ${measureCondition(measure)} AND ${scopeSql(scope, 'complaint', shape)} ` +
    `ORDER BY minute DESC LIMIT ${most}) ORDER BY minute`
  );
}
