// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be windowed
import { KeyText } from '../KeyText';
import classes from './DataTable.module.css';
import { ROW_HEIGHT } from './scroll-scale';
import type { Bounds, Place } from './selection';
import { isWithin } from './selection';
import type { DrawnColumn } from './use-column-window';

interface TableRowProps<Row> {
  readonly index: number;
  /** Undefined until it has been read. */
  readonly row: Row | undefined;
  readonly y: number;
  readonly width: number;
  readonly columns: readonly DrawnColumn<Row>[];
  /** It is open beside the table. */
  readonly open: boolean;
  readonly bounds: Bounds | undefined;
  readonly cursor: Place | undefined;
  readonly idOf: (place: Place) => string;
}

/** One row at its place; blank until its page has come. */
export function TableRow<Row>({ index, row, y, width, columns, open, bounds, cursor, idOf }: TableRowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={-1}
      className={`${classes.row} ${open ? classes.open : ''}`}
      style={{ width, height: ROW_HEIGHT, transform: `translateY(${y}px)` }}
    >
      {columns.map(({ column, index: at, left, width: own, pinned }) => {
        const text = row === undefined ? '' : column.text(row);
        const selected = bounds !== undefined && isWithin(bounds, index, at);
        const names = [
          classes.cell,
          pinned && classes.pinned,
          column.number && classes.numeric,
          selected && classes.selected,
          cursor?.row === index && cursor.column === at && classes.cursor,
        ];
        return (
          <div
            key={column.id}
            id={idOf({ row: index, column: at })}
            role="gridcell"
            aria-colindex={at + 1}
            aria-selected={selected}
            tabIndex={-1}
            data-row={index}
            data-column={at}
            title={text}
            className={names.filter(Boolean).join(' ')}
            style={{ left, width: own }}
          >
            {row !== undefined && column.render !== undefined ? (
              column.render(row)
            ) : column.key ? (
              <KeyText text={text} />
            ) : (
              text
            )}
          </div>
        );
      })}
    </div>
  );
}
