import { DISTINCT_LIMIT } from '../plan';
import { hashBytes, sameBytes } from './bytes';

const SLOTS = 1024;
const MASK = SLOTS - 1;
/** Bytes of all distinct texts together: more is prose, not a vocabulary. */
const TEXT_LIMIT = 1024 * 1024;

/**
 * Distinct texts of one column with their counts: an open-addressing table over bytes, so that a cell seen before costs no string.
 * Holds `DISTINCT_LIMIT` texts at most.
 */
export class ValueCounts {
  private readonly slots = new Int16Array(SLOTS).fill(-1);
  private readonly hashes = new Int32Array(DISTINCT_LIMIT);
  private readonly starts = new Int32Array(DISTINCT_LIMIT + 1);
  private readonly records = new Float64Array(DISTINCT_LIMIT);
  private readonly counts = new Float64Array(DISTINCT_LIMIT);
  private texts = new Uint8Array(4096);
  private size = 0;

  /** Counts a text met in a record; false when it was one too many. */
  add(bytes: Uint8Array, from: number, to: number, record: number): boolean {
    const hash = hashBytes(bytes, from, to);
    let slot = hash & MASK;
    for (;;) {
      const value = this.slots[slot]!;
      if (value < 0) return this.insert(slot, hash, bytes, from, to, record);
      if (this.hashes[value] === hash && this.holds(value, bytes, from, to)) {
        this.counts[value]!++;
        return true;
      }
      slot = (slot + 1) & MASK;
    }
  }

  /** Most frequent first; equally frequent ones in the order of the file. */
  list(): { value: string; count: number }[] {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const values = Array.from({ length: this.size }, (_, value) => ({
      value: decoder.decode(this.texts.subarray(this.starts[value], this.starts[value + 1])),
      count: this.counts[value]!,
    }));
    return values.sort((a, b) => b.count - a.count);
  }

  /** Tells every distinct text to another counter, in the order of the file. */
  replay(add: (bytes: Uint8Array, from: number, to: number, record: number, count: number) => void): void {
    for (let value = 0; value < this.size; value++) {
      add(this.texts, this.starts[value]!, this.starts[value + 1]!, this.records[value]!, this.counts[value]!);
    }
  }

  private holds(value: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[value]!;
    return this.starts[value + 1]! - start === to - from && sameBytes(this.texts, start, bytes, from, to - from);
  }

  private insert(slot: number, hash: number, bytes: Uint8Array, from: number, to: number, record: number): boolean {
    const start = this.starts[this.size]!;
    const end = start + to - from;
    if (this.size === DISTINCT_LIMIT || end > TEXT_LIMIT) return false;
    if (end > this.texts.length) {
      const larger = new Uint8Array(end * 2);
      larger.set(this.texts);
      this.texts = larger;
    }
    this.texts.set(bytes.subarray(from, to), start);
    this.slots[slot] = this.size;
    this.hashes[this.size] = hash;
    this.records[this.size] = record;
    this.counts[this.size] = 1;
    this.starts[++this.size] = end;
    return true;
  }
}
