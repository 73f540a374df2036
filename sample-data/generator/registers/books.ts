import type { Run } from '../run';
import type { Lot, Use } from '../supply/lot';
import { type BatchRow, batchRegister, batchRows } from './batch-rows';
import { type ChangeRow, changeRegister, changeRows } from './change-rows';
import { type InspectionRow, inspectionRegister, inspectionRows } from './inspection-rows';
import { consumptionRegister, consumptionRows, lotRegister, lotRows } from './material-rows';
import type { Register } from './register';
import { type ReturnRow, returnRegister } from './return-rows';
import {
  rangeRegister,
  type SerialRange,
  type SerialRow,
  serialRanges,
  serialRegister,
  serialRows,
} from './serial-rows';
import { type StockRow, stockRegister, stockRows } from './stock-rows';

/** Every register of the factory beside complaints and shipments. */
export interface Books {
  readonly batches: readonly BatchRow[];
  readonly lots: readonly Lot[];
  readonly uses: readonly Use[];
  readonly ranges: readonly SerialRange[];
  readonly serials: readonly SerialRow[];
  readonly stock: readonly StockRow[];
  readonly returns: readonly ReturnRow[];
  readonly inspections: readonly InspectionRow[];
  readonly changes: readonly ChangeRow[];
}

export function booksOf(run: Run, returns: readonly ReturnRow[], purchases: ReadonlyMap<string, number | null>): Books {
  return {
    batches: batchRows(run),
    lots: lotRows(run),
    uses: consumptionRows(run),
    ranges: serialRanges(run),
    serials: serialRows(run, purchases),
    stock: stockRows(run),
    returns,
    inspections: inspectionRows(run),
    changes: changeRows(run),
  };
}

/** The registers that are written as delimited text. */
export function textRegisters(books: Books): Register[] {
  return [
    batchRegister(books.batches),
    lotRegister(books.lots),
    consumptionRegister(books.uses),
    rangeRegister(books.ranges),
    serialRegister(books.serials),
    returnRegister(books.returns),
    inspectionRegister(books.inspections),
    changeRegister(books.changes),
  ];
}

/** The one that people keep as a workbook. */
export function workbookRegister(books: Books): Register {
  return stockRegister(books.stock);
}
