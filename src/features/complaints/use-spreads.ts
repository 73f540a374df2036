import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnSpread, columnSpread, type SpreadRequest } from '../../analysis/column-spread';
import { useAnswer } from '../../session/hooks';
import type { Spread } from '../../ui/table/row-source';
import { decimalsOf, type Wording } from './cell-text';

/** How long (ms) a list has to stand before anyone looks at its headers. */
const SETTLED = 250;
/** Values that keep a share of their own, and are named. */
const SHARES = 6;
const NAMED = 4;

/** How the columns of a list spread, for its headers; asked only when its rows have had time to come. */
export function useSpreads(listId: string, request: SpreadRequest, wording: Wording): ReadonlyMap<string, Spread> {
  const { t } = useTranslation();
  const [settled, setSettled] = useState<string | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(listId), SETTLED);
    return () => clearTimeout(timer);
  }, [listId]);
  const { data = {} } = useAnswer('column spread', request, columnSpread, { enabled: settled === listId });
  const { labels, format } = wording;
  const textOf = (column: string, spread: ColumnSpread): string => {
    if (spread.by === 'month')
      return t('complaints.spread', { from: format.month(spread.from), to: format.month(spread.to) });
    if (spread.by === 'number') {
      const [from, to] = [spread.from, spread.to].map((value) => format.number(value, decimalsOf(column)));
      return t('complaints.spreadMost', { from, to });
    }
    const total = spread.values.reduce((sum, { n }) => sum + n, 0);
    const named = spread.values
      .slice(0, NAMED)
      .map(({ value, n }) => `${labels.value(column, value)} ${format.percent(n / total, 0)}`);
    const more = spread.values.length - named.length;
    const values = named.join(t('common.listSeparator'));
    return more > 0 ? t('scope.more', { values, count: more }) : values;
  };
  return new Map(
    Object.entries(data).map(([column, spread]) => [column, { ...drawn(spread), text: textOf(column, spread) }]),
  );
}

function drawn(spread: ColumnSpread): Omit<Spread, 'text'> {
  if (spread.by !== 'value') return { kind: 'bars', parts: spread.steps };
  const counts = spread.values.map(({ n }) => n);
  const rest = counts.slice(SHARES).reduce((sum, n) => sum + n, 0);
  return { kind: 'shares', parts: [...counts.slice(0, SHARES), ...(rest > 0 ? [rest] : [])] };
}
