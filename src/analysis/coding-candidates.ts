import { CODING_DISMISSED } from '../data/coding/kinds';
import type { Decisions } from '../data/decisions';
import { sampledTexts } from '../data/queries/coding-rows';
import type { Rule } from '../domain/coding';
import { type Candidate, candidatesOf } from '../domain/coding-candidates';
import { matcherOf } from '../domain/coding-matcher';
import { type Suggestion, suggestionsFor } from '../domain/coding-suggestion';
import type { Source } from './view';

/** A group of words that could become a rule, with the failure mode that it speaks for. */
export interface SuggestedWords extends Candidate {
  readonly suggestion: Suggestion | undefined;
}

export interface Candidates {
  /** Texts without a code that were looked at: all of them, or some if there are many. */
  readonly texts: number;
  /** Of them, those that a rule of the draft holds for. */
  readonly covered: number;
  readonly groups: readonly SuggestedWords[];
}

/** Texts that candidates, and what they speak for, are looked for in. */
const SAMPLED = 3000;
const CANDIDATES = 100;

/** Groups of words in texts that neither a code nor a rule of the draft covers, less those that somebody dismissed. */
export async function candidates(
  source: Source & { readonly decisions: Decisions },
  { columns, rules }: { readonly columns: readonly string[]; readonly rules: readonly Rule[] },
  signal?: AbortSignal,
): Promise<Candidates> {
  const { stored } = source.facts.complaint;
  const sample = (of: 'uncoded' | 'coded') =>
    source.run<{ text: string; mode: string }>(sampledTexts(of, stored, columns, SAMPLED), { signal });
  const [uncoded, named] = [await sample('uncoded'), await sample('coded')];
  const dismissed = new Set(await source.decisions.read(CODING_DISMISSED));
  const open = uncovered(
    uncoded.map(({ text }) => text),
    rules,
  );
  const groups = candidatesOf(open, CANDIDATES + dismissed.size)
    .filter(({ words }) => !dismissed.has(words.join(' ')))
    .slice(0, CANDIDATES);
  const suggestions = suggestionsFor(groups, named);
  return {
    texts: uncoded.length,
    covered: uncoded.length - open.length,
    groups: groups.map((group, at) => ({ ...group, suggestion: suggestions[at] })),
  };
}

/** Texts that no rule holds for. */
function uncovered(texts: readonly string[], rules: readonly Rule[]): string[] {
  const { matcher } = matcherOf(rules);
  const encoder = new TextEncoder();
  return texts.filter((text) => {
    const bytes = encoder.encode(text);
    return matcher.match(bytes, 0, bytes.length).length === 0;
  });
}
