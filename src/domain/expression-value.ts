import { type Condition, EXPRESSION_BLANKS, type TextExpression } from './expression';

/** What an expression is worked out over: one record. */
export interface Cells {
  /** Text of a cell as written; empty where there is none. */
  cell(name: string): string;
  /** Marks for nothing. */
  readonly nothing: ReadonlySet<string>;
}

/** The text that an expression gives for a record, without blanks around it. */
export function expressionValue(expression: TextExpression, cells: Cells): string {
  return trimmed(textOf(expression, cells));
}

function textOf(expression: TextExpression, cells: Cells): string {
  switch (expression.kind) {
    case 'column':
      return trimmed(cells.cell(expression.name));
    case 'text':
      return expression.text;
    case 'concat':
      return expression.of.map((part) => textOf(part, cells)).join('');
    case 'coalesce':
      return expression.of.map((part) => textOf(part, cells)).find((text) => !isNothing(text, cells)) ?? '';
    case 'if':
      return textOf(holds(expression.when, cells) ? expression.yes : expression.no, cells);
    default:
      return changed(expression, textOf(expression.of, cells));
  }
}

/** The expressions that make one text of another. */
type Change = Exclude<TextExpression, { kind: 'column' | 'text' | 'concat' | 'coalesce' | 'if' }>;

function changed(change: Change, text: string): string {
  switch (change.kind) {
    case 'trim':
      return trimmed(text);
    case 'upper':
      return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
    case 'lower':
      return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    case 'narrow':
      return text.replace(/[\uff01-\uff5e\u3000\u00a0]/g, narrow);
    case 'digits':
      return text.replace(/[^0-9]/g, '');
    case 'left':
      return [...text].slice(0, change.count).join('');
    case 'right':
      return change.count === 0 ? '' : [...text].slice(-change.count).join('');
    case 'mid':
      return [...text].slice(change.from - 1, change.from - 1 + change.count).join('');
    case 'pad': {
      const length = [...text].length;
      return length === 0 || length >= change.count ? text : '0'.repeat(change.count - length) + text;
    }
    case 'part':
      return text.split(change.mark).at(change.place > 0 ? change.place - 1 : change.place) ?? '';
    case 'after': {
      const at = text.indexOf(change.mark);
      return at < 0 ? '' : text.slice(at + change.mark.length);
    }
    case 'replace':
      return text.replaceAll(change.mark, () => change.by);
  }
}

function holds(condition: Condition, cells: Cells): boolean {
  switch (condition.kind) {
    case 'equal':
      return textOf(condition.of, cells) === textOf(condition.other, cells);
    case 'contains':
      return textOf(condition.of, cells).includes(textOf(condition.other, cells));
    case 'starts':
      return textOf(condition.of, cells).startsWith(textOf(condition.other, cells));
    case 'ends':
      return textOf(condition.of, cells).endsWith(textOf(condition.other, cells));
    case 'blank':
      return isNothing(textOf(condition.of, cells), cells);
    case 'not':
      return !holds(condition.of, cells);
    case 'and':
      return condition.of.every((part) => holds(part, cells));
    case 'or':
      return condition.of.some((part) => holds(part, cells));
  }
}

function isNothing(text: string, { nothing }: Cells): boolean {
  const bare = trimmed(text);
  return bare === '' || nothing.has(bare);
}

function narrow(wide: string): string {
  const code = wide.charCodeAt(0);
  return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : ' ';
}

function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && EXPRESSION_BLANKS.includes(text.charAt(from))) from += 1;
  while (to > from && EXPRESSION_BLANKS.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
