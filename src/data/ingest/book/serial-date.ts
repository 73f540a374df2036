const DAY = 86_400;
/** 9999-12-31, the last day that a spreadsheet knows. */
const LAST_DAY = 2_958_465;
const DAYS_1904 = 1462;

/** Which parts of a time a cell's format shows. */
export interface DateFormat {
  readonly date: boolean;
  readonly time: boolean;
  /** Fractions of a second. */
  readonly fraction: boolean;
}

/** The parts that a number format for times shows; undefined of one that counts hours beyond a day (`[h]:mm`): a duration. */
export function dateFormat(format: string): DateFormat | undefined {
  const [first = ''] = format.split(';');
  const bare = first.replace(/"[^"]*"|\\.|_./g, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return undefined;
  const letters = bare.replace(/\[[^\]]*\]/g, '');
  const time = /[hs]|am\/pm|上午/i.test(letters);
  return { date: /[ydeg]/i.test(letters.replace(/am\/pm/gi, '')) || !time, time, fraction: /s\.?0/i.test(letters) };
}

/**
 * A day number as ISO text: `2025-03-01`, `2025-03-01 09:30:00`, `09:30:00`; the time of day is written where the format shows it or
 * there is one. Undefined for numbers that are no day.
 * @param from1904 days are counted from 1904-01-01, as on old Macs; else from 1900, in which Excel has a 29 February
 */
export function serialText(serial: number, shown: DateFormat, from1904: boolean): string | undefined {
  if (!(serial >= 0 && serial < LAST_DAY + 1)) return undefined;
  let day = Math.floor(serial);
  const steps = shown.fraction ? 1000 : 1;
  let ticks = Math.round((serial - day) * DAY * steps);
  if (ticks === DAY * steps) {
    day += 1;
    ticks = 0;
  }
  const clock = clockText(ticks, steps);
  if (day === 0 && !from1904 && (!shown.date || ticks > 0)) return clock;
  if (day === 0 && from1904 && !shown.date) return clock;
  return shown.time || ticks > 0 ? `${dayText(day, from1904)} ${clock}` : dayText(day, from1904);
}

function dayText(day: number, from1904: boolean): string {
  // As the spreadsheet itself shows the two days that there never were.
  if (!from1904 && day === 0) return '1900-01-00';
  if (!from1904 && day === 60) return '1900-02-29';
  const serial = from1904 ? day + DAYS_1904 : day < 60 ? day + 1 : day;
  return new Date((serial - 25_569) * DAY * 1000).toISOString().slice(0, 10);
}

function clockText(ticks: number, steps: number): string {
  const seconds = Math.floor(ticks / steps);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const whole = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return steps === 1 || ticks % steps === 0 ? whole : `${whole}.${String(ticks % steps).padStart(3, '0')}`;
}
