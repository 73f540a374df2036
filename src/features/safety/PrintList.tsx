import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { TableText } from '../../ui/csv';
import classes from './PrintList.module.css';

interface PrintListProps {
  readonly table: TableText;
  /** How many items there are in all. */
  readonly total: number;
  /** It has been printed, or not. */
  readonly onDone: () => void;
}

/** The list on paper, in place of the page: asks for the printer as soon as it stands. */
export function PrintList({ table, total, onDone }: PrintListProps) {
  const { t } = useTranslation();
  const done = useEffectEvent(onDone);
  useEffect(() => {
    const finished = () => done();
    window.addEventListener('afterprint', finished);
    document.body.classList.add(String(classes.printing));
    window.print();
    return () => {
      window.removeEventListener('afterprint', finished);
      document.body.classList.remove(String(classes.printing));
    };
  }, []);
  return createPortal(
    <section className={classes.sheet}>
      <h1>{t('screen.safety')}</h1>
      {total > table.rows.length && <p>{t('safety.printed', { count: table.rows.length, total })}</p>}
      <table className={classes.table}>
        <thead>
          <tr>
            {table.header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells) => (
            <tr key={String(cells[0])}>
              {table.header.map((name, at) => (
                <td key={name}>{cells[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>,
    document.body,
  );
}
