import { Coder, type Coding, erasOf, type Outcome, type Review, type Situation } from '../../domain/coding';
import { Matcher } from '../../domain/coding-matcher';
import { parseExpression } from '../../domain/coding-syntax';
import type { Engine } from '../engine/engine';
import {
  type CodingTable,
  createSituations,
  listSituations,
  openSituations,
  rowsOfKeys,
  SITUATIONS,
  type SituationRow,
  situationTexts,
  VALUE_SEPARATOR,
} from '../queries/coding';

export interface CodingHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Complaints that are alike in everything that matters, and what becomes of them. */
export interface CodingResult {
  readonly situation: SituationRow;
  readonly outcome: Outcome;
  /** Flags afterwards, as in `SituationRow`. */
  readonly flags: number;
  n: number;
  /** Row ids of the first of them. */
  readonly examples: number[];
}

export interface CodingPass {
  readonly results: readonly CodingResult[];
  /** Row id → index of its result. */
  readonly codes: Int32Array;
}

/** Texts read at once: enough that asking costs little, few enough that the page answers in between. */
const SLICE = 20_000;
const EXAMPLES = 20;
/** Indices of rules by which of them hold. */
const MOST_SITUATIONS = 2 ** 26;

/**
 * Finds the code of every complaint of a table, in one pass over the texts; the table stays as it is.
 * @param reviews decisions about single complaints, by complaint key
 */
export async function codingPass(
  engine: Engine,
  table: CodingTable,
  coding: Coding,
  reviews: ReadonlyMap<string, Review>,
  { signal, onProgress }: CodingHooks = {},
): Promise<CodingPass> {
  const eras = erasOf(coding);
  const coder = new Coder(coding);
  const { matcher, ruleOf } = matcherOf(coding);
  await engine.write(createSituations(table, eras), { signal });
  try {
    const situations = await engine.run<SituationRow>(listSituations(), { signal });
    const total = situations.reduce((sum, { n }) => sum + n, 0);
    const open = situations.filter(({ mode }) => coder.isOpen(valuesOf(mode))).map(({ id }) => id);
    if (open.length > 0)
      await engine.write(openSituations(open.length === situations.length ? 'all' : open), { signal });
    const reviewed = await reviewedRows(engine, table, reviews, signal);
    const tally = new Tally(situations, total, ({ situation, matches, review }) =>
      coder.code({
        modes: valuesOf(situation.mode),
        group: situation.grp,
        part: situation.part,
        day: eras[situation.era - 1] ?? '',
        matches: matches.map((at) => ruleOf[at] as number),
        review,
      }),
    );
    for (let first = 0; first < total; first += SLICE) {
      const sql = situationTexts(table, eras, coding.columns, first, first + SLICE - 1);
      for (const { rows, codes, offsets, bytes } of await engine.texts(sql, { signal })) {
        for (let at = 0; at < rows.length; at += 1) {
          const row = rows[at] as number;
          const matches = matcher.match(bytes, offsets[at] as number, offsets[at + 1] as number);
          tally.add(row, codes[at] as number, matches, reviewed.get(row));
        }
      }
      onProgress?.(Math.min(total, first + SLICE), total);
    }
    return { results: tally.results, codes: tally.codes };
  } finally {
    await engine.write(`DROP TABLE IF EXISTS ${SITUATIONS}`);
  }
}

/** Values of a text that may hold several. */
export function valuesOf(text: string | null): string[] {
  return text === null ? [] : text.split(VALUE_SEPARATOR);
}

/** The rules that can hold, and where each stands in the coding. One that cannot be read holds never. */
function matcherOf({ rules }: Coding): { matcher: Matcher; ruleOf: readonly number[] } {
  const read = rules.flatMap((rule, at) => {
    const parsed = parseExpression(rule.when);
    return rule.on && rule.mode !== '' && parsed.ok ? [{ at, expression: parsed.expression }] : [];
  });
  return { matcher: new Matcher(read.map(({ expression }) => expression)), ruleOf: read.map(({ at }) => at) };
}

async function reviewedRows(
  engine: Engine,
  { table, stored }: CodingTable,
  reviews: ReadonlyMap<string, Review>,
  signal?: AbortSignal,
): Promise<Map<number, Review>> {
  if (reviews.size === 0) return new Map();
  const rows = await engine.run<{ row: number; key: string }>(rowsOfKeys(table, stored, [...reviews.keys()]), {
    signal,
  });
  return new Map(
    rows.flatMap(({ row, key }) => (reviews.has(key) ? [[row, reviews.get(key) as Review] as const] : [])),
  );
}

interface Known {
  readonly situation: SituationRow;
  readonly matches: Situation['matches'];
  readonly review: Review | undefined;
}

/** Gathers results: what was decided once for a situation and the rules that hold is not decided again. */
class Tally {
  readonly results: CodingResult[] = [];
  readonly codes: Int32Array;
  readonly #known = new Map<number, number>();
  readonly #sets = new Map<string, number>();

  constructor(
    private readonly situations: readonly SituationRow[],
    total: number,
    private readonly code: (known: Known) => Outcome,
  ) {
    this.codes = new Int32Array(total);
  }

  add(row: number, id: number, matches: readonly number[], review: Review | undefined): void {
    const at = review === undefined ? this.#indexOf(id, matches) : this.#push(id, matches, review);
    const result = this.results[at] as CodingResult;
    result.n += 1;
    if (result.examples.length < EXAMPLES) result.examples.push(row);
    this.codes[row] = at;
  }

  #indexOf(id: number, matches: readonly number[]): number {
    const key = this.#setOf(matches) * MOST_SITUATIONS + id;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const at = this.#push(id, matches, undefined);
    this.#known.set(key, at);
    return at;
  }

  #setOf(matches: readonly number[]): number {
    if (matches.length === 0) return 0;
    if (matches.length === 1) return 1 + (matches[0] as number);
    const key = matches.join();
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const made = 100_000 + this.#sets.size;
    this.#sets.set(key, made);
    return made;
  }

  #push(id: number, matches: readonly number[], review: Review | undefined): number {
    const situation = this.situations[id] as SituationRow;
    const outcome = this.code({ situation, matches, review });
    const flags = outcome.modes.length > 0 ? situation.named_flags : situation.flags;
    return this.results.push({ situation, outcome, flags, n: 0, examples: [] }) - 1;
  }
}
