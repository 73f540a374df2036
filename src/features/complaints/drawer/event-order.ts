import { isDateOnly } from '../cell-text';

export interface TimelineEvent {
  readonly field: string;
  /** As stored: `YYYY-MM-DD HH:MM:SS`. */
  readonly time: string;
  /** Since the event before it, in seconds, in whole days where either has no hour; null for the first. */
  readonly gap: number | null;
  /** Whole days are all that can be said of the gap. */
  readonly inDays: boolean;
  /** What it should have come after, but did not. */
  readonly impossible: readonly string[];
}

/** What cannot come before what. Only what no way of working could turn round: goods are sold before they are made, never used. */
const AFTER: readonly (readonly [later: string, earlier: string])[] = [
  ['shipped_at', 'produced_at'],
  ['activated_at', 'produced_at'],
  ['occurred_at', 'produced_at'],
  ['received_at', 'occurred_at'],
  ['received_at', 'purchased_at'],
  ['responded_at', 'received_at'],
  ['callback_at', 'received_at'],
  ['assigned_at', 'received_at'],
  ['diagnosed_at', 'received_at'],
  ['notified_at', 'received_at'],
  ['repair_started_at', 'received_at'],
  ['repair_completed_at', 'repair_started_at'],
  ['repair_completed_at', 'received_at'],
  ['replacement_shipped_at', 'received_at'],
  ['old_part_received_at', 'received_at'],
  ['refunded_at', 'received_at'],
  ['resolved_at', 'received_at'],
  ['confirmed_at', 'received_at'],
  ['closed_at', 'received_at'],
];

/**
 * The times of a complaint as they followed each other. A date without an hour stands before what happened on that day,
 * and is out of order only by days.
 * @param fields time columns in the order in which things usually happen, which decides between equal times
 */
export function timelineOf(fields: readonly string[], row: Readonly<Record<string, unknown>>): TimelineEvent[] {
  const known = fields.flatMap((field) => {
    const time = row[field];
    return typeof time === 'string' ? [{ field, time }] : [];
  });
  const times = new Map(known.map(({ field, time }) => [field, time]));
  const ordered = known.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return ordered.map(({ field, time }, at) => {
    const before = ordered[at - 1]?.time;
    const inDays = before !== undefined && (isDateOnly(before) || isDateOnly(time));
    return {
      field,
      time,
      gap: before === undefined ? null : secondsBetween(before, time, inDays),
      inDays,
      impossible: AFTER.flatMap(([later, earlier]) =>
        later === field && isBefore(time, times.get(earlier)) ? [earlier] : [],
      ),
    };
  });
}

function isBefore(time: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  return isDateOnly(time) || isDateOnly(other) ? time.slice(0, 10) < other.slice(0, 10) : time < other;
}

/** Wall-clock times are counted as if in UTC, where no day is short. */
function secondsBetween(from: string, to: string, inDays: boolean): number {
  const ms = (time: string) => Date.parse(inDays ? `${time.slice(0, 10)}T00:00:00Z` : `${time.replace(' ', 'T')}Z`);
  return Math.round((ms(to) - ms(from)) / 1000);
}
