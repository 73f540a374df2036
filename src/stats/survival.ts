import { chiSquareAbove } from './gamma';
import { normalQuantile } from './normal';

/** A unit that failed at `time`, or was last seen working then. */
export interface Observed {
  readonly time: number;
  readonly failed: boolean;
  readonly weight?: number;
}

export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly failed: number;
  /** Share that survives beyond this time. */
  readonly survival: number;
  /** Greenwood. */
  readonly error: number;
  /** Bounds by plain, logarithmic and log(−log) scale; the last is the one to show. */
  readonly plain: readonly [number, number];
  readonly log: readonly [number, number];
  readonly logLog: readonly [number, number];
  /** Cumulative hazard (Nelson–Aalen). */
  readonly hazard: number;
}

export interface KaplanMeier {
  /** One a time at which units failed. */
  readonly steps: readonly SurvivalStep[];
  /** First time at which at most half survive; null while more do. */
  readonly median: number | null;
}

/** Kaplan–Meier estimate, as R's `survfit`. Failures come before losses at the same time. */
export function kaplanMeier(units: readonly Observed[], confidence = 0.95): KaplanMeier {
  const z = normalQuantile((1 + confidence) / 2);
  let [survival, variance, hazard] = [1, 0, 0];
  const steps = atTimes(units)
    .filter(({ failed }) => failed > 0)
    .map(({ time, failed, atRisk }) => {
      survival *= 1 - failed / atRisk;
      variance += failed / (atRisk * (atRisk - failed));
      hazard += failed / atRisk;
      const gone = survival <= 0;
      const error = gone ? Number.NaN : survival * Math.sqrt(variance);
      const reach = z * Math.sqrt(variance);
      const twisted = reach / Math.log(survival);
      return {
        time,
        atRisk,
        failed,
        survival,
        error,
        hazard,
        plain: [Math.max(0, survival - z * error), Math.min(1, survival + z * error)] as const,
        log: [survival * Math.exp(-reach), Math.min(1, survival * Math.exp(reach))] as const,
        logLog: [survival ** Math.exp(-twisted), survival ** Math.exp(twisted)] as const,
      };
    });
  return { steps, median: steps.find((step) => step.survival <= 0.5 + 1e-12)?.time ?? null };
}

export interface LogRank {
  readonly chiSquare: number;
  readonly p: number;
  /** Failures of the first group, seen and expected. */
  readonly observed: number;
  readonly expected: number;
}

/** Log-rank test of two groups (Mantel), as R's `survdiff`; null when nothing failed while both were at risk. */
export function logRank(one: readonly Observed[], other: readonly Observed[]): LogRank | null {
  const everyone = atTimes([...one, ...other]);
  const first = new Map(atTimes(one).map((entry) => [entry.time, entry]));
  const firstTimes = [...first.keys()];
  let [observed, expected, variance] = [0, 0, 0];
  for (const { time, failed, atRisk } of everyone) {
    if (failed === 0) continue;
    const own = first.get(time);
    const next = own ?? first.get(firstTimes.find((later) => later > time) ?? Number.NaN);
    const ownRisk = next?.atRisk ?? 0;
    observed += own?.failed ?? 0;
    expected += (failed * ownRisk) / atRisk;
    if (atRisk > 1)
      variance += (failed * (atRisk - failed) * ownRisk * (atRisk - ownRisk)) / (atRisk * atRisk * (atRisk - 1));
  }
  if (!(variance > 0)) return null;
  const chiSquare = (observed - expected) ** 2 / variance;
  return { chiSquare, p: chiSquareAbove(chiSquare, 1), observed, expected };
}

/** Distinct times in order with the units that failed then and those that were still there just before. */
function atTimes(units: readonly Observed[]): { time: number; failed: number; atRisk: number }[] {
  const sorted = [...units].sort((a, b) => a.time - b.time);
  let atRisk = sorted.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const times: { time: number; failed: number; atRisk: number; gone: number }[] = [];
  for (const { time, failed, weight = 1 } of sorted) {
    let last = times.at(-1);
    if (last?.time !== time) {
      atRisk -= last?.gone ?? 0;
      last = { time, failed: 0, atRisk, gone: 0 };
      times.push(last);
    }
    last.failed += failed ? weight : 0;
    last.gone += weight;
  }
  return times;
}
