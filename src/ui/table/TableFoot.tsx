import { useTranslation } from 'react-i18next';
import { useFormat } from '../use-format';
import { ColumnChooser } from './ColumnChooser';
import classes from './DataTable.module.css';
import type { RowSource } from './row-source';
import { boundsOf, type Selection } from './selection';
import type { Columns } from './use-columns';
import { countOf, MOST_ROWS, useSelectionSummary } from './use-selection-summary';

interface TableFootProps<Row> {
  readonly source: RowSource<Row>;
  readonly columns: Columns<Row>;
  readonly selection: Selection | undefined;
  /** The cell under the cursor in full, since the grid may have cut it. */
  readonly full: string;
  /** Said instead of it, after copying for example. */
  readonly notice: string | undefined;
}

/** Under the table: columns, the cell in full, how many rows, and what the selected ones add up to. */
export function TableFoot<Row>({ source, columns, selection, full, notice }: TableFootProps<Row>) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = columns.shown.map(({ column }) => column);
  const summary = useSelectionSummary(source, shown, selection);
  const count = selection === undefined ? 0 : countOf(boundsOf(selection));
  return (
    <div className={classes.foot}>
      <ColumnChooser columns={columns} />
      <span className={classes.full} role="status">
        {notice ?? full}
      </span>
      <span className={classes.sums}>
        {summary?.map(({ header, sum, mean }) => (
          <span key={header}>
            {header} {t('table.sum', { value: sum })} {t('table.mean', { value: mean })}
          </span>
        ))}
        {count > MOST_ROWS && <span>{t('table.tooMany', { limit: format.number(MOST_ROWS) })}</span>}
      </span>
      <span>{count > 1 ? t('table.selectedRows', { count }) : t('table.rows', { count: source.rowCount })}</span>
    </div>
  );
}
