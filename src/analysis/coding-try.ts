import { type CodingHooks, codingPass } from '../data/coding/pass';
import { complaintTable } from '../data/coding/recode';
import type { Workspace } from '../data/workspace';
import { type Coding, NO_CODING } from '../domain/coding';

/** What a rule would find, before it is one. */
export interface RuleTrial {
  readonly rows: number;
  /** Complaints whose text it holds for. */
  readonly hits: number;
  /** Of them, those that have no name of their failure yet. */
  readonly uncoded: number;
  /** Other rules that hold for some of the same complaints, most first. */
  readonly overlaps: readonly { readonly rule: string; readonly n: number }[];
  /** Row ids of some hits, those without a name first. */
  readonly examples: readonly number[];
}

const TRIED = 'tried';
const EXAMPLES = 20;

/**
 * Tries a rule on every complaint, beside the other rules of the coding.
 * @param when as typed, without errors
 * @param id of the rule that is being changed, which does not overlap with itself
 */
export async function tryRule(
  workspace: Workspace,
  { coding, when, id }: { readonly coding: Coding; readonly when: string; readonly id?: string },
  hooks: CodingHooks = {},
): Promise<RuleTrial> {
  const others = coding.rules.filter((rule) => rule.on && rule.id !== id);
  // Every rule decides everywhere here, so that each result tells all rules that hold.
  const rules = [{ id: TRIED, when }, ...others].map((rule) => ({
    id: rule.id,
    when: rule.when,
    mode: 'x',
    part: '',
    replaces: true,
    on: true,
  }));
  const of = await complaintTable((sql) => workspace.run(sql, { signal: hooks.signal }));
  const trial = { ...NO_CODING, columns: coding.columns, rules };
  const { results } = await codingPass(workspace.engine, of, trial, new Map(), hooks);
  const found = results.filter(({ outcome }) => outcome.rules.includes(TRIED));
  const sum = (some: typeof results) => some.reduce((all, { n }) => all + n, 0);
  const unnamed = found.filter(({ situation }) => situation.now_mode === null);
  const overlaps = new Map<string, number>();
  for (const { outcome, n } of found)
    for (const rule of outcome.rules) if (rule !== TRIED) overlaps.set(rule, (overlaps.get(rule) ?? 0) + n);
  return {
    rows: sum(results),
    hits: sum(found),
    uncoded: sum(unnamed),
    overlaps: [...overlaps].map(([rule, n]) => ({ rule, n })).sort((a, b) => b.n - a.n),
    examples: [...unnamed, ...found.filter((result) => !unnamed.includes(result))]
      .flatMap(({ examples }) => examples)
      .slice(0, EXAMPLES),
  };
}
