import { type CodingPass, valuesOf } from '../data/coding/pass';
import type { CodingResult } from '../data/coding/tally';
import { VALUE_SEPARATOR } from '../data/queries/coding';
import type { Coding, CodingSource } from '../domain/coding';

/** Complaints that go from one name of their failure to another; null = without one. */
export interface CodingChange {
  readonly before: string | null;
  readonly after: string | null;
  readonly n: number;
  /** Row ids of the first of them; `CodingEffect.rowsOf` has all. */
  readonly examples: readonly number[];
}

/**
 * How many complaints a failure mode has, before and after; a complaint with several counts for each. Of those without one (null) only
 * those that have a failure to be named.
 */
export interface ModeCount {
  readonly mode: string | null;
  readonly before: number;
  readonly after: number;
}

export interface RuleCount {
  /** Complaints that the rule codes. */
  readonly decides: number;
  /** Complaints that it would code too, did not an earlier rule or another one decide. */
  readonly shares: number;
}

/** What applying a coding changes, or would. */
export interface CodingEffect {
  readonly rows: number;
  readonly changed: number;
  /** Complaints without a name that have a failure to be named, as `waitingCounts` counts them. */
  readonly uncodedBefore: number;
  readonly uncodedAfter: number;
  /** Rules that hold together and disagree. */
  readonly disagree: number;
  /** The most frequent first. */
  readonly changes: readonly CodingChange[];
  /** Failure modes whose number changes, the largest change first. */
  readonly modes: readonly ModeCount[];
  readonly sources: Readonly<Partial<Record<CodingSource, number>>>;
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleCount>;
  /** Failure modes that the dictionary lacks, if there is a dictionary. */
  readonly unknown: readonly { readonly mode: string; readonly n: number }[];
  /** Row ids of all complaints of a change, the latest first. They hold until the next import. */
  readonly rowsOf: (change: CodingChange) => number[];
}

const MOST_EXAMPLES = 20;

/** Counts what a pass has found. */
export function effectOf({ results, codes }: CodingPass, coding: Coding): CodingEffect {
  const changes = changesOf(results);
  const sum = (some: readonly CodingResult[]) => some.reduce((all, { n }) => all + n, 0);
  return {
    rows: sum(results),
    changed: sum(results.filter((result) => differs(result) || isElsewhere(result))),
    uncodedBefore: sum(results.filter(({ situation }) => situation.concerned && situation.now_mode === null)),
    uncodedAfter: sum(results.filter(({ situation, outcome }) => situation.concerned && outcome.modes.length === 0)),
    disagree: sum(results.filter(({ outcome }) => outcome.source === 'rules_disagree')),
    changes: [...changes.keys()],
    modes: modesOf(results),
    sources: sourcesOf(results),
    rules: ruleCountsOf(results, coding),
    unknown: unknownOf(results, coding),
    rowsOf: (change) => rowsWith(codes, new Set(changes.get(change))),
  };
}

const namesBefore = ({ situation }: CodingResult) => valuesOf(situation.now_mode);
const written = (names: readonly string[]) => names.join(VALUE_SEPARATOR);

function differs(result: CodingResult): boolean {
  return written(namesBefore(result)) !== written(result.outcome.modes);
}

/** The group or the part changes. */
function isElsewhere({ situation, outcome }: CodingResult): boolean {
  return situation.now_grp !== outcome.group || situation.now_part !== outcome.part;
}

/** The changes of the name, the most frequent first, each with the indices of its results. */
function changesOf(results: readonly CodingResult[]): Map<CodingChange, readonly number[]> {
  const alike = new Map<string, number[]>();
  results.forEach((result, at) => {
    if (!differs(result)) return;
    const key = `${written(namesBefore(result))}\u001e${written(result.outcome.modes)}`;
    const own = alike.get(key);
    if (own === undefined) alike.set(key, [at]);
    else own.push(at);
  });
  const changes = [...alike.values()].map((own) => {
    const all = own.map((at) => results[at] as CodingResult);
    const [first] = all as [CodingResult];
    const change: CodingChange = {
      before: joined(namesBefore(first)),
      after: joined(first.outcome.modes),
      n: all.reduce((sum, { n }) => sum + n, 0),
      examples: all.flatMap(({ examples }) => examples).slice(0, MOST_EXAMPLES),
    };
    return [change, own] as const;
  });
  return new Map(changes.sort(([a], [b]) => b.n - a.n));
}

function modesOf(results: readonly CodingResult[]): ModeCount[] {
  const counts = new Map<string | null, { mode: string | null; before: number; after: number }>();
  const add = (names: readonly string[], when: 'before' | 'after', { situation, n }: CodingResult) => {
    const none = situation.concerned ? [null] : [];
    for (const mode of names.length === 0 ? none : names) {
      const count = counts.get(mode) ?? { mode, before: 0, after: 0 };
      count[when] += n;
      counts.set(mode, count);
    }
  };
  for (const result of results) {
    add(namesBefore(result), 'before', result);
    add(result.outcome.modes, 'after', result);
  }
  const change = ({ before, after }: ModeCount) => Math.abs(after - before);
  return [...counts.values()].filter((count) => change(count) > 0).sort((a, b) => change(b) - change(a));
}

function sourcesOf(results: readonly CodingResult[]): Partial<Record<CodingSource, number>> {
  const sources: Partial<Record<CodingSource, number>> = {};
  for (const { outcome, n } of results)
    if (outcome.source !== undefined) sources[outcome.source] = (sources[outcome.source] ?? 0) + n;
  return sources;
}

function ruleCountsOf(results: readonly CodingResult[], coding: Coding): Map<string, RuleCount> {
  const counts = new Map(coding.rules.map(({ id }) => [id, { decides: 0, shares: 0 }]));
  for (const { outcome, n } of results) {
    outcome.rules.forEach((id, place) => {
      const count = counts.get(id);
      if (count !== undefined) count[place === 0 && outcome.source !== 'review' ? 'decides' : 'shares'] += n;
    });
  }
  return counts;
}

function unknownOf(results: readonly CodingResult[], { terms }: Coding): { mode: string; n: number }[] {
  if (terms.length === 0) return [];
  const known = new Set(terms.map(({ mode }) => mode));
  const counts = new Map<string, number>();
  for (const { outcome, n } of results)
    for (const mode of outcome.modes) if (!known.has(mode)) counts.set(mode, (counts.get(mode) ?? 0) + n);
  return [...counts].map(([mode, n]) => ({ mode, n })).sort((a, b) => b.n - a.n);
}

function rowsWith(codes: Int32Array, results: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  for (let row = codes.length - 1; row >= 0; row -= 1) if (results.has(codes[row] as number)) rows.push(row);
  return rows;
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(' / ');
}
