import type { ReactNode } from 'react';

/** Rows that are fetched when they come into view. */
export interface RowSource<Row> {
  /** Identity of the rows and their order; another id means that nothing read before holds. */
  readonly id: string;
  readonly rowCount: number;
  /** Rows `start` ≤ i < `end`. The signal says that nobody waits any more. */
  getRows(start: number, end: number, signal: AbortSignal): Promise<readonly Row[]>;
}

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** What the cell shows, copies and reads out; masked here, if it must be. */
  readonly text: (row: Row) => string;
  /** Makes the column numeric: right-aligned, added up below, copied as a number. */
  readonly number?: (row: Row) => number | null;
  /** Writes a sum or mean of the column; required for numeric columns to be added up. */
  readonly format?: (value: number) => string;
  /** Replaces the text on screen, for marks and links. */
  readonly render?: (row: Row) => ReactNode;
  /** An identifier: cut in the middle where there is no room, not at the end. */
  readonly key?: boolean;
  /** In pixels, 140 unless given. */
  readonly width?: number;
  /** Holds texts that may be longer than its width, and takes part of what room is left over. */
  readonly grows?: boolean;
  readonly sortable?: boolean;
  /** Not shown until chosen. */
  readonly hidden?: boolean;
}

/** How the values of a column spread: shares of the whole from the largest down, or counts along a range. */
export interface Spread {
  readonly kind: 'shares' | 'bars';
  readonly parts: readonly number[];
  /** The same in words. */
  readonly text: string;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** What a click on a header asks for: ascending, descending, as it was. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}
