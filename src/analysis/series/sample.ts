import type { PointFlag } from './types';

/** A period, or an event, as counted: a point before it is charted and judged. */
export interface Sample {
  /** First day, and the day after the last one. */
  readonly from: string;
  readonly until: string;
  /** Day from which it was counted: of an event, that of the event before. Where phases are told apart. */
  readonly begin: string;
  readonly n: number;
  /** Denominator; of an event the distance from the one before, in units or days. */
  readonly size: number | null;
  readonly flag?: PointFlag;
  readonly completeness?: number;
}

/** Whether limits, rules and comparisons may use it. */
export function counts({ flag }: Sample): boolean {
  return flag === undefined;
}

/** The number, or null in place of one that is none. */
export function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
