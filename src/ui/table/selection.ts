/** A cell by its place on screen: row of the source, column among the shown ones. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells from where it was begun to where the cursor is. */
export interface Selection {
  readonly anchor: Place;
  readonly cursor: Place;
}

export interface Bounds {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit the window. */
  readonly page: number;
}

export interface Press {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or ⌘. */
  readonly ctrl: boolean;
}

/** A selection of one cell. */
export function at(place: Place): Selection {
  return { anchor: place, cursor: place };
}

export function boundsOf({ anchor, cursor }: Selection): Bounds {
  const order = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)] as const;
  return { rows: order(anchor.row, cursor.row), columns: order(anchor.column, cursor.column) };
}

export function isWithin({ rows, columns }: Bounds, row: number, column: number): boolean {
  return row >= rows[0] && row <= rows[1] && column >= columns[0] && column <= columns[1];
}

/** What a key makes of the selection, as in a spreadsheet; undefined for keys that do not move. */
export function press(selection: Selection, { key, shift, ctrl }: Press, extent: Extent): Selection | undefined {
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const { row, column } = selection.cursor;
  if (ctrl && key.toLowerCase() === 'a') return { anchor: { row: 0, column: 0 }, cursor: last };
  if (shift && key === ' ') {
    const [first, final] = boundsOf(selection).rows;
    return { anchor: { row: first, column: 0 }, cursor: { row: final, column: last.column } };
  }
  const places: Readonly<Record<string, Place>> = {
    ArrowUp: { row: ctrl ? 0 : row - 1, column },
    ArrowDown: { row: ctrl ? last.row : row + 1, column },
    ArrowLeft: { row, column: ctrl ? 0 : column - 1 },
    ArrowRight: { row, column: ctrl ? last.column : column + 1 },
    PageUp: { row: row - extent.page, column },
    PageDown: { row: row + extent.page, column },
    Home: { row: ctrl ? 0 : row, column: 0 },
    End: { row: ctrl ? last.row : row, column: last.column },
  };
  const wanted = places[key];
  if (wanted === undefined) return undefined;
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const cursor = { row: clamp(wanted.row, last.row), column: clamp(wanted.column, last.column) };
  return { anchor: shift ? selection.anchor : cursor, cursor };
}
