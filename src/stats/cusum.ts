export interface Cusum {
  /** Sums above and below, in standard deviations. */
  readonly up: readonly number[];
  readonly down: readonly number[];
  readonly signalsUp: readonly number[];
  readonly signalsDown: readonly number[];
}

/**
 * Tabular CUSUM (Page 1954; Montgomery ch. 9): C⁺ = max(0, C⁺ + z − k), C⁻ = max(0, C⁻ − z − k), a signal beyond h.
 * @param k allowance, half the shift to be found, in standard deviations @param headstart of both sums
 */
export function cusum(
  values: readonly number[],
  { target, sigma, k, h, headstart = 0 }: { target: number; sigma: number; k: number; h: number; headstart?: number },
): Cusum {
  let [above, below] = [headstart, headstart];
  const up: number[] = [];
  const down: number[] = [];
  for (const value of values) {
    const z = (value - target) / sigma;
    above = Math.max(0, above + z - k);
    below = Math.max(0, below - z - k);
    up.push(above);
    down.push(below);
  }
  return { up, down, signalsUp: beyond(up, h), signalsDown: beyond(down, h) };
}

export interface PoissonCusum {
  /** Reference: events per exposure that neither add nor take. */
  readonly k: number;
  readonly sums: readonly number[];
  readonly signals: readonly number[];
}

/**
 * CUSUM of counts with exposure (Lucas 1985): S = max(0, S + x − k·t), k = (μ₁ − μ₀) ÷ ln(μ₁/μ₀), a signal beyond h.
 * @param acceptable rate in order, μ₀ @param unacceptable rate to be found soon, μ₁ > μ₀; both per unit of exposure
 */
export function poissonCusum(
  counts: readonly number[],
  exposure: readonly number[],
  { acceptable, unacceptable, h }: { acceptable: number; unacceptable: number; h: number },
): PoissonCusum {
  const k =
    acceptable === unacceptable ? acceptable : (unacceptable - acceptable) / Math.log(unacceptable / acceptable);
  let sum = 0;
  const sums = counts.map((count, at) => {
    sum = Math.max(0, sum + count - k * (exposure[at] ?? 0));
    return sum;
  });
  return { k, sums, signals: beyond(sums, h) };
}

function beyond(sums: readonly number[], limit: number): number[] {
  return sums.flatMap((sum, at) => (sum > limit ? [at] : []));
}
