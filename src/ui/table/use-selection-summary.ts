import { useEffect, useState } from 'react';
import type { DataColumn, RowSource } from './row-source';
import { type Bounds, boundsOf, type Selection } from './selection';

/** Rows that are read to be added up or copied, at the most. */
export const MOST_ROWS = 50_000;

export interface ColumnSummary {
  readonly header: string;
  readonly sum: string;
  readonly mean: string;
}

/** Sum and mean of the numeric columns in a selection of several rows; undefined while they are being read. */
export function useSelectionSummary<Row>(
  source: RowSource<Row>,
  columns: readonly DataColumn<Row>[],
  selection: Selection | undefined,
): readonly ColumnSummary[] | undefined {
  const [summary, setSummary] = useState<{ readonly of: string; readonly columns: readonly ColumnSummary[] }>();
  const bounds = selection === undefined ? undefined : boundsOf(selection);
  const wanted = bounds !== undefined && bounds.rows[1] > bounds.rows[0] && countOf(bounds) <= MOST_ROWS;
  const numeric = bounds === undefined ? [] : within(columns, bounds).filter(isSummable);
  const key = JSON.stringify([source.id, bounds, numeric.map(({ id }) => id)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked; the objects are new at every render
  useEffect(() => {
    if (!wanted || numeric.length === 0) return;
    const controller = new AbortController();
    const [first, last] = bounds.rows;
    source.getRows(first, last + 1, controller.signal).then(
      (rows) => {
        if (!controller.signal.aborted)
          setSummary({ of: key, columns: numeric.map((column) => summarise(column, rows)) });
      },
      // Nothing is added up of rows that cannot be read; the table itself says that they cannot.
      () => undefined,
    );
    return () => controller.abort();
  }, [key, wanted]);
  return wanted && summary?.of === key ? summary.columns : undefined;
}

/** The shown columns inside a selection. */
export function within<Row>(
  columns: readonly DataColumn<Row>[],
  { columns: [first, last] }: Bounds,
): DataColumn<Row>[] {
  return columns.slice(first, last + 1);
}

/** Rows of a selection. */
export function countOf({ rows: [first, last] }: Bounds): number {
  return last - first + 1;
}

type Summable<Row> = DataColumn<Row> & Required<Pick<DataColumn<Row>, 'number' | 'format'>>;

function isSummable<Row>(column: DataColumn<Row>): column is Summable<Row> {
  return column.number !== undefined && column.format !== undefined;
}

function summarise<Row>(column: Summable<Row>, rows: readonly Row[]): ColumnSummary {
  const numbers = rows.map(column.number).filter((value) => value !== null);
  const sum = numbers.reduce((total, value) => total + value, 0);
  return {
    header: column.header,
    sum: column.format(sum),
    mean: numbers.length === 0 ? '–' : column.format(sum / numbers.length),
  };
}
