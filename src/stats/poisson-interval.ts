/** Relative change of a bound at which it is taken as found. */
const CLOSE = 1e-12;
const STEPS = 60;

/**
 * Exact interval of the mean behind a Poisson count (Garwood 1936), as R's `poisson.test` gives it: the bound below is the mean
 * that gives as many or more with probability α/2, the one above that gives as many or fewer.
 * @param confidence for example 0.95
 */
export function poissonInterval(count: number, confidence = 0.95): readonly [low: number, high: number] {
  const tail = (1 - confidence) / 2;
  return [count === 0 ? 0 : gammaQuantile(count, tail), gammaQuantile(count + 1, 1 - tail)];
}

/** Where the gamma distribution of a shape (1 or more, scale 1) has a probability below it: Newton's steps from Wilson and Hilferty's approximation. */
function gammaQuantile(shape: number, probability: number): number {
  const z = normalQuantile(probability);
  let x = Math.max(shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3, probability ** (1 / shape) / 2);
  for (let step = 0; step < STEPS; step++) {
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    const next = x - (gammaBelow(shape, x) - probability) / density;
    // A step that would leave the positive numbers goes halfway to nothing instead.
    const moved = next > 0 ? next : x / 2;
    if (Math.abs(moved - x) <= CLOSE * x) return moved;
    x = moved;
  }
  return x;
}

/** Regularised incomplete gamma function P(a, x): a series below a + 1, Lentz's continued fraction of 1 − P above (Numerical Recipes 6.2). */
function gammaBelow(a: number, x: number): number {
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return scale * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16 || n > 1e6) return 1 - scale * fraction;
  }
}

/** Lanczos (g = 7, nine terms); relative error below 1e-14 for positive arguments. */
function logGamma(x: number): number {
  const [first, ...others] = LANCZOS;
  const sum = others.reduce((sum, coefficient, at) => sum + coefficient / (x + at), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS: readonly [number, ...number[]] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** To three digits (Abramowitz & Stegun 26.2.23): where the search begins. */
function normalQuantile(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(probability, 1 - probability)));
  const z =
    t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  return probability < 0.5 ? -z : z;
}
