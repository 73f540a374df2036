/** A piece of a statement; comments and white space are between the pieces. */
export interface Token {
  /** `word`: name or keyword without quotes · `name`: in double quotes · `text`: string literal · `symbol`: one other character */
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'symbol';
  /** Words in lower case; names and texts without their quotes, escapes undone as far as quotes go. */
  readonly value: string;
  /** Where it stands: start ≤ offset < end, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The engine takes the spaces of Unicode, and characters without width, for spaces too. */
const SPACE = /[\s\u200b-\u200d\u2060]+/y;
const LINE_COMMENT = /--[^\n\r]*/y;
const WORD = /(?:(?![\s\u200b-\u200d\u2060])[A-Za-z_\u0080-\uffff])(?:(?![\s\u200b-\u200d\u2060])[\w$\u0080-\uffff])*/y;
const NUMBER = /(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const NAME = /"(?:[^"]|"")*"?/y;
const TEXT = /'(?:[^']|'')*'?/y;
const ESCAPED_TEXT = /[eE]'(?:[^'\\]|''|\\[\s\S])*'?/y;
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/**
 * Cuts SQL the way the engine's own scanner does: nested block comments, `E''` and dollar-quoted texts included. Never fails; what is not
 * closed runs to the end, for the engine to complain about.
 */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0];
  };
  const take = (kind: Token['kind'], length: number, value: string) => {
    tokens.push({ kind, value, start: at, end: at + length });
    at += length;
  };
  while (at < sql.length) {
    const skipped = match(SPACE) ?? match(LINE_COMMENT);
    if (skipped !== undefined) at += skipped.length;
    else if (sql.startsWith('/*', at)) at = endOfComment(sql, at);
    else {
      const dollar = match(DOLLAR);
      const escaped = match(ESCAPED_TEXT);
      const text = match(TEXT);
      const name = match(NAME);
      const number = match(NUMBER);
      const word = match(WORD);
      if (dollar !== undefined) {
        const close = sql.indexOf(dollar, at + dollar.length);
        const end = close === -1 ? sql.length : close;
        take('text', (close === -1 ? end : end + dollar.length) - at, sql.slice(at + dollar.length, end));
      } else if (escaped !== undefined) take('text', escaped.length, unquoted(escaped.slice(1), "'"));
      else if (text !== undefined) take('text', text.length, unquoted(text, "'"));
      else if (name !== undefined) take('name', name.length, unquoted(name, '"'));
      else if (number !== undefined) take('number', number.length, number);
      else if (word !== undefined) take('word', word.length, word.toLowerCase());
      else take('symbol', 1, sql[at] ?? '');
    }
  }
  return tokens;
}

/** Block comments nest; the one that is not closed goes on to the end. */
function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; ) {
    if (sql.startsWith('/*', at)) {
      depth++;
      at += 2;
    } else if (sql.startsWith('*/', at)) {
      depth--;
      at += 2;
      if (depth === 0) return at;
    } else at++;
  }
  return sql.length;
}

function unquoted(text: string, quote: string): string {
  const closed = text.length > 1 && text.endsWith(quote);
  return text.slice(1, closed ? -1 : undefined).replaceAll(quote + quote, quote);
}
