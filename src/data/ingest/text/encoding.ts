import { analyse } from 'chardet';
import type { Encoding } from '../plan';
import { LF } from './bytes';
import { COMMON_CHARACTERS } from './common-characters';

const HEAD = 1024 * 1024;
const SLICE = 64 * 1024;
const SLICES = 12;
const BOMS: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];
/** Bytes that are looked at for the two Chinese encodings: enough to be sure, little enough to be quick. */
const LEGACY_SAMPLE = 512 * 1024;
const CHARDET_SAMPLE = 64 * 1024;
const CHARDET_WEIGHT = 0.1;
const LEGACY: readonly { encoding: Encoding; names: readonly string[] }[] = [
  { encoding: 'gb18030', names: ['GB18030', 'GB2312', 'GBK'] },
  { encoding: 'big5', names: ['Big5'] },
  { encoding: 'shift_jis', names: ['Shift_JIS'] },
];
/** Half-width katakana: what bytes of other encodings become in Shift_JIS, and only old registers really have. */
const HALF_WIDTH = /[\uff61-\uff9f]/;
const INSIDE_WORD = /(?<=[A-Za-z])[^\0-\x7f](?=[A-Za-z])/gu;
const KANA = /[\u3041-\u30fe]/;
/** A Latin letter beyond ASCII within a word, or a sign that Windows puts between or after words. */
const LATIN_LETTER = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u00df]/;
const LATIN_SIGN =
  /[\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2122\u00a0\u00a2\u00a3\u00a5\u00a7\u00a9\u00ab\u00ae\u00b0-\u00b5\u00bb-\u00bf\u00d7]/;
/** Western text without a single accent has signs at least: as many are no accident, but not beyond doubt. */
const SIGNS_ENOUGH = 3;
const SIGNS_ONLY = 0.5;
/** Below this a Chinese encoding is no better than UTF-8 with damage. */
const LEGACY_PLAUSIBLE = 0.25;

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Length of the byte order mark; 0 when there is none. */
  readonly bomBytes: number;
  /** 0…1. */
  readonly confidence: number;
  /** All that were considered, best first. */
  readonly candidates: readonly { readonly encoding: Encoding; readonly score: number }[];
}

/** The head of a file and slices spread over the rest, cut at line feeds, so that Chinese that begins late is seen. */
export async function sampleOf(file: Blob): Promise<Uint8Array[]> {
  const read = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer());
  const head = await read(0, HEAD);
  const rest = file.size - HEAD;
  if (rest <= 0) return [head];
  const count = Math.min(SLICES, Math.ceil(rest / SLICE));
  const starts = Array.from(
    { length: count },
    (_, slice) => HEAD + Math.floor((slice * Math.max(0, rest - SLICE)) / Math.max(1, count - 1)),
  );
  const slices = await Promise.all(starts.map((start) => read(start, start + SLICE)));
  return [head, ...slices.map(wholeLines).filter((slice) => slice.length > 0)];
}

function wholeLines(slice: Uint8Array): Uint8Array {
  return slice.subarray(slice.indexOf(LF) + 1, slice.lastIndexOf(LF) + 1);
}

/** Text of bytes; what is not text becomes U+FFFD, a byte order mark is left out. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Encoding of a file by a sample of it (see `sampleOf`; the first element is its head). A byte order mark decides; then UTF-16 by the
 * places of its NULs; then strict UTF-8; then the Chinese encodings by what they make of the bytes. A file that is mostly UTF-8 stays
 * UTF-8 in spite of a stray byte.
 */
export function detectEncoding(sample: readonly Uint8Array[]): DetectedEncoding {
  const head = sample[0] ?? new Uint8Array();
  const bom = markOf(head);
  if (bom !== undefined) return decided(bom.encoding, 1, bom.bytes.length);
  const wide = unmarkedUtf16(head);
  if (wide !== undefined) return decided(wide, 0.9);
  const census = utf8Census(sample);
  if (census.invalid === 0) return decided('utf-8', census.characters > 0 ? 1 : 0.9);
  const utf8 = { encoding: 'utf-8' as const, score: census.characters / (census.characters + 2 * census.invalid) };
  const candidates = [utf8, ...legacyScores(sample)].sort((a, b) => b.score - a.score);
  const best = candidates[0] ?? utf8;
  if (utf8.score < 0.5 && best.score < LEGACY_PLAUSIBLE)
    return { encoding: 'utf-8', bomBytes: 0, confidence: 0.4, candidates };
  const runnerUp = candidates[1]?.score ?? 0;
  const confidence = Math.min(1, Math.max(0, 0.5 + best.score - runnerUp));
  return { encoding: best.encoding, bomBytes: 0, confidence, candidates };
}

function decided(encoding: Encoding, confidence: number, bomBytes = 0): DetectedEncoding {
  return { encoding, bomBytes, confidence, candidates: [{ encoding, score: confidence }] };
}

function markOf(head: Uint8Array): (typeof BOMS)[number] | undefined {
  return BOMS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
}

/** Whether a file that begins like this is UTF-16, whose NULs are text. */
export function isUtf16(head: Uint8Array): boolean {
  return (markOf(head)?.encoding ?? unmarkedUtf16(head) ?? 'utf-8') !== 'utf-8';
}

/** UTF-16 without a mark: ASCII characters (digits, delimiters, line ends) put NULs on one side only. */
function unmarkedUtf16(head: Uint8Array): Encoding | undefined {
  const units = head.length >> 1;
  let little = 0;
  let big = 0;
  for (let unit = 0; unit < units; unit++) {
    const first = head[unit * 2] ?? 0;
    const second = head[unit * 2 + 1] ?? 0;
    if (second === 0 && isPlainText(first)) little++;
    if (first === 0 && isPlainText(second)) big++;
  }
  const enough = Math.max(2, units * 0.03);
  if (little >= enough && little > big * 10) return 'utf-16le';
  return big >= enough && big > little * 10 ? 'utf-16be' : undefined;
}

function isPlainText(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;
}

/** Multi-byte characters that are valid UTF-8, and runs of bytes that are not; a character cut at the edge of a sample is neither. */
function utf8Census(sample: readonly Uint8Array[]): { characters: number; invalid: number } {
  let characters = 0;
  let invalid = 0;
  for (const bytes of sample) {
    for (let at = 0; at < bytes.length; ) {
      const lead = bytes[at] ?? 0;
      const length =
        lead < 0x80
          ? 1
          : lead >= 0xc2 && lead < 0xe0
            ? 2
            : lead >= 0xe0 && lead < 0xf0
              ? 3
              : lead >= 0xf0 && lead < 0xf5
                ? 4
                : 0;
      let followed = 1;
      while (followed < length && ((bytes[at + followed] ?? 0) & 0xc0) === 0x80) followed++;
      const cut = (at < 3 && (lead & 0xc0) === 0x80) || at + followed === bytes.length;
      if (length > 1 && followed === length) characters++;
      else if (length !== 1 && !(cut && (length > 0 || at < 3))) invalid++;
      at += Math.max(1, followed);
    }
  }
  return { characters, invalid };
}

/** What each encoding makes of the characters beyond ASCII: the share of common ones, less damage and private use. */
function legacyScores(sample: readonly Uint8Array[]): { encoding: Encoding; score: number }[] {
  const bytes = joined(sample, LEGACY_SAMPLE);
  const guesses = analyse(bytes.subarray(0, CHARDET_SAMPLE));
  const eastern = LEGACY.map(({ encoding, names }) => {
    const guess = guesses.find(({ name }) => names.includes(name))?.confidence ?? 0;
    return { encoding, score: legacyScore(decode(bytes, encoding)) + (CHARDET_WEIGHT * guess) / 100 };
  });
  return [...eastern, { encoding: 'windows-1252', score: westernScore(decode(bytes, 'windows-1252')) }];
}

/** Western text has single letters beyond ASCII in words of ASCII ones; Eastern text taken for it has rows of them. */
function westernScore(text: string): number {
  let beyond = 0;
  let fitting = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    beyond++;
    const character = text.charAt(at);
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    const inWord = /[A-Za-z]/.test(before) || /[A-Za-z]/.test(after);
    const alone = before < '\u0080' && after < '\u0080';
    if (LATIN_LETTER.test(character) && inWord && (alone || before < '\u0080' || after < '\u0080')) {
      fitting++;
      letters++;
    } else if (LATIN_SIGN.test(character) && alone) fitting++;
  }
  // A stray sign alone is damage rather than an encoding; hard blanks or degrees again and again are not.
  if (letters === 0) return fitting === beyond && beyond >= SIGNS_ENOUGH ? SIGNS_ONLY : 0;
  return (fitting - (beyond - fitting)) / beyond;
}

function legacyScore(text: string): number {
  let beyond = 0;
  let common = 0;
  let bad = 0;
  // A single one inside a Latin word is a letter with an accent, taken for something else.
  for (const character of text.replace(INSIDE_WORD, '\ufffd')) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    beyond++;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) bad++;
    else if (HALF_WIDTH.test(character)) bad += 0.5;
    else if (COMMON_CHARACTERS.has(character) || KANA.test(character)) common++;
  }
  return beyond === 0 ? 0 : (common - 3 * bad) / beyond;
}

/** The sample as one, cut to a length so that every slice keeps its share; lines without characters beyond ASCII are left out first. */
function joined(sample: readonly Uint8Array[], most: number): Uint8Array {
  const telling = sample.map(linesBeyondAscii);
  const share = Math.floor(most / Math.max(1, telling.length));
  const cut = telling.map((bytes) => bytes.subarray(0, share));
  const whole = new Uint8Array(cut.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const bytes of cut) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(LF, from);
    const line = bytes.subarray(from, feed < 0 ? bytes.length : feed + 1);
    if (line.some((byte) => byte >= 0x80)) {
      kept.set(line, length);
      length += line.length;
    }
    from += line.length;
  }
  return kept.subarray(0, length);
}
