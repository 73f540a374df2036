import { toTsv } from '../csv';
import type { DataColumn, RowSource } from './row-source';
import type { Bounds } from './selection';
import { countOf, within } from './use-selection-summary';

/** A selection as tab-separated text; of more than one row with the headers above. */
export async function copyOf<Row>(
  source: RowSource<Row>,
  columns: readonly DataColumn<Row>[],
  bounds: Bounds,
): Promise<string> {
  const chosen = within(columns, bounds);
  const [first, last] = bounds.rows;
  const rows = await source.getRows(first, last + 1, new AbortController().signal);
  return toTsv({
    header: countOf(bounds) > 1 ? chosen.map(({ header }) => header) : [],
    rows: rows.map((row) => chosen.map((column) => column.number?.(row) ?? column.text(row))),
  });
}
