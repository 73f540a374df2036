/** ln √(2π) */
const LN_SQRT_2PI = 0.9189385332046728;

/**
 * Stirling's error: ln n! − ln(√(2πn) (n/e)ⁿ), for n ≥ 0, not only integers. Exact recurrence up to 15, the asymptotic series above:
 * Loader (2000), Fast and accurate computation of binomial probabilities. Relative error below 1e-14.
 */
function stirlingError(n: number): number {
  if (n <= 0) return 0;
  // ln Γ(n+1) = ln Γ(n+1+k) − Σ ln(n+i): carried up to where the series holds.
  let shift = 0;
  let at = n;
  while (at < 16) {
    at += 1;
    shift += Math.log(at);
  }
  const series = asymptotic(at);
  if (at === n) return series;
  const full = (at + 0.5) * Math.log(at) - at + LN_SQRT_2PI + series - shift;
  return full - ((n + 0.5) * Math.log(n) - n + LN_SQRT_2PI);
}

function asymptotic(n: number): number {
  const square = n * n;
  const inner = (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square) / square;
  return (1 / 12 - (1 / 360 - inner) / square) / n;
}

/** Deviance part x·ln(x/mean) + mean − x, without cancellation where x is near the mean (Loader's bd0). */
function deviancePart(x: number, mean: number): number {
  if (x === 0) return mean;
  const difference = x - mean;
  if (Math.abs(difference) < 0.1 * (x + mean)) {
    const v = difference / (x + mean);
    let sum = difference * v;
    let term = 2 * x * v;
    for (let j = 1; j < 1000; j++) {
      term *= v * v;
      const next = sum + term / (2 * j + 1);
      if (next === sum) return sum;
      sum = next;
    }
  }
  return x * Math.log(x / mean) + mean - x;
}

/** e^(−mean) meanˣ / Γ(x+1) for any x ≥ 0: the Poisson probability where x is a whole number. */
export function poissonDensity(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x < 0) return 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviancePart(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** Probability of exactly `x` among `n` when each has probability `p`. */
export function binomialDensity(x: number, n: number, p: number): number {
  if (x < 0 || x > n) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (p === 1) return x === n ? 1 : 0;
  if (x === 0) return Math.exp(n * Math.log1p(-p));
  if (x === n) return Math.exp(n * Math.log(p));
  const exponent =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(n - x) -
    deviancePart(x, n * p) -
    deviancePart(n - x, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * (n - x)));
}
