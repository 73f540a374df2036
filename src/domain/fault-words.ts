/** A text whose failure somebody named. */
export interface NamedText {
  readonly text: string;
  readonly mode: string;
}

/** Runs of characters looked at, and words between spaces. */
const [SHORTEST, LONGEST] = [2, 4];
/** Named texts that a piece must stand in, and the share of them that must have one and the same failure mode. */
const LEAST = 5;
const LEAST_SHARE = 0.85;
/** Pieces that must speak for a mode, unless the text holds the mode's own name. */
const WITNESSES = 2;

/** Tells failure modes from texts that name none, by pieces of text that named ones of one mode nearly alone have. */
export class FaultWords {
  readonly #modeOf = new Map<string, string>();
  readonly #modes: readonly string[];

  constructor(named: readonly NamedText[]) {
    const counts = new Map<string, Map<string, number>>();
    for (const { text, mode } of named)
      for (const piece of piecesOf(text)) {
        const byMode = counts.get(piece) ?? new Map<string, number>();
        counts.set(piece, byMode.set(mode, (byMode.get(mode) ?? 0) + 1));
      }
    for (const [piece, byMode] of counts) {
      const n = [...byMode.values()].reduce((sum, own) => sum + own, 0);
      const best = [...byMode].reduce((one, other) => (other[1] > one[1] ? other : one));
      if (best[1] >= LEAST && best[1] / n >= LEAST_SHARE) this.#modeOf.set(piece, best[0]);
    }
    this.#modes = [...new Set(named.map(({ mode }) => mode))].filter((mode) => mode.length >= SHORTEST);
  }

  /** The failure mode that a text speaks of; undefined where it speaks of none, or of two alike. */
  modeOf(text: string): string | undefined {
    const lower = text.toLowerCase();
    const named = this.#modes.filter((mode) => lower.includes(mode.toLowerCase()));
    if (named.length === 1) return named[0];
    const votes = new Map<string, number>();
    for (const piece of piecesOf(text)) {
      const mode = this.#modeOf.get(piece);
      if (mode !== undefined) votes.set(mode, (votes.get(mode) ?? 0) + 1);
    }
    const [first, second] = [...votes].sort(([, a], [, b]) => b - a);
    return first !== undefined && first[1] >= WITNESSES && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
  }
}

function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
    for (let from = 0; from < run.length; from += 1)
      for (let length = SHORTEST; length <= LONGEST && from + length <= run.length; length += 1)
        pieces.add(run.slice(from, from + length));
  for (const word of text.toLowerCase().match(/[a-z][a-z'-]{3,}/g) ?? []) pieces.add(word);
  return pieces;
}
