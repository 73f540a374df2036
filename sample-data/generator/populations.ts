import type { Arrival } from './arrivals';
import { dayOfMinute } from './calendar';
import { Counter, rounded, sumOf } from './chapter';
import { expectationOf } from './expected';
import { AS_OF, FROM } from './factory';
import type { Cast, Run } from './run';
import { exported } from './shipment-file';
import type { Shipment } from './shipments';
import type { Ticket } from './ticket';

/** One group of units that the register of shipments holds, and what came of it. */
export interface Population {
  readonly group: string;
  readonly units: number;
  /** Tickets per 1000 units over their life, on average over all histories. */
  readonly perThousand: number;
  /** Tickets until the files were exported, on average over all histories. */
  readonly expected: number;
  /** Accepted tickets of this history. */
  readonly observed: number;
  /** Those of them that name the failure mode. */
  readonly observedCoded: number;
  /** Those of them that name the batch. */
  readonly observedWithBatch: number;
}

/** Counts the tickets of a problem by groups of shipments, beside what was to be expected. */
export class Populations {
  private readonly seen = new Counter();

  /** @param groupOf name of the group; undefined where a shipment is in none */
  constructor(private readonly groupOf: (shipment: Shipment) => string | undefined) {}

  add(ticket: Ticket, { shipment }: Arrival): void {
    const group = this.groupOf(shipment);
    if (group === undefined || shipment.shippedOn < FROM) return;
    this.seen.add(group);
    if (ticket.failureMode !== null) this.seen.add(`${group}/coded`);
    if (ticket.batchNo !== null) this.seen.add(`${group}/withBatch`);
  }

  /** Every group in order of its name. */
  told(run: Run, cast: Cast): Population[] {
    const expect = expectationOf(run, cast);
    const groups = new Map<string, Shipment[]>();
    for (const shipment of exported(run.shipments)) {
      const group = this.groupOf(shipment);
      if (group === undefined) continue;
      const members = groups.get(group) ?? [];
      members.push(shipment);
      groups.set(group, members);
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, own]) => {
        const units = sumOf(own, ({ qty }) => qty);
        return {
          group,
          units,
          perThousand: rounded(sumOf(own, (one) => one.qty * cast.problem.perThousand(one)) / units, 3),
          expected: rounded(expect(own, FROM, dayOfMinute(AS_OF) + 1), 1),
          observed: this.seen.of(group),
          observedCoded: this.seen.of(`${group}/coded`),
          observedWithBatch: this.seen.of(`${group}/withBatch`),
        };
      });
  }
}
