/**
 * Calendar periods of wall-clock days, as ISO `YYYY-MM-DD` texts: a period is named by its first day.
 * Weeks begin on Monday (ISO 8601), as the engine's `date_trunc('week', …)` does. No time zone takes part.
 */
export const GRAINS = ['month', 'week', 'day'] as const;
export type Grain = (typeof GRAINS)[number];

const DAY_MS = 86_400_000;

/** First day of the period that holds a day. */
export function periodOf(grain: Grain, day: string): string {
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  if (grain === 'day') return day.slice(0, 10);
  const ms = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return iso(ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY_MS);
}

/** First day of the period `steps` later (earlier when negative). */
export function shift(grain: Grain, period: string, steps: number): string {
  if (grain !== 'month') return iso(Date.parse(`${period}T00:00:00Z`) + steps * (grain === 'week' ? 7 : 1) * DAY_MS);
  const months = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + steps;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;
}

/** Every period from the one of `first` to the one of `last`, both included; at most `limit`, the latest ones. */
export function periodsBetween(grain: Grain, first: string, last: string, limit = 4000): string[] {
  const periods: string[] = [];
  const begin = periodOf(grain, first);
  for (let period = periodOf(grain, last); period >= begin && periods.length < limit; period = shift(grain, period, -1))
    periods.push(period);
  return periods.reverse();
}

/** Whether the data reach the last day of a period, so that its figures will not grow by rows of the next export. */
export function isComplete(grain: Grain, period: string, asOf: string): boolean {
  return asOf.slice(0, 10) >= iso(Date.parse(`${shift(grain, period, 1)}T00:00:00Z`) - DAY_MS);
}

/** The last period that the data cover to its end. */
export function lastComplete(grain: Grain, asOf: string): string {
  const current = periodOf(grain, asOf);
  return isComplete(grain, current, asOf) ? current : shift(grain, current, -1);
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
