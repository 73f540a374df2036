import { type Arrival, arrivalsBetween } from './arrivals';
import { numbering } from './numbering';
import { windows } from './periods';
import type { Run } from './run';
import type { Ticket } from './ticket';
import { ticketOf } from './tickets';

/** Every ticket that was received until the files were exported, with the arrival behind it, in order of receipt. */
export function* history(run: Run): Generator<{ ticket: Ticket; arrival: Arrival }> {
  const numberOf = numbering();
  for (const { from, until } of windows(run.options.rows))
    for (const arrival of arrivalsBetween(run, from, until))
      yield { ticket: ticketOf(arrival, numberOf(arrival.receivedAt)), arrival };
}
