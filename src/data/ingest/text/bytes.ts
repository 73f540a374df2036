/** Byte values and small questions about UTF-8 bytes. Callers index inside the arrays; loops here assert that with `!`. */
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const BACKSLASH = 92;

/** Characters of white space at `at`, as a number of bytes: ASCII blanks, U+00A0 and U+3000. NUL is not white space: it is damage. */
function blankLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte <= SPACE) return byte === 0 ? 0 : 1;
  if (byte === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  return byte === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80 ? 3 : 0;
}

/** Where the text between two positions begins when blanks before it are left out; `to` when there is nothing else. */
export function trimStart(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const length = blankLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return to;
}

/** Where the text between two positions ends when blanks after it are left out. */
export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from) {
    const byte = bytes[at - 1]!;
    if (byte <= SPACE && byte !== 0) at -= 1;
    else if (byte === 0xa0 && at - 2 >= from && bytes[at - 2] === 0xc2) at -= 2;
    else if (byte === 0x80 && at - 3 >= from && bytes[at - 2] === 0x80 && bytes[at - 3] === 0xe3) at -= 3;
    else return at;
  }
  return from;
}

export function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  return trimStart(bytes, from, to) >= to;
}

/** Position after the line end at or after `from`; -1 when none is complete before `limit`. A lone CR ends a line. */
export function nextLine(bytes: Uint8Array, from: number, limit: number, final: boolean): number {
  for (let at = from; at < limit; at++) {
    const byte = bytes[at]!;
    if (byte === LF) return at + 1;
    if (byte !== CR) continue;
    if (at + 1 < limit) return bytes[at + 1] === LF ? at + 2 : at + 1;
    return final ? at + 1 : -1;
  }
  return -1;
}

export function sameBytes(a: Uint8Array, aFrom: number, b: Uint8Array, bFrom: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[aFrom + at] !== b[bFrom + at]) return false;
  return true;
}

/** FNV-1a. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash;
}
