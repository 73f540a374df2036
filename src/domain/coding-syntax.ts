import { enclosed } from './enclosed';

/**
 * What a keyword rule looks for in a text, as people type it: words joined by 且 / and, 或 / or, 非 / not, with parentheses; two words
 * beside each other are joined by “and”. 非 binds before 且, 且 before 或.
 *
 * A word is found anywhere in the text; one that begins with a Latin letter or digit only where a word begins (`leak` finds “leaking”, not
 * “bleak”). In quotes it is found as it stands, and Latin ends must be the ends of words. Case of Latin letters does not matter.
 */
export type Expression =
  | { readonly kind: 'word'; readonly text: string; readonly whole: boolean }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] };

export type SyntaxCode =
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'quoteOpen'
  | 'quoteEmpty'
  | 'parenOpen'
  | 'parenClose'
  | 'wordMissing'
  | 'matchesAll';

/** What is wrong, at which character (from 1), and the text that stands there (empty at the end). */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly at: number;
  readonly near: string;
}

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: SyntaxProblem };

const MOST_CHARACTERS = 2000;
const MOST_DEPTH = 40;

const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  且: 'and',
  并且: 'and',
  and: 'and',
  '&': 'and',
  '&&': 'and',
  '+': 'and',
  或: 'or',
  或者: 'or',
  or: 'or',
  '|': 'or',
  '||': 'or',
  非: 'not',
  不含: 'not',
  not: 'not',
  '!': 'not',
  '！': 'not',
};
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '”': '”', '＂': '＂' };
const OPENING = '(（';
const CLOSING = ')）';

type Token = { readonly at: number; readonly near: string } & (
  | { readonly kind: 'word'; readonly text: string; readonly whole: boolean }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'end' }
);

class SyntaxStop extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super(problem.code);
  }
}

/** Reads a rule. An expression that would hold for a text without any of its words is refused: it would code everything else. */
export function parseExpression(text: string): Parsed {
  try {
    const characters = [...text];
    if (characters.length > MOST_CHARACTERS) stop('tooLong', MOST_CHARACTERS + 1, '');
    const expression = new Parser(tokensOf(characters)).parse();
    if (evaluate(expression, () => false)) stop('matchesAll', 1, text.trim());
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof SyntaxStop) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** The expression over given words: `found` says whether the text has a word. */
export function evaluate(
  expression: Expression,
  found: (word: { readonly text: string; readonly whole: boolean }) => boolean,
): boolean {
  switch (expression.kind) {
    case 'word':
      return found(expression);
    case 'not':
      return !evaluate(expression.of, found);
    case 'and':
      return expression.of.every((part) => evaluate(part, found));
    case 'or':
      return expression.of.some((part) => evaluate(part, found));
  }
}

const SIGNS = {
  zh: { and: ' 且 ', or: ' 或 ', not: '非 ' },
  en: { and: ' and ', or: ' or ', not: 'not ' },
} as const;

/** Writes an expression so that `parseExpression` reads it again as the same. */
export function printExpression(expression: Expression, language: 'zh' | 'en' = 'zh'): string {
  const signs = SIGNS[language];
  const inside = (part: Expression, loose: readonly string[]) =>
    loose.includes(part.kind) ? `(${printExpression(part, language)})` : printExpression(part, language);
  switch (expression.kind) {
    case 'word':
      // What is an operator by itself is a word in quotes only.
      return expression.whole || Object.hasOwn(OPERATORS, expression.text)
        ? `"${expression.text.replaceAll('"', '""')}"`
        : expression.text;
    case 'not':
      return signs.not + inside(expression.of, ['and', 'or']);
    case 'and':
      return expression.of.map((part) => inside(part, ['or', 'and'])).join(signs.and);
    case 'or':
      return expression.of.map((part) => inside(part, ['or'])).join(signs.or);
  }
}

/** Every word of an expression, each once. */
export function wordsIn(expression: Expression): { readonly text: string; readonly whole: boolean }[] {
  if (expression.kind === 'word') return [expression];
  const parts = expression.kind === 'not' ? [expression.of] : expression.of;
  const words = parts.flatMap(wordsIn).map((word) => [`${word.whole} ${word.text}`, word] as const);
  return [...new Map(words).values()];
}

/** Words that look as if an operator was meant inside them (`漏水或渗水`): operators stand between spaces. */
export function gluedWords(expression: Expression): string[] {
  return wordsIn(expression)
    .filter(({ text, whole }) => !whole && /.[且或|&].|..非./u.test(text))
    .map(({ text }) => text);
}

/** Letters A–Z are a–z to every rule; other characters are themselves. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function stop(code: SyntaxCode, at: number, near: string): never {
  throw new SyntaxStop({ code, at, near });
}

function tokensOf(characters: readonly string[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] as string;
    const place = { at: at + 1, near: character };
    if (/\s/u.test(character)) at += 1;
    else if (OPENING.includes(character)) {
      tokens.push({ ...place, kind: 'open' });
      at += 1;
    } else if (CLOSING.includes(character)) {
      tokens.push({ ...place, kind: 'close' });
      at += 1;
    } else if (QUOTES[character] !== undefined) {
      const [text, after] = quoted(characters, at, QUOTES[character]);
      tokens.push({ ...place, kind: 'word', text, whole: true });
      at = after;
    } else {
      const from = at;
      while (at < characters.length && !endsWord(characters[at] as string)) at += 1;
      const text = foldCase(characters.slice(from, at).join(''));
      const operator = Object.hasOwn(OPERATORS, text) ? OPERATORS[text] : undefined;
      const near = characters.slice(from, at).join('');
      tokens.push(
        operator === undefined
          ? { at: from + 1, near, kind: 'word', text, whole: false }
          : { at: from + 1, near, kind: operator },
      );
    }
  }
  tokens.push({ kind: 'end', at: characters.length + 1, near: '' });
  return tokens;
}

function endsWord(character: string): boolean {
  return (
    /\s/u.test(character) ||
    OPENING.includes(character) ||
    CLOSING.includes(character) ||
    QUOTES[character] !== undefined
  );
}

/** The text between quotes, and where it goes on. */
function quoted(characters: readonly string[], from: number, closing: string): [text: string, after: number] {
  const near = (to: number) => characters.slice(from, to).join('');
  const [text, after] = enclosed(characters, from, closing) ?? stop('quoteOpen', from + 1, near(from + 12));
  if (text.trim() === '') stop('quoteEmpty', from + 1, near(after));
  return [foldCase(text), after];
}

/** Recursive descent over: or = and (或 and)* · and = not ((且)? not)* · not = 非* (word | ( or )). */
class Parser {
  #at = 0;
  #depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Expression {
    if (this.#next.kind === 'end') stop('empty', 1, '');
    const expression = this.#or();
    const rest = this.#next;
    if (rest.kind === 'close') stop('parenClose', rest.at, rest.near);
    return expression;
  }

  get #next(): Token {
    return this.tokens[this.#at] as Token;
  }

  #or(): Expression {
    const parts = [this.#and()];
    while (this.#next.kind === 'or') {
      this.#at += 1;
      parts.push(this.#and());
    }
    return joined('or', parts);
  }

  #and(): Expression {
    const parts = [this.#not()];
    for (;;) {
      if (this.#next.kind === 'and') this.#at += 1;
      else if (!['word', 'open', 'not'].includes(this.#next.kind)) return joined('and', parts);
      parts.push(this.#not());
    }
  }

  #not(): Expression {
    const token = this.#next;
    this.#at += 1;
    if (token.kind === 'word') return { kind: 'word', text: token.text, whole: token.whole };
    if (token.kind !== 'not' && token.kind !== 'open') stop('wordMissing', token.at, token.near);
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) stop('tooDeep', token.at, token.near);
    const inner = token.kind === 'not' ? ({ kind: 'not', of: this.#not() } as const) : this.#group(token);
    this.#depth -= 1;
    return inner;
  }

  #group(opening: Token): Expression {
    const expression = this.#or();
    if (this.#next.kind !== 'close') stop('parenOpen', opening.at, opening.near);
    this.#at += 1;
    return expression;
  }
}

/** Nested joins of the same kind are one. */
function joined(kind: 'and' | 'or', parts: readonly Expression[]): Expression {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return { kind, of: parts.flatMap((part) => (part.kind === kind ? part.of : [part])) };
}
