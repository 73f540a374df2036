import { daysToPurchase } from '../arrivals';
import { dayOfMinute, isoDay } from '../calendar';
import { AS_OF, FROM } from '../factory';
import type { Batch } from '../production';
import { streams } from '../random';
import type { Run } from '../run';
import { serialOf } from '../serials';
import type { Shipment } from '../shipments';
import { type Column, type Register, register } from './register';

/** All units of a batch. */
export interface SerialRange {
  readonly from: string;
  readonly to: string;
  readonly batchNo: string;
}

/** One unit. */
export interface SerialRow {
  readonly serialNo: string;
  readonly batchNo: string;
  readonly shippedOn: number | null;
  /** When its owner registered it in the app. */
  readonly activatedOn: number | null;
}

const RANGE_COLUMNS: readonly Column<SerialRange>[] = [
  { canonical: 'serial_from', header: '起始序列号', text: (r) => r.from },
  { canonical: 'serial_to', header: '截止序列号', text: (r) => r.to },
  { canonical: 'batch_no', header: '生产批次号', text: (r) => r.batchNo },
];

const orBlank = (on: number | null) => (on === null ? '' : isoDay(on));
const ROW_COLUMNS: readonly Column<SerialRow>[] = [
  { canonical: 'serial_no', header: '序列号', text: (r) => r.serialNo },
  { canonical: 'batch_no', header: '生产批次号', text: (r) => r.batchNo },
  { canonical: 'shipped_at', header: '出货日期', text: (r) => orBlank(r.shippedOn) },
  { canonical: 'activated_at', header: '激活日期', text: (r) => orBlank(r.activatedOn) },
];

const REGISTERED = 0.7;

/** Units are known one by one for the smart family, since the register began. */
function isSingle({ model, builtOn }: Batch): boolean {
  return model.family.serials && builtOn >= FROM;
}

export function serialRanges({ world }: Run): SerialRange[] {
  return world.batches
    .filter((batch) => !isSingle(batch))
    .map((batch) => ({ from: serialOf(batch, 1), to: serialOf(batch, batch.qty), batchNo: batch.batchNo }));
}

/**
 * Units of the smart family that were not scrapped.
 * @param purchases day on which a complained unit was bought, by serial; null where its tickets disagree
 */
export function serialRows(
  { options, world, shipments }: Run,
  purchases: ReadonlyMap<string, number | null>,
): SerialRow[] {
  const left = new Map<Batch, Shipment[]>();
  for (const shipment of shipments) left.set(shipment.batch, [...(left.get(shipment.batch) ?? []), shipment]);
  const open = streams(options.seed, 'activations');
  return world.batches.flatMap((batch, number) => {
    if (!isSingle(batch)) return [];
    const units: SerialRow[] = [];
    for (let unit = 1; unit <= batch.qty - batch.scrapped; unit++) {
      const serialNo = serialOf(batch, unit);
      const shipment = left.get(batch)?.find(({ firstUnit, qty }) => unit >= firstUnit && unit < firstUnit + qty);
      const random = open(number, unit);
      const registered = random.chance(REGISTERED);
      const bought =
        shipment === undefined
          ? null
          : (purchases.get(serialNo) ??
            shipment.shippedOn + Math.floor(daysToPurchase[shipment.destination](random)) + random.below(4));
      const known = registered && purchases.get(serialNo) !== null && bought !== null && bought <= dayOfMinute(AS_OF);
      units.push({
        serialNo,
        batchNo: batch.batchNo,
        shippedOn: shipment?.shippedOn ?? null,
        activatedOn: known ? bought : null,
      });
    }
    return units;
  });
}

export function rangeRegister(rows: readonly SerialRange[]): Register {
  return register('serial-ranges.csv', 'serial', RANGE_COLUMNS, rows);
}

export function serialRegister(rows: readonly SerialRow[]): Register {
  return register(
    'serials-smart.csv',
    'serial',
    ROW_COLUMNS,
    rows,
    rows.length - new Set(rows.map(({ serialNo }) => serialNo)).size,
  );
}
