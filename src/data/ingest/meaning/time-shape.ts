import type { DateOrder, TimeShape } from '../plan';

/**
 * Formats that a way of writing allows: `fixed` when it is unmistakable, else one for each possible order.
 * `roc` counts years from 1911; where other readings stand beside it, only a column with unmistakable ROC years uses it.
 * Notation: yyyy yy rrr rr (ROC) MM MMM (name) dd do (ordinal) HH kk (0…24, 24:00 ends the day) hh mm ss SSS a (half of the day)
 * EEE (weekday) X (zone, dropped); everything else stands for itself. A format without a day means the first of the month. Numbers are
 * `excel serial`, `unix seconds`, `unix milliseconds`.
 */
export type Formats = Readonly<Partial<Record<DateOrder | 'fixed' | 'roc', string>>>;

export interface ShapeReading {
  readonly formats: Formats;
  /** The date alone, as shaped: columns written alike are likely to have the same order. */
  readonly skeleton: string;
}

export const EXCEL_SERIAL = 'excel serial';
export const UNIX_SECONDS = 'unix seconds';
export const UNIX_MILLISECONDS = 'unix milliseconds';

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const ENGLISH_DAY = '(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday)?';
const CHINESE_DAY = '[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?';
const HALF = '上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|a\\.?m\\.?|p\\.?m\\.?';
const CLOCK = '9[:时時点點](?:9(?:[:分](?:9(?:[.,]9+)?)?秒?)?分?)?|9999(?:99)?';
const ZONE = 'z|(?:utc|gmt|cst)?[-+]9(?::9)?|(?:utc|gmt|cst)?[-+]9999|utc|gmt|cst';

const TIME = `(?<gap>t| ?,? ?)(?<before>(?:${HALF}) ?)?(?<clock>${CLOCK})(?<after> ?(?:${HALF}))?(?<zone> ?(?:${ZONE}))?`;
const ROC = '(?:中华|中華)?(?:民国|民國) ?';

interface DateStyle {
  readonly pattern: RegExp;
  readonly fills: Readonly<Partial<Record<DateOrder | 'fixed' | 'roc', readonly string[]>>>;
}

const STYLES: readonly DateStyle[] = [
  style('9999(?<s>[-/.])9\\k<s>9', { fixed: ['yyyy', 'MM', 'dd'] }),
  style('9999 ?年 ?9 ?月 ?9 ?[日号號]?', { fixed: ['yyyy', 'MM', 'dd'] }),
  style('9(?<s>[-/.])9\\k<s>9999', { mdy: ['MM', 'dd', 'yyyy'], dmy: ['dd', 'MM', 'yyyy'] }),
  style('9(?<s>[-/.])9\\k<s>9', {
    ymd: ['yy', 'MM', 'dd'],
    mdy: ['MM', 'dd', 'yy'],
    dmy: ['dd', 'MM', 'yy'],
    roc: ['rrr', 'MM', 'dd'],
  }),
  style('9 ?年 ?9 ?月 ?9 ?[日号號]?', { fixed: ['yy', 'MM', 'dd'], roc: ['rrr', 'MM', 'dd'] }),
  style('999(?<s>[-/.])9\\k<s>9', { roc: ['rrr', 'MM', 'dd'] }),
  style('999 ?年 ?9 ?月 ?9 ?[日号號]?', { roc: ['rrr', 'MM', 'dd'] }),
  style(`${ROC}9(?:99)? ?年 ?9 ?月 ?9 ?[日号號]?|${ROC}9(?:99)?[-/.]9[-/.]9`, { roc: ['rrr', 'MM', 'dd'] }),
  style(`9(?:st|nd|rd|th)?[- /.](?:${MONTH})[.,]?[- /.]?9999`, { fixed: ['dd', 'yyyy'] }),
  style(`9(?:st|nd|rd|th)?[- /.](?:${MONTH})[.,]?[- /.]?9`, { fixed: ['dd', 'yy'] }),
  style(`(?:${MONTH})[.]?[- /]?9(?:st|nd|rd|th)?,?[- /.]?9999`, { fixed: ['dd', 'yyyy'] }),
  style(`9999[- /](?:${MONTH})[- /]9`, { fixed: ['yyyy', 'dd'] }),
];

const SIX_DIGITS = /^999999$/;
/** Years of a date in six digits: further ones are more likely numbers of something. */
const SHORT_DATES = { first: 100_101, last: 451_231 };

/** Numbers without separators: how their digits are cut, and which values can be meant. */
const NUMBERS: readonly {
  readonly pattern: RegExp;
  readonly format: string;
  readonly roc?: true;
  plausible(value: number): boolean;
}[] = [
  { pattern: /^99999999$/, format: 'yyyyMMdd', plausible: (value) => isDay(value, 1900, 2100) },
  { pattern: /^9{12}$/, format: 'yyyyMMddHHmm', plausible: (value) => isDay(Math.floor(value / 1e4), 1900, 2100) },
  { pattern: /^9{14}$/, format: 'yyyyMMddHHmmss', plausible: (value) => isDay(Math.floor(value / 1e6), 1900, 2100) },
  { pattern: /^9999999$/, format: 'rrrMMdd', roc: true, plausible: (value) => isDay(value, 1, 189) },
  { pattern: SIX_DIGITS, format: 'rrMMdd', roc: true, plausible: (value) => isDay(value, 0, 99) },
  { pattern: /^99999(?:\.9+)?$/, format: EXCEL_SERIAL, plausible: (value) => value >= 20_000 && value <= 60_000 },
  { pattern: /^9{10}$/, format: UNIX_SECONDS, plausible: (value) => value >= 631_152_000 && value < 4_102_444_800 },
  {
    pattern: /^9{13}$/,
    format: UNIX_MILLISECONDS,
    plausible: (value) => value >= 631_152_000_000 && value < 4_102_444_800_000,
  },
];

/** A month alone, and what its runs of digits are. */
const MONTHS: readonly { readonly pattern: RegExp; readonly tokens: readonly string[] }[] = [
  { pattern: /^9999[-/.]9$/, tokens: ['yyyy', 'MM'] },
  { pattern: /^9999 ?年 ?9 ?月(?:份)?$/, tokens: ['yyyy', 'MM'] },
  { pattern: /^9[-/]9999$/, tokens: ['MM', 'yyyy'] },
  { pattern: new RegExp(`^(?:${MONTH})[.]?,?[- /]?9999$`), tokens: ['yyyy'] },
  { pattern: new RegExp(`^9999[- /](?:${MONTH})$`), tokens: ['yyyy'] },
];

/** What a way of writing can mean as a time; undefined when it is no time. */
export function readShape(shape: TimeShape): ShapeReading | undefined {
  return readSixDigits(shape) ?? readNumber(shape) ?? readMonth(shape) ?? readYearLast(shape) ?? readDated(shape);
}

/** Whether a format tells the month only. */
export function isMonthOnly(format: string): boolean {
  return /MM/.test(format) && !/d/.test(format);
}

/** A month or a short date without separators, where every cell can be one: some number or other looks like a date by chance. */
function readSixDigits({ shape, parts: [part] }: TimeShape): ShapeReading | undefined {
  if (!SIX_DIGITS.test(shape) || part === undefined) return undefined;
  if (part.over31 === 0 && part.min >= 190_001 && part.max <= 210_012)
    return { formats: { fixed: 'yyyyMM' }, skeleton: shape };
  if (part.over12 === 0 && part.min >= SHORT_DATES.first && part.max <= SHORT_DATES.last)
    return { formats: { fixed: 'yyMMdd', roc: 'rrMMdd' }, skeleton: shape };
  return undefined;
}

/** A year and a month, where every cell can be one. */
function readMonth({ shape, parts }: TimeShape): ShapeReading | undefined {
  const style = MONTHS.find(({ pattern }) => pattern.test(shape));
  if (style === undefined) return undefined;
  const within = (token: string, first: number, last: number) => {
    const part = parts[style.tokens.indexOf(token)];
    return part === undefined || (part.min >= first && part.max <= last);
  };
  if (!within('yyyy', 1900, 2100) || !within('MM', 1, 12)) return undefined;
  return { formats: { fixed: dateFormat(shape, style.tokens) }, skeleton: shape };
}

/** `Wed Mar 05 10:00:00 CST 2024`, as programs in C and Java write a time when nobody tells them how. */
function readYearLast({ shape }: TimeShape): ShapeReading | undefined {
  const groups = YEAR_LAST.exec(shape)?.groups;
  if (groups === undefined) return undefined;
  const zone = groups.zone === undefined ? '' : 'X ';
  return { formats: { fixed: `EEE MMM dd ${fillClock(groups.clock ?? '', 'HH')} ${zone}yyyy` }, skeleton: shape };
}

/** A date, perhaps with a clock that goes to 24:00. */
function readDated(shape: TimeShape): ShapeReading | undefined {
  const reading = readCompact(shape) ?? readWritten(shape.shape);
  const at = /9+(?=[:时時点點])/.exec(shape.shape)?.index;
  if (reading === undefined || at === undefined) return reading;
  const hours = shape.parts[shape.shape.slice(0, at).match(/9+/g)?.length ?? 0];
  if (hours?.max !== 24) return reading;
  const formats = Object.entries(reading.formats).map(([order, format]) => [order, format.replace('HH', 'kk')]);
  return { ...reading, formats: Object.fromEntries(formats) as Formats };
}

/** Digits alone, told from other numbers by their values: extremes and sample must not all be impossible. */
function readNumber({ shape, sample, parts: [part] }: TimeShape): ShapeReading | undefined {
  const number = NUMBERS.find(({ pattern }) => pattern.test(shape));
  if (number === undefined || part === undefined) return undefined;
  if (![Number.parseFloat(sample), part.min, part.max].some(number.plausible)) return undefined;
  return { formats: number.roc ? { roc: number.format } : { fixed: number.format }, skeleton: shape };
}

/** Eight digits followed by a clock. */
function readCompact({ shape }: TimeShape): ShapeReading | undefined {
  const found = COMPACT.exec(shape);
  return found === null
    ? undefined
    : { formats: { fixed: `yyyyMMdd${timeFormat(found.groups ?? {})}` }, skeleton: '99999999' };
}

function readWritten(shape: string): ShapeReading | undefined {
  for (const { pattern, fills } of STYLES) {
    const groups = pattern.exec(shape)?.groups;
    if (groups === undefined) continue;
    const around = (date: string) =>
      `${(groups.week ?? '').replace(WEEKDAY, 'EEE')}${date}${(groups.day ?? '').replace(WEEKDAY, 'EEE')}${timeFormat(groups)}`;
    const formats = Object.entries(fills).map(([order, tokens]) => [
      order,
      around(dateFormat(groups.date ?? '', tokens)),
    ]);
    return { formats: Object.fromEntries(formats) as Formats, skeleton: groups.date ?? '' };
  }
  return undefined;
}

const WEEKDAY = new RegExp(`${CHINESE_DAY}|${ENGLISH_DAY}`, 'i');
const YEAR_LAST = new RegExp(
  `^(?:${ENGLISH_DAY}) (?:${MONTH}) 9 (?<clock>9:9(?::9)?) (?:(?<zone>utc|gmt|cst)(?:[-+]9(?::?9)?|[-+]9999)? )?9999$`,
);
const COMPACT = new RegExp(`^99999999(?:${TIME})$`);

function style(date: string, fills: DateStyle['fills']): DateStyle {
  return {
    pattern: new RegExp(
      `^(?<week>(?:${ENGLISH_DAY}\\.?,?|${CHINESE_DAY},?) ?)?(?<date>${date})(?<day> ?${CHINESE_DAY})?(?:${TIME})?$`,
    ),
    fills,
  };
}

/** The date's text with its digit runs replaced by tokens, in order, and the month's name by its own. */
function dateFormat(date: string, tokens: readonly string[]): string {
  const rest = [...tokens];
  return date.replace(new RegExp(MONTH), 'MMM').replace(/9+(st|nd|rd|th)?/g, (_, ordinal) => {
    const token = rest.shift() ?? '';
    return ordinal === undefined ? token : 'do';
  });
}

function timeFormat({
  gap = '',
  before = '',
  clock,
  after = '',
  zone,
}: Readonly<Record<string, string | undefined>>): string {
  if (clock === undefined) return '';
  const half = new RegExp(HALF);
  const hour = before === '' && after === '' ? 'HH' : 'hh';
  const rest = /^9999/.test(clock)
    ? [hour, 'mm', ...(clock.length > 4 ? ['ss'] : [])].join('')
    : fillClock(clock, hour);
  const offset = zone === undefined ? '' : `${zone.startsWith(' ') ? ' ' : ''}X`;
  return `${gap.replace('t', 'T')}${before.replace(half, 'a')}${rest}${after.replace(half, 'a')}${offset}`;
}

function fillClock(clock: string, hour: string): string {
  const tokens = [hour, 'mm', 'ss', 'SSS'];
  return clock.replace(/9+/g, () => tokens.shift() ?? '');
}

function isDay(value: number, firstYear: number, lastYear: number): boolean {
  const year = Math.floor(value / 10_000);
  const month = Math.floor(value / 100) % 100;
  const day = value % 100;
  return year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
