import type { Term } from './coding';
import { type Headers, type ReadTable, readTable } from './coding-table';
import { VOCABULARIES } from './vocabulary';

/** Columns of a dictionary, as it is written. */
export const TERM_HEADER = ['failure_group', 'failure_mode', 'failure_part', 'from', 'until'] as const;

const HEADERS: Headers<keyof Term> = {
  group: ['group', 'failure_group', '故障类别', '类别', '故障组', '大类', '分类'],
  mode: ['mode', 'failure_mode', '故障现象', '现象', '故障模式', '故障名称', '小类'],
  part: ['part', 'failure_part', '故障部位', '部位', '部件', '零件'],
  from: ['from', 'valid_from', '生效', '生效日期', '起', '开始日期'],
  until: ['until', 'valid_until', '失效', '失效日期', '止', '结束日期'],
};
const GROUP_WORDS: Readonly<Record<string, string>> = {
  漏装: 'missing',
  外观: 'appearance',
  电性: 'electrical',
  电气: 'electrical',
  结构: 'structural',
  功能: 'functional',
};
const LONGEST = 200;

/** A dictionary from the cells of a table whose first row is its header, in either language. */
export function termsOf(table: readonly (readonly string[])[]): ReadTable<Term> {
  return readTable(table, HEADERS, 'mode', (cell) => {
    const [from, until] = [dayOf(cell('from')), dayOf(cell('until'))];
    const names = [cell('group'), cell('mode'), cell('part')];
    if (from === undefined || until === undefined || cell('mode') === '') return undefined;
    if (names.some((name) => name.length > LONGEST)) return undefined;
    return { group: groupOf(cell('group')), mode: cell('mode'), part: cell('part'), from, until };
  });
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
