import {
  lowerInformation,
  type SharedPlace,
  type ShareRatio,
  type ShareTotals,
  shareTail,
} from '../../stats/share-ratio';
import type { SliceBasis, SliceDimension } from './types';

/** Complaints from which on a slice can be a signal. */
export const FEWEST = 3;
/** Expected share of false ones among signals. */
export const FALSE_SHARE = 0.05;

/** Month by month: complaints of the slice, and what the whole mode's rate lets expect of it. */
export interface Course {
  readonly n: Float64Array;
  readonly expected: Float64Array;
}

/** Complaints of a batch, and the share of them that are a slice's. */
export type Part = readonly [batch: number, n: number, share: number];

/** A slice that may stand out: its numbers, and how to look at it closer. */
export interface Candidate {
  readonly dimension: SliceDimension;
  readonly values: readonly string[];
  readonly basis: SliceBasis;
  readonly totals: ShareTotals;
  readonly p: number;
  /** Slices of one family share the units out among them (lots of one part); `among` is how many there are: what naming one costs. */
  readonly family: string;
  readonly among: number;
  /** What it is measured against: units, or complaints of any mode. */
  units(): number;
  places(): readonly SharedPlace[];
  /** The numbers when each batch lets expect so many times as much, because of slices found before; in place where that changes nothing. */
  adjusted(factor: Float64Array): ShareTotals;
  /** Its complaints by batch if its rate is so many times the rest's; empty where batches are not what it is made of. */
  parts(ratio: number): readonly Part[];
  /** Share of each batch's units that it holds, as [batch, share]; undefined where batches are not what it is made of. */
  readonly held?: { readonly batch: Int32Array; readonly share: Float64Array };
  course(): Course;
  /** First month at whose end its p is at most the threshold; null where only later months tell. */
  firstAlarm(threshold: number, dispersion: number): number | null;
  gravity(ratio: number): { readonly n: number; readonly severe: number; readonly safety: number };
}

/** Corrects for everything that was tested (Benjamini & Hochberg 1995). */
export class Correction {
  readonly #sorted: Float64Array;
  /** By rank: the least q of all from there on. */
  readonly #least: Float64Array;
  /** Largest p that passes; 0 where none does. */
  readonly threshold: number;

  /** @param p of the tests with a small one @param tests all of them; p of the others is larger */
  constructor(
    p: readonly number[],
    readonly tests: number,
  ) {
    this.#sorted = Float64Array.from(p).sort();
    this.#least = this.#sorted.map((value, rank) => (value * tests) / (rank + 1));
    for (let rank = this.#least.length - 2; rank >= 0; rank -= 1)
      this.#least[rank] = Math.min(this.#least[rank] ?? 1, this.#least[rank + 1] ?? 1);
    this.threshold = this.#sorted.findLast((_, rank) => (this.#least[rank] ?? 1) <= FALSE_SHARE) ?? 0;
  }

  /** q of a p: expected share of false ones among all with a p as small. */
  qOf(p: number): number {
    const after = this.#sorted.findIndex((value) => value > p);
    const rank = after < 0 ? this.#sorted.length : after;
    return Math.min(1, (p * this.tests) / Math.max(1, rank), this.#least[rank] ?? 1);
  }
}

/** Lower bound of the information component of a slice. Complaints that belong to it in part weigh as much as their scatter says. */
export function informationOf({ shared, events, exposure, first, second }: ShareTotals, dispersion: number): number {
  const scale = first > 0 ? second / first : 1;
  return lowerInformation(shared / scale, (events * first) / exposure / scale, dispersion);
}

/** Whether a slice that passed the test of all is large and raised enough to be named. */
export function isSignal(totals: ShareTotals, { events, interval }: ShareRatio, dispersion: number): boolean {
  return events >= FEWEST - 1e-9 && interval[0] > 1 && informationOf(totals, dispersion) > 0;
}

/** First month at whose end cumulative numbers pass. */
export function firstPassing(totals: readonly ShareTotals[], threshold: number, dispersion: number): number | null {
  const first = totals.findIndex((one) => one.shared >= FEWEST && shareTail(one, dispersion) <= threshold);
  return first < 0 ? null : first;
}
