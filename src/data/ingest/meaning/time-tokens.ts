/** 1900…2100; what lies outside is not the time of a complaint but a slip or a mark. */
const YEAR = '(?:19\\d\\d|20\\d\\d|2100)';
const HALF = '(?:上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|[ap]\\.?m\\.?)';
export const WEEKDAY =
  '(?:[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)';
export const ZONE = '(?:z|(?:utc|gmt|cst)?(?:[+-]\\d{1,2}(?::?\\d{2})?)?)';

/** One token of a time format (see `time-shape`): the text that it stands for, letter case aside. */
export interface TimeToken {
  readonly match: string;
  /** The same where digits stand side by side without a separator. */
  readonly packed?: string;
  /** What strptime calls it. */
  readonly parse: string;
  /** What it says of the time; undefined of what is passed over. */
  readonly part?: 'year' | 'short' | 'roc' | 'name' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'half';
}

const TWO_DIGITS = { match: '\\d{1,2}', packed: '\\d{2}' };

export const TIME_TOKENS: Readonly<Record<string, TimeToken>> = {
  yyyy: { match: YEAR, parse: '%Y', part: 'year' },
  yy: { ...TWO_DIGITS, parse: '%y', part: 'short' },
  rrr: { match: '(?:1[0-8]\\d|0?\\d{2})', packed: '(?:1[0-8]\\d|0\\d{2})', parse: '%Y', part: 'roc' },
  rr: { match: '\\d{2}', parse: '%Y', part: 'roc' },
  MMM: { match: '[a-z]{3,9}', parse: '%b', part: 'name' },
  MM: { ...TWO_DIGITS, parse: '%m', part: 'month' },
  dd: { ...TWO_DIGITS, parse: '%d', part: 'day' },
  do: { match: '\\d{1,2}(?:st|nd|rd|th)', parse: '%d', part: 'day' },
  HH: { ...TWO_DIGITS, parse: '%H', part: 'hour' },
  kk: { ...TWO_DIGITS, parse: '%H', part: 'hour' },
  hh: { ...TWO_DIGITS, parse: '%H', part: 'hour' },
  mm: { ...TWO_DIGITS, parse: '%M', part: 'minute' },
  SSS: { match: '\\d{1,9}', parse: '%f' },
  ss: { ...TWO_DIGITS, parse: '%S', part: 'second' },
  a: { match: HALF, parse: '%p', part: 'half' },
  EEE: { match: WEEKDAY, parse: '' },
  X: { match: ZONE, parse: '' },
};

const TOKEN = /yyyy|yy|rrr|rr|MMM|MM|dd|do|HH|kk|hh|mm|SSS|ss|a|EEE|X/g;
const PACKED = /^(?:yyyy|yy|rrr|rr)MM/;

/** A format with its tokens, and the text between them, written otherwise. */
export function translateFormat(
  format: string,
  token: (token: string) => string,
  text: (text: string) => string,
): string {
  let out = '';
  let at = 0;
  for (const { 0: found, index } of format.matchAll(TOKEN)) {
    out += text(format.slice(at, index)) + token(found);
    at = index + found.length;
  }
  return out + text(format.slice(at));
}

/** Whether a format has a token. */
export function hasToken(format: string, token: string): boolean {
  return [...format.matchAll(TOKEN)].some(([found]) => found === token);
}

/** The text that a token of a format stands for. */
export function matchOf(format: string, token: string): string {
  const entry = TIME_TOKENS[token];
  return (PACKED.test(format) && isPacked(format, token) ? entry?.packed : undefined) ?? entry?.match ?? '';
}

/** Whether a token of a format that begins with packed digits has no separator beside it. */
function isPacked(format: string, token: string): boolean {
  const at = format.indexOf(token);
  const before = format.slice(0, at);
  const after = format.slice(at + token.length);
  return /(?:y|r|MM|dd|HH|kk|hh|mm)$/.test(before) || /^(?:MM|dd|HH|kk|hh|mm|ss)/.test(after);
}
