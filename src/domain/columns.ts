import type { Column } from './column';
import { complaint } from './complaint-schema';
import type { Dataset, DatasetSchema } from './dataset';
import {
  batch,
  change,
  consumption,
  inspection,
  materialLot,
  returnedItem,
  serial,
  shipment,
  stock,
} from './factory-schemas';

export type { Column, ColumnKind } from './column';
export { DATASETS, type Dataset } from './dataset';

export const SCHEMAS: Readonly<Record<Dataset, DatasetSchema>> = {
  complaint,
  shipment,
  batch,
  material_lot: materialLot,
  consumption,
  serial,
  stock,
  returned_item: returnedItem,
  inspection,
  change,
};

/** The catalogue entry of a canonical column; undefined for extra columns and unknown names. */
export function columnOf(dataset: Dataset, name: string): Column | undefined {
  return SCHEMAS[dataset].columns.find((column) => column.name === name);
}

/** Prefix of columns that the catalogue does not know: kept as text under their own header. */
export const EXTRA_PREFIX = 'x_';
