import { yearWeek } from '../calendar';
import type { Random } from '../random';
import type { Fill, Need } from './draw';
import type { Part } from './parts';

/** A delivery of a part. */
export interface Lot {
  readonly lotNo: string;
  readonly part: Part;
  readonly supplier: string;
  readonly receivedOn: number;
  readonly qty: number;
  readonly scrapped: number;
  readonly left: number;
  readonly accepted: 'pass' | 'concession';
}

/** Something that was put into something else; no parent where a lot was only issued to a line. */
export interface Use {
  readonly parent: string | null;
  readonly child: string;
  readonly qty: number;
  readonly on: number;
  readonly line: string;
}

/** Numbers lots by part and week of receipt: `RW2441-01`. */
export type LotNumbers = (part: Part, receivedOn: number) => string;

export function lotNumbers(): LotNumbers {
  const last = new Map<string, number>();
  return (part, receivedOn) => {
    const series = `${part.prefix}${yearWeek(receivedOn)}`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    return `${series}-${String(number).padStart(2, '0')}`;
  };
}

/** The delivery behind what was drawn: a little is scrapped, the rest of the last one lies in the store. */
export function lotOf<C>(
  fill: Fill<C>,
  part: Part,
  supplier: string,
  receivedOn: number,
  left: number,
  numbers: LotNumbers,
  random: Random,
): Lot {
  const scrapped = random.chance(0.5) ? Math.floor(fill.used * 0.004 * random.uniform()) : 0;
  return {
    lotNo: numbers(part, receivedOn),
    part,
    supplier,
    receivedOn,
    qty: fill.used + scrapped + left,
    scrapped,
    left,
    accepted: random.chance(0.97) ? 'pass' : 'concession',
  };
}

/** The rows of consumption from one lot. */
export function usesOf<C>(child: string, draws: readonly Need<C>[], parentOf: (consumer: C) => Parent): Use[] {
  return draws.map(({ consumer, qty, on }) => ({ ...parentOf(consumer), child, qty, on }));
}

interface Parent {
  readonly parent: string | null;
  readonly line: string;
}
