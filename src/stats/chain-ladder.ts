export interface ChainLadder {
  /** From each age to the next: how much the sum grows. */
  readonly factors: readonly number[];
  /** What each period will come to. */
  readonly ultimate: readonly number[];
  /** What has not come yet, over all. */
  readonly outstanding: number;
  /** Share of its final sum that a period of each age shows. */
  readonly completeness: readonly number[];
}

/**
 * Chain ladder: from sums that grow with age to what they will come to (Mack 1993).
 * @param triangle cumulative counts, a row a period (oldest first), a column an age; rows get shorter
 */
export function chainLadder(triangle: readonly (readonly number[])[]): ChainLadder {
  const ages = Math.max(0, ...triangle.map((row) => row.length));
  const factors = Array.from({ length: Math.max(0, ages - 1) }, (_, age) => {
    const both = triangle.filter((row) => row.length > age + 1);
    const [before, after] = [age, age + 1].map((at) => both.reduce((sum, row) => sum + (row[at] ?? 0), 0)) as [
      number,
      number,
    ];
    return before > 0 ? after / before : 1;
  });
  const ultimate = triangle.map((row) =>
    factors.slice(Math.max(0, row.length - 1)).reduce((sum, factor) => sum * factor, row.at(-1) ?? 0),
  );
  const outstanding = ultimate.reduce((sum, final, at) => sum + final - (triangle[at]?.at(-1) ?? 0), 0);
  const completeness = Array.from(
    { length: ages },
    (_, age) => 1 / factors.slice(age).reduce((product, factor) => product * factor, 1),
  );
  return { factors, ultimate, outstanding, completeness };
}
