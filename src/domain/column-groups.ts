import { type Dataset, SCHEMAS } from './columns';

export type ColumnGroup =
  | 'identity'
  | 'times'
  | 'source'
  | 'customer'
  | 'product'
  | 'problem'
  | 'judgement'
  | 'outcome'
  | Exclude<Dataset, 'complaint'>;

/** First column of each group, in the order of the catalogue. */
const BEGINNINGS: Readonly<Record<Dataset, readonly (readonly [first: string, group: ColumnGroup])[]>> = {
  complaint: [
    ['complaint_no', 'identity'],
    ['occurred_at', 'times'],
    ['channel', 'source'],
    ['customer_name', 'customer'],
    ['model', 'product'],
    ['failure_group', 'problem'],
    ['cause_class', 'judgement'],
    ['demand', 'outcome'],
  ],
  shipment: [['shipped_at', 'shipment']],
  batch: [['batch_no', 'batch']],
  material_lot: [['lot_no', 'material_lot']],
  consumption: [['parent', 'consumption']],
  serial: [['serial_no', 'serial']],
  stock: [['batch_no', 'stock']],
  returned_item: [['return_no', 'returned_item']],
  inspection: [['stage', 'inspection']],
  change: [['change_no', 'change']],
};

/** The canonical columns of a dataset in groups, for choosing. */
export function columnGroups(dataset: Dataset): { readonly group: ColumnGroup; readonly columns: readonly string[] }[] {
  const names = SCHEMAS[dataset].columns.map(({ name }) => name);
  const beginnings = BEGINNINGS[dataset].map(([first, group]) => ({ at: names.indexOf(first), group }));
  return beginnings.map(({ at, group }, index) => ({ group, columns: names.slice(at, beginnings[index + 1]?.at) }));
}
