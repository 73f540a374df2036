// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be windowed
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DataTable.module.css';
import { HeadSpread } from './HeadSpread';
import { type DataColumn, nextSort, type Sort, type Spread } from './row-source';
import type { DrawnColumn } from './use-column-window';

/** Height of the header row, its line included. */
export const HEAD_HEIGHT = 32;

interface TableHeadProps<Row> {
  readonly columns: readonly DrawnColumn<Row>[];
  readonly width: number;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort | undefined) => void) | undefined;
  readonly tool: ((column: DataColumn<Row>) => ReactNode) | undefined;
  /** By column id. */
  readonly spreads: ReadonlyMap<string, Spread> | undefined;
}

/** The header row: names, the order of the rows where it can be chosen, and what else can be done with a column. */
export function TableHead<Row>({ columns, width, sort, onSort, tool, spreads }: TableHeadProps<Row>) {
  const titleOf = ({ id, header }: DataColumn<Row>) => [header, spreads?.get(id)?.text].filter(Boolean).join('\n');
  return (
    <div role="row" aria-rowindex={1} className={classes.head} style={{ width, height: HEAD_HEIGHT }} tabIndex={-1}>
      {columns.map(({ column, index, left, width: own, pinned }) => (
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={index + 1}
          aria-sort={sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined}
          tabIndex={-1}
          title={titleOf(column)}
          className={`${classes.headCell} ${pinned ? classes.pinned : ''} ${column.number ? classes.numeric : ''}`}
          style={{ left, width: own }}
        >
          {column.sortable && onSort !== undefined ? (
            <button type="button" className={classes.sort} onClick={() => onSort(nextSort(sort, column.id))}>
              {column.header}
              <SortMark sort={sort?.column === column.id ? sort : undefined} />
            </button>
          ) : (
            <span className={classes.name}>{column.header}</span>
          )}
          {tool?.(column)}
          <HeadSpread spread={spreads?.get(column.id)} />
        </div>
      ))}
    </div>
  );
}

function SortMark({ sort }: { readonly sort: Sort | undefined }) {
  const { t } = useTranslation();
  if (sort === undefined) return null;
  const name = sort.descending ? t('table.sortDescending') : t('table.sortAscending');
  return (
    <span role="img" aria-label={name}>
      {sort.descending ? ' ↓' : ' ↑'}
    </span>
  );
}
