import { DATASETS, type Dataset, EXTRA_PREFIX } from '../../../domain/columns';

/** How much a recognised column tells of its dataset; what both datasets have tells little. Other columns of a dataset count `ORDINARY`. */
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
};
const ORDINARY = 0.75;
const SHARED = new Set([
  'batch_no',
  'model',
  'product_family',
  'region',
  'city',
  'shipped_at',
  'customer_name',
  'customer_contact',
  'order_no',
  'price_paid',
  'evidence',
]);
const OF_BOTH = 0.25;
/** A column recognised less surely than this (called just "date" or "id") tells no more than what both datasets have. */
const CLEAR = 0.76;
/** Points at which a dataset is beyond doubt. */
const ENOUGH = 2.5;
/** A list without quantities is hardly a list of shipments. */
const WITHOUT_QTY = 0.4;

/** Below this the user is asked what the file is. */
export const SURE_OF_DATASET = 0.4;

interface Recognised {
  readonly target: string | null;
  readonly confidence: number;
}

/** How much a reading of the columns speaks for its dataset, in points. */
export function datasetPoints(dataset: Dataset, columns: readonly Recognised[]): number {
  const points = columns.reduce(
    (sum, { target, confidence }) => sum + confidence * weightOf(dataset, target, confidence),
    0,
  );
  return dataset === 'shipment' && !columns.some(({ target }) => target === 'qty') ? points * WITHOUT_QTY : points;
}

/** The dataset with most points and how sure that is, 0…1: many points, and more than the other has. */
export function likelyDataset(points: Readonly<Record<Dataset, number>>): { dataset: Dataset; confidence: number } {
  const all = DATASETS.reduce((sum, dataset) => sum + points[dataset], 0);
  const dataset = DATASETS.reduce((best, other) => (points[other] > points[best] ? other : best));
  const confidence = all === 0 ? 0 : Math.min(1, points[dataset] / ENOUGH) * (points[dataset] / all);
  return { dataset, confidence };
}

function weightOf(dataset: Dataset, target: string | null, confidence: number): number {
  if (target === null || target.startsWith(EXTRA_PREFIX)) return 0;
  if (confidence < CLEAR) return OF_BOTH;
  return TELLING[dataset][target] ?? (SHARED.has(target) ? OF_BOTH : ORDINARY);
}
