import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { TableText } from '../../ui/csv';
import { PrintedTable } from '../../ui/PrintedTable';
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
      <PrintedTable
        table={table}
        note={total > table.rows.length ? t('safety.printed', { count: table.rows.length, total }) : undefined}
      />
    </section>,
    document.body,
  );
}
