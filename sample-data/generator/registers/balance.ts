import { sumOf } from '../chapter';
import { FROM } from '../factory';
import type { Run } from '../run';
import type { Books } from './books';

/** Where every kettle that was built is: `built` is the sum of the others. */
export interface Balance {
  readonly built: number;
  readonly shipped: number;
  /** Left before the register of shipments begins. */
  readonly shippedBeforeRegister: number;
  readonly inStock: number;
  readonly inTransit: number;
  readonly onHold: number;
  readonly wip: number;
  readonly scrapped: number;
}

export function balanceOf({ world, shipments }: Run, { stock }: Books): Balance {
  const kettles = new Set<string | null>(world.batches.map(({ batchNo }) => batchNo));
  const lies = (status: Books['stock'][number]['status']) =>
    sumOf(stock, (row) => (row.status === status && kettles.has(row.batchNo) ? row.qty : 0));
  return {
    built: sumOf(world.batches, ({ qty }) => qty),
    shipped: sumOf(shipments, ({ shippedOn, qty }) => (shippedOn >= FROM ? qty : 0)),
    shippedBeforeRegister: sumOf(shipments, ({ shippedOn, qty }) => (shippedOn < FROM ? qty : 0)),
    inStock: lies('in_stock'),
    inTransit: lies('in_transit'),
    onHold: lies('on_hold'),
    wip: lies('wip'),
    scrapped: lies('scrapped'),
  };
}
