import type { Code } from '../../src/domain/vocabulary';
import { dayOfMinute } from './calendar';
import { among, lognormal } from './distributions';
import { AS_OF, CARRIER_CHANGED_ON, CARRIERS, CUSTOMERS, type Destination, packagingOn, WAREHOUSES } from './factory';
import { anyProvince } from './places';
import type { Batch } from './production';
import { type Random, streams } from './random';
import { TERMINAL_LOT } from './stories/terminal';
import { BROKEN_GLASS } from './stories/transport';

/** Units of one batch that left together. */
export interface Shipment {
  /** Position in order of building: the address of its random numbers, whatever else is generated. */
  readonly index: number;
  readonly batch: Batch;
  readonly shippedOn: number;
  /** Number of the first unit within the batch; the others follow it. */
  readonly firstUnit: number;
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

/** Later than any export: what is on hold has not left. */
const NEVER = dayOfMinute(AS_OF) + 10_000;

/**
 * Everything that left the factory until the files were exported, in order of shipping.
 * @param held batches that were put on hold in stock; the first of them leaves all the same, later
 */
export function shipments(seed: number, built: readonly Batch[], held: readonly Batch[]): Shipment[] {
  const plan = streams(seed, 'shipments');
  const shipped: Shipment[] = [];
  let index = 0;
  built.forEach((batch, number) => {
    const random = plan(number);
    const atHold = held.indexOf(batch);
    let firstUnit = 1;
    const quantities = parts(batch.qty - batch.scrapped, 4 + random.below(4), random);
    quantities.forEach((qty, nth) => {
      const days = 2 + Math.floor(daysInFactory(random));
      shipped.push(shipment(index++, batch, leavesOn(batch.builtOn + days, atHold, nth), firstUnit, qty, random));
      firstUnit += qty;
    });
  });
  return shipped
    .filter(({ shippedOn }) => shippedOn <= dayOfMinute(AS_OF))
    .sort((a, b) => a.shippedOn - b.shippedOn || a.index - b.index);
}

/** Of a held batch the first part had left before the hold and the rest stays; the first held batch leaves whole, against the hold. */
function leavesOn(usual: number, atHold: number, part: number): number {
  if (atHold < 0) return usual;
  if (atHold === 0) return TERMINAL_LOT.releasedOn + part;
  return part === 0 ? Math.min(usual, TERMINAL_LOT.heldFrom - 1) : NEVER;
}

function shipment(
  index: number,
  batch: Batch,
  shippedOn: number,
  firstUnit: number,
  qty: number,
  random: Random,
): Shipment {
  const to = destination(random);
  const customer = random.pick(CUSTOMERS[to]);
  const home = customer.region ?? anyProvince(random);
  const warehouse = random.pick(WAREHOUSES);
  const carrier = carrierFrom(warehouse, shippedOn)(random);
  const usual = {
    index,
    batch,
    shippedOn,
    firstUnit,
    qty,
    destination: to,
    customer: customer.name,
    region: home,
    carrier,
    warehouse,
    packaging: packagingOn(shippedOn),
    saleChannel: saleChannel[to](random),
  };
  return inOldCartons(usual) ? { ...usual, ...OLD_CARTONS } : usual;
}

const usualCarrier = among(...CARRIERS.map((carrier) => [carrier, 1] as const));
const beforeChange = among(
  ...CARRIERS.filter((carrier) => carrier !== BROKEN_GLASS.carrier).map((carrier) => [carrier, 1] as const),
);
const afterChange = among(...CARRIERS.map((carrier) => [carrier, carrier === BROKEN_GLASS.carrier ? 5 : 1] as const));

/** The southern warehouse has no use of one carrier before the change, and hardly another after it. */
function carrierFrom(warehouse: string, shippedOn: number) {
  if (warehouse !== BROKEN_GLASS.warehouse) return usualCarrier;
  return shippedOn < CARRIER_CHANGED_ON ? beforeChange : afterChange;
}

const OLD_CARTONS = {
  customer: BROKEN_GLASS.oldCartons.dealer,
  region: dealerRegion(BROKEN_GLASS.oldCartons.dealer),
  carrier: BROKEN_GLASS.carrier,
  warehouse: BROKEN_GLASS.warehouse,
  packaging: BROKEN_GLASS.oldCartons.packaging,
};

function dealerRegion(name: string): string {
  return CUSTOMERS.dealer.find((dealer) => dealer.name === name)?.region ?? '';
}

/** For the 618 one dealer takes the glass kettles that dealers order in the south and centre, and packs them in cartons of his store. */
function inOldCartons({ batch, shippedOn, destination: to, warehouse }: Shipment): boolean {
  const { from, until } = BROKEN_GLASS.oldCartons;
  return (
    batch.model.family.id === BROKEN_GLASS.family &&
    to === 'dealer' &&
    warehouse !== WAREHOUSES[2] &&
    shippedOn >= from &&
    shippedOn < until
  );
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
