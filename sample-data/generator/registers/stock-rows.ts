import { dayOfMinute, isoDay } from '../calendar';
import { AS_OF, WAREHOUSES } from '../factory';
import type { Batch } from '../production';
import { streams } from '../random';
import type { Run } from '../run';
import { heldBatches } from '../stories/terminal';
import { type Column, type Register, register } from './register';
import { REGISTER_WORDS } from './words';

type StockStatus = keyof typeof REGISTER_WORDS.stock_status;

/** What lies somewhere on the day of the export. */
export interface StockRow {
  readonly batchNo: string | null;
  readonly lotNo: string | null;
  readonly place: string;
  readonly status: StockStatus;
  readonly qty: number;
}

const COLUMNS: readonly Column<StockRow>[] = [
  { canonical: 'as_of', header: '库存日期', text: () => isoDay(dayOfMinute(AS_OF)) },
  { canonical: 'batch_no', header: '生产批次号', text: (s) => s.batchNo ?? '' },
  { canonical: 'lot_no', header: '物料批号', text: (s) => s.lotNo ?? '' },
  { canonical: 'place', header: '库位', text: (s) => s.place },
  { canonical: 'stock_status', header: '库存状态', text: (s) => REGISTER_WORDS.stock_status[s.status] },
  { canonical: 'qty', header: '库存数量', text: (s) => String(s.qty) },
];

/** A batch is on the line for this long. */
const RUN_DAYS = 2;
const SCRAP_YARD = '报废区';

/** Kettles that have not left, assemblies and material that were not used, and what was scrapped of each. */
export function stockRows(run: Run): StockRow[] {
  const { genealogy } = run.world;
  return [
    ...finishedGoods(run),
    ...genealogy.subBatches.flatMap(({ batchNo, left, scrapped }) => [
      { batchNo, lotNo: null, place: '半成品库', status: 'in_stock' as const, qty: left },
      { batchNo, lotNo: null, place: SCRAP_YARD, status: 'scrapped' as const, qty: scrapped },
    ]),
    ...genealogy.lots.flatMap(({ lotNo, left, scrapped }) => [
      { batchNo: null, lotNo, place: '原料库', status: 'in_stock' as const, qty: left },
      { batchNo: null, lotNo, place: SCRAP_YARD, status: 'scrapped' as const, qty: scrapped },
    ]),
  ].filter(({ qty }) => qty > 0);
}

function finishedGoods({ options, world, shipments }: Run): StockRow[] {
  const shipped = new Map<Batch, number>();
  for (const { batch, qty } of shipments) shipped.set(batch, (shipped.get(batch) ?? 0) + qty);
  const held = new Set(heldBatches(world.genealogy));
  const open = streams(options.seed, 'stock');
  return world.batches.flatMap((batch, number) => {
    const { batchNo, qty, scrapped } = batch;
    const random = open(number);
    const rest = qty - scrapped - (shipped.get(batch) ?? 0);
    const here = held.has(batch)
      ? { place: '隔离区', status: 'on_hold' as const }
      : placeOf(batch, random.uniform(), random.pick(WAREHOUSES));
    return [
      { batchNo, lotNo: null, ...here, qty: rest },
      { batchNo, lotNo: null, place: SCRAP_YARD, status: 'scrapped', qty: scrapped },
    ];
  });
}

function placeOf(batch: Batch, chance: number, warehouse: string): Pick<StockRow, 'place' | 'status'> {
  if (batch.builtOn >= dayOfMinute(AS_OF) - RUN_DAYS) return { place: '总装车间', status: 'wip' };
  return chance < 0.12 ? { place: `发往${warehouse}`, status: 'in_transit' } : { place: warehouse, status: 'in_stock' };
}

export function stockRegister(rows: readonly StockRow[]): Register {
  return register('stock.xlsx', 'stock', COLUMNS, rows);
}
