import { SHAPE_LIMIT, type TimeShape } from '../plan';
import { SPACE } from './bytes';

/** Bytes of a cell that are looked at: longer cells are no times, and share the shape of their beginning with an ellipsis. */
const LONGEST = 64;
const LONGEST_WORD = 12;
const ELLIPSIS = [0xe2, 0x80, 0xa6];
const ZERO = 48;
const NINE = 57;

/** Kinds of bytes; `WIDE` may begin a character that stands for an ASCII one. */
const OTHER = 0;
const DIGIT = 1;
const LETTER = 2;
const BLANK = 3;
const WIDE = 4;
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= ZERO && byte <= NINE) return DIGIT;
  if ((byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90)) return LETTER;
  if (byte <= SPACE) return BLANK;
  return byte === 0xc2 || byte === 0xe3 || byte === 0xef ? WIDE : OTHER;
});

/** Numbers kept of a run of digits, in this order. */
const MIN = 0;
const MAX = 1;
const OVER_12 = 2;
const OVER_31 = 3;
const PART = 4;

interface Shape {
  readonly shape: string;
  readonly bytes: Uint8Array;
  readonly sample: string;
  readonly record: number;
  readonly parts: Float64Array;
  count: number;
}

/**
 * Ways in which the cells of one column are written (see `TimeShape`), found without a string per cell: the shape is built as bytes and
 * compared. Full-width characters count as their ASCII ones. Gives up beyond `SHAPE_LIMIT`.
 */
export class ShapeCounts {
  overflown = false;
  private shapes: Shape[] = [];
  private last: Shape | undefined;
  private readonly narrow = new Uint8Array(LONGEST);
  private readonly scratch = new Uint8Array(LONGEST + ELLIPSIS.length);
  private length = 0;
  private readonly numbers = new Float64Array(LONGEST);
  private runs = 0;

  /** Counts a trimmed cell that occurs `count` times, first in `record`. */
  add(bytes: Uint8Array, from: number, to: number, record: number, count: number): void {
    const cut = to - from > LONGEST;
    const end = cut ? characterStart(bytes, from + LONGEST) : to;
    if (!this.outline(bytes, from, end)) this.outline(this.narrow, 0, this.fold(bytes, from, end));
    if (cut) for (const byte of ELLIPSIS) this.scratch[this.length++] = byte;
    const shape = this.find() ?? this.insert(bytes, from, to, record);
    if (shape === undefined) return;
    this.last = shape;
    shape.count += count;
    const six = this.runs === 1 && this.length === 6 && this.scratch[0] === NINE && this.scratch[5] === NINE;
    for (let run = 0; run < this.runs; run++) widen(shape.parts, run * PART, this.numbers[run]!, count, six);
  }

  /** Most frequent first. Undefined when there were too many. */
  list(): TimeShape[] | undefined {
    if (this.overflown) return undefined;
    return this.shapes
      .map(({ shape, count, sample, record, parts }) => ({ shape, count, sample, record, parts: describe(parts) }))
      .sort((a, b) => b.count - a.count);
  }

  /** Leaves the shape in `scratch` and the value of each run of digits in `numbers`; false when wide characters must be folded first. */
  private outline(bytes: Uint8Array, from: number, end: number): boolean {
    const { scratch, numbers } = this;
    let length = 0;
    let runs = 0;
    let at = from;
    while (at < end) {
      const start = at;
      const byte = bytes[at++]!;
      const kind = KIND[byte]!;
      if (kind === DIGIT) {
        let value = byte - ZERO;
        while (at < end && KIND[bytes[at]!] === DIGIT) value = value * 10 + bytes[at++]! - ZERO;
        numbers[runs++] = value;
        for (let nines = at - start <= 2 ? 1 : at - start; nines > 0; nines--) scratch[length++] = NINE;
      } else if (kind === LETTER) {
        while (at < end && KIND[bytes[at]!] === LETTER) at++;
        const stop = Math.min(at, start + LONGEST_WORD);
        for (let letter = start; letter < stop; letter++) scratch[length++] = bytes[letter]! | 32;
      } else if (kind === BLANK) {
        while (at < end && KIND[bytes[at]!] === BLANK) at++;
        scratch[length++] = SPACE;
      } else if (kind === WIDE && foldWide(bytes, start, end) > 0) return false;
      else scratch[length++] = byte;
    }
    this.length = length;
    this.runs = runs;
    return true;
  }

  /** Writes a cell into `narrow` with ASCII characters for full-width ones and returns its length. */
  private fold(bytes: Uint8Array, from: number, end: number): number {
    let length = 0;
    for (let at = from; at < end; ) {
      const folded = foldWide(bytes, at, end);
      this.narrow[length++] = folded > 0 ? folded : bytes[at]!;
      if (folded === 0) at++;
      else at += bytes[at] === 0xc2 ? 2 : 3;
    }
    return length;
  }

  private find(): Shape | undefined {
    if (this.last !== undefined && this.isScratch(this.last)) return this.last;
    return this.shapes.find((shape) => this.isScratch(shape));
  }

  private isScratch({ bytes }: Shape): boolean {
    const { scratch, length } = this;
    if (bytes.length !== length) return false;
    for (let at = 0; at < length; at++) if (bytes[at] !== scratch[at]) return false;
    return true;
  }

  private insert(bytes: Uint8Array, from: number, to: number, record: number): Shape | undefined {
    if (this.shapes.length === SHAPE_LIMIT) {
      this.overflown = true;
      this.shapes = [];
      return undefined;
    }
    const decoder = new TextDecoder();
    const shape: Shape = {
      shape: decoder.decode(this.scratch.subarray(0, this.length)),
      bytes: this.scratch.slice(0, this.length),
      sample: decoder.decode(bytes.subarray(from, to)),
      record,
      parts: Float64Array.from({ length: this.runs * PART }, (_, index) => (index % PART === MIN ? Infinity : 0)),
      count: 0,
    };
    this.shapes.push(shape);
    return shape;
  }
}

/** @param six the run is the whole cell and has six digits, which are no day (yymmdd) or no month (yyyymm) where theirs cannot be */
function widen(parts: Float64Array, at: number, value: number, count: number, six: boolean): void {
  if (value < parts[at + MIN]!) parts[at + MIN] = value;
  if (value > parts[at + MAX]!) parts[at + MAX] = value;
  if (six ? !isMonth(Math.floor(value / 100) % 100) || !isDayOfMonth(value % 100) : value > 12)
    parts[at + OVER_12]! += count;
  if (six ? !isMonth(value % 100) : value > 31) parts[at + OVER_31]! += count;
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function isDayOfMonth(value: number): boolean {
  return value >= 1 && value <= 31;
}

function describe(parts: Float64Array): TimeShape['parts'] {
  return Array.from({ length: parts.length / PART }, (_, run) => ({
    min: parts[run * PART + MIN]!,
    max: parts[run * PART + MAX]!,
    over12: parts[run * PART + OVER_12]!,
    over31: parts[run * PART + OVER_31]!,
  }));
}

/** The ASCII character that a full-width one, U+3000 or U+00A0 stands for; 0 for any other. */
function foldWide(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] === 0xc2) return at + 1 < end && bytes[at + 1] === 0xa0 ? SPACE : 0;
  if (at + 2 >= end) return 0;
  const middle = bytes[at + 1]!;
  const last = bytes[at + 2]!;
  if (bytes[at] === 0xe3) return middle === 0x80 && last === 0x80 ? SPACE : 0;
  if (bytes[at] !== 0xef) return 0;
  if (middle === 0xbc && last >= 0x81) return last - 0x60;
  return middle === 0xbd && last <= 0x9e ? last - 0x20 : 0;
}

function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while ((bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}
