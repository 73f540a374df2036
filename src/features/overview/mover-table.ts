import type { TFunction } from 'i18next';
import type { Overview } from '../../analysis/overview';
import { changeFigure, stateOf } from '../../ui/change-text';
import type { TableText } from '../../ui/csv';
import type { Format } from '../../ui/format';
import type { Labels } from '../../ui/labels';

interface TableWords {
  readonly t: TFunction;
  readonly format: Format;
  readonly labels: Labels;
}

/** What moved, as a table for clipboard and files. @param unit of counts or money */
export function moverTable(
  { movers, referenceMonths }: Overview,
  unit: string,
  { t, format, labels }: TableWords,
): TableText {
  return {
    header: [
      t('overview.dimension'),
      t('overview.value'),
      unit,
      t('overview.mean', { count: referenceMonths }),
      t('overview.excessColumn', { unit }),
      t('overview.change'),
    ],
    rows: movers.map(({ dimension, value, month, change }) => [
      labels.column(dimension),
      labels.value(dimension, value),
      change.basis === 'shipped' ? month.rate : month.n,
      change.before,
      change.excess,
      `${changeFigure(change, format)} ${t(`state.${stateOf(change)}`)}`,
    ]),
  };
}
