import type { SafetyAnswer, SafetyItem } from '../../analysis/safety';
import type { SafetyWords } from '../../analysis/safety-decisions';
import { shift } from '../../domain/period';
import type { Standing } from '../../domain/safety-acts';
import { isClosed } from './item-filter';

/** What one word of a list finds among the complaints in scope. */
export interface WordCount {
  readonly hits: number;
  readonly denied: number;
  /** Items that nothing else makes one. */
  readonly alone: number;
}

export function countWords(
  words: readonly string[],
  { items, denials }: Pick<SafetyAnswer, 'items' | 'denials'>,
  inScope: (item: SafetyItem) => boolean,
): ReadonlyMap<string, WordCount> {
  const counts = new Map(words.map((word) => [word, { hits: 0, denied: 0, alone: 0 }]));
  const add = (word: string, what: keyof WordCount) => {
    const count = counts.get(word);
    if (count !== undefined) count[what]++;
  };
  for (const item of [...items, ...denials]) {
    if (!inScope(item)) continue;
    for (const word of item.words) add(word, 'hits');
    for (const word of item.denied) add(word, 'denied');
    const [only] = item.words;
    if (only !== undefined && item.words.length === 1 && !item.flagged && !item.critical) add(only, 'alone');
  }
  return counts;
}

/** Items that another list of words brings, and open ones that it would take away, wherever they are. */
export function changeOf(
  before: SafetyAnswer,
  after: SafetyAnswer,
  standings: ReadonlyMap<string, Standing>,
): { readonly gained: number; readonly lost: readonly SafetyItem[] } {
  const keys = (answer: SafetyAnswer) => new Set(answer.items.map(({ key }) => key));
  const [had, has] = [keys(before), keys(after)];
  return {
    gained: after.items.filter(({ key }) => !had.has(key)).length,
    lost: before.items.filter(({ key }) => !has.has(key) && !isClosed(key, standings)),
  };
}

export interface WordSaving {
  readonly draft: Pick<SafetyWords, 'words' | 'retired'>;
  /** Open items that the draft takes away. */
  readonly lost: number;
  /** They stay on the list until somebody closes them. */
  readonly keep: boolean;
  readonly by: string;
  readonly at: string;
  /** Last day in the data: what comes after it is not sought by a removed word. */
  readonly asOf: string | undefined;
}

/** The list as it is kept: a removed word that open items hang on goes on being sought among what came in so far. */
export function savedWords(before: SafetyWords, { draft, lost, keep, by, at, asOf }: WordSaving): SafetyWords {
  const listed = new Set([...draft.words, ...draft.retired.map(({ word }) => word)]);
  const gone = [
    ...before.retired,
    ...before.words.map((word) => ({ word, before: shift('day', (asOf ?? at).slice(0, 10), 1) })),
  ].filter(({ word }) => !listed.has(word));
  const retired = [...draft.retired, ...(keep && lost > 0 ? gone : [])].filter(
    ({ word }) => !draft.words.includes(word),
  );
  const added = draft.words.filter((word) => !before.words.includes(word));
  const removed = [
    ...before.words.filter((word) => !draft.words.includes(word)),
    ...before.retired
      .map(({ word }) => word)
      .filter((word) => !listed.has(word) && !retired.some((one) => one.word === word)),
  ];
  const change = { at, by, added, removed, dropped: keep ? 0 : lost };
  return { words: draft.words, retired, changes: [...before.changes, change] };
}
