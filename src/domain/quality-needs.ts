import type { Dataset } from './columns';

/** What an analysis needs of each row: at least one of these columns filled. */
export interface Need {
  /** Names the sentence that says what is lost: `quality.need.<id>`. */
  readonly id: string;
  readonly columns: readonly string[];
  /** Columns that stand in where another list is there. */
  readonly orWith?: { readonly dataset: Dataset; readonly columns: readonly string[] };
  /** How much of the analysis a row without it is lost for, 0…1. */
  readonly weight: number;
}

/**
 * What the screens ask of each list. Of complaints the share lost is counted over quality complaints, of shipments over units, of the
 * others over rows.
 */
export const NEEDS: Readonly<Record<Dataset, readonly Need[]>> = {
  complaint: [
    { id: 'model', columns: ['model'], weight: 1 },
    { id: 'failure', columns: ['failure_mode'], weight: 0.9 },
    {
      id: 'trace',
      columns: ['batch_no'],
      orWith: { dataset: 'serial', columns: ['serial_no'] },
      weight: 0.9,
    },
    { id: 'age', columns: ['purchased_at', 'activated_at', 'delivered_at'], weight: 0.6 },
    { id: 'cause', columns: ['cause_class'], weight: 0.4 },
    { id: 'category', columns: ['category'], weight: 0.3 },
    { id: 'region', columns: ['region'], weight: 0.3 },
    { id: 'severity', columns: ['severity'], weight: 0.3 },
    { id: 'unit', columns: ['serial_no'], weight: 0.25 },
    { id: 'response', columns: ['responded_at'], weight: 0.2 },
    { id: 'text', columns: ['description'], weight: 0.2 },
    { id: 'money', columns: ['cost'], weight: 0.1 },
  ],
  shipment: [
    { id: 'shippedModel', columns: ['model'], weight: 1 },
    { id: 'shippedBatch', columns: ['batch_no'], weight: 0.9 },
    { id: 'shippedRegion', columns: ['region'], weight: 0.2 },
    { id: 'destination', columns: ['destination_kind'], weight: 0.2 },
    { id: 'packaging', columns: ['packaging_version'], weight: 0.1 },
  ],
  batch: [
    { id: 'built', columns: ['produced_at'], weight: 0.9 },
    { id: 'builtModel', columns: ['model'], weight: 0.5 },
    { id: 'line', columns: ['line'], weight: 0.4 },
    { id: 'builtQty', columns: ['qty'], weight: 0.4 },
    { id: 'revision', columns: ['document_revision'], weight: 0.1 },
  ],
  material_lot: [
    { id: 'lotSupplier', columns: ['supplier'], weight: 0.9 },
    { id: 'part', columns: ['part_no', 'part_name', 'part_family'], weight: 0.6 },
    { id: 'lotReceived', columns: ['received_at'], weight: 0.5 },
  ],
  consumption: [
    { id: 'parent', columns: ['parent'], weight: 0.6 },
    { id: 'usedAt', columns: ['at'], weight: 0.3 },
    { id: 'usedQty', columns: ['qty'], weight: 0.2 },
  ],
  serial: [
    { id: 'serialBatch', columns: ['batch_no'], weight: 0.9 },
    { id: 'serialShipped', columns: ['shipped_at'], weight: 0.1 },
  ],
  stock: [
    { id: 'stockOf', columns: ['batch_no', 'lot_no'], weight: 0.9 },
    { id: 'place', columns: ['place'], weight: 0.4 },
    { id: 'stockStatus', columns: ['stock_status'], weight: 0.4 },
    { id: 'stockDay', columns: ['as_of'], weight: 0.3 },
  ],
  returned_item: [
    { id: 'returnOf', columns: ['complaint_no', 'serial_no'], weight: 0.8 },
    { id: 'returnFinding', columns: ['finding'], weight: 0.5 },
    { id: 'returnArrived', columns: ['received_at'], weight: 0.3 },
  ],
  inspection: [
    { id: 'inspectedOf', columns: ['batch_no', 'lot_no', 'line'], weight: 0.7 },
    { id: 'inspectedQty', columns: ['inspected_qty'], weight: 0.7 },
    { id: 'stage', columns: ['stage'], weight: 0.4 },
  ],
  change: [
    { id: 'changeText', columns: ['text'], weight: 0.6 },
    { id: 'changeKind', columns: ['kind'], weight: 0.3 },
  ],
};
