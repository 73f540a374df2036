import type { Dataset } from './columns';

/** Two times of a row of which the first cannot be after the second. */
export type Order = readonly [earlier: string, later: string];

/** What must come first; a pair is looked at where the data have both. Intentions (plans, promises) may lie anywhere. */
export const ORDERS: Readonly<Partial<Record<Dataset, readonly Order[]>>> = {
  complaint: [
    ['produced_at', 'shipped_at'],
    ['produced_at', 'purchased_at'],
    ['produced_at', 'received_at'],
    ['shipped_at', 'received_at'],
    ['purchased_at', 'occurred_at'],
    ['purchased_at', 'received_at'],
    ['activated_at', 'received_at'],
    ['occurred_at', 'received_at'],
    ['received_at', 'responded_at'],
    ['received_at', 'assigned_at'],
    ['received_at', 'diagnosed_at'],
    ['received_at', 'resolved_at'],
    ['received_at', 'closed_at'],
    ['received_at', 'refunded_at'],
    ['received_at', 'replacement_shipped_at'],
    ['responded_at', 'closed_at'],
    ['assigned_at', 'diagnosed_at'],
    ['repair_started_at', 'repair_completed_at'],
    ['resolved_at', 'confirmed_at'],
  ],
  serial: [['shipped_at', 'activated_at']],
  returned_item: [
    ['applied_at', 'approved_at'],
    ['applied_at', 'received_at'],
  ],
};

/** Times that say what somebody intends, not what has happened. */
export const INTENDED: ReadonlySet<string> = new Set(['planned_at', 'promised_at']);

/** Nothing that a factory still has complaints of was made, bought or reported before. */
export const OLDEST = '1990-01-01';

/** A month with fewer than this share of all rows, after an empty one, is no part of the time that the data cover. */
const STRAY_SHARE = 0.001;
/** Events are taken for late ones of the export, not for errors, when more than this share of a column is later than the rows' own time. */
export const LATE_SHARE = 0.005;
/** Days that an event may be later than the last row. */
export const LATE_DAYS = 31;

/**
 * The last month that the data cover: after it come at most a few rows, cut off by a month without any.
 * @param months ISO months with their rows, in any order
 */
export function lastMonth(months: ReadonlyMap<string, number>): string | undefined {
  const sorted = [...months].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = sorted.reduce((sum, [, n]) => sum + n, 0);
  let after = 0;
  let last = sorted.length - 1;
  for (let at = sorted.length - 1; at > 0; at--) {
    const [month, n] = sorted[at] ?? ['', 0];
    const before = sorted[at - 1]?.[0] ?? '';
    after += n;
    if (after > all * STRAY_SHARE) break;
    if (monthNumber(month) - monthNumber(before) > 1) last = at - 1;
  }
  return sorted[last]?.[0];
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

/** The day so many days later, ISO. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of a month, ISO. */
export function endOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
