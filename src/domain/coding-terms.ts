import type { Term } from './coding';
import { VOCABULARIES } from './vocabulary';

const HEADERS: readonly (readonly [keyof Term, readonly string[]])[] = [
  ['group', ['group', 'failure_group', '故障类别', '类别', '故障组', '大类', '分类']],
  ['mode', ['mode', 'failure_mode', '故障现象', '现象', '故障模式', '故障名称', '小类']],
  ['part', ['part', 'failure_part', '故障部位', '部位', '部件', '零件']],
  ['from', ['from', 'valid_from', '生效', '生效日期', '起', '开始日期']],
  ['until', ['until', 'valid_until', '失效', '失效日期', '止', '结束日期']],
];
const GROUP_WORDS: Readonly<Record<string, string>> = {
  漏装: 'missing',
  外观: 'appearance',
  电性: 'electrical',
  电气: 'electrical',
  结构: 'structural',
  功能: 'functional',
};
const LONGEST = 200;

export interface ReadTerms {
  readonly terms: readonly Term[];
  /** Rows that could not be used, by number in the file (from 1, header included). */
  readonly bad: readonly number[];
  /** No column of the file is a failure mode. */
  readonly headless: boolean;
}

/** A dictionary from the cells of a table whose first row is its header, in either language. Rows said twice count once. */
export function termsOf(rows: readonly (readonly string[])[]): ReadTerms {
  const [header = [], ...body] = rows;
  const names = header.map((cell) =>
    cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const places = new Map(HEADERS.map(([name, words]) => [name, names.findIndex((cell) => words.includes(cell))]));
  if ((places.get('mode') ?? -1) < 0) return { terms: [], bad: [], headless: true };
  const bad: number[] = [];
  const terms = new Map<string, Term>();
  body.forEach((row, at) => {
    const cell = (name: keyof Term) => (row[places.get(name) ?? -1] ?? '').trim();
    if (row.every((text) => text.trim() === '')) return;
    const [from, until] = [dayOf(cell('from')), dayOf(cell('until'))];
    if (cell('mode') === '' || from === undefined || until === undefined || row.some((text) => text.length > LONGEST)) {
      bad.push(at + 2);
      return;
    }
    const term = { group: groupOf(cell('group')), mode: cell('mode'), part: cell('part'), from, until };
    terms.set(JSON.stringify(term), term);
  });
  return { terms: [...terms.values()], bad, headless: false };
}

/** The code of a group that is written in words; other groups stay as written. */
export function groupOf(text: string): string {
  const code = text.toLowerCase();
  const codes: readonly string[] = VOCABULARIES.failure_group;
  return codes.includes(code) ? code : (GROUP_WORDS[text] ?? text);
}

/** ISO day of `2025-03-01`, `2025/3/1`, `2025.3.1`, `2025年3月1日`; empty for nothing, undefined for what is no day. */
export function dayOf(text: string): string | undefined {
  if (text.trim() === '') return '';
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  if (found === null) return undefined;
  const day = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`;
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : undefined;
}
