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
  /** Greenwood; it and the bounds are NaN once nobody survives. */
  readonly error: number;
  /** Bounds by plain, logarithmic and log(−log) scale; the last is the one to show. */
  readonly plain: readonly [number, number];
  readonly log: readonly [number, number];
  readonly logLog: readonly [number, number];
  /** Cumulative hazard (Nelson–Aalen). */
  readonly hazard: number;
}

/** So near to a half is a half. */
const ROUNDING = 1e-8;

export interface KaplanMeier {
  /** One a time at which units failed. */
  readonly steps: readonly SurvivalStep[];
  /**
   * First time at which at most half survive, null while more do. Where exactly half survive for a while: the middle between that time and
   * the next failure, as R prints it.
   */
  readonly median: number | null;
}

/** Units at a time: those still there just before, and those that failed then. Any number of units is one entry a time. */
export interface RiskSet {
  readonly time: number;
  readonly atRisk: number;
  readonly failed: number;
}

/** Kaplan–Meier estimate, as R's `survfit`. Failures come before losses at the same time. */
export function kaplanMeier(units: readonly Observed[], confidence = 0.95): KaplanMeier {
  return kaplanMeierOf(atTimes(units), confidence);
}

/** The same of counted units, in order of time: units may also enter late, as only those at risk are told. */
export function kaplanMeierOf(sets: readonly RiskSet[], confidence = 0.95): KaplanMeier {
  const z = normalQuantile((1 + confidence) / 2);
  let [survival, variance, hazard] = [1, 0, 0];
  const steps = sets
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
        log: [gone ? Number.NaN : survival * Math.exp(-reach), Math.min(1, survival * Math.exp(reach))] as const,
        logLog: [survival ** Math.exp(-twisted), survival ** Math.exp(twisted)] as const,
      };
    });
  return { steps, median: medianOf(steps) };
}

function medianOf(steps: readonly SurvivalStep[]): number | null {
  const at = steps.findIndex(({ survival }) => survival <= 0.5 + ROUNDING);
  const [half, next] = [steps[at], steps[at + 1]];
  if (half === undefined) return null;
  return half.survival >= 0.5 - ROUNDING && next !== undefined ? (half.time + next.time) / 2 : half.time;
}

export interface LogRank {
  readonly chiSquare: number;
  readonly p: number;
  /** Failures of the first group, seen and expected. */
  readonly observed: number;
  readonly expected: number;
}

/** Both groups together at a time, and the first of them alone. */
export interface PairedRisk {
  readonly atRisk: number;
  readonly failed: number;
  readonly ownAtRisk: number;
  readonly ownFailed: number;
}

/** Log-rank test of two groups (Mantel), as R's `survdiff`; null when nothing failed while both were at risk. */
export function logRank(one: readonly Observed[], other: readonly Observed[]): LogRank | null {
  const first = atTimes(one);
  let at = 0;
  return logRankOf(
    atTimes([...one, ...other]).map(({ time, atRisk, failed }) => {
      while ((first[at]?.time ?? Number.POSITIVE_INFINITY) < time) at++;
      const own = first[at];
      return { atRisk, failed, ownAtRisk: own?.atRisk ?? 0, ownFailed: own?.time === time ? own.failed : 0 };
    }),
  );
}

/** The same of counted units, one entry a time, in any order. */
export function logRankOf(pairs: readonly PairedRisk[]): LogRank | null {
  let [observed, expected, variance] = [0, 0, 0];
  for (const { atRisk, failed, ownAtRisk, ownFailed } of pairs) {
    if (failed === 0) continue;
    observed += ownFailed;
    expected += (failed * ownAtRisk) / atRisk;
    if (atRisk > 1)
      variance += (failed * (atRisk - failed) * ownAtRisk * (atRisk - ownAtRisk)) / (atRisk * atRisk * (atRisk - 1));
  }
  if (!(variance > 0)) return null;
  const chiSquare = (observed - expected) ** 2 / variance;
  return { chiSquare, p: chiSquareAbove(chiSquare, 1), observed, expected };
}

/** Distinct times in order with the units that failed then and those that were still there just before. */
function atTimes(units: readonly Observed[]): RiskSet[] {
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
