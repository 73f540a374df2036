import { isoDay } from './calendar';
import { FROM } from './factory';
import { type Column, type Register, register } from './registers/register';
import type { Shipment } from './shipments';
import { WORDS } from './words';

const COLUMNS: readonly Column<Shipment>[] = [
  { canonical: 'shipped_at', header: '出货日期', text: (s) => isoDay(s.shippedOn) },
  { canonical: 'batch_no', header: '生产批次号', text: (s) => s.batch.batchNo },
  { canonical: 'model', header: '产品型号', text: (s) => s.batch.model.name },
  { canonical: 'product_family', header: '产品系列', text: (s) => s.batch.model.family.name },
  { canonical: 'qty', header: '出货数量', text: (s) => String(s.qty) },
  { canonical: 'customer', header: '客户', text: (s) => s.customer },
  { canonical: 'region', header: '省份', text: (s) => s.region },
  { canonical: 'carrier', header: '承运商', text: (s) => s.carrier },
  { canonical: 'warehouse', header: '发货仓库', text: (s) => s.warehouse },
  { canonical: 'packaging_version', header: '包装版本', text: (s) => s.packaging },
  { canonical: 'sale_channel', header: '销售渠道', text: (s) => WORDS.sale_channel[s.saleChannel] },
  { canonical: 'destination_kind', header: '收货方类型', text: (s) => WORDS.destination_kind[s.destination] },
];

/** Shipments that are exported: those since the register began. */
export function exported(shipments: readonly Shipment[]): Shipment[] {
  return shipments.filter(({ shippedOn }) => shippedOn >= FROM);
}

export function shipmentRegister(shipped: readonly Shipment[]): Register {
  return register('shipments.csv', 'shipment', COLUMNS, shipped);
}
