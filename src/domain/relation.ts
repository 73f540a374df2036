import type { Dataset } from './columns';

/** What can be wrong between the rows of two lists, or within one. */
export const RELATION_KINDS = [
  'orphanBatch',
  'orphanSerial',
  'orphanLot',
  'orphanParent',
  'orphanChild',
  'orphanComplaint',
  'ownParent',
  'invertedRange',
  'overlappingRange',
  'moreThanBuilt',
  'lessThanBuilt',
  'shippedBeforeBuilt',
  'consumedBeforeReceived',
  'complainedBeforeBuilt',
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** One check: what is asked of every row of a dataset that says enough to be asked. */
export interface RelationCheck {
  readonly kind: RelationKind;
  /** Whose rows are looked at. */
  readonly dataset: Dataset;
  /** The datasets that it compares; without rows in each it is not asked. */
  readonly needs: readonly Dataset[];
}

/** Every check, in the order in which people read them: who is unknown, what is impossible, what does not add up. */
export const RELATION_CHECKS: readonly RelationCheck[] = [
  { kind: 'orphanBatch', dataset: 'complaint', needs: ['complaint', 'batch'] },
  { kind: 'orphanBatch', dataset: 'shipment', needs: ['shipment', 'batch'] },
  { kind: 'orphanBatch', dataset: 'serial', needs: ['serial', 'batch'] },
  { kind: 'orphanBatch', dataset: 'stock', needs: ['stock', 'batch'] },
  { kind: 'orphanBatch', dataset: 'inspection', needs: ['inspection', 'batch'] },
  { kind: 'orphanBatch', dataset: 'change', needs: ['change', 'batch'] },
  { kind: 'orphanSerial', dataset: 'complaint', needs: ['complaint', 'serial'] },
  { kind: 'orphanSerial', dataset: 'returned_item', needs: ['returned_item', 'serial'] },
  { kind: 'orphanLot', dataset: 'stock', needs: ['stock', 'material_lot'] },
  { kind: 'orphanLot', dataset: 'inspection', needs: ['inspection', 'material_lot'] },
  { kind: 'orphanParent', dataset: 'consumption', needs: ['consumption', 'batch'] },
  { kind: 'orphanChild', dataset: 'consumption', needs: ['consumption', 'material_lot'] },
  { kind: 'orphanComplaint', dataset: 'returned_item', needs: ['returned_item', 'complaint'] },
  { kind: 'ownParent', dataset: 'consumption', needs: ['consumption'] },
  { kind: 'invertedRange', dataset: 'serial', needs: ['serial'] },
  { kind: 'overlappingRange', dataset: 'serial', needs: ['serial'] },
  { kind: 'shippedBeforeBuilt', dataset: 'shipment', needs: ['shipment', 'batch'] },
  { kind: 'consumedBeforeReceived', dataset: 'consumption', needs: ['consumption', 'material_lot'] },
  { kind: 'complainedBeforeBuilt', dataset: 'complaint', needs: ['complaint', 'batch'] },
  { kind: 'moreThanBuilt', dataset: 'batch', needs: ['batch', 'shipment'] },
  { kind: 'lessThanBuilt', dataset: 'batch', needs: ['batch', 'shipment', 'stock'] },
];
