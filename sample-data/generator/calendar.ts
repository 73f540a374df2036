/** Times are wall clock without zone: days since 1970-01-01, and minutes since its midnight. */
export const MINUTES_PER_DAY = 1440;

/** Day number of an ISO date. */
export function day(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

export function dayOfMinute(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/** 0 = Sunday. */
export function weekday(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** `2024-03-05` */
export function isoDay(dayNumber: number): string {
  return dateTexts(dayNumber).iso;
}

/** `2024/3/5` */
export function slashDay(dayNumber: number): string {
  return dateTexts(dayNumber).slash;
}

/** `2024-03` */
export function isoMonth(dayNumber: number): string {
  return isoDay(dayNumber).slice(0, 7);
}

/** `2024-03-05 14:05` */
export function isoMinute(minute: number): string {
  return `${isoDay(dayOfMinute(minute))} ${clock(minute, 2)}`;
}

/** `2024/3/5 9:05` */
export function slashMinute(minute: number): string {
  return `${slashDay(dayOfMinute(minute))} ${clock(minute, 1)}`;
}

/** Monday of the ISO week that a day lies in. */
export function mondayOf(dayNumber: number): number {
  return dayNumber - ((weekday(dayNumber) + 6) % 7);
}

/** Year and ISO week, as lots are numbered: `2441` is week 41 of 2024. */
export function yearWeek(dayNumber: number): string {
  const thursday = mondayOf(dayNumber) + 3;
  const year = isoDay(thursday).slice(0, 4);
  const week = 1 + Math.floor((thursday - day(`${year}-01-01`)) / 7);
  return `${year.slice(2)}${String(week).padStart(2, '0')}`;
}

/** Year and month, as batches are numbered: `2405`. */
export function yearMonth(dayNumber: number): string {
  return isoMonth(dayNumber).slice(2).replace('-', '');
}

/** First days of the months from the month of one day up to the day before another. */
export function monthStarts(from: number, until: number): number[] {
  const starts: number[] = [];
  for (let at = day(`${isoMonth(from)}-01`); at < until; at = nextMonth(at)) starts.push(at);
  return starts;
}

/** First day of the month after the one that a day lies in. */
function nextMonth(dayNumber: number): number {
  return day(`${isoMonth(day(`${isoMonth(dayNumber)}-01`) + 31)}-01`);
}

function clock(minute: number, hourDigits: number): string {
  const ofDay = minute % MINUTES_PER_DAY;
  const hour = String(Math.floor(ofDay / 60)).padStart(hourDigits, '0');
  return `${hour}:${String(ofDay % 60).padStart(2, '0')}`;
}

interface DateTexts {
  readonly iso: string;
  readonly slash: string;
}

const cache = new Map<number, DateTexts>();

function dateTexts(dayNumber: number): DateTexts {
  const known = cache.get(dayNumber);
  if (known !== undefined) return known;
  const date = new Date(dayNumber * 86_400_000);
  const texts = {
    iso: date.toISOString().slice(0, 10),
    slash: `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`,
  };
  cache.set(dayNumber, texts);
  return texts;
}
