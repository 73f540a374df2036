export interface Ewma {
  readonly values: readonly number[];
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** Limits that the chart approaches. */
  readonly upperAsymptotic: number;
  readonly lowerAsymptotic: number;
  /** Points beyond their limits, by place (from 0). */
  readonly signals: readonly number[];
}

/**
 * Exponentially weighted moving average zₜ = λ xₜ + (1 − λ) zₜ₋₁ from the centre, with exact limits (Roberts 1959; as R's qcc).
 * @param lambda weight of the newest, above 0 and at most 1 @param reach limits in standard deviations of z
 */
export function ewma(
  values: readonly number[],
  { center, sigma, lambda, reach }: { center: number; sigma: number; lambda: number; reach: number },
): Ewma {
  let level = center;
  const smoothed = values.map((value) => {
    level = lambda * value + (1 - lambda) * level;
    return level;
  });
  const share = lambda / (2 - lambda);
  const distance = values.map((_, at) => reach * sigma * Math.sqrt(share * (1 - (1 - lambda) ** (2 * (at + 1)))));
  const asymptotic = reach * sigma * Math.sqrt(share);
  return {
    values: smoothed,
    upper: distance.map((d) => center + d),
    lower: distance.map((d) => center - d),
    upperAsymptotic: center + asymptotic,
    lowerAsymptotic: center - asymptotic,
    signals: smoothed.flatMap((value, at) => (Math.abs(value - center) > (distance[at] ?? 0) ? [at] : [])),
  };
}
