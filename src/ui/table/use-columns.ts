import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { fill } from './fill';
import type { DataColumn } from './row-source';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** Rows come from a `RowSource`; the table model holds the columns alone. */
const NO_ROWS: never[] = [];
const WIDTH = 140;

export interface ShownColumn<Row> {
  readonly column: DataColumn<Row>;
  readonly width: number;
  readonly pinned: boolean;
  /** Distance from the left edge of a row. */
  readonly left: number;
}

export interface ColumnChoice {
  readonly id: string;
  readonly header: string;
  readonly visible: boolean;
  readonly pinned: boolean;
}

/** How somebody arranged the columns, by id: to be remembered and given back. */
export interface ColumnLayout {
  /** Every column there was at the time; later ones follow, shown or hidden as they are by themselves. */
  readonly order: readonly string[];
  readonly shown: readonly string[];
  readonly pinned: readonly string[];
}

export interface Columns<Row> {
  /** From left to right, pinned ones first. */
  readonly shown: readonly ShownColumn<Row>[];
  /** Every column in its order, for choosing. */
  readonly choices: readonly ColumnChoice[];
  readonly layout: ColumnLayout;
  readonly width: number;
  readonly pinnedWidth: number;
  readonly show: (id: string, visible: boolean) => void;
  readonly pin: (id: string, pinned: boolean) => void;
  /** Moves a column before (−1) or after (1) its neighbour. */
  readonly move: (id: string, by: -1 | 1) => void;
}

/**
 * Order, visibility and pinning of columns, at first as in a layout, else as the columns say with the first one pinned.
 * @param room pixels that the columns may fill
 */
export function useColumns<Row>(
  columns: readonly DataColumn<Row>[],
  room: number,
  initial?: ColumnLayout,
): Columns<Row> {
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, never> => ({
          id: column.id,
          header: column.header,
          size: column.width ?? WIDTH,
        }),
      ),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    initialState: {
      columnOrder: [...(initial?.order ?? [])],
      columnPinning: { start: [...(initial?.pinned ?? columns.slice(0, 1).map(({ id }) => id))], end: [] },
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, isShown(column, initial)])),
    },
  });

  const byId = new Map(columns.map((column) => [column.id, column]));
  const order = table.getAllLeafColumns();
  let left = 0;
  const visible = table.getVisibleLeafColumns();
  const isPinned = (model: (typeof visible)[number]) => model.getIsPinned() === 'start';
  const pinnedFirst = [...visible.filter(isPinned), ...visible.filter((model) => !isPinned(model))];
  const found = pinnedFirst.flatMap((model) => {
    const column = byId.get(model.id);
    const { grows = false } = column ?? {};
    return column === undefined ? [] : [{ column, width: model.getSize(), pinned: isPinned(model), grows }];
  });
  const widths = fill(found, room);
  const shown = found.map(({ column, pinned }, at) => {
    const placed = { column, width: widths[at] ?? 0, pinned, left };
    left += placed.width;
    return placed;
  });

  const move = (id: string, by: -1 | 1) => {
    const ids = order.map((model) => model.id);
    const from = ids.indexOf(id);
    const to = from + by;
    if (from === -1 || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    table.setColumnOrder(ids);
  };

  const ids = (chosen: readonly { readonly id: string }[]) => chosen.map(({ id }) => id);
  return {
    shown,
    layout: {
      order: ids(order),
      shown: ids(shown.map(({ column }) => column)),
      pinned: ids(order.filter((model) => model.getIsPinned() !== false)),
    },
    choices: order.map((model) => ({
      id: model.id,
      header: byId.get(model.id)?.header ?? model.id,
      visible: model.getIsVisible(),
      pinned: model.getIsPinned() !== false,
    })),
    width: left,
    pinnedWidth: shown.reduce((sum, { pinned, width }) => (pinned ? sum + width : sum), 0),
    show: (id, visible) => table.getColumn(id)?.toggleVisibility(visible),
    pin: (id, pinned) => table.getColumn(id)?.pin(pinned ? 'start' : false),
    move,
  };
}

function isShown<Row>({ id, hidden = false }: DataColumn<Row>, layout: ColumnLayout | undefined): boolean {
  return layout?.order.includes(id) ? layout.shown.includes(id) : !hidden;
}
