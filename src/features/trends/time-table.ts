import type { Trends } from '../../analysis/trends';
import type { TableText } from '../../ui/csv';
import type { Reading } from '../../ui/reading';
import { amountHeaders, type Words } from './words';

/** The figures behind the chart over time, a row for each period; the values of a stack in columns of their own. */
export function timeTable({ periods, stack, question }: Trends, reading: Reading, words: Words): TableText {
  const { t, format, labels } = words;
  const headers = amountHeaders(question.measure.id, words);
  const withUnits = periods.some(({ units }) => units !== null);
  const series = stack?.series ?? [];
  return {
    header: [
      t('trends.period'),
      headers.n,
      ...(withUnits ? [t('trends.units'), headers.rate] : []),
      t('state.provisional'),
      ...series.map(({ value }) => labels.value(stack?.dimension ?? '', value)),
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
    ]),
  };
}
