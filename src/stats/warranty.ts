/** Units of one age still in service without a claim. */
export interface Survivors {
  readonly age: number;
  readonly survivors: number;
}

/**
 * Claims to be expected of units in service within `horizon`: survivors × (F(age + h) − F(age)) ÷ (1 − F(age)), by cohort.
 * Beyond `limit` (the end of the warranty, an age) none are counted.
 */
export function expectedClaims(
  cohorts: readonly Survivors[],
  {
    shape,
    scale,
    horizon,
    limit = Number.POSITIVE_INFINITY,
  }: { shape: number; scale: number; horizon: number; limit?: number },
): number[] {
  return cohorts.map(
    ({ age, survivors }) => survivors * claimsWithin(age, Math.min(age + horizon, limit), shape, scale),
  );
}

function claimsWithin(from: number, until: number, shape: number, scale: number): number {
  if (until <= from) return 0;
  // 1 − S(until)/S(from), written so that small shares keep their digits.
  return -Math.expm1((from / scale) ** shape - (until / scale) ** shape);
}
