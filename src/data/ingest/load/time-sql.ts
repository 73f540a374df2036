import { literal } from '../../schema/sql';
import { EXCEL_SERIAL, UNIX_MILLISECONDS, UNIX_SECONDS } from '../meaning/time-shape';
import type { TimePlan } from '../plan';

/** 1900…2100; what lies outside is not the time of a complaint but a slip or a mark. */
const YEAR = '(?:19\\d\\d|20\\d\\d|2100)';
const HALF = '(?:上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|[aApP]\\.?[mM]\\.?)';
const WEEKDAY = '(?:[(（]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)）]?|(?i:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*))';
const ZONE = '(?:[zZ]|(?:(?i:utc|gmt|cst))?(?:[+-]\\d{1,2}(?::?\\d{2})?)?)';

/** Each token: the text that it stands for (RE2), and what strptime calls it. */
const TOKENS: Readonly<Record<string, { readonly match: string; readonly packed?: string; readonly parse: string }>> = {
  yyyy: { match: YEAR, parse: '%Y' },
  yy: { match: '\\d{1,2}', parse: '%y' },
  rrr: { match: '(?:1[0-8]\\d|0?\\d{2})', packed: '(?:1[0-8]\\d|0\\d{2})', parse: '%Y' },
  rr: { match: '\\d{2}', parse: '%Y' },
  MMM: { match: '[a-zA-Z]{3,9}', parse: '%b' },
  MM: { match: '\\d{1,2}', packed: '\\d{2}', parse: '%m' },
  dd: { match: '\\d{1,2}', packed: '\\d{2}', parse: '%d' },
  do: { match: '\\d{1,2}(?i:st|nd|rd|th)', parse: '%d' },
  HH: { match: '\\d{1,2}', packed: '\\d{2}', parse: '%H' },
  hh: { match: '\\d{1,2}', packed: '\\d{2}', parse: '%H' },
  mm: { match: '\\d{1,2}', packed: '\\d{2}', parse: '%M' },
  SSS: { match: '\\d{1,9}', parse: '%f' },
  ss: { match: '\\d{1,2}', packed: '\\d{2}', parse: '%S' },
  a: { match: HALF, parse: '%p' },
  EEE: { match: WEEKDAY, parse: '' },
  X: { match: ZONE, parse: '' },
};
const TOKEN = /yyyy|yy|rrr|rr|MMM|MM|dd|do|HH|hh|mm|SSS|ss|a|EEE|X/g;
const PACKED = /^(?:yyyy|rrr|rr)MMdd/;

/**
 * SQL that reads a VARCHAR expression as a TIMESTAMP by the plan, or gives NULL: for text in none of the plan's formats, days that do not
 * exist, and years outside 1900…2100. Every format is guarded by a pattern of its whole text, so the parser (which takes "epoch" for a
 * time in any format) sees only what it should; a zone is cut off, never converted. Cells with full-width characters are tried again last.
 */
export function timeExpression(sql: string, plan: TimePlan): string {
  const formats = formatsOf(plan);
  if (formats.length === 0) return 'CAST(NULL AS TIMESTAMP)';
  return `CASE ${branches(sql, formats)} ${branches(narrow(sql), formats)} END`;
}

/** The plan's formats, those of most cells first. */
export function formatsOf({ shapes }: TimePlan): string[] {
  const counts = new Map<string, number>();
  for (const { format, count } of shapes) if (format !== null) counts.set(format, (counts.get(format) ?? 0) + count);
  return [...counts].sort(([, a], [, b]) => b - a).map(([format]) => format);
}

function branches(cell: string, formats: readonly string[]): string {
  return formats
    .flatMap((format) => [
      ...fixedWidth(cell, format),
      `WHEN regexp_full_match(${cell}, ${literal(patternOf(format))}) THEN ${read(cell, format)}`,
    ])
    .join(' ');
}

/** A branch ahead for cells of a year-first format with separators and every part padded: three comparisons instead of a pattern, for most of all rows. */
function fixedWidth(cell: string, format: string): string[] {
  const shape = format.replace(/yyyy/g, '____').replace(/MM|dd|HH|mm|ss/g, '__');
  if (!/^____[-/.年]__[-/.月]__[- /.:T_日]*$/.test(shape)) return [];
  const inRange = `${cell} >= '1900' AND ${cell} < '2101'`;
  return [`WHEN ${cell} LIKE ${literal(shape)} AND ${inRange} THEN ${readFixed(cell, format)}`];
}

/** What the engine writes itself it also reads without being told the format, and faster. */
function readFixed(cell: string, format: string): string {
  const own = /^yyyy-MM-dd(?: HH:mm(?::ss)?)?$/.test(format);
  return own ? `try_cast(${cell} AS TIMESTAMP)` : `try_strptime(${cell}, ${literal(parseOf(format))})`;
}

function patternOf(format: string): string {
  if (format === EXCEL_SERIAL) return '\\s*(?:[2-5]\\d{4}|60000)(?:\\.\\d+)?\\s*';
  if (format === UNIX_SECONDS) return '\\s*(?:[1-3]\\d{9}|40\\d{8}|[6-9]\\d{8})\\s*';
  if (format === UNIX_MILLISECONDS) return '\\s*(?:[1-3]\\d{12}|40\\d{11}|[6-9]\\d{11})\\s*';
  return `\\s*${translate(format, patternOfToken, (text) => text.replace(/[.()（）]/g, '\\$&').replace(/ /g, '\\s+'))}\\s*`;

  function patternOfToken(token: string): string {
    const entry = TOKENS[token];
    return (PACKED.test(format) && isPacked(format, token) ? entry?.packed : undefined) ?? entry?.match ?? '';
  }
}

/** Whether a token of a format that begins with packed digits has no separator beside it. */
function isPacked(format: string, token: string): boolean {
  const at = format.indexOf(token);
  const before = format.slice(0, at);
  const after = format.slice(at + token.length);
  return /(?:yyyy|r|MM|dd|HH|hh|mm)$/.test(before) || /^(?:MM|dd|HH|hh|mm|ss)/.test(after);
}

function read(cell: string, format: string): string {
  if (format === EXCEL_SERIAL)
    return `make_timestamp(CAST(round((CAST(${cell} AS DOUBLE) - 25569) * 86400) AS BIGINT) * 1000000)`;
  if (format === UNIX_SECONDS) return `make_timestamp(CAST(${cell} AS BIGINT) * 1000000)`;
  if (format === UNIX_MILLISECONDS) return `epoch_ms(CAST(${cell} AS BIGINT))`;
  const parses = orderings(format).flatMap(halves).map(parseOf);
  const list = parses.map(literal).join(', ');
  return `try_strptime(${rewritten(cell, format)}, ${parses.length === 1 ? list : `[${list}]`})`;
}

/** A format with its order first, then the other orders: a column in which orders are mixed reads each row in the one that is possible. */
function orderings(format: string): string[] {
  const date = /^(MM|dd|yy)([-/.])(MM|dd)\2(yyyy|yy|dd)/.exec(format);
  if (date === null) return [format];
  const [chosen, , separator, , last] = date;
  const orders = [
    ['MM', 'dd', last === 'yyyy' ? 'yyyy' : 'yy'],
    ['dd', 'MM', last === 'yyyy' ? 'yyyy' : 'yy'],
    ...(last === 'yyyy' ? [] : [['yy', 'MM', 'dd']]),
  ].map((order) => order.join(separator));
  return [chosen, ...orders.filter((order) => order !== chosen)].map((order) => order + format.slice(chosen.length));
}

/** A format with a half of the day also without it, as late hours are left. */
function halves(format: string): string[] {
  return hasToken(format, 'a') ? [format, format.replace('a', '')] : [format];
}

/** The format as strptime takes it. Cells are rewritten to match: era and weekday cut off, half of the day as AM or PM. */
function parseOf(format: string): string {
  return translate(
    format.replace(/^.*?(?=rr)/, '').trim(),
    (token) => TOKENS[token]?.parse ?? '',
    (text) => text.replaceAll('%', '%%'),
  );
}

/** The cell's text with what strptime does not know put into words that it does. */
function rewritten(cell: string, format: string): string {
  const has = (token: string) => hasToken(format, token);
  let text = cell;
  if (has('X')) text = replace(text, `${ZONE}\\s*$`, '');
  if (has('EEE')) text = replace(text, WEEKDAY, '');
  if (has('MMM')) text = replace(text, '([a-zA-Z]{3})[a-zA-Z]*', '\\1');
  if (has('do')) text = replace(text, '(\\d)(?i:st|nd|rd|th)', '\\1');
  if (has('SSS')) text = replace(text, '([.,]\\d{6})\\d+', '\\1');
  if (has('a')) text = halfOfDay(text);
  if (has('rrr') || has('rr')) text = westernYear(text, format);
  return text;
}

function hasToken(format: string, token: string): boolean {
  return [...format.matchAll(TOKEN)].some(([found]) => found === token);
}

function replace(text: string, pattern: string, by: string): string {
  return `regexp_replace(${text}, ${literal(pattern)}, ${literal(by)})`;
}

/** 上午, 下午 and their kin as AM and PM; from 13 o'clock on PM says nothing and goes. 晚上12点 is left unread: which day's midnight? */
function halfOfDay(cell: string): string {
  const morning = replace(cell, '凌晨|清晨|早上|早晨|上午|[aA]\\.?[mM]\\.?', 'AM');
  const noon = replace(morning, '中午(\\s*1[01]\\D)', 'AM\\1');
  const afternoon = replace(noon, '中午|下午|傍晚|[pP]\\.?[mM]\\.?|晚上(\\s*(?:0?\\d|1[01])\\D)', 'PM\\1');
  const late = replace(afternoon, 'PM\\s*(1[3-9]|2[0-3])', '\\1');
  return replace(late, '([^\\d:分秒时時点點](?:1[3-9]|2[0-3])[:时時点點][\\d:分秒.]*)\\s*PM', '\\1');
}

/** The cell with its ROC year, after era and blanks, put into the Western count. */
function westernYear(cell: string, format: string): string {
  const year = format.startsWith('rrMM') ? '^\\D*(\\d{2})' : '^\\D*(\\d{3}|\\d{2})';
  return `concat(1911 + CAST(regexp_extract(${cell}, ${literal(year)}, 1) AS INTEGER), ${replace(cell, year, '')})`;
}

/** ASCII characters for full-width ones, and blanks for those that are not ASCII. */
function narrow(cell: string): string {
  return `translate(${cell}, '０１２３４５６７８９／－．：，　\u00a0', '0123456789/-.:,  ')`;
}

function translate(format: string, token: (token: string) => string, text: (text: string) => string): string {
  let out = '';
  let at = 0;
  for (const { 0: found, index } of format.matchAll(TOKEN)) {
    out += text(format.slice(at, index)) + token(found);
    at = index + found.length;
  }
  return out + text(format.slice(at));
}
