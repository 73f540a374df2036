import type { Mention } from '../../domain/sentinel';

/** A piece of a text, marked where a safety word stands. */
export interface Piece {
  readonly text: string;
  readonly mark?: 'said' | 'denied';
  /** Where it begins in the whole. */
  readonly at: number;
}

/** Where a sentence ends. */
const END = /[。！？!?；;\n\r]|\.\s/gu;
/** Characters kept on either side of the word when its sentence is longer. */
const AROUND = 48;

/** A text cut where words begin and end. */
export function piecesOf(text: string, mentions: readonly Mention[], from = 0, to = text.length): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end, denied } of mentions) {
    if (start < at || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), at });
    pieces.push({ text: text.slice(start, end), mark: denied ? 'denied' : 'said', at: start });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), at });
  return pieces;
}

/** The sentence of the first word that is said, or else denied, or the beginning of the text; with `…` where it was cut. */
export function sentenceOf(text: string, mentions: readonly Mention[]): Piece[] {
  const first = mentions.find(({ denied }) => !denied) ?? mentions[0];
  const { from, to } = first === undefined ? { from: 0, to: Math.min(text.length, 2 * AROUND) } : around(text, first);
  const pieces = piecesOf(text, mentions, from, to);
  return [
    ...(from > 0 ? [{ text: '…', at: -1 }] : []),
    ...pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ') })),
    ...(to < text.length ? [{ text: '…', at: text.length }] : []),
  ];
}

function around(text: string, { start, end }: Mention): { from: number; to: number } {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const last = [...before.matchAll(END)].at(-1);
  const lead = last === undefined ? before.length : before.length - last.index - last[0].length;
  const next = after.matchAll(END).next().value;
  return {
    from: safe(text, start - lead),
    to: safe(text, end + (next === undefined ? after.length : next.index + 1)),
  };
}

/** Never in the middle of a pair of surrogates. */
function safe(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
