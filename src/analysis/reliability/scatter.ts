/** Fewer expected say nothing of scatter by themselves: such cells are counted together. */
const LEAST = 1;
/** Fewer cells say nothing of scatter. */
const FEWEST = 4;

/** Pearson X²/df of seen against expected counts; null with too few. @param fitted parameters taken from the same counts */
export function scatterOf(
  cells: readonly { readonly seen: number; readonly expected: number }[],
  fitted: number,
): number | null {
  const enough = cells.filter(({ expected }) => expected >= LEAST);
  if (enough.length < FEWEST || enough.length <= fitted) return null;
  const chiSquare = enough.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0);
  return chiSquare / (enough.length - fitted);
}
