import { betaQuantile } from './beta';
import { normalQuantile } from './normal';
import type { Interval } from './poisson-interval';

/** Wilson's score interval of a share (as R's `prop.test` without correction): the one for display. Without trials: [0, 1]. */
export function wilson(count: number, trials: number, confidence = 0.95): Interval {
  if (!(trials > 0)) return [0, 1];
  const z = normalQuantile((1 + confidence) / 2);
  const p = count / trials;
  const scale = 1 + (z * z) / trials;
  const centre = p + (z * z) / (2 * trials);
  const reach = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  return [count === 0 ? 0 : (centre - reach) / scale, count === trials ? 1 : (centre + reach) / scale];
}

/** Wilson's interval with continuity correction (R's `prop.test`). */
export function wilsonCorrected(count: number, trials: number, confidence = 0.95): Interval {
  if (!(trials > 0)) return [0, 1];
  const z = normalQuantile((1 + confidence) / 2);
  const correction = Math.min(0.5, Math.abs(count - trials / 2));
  const scale = 1 + (z * z) / trials;
  const bound = (share: number, sign: 1 | -1) =>
    (share +
      (z * z) / (2 * trials) +
      sign * z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) /
    scale;
  const low = (count - correction) / trials;
  const high = (count + correction) / trials;
  return [count === 0 ? 0 : Math.max(0, bound(low, -1)), count === trials ? 1 : Math.min(1, bound(high, 1))];
}

/** Clopper & Pearson's exact interval. */
export function clopperPearson(count: number, trials: number, confidence = 0.95): Interval {
  if (!(trials > 0)) return [0, 1];
  const tail = (1 - confidence) / 2;
  return [
    count === 0 ? 0 : betaQuantile(tail, count, trials - count + 1),
    count === trials ? 1 : betaQuantile(1 - tail, count + 1, trials - count),
  ];
}

/** Upper bound alone, exact: 0 of 20 still allows 13.9 % at 95 %. */
export function upperShare(count: number, trials: number, confidence = 0.95): number {
  if (!(trials > 0) || count >= trials) return 1;
  return betaQuantile(confidence, count + 1, trials - count);
}

/** Agresti & Coull's interval; may reach below 0 and above 1. */
export function agrestiCoull(count: number, trials: number, confidence = 0.95): Interval {
  const z = normalQuantile((1 + confidence) / 2);
  const n = trials + z * z;
  const p = (count + (z * z) / 2) / n;
  const reach = z * Math.sqrt((p * (1 - p)) / n);
  return [p - reach, p + reach];
}
