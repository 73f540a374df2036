import type { Encoding } from '../plan';
import { CR, LF } from './bytes';
import { Utf8Check } from './utf8';

/** Twice the longest record, so that a record touches two parts at most. */
const PART = 8 * 1024 * 1024;
const BOM = [0xef, 0xbb, 0xbf];

/**
 * A file as UTF-8, part by part, the next one being fetched while the present one is worked on. Knows which byte of the original a
 * physical line begins at, whatever the encoding, and whether a part held bytes that are not text.
 */
export class Utf8Parts {
  /** Bytes of the file behind the reader, up to the end of the present part. */
  read: number;
  /** The present part, or the one before it, holds bytes that are not text in this encoding. */
  suspect = false;

  private ahead: Promise<ArrayBuffer>;
  private suspectHere = false;
  /** UTF-8 is only checked, everything else is decoded and shows U+FFFD. */
  private readonly check = new Utf8Check();
  private readonly decoder: TextDecoder;
  private readonly encoder = new TextEncoder();
  private readonly lines: LineCursor | undefined;
  private bom = 0;

  /** @param from byte to begin at: that of a physical line; @param line the number of that line. */
  constructor(
    private readonly file: Blob,
    encoding: Encoding,
    private readonly from = 0,
    line = 1,
    private readonly partSize = PART,
  ) {
    this.read = from;
    this.decoder = new TextDecoder(encoding);
    this.lines = encoding === 'utf-8' ? undefined : new LineCursor(encoding, from, line);
    this.ahead = this.fetch(from);
  }

  /** The next part; null at the end of the file. */
  async next(): Promise<Uint8Array | null> {
    if (this.read >= this.file.size) return null;
    const original = new Uint8Array(await this.ahead);
    const first = this.read === this.from;
    this.read += original.length;
    this.ahead = this.fetch(this.read);
    const before = this.suspectHere;
    const part = this.lines === undefined ? this.checked(original, first) : this.transcoded(original, this.lines);
    this.suspect = before || this.suspectHere;
    return part;
  }

  /** Byte of the original where a physical line begins that lies in the present part; `position` is where it begins in the UTF-8 text. */
  byteOf(line: number, position: number): number {
    return this.lines === undefined ? this.from + this.bom + position : this.lines.byteOf(line);
  }

  private fetch(at: number): Promise<ArrayBuffer> {
    const part = this.file.slice(at, at + this.partSize).arrayBuffer();
    // Nobody waits for it when the reader stops early; `next` still sees the failure.
    part.catch(() => undefined);
    return part;
  }

  private checked(bytes: Uint8Array, first: boolean): Uint8Array {
    if (first && this.from === 0 && BOM.every((byte, index) => bytes[index] === byte)) this.bom = BOM.length;
    const valid = this.check.add(bytes);
    this.suspectHere = !valid || (this.read >= this.file.size && !this.check.complete);
    return this.bom > 0 && first ? bytes.subarray(this.bom) : bytes;
  }

  private transcoded(bytes: Uint8Array<ArrayBuffer>, lines: LineCursor): Uint8Array {
    lines.enter(bytes);
    const text = this.decoder.decode(bytes, { stream: this.read < this.file.size });
    this.suspectHere = text.includes('\uFFFD');
    return this.encoder.encode(text);
  }
}

/** Counts physical lines in the original bytes of an encoding whose line ends cannot be part of another character. */
class LineCursor {
  private bytes = new Uint8Array();
  private base: number;
  private at = 0;
  private afterCr = false;
  private readonly width: number;
  private readonly low: number;

  constructor(
    encoding: Encoding,
    from: number,
    private line: number,
  ) {
    this.base = from;
    this.width = encoding.startsWith('utf-16') ? 2 : 1;
    this.low = encoding === 'utf-16be' ? 1 : 0;
  }

  /** Goes on to the next part of the file. */
  enter(bytes: Uint8Array<ArrayBuffer>): void {
    this.byteOf(Number.POSITIVE_INFINITY);
    this.base += this.bytes.length;
    this.bytes = bytes;
    this.at = 0;
  }

  byteOf(line: number): number {
    while (this.line < line && this.at < this.bytes.length) this.step();
    if (this.afterCr && this.unit() === LF) this.step();
    return this.base + this.at;
  }

  private step(): void {
    const unit = this.unit();
    this.at += this.width;
    if (unit === CR || (unit === LF && !this.afterCr)) this.line++;
    this.afterCr = unit === CR;
  }

  private unit(): number {
    if (this.width === 1) return this.bytes[this.at] ?? -1;
    const high = this.bytes[this.at + 1 - this.low] ?? -1;
    return high === 0 ? (this.bytes[this.at + this.low] ?? -1) : -1;
  }
}
