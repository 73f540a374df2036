import { type DelayRow, delayCounts } from '../data/queries/reporting-delay';
import type { MeasureId } from '../domain/measure';
import { shift } from '../domain/period';
import type { Scope } from '../domain/scope';
import { reportedShares } from '../stats/reporting-delay';
import { asOf, type Source, shapeOf } from './view';

/** Days: what comes later is left out. */
const LONGEST = 730;
/** Fewer complaints with both times say nothing of how late reports come. */
const FEWEST = 30;
/** Share reported from which a period counts as complete. */
export const COMPLETE = 0.95;

/** How late failures are reported, as measured in the data. */
export interface ReportingDelay {
  /** Complaints with both times, received on or after the day of the failure. */
  readonly n: number;
  /** Share reported within 0, 1, 2 … days, corrected for what has not come yet. */
  readonly reported: readonly number[];
  readonly sql: string;
}

/** The delay from occurrence to receipt in a scope; undefined where too few complaints have both times. */
export async function reportingDelay(
  source: Source,
  question: { readonly scope: Scope; readonly measure: MeasureId },
  signal?: AbortSignal,
): Promise<ReportingDelay | undefined> {
  const end = asOf(source);
  if (end === undefined || (source.facts.complaint.filled.occurred_at ?? 0) < FEWEST) return undefined;
  const sql = delayCounts(question, end, LONGEST, shapeOf(source, 'complaint'));
  const [delays, ages] = [new Array<number>(LONGEST + 1).fill(0), new Array<number>(LONGEST + 1).fill(0)];
  for (const { delay, age, n } of await source.run<DelayRow>(sql, { signal })) {
    if (delay !== null) delays[delay] = n;
    if (age !== null) ages[age] = n;
  }
  const n = delays.reduce((sum, count) => sum + count, 0);
  return n < FEWEST ? undefined : { n, reported: reportedShares({ delays, ages }), sql };
}

/** Days within which a share of failures is reported. */
export function daysUntil(share: number, { reported }: ReportingDelay): number {
  return reported.findIndex((reached) => reached >= share - 1e-12);
}

/**
 * Share of the failures of some days that is reported by `end`, each day weighing the same; 0 of days still to come.
 * @param until day after the last one
 */
export function completeness({ reported }: ReportingDelay, from: string, until: string, end: string): number {
  let [sum, days] = [0, 0];
  for (let day = from; day < until; day = shift('day', day, 1)) {
    const age = Math.round((Date.parse(end) - Date.parse(day)) / 86_400_000);
    sum += age < 0 ? 0 : (reported[Math.min(age, reported.length - 1)] ?? 0);
    days += 1;
  }
  return days === 0 ? 0 : sum / days;
}
