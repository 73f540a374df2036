/** Datasets that the factory exports, by their names in the application. */
export type DatasetName =
  | 'complaint'
  | 'shipment'
  | 'batch'
  | 'material_lot'
  | 'consumption'
  | 'serial'
  | 'stock'
  | 'returned_item'
  | 'inspection'
  | 'change';

export interface Column<R> {
  /** Name of the column in the application. */
  readonly canonical: string;
  readonly header: string;
  readonly text: (row: R) => string;
}

/** A file as somebody would export it: one dataset, one header, one record a row. */
export interface Register {
  /** File name. */
  readonly name: string;
  readonly dataset: DatasetName;
  readonly canonical: readonly string[];
  readonly headers: readonly string[];
  readonly count: number;
  /** Records of a number that another record further down has too: an import rejects them. */
  readonly rejected: number;
  readonly records: () => Iterable<readonly string[]>;
}

export function register<R>(
  name: string,
  dataset: DatasetName,
  columns: readonly Column<R>[],
  rows: readonly R[],
  rejected = 0,
): Register {
  return {
    name,
    dataset,
    canonical: columns.map(({ canonical }) => canonical),
    headers: columns.map(({ header }) => header),
    count: rows.length,
    rejected,
    *records() {
      for (const row of rows) yield columns.map(({ text }) => text(row));
    },
  };
}
