import { boolean, category, integer, key, number, text, time, vocabulary } from './column';
import type { DatasetSchema } from './dataset';

/** Goods that left: the denominator of rates. */
export const shipment: DatasetSchema = {
  dataset: 'shipment',
  time: 'shipped_at',
  columns: [
    time('shipped_at', { required: true }),
    key('batch_no'),
    category('model'),
    category('product_family'),
    integer('qty', { required: true }),
    text('customer'),
    category('region'),
    category('carrier'),
    category('warehouse'),
    category('packaging_version'),
    vocabulary('sale_channel'),
    vocabulary('destination_kind'),
  ],
};

/** What was built together: plant, line, shift and day. */
export const batch: DatasetSchema = {
  dataset: 'batch',
  key: 'batch_no',
  time: 'produced_at',
  columns: [
    key('batch_no', { required: true }),
    category('model'),
    category('plant'),
    category('line'),
    vocabulary('shift'),
    time('produced_at'),
    number('qty'),
    key('work_order'),
    category('document_revision'),
  ],
};

/** Material as received from a supplier. */
export const materialLot: DatasetSchema = {
  dataset: 'material_lot',
  key: 'lot_no',
  time: 'received_at',
  columns: [
    key('lot_no', { required: true }),
    category('part_no'),
    category('part_name'),
    category('part_family'),
    category('supplier'),
    time('received_at'),
    number('qty'),
    vocabulary('iqc_result'),
  ],
};

/**
 * What went into what: `parent` (a batch, sub-batch or serial number) took in `child` (a lot, batch or serial number). The same pair may
 * occur more than once; a row without parent is material issued to a line.
 */
export const consumption: DatasetSchema = {
  dataset: 'consumption',
  time: 'at',
  timeOptional: true,
  columns: [key('parent'), key('child', { required: true }), number('qty'), time('at'), category('line')],
};

/** Units by number, one by one or in ranges, and the batch that each is of. */
export const serial: DatasetSchema = {
  dataset: 'serial',
  key: 'serial_no',
  replaces: ['serial_no', 'serial_from', 'serial_to'],
  time: 'shipped_at',
  timeOptional: true,
  columns: [
    key('serial_no'),
    key('serial_from'),
    key('serial_to'),
    key('batch_no'),
    time('shipped_at'),
    time('activated_at'),
    text('customer'),
  ],
};

/**
 * What lay where on a day. A later file for the same day and place replaces what an earlier one said of them; other days and places are
 * added, so that one file a warehouse and one a month both work.
 */
export const stock: DatasetSchema = {
  dataset: 'stock',
  replaces: ['as_of', 'place'],
  time: 'as_of',
  columns: [
    key('batch_no'),
    key('lot_no'),
    number('qty', { required: true }),
    category('place'),
    vocabulary('stock_status'),
    time('as_of'),
  ],
};

/**
 * A unit that came back, from the application to what was found and done. A return of several units has a row each under one number, so the
 * number is no key; a later file that names a return replaces all of its rows.
 */
export const returnedItem: DatasetSchema = {
  dataset: 'returned_item',
  replaces: ['return_no'],
  time: 'applied_at',
  columns: [
    key('return_no'),
    key('complaint_no'),
    key('serial_no'),
    time('applied_at'),
    text('approved_by', { person: true }),
    time('approved_at'),
    vocabulary('decision'),
    text('decision_reason'),
    time('received_at'),
    vocabulary('packaging_condition'),
    boolean('matches_description'),
    vocabulary('appearance_result', 'check_result'),
    vocabulary('function_result', 'check_result'),
    vocabulary('finding'),
    vocabulary('disposition'),
    vocabulary('reinspection_result', 'check_result'),
  ],
};

/** What incoming, in-process and final inspection counted. */
export const inspection: DatasetSchema = {
  dataset: 'inspection',
  time: 'at',
  columns: [
    vocabulary('stage'),
    key('batch_no'),
    key('lot_no'),
    category('line'),
    integer('inspected_qty'),
    integer('defective_qty'),
    category('defect_code'),
    time('at', { required: true }),
  ],
};

/** Something that was done differently from then on. */
export const change: DatasetSchema = {
  dataset: 'change',
  key: 'change_no',
  time: 'at',
  columns: [
    key('change_no'),
    time('at', { required: true }),
    vocabulary('kind', 'change_kind'),
    category('model'),
    category('line'),
    category('part'),
    category('supplier'),
    key('batch_from'),
    text('text'),
  ],
};
