import type { Dialect } from '../plan';
import { BACKSLASH, CR, isBlank, LF } from './bytes';

/** What `Tokenizer.read` met. */
export const RECORD = 0;
/** The record goes on beyond the bytes at hand. */
export const MORE = 1;
/** A closing quote is followed by text, or a quoted cell is longer than any real one. */
export const BROKEN = 2;
/** The file ends inside quotes. */
export const OPEN = 3;
export type Outcome = typeof RECORD | typeof MORE | typeof BROKEN | typeof OPEN;

/** How a cell is written: as it is, between quotes, or between quotes with escapes inside. */
export const PLAIN = 0;
const QUOTED = 1;
export const ESCAPED = 2;

/** Quoted cells beyond these are unterminated quotes. */
const CELL_LIMIT = 1024 * 1024;
const CELL_LINE_LIMIT = 500;

/** Kinds of line ends, as bits of `lineEndKinds`. */
export const LF_SEEN = 1;
export const CRLF_SEEN = 2;
export const CR_SEEN = 4;

export type Cutting = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>;

/**
 * Cuts UTF-8 bytes into one record at a time without making a string or an object: cells are positions. The one place that knows
 * quotes, delimiters and line ends; what a record is worth is decided in records.ts.
 *
 * `bytes[limit]` must be a line feed (a sentinel): the inner loops run without a bounds check.
 */
export class Tokenizer {
  /** Start and end of the text of each cell, without quotes, and how it is written; cells beyond the capacity are counted only. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  cells = 0;
  /** Position after the record and its line end. */
  end = 0;
  /** Physical lines that the record covers. */
  lines = 0;
  /** A line end follows, not the end of the file. */
  terminated = false;
  quotedCells = 0;
  /** A cell beyond the expected number holds something. */
  surplus = false;
  /** A quote inside a cell that is not quoted. */
  stray = false;
  nul = false;
  /** Over everything read so far. */
  lineEndKinds = 0;
  longestLine = 0;

  private readonly plain = new Uint8Array(256);
  private readonly inside = new Uint8Array(256);
  private readonly delimiter: Uint8Array;
  private readonly quote: number;
  private lineStart = 0;
  private quotedEnd = 0;
  private quotedKind = QUOTED;

  /** @param fields expected cells of a record; @param capacity cells whose positions are kept. */
  constructor(
    { delimiter, quote, escape: escaping }: Cutting,
    private readonly fields: number,
    readonly capacity = fields,
  ) {
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.kinds = new Uint8Array(capacity);
    this.delimiter = new TextEncoder().encode(delimiter);
    this.quote = quote === '' ? -1 : quote.charCodeAt(0);
    for (const byte of [0, LF, CR]) this.plain[byte] = this.inside[byte] = 1;
    this.plain[this.delimiter[0] ?? 0] = 1;
    if (this.quote < 0) return;
    this.plain[this.quote] = this.inside[this.quote] = 1;
    if (escaping === '\\') this.inside[BACKSLASH] = 1;
  }

  /** Reads the record that begins at `from`; `final` says that the file ends at `limit`. */
  read(bytes: Uint8Array, from: number, limit: number, final: boolean): Outcome {
    const { plain, quote, starts, ends, kinds, capacity, fields } = this;
    const separator = this.delimiter[0]!;
    const separatorLength = this.delimiter.length;
    this.lines = 1;
    this.quotedCells = 0;
    this.surplus = this.stray = this.nul = false;
    this.lineStart = from;
    let at = from;
    let cells = 0;
    for (;;) {
      let start = at;
      let stop: number;
      let kind: number = PLAIN;
      if (bytes[at] === quote && at < limit) {
        const outcome = this.readQuoted(bytes, at, limit, final);
        if (outcome !== RECORD) return outcome;
        start = at + 1;
        stop = this.quotedEnd;
        kind = this.quotedKind;
        at = stop + 1;
        this.quotedCells++;
      } else {
        for (;;) {
          while (plain[bytes[at]!] === 0) at++;
          if (at >= limit) break;
          const byte = bytes[at]!;
          if (byte === quote) this.stray = true;
          else if (byte === 0) this.nul = true;
          else if (byte !== separator || separatorLength === 1) break;
          else if (at + separatorLength > limit && !final) return MORE;
          else if (this.isDelimiter(bytes, at, limit)) break;
          at++;
        }
        stop = at;
      }
      if (cells < capacity) {
        starts[cells] = start;
        ends[cells] = stop;
        kinds[cells] = kind;
      }
      if (cells >= fields && !isBlank(bytes, start, stop)) this.surplus = true;
      cells++;
      if (at >= limit) return final ? this.close(cells, limit, 0) : MORE;
      const byte = bytes[at]!;
      if (byte === separator && (separatorLength === 1 || this.isDelimiter(bytes, at, limit))) {
        at += separatorLength;
        continue;
      }
      const lineEnd = this.lineEndAt(bytes, at, limit, final);
      if (lineEnd > 0) return this.close(cells, at, lineEnd);
      return lineEnd < 0 || (byte === separator && at + separatorLength > limit && !final) ? MORE : BROKEN;
    }
  }

  private close(cells: number, at: number, lineEnd: number): Outcome {
    this.cells = cells;
    this.endLine(at, lineEnd);
    this.end = at + lineEnd;
    this.terminated = lineEnd > 0;
    return RECORD;
  }

  /** Reads from an opening quote to its closing one; RECORD means that it is closed. */
  private readQuoted(bytes: Uint8Array, from: number, limit: number, final: boolean): Outcome {
    const { inside, quote } = this;
    const linesBefore = this.lines;
    let kind: number = QUOTED;
    let at = from + 1;
    for (;;) {
      while (inside[bytes[at]!] === 0) at++;
      if (at - from > CELL_LIMIT) return BROKEN;
      if (at >= limit) return final ? OPEN : MORE;
      const byte = bytes[at]!;
      if (byte === quote) {
        if (at + 1 >= limit && !final) return MORE;
        if (at + 1 >= limit || bytes[at + 1] !== quote) break;
        kind = ESCAPED;
        at += 2;
      } else if (byte === BACKSLASH) {
        if (at + 1 >= limit) return final ? OPEN : MORE;
        const escapes = bytes[at + 1] === quote || bytes[at + 1] === BACKSLASH;
        if (escapes) kind = ESCAPED;
        at += escapes ? 2 : 1;
      } else if (byte === 0) {
        this.nul = true;
        at++;
      } else {
        const length = this.lineEndAt(bytes, at, limit, final);
        if (length < 0) return MORE;
        this.endLine(at, length);
        if (++this.lines - linesBefore > CELL_LINE_LIMIT) return BROKEN;
        at += length;
      }
    }
    this.quotedEnd = at;
    this.quotedKind = kind;
    return RECORD;
  }

  private endLine(at: number, length: number): void {
    if (at - this.lineStart > this.longestLine) this.longestLine = at - this.lineStart;
    this.lineStart = at + length;
  }

  private isDelimiter(bytes: Uint8Array, at: number, limit: number): boolean {
    const { delimiter } = this;
    if (at + delimiter.length > limit) return false;
    for (let index = 0; index < delimiter.length; index++) if (bytes[at + index] !== delimiter[index]) return false;
    return true;
  }

  /** Length of the line end at a position: 0 when there is none, -1 when the next byte must be seen first. */
  private lineEndAt(bytes: Uint8Array, at: number, limit: number, final: boolean): number {
    if (bytes[at] === LF) {
      this.lineEndKinds |= LF_SEEN;
      return 1;
    }
    if (bytes[at] !== CR) return 0;
    if (at + 1 >= limit && !final) return -1;
    const pair = at + 1 < limit && bytes[at + 1] === LF;
    this.lineEndKinds |= pair ? CRLF_SEEN : CR_SEEN;
    return pair ? 2 : 1;
  }
}

/** Writes the text of an `ESCAPED` cell without its escapes into `out`, which has room for it, and returns its length. */
export function unescapeCell(
  bytes: Uint8Array,
  from: number,
  to: number,
  { quote, escape: escaping }: Pick<Dialect, 'quote' | 'escape'>,
  out: Uint8Array,
): number {
  const quoteByte = quote.charCodeAt(0);
  const backslash = escaping === '\\' ? BACKSLASH : quoteByte;
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if ((byte === quoteByte || byte === backslash) && at + 1 < to) {
      const following = bytes[at + 1];
      if (following === quoteByte || (byte === backslash && following === backslash)) at++;
    }
    out[length++] = bytes[at]!;
  }
  return length;
}
