import { occurrenceStatement } from '../../data/queries/ages';
import { measureCondition } from '../../data/queries/measure-sql';
import { scopeSql } from '../../data/queries/scope-sql';
import type { MeasureId } from '../../domain/measure';
import { periodOf, periodsBetween, shift } from '../../domain/period';
import type { Scope } from '../../domain/scope';
import { COMPLETE, completeness, daysUntil, type ReportingDelay as Measured } from '../reporting-delay';
import { type Source, shapeOf } from '../view';
import type { ReportingDelay } from './types';

/** Months shown. */
const MONTHS = 12;
/** A month of which less is reported says nothing of what it will come to. */
const LEAST = 0.2;

/** The curve that was measured, with the last months of occurrence beside it. @param end ISO day up to which the data go */
export async function delayAnswer(
  source: Source,
  { scope, measure }: { readonly scope: Scope; readonly measure: MeasureId },
  measured: Measured,
  end: string,
  signal?: AbortSignal,
): Promise<{ readonly delay: ReportingDelay; readonly sql: string }> {
  const where = `${measureCondition(measure)} AND ${scopeSql(scope, 'complaint', shapeOf(source, 'complaint'))}`;
  const last = periodOf('month', end);
  const since = shift('month', last, 1 - MONTHS);
  const sql = occurrenceStatement(where, since);
  const rows = await source.run<{ month: string; n: number; negative: number }>(sql, { signal });
  const counted = new Map(rows.map(({ month, n }) => [month, n]));
  const dayAfter = shift('day', end, 1);
  const months = periodsBetween('month', since, last).map((month) => {
    const seen = counted.get(month) ?? 0;
    const next = shift('month', month, 1);
    const whole = next <= dayAfter;
    const complete = completeness(measured, month, whole ? next : dayAfter, end);
    return {
      month,
      seen,
      completeness: complete,
      provisional: !whole || complete < COMPLETE,
      expected: complete >= LEAST ? seen / complete : null,
    };
  });
  return {
    delay: {
      complaints: measured.n,
      negative: rows.reduce((sum, { negative }) => sum + negative, 0),
      reported: measured.reported,
      median: daysUntil(0.5, measured),
      most: daysUntil(COMPLETE, measured),
      months,
    },
    sql,
  };
}
