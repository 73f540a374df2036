import type { Candidate } from './candidate';

/** Share of the complaints from which on two slices are one group. */
export const SAME = 0.5;
const TURNS = 15;
/** What a cause adds is fitted from here on, at the least: from nothing, nothing grows. */
const LEAST_EXCESS = 0.1;

/** A slice, and how many times the usual rate it adds to that of its units. */
export interface Cause {
  readonly slice: Candidate;
  readonly excess: number;
}

/**
 * What slices explain together. Each adds its own rate to the units that it holds: causes add up, and a batch with two bad lots has each
 * in a part of its units. The rates are fitted together by expectation-maximisation.
 */
export class Explained {
  /** How many times as much each batch lets expect. A new one after each change. */
  factor: Float64Array;
  #causes: readonly Cause[] = [];
  readonly #shares = new Map<Candidate, ReadonlyMap<number, number>>();
  readonly #held = new Map<number, number>();

  /** @param n complaints by batch @param e expected by batch */
  constructor(
    readonly n: Float64Array,
    readonly e: Float64Array,
  ) {
    this.factor = new Float64Array(n.length).fill(1);
  }

  take(news: readonly Cause[]): void {
    for (const { slice, excess } of news) {
      const shares = new Map(slice.parts(1 + excess).map(([b, , share]) => [b, share]));
      this.#shares.set(slice, shares);
      for (const [b, share] of shares) this.#held.set(b, Math.max(share, this.#held.get(b) ?? 0));
    }
    this.#causes = this.#fitted([...this.#causes, ...news]);
    this.factor = this.#spread(this.#causes);
  }

  /** Log-likelihood that more causes would gain. */
  gainOf(more: readonly Cause[]): number {
    return this.#likelihood(this.#spread(this.#fitted([...this.#causes, ...more]))) - this.#likelihood(this.factor);
  }

  /** Share of a slice's complaints that are those of another one that was taken. */
  overlap(slice: Candidate, ratio: number, other: Candidate): number {
    return covered(slice, ratio, this.#shares.get(other) ?? new Map());
  }

  /** Share of a slice's complaints that are those of any that were taken. */
  overlapWithAll(slice: Candidate, ratio: number): number {
    return covered(slice, ratio, this.#held);
  }

  #fitted(causes: readonly Cause[]): Cause[] {
    const { n, e } = this;
    const exposure = e.reduce((sum, own) => sum + own, 0);
    let fitted = causes.map(({ slice, excess }) => ({ slice, excess: Math.max(LEAST_EXCESS, excess) }));
    for (let turn = 0; turn < TURNS; turn += 1) {
      const factor = this.#spread(fitted);
      const usual = n.reduce((sum, own, b) => sum + own / (factor[b] ?? 1), 0) / exposure;
      fitted = fitted.map(({ slice, excess }) => {
        let [own, units] = [0, 0];
        eachHeld(slice, (b, share) => {
          own += ((n[b] ?? 0) * share * excess) / (factor[b] ?? 1);
          units += (e[b] ?? 0) * share;
        });
        return { slice, excess: usual > 0 && units > 0 ? own / (usual * units) : excess };
      });
    }
    return fitted;
  }

  #likelihood(factor: Float64Array): number {
    let [sum, events, expected] = [0, 0, 0];
    factor.forEach((times, b) => {
      sum += (this.n[b] ?? 0) * Math.log(times);
      events += this.n[b] ?? 0;
      expected += (this.e[b] ?? 0) * times;
    });
    return expected > 0 ? sum - events * Math.log(expected) : 0;
  }

  #spread(causes: readonly Cause[]): Float64Array {
    const factor = new Float64Array(this.n.length).fill(1);
    for (const { slice, excess } of causes)
      eachHeld(slice, (b, share) => {
        factor[b] = (factor[b] ?? 1) + share * excess;
      });
    return factor;
  }
}

function eachHeld({ held }: Candidate, visit: (b: number, share: number) => void): void {
  for (let entry = 0; entry < (held?.batch.length ?? 0); entry += 1)
    visit(held?.batch[entry] ?? 0, held?.share[entry] ?? 0);
}

/** Share of a slice's complaints that lie within others, by the share of each batch's that do. */
function covered(slice: Candidate, ratio: number, held: ReadonlyMap<number, number>): number {
  let [both, own] = [0, 0];
  for (const [b, n, share] of slice.parts(ratio)) {
    both += n * Math.min(share, held.get(b) ?? 0);
    own += n * share;
  }
  return own > 0 ? both / own : 0;
}
