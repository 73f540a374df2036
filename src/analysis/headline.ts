import { sumOf } from '../domain/amount';
import { type Change, changeOf } from '../domain/change';
import type { Basis, MeasureId } from '../domain/measure';
import { shift } from '../domain/period';
import type { PeriodAmount } from './trends';

/** Months of the small chart beside a figure. */
const MONTHS_SHOWN = 24;

/** One measure in the month under review. */
export interface Headline {
  readonly measure: MeasureId;
  readonly month: PeriodAmount;
  /** The last two years up to the month, and what is provisional after it. */
  readonly months: readonly PeriodAmount[];
  /** Against the month before, the same month of the year before, and the months of reference; undefined where the data do not reach. */
  readonly previous?: Change;
  readonly yearBefore?: Change;
  readonly reference?: Change;
}

export interface Review {
  /** First day of the month under review. */
  readonly month: string;
  /** First days of the months that it is compared with, taken together. */
  readonly reference: readonly string[];
  readonly per: Basis;
}

/** What a measure says of the month; `axis` is its series by month, without gaps. */
export function headlineOf(measure: MeasureId, axis: readonly PeriodAmount[], review: Review): Headline | undefined {
  const whole = new Map(axis.filter((one) => one.whole).map((one) => [one.period, one]));
  const at = axis.findIndex(({ period }) => period === review.month);
  const month = axis[at];
  if (month === undefined) return undefined;
  const against = (periods: readonly string[]): Change | undefined => {
    const known = periods.flatMap((period) => whole.get(period) ?? []);
    if (known.length === 0 || known.length < periods.length) return undefined;
    return changeOf(month, sumOf(known), { per: review.per, periods: known.length, money: measure === 'cost' });
  };
  return {
    measure,
    month,
    months: [...axis.slice(Math.max(0, at + 1 - MONTHS_SHOWN), at + 1), ...axis.slice(at + 1)],
    previous: against([shift('month', review.month, -1)]),
    yearBefore: against([shift('month', review.month, -12)]),
    reference: against(review.reference),
  };
}
