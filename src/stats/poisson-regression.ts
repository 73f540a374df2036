import { inverse, times } from './linear';

export interface PoissonFit {
  /** Natural logarithm of the expected rate for a step of 1 in each column. */
  readonly coefficients: readonly number[];
  /** Standard errors as Poisson; times √dispersion for quasi-Poisson. */
  readonly errors: readonly number[];
  /** Covariance of the coefficients (as Poisson). */
  readonly covariance: readonly (readonly number[])[];
  /** Expected events of each row. */
  readonly fitted: readonly number[];
  /** Pearson X² ÷ degrees of freedom; NaN without degrees of freedom. */
  readonly dispersion: number;
  readonly df: number;
}

const STEPS = 100;
/** R's: relative change of the deviance at which it stops. */
const CLOSE = 1e-8;

/**
 * Poisson regression with logarithmic link and exposure as offset, by iteratively reweighted least squares (as R's `glm`).
 * It stops where R stops, and weighs the residuals of the dispersion as R does, so that the digits agree.
 * @param rows values of the columns of each row (an intercept is a column of ones)
 * @param weights how often each row counts, 1 unless given (Farrington's down-weighting)
 * @returns null where it has no finite solution: columns that depend on each other, or no events at all
 */
export function poissonRegression(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  exposure: readonly number[],
  weights?: readonly number[],
): PoissonFit | null {
  const used = rows.flatMap((x, i) => {
    const t = exposure[i] ?? 0;
    const w = weights?.[i] ?? 1;
    return t > 0 && w > 0 ? [{ x, y: counts[i] ?? 0, t, w }] : [];
  });
  const width = rows[0]?.length ?? 0;
  if (used.length < width || width === 0 || used.every(({ y }) => y === 0)) return null;
  let fitted = used.map(({ y }) => y + 0.1);
  let coefficients: number[] = [];
  let covariance: number[][] = [];
  let deviance = devianceOf(used, fitted);
  let working = fitted;
  for (let step = 0; step < STEPS; step++) {
    const information = Array.from({ length: width }, () => new Array<number>(width).fill(0));
    const score = new Array<number>(width).fill(0);
    used.forEach(({ x, y, t, w }, i) => {
      const mu = fitted[i] as number;
      const response = Math.log(mu / t) + (y - mu) / mu;
      for (let a = 0; a < width; a++) {
        const part = w * mu * (x[a] as number);
        score[a] = (score[a] as number) + part * response;
        const line = information[a] as number[];
        for (let b = 0; b < width; b++) line[b] = (line[b] as number) + part * (x[b] as number);
      }
    });
    const inverted = inverse(information);
    if (inverted === null) return null;
    covariance = inverted;
    coefficients = times(inverted, score);
    working = fitted;
    fitted = used.map(({ x, t }) => t * Math.exp(x.reduce((sum, cell, j) => sum + cell * (coefficients[j] ?? 0), 0)));
    if (!fitted.every((mu) => mu > 0 && Number.isFinite(mu))) return null;
    const next = devianceOf(used, fitted);
    const settled = Math.abs(next - deviance) <= CLOSE * (Math.abs(next) + 0.1);
    deviance = next;
    if (settled) break;
  }
  const df = used.length - width;
  const pearson = used.reduce((sum, { y, w }, i) => {
    const mu = fitted[i] as number;
    return sum + w * (working[i] as number) * ((y - mu) / mu) ** 2;
  }, 0);
  return {
    coefficients,
    errors: covariance.map((line, i) => Math.sqrt(line[i] as number)),
    covariance,
    fitted,
    dispersion: df > 0 ? pearson / df : Number.NaN,
    df,
  };
}

interface Row {
  readonly y: number;
  readonly w: number;
}

function devianceOf(rows: readonly Row[], fitted: readonly number[]): number {
  return rows.reduce((sum, { y, w }, i) => {
    const mu = fitted[i] as number;
    return sum + 2 * w * ((y > 0 ? y * Math.log(y / mu) : 0) - (y - mu));
  }, 0);
}
