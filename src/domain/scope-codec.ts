import { type Predicate, type Scope, scopeOf, type Value } from './scope';

/**
 * The scope as one short text for the URL: `model=A,B;failure_mode=!~;received_at=@2025-01-01..2025-04-01;cost=#10..;description=*漏`.
 * `!` none of · `@` period · `#` range · `*` contains · `~` blank. Delimiters inside values are percent-encoded.
 */
export function encodeScope(scope: Scope): string {
  return scopeOf(scope)
    .map((predicate) => `${escapeText(predicate.field)}=${body(predicate)}`)
    .join(';');
}

/** Reads what `encodeScope` wrote. What it cannot read is left out, so a mangled link shows more rows, never an error. */
export function decodeScope(text: string): Scope {
  const predicates: Predicate[] = [];
  for (const part of text.split(';')) {
    const at = part.indexOf('=');
    if (at <= 0) continue;
    const field = unescapeText(part.slice(0, at));
    const predicate = field === undefined ? undefined : parse(field, part.slice(at + 1));
    if (predicate !== undefined) predicates.push(predicate);
  }
  return scopeOf(predicates);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function body(predicate: Predicate): string {
  switch (predicate.kind) {
    case 'oneOf':
      return list(predicate.values);
    case 'noneOf':
      return `!${list(predicate.values)}`;
    case 'period':
      return `@${predicate.from ?? ''}..${predicate.until ?? ''}`;
    case 'range':
      return `#${predicate.min ?? ''}..${predicate.max ?? ''}`;
    case 'contains':
      return `*${escapeText(predicate.text)}`;
  }
}

function parse(field: string, text: string): Predicate | undefined {
  const rest = text.slice(1);
  switch (text[0]) {
    case '!': {
      const values = unlist(rest);
      return values === undefined ? undefined : { kind: 'noneOf', field, values };
    }
    case '@': {
      const [from = '', until = ''] = rest.split('..');
      if ((from !== '' && !DAY.test(from)) || (until !== '' && !DAY.test(until))) return undefined;
      return { kind: 'period', field, from: from || undefined, until: until || undefined };
    }
    case '#': {
      const [min = '', max = ''] = rest.split('..');
      const bounds = [min, max].map((bound) => (bound === '' ? undefined : Number(bound)));
      if (bounds.some(Number.isNaN)) return undefined;
      return { kind: 'range', field, min: bounds[0], max: bounds[1] };
    }
    case '*': {
      const word = unescapeText(rest);
      return word === undefined ? undefined : { kind: 'contains', field, text: word };
    }
    default: {
      const values = unlist(text);
      return values === undefined ? undefined : { kind: 'oneOf', field, values };
    }
  }
}

function list(values: readonly Value[]): string {
  return values.map((value) => (value === null ? '~' : escapeText(value))).join(',');
}

function unlist(text: string): Value[] | undefined {
  if (text === '') return [];
  const values: Value[] = [];
  for (const part of text.split(',')) {
    const value = part === '~' ? null : unescapeText(part);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** Percent-encodes what the codec uses itself, controls and lone surrogates' neighbours; leaves Chinese readable. */
function escapeText(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not reach the URL
  return value.replace(/[%,;=~!@#*\u0000-\u0020]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

function unescapeText(text: string): string | undefined {
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
