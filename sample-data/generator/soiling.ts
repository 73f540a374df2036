import type { Arrival } from './arrivals';
import type { ComplaintFile } from './complaint-file';
import { anyDamage, damageOf } from './dirt';
import type { Options } from './options';
import { type Random, type Streams, streams } from './random';
import type { Ticket } from './ticket';

const DIRT_SHARE = 0.03;
/** A big sample has no more damaged records than about this: they are listed one by one. */
const MOST_DIRT = 600;

/** Writes a ticket, damaged or not; returns what an import must count, or null where it must reject. */
export type Put = (file: ComplaintFile, ticket: Ticket, arrival: Arrival) => Ticket | null;

/** Decides by the ticket itself, not by its place in the file, whether and how it is damaged; planned tickets never are. */
export function soiling({ seed, rows, dirt }: Options): Put {
  const share = dirt ? Math.min(DIRT_SHARE, MOST_DIRT / rows) : 0;
  const byProblem = new Map<string, Streams>();
  const streamsOf = (problem: string) => {
    const known = byProblem.get(problem) ?? streams(seed, `dirt/${problem}`);
    byProblem.set(problem, known);
    return known;
  };
  return (file, ticket, { cast, shipment, ordinal }) => {
    const random = streamsOf(cast.problem.id)(shipment.index, ordinal);
    if (cast.planned.length === 0 && random.chance(share)) return putSoiled(file, ticket, random);
    file.add(ticket);
    return ticket;
  };
}

function putSoiled(file: ComplaintFile, ticket: Ticket, random: Random): Ticket | null {
  const { layout } = file.period;
  const kind = anyDamage(ticket, layout, random);
  const soiled = damageOf(kind).soil(ticket, layout, random);
  file.addSoiled(ticket, kind, soiled);
  if (damageOf(kind).outcome === 'rejected' && soiled.again === undefined) return null;
  return kind === 'batchBlank' ? { ...ticket, batchNo: null } : ticket;
}
