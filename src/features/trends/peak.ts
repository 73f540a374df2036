import type { PeriodAmount } from '../../analysis/trends';
import type { Reading } from '../../ui/reading';

/** The highest of the periods whose figures are final; undefined where there are fewer than two, or nothing in them. */
export function peakOf(periods: readonly PeriodAmount[], { value }: Reading): PeriodAmount | undefined {
  const final = periods.filter(({ whole, provisional }) => whole && !provisional);
  const high = (period: PeriodAmount | undefined) => (period && value(period)) ?? 0;
  const peak = final.reduce<PeriodAmount | undefined>((best, one) => (high(one) > high(best) ? one : best), undefined);
  return final.length < 2 ? undefined : peak;
}
