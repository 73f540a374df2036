import { useId } from 'react';
import type { AlsoSeenIn } from '../../analysis/signals/types';
import { NumberLink } from '../../ui/NumberLink';
import { TextButton } from '../../ui/TextButton';
import { useDrill } from '../../ui/view/drill';
import classes from './Signals.module.css';
import { useSignalWords } from './words';

interface AlsoListProps {
  readonly also: readonly AlsoSeenIn[];
  readonly expanded: boolean;
  readonly onExpand: () => void;
}

/** Slices that stand out because of the same complaints as the one they stand under. */
export function AlsoList({ also, expanded, onExpand }: AlsoListProps) {
  const { t, format, dimension, slice, ratio, count } = useSignalWords();
  const { narrow, openRows } = useDrill();
  const list = useId();
  return (
    <div className={classes.also}>
      <TextButton quiet aria-expanded={expanded} aria-controls={expanded ? list : undefined} onClick={onExpand}>
        {expanded ? '▾' : '▸'} {t('signals.also', { count: also.length })}
      </TextButton>
      {expanded && (
        <table id={list} className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('signals.slice')}</th>
              <th scope="col" className={classes.number}>
                {t('signals.n')}
              </th>
              <th scope="col" className={classes.number}>
                {t('signals.expected')}
              </th>
              <th scope="col" className={classes.number}>
                {t('signals.ratio')}
              </th>
              <th scope="col">{t('signals.overlapColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {also.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <span className={classes.dim}>{dimension(one.dimension)}</span>{' '}
                  <button
                    type="button"
                    className={classes.slice}
                    onClick={() => narrow(one.rows.scope)}
                    onDoubleClick={() => openRows(one.rows.scope)}
                  >
                    {slice(one.dimension, one.values)}
                  </button>
                </th>
                <td className={classes.number}>
                  <NumberLink onClick={() => openRows(one.rows.scope)}>{count(one.n)}</NumberLink>
                </td>
                <td className={classes.number}>{count(one.expected)}</td>
                <td className={classes.number}>{ratio(one.ratio)}</td>
                <td>{format.percent(one.overlap, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
