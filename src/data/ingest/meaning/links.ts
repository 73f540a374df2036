import type { Dataset } from '../../../domain/columns';

/** Columns that link a list to the others: without any of a group it can hardly be used. Named by the group's first. */
const LINKS: Readonly<Partial<Record<Dataset, readonly (readonly string[])[]>>> = {
  batch: [['batch_no']],
  material_lot: [['lot_no']],
  consumption: [['child'], ['parent', 'line']],
  serial: [['serial_no', 'serial_from'], ['batch_no']],
  stock: [['batch_no', 'lot_no']],
};

/** The first column of each group of links that a list has nothing of. */
export function lackingLinks(dataset: Dataset, has: (target: string) => boolean): string[] {
  return (LINKS[dataset] ?? []).flatMap((group) => (group.some(has) ? [] : (group[0] ?? [])));
}
