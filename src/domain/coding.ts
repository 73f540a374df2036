/**
 * How failures are named: a dictionary group → mode → part with days of validity, renames, keyword rules over text, and what people decided
 * complaint by complaint. Rules only; the value as imported is never lost (`failure_mode_original`).
 * Days are ISO `YYYY-MM-DD`, half-open, by the day of receipt; an empty text is no limit.
 */
export interface Term {
  readonly group: string;
  readonly mode: string;
  readonly part: string;
  readonly from: string;
  readonly until: string;
}

/** From a day on one name stands for another: 跳闸 → 提前断电. */
export interface Rename {
  readonly before: string;
  readonly after: string;
  readonly from: string;
}

export interface Rule {
  readonly id: string;
  /** As typed; see `coding-syntax`. */
  readonly when: string;
  readonly mode: string;
  readonly part: string;
  /** Decides also where the file names a failure; otherwise only where it names none. */
  readonly replaces: boolean;
  readonly on: boolean;
}

export interface Coding {
  readonly terms: readonly Term[];
  readonly renames: readonly Rename[];
  /** The first rule that holds decides. */
  readonly rules: readonly Rule[];
  /** Names in the file that say nothing: 其他, 未知. They count as not coded. */
  readonly vague: readonly string[];
  /** Columns whose text the rules read. */
  readonly columns: readonly string[];
}

export const NO_CODING: Coding = { terms: [], renames: [], rules: [], vague: [], columns: ['description'] };

/** What somebody decided about one complaint; an empty mode means that it stays without one. */
export interface Review {
  readonly mode: string;
  readonly part: string;
  /** ISO time of the decision. */
  readonly at: string;
}

/** Where the name of a failure comes from. */
export const CODING_SOURCES = ['original', 'renamed', 'rule', 'rules_disagree', 'review'] as const;
export type CodingSource = (typeof CODING_SOURCES)[number];

/** What is known about a complaint before it is coded. */
export interface Situation {
  /** Failure modes of the file; empty when it names none. */
  readonly modes: readonly string[];
  readonly group: string | null;
  readonly part: string | null;
  /** Day from which on it counts as received; see `erasOf`. */
  readonly day: string;
  /** Indices of the rules that hold for its text, ascending. */
  readonly matches: readonly number[];
  readonly review?: Review;
}

export interface Outcome {
  /** Empty: not coded. */
  readonly modes: readonly string[];
  readonly group: string | null;
  readonly part: string | null;
  /** Undefined when there is no mode and nobody decided so. */
  readonly source: CodingSource | undefined;
  /** Ids of the rules that hold, the deciding one first. */
  readonly rules: readonly string[];
}

/** Days on which a name begins or ceases to be valid, ascending: between two of them nothing depends on the day. */
export function erasOf({ terms, renames }: Coding): string[] {
  const days = [...terms.flatMap(({ from, until }) => [from, until]), ...renames.map(({ from }) => from)];
  return [...new Set(days.filter((day) => day !== ''))].sort();
}

/** Gives a complaint the name of its failure. The one definition: trying, changes and applying all ask here. */
export class Coder {
  readonly #terms: ReadonlyMap<string, readonly Term[]>;
  readonly #renames: ReadonlyMap<string, readonly Rename[]>;
  readonly #vague: ReadonlySet<string>;

  constructor(private readonly coding: Coding) {
    this.#terms = grouped(coding.terms, ({ mode }) => mode);
    // Of several renames of a name the latest that has begun holds.
    const latestFirst = coding.renames.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
    this.#renames = grouped(latestFirst, ({ before }) => before);
    this.#vague = new Set(coding.vague.map(plain));
  }

  /** Names of the file that say something. */
  named(modes: readonly string[]): string[] {
    return modes.filter((mode) => !this.#vague.has(plain(mode)));
  }

  /** Whether text can still change anything about complaints whose file names these failures. */
  isOpen(modes: readonly string[]): boolean {
    return this.named(modes).length === 0 || this.coding.rules.some(({ on, replaces }) => on && replaces);
  }

  code(situation: Situation): Outcome {
    const { day, review } = situation;
    const named = this.named(situation.modes);
    const holding = situation.matches
      .map((at) => this.coding.rules[at])
      .filter((rule): rule is Rule => rule !== undefined && this.#isValid(rule.mode, day));
    const replacing = holding.filter(({ replaces }) => replaces);
    const deciding = replacing.length > 0 ? replacing : named.length === 0 ? holding : [];
    const rules = deciding.map(({ id }) => id);
    if (review !== undefined)
      return this.#outcome(situation, review.mode === '' ? [] : [review.mode], review.part, 'review', rules);
    const [first] = deciding;
    if (first !== undefined) {
      const codes = new Set(deciding.map(({ mode, part }) => `${this.renamed(mode, day)}\u001f${part}`));
      return this.#outcome(situation, [first.mode], first.part, codes.size > 1 ? 'rules_disagree' : 'rule', rules);
    }
    const renamed = named.some((mode) => this.renamed(mode, day) !== mode);
    return this.#outcome(
      situation,
      named,
      '',
      named.length === 0 ? undefined : renamed ? 'renamed' : 'original',
      rules,
    );
  }

  /** What a name is called on a day. */
  renamed(mode: string, day: string): string {
    return this.renamesOf(mode, day).at(-1)?.after ?? mode;
  }

  /** The renames that lead from a name to what it is called on a day; they follow each other, and a circle ends where it began. */
  renamesOf(mode: string, day: string): Rename[] {
    const steps: Rename[] = [];
    const seen = new Set([mode]);
    for (let name = mode; ; ) {
      const next = this.#renames.get(name)?.find(({ from }) => from <= day);
      if (next === undefined || seen.has(next.after)) return steps;
      steps.push(next);
      seen.add(next.after);
      name = next.after;
    }
  }

  #outcome(
    { group, part, day }: Situation,
    modes: readonly string[],
    given: string,
    source: CodingSource | undefined,
    rules: readonly string[],
  ): Outcome {
    const names = [...new Set(modes.map((mode) => this.renamed(mode, day)))];
    const terms = (this.#terms.get(names[0] ?? '') ?? []).filter((term) => isWithin(term, day));
    const parts = new Set(terms.map((term) => term.part).filter((name) => name !== ''));
    const only = parts.size === 1 ? [...parts][0] : undefined;
    return {
      modes: names,
      group: terms.find((term) => term.group !== '')?.group ?? group,
      part: given !== '' ? given : (part ?? only ?? null),
      source,
      rules,
    };
  }

  /** A name that the dictionary has is given by rules only while it is valid; one that it lacks, always. */
  #isValid(mode: string, day: string): boolean {
    const terms = this.#terms.get(this.renamed(mode, day)) ?? this.#terms.get(mode);
    return terms === undefined || terms.some((term) => isWithin(term, day));
  }
}

function isWithin({ from, until }: Term, day: string): boolean {
  return (from === '' || from <= day) && (until === '' || day < until);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}
