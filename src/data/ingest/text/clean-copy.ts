import type { Dialect } from '../plan';
import { COMMA, CR, LF, QUOTE } from './bytes';
import { ESCAPED, PLAIN, type Tokenizer, unescapeCell } from './tokenizer';

const CHUNK = 1024 * 1024;
/** Digits of a record number, and a comma. */
const NUMBER_ROOM = 20;
/** Cells up to this length are copied by a loop: a call of `set` costs more. */
const SHORT = 48;

/**
 * The accepted records as UTF-8 CSV that no reader can take differently: `recordNumber,cell,…\n`, every record with all its fields, a cell
 * between quotes only where it holds a comma, quote, CR or LF. The number leads back to the original through the source index.
 */
export class CleanCopy {
  private chunk = new Uint8Array(CHUNK);
  private length = 0;
  private full: Uint8Array[] = [];
  private scratch = new Uint8Array(1024);
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly encoder = new TextEncoder();
  /** Unquoted cells need no look: they hold nothing that this copy writes differently. */
  private readonly alike: boolean;

  constructor(private readonly dialect: Dialect) {
    this.alike = dialect.delimiter === ',' && dialect.quote === '"';
  }

  /** @param mend some cell holds bytes that are not text: they become U+FFFD. */
  add(record: number, bytes: Uint8Array, cells: Tokenizer, mend: boolean): void {
    const { starts, ends, kinds } = cells;
    const { fields } = this.dialect;
    const kept = Math.min(cells.cells, fields);
    this.ensureRoom(NUMBER_ROOM + 4 * fields + 3 * (cells.end - starts[0]! + 1));
    this.writeNumber(record);
    if (!mend && this.alike && !cells.stray && cells.quotedCells === 0) {
      this.chunk[this.length++] = COMMA;
      this.copy(bytes, starts[0]!, ends[kept - 1]!);
    } else {
      for (let cell = 0; cell < kept; cell++) {
        this.chunk[this.length++] = COMMA;
        if (mend) this.mended(bytes, starts[cell]!, ends[cell]!, kinds[cell]!);
        else this.cell(bytes, starts[cell]!, ends[cell]!, kinds[cell]!, cells.stray);
      }
    }
    for (let cell = kept; cell < fields; cell++) this.chunk[this.length++] = COMMA;
    this.chunk[this.length++] = LF;
  }

  /** Chunks that are complete; with `all`, also the last one. */
  take(all: boolean): Uint8Array[] {
    if (all && this.length > 0) this.flush(0);
    const taken = this.full;
    this.full = [];
    return taken;
  }

  private mended(bytes: Uint8Array, from: number, to: number, kind: number): void {
    const text = this.encoder.encode(this.decoder.decode(bytes.subarray(from, to)));
    this.cell(text, 0, text.length, kind, true);
  }

  private cell(bytes: Uint8Array, from: number, to: number, kind: number, stray: boolean): void {
    if (kind === ESCAPED) {
      if (to - from > this.scratch.length) this.scratch = new Uint8Array((to - from) * 2);
      this.quoteIfNeeded(this.scratch, 0, unescapeCell(bytes, from, to, this.dialect, this.scratch));
    } else if (kind === PLAIN && this.alike && !stray) this.copy(bytes, from, to);
    else this.quoteIfNeeded(bytes, from, to);
  }

  private quoteIfNeeded(bytes: Uint8Array, from: number, to: number): void {
    if (needsQuotes(bytes, from, to)) this.quoted(bytes, from, to);
    else this.copy(bytes, from, to);
  }

  private quoted(bytes: Uint8Array, from: number, to: number): void {
    const { chunk } = this;
    let length = this.length;
    chunk[length++] = QUOTE;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) chunk[length++] = QUOTE;
      chunk[length++] = byte;
    }
    chunk[length++] = QUOTE;
    this.length = length;
  }

  private copy(bytes: Uint8Array, from: number, to: number): void {
    const { chunk, length } = this;
    this.length = length + to - from;
    if (to - from > SHORT) chunk.set(bytes.subarray(from, to), length);
    else for (let at = from, out = length; at < to; at++, out++) chunk[out] = bytes[at]!;
  }

  private writeNumber(value: number): void {
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    this.length += digits;
    for (let rest = value, at = this.length - 1; digits > 0; digits--, at--, rest = Math.floor(rest / 10)) {
      this.chunk[at] = 48 + (rest % 10);
    }
  }

  private ensureRoom(bytes: number): void {
    if (this.length + bytes > this.chunk.length) this.flush(Math.max(CHUNK, bytes));
  }

  private flush(nextSize: number): void {
    if (this.length > 0) this.full.push(this.chunk.subarray(0, this.length));
    this.chunk = new Uint8Array(nextSize);
    this.length = 0;
  }
}

function needsQuotes(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte <= COMMA && (byte === COMMA || byte === QUOTE || byte === LF || byte === CR)) return true;
  }
  return false;
}
