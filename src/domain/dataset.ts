import type { Column } from './column';

/** What a factory's files hold, one row being: see `datasetHint` in the locales. Only complaints are needed. */
export const DATASETS = [
  'complaint',
  'shipment',
  'batch',
  'material_lot',
  'consumption',
  'serial',
  'stock',
  'returned_item',
  'inspection',
  'change',
] as const;
export type Dataset = (typeof DATASETS)[number];

export interface DatasetSchema {
  readonly dataset: Dataset;
  /** Column that identifies a row, if the dataset has one. Without it (or when the file lacks it) the row's fingerprint does. */
  readonly key?: string;
  /**
   * Columns that together say which rows of earlier files a later file replaces, where that is not the key alone; blank in all of them,
   * a row goes by its fingerprint. Times count by their day.
   */
  readonly replaces?: readonly string[];
  /** The dataset's own time axis: rows are stored in its order. */
  readonly time: string;
  /** Files without the time axis lose nothing that anyone asks for. */
  readonly timeOptional?: true;
  readonly columns: readonly Column[];
}
