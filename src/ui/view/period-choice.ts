import { lastComplete, periodOf, shift } from '../../domain/period';

/** Periods that people ask for by name, in the order in which they are offered. */
export const PERIOD_CHOICES = ['thisMonth', 'lastMonth', 'last3', 'last6', 'last12', 'thisYear', 'all'] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

/** ISO days, `until` not included; an open end is not bounded. */
export interface Days {
  readonly from?: string;
  readonly until?: string;
}

const COMPLETE: Partial<Record<PeriodChoice, number>> = { lastMonth: 1, last3: 3, last6: 6, last12: 12 };

/** The days of a choice, seen from the day up to which the data tell what happened: old data have a "this month" of their own. */
export function daysOf(choice: PeriodChoice, asOf: string): Days {
  const months = COMPLETE[choice];
  if (months !== undefined) {
    const until = shift('month', lastComplete('month', asOf), 1);
    return { from: shift('month', until, -months), until };
  }
  if (choice === 'all') return {};
  const from = choice === 'thisYear' ? `${asOf.slice(0, 4)}-01-01` : periodOf('month', asOf);
  return { from, until: shift('month', from, choice === 'thisYear' ? 12 : 1) };
}

/** The name for some days, if they have one; on the last day of a month "this month" and "last complete month" are the same. */
export function choiceOf({ from, until }: Days, asOf: string): PeriodChoice | undefined {
  return PERIOD_CHOICES.find((choice) => {
    const days = daysOf(choice, asOf);
    return days.from === from && days.until === until;
  });
}
