import { EXCEL_SERIAL, UNIX_MILLISECONDS, UNIX_SECONDS } from '../../../data/ingest/meaning/time-shape';

const TOKEN = /yyyy|yy|rrr|rr|MMM|MM|dd|do|HH|hh|mm|SSS|ss|a|EEE|X/g;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_MS = 86_400_000;
/** Days from Excel's day 0 (1900 system) to 1970. */
const EXCEL_EPOCH = 25_569;

/** What each token stands for in a cell, as a group of its own name. Words are taken loosely: the format was chosen by them. */
const PARTS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<short>\\d{1,2})',
  rrr: '(?<roc>\\d{2,3})',
  rr: '(?<roc>\\d{2})',
  MMM: '(?<name>[a-z]+)',
  MM: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{1,2})',
  do: '(?<day>\\d{1,2})[a-z]{2}',
  HH: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{1,2})',
  SSS: '\\d+',
  a: '(?<half>[^\\d\\s]+)',
  EEE: '[^\\d\\s]+',
  X: '\\S*',
};

/**
 * A cell as its format reads it, `2024-03-05` or `2024-03-05 14:30`, to show the user before the import; the engine itself reads by
 * `data/ingest/time-sql`. Undefined where the cell does not fit.
 * @param format in the notation of `data/ingest/time-shape`
 */
export function timeExample(cell: string, format: string): string | undefined {
  const text = cell.normalize('NFKC').trim();
  if (format === EXCEL_SERIAL) return iso((Number(text) - EXCEL_EPOCH) * DAY_MS, !Number.isInteger(Number(text)));
  if (format === UNIX_SECONDS) return iso(Number(text) * 1000, true);
  if (format === UNIX_MILLISECONDS) return iso(Number(text), true);
  const groups = patternOf(format.normalize('NFKC')).exec(text)?.groups;
  return groups === undefined ? undefined : written(groups);
}

function written(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { year, short, roc, name, day, hour, minute } = groups;
  const month = name === undefined ? Number(groups.month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const full = year ?? (roc === undefined ? century(Number(short)) : Number(roc) + 1911);
  const moment = Date.UTC(
    Number(full),
    month - 1,
    Number(day),
    hourOf(Number(hour ?? 0), groups.half),
    Number(minute ?? 0),
  );
  return iso(moment, hour !== undefined);
}

function patternOf(format: string): RegExp {
  let at = 0;
  let pattern = '';
  for (const { 0: token, index } of format.matchAll(TOKEN)) {
    pattern += literally(format.slice(at, index)) + packed(format, index, token);
    at = index + token.length;
  }
  return new RegExp(`^${pattern}${literally(format.slice(at))}$`, 'i');
}

/** Digits that stand side by side are as many as their token. */
function packed(format: string, index: number, token: string): string {
  const beside = /[yrMdHhms]/.test(format[index - 1] ?? '') || /[MdHhms]/.test(format[index + token.length] ?? '');
  const part = PARTS[token] ?? '';
  return beside ? part.replace('{1,2}', '{2}').replace('{2,3}', '{3}') : part;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/** As the engine's strptime takes two digits: 69 to 99 belong to the last century. */
function century(short: number): number {
  return short + (short >= 69 ? 1900 : 2000);
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const late = /^p|下午|傍晚|晚|中午/i.test(half);
  if (late) return hour < 12 && !(half === '中午' && hour >= 10) ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

function iso(moment: number, withClock: boolean): string | undefined {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return undefined;
  return date
    .toISOString()
    .slice(0, withClock ? 16 : 10)
    .replace('T', ' ');
}
