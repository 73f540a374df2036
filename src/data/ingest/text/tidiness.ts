import { trimEnd, trimStart } from './bytes';
import { PLACEHOLDERS } from './placeholders';
import type { Tokenizer } from './tokenizer';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LONGEST = 31;

/** First byte of a placeholder → bit n set when one of n bytes begins so: most cells are told apart by these two. */
const lengthsByFirstByte = new Int32Array(256);
for (const placeholder of PLACEHOLDERS) {
  const bytes = encoder.encode(placeholder);
  lengthsByFirstByte[bytes[0] ?? 0]! |= 1 << bytes.length;
}

/** Finds the columns in which every cell is just its text: no blanks around it and no mark for nothing. They need no cleaning in the engine. */
export class Tidiness {
  private readonly untidy: Uint8Array;

  constructor(private readonly fields: number) {
    this.untidy = new Uint8Array(fields);
  }

  add(bytes: Uint8Array, { starts, ends, cells }: Tokenizer): void {
    const count = Math.min(cells, this.fields);
    for (let cell = 0; cell < count; cell++) {
      if (this.untidy[cell] === 0 && isUntidy(bytes, starts[cell]!, ends[cell]!)) this.untidy[cell] = 1;
    }
  }

  /** Indices of the columns with at least one untidy cell. */
  result(): number[] {
    return Array.from(this.untidy.keys()).filter((cell) => this.untidy[cell] === 1);
  }
}

function isUntidy(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to) return false;
  if (trimStart(bytes, from, to) !== from || trimEnd(bytes, from, to) !== to) return true;
  return placeholderAt(bytes, from, to) !== undefined;
}

/** The mark for nothing that a text without blanks around it is, in whatever kind of column; undefined of nearly all. */
export function placeholderAt(bytes: Uint8Array, from: number, to: number): string | undefined {
  const length = to - from;
  if (length > LONGEST || ((lengthsByFirstByte[bytes[from]!]! >> length) & 1) === 0) return undefined;
  const text = decoder.decode(bytes.subarray(from, to));
  return PLACEHOLDERS.has(text) ? text : undefined;
}
