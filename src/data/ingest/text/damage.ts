import type { Dialect } from '../plan';
import type { Tokenizer } from './tokenizer';

/** Counts cells whose bytes are not text. Slow, so it is asked only about parts of a file that are under suspicion. */
export class Damage {
  private readonly strict = new TextDecoder('utf-8', { fatal: true });
  private readonly lenient = new TextDecoder();
  private readonly transcoded: boolean;

  constructor({ encoding }: Pick<Dialect, 'encoding'>) {
    this.transcoded = encoding !== 'utf-8';
  }

  /** Damaged cells of the record that the tokenizer read last. */
  count(bytes: Uint8Array, { starts, ends, cells, capacity, end }: Tokenizer): number {
    const kept = Math.min(cells, capacity);
    if (!this.isDamaged(bytes.subarray(starts[0], end))) return 0;
    let damaged = 0;
    for (let cell = 0; cell < kept; cell++) if (this.isDamaged(bytes.subarray(starts[cell], ends[cell]))) damaged++;
    return damaged;
  }

  /** What another encoding could not decode is U+FFFD already; UTF-8 may hold an honest one. */
  private isDamaged(text: Uint8Array): boolean {
    if (this.transcoded) return this.lenient.decode(text).includes('\uFFFD');
    try {
      this.strict.decode(text);
      return false;
    } catch {
      return true;
    }
  }
}
