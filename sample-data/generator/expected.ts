import { daysToReceipt } from './arrivals';
import { dayOfMinute } from './calendar';
import { AS_OF, type Destination } from './factory';
import { streams } from './random';
import type { Cast, Run } from './run';
import type { Shipment } from './shipments';

const DRAWS = 20_000;
const DESTINATIONS: readonly Destination[] = ['end_customer', 'platform_warehouse', 'dealer'];

/** Share of a problem's tickets that are received within so many days of shipment. */
type ReceivedWithin = Readonly<Record<Destination, (days: number) => number>>;

/** Mean number of tickets of a problem from these shipments, received in from ≤ day < until. */
export type Expect = (shipments: readonly Shipment[], from: number, until: number) => number;

/** What a problem's tickets number on average over all histories of the factory, by simulating its delays alone. */
export function expectationOf(run: Run, cast: Cast): Expect {
  const { problem } = cast;
  const within = receivedWithin(run, cast);
  return (shipments, from, until) => {
    const end = Math.min(until, dayOfMinute(AS_OF) + 1);
    return shipments.reduce((sum, shipment) => {
      const share = within[shipment.destination];
      const received = share(end - shipment.shippedOn) - share(from - shipment.shippedOn);
      return sum + ((shipment.qty * problem.perThousand(shipment)) / 1000) * received;
    }, 0);
  };
}

function receivedWithin(run: Run, { problem }: Cast): ReceivedWithin {
  const open = streams(run.options.seed, `expected/${problem.id}`);
  const [endCustomer, platform, dealer] = DESTINATIONS.map((destination, index) => {
    const random = open(index);
    return shareBelow(Array.from({ length: DRAWS }, () => daysToReceipt(random, problem, destination)));
  }) as [(days: number) => number, (days: number) => number, (days: number) => number];
  return { end_customer: endCustomer, platform_warehouse: platform, dealer };
}

/** The share of values below a whole number. */
function shareBelow(values: readonly number[]): (limit: number) => number {
  const most = values.reduce((max, value) => Math.max(max, value), 0);
  const below = new Float64Array(most + 2);
  for (const value of values) below[value + 1] = (below[value + 1] ?? 0) + 1;
  for (let index = 1; index < below.length; index++) below[index] = (below[index] ?? 0) + (below[index - 1] ?? 0);
  return (limit) => (limit <= 0 ? 0 : (below[Math.min(limit, most + 1)] ?? 0) / values.length);
}
