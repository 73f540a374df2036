import type { Trends } from '../../analysis/trends';
import { periodOf } from '../../domain/period';
import type { TableText } from '../../ui/csv';
import type { Reading } from '../../ui/reading';
import { type ChangeGroup, changeLine } from './change-flags';
import { amountHeaders, type Words } from './words';

/**
 * The figures behind the chart over time, a row for each period; the values of a stack in columns of their own, and the changes that
 * are flagged, each in the period that it belongs to.
 */
export function timeTable(
  { periods, stack, question }: Trends,
  reading: Reading,
  words: Words,
  changes: readonly ChangeGroup[] = [],
): TableText {
  const { t, format, labels } = words;
  const headers = amountHeaders(question.measure.id, words);
  const withUnits = periods.some(({ units }) => units !== null);
  const series = stack?.series ?? [];
  const changed = new Map<string, string[]>();
  for (const entry of changes.flatMap(({ entries }) => entries)) {
    const period = periodOf(question.grain, entry.day);
    changed.set(period, [...(changed.get(period) ?? []), changeLine(entry, words)]);
  }
  return {
    header: [
      t('trends.period'),
      headers.n,
      ...(withUnits ? [t('trends.units'), headers.rate] : []),
      t('state.provisional'),
      ...series.map(({ value }) => labels.value(stack?.dimension ?? '', value)),
      ...(changes.length > 0 ? [t('changes.title')] : []),
    ],
    rows: periods.map((period, at) => [
      format.bucket(question.grain, period.period),
      period.n,
      ...(withUnits ? [period.units, period.rate] : []),
      period.provisional ? t('value.boolean.true') : '',
      ...series.map(({ amounts }) => {
        const amount = amounts[at];
        return amount && reading.value(amount);
      }),
      ...(changes.length > 0 ? [changed.get(period.period)?.join(t('changes.separator')) ?? ''] : []),
    ]),
  };
}
