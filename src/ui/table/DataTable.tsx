// biome-ignore-all lint/a11y/useSemanticElements: elements of a table cannot be windowed
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useMedium } from '../charts/use-medium';
import { copyText } from '../clipboard';
import type { TableText } from '../csv';
import { ErrorNote } from '../ErrorNote';
import { PrintedTable } from '../PrintedTable';
import { usePartText } from '../part-text';
import { useFormat } from '../use-format';
import { useWidth } from '../use-width';
import { copyOf } from './copy';
import classes from './DataTable.module.css';
import { revealColumn } from './reveal-column';
import type { DataColumn, RowSource, Sort, Spread } from './row-source';
import { at, boundsOf, type Place, press, type Selection } from './selection';
import { TableFoot } from './TableFoot';
import { HEAD_HEIGHT, TableHead } from './TableHead';
import { TableRow } from './TableRow';
import { useColumnWindow } from './use-column-window';
import { type ColumnLayout, useColumns } from './use-columns';
import { useRowPages } from './use-row-pages';
import { useRowWindow } from './use-row-window';
import { countOf, MOST_ROWS } from './use-selection-summary';

interface DataTableProps<Row> {
  /** Name of the table for those who do not see it. */
  readonly label: string;
  /** Memoise it: a new array is a new set of columns. */
  readonly columns: readonly DataColumn<Row>[];
  readonly source: RowSource<Row>;
  /** In pixels, foot included. */
  readonly height: number;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort | undefined) => void;
  /** Enter or double click on a row. */
  readonly onOpenRow?: (row: Row, index: number) => void;
  /** The row that is open beside the table: marked, and scrolled to when it becomes another. */
  readonly openRow?: number;
  /** How the columns are arranged at first; for another arrangement give the table another `key`. */
  readonly layout?: ColumnLayout;
  /** The columns were arranged anew. */
  readonly onLayout?: (layout: ColumnLayout) => void;
  /** Stands at the end of a column's header. */
  readonly headerTool?: (column: DataColumn<Row>) => ReactNode;
  /** How columns spread, by id, drawn small in their headers. */
  readonly spreads?: ReadonlyMap<string, Spread>;
  /** Name of the button that writes all rows to a file: paper has some of them, and says where the others are. */
  readonly exportName?: string;
}

/** Rows on paper, and signs of a cell there, at the most. */
const PRINTED = { rows: 500, cell: 300 };

/** A table of any length, read by the page, used like a spreadsheet. On paper it is a plain one, of the rows from those in view on that have been read. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, source, height, sort, onSort, onOpenRow, openRow, layout, onLayout } = props;
  const { headerTool, spreads, exportName } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<{ readonly source: string; readonly selection: Selection } | undefined>(
    undefined,
  );
  const partText = usePartText();
  const [notice, setNotice] = useState<string | undefined>(undefined);
  const model = useColumns(columns, useWidth(scroller), layout);
  const drawn = useColumnWindow(scroller, model);
  const view = useRowWindow(scroller, source.rowCount, HEAD_HEIGHT);
  const pages = useRowPages(source, view.first, view.last);
  const printed = useMedium() === 'paper' ? pages.run(view.first, PRINTED.rows) : [];
  const arranged = JSON.stringify(model.layout);
  const tellLayout = useEffectEvent(() => onLayout?.(model.layout));
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the arrangement has become another
  useEffect(() => tellLayout(), [arranged]);
  const { reveal } = view;
  useEffect(() => {
    if (openRow !== undefined) reveal(openRow);
  }, [openRow, reveal]);

  // A selection is of places, so it ends with the rows that stood there.
  const selection = chosen?.source === source.id ? chosen.selection : undefined;
  const cursor = selection?.cursor;
  const bounds = selection === undefined ? undefined : boundsOf(selection);
  const idOf = ({ row, column }: Place) => `${id}-${row}-${column}`;
  const extent = { rows: source.rowCount, columns: model.shown.length, page: view.page };

  const select = (next: Selection) => {
    setChosen({ source: source.id, selection: next });
    setNotice(undefined);
  };
  const open = (row: number) => {
    const found = pages.rowAt(row);
    if (found !== undefined) onOpenRow?.(found, row);
  };
  const copy = async (of: Selection) => {
    const limit = format.number(MOST_ROWS);
    if (countOf(boundsOf(of)) > MOST_ROWS) return setNotice(t('table.tooMany', { limit }));
    const shown = model.shown.map(({ column }) => column);
    await copyText(() => copyOf(source, shown, boundsOf(of))).then(
      () => setNotice(t('common.copied')),
      () => setNotice(t('common.copyFailed')),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || source.rowCount === 0) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const current = selection ?? START;
    if (ctrl && event.key.toLowerCase() === 'c') void copy(current);
    else if (event.key === 'Enter') open(current.cursor.row);
    else {
      const next = press(current, { key: event.key, shift: event.shiftKey, ctrl }, extent);
      if (next === undefined) return;
      select(next);
      if (!(ctrl && event.key.toLowerCase() === 'a')) {
        view.reveal(next.cursor.row);
        revealColumn(scroller.current, model, next.cursor.column);
      }
    }
    event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place === undefined || event.button !== 0) return;
    select(event.shiftKey && selection !== undefined ? { ...selection, cursor: place } : at(place));
  };
  const onMouseOver = (event: MouseEvent) => {
    const place = event.buttons === 1 && selection !== undefined ? placeOf(event.target) : undefined;
    if (place !== undefined && selection !== undefined) select({ ...selection, cursor: place });
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place !== undefined) open(place.row);
  };

  const current = cursor === undefined ? undefined : pages.rowAt(cursor.row);
  const full = current === undefined ? undefined : model.shown[cursor?.column ?? 0]?.column.text(current);
  const indexes = Array.from({ length: Math.max(0, view.last - view.first + 1) }, (_, step) => view.first + step);
  return (
    <>
      <div className={`${classes.table} ${printed.length > 0 ? classes.replaced : ''}`} style={{ height }}>
        <div
          ref={scroller}
          role="grid"
          aria-label={label}
          aria-rowcount={source.rowCount + 1}
          aria-colcount={model.shown.length}
          aria-multiselectable="true"
          aria-activedescendant={cursor === undefined ? undefined : idOf(cursor)}
          tabIndex={0}
          className={classes.scroller}
          onKeyDown={onKeyDown}
          onMouseDown={onMouseDown}
          onMouseOver={onMouseOver}
          onFocus={(event) => event.target === scroller.current && cursor === undefined && select(START)}
          onDoubleClick={onDoubleClick}
        >
          <TableHead
            columns={drawn}
            width={model.width}
            sort={sort}
            onSort={onSort}
            tool={headerTool}
            spreads={spreads}
          />
          {pages.failure !== undefined && (
            <div className={classes.failed}>
              <ErrorNote what={t('table.failed')} why={pages.failure.message} onRetry={() => pages.retry()} />
            </div>
          )}
          <div role="rowgroup" className={classes.body} style={{ width: model.width, height: view.height }}>
            {indexes.map((index) => (
              <TableRow
                key={index}
                index={index}
                row={pages.rowAt(index)}
                y={view.yOf(index)}
                width={model.width}
                columns={drawn}
                open={index === openRow}
                bounds={bounds}
                cursor={cursor}
                idOf={idOf}
              />
            ))}
          </div>
        </div>
        <TableFoot source={source} columns={model} selection={selection} full={full ?? ''} notice={notice} />
      </div>
      {printed.length > 0 && (
        <PrintedTable
          table={onPaper(
            printed,
            model.shown.map(({ column }) => column),
          )}
          note={partText({ first: view.first, count: printed.length, total: source.rowCount, exportName })}
        />
      )}
    </>
  );
}

const START = at({ row: 0, column: 0 });

function onPaper<Row>(rows: readonly Row[], columns: readonly DataColumn<Row>[]): TableText {
  return {
    header: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map(({ text }) => clipped(text(row)))),
  };
}

function clipped(text: string): string {
  return text.length > PRINTED.cell ? `${text.slice(0, PRINTED.cell)}…` : text;
}

/** The cell that an event happened in. */
function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? undefined : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
