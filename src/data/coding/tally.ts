import type { Outcome, Review, Situation } from '../../domain/coding';
import type { SituationRow } from '../queries/coding';

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

/** What is known of a complaint when it is coded. */
interface Known {
  readonly situation: SituationRow;
  readonly matches: Situation['matches'];
  readonly review: Review | undefined;
}

const EXAMPLES = 20;
/** More than there can be situations. */
const MOST_SITUATIONS = 2 ** 26;

/** Gathers results: what was decided once for a situation and the rules that hold is not decided again. */
export class Tally {
  readonly results: CodingResult[] = [];
  /** Row id → index of its result. */
  readonly codes: Int32Array;
  readonly #places: ReadonlyMap<number, number>;
  readonly #known = new Map<number, number>();
  readonly #sets = new Map<readonly number[], number>();

  /** @param total complaints, whose row ids go from 0 to below it */
  constructor(
    private readonly situations: readonly SituationRow[],
    total: number,
    private readonly code: (known: Known) => Outcome,
  ) {
    this.codes = new Int32Array(total);
    this.#places = new Map(situations.map(({ key }, at) => [key, at]));
  }

  /**
   * Counts a complaint in.
   * @param key of its situation
   * @param matches indices of the rules that hold for its text, ascending, as `Matcher.match` gives them
   * @throws when the data changed since the situations were listed
   */
  add(row: number, key: number, matches: readonly number[], review: Review | undefined): void {
    const place = this.#places.get(key);
    if (place === undefined || row >= this.codes.length) throw new Error('The data changed while they were coded');
    const at = review === undefined ? this.#indexOf(place, matches) : this.#push(place, matches, review);
    const result = this.results[at] as CodingResult;
    result.n += 1;
    if (result.examples.length < EXAMPLES) result.examples.push(row);
    this.codes[row] = at;
  }

  #indexOf(place: number, matches: readonly number[]): number {
    const key = this.#setOf(matches) * MOST_SITUATIONS + place;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const at = this.#push(place, matches, undefined);
    this.#known.set(key, at);
    return at;
  }

  /** A number for a list of rules; equal lists of a matcher are the same one. */
  #setOf(matches: readonly number[]): number {
    const known = this.#sets.get(matches);
    if (known !== undefined) return known;
    const made = this.#sets.size;
    this.#sets.set(matches, made);
    return made;
  }

  #push(place: number, matches: readonly number[], review: Review | undefined): number {
    const situation = this.situations[place] as SituationRow;
    const outcome = this.code({ situation, matches, review });
    const flags = outcome.modes.length > 0 ? situation.named_flags : situation.flags;
    return this.results.push({ situation, outcome, flags, n: 0, examples: [] }) - 1;
  }
}
