import type { Arrival } from './arrivals';
import { dayOfMinute, isoMonth } from './calendar';
import { standingOf } from './counting';
import type { Shipment } from './shipments';
import type { Ticket } from './ticket';

export interface Counts {
  tickets: number;
  reported: number;
  quality: number;
  confirmed: number;
  safety: number;
  notJudged: number;
  /** Units shipped; only where there is such a thing. */
  shipped: number;
}

/** Counts of accepted tickets along one attribute. */
export class Tally {
  private readonly groups = new Map<string, Counts>();

  add(name: string, ticket: Ticket): void {
    const counts = this.of(name);
    const standing = standingOf(ticket);
    counts.tickets++;
    for (const measure of ['reported', 'quality', 'confirmed', 'safety', 'notJudged'] as const)
      if (standing[measure]) counts[measure]++;
  }

  ship(name: string, qty: number): void {
    this.of(name).shipped += qty;
  }

  /** Groups in order of their names. */
  rows(): [name: string, counts: Counts][] {
    return [...this.groups].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private of(name: string): Counts {
    const known = this.groups.get(name);
    if (known !== undefined) return known;
    const fresh = { tickets: 0, reported: 0, quality: 0, confirmed: 0, safety: 0, notJudged: 0, shipped: 0 };
    this.groups.set(name, fresh);
    return fresh;
  }
}

/** Everything that the truth counts over accepted tickets and exported shipments. */
export class Tallies {
  readonly total = new Tally();
  readonly months = new Tally();
  readonly models = new Tally();
  readonly failureModes = new Tally();
  /** Tickets that name no failure mode, by the one that it was. */
  readonly freeText = new Tally();
  /** Tickets with a batch that was shipped before the register of shipments begins. */
  shippedBefore = 0;

  constructor(private readonly exportedFrom: number) {}

  add(ticket: Ticket, { shipment, cast }: Arrival): void {
    this.total.add('', ticket);
    this.months.add(isoMonth(dayOfMinute(ticket.receivedAt)), ticket);
    this.models.add(ticket.model, ticket);
    if (ticket.failureMode !== null) this.failureModes.add(ticket.failureMode, ticket);
    const { failure } = cast.problem;
    if (ticket.failureMode === null && failure !== undefined) this.freeText.add(failure.mode, ticket);
    if (ticket.batchNo !== null && shipment.shippedOn < this.exportedFrom) this.shippedBefore++;
  }

  ship({ shippedOn, qty, batch }: Shipment): void {
    this.total.ship('', qty);
    this.months.ship(isoMonth(shippedOn), qty);
    this.models.ship(batch.model.name, qty);
  }
}
