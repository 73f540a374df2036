import type { Rule } from './coding';
import { type Expression, parseExpression, printExpression } from './coding-syntax';
import { type Headers, type ReadTable, readTable } from './coding-table';

/** Columns of a list of rules, as it is written. */
export const RULE_HEADER = ['when', 'failure_mode', 'failure_part', 'replaces', 'on'] as const;

const HEADERS: Headers<Exclude<keyof Rule, 'id'>> = {
  when: ['when', 'words', 'keywords', 'rule', '规则', '关键词', '文字中的词', '词'],
  mode: ['mode', 'failure_mode', '故障现象', '现象', '归为'],
  part: ['part', 'failure_part', '故障部位', '部位', '部件'],
  replaces: ['replaces', '覆盖', '替换', '文件已写明的也改'],
  on: ['on', 'in use', '启用'],
};
const YES = ['1', 'true', 'yes', 'y', 'on', '是', '启用'];
const NO = ['0', 'false', 'no', 'n', 'off', '否', '停用'];
const LONGEST_NAME = 200;
const LONGEST_RULE = 2000;

/** A rule that is not among the others yet. */
export function newRule(rules: readonly Rule[], when = '', mode = ''): Rule {
  const last = Math.max(0, ...rules.map(({ id }) => Number(/^r(\d+)$/.exec(id)?.[1] ?? 0)));
  return { id: `r${last + 1}`, when, mode, part: '', replaces: false, on: true };
}

/** Rules from the cells of a table whose first row is its header, in either language; without ids of their own. */
export function rulesOf(table: readonly (readonly string[])[]): ReadTable<Omit<Rule, 'id'>> {
  return readTable(table, HEADERS, 'when', (cell) => {
    const [replaces, on] = [answerOf(cell('replaces'), false), answerOf(cell('on'), true)];
    const [when, mode, part] = [cell('when'), cell('mode'), cell('part')];
    const fits = mode !== '' && mode.length <= LONGEST_NAME && part.length <= LONGEST_NAME;
    if (!fits || replaces === undefined || on === undefined || !parseExpression(when).ok) return undefined;
    return { when, mode, part, replaces, on };
  });
}

/** The rules and those of the others that are not among them, behind them. */
export function withRules(rules: readonly Rule[], more: readonly Omit<Rule, 'id'>[]): Rule[] {
  const key = ({ when, mode, part }: Omit<Rule, 'id'>) => JSON.stringify([when, mode, part]);
  const known = new Set(rules.map(key));
  const first = Number(newRule(rules).id.slice(1));
  const added = more.filter((rule) => !known.has(key(rule)));
  return [...rules, ...added.map((rule, at) => ({ ...rule, id: `r${first + at}` }))];
}

/**
 * The rules with one more group of words for a failure mode: one more alternative of the rule that gives the mode already and reads
 * nothing else into it, or else a rule of its own.
 */
export function withWords(
  rules: readonly Rule[],
  words: readonly string[],
  mode: string,
  language: 'zh' | 'en',
): Rule[] {
  const when = groupText(words, language);
  const host = rules.find((rule) => rule.on && !rule.replaces && rule.mode === mode && rule.part === '');
  const sign = language === 'zh' ? ' 或 ' : ' or ';
  const longer = `${host?.when}${sign}${when}`;
  if (host === undefined || longer.length > LONGEST_RULE || !parseExpression(host.when).ok)
    return [...rules, newRule(rules, when, mode)];
  return rules.map((rule) => (rule === host ? { ...rule, when: longer } : rule));
}

/** A group of words as a rule looks for it: all of them. */
export function groupText(words: readonly string[], language: 'zh' | 'en'): string {
  const parts = words.map((text): Expression => ({ kind: 'word', text, whole: false }));
  const [only] = parts;
  return printExpression(parts.length === 1 && only !== undefined ? only : { kind: 'and', of: parts }, language);
}

function answerOf(text: string, blank: boolean): boolean | undefined {
  const word = text.toLowerCase();
  if (word === '') return blank;
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
}
