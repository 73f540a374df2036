import { literal } from '../../schema/sql';
import { EXCEL_SERIAL, UNIX_MILLISECONDS, UNIX_SECONDS } from '../meaning/time-shape';
import { hasToken, matchOf, TIME_TOKENS, translateFormat, WEEKDAY, ZONE } from '../meaning/time-tokens';
import type { TimePlan } from '../plan';

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
      ...endOfDay(cell, format),
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
  return `(?i:\\s*${translateFormat(format, (token) => matchOf(format, token), literally)}\\s*)`;
}

function literally(text: string): string {
  return text.replace(/[.()（）]/g, '\\$&').replace(/ /g, '\\s+');
}

/** A branch ahead for 24:00, which is midnight at the end of the day: read as 0:00, a day later. */
function endOfDay(cell: string, format: string): string[] {
  if (!hasToken(format, 'kk')) return [];
  const midnight = (token: string) =>
    token === 'kk' ? '24' : token === 'mm' || token === 'ss' ? '00?' : token === 'SSS' ? '0+' : matchOf(format, token);
  const pattern = `(?i:\\s*${translateFormat(format, midnight, literally)}\\s*)`;
  const zero = replace(cell, '24(\\s*[:时時点點]\\s*00?)', '0\\1');
  return [`WHEN regexp_full_match(${cell}, ${literal(pattern)}) THEN ${read(zero, format)} + INTERVAL 1 DAY`];
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
  return translateFormat(
    format.replace(/^.*?(?=rr)/, '').trim(),
    (token) => TIME_TOKENS[token]?.parse ?? '',
    (text) => text.replaceAll('%', '%%'),
  ).trimStart();
}

/** The cell's text with what strptime does not know put into words that it does. */
function rewritten(cell: string, format: string): string {
  const has = (token: string) => hasToken(format, token);
  let text = cell;
  if (has('X'))
    text = format.endsWith('X')
      ? replace(text, `(?i:${ZONE})\\s*$`, '')
      : replace(text, `\\s(?i:${ZONE})(\\s+\\d{4}\\s*)$`, ' \\1');
  if (has('EEE')) text = `ltrim(${replace(text, `(?i:${WEEKDAY})`, '')})`;
  if (has('MMM')) text = replace(text, '([a-zA-Z]{3})[a-zA-Z]*', '\\1');
  if (has('do')) text = replace(text, '(\\d)(?i:st|nd|rd|th)', '\\1');
  if (has('SSS')) text = replace(text, '([.,]\\d{6})\\d+', '\\1');
  if (has('a')) text = halfOfDay(text);
  if (has('rrr') || has('rr')) text = westernYear(text, format);
  return text;
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
