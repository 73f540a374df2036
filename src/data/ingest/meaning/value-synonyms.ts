import type { Column } from '../../../domain/columns';
import { codesOf } from '../../../domain/vocabulary';
import { holdsNothing } from '../text/placeholders';
import { fold } from './fold';
import { ANSWERS, NO, VALUE_WORDS, YES } from './value-words';

/** Codes of yes-or-no columns, as a plan's `values` holds them. */
const TRUE = 'true';
const FALSE = 'false';

/** With such a word the rest means the opposite, or something else. */
const DENIAL = /^(?:非|未|不|没|沒|无|無|(?:not?|non|never)(?![a-z]))/i;

type Dictionary = ReadonlyMap<string, string>;
const dictionaries = new Map<string, Dictionary>();

/** Whether the cells of a column are read word by word: those of a closed vocabulary, and answers yes or no. */
export function hasCodes(column: Column): boolean {
  return column.vocabulary !== undefined || column.kind === 'boolean';
}

/** The codes that a column may hold; empty for columns without a vocabulary. */
export function codesFor(column: Column): readonly string[] {
  if (column.kind === 'boolean') return [TRUE, FALSE];
  return column.vocabulary === undefined ? [] : codesOf(column.vocabulary);
}

/**
 * The code of a value by the words of its own column, or null when it is none of them (never a guess).
 * A value of several segments ("致命(CR)", "2-一般") has the code that all segments with one agree on, unless one denies something.
 */
export function codeOf(column: Column, value: string): string | null {
  if (holdsNothing(column.kind, value)) return null;
  const dictionary = dictionaryOf(column);
  const whole = dictionary.get(fold(value));
  if (whole !== undefined || column.kind === 'boolean') return whole ?? null;
  const segments = segmentsOf(value).map((segment) => ({ segment, code: segmentCode(segment, dictionary) }));
  if (segments.some(({ segment, code }) => code === undefined && DENIAL.test(segment))) return null;
  const codes = new Set(segments.flatMap(({ code }) => code ?? []));
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? code : null;
}

/** "严重 Major" has a code, because every word means it; "Not Closed" has none. */
function segmentCode(segment: string, dictionary: Dictionary): string | undefined {
  const whole = dictionary.get(fold(segment));
  if (whole !== undefined) return whole;
  const words = segment.split(/\s+/).filter(says);
  const codes = new Set(words.map((word) => dictionary.get(fold(word))));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/**
 * Share of values (weighted by their counts, placeholders aside) whose code is known; undefined when there are none.
 * @param isLearned somebody explained the value before
 */
export function knownShare(
  column: Column,
  values: readonly { readonly value: string; readonly count: number }[],
  isLearned: (value: string) => boolean = () => false,
): number | undefined {
  let all = 0;
  let known = 0;
  for (const { value, count } of values) {
    if (holdsNothing(column.kind, value)) continue;
    all += count;
    if (codeOf(column, value) !== null || isLearned(value)) known += count;
  }
  return all === 0 ? undefined : known / all;
}

/** Parts between brackets, slashes and dashes that say something. */
function segmentsOf(value: string): string[] {
  return value
    .split(/[()（）[\]【】/／|、,，;；:：.．—–-]+/)
    .map((segment) => segment.trim())
    .filter(says);
}

/** Numbering says nothing. */
function says(segment: string): boolean {
  return segment.length > 1 && !/^\d+$/.test(segment);
}

function dictionaryOf(column: Column): Dictionary {
  const name = column.vocabulary ?? column.name;
  const made = dictionaries.get(name) ?? new Map(wordsFor(column).map(([word, code]) => [fold(word), code]));
  dictionaries.set(name, made);
  return made;
}

function wordsFor(column: Column): [word: string, code: string][] {
  const listed = (list: string, code: string) => list.split(', ').map((word): [string, string] => [word, code]);
  if (column.kind === 'boolean') {
    const own = ANSWERS[column.name];
    return [
      ...listed(YES, TRUE),
      ...listed(NO, FALSE),
      ...listed(own?.yes ?? TRUE, TRUE),
      ...listed(own?.no ?? FALSE, FALSE),
    ];
  }
  const words: Readonly<Record<string, string>> = column.vocabulary === undefined ? {} : VALUE_WORDS[column.vocabulary];
  return Object.entries(words).flatMap(([code, list]) => [[code, code] as [string, string], ...listed(list, code)]);
}
