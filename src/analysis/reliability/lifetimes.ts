import { chiSquareAbove } from '../../stats/gamma';
import { limitedFailure } from '../../stats/limited-failure';
import type { Interval } from '../../stats/poisson-interval';
import { kaplanMeierOf, type LogRank, logRankOf, type RiskSet } from '../../stats/survival';
import { type Life, type WeibullFit, weibull, weibullBelow, weibullQuantile } from '../../stats/weibull';
import { ageOf, MONTH_DAYS } from './age';
import { type Claim, isWatched, type Lot, type Watch } from './grid';
import type { FailedPoint, LimitedWeibull, WeibullAnswer, WeibullGoodness, WeibullReason } from './types';

/** Units by days of life: those watched on that day that had no claim before, and those whose first claim came on it. */
export interface Lifetimes {
  readonly sets: readonly RiskSet[];
  /** Units without a claim by the days that they have lived. */
  readonly working: ReadonlyMap<number, number>;
  /** The watch begins after units did: their earlier life is not known. */
  readonly late: boolean;
}

const WEEK = 7;
const FEW = 5;
const B10 = 0.1;
/** Ages are pooled until so many first claims are expected. */
const LEAST_EXPECTED = 5;
/** Beyond this, a curve that chance does not explain is called bad: a tenth of its height. */
const WIDE_GAP = 0.1;
const UNLIKELY = 0.01;
/** 2 × log likelihood by which a limited population must fit better (chance: 6.6 in one of a hundred). */
const LEAST_GAIN = 10;
const MOST_LIMITED = 0.5;

export function lifetimesOf(lots: readonly Lot[], claims: Iterable<Claim>, watch: Watch): Lifetimes {
  const begun = lots.filter(({ start }) => start < watch.end);
  const longest = begun.reduce((most, { start }) => Math.max(most, watch.end - start), 0);
  // Differences by day: units that come under watch, and those that leave it.
  const change = new Array<number>(longest + 1).fill(0);
  const failed = new Array<number>(longest + 1).fill(0);
  const working = new Map<number, number>();
  const add = (list: number[], at: number, by: number) => {
    list[at] = (list[at] ?? 0) + by;
  };
  for (const { start, units } of begun) {
    const lived = watch.end - start;
    add(change, Math.max(0, watch.from - start), units);
    add(change, lived, -units);
    working.set(lived, (working.get(lived) ?? 0) + units);
  }
  for (const { start, days, first } of claims) {
    const lived = watch.end - start;
    if (!first || !isWatched(start + days, watch) || lived > longest) continue;
    add(failed, days, 1);
    add(change, days + 1, -1);
    add(change, lived, 1);
    working.set(lived, (working.get(lived) ?? 0) - 1);
  }
  let atRisk = 0;
  const sets = failed.map((count, time) => {
    atRisk += change[time] ?? 0;
    return { time, atRisk: Math.max(atRisk, count), failed: count };
  });
  return { sets, working, late: begun.some(({ start }) => start < watch.from) };
}

/** Kaplan–Meier by month of age, the last step of each week. */
export function failedPoints({ sets }: Lifetimes): FailedPoint[] {
  const weeks = new Map<number, FailedPoint>();
  for (const { time, atRisk, failed, survival, logLog } of kaplanMeierOf(sets).steps) {
    const [low, high] = logLog;
    const week = Math.floor(time / WEEK);
    weeks.set(week, {
      months: (time + 1) / MONTH_DAYS,
      atRisk,
      failed: failed + (weeks.get(week)?.failed ?? 0),
      share: 1 - survival,
      interval: Number.isFinite(low) && Number.isFinite(high) ? [1 - high, 1 - low] : null,
    });
  }
  return [...weeks.values()];
}

/** Log-rank test of two populations that share no unit. */
export function compareLifetimes(one: Lifetimes, other: Lifetimes): LogRank | null {
  const length = Math.max(one.sets.length, other.sets.length);
  return logRankOf(
    Array.from({ length }, (_, day) => {
      const [own, rest] = [one.sets[day], other.sets[day]];
      return {
        atRisk: (own?.atRisk ?? 0) + (rest?.atRisk ?? 0),
        failed: (own?.failed ?? 0) + (rest?.failed ?? 0),
        ownAtRisk: own?.atRisk ?? 0,
        ownFailed: own?.failed ?? 0,
      };
    }),
  );
}

/** Weibull of the age at the first claim, or why not. */
export function weibullAnswer(
  lifetimes: Lifetimes,
): WeibullAnswer | { readonly why: WeibullReason; readonly failures: number } {
  const failures = lifetimes.sets.reduce((sum, { failed }) => sum + failed, 0);
  if (lifetimes.late) return { why: 'periodNarrowed', failures };
  const fit = weibull(livesOf(lifetimes, 1));
  if (typeof fit === 'string') return { why: fit, failures };
  const { time, interval } = weibullQuantile(fit, B10);
  const goodness = goodnessOf(lifetimes, fit);
  const [low, high] = fit.shapeInterval;
  const answer = {
    shape: fit.shape,
    shapeInterval: fit.shapeInterval,
    scale: inMonths(fit.scale),
    scaleInterval: monthsOf(fit.scaleInterval),
    failures,
    few: failures < FEW,
    kind: low > 1 ? 'wear' : high < 1 ? 'early' : 'random',
    b10: { months: inMonths(time), interval: monthsOf(interval), extrapolated: time > lifetimes.sets.length - 1 },
    fit: goodness,
    limited: goodness.verdict === 'badly' ? limitedOf(lifetimes) : null,
  } as const;
  const numbers = [answer.shape, ...answer.shapeInterval, answer.scale, ...answer.scaleInterval, answer.b10.months];
  // Too little curvature for an interval: the data do not determine the model.
  const finite = [...numbers, ...answer.b10.interval].every(Number.isFinite);
  return finite ? answer : { why: 'noSolution', failures };
}

function inMonths(days: number): number {
  return days / MONTH_DAYS;
}

function monthsOf([low, high]: Interval): Interval {
  return [inMonths(low), inMonths(high)];
}

/** Failures by day (or so many days together), each within its interval, and the units that still work. */
function livesOf({ sets, working }: Lifetimes, days: number): Life[] {
  const failures = new Map<number, number>();
  for (const { time, failed } of sets)
    if (failed > 0) {
      const at = Math.floor(time / days) * days;
      failures.set(at, (failures.get(at) ?? 0) + failed);
    }
  const rest = new Map<number, number>();
  for (const [time, units] of working) {
    const at = Math.max(1, Math.round(time / days)) * days;
    rest.set(at, (rest.get(at) ?? 0) + units);
  }
  return [
    ...[...failures].map(([time, weight]) => ({ time, until: time + days, failed: true, weight })),
    ...[...rest].flatMap(([time, weight]) => (weight > 0 ? [{ time, failed: false, weight }] : [])),
  ];
}

function limitedOf(lifetimes: Lifetimes): LimitedWeibull | null {
  const found = limitedFailure(livesOf(lifetimes, WEEK));
  if (found === null || found.gain < LEAST_GAIN || found.share > MOST_LIMITED) return null;
  return { ...found, scale: inMonths(found.scale) };
}

/** First claims seen by month of age against those that the fitted Weibull expects of the units that were there. */
function goodnessOf({ sets }: Lifetimes, { shape, scale }: WeibullFit): WeibullGoodness {
  const months: { seen: number; expected: number }[] = [];
  const points: { months: number; seen: number; fitted: number }[] = [];
  let survival = 1;
  for (const { time, atRisk, failed } of sets) {
    const [below, next] = [weibullBelow(time, shape, scale), weibullBelow(time + 1, shape, scale)];
    const month = months[ageOf(time)] ?? { seen: 0, expected: 0 };
    month.seen += failed;
    month.expected += below < 1 ? (atRisk * (next - below)) / (1 - below) : 0;
    months[ageOf(time)] = month;
    survival *= atRisk > 0 ? 1 - failed / atRisk : 1;
    points[ageOf(time)] = { months: inMonths(time + 1), seen: 1 - survival, fitted: next };
  }
  const most = 1 - survival;
  const gap = most > 0 ? Math.max(...points.map(({ seen, fitted }) => Math.abs(seen - fitted))) / most : 0;
  const bins = poolBins(months);
  const df = bins.length - 3;
  if (df < 1) return { verdict: 'unknown', p: null, gap, points };
  const p = chiSquareAbove(
    bins.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0),
    df,
  );
  return { verdict: p < UNLIKELY && gap > WIDE_GAP ? 'badly' : 'well', p, gap, points };
}

/** Neighbouring months together until each expects enough; what is left goes to the last. */
function poolBins(months: readonly { readonly seen: number; readonly expected: number }[]) {
  const bins: { seen: number; expected: number }[] = [];
  let open = { seen: 0, expected: 0 };
  for (const { seen, expected } of months) {
    open = { seen: open.seen + seen, expected: open.expected + expected };
    if (open.expected < LEAST_EXPECTED) continue;
    bins.push(open);
    open = { seen: 0, expected: 0 };
  }
  const last = bins.at(-1);
  if (last !== undefined) {
    last.seen += open.seen;
    last.expected += open.expected;
  }
  return bins;
}
