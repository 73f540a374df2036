import type { Dialect, RejectReason } from '../plan';
import { CR, isBlank, LF, nextLine, QUOTE } from './bytes';
import { PageRows } from './page-rows';
import { CR_SEEN, CRLF_SEEN, LF_SEEN, MORE, OPEN, RECORD, Tokenizer } from './tokenizer';

/** What `RecordReader.next` found. */
export const ACCEPTED = 0;
export const REJECTED = 1;
export const BLANK = 2;
/** Append the next part first. */
export const STARVED = 3;
export const END = 4;
export type Found = typeof ACCEPTED | typeof REJECTED | typeof BLANK | typeof STARVED | typeof END;

/** Longer records are refused: the engine could not hold them, and no cell needs it. */
const RECORD_LIMIT = 4 * 1024 * 1024;
/** Bytes kept of a line that is too long to be kept. */
const TOO_LONG_KEPT = 64 * 1024;

/** Where reading begins: a physical line and the number of the record before it. */
export interface Beginning {
  readonly line: number;
  readonly record: number;
}

/**
 * Records of a file that arrives in parts, each accepted or rejected with a reason. Holds only the part at hand and the record in
 * progress. What is decided depends on the bytes of the file alone, never on how they were cut into parts, so reading may begin
 * at any record.
 *
 * A damaged record costs its first physical line and reading goes on at the next: an unterminated quote swallows nothing.
 */
export class RecordReader {
  bytes = new Uint8Array(1);
  readonly cells: Tokenizer;
  /** Of the record found last: its position in `bytes`, physical line, and number (blank ones have none). */
  start = 0;
  end = 0;
  line: number;
  record: number;
  reason: RejectReason = 'brokenQuote';
  /** `cells` holds the cells of the record found last; not when its quotes are broken. */
  cut = false;
  /** Text of a record too long to be kept, as far as it was kept; otherwise it lies in `bytes` from `start` to `end`. */
  kept: Uint8Array | undefined;
  /** Position after the record found last, the physical line there, and the position in the whole text of `bytes[0]`. */
  at = 0;
  upcomingLine: number;
  base = 0;
  /** Titles and header were skipped without meeting blank lines or open quotes, so that counting lines skips them too. */
  plainHead = true;

  private limit = 0;
  private final = false;
  /** Within a line that is too long to be kept, and how much of it was passed. */
  private dropping = false;
  private dropped = 0;
  private skippedKinds = 0;
  private skippedLongest = 0;
  private readonly firstLine: number;
  private readonly lastLine: number;
  private readonly fields: number;
  private readonly fill: boolean;
  private readonly sheetRows: boolean;
  private readonly pageRows: PageRows;

  constructor(dialect: Dialect, from: Beginning = { line: 1, record: 0 }, capacity = dialect.fields) {
    this.cells = new Tokenizer(dialect, dialect.fields, capacity);
    this.fields = dialect.fields;
    this.fill = dialect.shortRecords === 'fill';
    this.sheetRows = dialect.sheetRows === true;
    this.pageRows = new PageRows(dialect);
    this.firstLine = dialect.firstLine;
    this.lastLine = dialect.lastLine ?? Number.POSITIVE_INFINITY;
    this.line = this.upcomingLine = from.line;
    this.record = from.record;
  }

  get longestLine(): number {
    return Math.max(this.cells.longestLine, this.skippedLongest);
  }

  /** Kinds of line ends met so far, as bits. */
  get lineEndKinds(): number {
    return this.cells.lineEndKinds | this.skippedKinds;
  }

  /** Hands over the next bytes of the file as UTF-8; positions of earlier records become invalid. */
  append(part: Uint8Array): void {
    const rest = this.limit - this.at;
    const needed = rest + part.length + 1;
    const roomy = this.bytes.length >= needed ? this.bytes : new Uint8Array(needed + (part.length >> 2));
    roomy.set(this.bytes.subarray(this.at, this.limit), 0);
    roomy.set(part, rest);
    roomy[rest + part.length] = LF;
    this.bytes = roomy;
    this.base += this.at;
    this.at = 0;
    this.limit = rest + part.length;
  }

  /** No more parts follow. */
  finish(): void {
    this.final = true;
  }

  /** Not within a line that is being dropped because of its length. */
  get betweenRecords(): boolean {
    return !this.dropping;
  }

  /** Passes what stands above the first record; false when it does not end in the bytes at hand. */
  passHead(): boolean {
    while (this.upcomingLine < this.firstLine) if (!this.skipLine()) return false;
    return true;
  }

  next(): Found {
    if (this.dropping) return this.dropLine();
    this.kept = undefined;
    if (!this.passHead()) return this.starved();
    if (this.upcomingLine > this.lastLine) this.at = this.limit;
    if (this.at >= this.limit) return this.starved();
    const outcome = this.cells.read(this.bytes, this.at, this.limit, this.final);
    if (outcome === RECORD) return this.cells.end - this.at > RECORD_LIMIT ? this.rejectLine('tooLong') : this.judge();
    if (outcome === MORE) return this.limit - this.at > RECORD_LIMIT ? this.rejectLine('tooLong') : STARVED;
    if (outcome === OPEN) return this.judgeOpen();
    return this.rejectLine('brokenQuote');
  }

  private starved(): Found {
    return this.final ? END : STARVED;
  }

  private judge(): Found {
    const { cells } = this;
    const { end, lines } = cells;
    this.cut = true;
    if (this.isBlankRecord()) return this.take(BLANK, end, lines);
    const wrongCount = cells.cells < this.fields || cells.surplus;
    if (lines > 1 && (wrongCount || cells.stray)) {
      if (this.hasSwallowedRecords(end)) return this.rejectLine('brokenQuote');
      cells.read(this.bytes, this.at, this.limit, this.final);
    }
    if (cells.nul) return this.reject('nulBytes', end, lines);
    const ofPage = this.pageRows.reason(this.bytes, cells);
    if (ofPage !== undefined) return this.reject(ofPage, end, lines);
    if (cells.surplus) return this.reject('tooManyCells', end, lines);
    if (cells.cells < this.fields && !this.fill) {
      return this.reject(cells.terminated ? 'tooFewCells' : 'truncated', end, lines);
    }
    return this.take(ACCEPTED, end, lines);
  }

  /** The file ends inside quotes: cut off within a cell, unless a quote was forgotten long before. */
  private judgeOpen(): Found {
    const { lines } = this.cells;
    const last = this.bytes[this.limit - 1];
    this.cut = false;
    if (last === LF || last === CR || this.hasSwallowedRecords(this.limit)) return this.rejectLine('brokenQuote');
    return this.reject('truncated', this.limit, lines);
  }

  /**
   * Whether at least half of the lines after the first are whole records by themselves. Then a quote was forgotten in the first; if not,
   * the record really has several lines and is judged as one.
   */
  private hasSwallowedRecords(end: number): boolean {
    const { cells, bytes } = this;
    let lines = 0;
    let whole = 0;
    let from = nextLine(bytes, this.at, end, true);
    while (from >= 0 && from < end) {
      const after = nextLine(bytes, from, end, true);
      const to = after < 0 ? end : after;
      if (!isBlank(bytes, from, to)) {
        lines++;
        const complete = cells.read(bytes, from, end, true) === RECORD && cells.end === to;
        if (complete && cells.cells >= this.fields && !cells.surplus && !cells.stray) whole++;
      }
      from = to;
    }
    return lines > 0 && whole * 2 >= lines;
  }

  private isBlankRecord(): boolean {
    const { cells, surplus, nul, starts, ends } = this.cells;
    if (surplus || nul) return false;
    const kept = Math.min(cells, this.fields);
    for (let cell = 0; cell < kept; cell++) if (!isBlank(this.bytes, starts[cell]!, ends[cell]!)) return false;
    return true;
  }

  private take(found: Found, end: number, lines: number): Found {
    this.start = this.at;
    this.at = this.end = end;
    this.line = this.upcomingLine;
    this.upcomingLine += this.sheetRows ? 1 : lines;
    if (found !== BLANK) this.record++;
    return found;
  }

  private reject(reason: RejectReason, end: number, lines: number): Found {
    this.reason = reason;
    return this.take(REJECTED, end, lines);
  }

  private rejectLine(reason: RejectReason): Found {
    this.cut = false;
    const after = nextLine(this.bytes, this.at, this.limit, this.final);
    if (after < 0 && !this.final) {
      if (this.limit - this.at <= RECORD_LIMIT) return STARVED;
      this.kept = this.bytes.slice(this.at, this.at + TOO_LONG_KEPT);
      this.dropping = true;
      this.dropped = 0;
      return this.dropLine();
    }
    const end = after < 0 ? this.limit : after;
    this.noteLine(end);
    return this.reject(end - this.at > RECORD_LIMIT ? 'tooLong' : reason, end, 1);
  }

  /** Goes on within a line that is too long to be kept, until its end. */
  private dropLine(): Found {
    const after = nextLine(this.bytes, this.at, this.limit, this.final);
    const pendingCr = after < 0 && !this.final && this.bytes[this.limit - 1] === CR ? 1 : 0;
    const end = after < 0 ? this.limit - pendingCr : after;
    if (after < 0 && !this.final) {
      this.dropped += end - this.at;
      this.at = end;
      return STARVED;
    }
    this.dropping = false;
    this.noteLine(end, this.dropped);
    return this.reject('tooLong', end, 1);
  }

  /** Passes one row of a sheet above the first record: more than one physical line where its cells hold line breaks. */
  private skipRow(): boolean {
    if (this.cells.read(this.bytes, this.at, this.limit, this.final) !== RECORD || this.cells.end === this.at)
      return false;
    if (this.cells.lines > 1 || this.isBlankRecord()) this.plainHead = false;
    this.at = this.cells.end;
    this.upcomingLine++;
    return true;
  }

  /** Passes one physical line above the first record. */
  private skipLine(): boolean {
    if (this.sheetRows) return this.skipRow();
    const after = nextLine(this.bytes, this.at, this.limit, this.final);
    if (after < 0 && !this.final) return false;
    const end = after < 0 ? this.limit : after;
    if (end === this.at) return false;
    let quotes = 0;
    for (let at = this.at; at < end; at++) if (this.bytes[at] === QUOTE) quotes++;
    if (quotes % 2 === 1 || isBlank(this.bytes, this.at, end)) this.plainHead = false;
    this.noteLine(end);
    this.at = end;
    this.upcomingLine++;
    return true;
  }

  /** Lines that no record covers count for the longest one and the kinds of line ends too. */
  private noteLine(end: number, dropped = 0): void {
    const feeds = this.bytes[end - 1] === LF ? 1 : 0;
    const returns = end - feeds > this.at && this.bytes[end - feeds - 1] === CR ? 1 : 0;
    if (feeds + returns > 0) this.skippedKinds |= feeds === 0 ? CR_SEEN : returns === 0 ? LF_SEEN : CRLF_SEEN;
    this.skippedLongest = Math.max(this.skippedLongest, dropped + end - this.at - feeds - returns);
  }
}
