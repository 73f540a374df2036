import { dayOfMinute, MINUTES_PER_DAY, weekday } from './calendar';
import { lognormal, poisson, type Sampler } from './distributions';
import type { Destination } from './factory';
import type { Problem } from './problem';
import type { Random } from './random';
import type { Cast, Run } from './run';
import type { Shipment } from './shipments';

/** A unit failed, or its owner has a question, and got in touch. */
export interface Arrival {
  readonly cast: Cast;
  readonly shipment: Shipment;
  /** Number of this arrival among those of its problem and shipment, whenever they come. */
  readonly ordinal: number;
  readonly purchasedOn: number;
  readonly occurredOn: number;
  /** Minutes. */
  readonly receivedAt: number;
}

export const daysToPurchase: Readonly<Record<Destination, Sampler>> = {
  end_customer: lognormal(2.5, 0.4),
  platform_warehouse: lognormal(16, 0.6),
  dealer: lognormal(32, 0.7),
};

const OPENS_AT = 8 * 60;
const OPEN_FOR = 14 * 60;

/**
 * Arrivals with from ≤ received < until (minutes), in order of receipt.
 *
 * Each shipment and problem has its own random numbers, drawn again for every window and kept where they fall into it:
 * memory holds one window, whatever the number of rows, and the windows together are exactly the undivided history.
 */
export function arrivalsBetween(run: Run, from: number, until: number): Arrival[] {
  const found: Arrival[] = [];
  for (const shipment of run.shipments) {
    if (shipment.shippedOn * MINUTES_PER_DAY >= until) break;
    for (const cast of run.cast) collect(found, cast, shipment, from, until);
  }
  for (const cast of run.cast)
    for (const [ordinal, plan] of cast.planned.entries())
      if (plan.receivedAt >= from && plan.receivedAt < until) found.push({ cast, ordinal, ...plan });
  return found.sort((a, b) => a.receivedAt - b.receivedAt || a.shipment.index - b.shipment.index);
}

function collect(found: Arrival[], cast: Cast, shipment: Shipment, from: number, until: number): void {
  const mean = (shipment.qty * cast.problem.perThousand(shipment)) / 1000;
  if (mean === 0) return;
  const random = cast.arrivals(shipment.index);
  const count = poisson(random, mean);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const { toPurchase, toOnset, toContact } = delays(random, cast.problem, shipment.destination);
    const purchasedOn = shipment.shippedOn + toPurchase;
    const occurredOn = purchasedOn + toOnset;
    const receivedAt = contactMinute(random, occurredOn + toContact);
    if (receivedAt >= from && receivedAt < until)
      found.push({ cast, shipment, ordinal, purchasedOn, occurredOn, receivedAt });
  }
}

/** Whole days from shipment to purchase, from there to the event, from there to the contact. */
function delays(random: Random, problem: Problem, destination: Destination) {
  return {
    toPurchase: Math.floor(daysToPurchase[destination](random)),
    toOnset: Math.floor(problem.onset(random)),
    toContact: Math.floor(problem.wait(random)),
  };
}

/** A minute of the day in opening hours, most around noon; some who would call at a weekend wait for Monday. */
function contactMinute(random: Random, on: number): number {
  const ofDay = OPENS_AT + Math.floor((OPEN_FOR * (random.uniform() + random.uniform())) / 2);
  const waits = random.chance(0.4);
  const daysToMonday = waits ? ([1, 0, 0, 0, 0, 0, 2][weekday(on)] ?? 0) : 0;
  return (on + daysToMonday) * MINUTES_PER_DAY + ofDay;
}

/** Days from shipment to receipt of the ticket, weekends aside: the same delays, without the clock. */
export function daysToReceipt(random: Random, problem: Problem, destination: Destination): number {
  const { toPurchase, toOnset, toContact } = delays(random, problem, destination);
  return toPurchase + toOnset + toContact;
}

/** Age of the unit at receipt in days. */
export function ageOf({ receivedAt, purchasedOn }: Arrival): number {
  return dayOfMinute(receivedAt) - purchasedOn;
}
