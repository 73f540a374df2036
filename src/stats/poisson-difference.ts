/**
 * How many standard errors a count lies above what another count predicts for it; negative below.
 * Square roots of Poisson counts have a variance near ¼ whatever their mean, so that
 * z = 2 (√(x + ⅜) − √(d (y + ⅜))) / √(1 + d) with d = exposure of x / exposure of y.
 * Source: Gu, Ng, Tang & Schucany (2008), Testing the ratio of two Poisson rates, statistic W5.
 * @param ratio d, above 0
 */
export function poissonDifference(count: number, reference: number, ratio: number): number {
  return (2 * (Math.sqrt(count + 3 / 8) - Math.sqrt(ratio * (reference + 3 / 8)))) / Math.sqrt(1 + ratio);
}
