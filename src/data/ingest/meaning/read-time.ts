import { EXCEL_SERIAL, UNIX_MILLISECONDS, UNIX_SECONDS } from './time-shape';
import { matchOf, TIME_TOKENS, translateFormat } from './time-tokens';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_SECONDS = 86_400;
/** Days from Excel's day 0 (1900 system) to 1970. */
const EXCEL_EPOCH = 25_569;

/**
 * A cell as its format reads it, `2024-05`, `2024-03-05` or `2024-03-05 14:30`, for what is shown or compared before the import; the
 * engine itself reads by `load/time-sql`. Undefined where the cell does not fit.
 * @param format in the notation of `time-shape`
 */
export function readTime(cell: string, format: string): string | undefined {
  const moment = momentOf(cell, format);
  if (moment === undefined || Number.isNaN(moment.at)) return undefined;
  return new Date(moment.at).toISOString().slice(0, moment.digits).replace('T', ' ');
}

/** The same in milliseconds since 1970, as if the clock were UTC: only to compare. */
export function timeValue(cell: string, format: string): number | undefined {
  const at = momentOf(cell, format)?.at;
  return at === undefined || Number.isNaN(at) ? undefined : at;
}

const MONTH = 'yyyy-MM'.length;
const DAY = 'yyyy-MM-dd'.length;
const MINUTE = 'yyyy-MM-dd HH:mm'.length;

interface Moment {
  readonly at: number;
  /** Characters of ISO text that the cell vouches for. */
  readonly digits: number;
}

function momentOf(cell: string, format: string): Moment | undefined {
  const text = cell.normalize('NFKC').trim();
  if (format === EXCEL_SERIAL)
    return {
      at: Math.round((Number(text) - EXCEL_EPOCH) * DAY_SECONDS) * 1000,
      digits: Number.isInteger(Number(text)) ? DAY : MINUTE,
    };
  if (format === UNIX_SECONDS) return { at: Number(text) * 1000, digits: MINUTE };
  if (format === UNIX_MILLISECONDS) return { at: Number(text), digits: MINUTE };
  const groups = patternOf(format.normalize('NFKC')).exec(text)?.groups;
  return groups === undefined ? undefined : written(groups);
}

const patterns = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known !== undefined) return known;
  const body = translateFormat(
    format,
    (token) => {
      const part = TIME_TOKENS[token]?.part;
      return part === undefined ? matchOf(format, token) : `(?<${part}>${matchOf(format, token)})`;
    },
    (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'),
  );
  const pattern = new RegExp(`^${body}$`, 'i');
  patterns.set(format, pattern);
  return pattern;
}

function written(groups: Readonly<Record<string, string | undefined>>): Moment {
  const { year, short, roc, name, day, hour, minute, second } = groups;
  const month = name === undefined ? Number(groups.month) : MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const full = year ?? (roc === undefined ? century(Number(short)) : Number(roc) + 1911);
  const at = Date.UTC(
    Number(full),
    month - 1,
    day === undefined ? 1 : Number.parseInt(day, 10),
    hourOf(Number(hour ?? 0), groups.half),
    Number(minute ?? 0),
    Number(second ?? 0),
  );
  return { at, digits: hour !== undefined ? MINUTE : day === undefined ? MONTH : DAY };
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
