/** p-values corrected for their number; in their order. As R's `p.adjust`. */
export type Correction = (p: readonly number[]) => number[];

/** Benjamini & Hochberg (1995): q, the expected share of false ones among all with as small a value. */
export const benjaminiHochberg: Correction = (p) => {
  const descending = order(p).reverse();
  let least = 1;
  return placed(p, descending, (value, rank) => {
    least = Math.min(least, (value * p.length) / (p.length - rank));
    return least;
  });
};

/** Holm (1979). */
export const holm: Correction = (p) => {
  let most = 0;
  return placed(p, order(p), (value, rank) => {
    most = Math.max(most, Math.min(1, value * (p.length - rank)));
    return most;
  });
};

export const bonferroni: Correction = (p) => p.map((value) => Math.min(1, value * p.length));

function order(p: readonly number[]): number[] {
  return p.map((_, at) => at).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0) || a - b);
}

function placed(
  p: readonly number[],
  places: readonly number[],
  of: (value: number, rank: number) => number,
): number[] {
  const corrected = new Array<number>(p.length);
  places.forEach((place, rank) => {
    corrected[place] = of(p[place] ?? Number.NaN, rank);
  });
  return corrected;
}
