import type { Ranking, ValueAmount } from '../../analysis/trends';
import type { MeasureId } from '../../domain/measure';
import type { RankedItem } from '../../ui/charts/plot';
import type { TableText } from '../../ui/csv';
import type { Reading } from '../../ui/reading';
import { amountHeaders, denominatorLines, type Words } from './words';

/** The values of a dimension as bars. @param total complaints of the scope, for the shares */
export function rankingItems(ranking: Ranking, total: number, reading: Reading, words: Words): RankedItem[] {
  return ranking.values.map((value) => ({
    key: value.value,
    label: words.labels.value(ranking.dimension, value.value),
    value: reading.value(value),
    detail: [shareLine(value, total, words), ...denominatorLines(value, reading, words)],
  }));
}

/** The same as a table. */
export function rankingTable(
  { dimension, values }: Ranking,
  total: number,
  measure: MeasureId,
  words: Words,
): TableText {
  const { t, labels } = words;
  const headers = amountHeaders(measure, words);
  const withUnits = values.some(({ units }) => units !== null);
  return {
    header: [
      labels.column(dimension),
      headers.n,
      t('trends.shareColumn'),
      ...(withUnits ? [t('trends.units'), headers.rate] : []),
    ],
    rows: values.map(({ value, n, units, rate }) => [
      labels.value(dimension, value),
      n,
      total === 0 ? null : n / total,
      ...(withUnits ? [units, rate] : []),
    ]),
  };
}

function shareLine({ n }: ValueAmount, total: number, { t, format }: Words): string {
  return t('trends.share', { share: format.percent(total === 0 ? null : n / total) });
}
