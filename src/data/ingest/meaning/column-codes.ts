import type { Column } from '../../../domain/columns';
import type { ColumnProfile, Problem } from '../plan';
import { holdsNothing } from '../text/placeholders';
import { type LearnedWords, learnedCode, NO_WORDS } from './learned-words';
import { problem, unknownValues } from './problems';
import { codeOf, codesFor } from './value-synonyms';

/** A column with a smaller share of known words is not of the vocabulary. */
const LEAST_KNOWN = 0.3;

export interface MappedCodes {
  /** Code of every distinct value, most frequent first; null where it is not known. */
  readonly values: Readonly<Record<string, string | null>>;
  /** Those of them that somebody explained before. */
  readonly learned: readonly string[];
  /** Per cent of the cells whose code is known. */
  readonly known: number;
  /** The column may be taken for one of this vocabulary. */
  readonly belongs: boolean;
  readonly problems: readonly Problem[];
}

/** The code of each value of a vocabulary or yes-or-no column: by the user's word, else by what was said before, else by the column's own words. */
export function mappedCodes(
  column: Column,
  source: string,
  profile: ColumnProfile,
  told: Readonly<Record<string, string>> = {},
  words: LearnedWords = NO_WORDS,
): MappedCodes {
  const cells = (profile.values ?? []).filter(({ value }) => !holdsNothing(column.kind, value));
  const codes = new Set(codesFor(column));
  const codeTold = (value: string) => {
    const code = Object.hasOwn(told, value) ? told[value] : undefined;
    return code !== undefined && codes.has(code) ? code : undefined;
  };
  const coded = cells.map(({ value, count }) => {
    const said = codeTold(value);
    const own = codeOf(column, value);
    const learned = said === undefined ? learnedCode(words, column, value) : undefined;
    return { value, count, code: said ?? learned ?? own, learned: learned !== undefined && learned !== own };
  });
  const values = Object.fromEntries(coded.map(({ value, code }) => [value, code]));
  const all = coded.reduce((sum, { count }) => sum + count, 0);
  const known = coded.reduce((sum, { count, code }) => sum + (code === null ? 0 : count), 0);
  const wrong = Object.entries(told).filter(([, code]) => !codes.has(code));
  return {
    values,
    learned: coded.flatMap(({ value, learned }) => (learned ? [value] : [])),
    known: all === 0 ? 100 : Math.round((100 * known) / all),
    belongs: profile.values !== undefined && (all === 0 || known / all >= LEAST_KNOWN),
    problems: [
      ...wrong.map(([value, code]) => problem('error', 'unknownCode', { column: source, value, code })),
      ...unknownValues(source, column.name, values),
    ],
  };
}
