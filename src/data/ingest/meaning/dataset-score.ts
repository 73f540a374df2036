import { DATASETS, type Dataset, EXTRA_PREFIX, SCHEMAS } from '../../../domain/columns';

/** How much each recognised column tells of its dataset, in points; columns that are not listed count `ORDINARY`. */
const TELLING: Readonly<Record<Dataset, Readonly<Record<string, number>>>> = {
  complaint: {
    complaint_no: 1,
    received_at: 1.5,
    description: 2,
    failure_mode: 2,
    failure_group: 1.5,
    category: 1.5,
    occurred_at: 1,
    failure_part: 1,
    severity: 1,
    status: 1,
    disposition: 1,
  },
  shipment: {
    qty: 2,
    shipped_at: 1.5,
    packaging_version: 1.5,
    carrier: 1,
    warehouse: 1,
    destination_kind: 1,
    customer: 0.5,
    sale_channel: 0.5,
  },
  batch: { batch_no: 1, produced_at: 1.5, line: 1, shift: 1, work_order: 1, document_revision: 1, plant: 1, qty: 1 },
  material_lot: {
    lot_no: 1.5,
    part_no: 1,
    part_name: 1,
    part_family: 0.5,
    supplier: 1,
    received_at: 1,
    qty: 0.5,
    iqc_result: 1,
  },
  consumption: { parent: 1.5, child: 2, qty: 0.5, at: 1, line: 0.5 },
  serial: { serial_no: 1.5, serial_from: 2, serial_to: 2, batch_no: 0.5, shipped_at: 0.75, activated_at: 0.75 },
  stock: { qty: 1.5, place: 1, stock_status: 1.5, as_of: 1.5, batch_no: 0.5, lot_no: 0.5 },
  returned_item: {
    return_no: 1.5,
    applied_at: 1,
    approved_by: 0.75,
    decision: 1.5,
    decision_reason: 1,
    packaging_condition: 1.5,
    matches_description: 1.5,
    appearance_result: 1.5,
    function_result: 1.5,
    finding: 1,
    received_at: 0.75,
    reinspection_result: 1.5,
    complaint_no: 0.25,
  },
  inspection: { stage: 1.5, inspected_qty: 2, defective_qty: 2, defect_code: 1, at: 1.5, line: 0.5, lot_no: 0.5 },
  change: { change_no: 1.5, at: 1.5, kind: 1.5, batch_from: 1.5, text: 1.5, part: 0.5, supplier: 0.25, line: 0.25 },
};
const ORDINARY = 0.75;
const SHARED = new Set([
  'batch_no',
  'serial_no',
  'model',
  'product_family',
  'region',
  'city',
  'shipped_at',
  'customer',
  'customer_name',
  'customer_contact',
  'order_no',
  'price_paid',
  'evidence',
  'supplier',
]);
const OF_SEVERAL = 0.25;
/** A column recognised as surely as this is what it is taken for. */
const SURE_COLUMN = 0.5;
/** A column recognised less surely than this (called just "date" or "id") tells no more than what several datasets have. */
const CLEAR = 0.76;
/** Points at which a dataset is beyond doubt. */
const ENOUGH = 2.5;

/**
 * What a dataset's rows can hardly be without: one column of each group, or the points shrink. Nobody keeps a list of shipments
 * without quantities, or of consumption without what was consumed.
 */
const NEEDED: Readonly<Record<Dataset, readonly (readonly string[])[]>> = {
  complaint: [],
  shipment: [
    ['qty'],
    ['shipped_at', 'customer', 'carrier', 'warehouse', 'packaging_version', 'sale_channel', 'destination_kind'],
  ],
  batch: [['batch_no'], ['produced_at', 'line', 'shift', 'work_order', 'document_revision']],
  material_lot: [
    ['lot_no'],
    ['part_no', 'part_name', 'supplier', 'iqc_result', 'part_family'],
    ['part_name', 'supplier', 'received_at', 'iqc_result'],
  ],
  consumption: [['child'], ['parent', 'line']],
  serial: [
    ['serial_no', 'serial_from'],
    ['batch_no', 'shipped_at', 'activated_at', 'serial_to'],
  ],
  stock: [['qty'], ['stock_status', 'place', 'as_of'], ['batch_no', 'lot_no']],
  returned_item: [
    ['return_no', 'complaint_no', 'serial_no'],
    ['decision', 'packaging_condition', 'appearance_result', 'function_result', 'matches_description', 'approved_at'],
  ],
  inspection: [
    ['inspected_qty', 'defective_qty'],
    ['stage', 'at', 'defect_code'],
  ],
  change: [['at'], ['text', 'kind'], ['change_no', 'kind', 'batch_from']],
};
/** Of the points, for each group that the columns lack, or have only under names that could be anything's. */
const WITHOUT_NEEDED = 0.4;
/** A number that should name each row but repeats is some other list's. */
const REPEATED_KEY = 0.6;
const UNIQUE_ENOUGH = 0.9;

/** Below this the user must say what the file is. */
export const SURE_OF_DATASET = 0.4;
/** Below this it is taken for what it looks like most, but the user is asked to confirm. */
export const CLEAR_DATASET = 0.5;
/** How sure it is at most of a file that looks like complaints but has nothing which only complaints have. */
export const HARDLY = 0.45;
/** Certainty that many points give where another dataset has just as many; and the lead that takes away all doubt. */
const TIE = 0.25;
const CLEAR_LEAD = 0.5;

interface Recognised {
  readonly target: string | null;
  readonly confidence: number;
  /** 0…1: distinct cells among the filled ones of the first rows. */
  readonly sample: { readonly distinct: number; readonly cells: readonly string[] };
}

/** How much a reading of the columns speaks for its dataset, in points. */
export function datasetPoints(dataset: Dataset, columns: readonly Recognised[]): number {
  const points = columns.reduce(
    (sum, { target, confidence }) => sum + confidence * weightOf(dataset, target, confidence),
    0,
  );
  const has = (name: string) => columns.some(({ target, confidence }) => target === name && confidence >= CLEAR);
  const lacking = NEEDED[dataset].filter((group) => !group.some(has)).length;
  const { key } = SCHEMAS[dataset];
  const keyed = columns.find(({ target }) => target === key);
  const repeats =
    dataset !== 'complaint' &&
    keyed !== undefined &&
    keyed.sample.cells.length > 1 &&
    keyed.sample.distinct < UNIQUE_ENOUGH;
  return points * WITHOUT_NEEDED ** lacking * (repeats ? REPEATED_KEY : 1);
}

/** What only lists of complaints have: without any of these rows may be orders, incidents, people. */
const OF_COMPLAINTS: ReadonlySet<string> = new Set([
  'complaint_no',
  'occurred_at',
  'failure_group',
  'failure_mode',
  'failure_part',
  'fault_type',
  'description',
  'category',
  'severity',
  'status',
  'disposition',
  'diagnosis',
  'finding',
  'cause_class',
  'responsibility',
]);

/** Whether rows are taken for complaints although nothing in them tells of a ticket, a fault or a remedy. */
export function areHardlyComplaints(dataset: Dataset, columns: readonly Recognised[]): boolean {
  const tells = ({ target, confidence, sample }: Recognised) =>
    OF_COMPLAINTS.has(target ?? '') && confidence >= SURE_COLUMN && sample.cells.length > 0;
  return dataset === 'complaint' && !columns.some(tells);
}

/** The dataset with most points and how sure that is, 0…1: many points, and clearly more than any other has. */
export function likelyDataset(points: Readonly<Record<Dataset, number>>): {
  dataset: Dataset;
  confidence: number;
} {
  const dataset = DATASETS.reduce((best, other) => (points[other] > points[best] ? other : best));
  const most = points[dataset];
  const next = Math.max(...DATASETS.filter((other) => other !== dataset).map((other) => points[other]));
  const lead = most === 0 ? 0 : (most - next) / most;
  const confidence = Math.min(1, most / ENOUGH) * Math.min(1, TIE + ((1 - TIE) * lead) / CLEAR_LEAD);
  return { dataset, confidence };
}

function weightOf(dataset: Dataset, target: string | null, confidence: number): number {
  if (target === null || target.startsWith(EXTRA_PREFIX)) return 0;
  if (confidence < CLEAR) return OF_SEVERAL;
  return TELLING[dataset][target] ?? (SHARED.has(target) ? OF_SEVERAL : ORDINARY);
}
