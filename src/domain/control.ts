/**
 * What a control chart is and when it speaks: the kinds of chart, the rules, how many periods limits are taken from.
 * One setting serves chart, table and report (statistics.md, method 5).
 */

/**
 * u: events per 1000 units; p: share; c: counts; the primed ones widen the limits by σz (Laney); individuals: single amounts with moving ranges
 * (money); g: units between events; t: days between events.
 */
export const CHARTS = ['u', 'uPrime', 'p', 'pPrime', 'c', 'individuals', 'g', 't'] as const;
export type ChartKind = (typeof CHARTS)[number];

/** Rules by Nelson's numbers: 1 beyond three sigma, 2 nine on one side, 3 six rising or falling, 4 fourteen alternating, 5 two of three beyond
 * two sigma, 6 four of five beyond one sigma, 7 fifteen within one sigma, 8 eight beyond one sigma on both sides. */
export const RULES = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;
export type RuleId = (typeof RULES)[number];

/** All eight raise 24 % false alarms in 24 points, these two 9 %. */
export const DEFAULT_RULES: readonly RuleId[] = ['1', '2'];

/** Points of a baseline: of a long series, of any other; fewer than `usual` are called short. */
const LONG = { from: 36, points: 24 } as const;
const USUAL = 12;
/** A new phase with fewer complete points goes on with the limits before it. */
export const FEWEST_OF_PHASE = 8;
/** Fewer points than this say nothing of how a process scatters. */
export const FEWEST_FOR_LIMITS = 3;

/** How many of the first `complete` points limits are taken from; later data never move them. */
export function baselineLength(complete: number): number {
  return Math.min(complete, complete >= LONG.from ? LONG.points : USUAL);
}

/** Limits from so few points are wider or narrower by luck: the chart says so. */
export function isShort(points: number): boolean {
  return points < USUAL;
}

/** Points scatter so much more than chance that Laney's chart is offered. */
export const WIDE_SIGMA_Z = 1.2;
/** Events per period below which their distances are charted instead. */
export const RARE = 2;
