import { enclosed } from './enclosed';

/** Pieces of a written expression. `at` is the character (from 1) where it begins. */
export type ExpressionToken = { readonly at: number; readonly near: string } & (
  | { readonly kind: 'column' | 'string' | 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'open' | 'close' | 'comma' | 'equal' | 'unequal' | 'join' | 'end' }
);

export type TokenProblem = 'quoteOpen' | 'bracketOpen' | 'columnEmpty' | 'unexpected';

const QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '“': '”', '‘': '’', '＂': '＂', '＇': '＇' };
const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '【': '】', '［': '］' };
const SIGNS: Readonly<Record<string, 'open' | 'close' | 'comma' | 'equal' | 'unequal' | 'join'>> = {
  '(': 'open',
  '（': 'open',
  ')': 'close',
  '）': 'close',
  ',': 'comma',
  '，': 'comma',
  '=': 'equal',
  '＝': 'equal',
  '==': 'equal',
  '!=': 'unequal',
  '<>': 'unequal',
  '≠': 'unequal',
  '&': 'join',
  '＆': 'join',
};
const NUMBER = /^-?\d{1,6}$/;

/** Cuts an expression into tokens, the end among them. Marks typed in full width are taken like their ASCII ones. */
export function expressionTokens(
  text: string,
  stop: (code: TokenProblem, at: number, near: string) => never,
): ExpressionToken[] {
  const characters = [...text];
  const tokens: ExpressionToken[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] as string;
    const place = { at: at + 1, near: character };
    const two = character + (characters[at + 1] ?? '');
    const sign = Object.hasOwn(SIGNS, two) ? two : Object.hasOwn(SIGNS, character) ? character : undefined;
    if (/\s/u.test(character)) at += 1;
    else if (sign !== undefined) {
      tokens.push({ ...place, near: sign, kind: SIGNS[sign] as 'open' });
      at += [...sign].length;
    } else if (Object.hasOwn(QUOTES, character)) {
      const [inside, after] =
        enclosed(characters, at, QUOTES[character] as string) ?? stop('quoteOpen', at + 1, rest(at));
      tokens.push({ ...place, near: rest(at, after), kind: 'string', text: inside });
      at = after;
    } else if (Object.hasOwn(BRACKETS, character)) {
      const closing = BRACKETS[character] as string;
      const [inside, after] = enclosed(characters, at, closing) ?? stop('bracketOpen', at + 1, rest(at));
      if (inside.trim() === '') stop('columnEmpty', at + 1, rest(at, after));
      tokens.push({ ...place, near: rest(at, after), kind: 'column', text: inside });
      at = after;
    } else {
      const from = at;
      while (at < characters.length && isWordPart(characters, at, from)) at += 1;
      if (at === from) stop('unexpected', at + 1, character);
      const word = characters.slice(from, at).join('');
      if (NUMBER.test(word)) tokens.push({ ...place, near: word, kind: 'number', value: Number(word) });
      else tokens.push({ ...place, near: word, kind: 'name', text: word });
    }
  }
  tokens.push({ kind: 'end', at: characters.length + 1, near: '' });
  return tokens;

  function rest(from: number, to = from + 12): string {
    return characters.slice(from, to).join('');
  }
}

function isWordPart(characters: readonly string[], at: number, from: number): boolean {
  const character = characters[at] as string;
  return /[\p{L}\p{N}_.#/]/u.test(character) || (character === '-' && at === from);
}
