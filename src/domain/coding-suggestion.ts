import type { Candidate } from './coding-candidates';

/** A failure mode that a group of words speaks for, judged by complaints whose failure is named already. */
export interface Suggestion {
  readonly mode: string;
  /** Of the named complaints that hold the words, those of this failure mode (0…1). */
  readonly share: number;
  /** Named complaints that hold the words. */
  readonly n: number;
}

/** Fewer named complaints say nothing. */
const LEAST = 3;
/** A smaller share is no suggestion. */
const LEAST_SHARE = 0.5;

/** For each group of words the failure mode that complaints with these words mostly have; undefined where none stands out. */
export function suggestionsFor(
  groups: readonly Pick<Candidate, 'words'>[],
  named: readonly { readonly text: string; readonly mode: string }[],
): (Suggestion | undefined)[] {
  const lower = named.map(({ text, mode }) => ({ text: text.toLowerCase(), mode }));
  return groups.map(({ words }) => {
    const counts = new Map<string, number>();
    let n = 0;
    for (const { text, mode } of lower) {
      if (!words.every((word) => text.includes(word))) continue;
      n += 1;
      counts.set(mode, (counts.get(mode) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    if (most === undefined || n < LEAST || most[1] / n < LEAST_SHARE) return undefined;
    return { mode: most[0], share: most[1] / n, n };
  });
}
