/** Ages are counted in months of equal length, so that one month of age is as long as another: the mean of the calendar. */
export const MONTH_DAYS = 365.25 / 12;

/** Month of age, from 0, of a unit that is so many whole days old. */
export function ageOf(days: number): number {
  return Math.floor(days / MONTH_DAYS);
}

/** First day of life that lies in a month of age: 0, 31, 61, 92 … */
export function firstDayOf(age: number): number {
  return Math.ceil(age * MONTH_DAYS);
}

/** Days of life in a month of age: 30 or 31. */
export function daysOf(age: number): number {
  return firstDayOf(age + 1) - firstDayOf(age);
}

const DAY_MS = 86_400_000;

/** Days since 1970 of an ISO day. */
export function dayNumber(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** First day of a day's calendar month. */
export function firstOfMonth(day: number): number {
  return dayNumber(`${isoDay(day).slice(0, 7)}-01`);
}

/** `firstOfMonth` for very many days: each is worked out once. */
export function monthFinder(): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    let month = known.get(day);
    if (month === undefined) {
      month = firstOfMonth(day);
      known.set(day, month);
    }
    return month;
  };
}
