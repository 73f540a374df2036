import type { Code } from '../../src/domain/vocabulary';
import { dayOfMinute } from './calendar';
import { among, lognormal } from './distributions';
import { AS_OF, CARRIERS, CUSTOMERS, type Destination, packagingOn, WAREHOUSES } from './factory';
import { anyProvince } from './places';
import type { Batch } from './production';
import { type Random, streams } from './random';

/** Units of one batch that left together. */
export interface Shipment {
  /** Position in order of building: the address of its random numbers, whatever else is generated. */
  readonly index: number;
  readonly batch: Batch;
  readonly shippedOn: number;
  readonly qty: number;
  readonly destination: Destination;
  readonly customer: string;
  /** Province of the receiver. */
  readonly region: string;
  readonly carrier: string;
  readonly warehouse: string;
  readonly packaging: string;
  readonly saleChannel: Code<'sale_channel'>;
}

const destination = among<Destination>(['end_customer', 0.24], ['platform_warehouse', 0.48], ['dealer', 0.28]);

const saleChannel = {
  end_customer: among<Code<'sale_channel'>>(['online_own', 0.7], ['direct', 0.3]),
  platform_warehouse: among<Code<'sale_channel'>>(['online_platform', 1]),
  dealer: among<Code<'sale_channel'>>(['dealer', 0.7], ['retail', 0.3]),
} as const;

const daysInFactory = lognormal(9, 0.55);

/** Everything that left the factory until the files were exported, in order of shipping. */
export function shipments(seed: number, built: readonly Batch[]): Shipment[] {
  const plan = streams(seed, 'shipments');
  const shipped: Shipment[] = [];
  let index = 0;
  built.forEach((batch, number) => {
    const random = plan(number);
    for (const qty of parts(batch.qty, 4 + random.below(4), random))
      shipped.push(shipment(index++, batch, qty, random));
  });
  return shipped
    .filter(({ shippedOn }) => shippedOn <= dayOfMinute(AS_OF))
    .sort((a, b) => a.shippedOn - b.shippedOn || a.index - b.index);
}

function shipment(index: number, batch: Batch, qty: number, random: Random): Shipment {
  const to = destination(random);
  const shippedOn = batch.builtOn + 2 + Math.floor(daysInFactory(random));
  const customer = random.pick(CUSTOMERS[to]);
  return {
    index,
    batch,
    shippedOn,
    qty,
    destination: to,
    customer: customer.name,
    region: customer.region ?? anyProvince(random),
    carrier: random.pick(CARRIERS),
    warehouse: random.pick(WAREHOUSES),
    packaging: packagingOn(shippedOn),
    saleChannel: saleChannel[to](random),
  };
}

/** A quantity in whole parts of uneven size, none of them zero. */
function parts(qty: number, count: number, random: Random): number[] {
  const weights = Array.from({ length: count }, () => 0.4 + random.uniform());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = qty;
  return weights
    .map((weight, index) => {
      const part = index === count - 1 ? rest : Math.min(rest, Math.round((qty * weight) / total));
      rest -= part;
      return part;
    })
    .filter((part) => part > 0);
}
