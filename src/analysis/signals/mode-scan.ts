import { type Expectation, expectationOf, expectedIn, type Kinship, type ModeCells } from './expected';
import type { Lived } from './lived';

/** Dispersion above which tests are widened by it. */
const WIDENED_ABOVE = 1.5;

/** What every mode of a scan is measured by. */
export interface Ground {
  readonly lived: Lived;
  readonly kin: Kinship;
  readonly byAge: Float64Array;
  /** Exposure is complaints of any mode: there are no units. */
  readonly byComplaints: boolean;
}

/** Cells of a mode with how grave their complaints are: 2 about safety, 1 major or critical, else 0. */
export interface GraveCells extends ModeCells {
  readonly gravity: Uint8Array;
}

/** A failure mode over the batches: what came, and what units of that model and age let expect. */
export class ModeScan {
  readonly expectation: Expectation;
  /** Complaints by batch; expected by batch, scaled to as many in all. */
  readonly n: Float64Array;
  readonly e: Float64Array;
  readonly traced: number;
  /** Scatter between batches over that of chance; see `dispersion.ts`. */
  dispersion = 1;
  #grid: { readonly n: Float64Array; readonly e: Float64Array } | undefined;

  constructor(
    readonly cells: GraveCells,
    readonly ground: Ground,
  ) {
    const { lived, kin, byAge } = ground;
    this.expectation = expectationOf(cells, lived, kin, byAge);
    this.e = this.expectation.total;
    this.n = new Float64Array(lived.batches);
    let traced = 0;
    cells.batch.forEach((b, at) => {
      // What has no units has no denominator.
      if (!((this.e[b] ?? 0) > 0)) return;
      this.n[b] = (this.n[b] ?? 0) + (cells.n[at] ?? 0);
      traced += cells.n[at] ?? 0;
    });
    this.traced = traced;
  }

  /** What counts are divided by in tests. */
  get widening(): number {
    return this.dispersion > WIDENED_ABOVE ? this.dispersion : 1;
  }

  /** Share of major, critical and safety complaints, 0…1. */
  get severeShare(): number {
    const { n, severe } = this.gravityOf(() => 1);
    return n > 0 ? severe / n : 0;
  }

  /** By batch × months + month. */
  get grid() {
    this.#grid ??= this.#spread();
    return this.#grid;
  }

  /** Major, critical or safety complaints, and those about safety, among those of some weights by batch. */
  gravityOf(weight: (b: number) => number): { readonly n: number; readonly severe: number; readonly safety: number } {
    let [n, severe, safety] = [0, 0, 0];
    this.cells.batch.forEach((b, at) => {
      const w = weight(b) * (this.cells.n[at] ?? 0);
      const gravity = this.cells.gravity[at] ?? 0;
      n += w;
      if (gravity > 0) severe += w;
      if (gravity > 1) safety += w;
    });
    return { n, severe, safety };
  }

  #spread() {
    const { lived } = this.ground;
    const { count } = lived.months;
    const n = new Float64Array(lived.batches * count);
    this.cells.batch.forEach((b, at) => {
      const slot = b * count + (this.cells.month[at] ?? 0);
      if ((this.e[b] ?? 0) > 0) n[slot] = (n[slot] ?? 0) + (this.cells.n[at] ?? 0);
    });
    const e = Float64Array.from(n, (_, slot) => {
      const month = slot % count;
      return expectedIn(this.expectation, lived, Math.floor(slot / count), month, month + 1);
    });
    return { n, e };
  }
}
