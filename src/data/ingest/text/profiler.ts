import type { ColumnProfile, Dialect } from '../plan';
import { trimEnd, trimStart } from './bytes';
import { ShapeCounts } from './shape-counts';
import { ESCAPED, unescapeCell } from './tokenizer';
import { ValueCounts } from './value-counts';

/**
 * Collects what the whole file says about one column. While its distinct values are few only they are counted, because they decide the
 * shapes; once there are too many only shapes are; once there are too many of those too, a cell costs next to nothing.
 */
export class Profiler {
  private blank = 0;
  private values: ValueCounts | undefined = new ValueCounts();
  private readonly shapes = new ShapeCounts();
  private scratch = new Uint8Array(256);

  constructor(
    readonly index: number,
    private readonly dialect: Pick<Dialect, 'quote' | 'escape'>,
    /** Shapes are not wanted, only values while they are few. */
    private readonly valuesOnly = false,
  ) {}

  /** A record that is short of this column. */
  addMissing(): void {
    this.blank++;
  }

  add(bytes: Uint8Array, from: number, to: number, kind: number, record: number): void {
    const start = trimStart(bytes, from, to);
    if (start >= to) {
      this.blank++;
      return;
    }
    if (this.values === undefined && (this.valuesOnly || this.shapes.overflown)) return;
    const end = trimEnd(bytes, start, to);
    if (kind !== ESCAPED) this.count(bytes, start, end, record);
    else {
      if (end - start > this.scratch.length) this.scratch = new Uint8Array((end - start) * 2);
      this.count(this.scratch, 0, unescapeCell(bytes, start, end, this.dialect, this.scratch), record);
    }
  }

  profile(): ColumnProfile {
    const values = this.values?.list();
    this.countShapes();
    return { index: this.index, blank: this.blank, values, shapes: this.shapes.list() };
  }

  private count(bytes: Uint8Array, from: number, to: number, record: number): void {
    if (this.values?.add(bytes, from, to, record)) return;
    this.countShapes();
    if (!this.valuesOnly && !this.shapes.overflown) this.shapes.add(bytes, from, to, record, 1);
  }

  /** Goes over from counting values to counting shapes. */
  private countShapes(): void {
    if (!this.valuesOnly)
      this.values?.replay((bytes, from, to, record, count) => {
        if (!this.shapes.overflown) this.shapes.add(bytes, from, to, record, count);
      });
    this.values = undefined;
  }
}
