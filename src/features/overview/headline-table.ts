import type { TFunction } from 'i18next';
import type { Headline } from '../../analysis/headline';
import type { Change } from '../../domain/change';
import type { MeasureId } from '../../domain/measure';
import { changeFigure, stateOf } from '../../ui/change-text';
import type { TableText } from '../../ui/csv';
import type { Format } from '../../ui/format';

interface TableWords {
  readonly t: TFunction;
  readonly format: Format;
}

/** The headlines of a month, which is named over their numbers, as a table for clipboard and files. */
export function headlineTable(
  headlines: readonly Headline[],
  month: string,
  nameOf: (measure: MeasureId) => string,
  { t, format }: TableWords,
): TableText {
  const text = (change: Change | undefined) =>
    change === undefined ? '' : `${changeFigure(change, format)} ${t(`state.${stateOf(change)}`)}`;
  return {
    header: [
      t('shell.measure'),
      month,
      t('trends.units'),
      t('basis.shipped'),
      t('overview.previous'),
      t('overview.yearBefore'),
    ],
    rows: headlines.map(({ measure, month: { n, units, rate }, previous, yearBefore }) => [
      nameOf(measure),
      n,
      units,
      rate,
      text(previous),
      text(yearBefore),
    ]),
  };
}
