import { sumOf } from '../domain/amount';
import { type Change, changeOf } from '../domain/change';
import type { Measure } from '../domain/measure';
import type { Grain } from '../domain/period';
import type { PeriodAmount } from './trends';

/** Periods that the latest one is compared with: a year, a quarter, four weeks. */
const BEFORE: Readonly<Record<Grain, number>> = { month: 12, week: 13, day: 28 };

/** The last period whose figure is final, and how it compares. */
export interface Latest {
  readonly period: PeriodAmount;
  /** Undefined when no period before it can be compared with. */
  readonly change?: Change;
  /** How many periods before it are the reference. */
  readonly periods: number;
}

/** The last final period of a series without gaps; undefined when it has none. */
export function latestOf(axis: readonly PeriodAmount[], grain: Grain, measure: Measure): Latest | undefined {
  const final = axis.filter(({ whole, provisional }) => whole && !provisional);
  const period = final.at(-1);
  if (period === undefined) return undefined;
  const before = final.slice(0, -1).slice(-BEFORE[grain]);
  if (before.length === 0) return { period, periods: 0 };
  const comparison = { per: measure.per, periods: before.length, money: measure.id === 'cost' };
  return { period, change: changeOf(period, sumOf(before), comparison), periods: before.length };
}
