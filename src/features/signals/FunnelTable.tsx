import type { FunnelPoint, SliceDimension } from '../../analysis/signals/types';
import { NumberLink } from '../../ui/NumberLink';
import { useDrill } from '../../ui/view/drill';
import type { Position } from './funnel-position';
import classes from './Signals.module.css';
import { useSignalWords } from './words';

/** Rows drawn at most; the export has all. */
const MOST = 100;
const MARKS: Readonly<Record<Position, string>> = { above998: '▲', above95: '△', within: '●', below: '▽' };

interface FunnelTableProps {
  readonly placed: readonly { readonly point: FunnelPoint; readonly position: Position }[];
  readonly dimension: SliceDimension;
  readonly openKey: string;
  readonly keyOf: (values: readonly string[]) => string;
}

/** The values of a funnel plot, the highest ratio first: what the points are. */
export function FunnelTable({ placed, dimension, openKey, keyOf }: FunnelTableProps) {
  const words = useSignalWords();
  const { t, format, count, ratio } = words;
  const { narrow, openRows } = useDrill();
  const rows = placed.slice(0, MOST);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard */}
      <section className={classes.scroller} tabIndex={0} aria-label={t('figure.tableLabel')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.dimension(dimension)}</th>
              <th scope="col" className={classes.number}>
                {t('signals.units')}
              </th>
              <th scope="col" className={classes.number}>
                {t('signals.n')}
              </th>
              <th scope="col" className={classes.number}>
                {t('signals.expected')}
              </th>
              <th scope="col" className={classes.number}>
                {t('signals.ratio')}
              </th>
              <th scope="col">{t('signals.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ point, position }) => {
              const key = keyOf(point.values);
              return (
                <tr key={key} className={key === openKey ? classes.open : undefined}>
                  <th scope="row">
                    <button type="button" className={classes.slice} onClick={() => narrow(point.rows.scope)}>
                      {words.slice(dimension, point.values)}
                    </button>
                  </th>
                  <td className={classes.number}>{format.number(point.units)}</td>
                  <td className={classes.number}>
                    <NumberLink onClick={() => openRows(point.rows.scope)}>{count(point.n)}</NumberLink>
                  </td>
                  <td className={classes.number}>{count(point.expected)}</td>
                  <td className={classes.number}>{ratio(point.ratio)}</td>
                  <td>
                    {MARKS[position]} {t(`signals.coded.position.${position}`)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {rows.length < placed.length && (
        <p className={classes.why}>{t('signals.tableCut', { count: rows.length, all: placed.length })}</p>
      )}
    </>
  );
}
