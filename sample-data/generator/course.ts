import type { Code } from '../../src/domain/vocabulary';
import { MINUTES_PER_DAY } from './calendar';
import { among, lognormal, type Sampler } from './distributions';
import { AS_OF } from './factory';
import type { Random } from './random';
import type { Ticket } from './ticket';

const openStatus = among<Code<'status'>>(
  ['in_progress', 0.5],
  ['waiting_return', 0.2],
  ['waiting_customer', 0.15],
  ['assessing', 0.15],
);
const closedStatus = among<Code<'status'>>(['closed', 0.93], ['resolved', 0.05], ['cancelled', 0.02]);

/** Minutes until the first answer. */
const respondsIn = {
  urgent: lognormal(55, 0.9),
  normal: lognormal(150, 1),
  low: lognormal(330, 1.1),
} as const;
/** Days from the answer to the end, by remedy. */
const closesIn: Readonly<Record<Code<'disposition'>, Sampler>> = {
  guidance: lognormal(0.15, 0.8),
  part_replacement: lognormal(3.5, 0.6),
  exchange: lognormal(5.5, 0.6),
  refund: lognormal(4.5, 0.6),
  repair: lognormal(8, 0.7),
  compensation: lognormal(2.5, 0.7),
  paid_repair: lognormal(8, 0.7),
  paid_exchange: lognormal(6, 0.6),
  rejected: lognormal(2, 0.7),
};

/** When the ticket was answered and finished, and its status, all as known at the time of export. */
export function courseOf(
  receivedAt: number,
  level: Code<'response_level'>,
  remedy: Code<'disposition'>,
  random: Random,
): Pick<Ticket, 'respondedAt' | 'closedAt' | 'status'> {
  const answer = receivedAt + 1 + Math.floor(respondsIn[level](random));
  const end = answer + 1 + Math.floor(closesIn[remedy](random) * MINUTES_PER_DAY);
  const open = openStatus(random);
  const closed = closedStatus(random);
  const neverEnds = random.chance(0.008);
  if (answer > AS_OF) return { respondedAt: null, closedAt: null, status: 'received' };
  if (end > AS_OF || neverEnds) return { respondedAt: answer, closedAt: null, status: open };
  return { respondedAt: random.chance(0.98) ? answer : null, closedAt: end, status: closed };
}
