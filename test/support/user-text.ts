import { parseSync, Visitor } from 'oxc-parser';

export interface Finding {
  readonly line: number;
  readonly text: string;
}

export interface Keys {
  /** `t('figure.rows')` → figure.rows */
  readonly exact: readonly string[];
  /** `` t(`column.${name}`) `` → column. */
  readonly families: readonly string[];
}

/** Attributes that people read or hear. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'title',
]);

const WORDS = /\p{L}/u;

/** Text for people that stands in the code instead of the locales. */
export function hardCodedText(file: string, code: string): Finding[] {
  const found: Finding[] = [];
  const note = (start: number, text: string) => {
    if (WORDS.test(text)) found.push({ line: code.slice(0, start).split('\n').length, text: text.trim() });
  };
  /** Where the values of attributes begin that nobody reads, `className={…}` for example. */
  const silent = new Set<number>();
  new Visitor({
    JSXText: (node) => note(node.start, node.value),
    JSXAttribute: ({ name, value }) => {
      if (value === null) return;
      if (name.type !== 'JSXIdentifier' || !SPOKEN.has(name.name)) silent.add(value.start);
      else if (value.type === 'Literal') note(value.start, String(value.value));
    },
    JSXExpressionContainer: (node) => {
      if (!silent.has(node.start)) for (const { value, start } of stringsIn(node.expression)) note(start, value);
    },
  }).visit(program(file, code));
  return found;
}

/** The keys that a file asks `t` or `i18n.exists` for. */
export function keysIn(file: string, code: string): Keys {
  const exact: string[] = [];
  const families: string[] = [];
  new Visitor({
    CallExpression: (node) => {
      const callee = node.callee;
      const name =
        callee.type === 'Identifier'
          ? callee.name
          : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
            ? callee.property.name
            : '';
      if (name !== 't' && name !== 'exists') return;
      collect(node.arguments[0], exact, families);
    },
  }).visit(program(file, code));
  return { exact, families };
}

function collect(node: unknown, exact: string[], families: string[]): void {
  if (!isNode(node)) return;
  if (node.type === 'Literal' && typeof node.value === 'string') exact.push(node.value);
  else if (node.type === 'TemplateLiteral') {
    const quasis = node.quasis as { value: { cooked: string } }[];
    const head = quasis[0]?.value.cooked ?? '';
    if (quasis.length === 1) exact.push(head);
    else families.push(head);
  } else if (node.type === 'TSAsExpression') collect(node.expression, exact, families);
  else if (node.type === 'ConditionalExpression') {
    collect(node.consequent, exact, families);
    collect(node.alternate, exact, families);
  }
}

/** String literals that an expression can amount to: alone, chosen by a condition, or joined. */
function stringsIn(node: unknown): { value: string; start: number }[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ value: node.value, start: node.start }] : [];
    case 'TemplateLiteral':
      return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => ({
        value: value.cooked,
        start: node.start,
      }));
    case 'ConditionalExpression':
      return [...stringsIn(node.consequent), ...stringsIn(node.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.operator === '===' || node.operator === '!=='
        ? []
        : [...stringsIn(node.left), ...stringsIn(node.right)];
    default:
      return [];
  }
}

function program(file: string, code: string) {
  const parsed = parseSync(file, code);
  if (parsed.errors.length > 0) throw new Error(`${file}: ${parsed.errors[0]?.message}`);
  return parsed.program;
}

type AnyNode = { type: string; start: number; [field: string]: unknown };

function isNode(node: unknown): node is AnyNode {
  return typeof node === 'object' && node !== null && 'type' in node;
}
