import { shift } from '../../domain/period';
import { predictionInterval } from '../../stats/prediction';
import { dayNumber, firstOfMonth, isoDay, MONTH_DAYS } from './age';
import type { Bundle } from './bundle';
import { gridOf, type Lot, type Watch } from './grid';
import { type Hazard, hazardOf, type Outlook, outlook } from './hazard';
import { scatterOf } from './scatter';
import type { Backtest, Forecast, ForecastMonth } from './types';

/** Fewer claims do not tell at what age they come. */
const FEWEST = 3;
/** The last months by which the scatter around the model is measured. */
const LOOK_BACK = 18;
const BACKTEST_MONTHS = 3;
/** Days of data before a backtest. */
const LEAST_DAYS = 120;

export interface ForecastPlan {
  /** Whole calendar months. */
  readonly months: number;
  readonly warrantyMonths: number | undefined;
  /** The claims seen are cut to a period: nothing can be said of what comes after. */
  readonly narrowed: boolean;
  /** Claims of past days are all known, so that an earlier forecast can be held against them. */
  readonly testable: boolean;
}

export interface Foreseen {
  readonly forecast: Forecast;
  /** Part of the forecast that lies beyond the ages seen. */
  readonly beyond: number;
}

/** Day before which a backtest is made: three whole months before the month that the data end in. @param end day after the last */
export function backtestCut(end: number): number {
  return monthsLater(firstOfMonth(end), -BACKTEST_MONTHS);
}

/**
 * Claims that the units of today will bring, month by month.
 * @param mode see `Forecast.mode` @param claims on watched days, those of units that began before `backtestCut` told apart
 */
export function forecastOf(
  mode: string | null,
  lots: readonly Lot[],
  claims: readonly Bundle[],
  watch: Watch,
  plan: ForecastPlan,
): Foreseen {
  const counted = countOf(claims);
  const none = { mode, claims: counted, months: [], total: null, dispersion: null, backtest: null };
  if (plan.narrowed) return { forecast: { ...none, why: 'periodNarrowed' }, beyond: 0 };
  const model = counted < FEWEST ? null : modelOf(lots, claims, watch);
  if (model === null) return { forecast: { ...none, why: 'tooFewClaims' }, beyond: 0 };
  const spans = spansFrom(watch.end, plan.months);
  const limit =
    plan.warrantyMonths === undefined ? Number.POSITIVE_INFINITY : Math.round(plan.warrantyMonths * MONTH_DAYS);
  const ahead = lookAhead(model, lots, spans, limit);
  if (
    ahead.total.mean === 0 &&
    limit < Number.POSITIVE_INFINITY &&
    lots.every(({ start }) => start + limit <= watch.end)
  )
    return { forecast: { ...none, why: 'warrantyOver' }, beyond: 0 };
  return {
    forecast: {
      mode,
      claims: counted,
      months: ahead.months,
      total: { expected: ahead.total.mean, interval: ahead.interval },
      dispersion: model.dispersion,
      backtest: plan.testable ? backtest(lots, claims, watch) : null,
    },
    beyond: ahead.total.beyond,
  };
}

function countOf(bundles: readonly Bundle[]): number {
  return bundles.reduce((sum, { n }) => sum + n, 0);
}

interface Model {
  readonly hazard: Hazard;
  readonly dispersion: number | null;
}

function modelOf(lots: readonly Lot[], claims: readonly Bundle[], watch: Watch): Model | null {
  const hazard = hazardOf(gridOf(lots, claims, watch));
  return hazard && { hazard, dispersion: scatterOverTime(hazard, lots, claims, watch) };
}

/** How past months scatter around the model. */
function scatterOverTime(hazard: Hazard, lots: readonly Lot[], claims: readonly Bundle[], watch: Watch): number | null {
  // Late reports make the last months too small by themselves.
  if (watch.reported !== undefined) return null;
  const firstStart = lots.reduce((first, { start }) => Math.min(first, start), watch.end);
  const first = Math.max(watch.from, firstStart);
  const bounds: number[] = [];
  for (
    let month = firstOfMonth(watch.end);
    month >= first && bounds.length <= LOOK_BACK;
    month = monthsLater(month, -1)
  )
    bounds.unshift(month);
  const seen = new Array<number>(bounds.length).fill(0);
  for (const { month, n } of claims) {
    const at = bounds.indexOf(month);
    if (at >= 0) seen[at] = (seen[at] ?? 0) + n;
  }
  const months = bounds.slice(0, -1).map((from, at) => ({
    seen: seen[at] ?? 0,
    expected: outlook(hazard, lots, from, bounds[at + 1] ?? from, Number.POSITIVE_INFINITY).mean,
  }));
  return scatterOf(months, 1);
}

interface Span {
  readonly from: number;
  readonly until: number;
  readonly rest: boolean;
}

/** The rest of the month that has begun, if any, and the whole months after it. */
function spansFrom(day: number, months: number): Span[] {
  const current = firstOfMonth(day);
  const begun = current < day;
  const first = begun ? monthsLater(current, 1) : current;
  const whole = Array.from({ length: months }, (_, at) => ({
    from: monthsLater(first, at),
    until: monthsLater(first, at + 1),
    rest: false,
  }));
  return begun ? [{ from: day, until: first, rest: true }, ...whole] : whole;
}

function monthsLater(month: number, steps: number): number {
  return dayNumber(shift('month', isoDay(month), steps));
}

function lookAhead({ hazard, dispersion }: Model, lots: readonly Lot[], spans: readonly Span[], limit: number) {
  const scatter = Math.max(1, dispersion ?? 1);
  const intervalOf = ({ mean, variance }: Outlook) => predictionInterval(mean, mean * scatter + variance);
  const months = spans.map(({ from, until, rest }): ForecastMonth => {
    const found = outlook(hazard, lots, from, until, limit);
    return { from: isoDay(from), until: isoDay(until), rest, expected: found.mean, interval: intervalOf(found) };
  });
  const total = outlook(hazard, lots, spans[0]?.from ?? 0, spans.at(-1)?.until ?? 0, limit);
  return { months, total, interval: intervalOf(total) };
}

/** The forecast that would have been made before the last three whole months, against what came of the units of then. */
function backtest(lots: readonly Lot[], claims: readonly Bundle[], watch: Watch): Backtest | null {
  const cut = backtestCut(watch.end);
  const early = lots.filter(({ start }) => start < cut);
  if (early.every(({ start }) => start > cut - LEAST_DAYS)) return null;
  const before = { ...watch, end: cut };
  const known = claims.filter((bundle) => bundle.early && bundle.month < cut);
  const model = countOf(known) < FEWEST ? null : modelOf(early, known, before);
  if (model === null) return null;
  const spans = spansFrom(cut, BACKTEST_MONTHS);
  const { months, total, interval } = lookAhead(model, early, spans, Number.POSITIVE_INFINITY);
  const cameIn = (from: number, until: number) =>
    countOf(claims.filter(({ early: old, month }) => old && month >= from && month < until));
  return {
    madeOn: isoDay(cut - 1),
    months: months.map((month, at) => ({ ...month, came: cameIn(spans[at]?.from ?? 0, spans[at]?.until ?? 0) })),
    expected: total.mean,
    interval,
    came: cameIn(cut, firstOfMonth(watch.end)),
  };
}
