import { isoDay } from '../calendar';
import type { Run } from '../run';
import type { Lot, Use } from '../supply/lot';
import { type Column, type Register, register } from './register';
import { REGISTER_WORDS } from './words';

const LOT_COLUMNS: readonly Column<Lot>[] = [
  { canonical: 'lot_no', header: '物料批号', text: (l) => l.lotNo },
  { canonical: 'part_no', header: '物料编码', text: (l) => l.part.no },
  { canonical: 'part_name', header: '物料名称', text: (l) => l.part.name },
  { canonical: 'part_family', header: '物料类别', text: (l) => l.part.family },
  { canonical: 'supplier', header: '供应商', text: (l) => l.supplier },
  { canonical: 'received_at', header: '到货日期', text: (l) => isoDay(l.receivedOn) },
  { canonical: 'qty', header: '到货数量', text: (l) => String(l.qty) },
  { canonical: 'iqc_result', header: '来料检验结果', text: (l) => REGISTER_WORDS.iqc_result[l.accepted] },
];

const USE_COLUMNS: readonly Column<Use>[] = [
  { canonical: 'parent', header: '父批次', text: (u) => u.parent ?? '' },
  { canonical: 'child', header: '投料批次', text: (u) => u.child },
  { canonical: 'qty', header: '投料数量', text: (u) => String(u.qty) },
  { canonical: 'at', header: '投料日期', text: (u) => isoDay(u.on) },
  { canonical: 'line', header: '产线', text: (u) => u.line },
];

/** Deliveries in order of receipt. */
export function lotRows({ world }: Run): Lot[] {
  return [...world.genealogy.lots].sort((a, b) => a.receivedOn - b.receivedOn || (a.lotNo < b.lotNo ? -1 : 1));
}

/** What was put into what, in order of time. */
export function consumptionRows({ world }: Run): Use[] {
  return [...world.genealogy.uses].sort(
    (a, b) => a.on - b.on || compare(a.parent ?? '', b.parent ?? '') || compare(a.child, b.child),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function lotRegister(rows: readonly Lot[]): Register {
  return register('material-lots.csv', 'material_lot', LOT_COLUMNS, rows);
}

export function consumptionRegister(rows: readonly Use[]): Register {
  return register('consumption.csv', 'consumption', USE_COLUMNS, rows);
}
