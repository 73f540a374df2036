import { trimEnd, trimStart } from './bytes';
import { holdsNothing } from './placeholders';
import { placeholderAt } from './tidiness';

/** Repeats of more than this share of the records say that the column is no key. */
const REPEAT_LIMIT = 0.2;
const FULLEST = 0.75;

/**
 * Finds records whose key occurs again later in the file. Keys are held as 64-bit hashes (two keys of 10 million are mistaken for one
 * with a chance of about 3 in a million), so that millions of them fit into memory.
 */
export class KeyRepeats {
  private slots = 1 << 16;
  private first = new Int32Array(this.slots);
  private second = new Int32Array(this.slots);
  /** Record that had the key last; 0 = free. */
  private records = new Int32Array(this.slots);
  private size = 0;
  private readonly earlier: number[] = [];

  /** Notes the key of a record: the text from `from` to `to` without blanks around it. A blank key is none, nor is a mark for nothing. */
  add(bytes: Uint8Array, from: number, to: number, record: number): void {
    const start = trimStart(bytes, from, to);
    const end = trimEnd(bytes, start, to);
    if (start === end) return;
    const mark = placeholderAt(bytes, start, end);
    if (mark !== undefined && holdsNothing('key', mark)) return;
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    for (let at = start; at < end; at++) {
      a = Math.imul(a ^ bytes[at]!, 0x01000193);
      b = Math.imul(b + bytes[at]!, 0x5bd1e995);
      b ^= b >>> 15;
    }
    this.put(a, b, record);
  }

  /** The records that a later one replaces, unless the column repeats too often to be a key; `keys` are the different ones. */
  result(records: number): { superseded?: readonly number[]; repeatedKeys: number; keys: number } {
    const { size: keys } = this;
    const repeatedKeys = this.earlier.length;
    if (repeatedKeys > records * REPEAT_LIMIT) return { repeatedKeys, keys };
    return { repeatedKeys, keys, superseded: this.earlier.sort((a, b) => a - b) };
  }

  private put(a: number, b: number, record: number): void {
    const mask = this.slots - 1;
    let slot = (a ^ (b >>> 7)) & mask;
    while (this.records[slot] !== 0) {
      if (this.first[slot] === a && this.second[slot] === b) {
        this.earlier.push(this.records[slot]!);
        this.records[slot] = record;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.first[slot] = a;
    this.second[slot] = b;
    this.records[slot] = record;
    if (++this.size > this.slots * FULLEST) this.grow();
  }

  private grow(): void {
    const { first, second, records } = this;
    this.slots *= 2;
    this.first = new Int32Array(this.slots);
    this.second = new Int32Array(this.slots);
    this.records = new Int32Array(this.slots);
    this.size = 0;
    for (let slot = 0; slot < records.length; slot++) {
      if (records[slot] !== 0) this.put(first[slot]!, second[slot]!, records[slot]!);
    }
  }
}
