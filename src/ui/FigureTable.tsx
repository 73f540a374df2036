import { type CSSProperties, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableText } from './csv';
import classes from './FigureTable.module.css';
import { useFormat } from './use-format';

interface FigureTableProps {
  readonly table: () => TableText | Promise<TableText>;
  /** Height of the place in pixels; a longer table scrolls in it. */
  readonly height: number;
}

/** The figures of a chart as a plain table, for those who read better than they see. */
export function FigureTable({ table, height }: FigureTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState<TableText | undefined>(undefined);
  useEffect(() => {
    let current = true;
    void Promise.resolve(table()).then((made) => current && setShown(made));
    return () => {
      current = false;
    };
  }, [table]);
  return (
    <section
      className={classes.place}
      style={{ '--figure-height': `${height}px` } as CSSProperties}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('figure.tableLabel')}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {shown?.header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown?.rows.map((row) => (
            <tr key={row.slice(0, 2).join('\u0000')}>
              {row.map((cell, at) => (
                <td key={shown.header[at]} className={typeof cell === 'number' ? classes.number : undefined}>
                  {typeof cell === 'number' ? format.number(cell, Number.isInteger(cell) ? 0 : 2) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
