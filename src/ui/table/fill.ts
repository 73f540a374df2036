interface Sized {
  readonly width: number;
  /** Takes part of what is left over. */
  readonly grows: boolean;
}

/** A column does not grow beyond this many times its width: its text would be too far from its neighbours'. */
const MOST = 3;

/** Widths of columns in a place with more room than they need: those that grow share what is left over by their own widths. */
export function fill(columns: readonly Sized[], room: number): number[] {
  const taken = columns.reduce((sum, { width }) => sum + width, 0);
  const growing = columns.reduce((sum, { width, grows }) => (grows ? sum + width : sum), 0);
  const factor = growing === 0 ? 1 : Math.min(MOST, 1 + Math.max(0, room - taken) / growing);
  return columns.map(({ width, grows }) => (grows ? Math.floor(width * factor) : width));
}
