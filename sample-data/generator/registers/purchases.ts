import type { Arrival } from '../arrivals';
import type { Ticket } from '../ticket';

/** When the units that tickets name one by one were bought. */
export class Purchases {
  /** Day by serial; null where the tickets of a unit disagree. */
  readonly bySerial = new Map<string, number | null>();

  add({ serialNo }: Ticket, { shipment, purchasedOn }: Arrival): void {
    if (serialNo === null || !shipment.batch.model.family.serials) return;
    const known = this.bySerial.get(serialNo);
    this.bySerial.set(serialNo, known === undefined || known === purchasedOn ? purchasedOn : null);
  }
}
