import { inverse } from './linear';
import { logGamma } from './log-gamma';
import { normalQuantile } from './normal';
import type { Interval } from './poisson-interval';

/**
 * What is known of a group of units. Failed at `time`, or between `time` and `until`; or still in service at `time` (`failed` false).
 * Times above 0 (an interval may begin at 0) in any unit.
 */
export interface Life {
  readonly time: number;
  readonly until?: number;
  readonly failed: boolean;
  /** How many units this holds for; 1 unless given. */
  readonly weight?: number;
}

export interface WeibullFit {
  /** β: below 1 early failures, near 1 by chance, above 1 wear. */
  readonly shape: number;
  /** η: time by which 63.2 % have failed. */
  readonly scale: number;
  readonly logLikelihood: number;
  /** Failures by weight. */
  readonly failures: number;
  readonly shapeInterval: Interval;
  readonly scaleInterval: Interval;
  /** Mean time to failure. */
  readonly mean: number;
  /** Covariance of (ln η, ln σ) with σ = 1/β, for the intervals of quantiles. */
  readonly covariance: readonly (readonly number[])[];
}

export type WeibullRefusal = 'tooFewFailures' | 'allAtOneTime' | 'noSolution';

const LEAST_FAILURES = 2;
/** A step as small as this ends the search: the sums over very many lives are not exact enough for smaller ones. */
const SETTLED = 1e-9;
/** So much of the log likelihood is rounding, relative to it. */
const NOISE = 1e-10;

/**
 * Two-parameter Weibull by maximum likelihood with right and interval censoring: Newton's method on (μ, ln σ) of ln T = μ + σ·W,
 * W smallest extreme value, as R's `survreg`. Intervals are Wald's on the logarithm (Meeker & Escobar 1998, ch. 8).
 * @returns why not: fewer than two failures; all failures at one time and nobody seen after it; no maximum found
 */
export function weibull(lives: readonly Life[], confidence = 0.95): WeibullFit | WeibullRefusal {
  const used = lives.filter(({ time, until, weight = 1 }) => weight > 0 && (time > 0 || (until ?? 0) > 0));
  const failures = used.reduce((sum, { failed, weight = 1 }) => sum + (failed ? weight : 0), 0);
  if (failures < LEAST_FAILURES) return 'tooFewFailures';
  if (isOnePoint(used)) return 'allAtOneTime';
  const found = maximise(used, start(used, failures));
  if (found === null) return 'noSolution';
  const { mu, logSigma, logLikelihood, covariance } = found;
  const sigma = Math.exp(logSigma);
  const z = normalQuantile((1 + confidence) / 2);
  const [muReach, sigmaReach] = [0, 1].map((at) => z * Math.sqrt(covariance[at]?.[at] ?? 0)) as [number, number];
  const jacobian = used.reduce(
    (sum, { failed, time, until, weight = 1 }) => sum + (failed && until === undefined ? weight * Math.log(time) : 0),
    0,
  );
  return {
    shape: 1 / sigma,
    scale: Math.exp(mu),
    logLikelihood: logLikelihood - jacobian,
    failures,
    shapeInterval: [Math.exp(-logSigma - sigmaReach), Math.exp(-logSigma + sigmaReach)],
    scaleInterval: [Math.exp(mu - muReach), Math.exp(mu + muReach)],
    mean: Math.exp(mu + logGamma(1 + sigma)),
    covariance,
  };
}

/** Time by which a share of the units has failed (B10: 0.1), with Wald's interval on the logarithm. */
export function weibullQuantile(
  { shape, scale, covariance }: WeibullFit,
  share: number,
  confidence = 0.95,
): { readonly time: number; readonly interval: Interval } {
  const w = Math.log(-Math.log1p(-share));
  const sigma = 1 / shape;
  const time = scale * Math.exp(sigma * w);
  // d ln t = dμ + σ w d ln σ
  const [[mm = 0, ms = 0] = [], [, ss = 0] = []] = covariance;
  const error = Math.sqrt(mm + 2 * sigma * w * ms + (sigma * w) ** 2 * ss);
  const reach = normalQuantile((1 + confidence) / 2) * error;
  return { time, interval: [time * Math.exp(-reach), time * Math.exp(reach)] };
}

/** Share failed by `time`. */
export function weibullBelow(time: number, shape: number, scale: number): number {
  return time <= 0 ? 0 : -Math.expm1(-((time / scale) ** shape));
}

/** Whether all failed at the same time and none is known to have lasted longer: then the steeper, the likelier, without end. */
function isOnePoint(lives: readonly Life[]): boolean {
  const first = lives.find(({ failed }) => failed)?.time ?? 0;
  return lives.every(({ failed, time, until }) => (failed ? until === undefined && time === first : time <= first));
}

/** Exponential as a first guess: all the time in service over the failures. */
function start(lives: readonly Life[], failures: number): [mu: number, logSigma: number] {
  const middle = ({ time, until }: Life) => (until === undefined ? time : (time + until) / 2);
  const service = lives.reduce((sum, life) => sum + (life.weight ?? 1) * middle(life), 0);
  return [Math.log(service / failures), 0];
}

interface Maximum {
  readonly mu: number;
  readonly logSigma: number;
  readonly logLikelihood: number;
  readonly covariance: number[][];
}

function maximise(lives: readonly Life[], [mu, logSigma]: [number, number]): Maximum | null {
  let at = derivatives(lives, mu, logSigma);
  for (let step = 0; step < 200; step++) {
    const information = at.hessian.map((line) => line.map((cell) => -cell));
    const covariance = inverse(information);
    const curved = covariance !== null && (covariance[0]?.[0] ?? 0) > 0 && (covariance[1]?.[1] ?? 0) > 0;
    // Where the surface is not a hill, a plain step uphill.
    const [dm, ds] = curved
      ? covariance.map((line) => (line[0] ?? 0) * at.score[0] + (line[1] ?? 0) * at.score[1])
      : at.score.map((slope) => Math.sign(slope) * 0.5);
    if (curved && Math.abs(dm ?? 0) < SETTLED && Math.abs(ds ?? 0) < SETTLED)
      return { mu, logSigma, logLikelihood: at.logLikelihood, covariance };
    let size = Math.min(1, 2 / Math.max(Math.abs(dm ?? 0), Math.abs(ds ?? 0), 1e-300));
    let next = derivatives(lives, mu + size * (dm ?? 0), logSigma + size * (ds ?? 0));
    while (!(next.logLikelihood >= at.logLikelihood - NOISE * Math.abs(at.logLikelihood)) && size > 1e-10) {
      size /= 2;
      next = derivatives(lives, mu + size * (dm ?? 0), logSigma + size * (ds ?? 0));
    }
    if (size <= 1e-10) return curved ? { mu, logSigma, logLikelihood: at.logLikelihood, covariance } : null;
    mu += size * (dm ?? 0);
    logSigma += size * (ds ?? 0);
    if (!(logSigma > -30 && logSigma < 30)) return null;
    at = next;
  }
  return null;
}

interface Derivatives {
  readonly logLikelihood: number;
  readonly score: [number, number];
  readonly hessian: number[][];
}

/**
 * Log likelihood of ln t with its first and second derivatives by μ and s = ln σ, through w = (ln t − μ) / σ:
 * ∂w/∂μ = −1/σ, ∂w/∂s = −w.
 */
function derivatives(lives: readonly Life[], mu: number, logSigma: number): Derivatives {
  const sigma = Math.exp(logSigma);
  let logLikelihood = 0;
  const [score, hessian] = [[0, 0] as [number, number], [0, 0, 0]];
  const add = (weight: number, value: number, g: readonly number[], h: readonly number[]) => {
    logLikelihood += weight * value;
    score[0] += weight * (g[0] ?? 0);
    score[1] += weight * (g[1] ?? 0);
    for (let i = 0; i < 3; i++) hessian[i] = (hessian[i] ?? 0) + weight * (h[i] ?? 0);
  };
  for (const { time, until, failed, weight = 1 } of lives) {
    const w = (Math.log(time) - mu) / sigma;
    const e = Math.exp(w);
    if (!failed) {
      add(weight, -e, [e / sigma, w * e], [-e / sigma ** 2, (-e * (1 + w)) / sigma, -w * e * (1 + w)]);
    } else if (until === undefined) {
      add(
        weight,
        w - e - logSigma,
        [(e - 1) / sigma, w * (e - 1) - 1],
        [-e / sigma ** 2, (1 - e - w * e) / sigma, w * (1 - e) - w * w * e],
      );
    } else {
      interval(time > 0 ? w : Number.NEGATIVE_INFINITY, (Math.log(until) - mu) / sigma, sigma, weight, add);
    }
  }
  const [mm = 0, ms = 0, ss = 0] = hessian;
  return {
    logLikelihood,
    score,
    hessian: [
      [mm, ms],
      [ms, ss],
    ],
  };
}

/** ln(S(a) − S(b)) with S = exp(−eʷ). */
function interval(
  a: number,
  b: number,
  sigma: number,
  weight: number,
  add: (weight: number, value: number, g: readonly number[], h: readonly number[]) => void,
): void {
  const survival = (w: number) => Math.exp(-Math.exp(w));
  const difference = survival(a) - survival(b);
  if (!(difference > 0)) {
    add(weight, -1e10, [0, 0], [0, 0, 0]);
    return;
  }
  // Density f = eʷ S and its derivative f′ = f (1 − eʷ); both vanish at w = −∞.
  const density = (w: number) => (w === Number.NEGATIVE_INFINITY ? 0 : Math.exp(w - Math.exp(w)));
  const slope = (w: number) => (w === Number.NEGATIVE_INFINITY ? 0 : density(w) * (1 - Math.exp(w)));
  const times = (w: number, value: number) => (value === 0 ? 0 : w * value);
  const [fa, fb, sa, sb] = [density(a), density(b), slope(a), slope(b)];
  // D = S(a) − S(b); dS/dw = −f.
  const dMu = (fa - fb) / sigma;
  const dS = times(a, fa) - times(b, fb);
  const dMuMu = (sb - sa) / sigma ** 2;
  const dMuS = (times(b, sb) - times(a, sa) + fb - fa) / sigma;
  const dSS = times(b, times(b, sb)) - times(a, times(a, sa)) + times(b, fb) - times(a, fa);
  const [gm, gs] = [dMu / difference, dS / difference];
  add(
    weight,
    Math.log(difference),
    [gm, gs],
    [dMuMu / difference - gm * gm, dMuS / difference - gm * gs, dSS / difference - gs * gs],
  );
}
