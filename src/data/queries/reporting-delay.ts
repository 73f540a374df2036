import type { MeasureId } from '../../domain/measure';
import type { Scope } from '../../domain/scope';
import { literal } from '../schema/sql';
import { codedView } from '../schema/tables';
import { measureCondition } from './measure-sql';
import { type Shape, scopeSql } from './scope-sql';

/** Complaints by days from occurrence to receipt, or else (the other is null) by days from occurrence to `asOf`, at most `longest`. */
export interface DelayRow {
  readonly delay: number | null;
  readonly age: number | null;
  readonly n: number;
}

/** One scan. Complaints received before they occurred, or later than `longest` days after, are left out. @param asOf ISO day */
export function delayCounts(
  { scope, measure }: { readonly scope: Scope; readonly measure: MeasureId },
  asOf: string,
  longest: number,
  shape: Shape,
): string {
  const days = (until: string) => `date_diff('day', "occurred_at", ${until})`;
  const condition = `${measureCondition(measure)} AND ${scopeSql(scope, 'complaint', shape)}`;
  return (
    'SELECT CAST(delay AS INTEGER) AS delay, CAST(age AS INTEGER) AS age, CAST(count(*) AS INTEGER) AS n ' +
    `FROM (SELECT ${days('"received_at"')} AS delay, least(${days(`TIMESTAMP ${literal(asOf)}`)}, ${longest}) AS age ` +
    `FROM ${codedView('complaint')} WHERE "occurred_at" IS NOT NULL AND ${condition}) ` +
    `WHERE delay BETWEEN 0 AND ${longest} AND age >= delay GROUP BY GROUPING SETS ((delay), (age))`
  );
}
