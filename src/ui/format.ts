import type { Grain } from '../domain/period';

const NOTHING = '–';

/**
 * Numbers, dates and sizes as a language writes them. Missing numbers are a dash.
 * Data carry wall-clock texts (`2026-11-21 08:30:00`), so dates are cut and joined, never converted between zones.
 */
export interface Format {
  /** Grouped, with exactly `decimals` digits after the point. */
  number(value: number | null | undefined, decimals?: number): string;
  /** Complaints per 1000; the unit belongs in the header or on the axis. */
  rate(value: number | null | undefined, decimals?: number): string;
  /** `share` 0 to 1. */
  percent(share: number | null | undefined, decimals?: number): string;
  money(value: number | null | undefined, decimals?: number): string;
  /** `2026-11-21`, whatever follows in the text. */
  date(text: string | null | undefined): string;
  /** `2026-11-21 08:30`; a date alone stays a date. */
  dateTime(text: string | null | undefined): string;
  /** From `2026-11` or any day of the month: `2026年11月`, `Nov 2026`. */
  month(text: string): string;
  /** From any day of it: the ISO week, `2026年第47周`, `2026-W47`. */
  week(text: string): string;
  /** A time bucket by its first day. */
  bucket(grain: Grain, text: string): string;
  /** Decimal units: `178 MB`. */
  bytes(value: number): string;
  /** `3 min 20 s`, two largest units. */
  duration(seconds: number): string;
}

const cache = new Map<string, Format>();

/** The formats of a language; Intl objects are slow to make, so they are made once. */
export function formatFor(language: string): Format {
  const known = cache.get(language);
  if (known !== undefined) return known;
  const made = makeFormat(language);
  cache.set(language, made);
  return made;
}

function makeFormat(language: string): Format {
  const chinese = language.startsWith('zh');
  const intl = numberFormats(language);
  const shown = (value: number | null | undefined, options: Intl.NumberFormatOptions, decimals: number) =>
    value === null || value === undefined || !Number.isFinite(value)
      ? NOTHING
      : intl({ ...options, minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
  const month = (text: string) => {
    const [year, number] = [text.slice(0, 4), Number(text.slice(5, 7))];
    return chinese ? `${year}年${number}月` : `${MONTHS[number - 1] ?? number} ${year}`;
  };
  const week = (text: string) => {
    const [year, number] = isoWeek(text);
    return chinese ? `${year}年第${number}周` : `${year}-W${String(number).padStart(2, '0')}`;
  };
  const date = (text: string | null | undefined) => text?.slice(0, 10) || NOTHING;
  return {
    number: (value, decimals = 0) => shown(value, {}, decimals),
    rate: (value, decimals = 2) => shown(value, {}, decimals),
    percent: (share, decimals = 1) => shown(share, { style: 'percent' }, decimals),
    money: (value, decimals = 2) =>
      shown(value, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' }, decimals),
    date,
    dateTime: (text) => text?.slice(0, 16).replace('T', ' ') || NOTHING,
    month,
    week,
    bucket: (grain, text) => (grain === 'month' ? month(text) : grain === 'week' ? week(text) : date(text)),
    bytes: (value) => {
      const step = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
      const scaled = value / 1000 ** step;
      const digits = step === 0 || scaled >= 100 ? 0 : 1;
      return intl({ style: 'unit', unit: SIZES[step], maximumFractionDigits: digits }).format(scaled);
    },
    duration: (seconds) => {
      const whole = Math.max(0, Math.round(seconds));
      const parts = [
        [Math.floor(whole / 3600), 'hour'],
        [Math.floor(whole / 60) % 60, 'minute'],
        [whole % 60, 'second'],
      ] as const;
      const first = parts.findIndex(([amount]) => amount > 0);
      return parts
        .slice(first === -1 ? 2 : first)
        .slice(0, 2)
        .map(([amount, unit]) => intl({ style: 'unit', unit, unitDisplay: 'short' }).format(amount))
        .join(chinese ? '' : ' ');
    },
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

function numberFormats(language: string): (options: Intl.NumberFormatOptions) => Intl.NumberFormat {
  const made = new Map<string, Intl.NumberFormat>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.NumberFormat(language, options);
    made.set(key, format);
    return format;
  };
}

/** ISO 8601: weeks begin on Monday and belong to the year of their Thursday. Days are counted in UTC, where none is short. */
function isoWeek(text: string): [year: number, week: number] {
  const thursday = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3 - ((thursday.getUTCDay() + 6) % 7));
  const year = thursday.getUTCFullYear();
  return [year, 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000))];
}
