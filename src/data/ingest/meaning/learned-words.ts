import type { Column } from '../../../domain/columns';
import { fold } from './fold';
import { codesFor } from './value-synonyms';

/** A word as somebody met it in a file, and the code that it means. */
export interface LearnedWord {
  readonly value: string;
  readonly code: string;
}

/** What people explained in earlier imports: vocabulary (of yes-or-no columns the column) → words. Kept by column, never by the word alone. */
export type LearnedWords = Readonly<Record<string, readonly LearnedWord[]>>;

export const NO_WORDS: LearnedWords = {};

/** The name under which the words of a column are kept. */
export function wordsKey({ vocabulary, name }: Column): string {
  return vocabulary ?? name;
}

/** The form in which words are compared; signs that folding leaves nothing of stay themselves. */
export function wordForm(value: string): string {
  return fold(value) || value.trim();
}

/** The code that somebody gave a value of such a column before; undefined when nobody did, or the column has no such code any more. */
export function learnedCode(words: LearnedWords, column: Column, value: string): string | undefined {
  const known = indexOf(words).get(wordsKey(column));
  const code = known?.get(wordForm(value));
  return code !== undefined && codesFor(column).includes(code) ? code : undefined;
}

const indices = new WeakMap<LearnedWords, ReadonlyMap<string, ReadonlyMap<string, string>>>();

/** Words are looked up for every value of every column that may be of a vocabulary. */
function indexOf(words: LearnedWords): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const made = indices.get(words);
  if (made !== undefined) return made;
  const index = new Map(
    Object.entries(words).map(([key, list]) => [key, new Map(list.map(({ value, code }) => [wordForm(value), code]))]),
  );
  indices.set(words, index);
  return index;
}
