import type { FamilyId } from '../factory';
import { lineName } from '../factory';
import type { Batch } from '../production';
import { streams } from '../random';
import { THERMOSTATS } from '../stories/early-trip';
import { drawn, evenly, type Need } from './draw';
import { type Lot, type LotNumbers, lotOf, type Use, usesOf } from './lot';
import { DISPLAY, GLASS, HEATER, type Part, THERMOSTAT } from './parts';

export interface Fittings {
  readonly lots: readonly Lot[];
  readonly uses: readonly Use[];
  /** Thermostats of the week of story (b). */
  readonly bulkLots: readonly Lot[];
  /** Batches built with these. */
  readonly bulkIn: ReadonlySet<Batch>;
}

interface Flow {
  readonly part: Part;
  /** Pieces in a delivery, at the committed size of the factory. */
  readonly perLot: number;
  readonly families?: readonly FamilyId[];
}

const FLOWS: readonly Flow[] = [
  { part: THERMOSTAT, perLot: 14_000 },
  { part: HEATER, perLot: 11_000 },
  { part: GLASS, perLot: 6000, families: ['glass', 'milk'] },
  { part: DISPLAY, perLot: 1500, families: ['smart'] },
];
const AHEAD = 6;

/** Parts that go from their lot straight into the kettle. */
export function fittings(seed: number, scale: number, batches: readonly Batch[], numbers: LotNumbers): Fittings {
  const bulkIn = bulkBatches(batches);
  const lots: Lot[] = [];
  const uses: Use[] = [];
  const bulkLots: Lot[] = [];
  for (const { part, perLot, families } of FLOWS) {
    const open = streams(seed, `fittings/${part.no}`);
    const own = batches.filter(({ model }) => families?.includes(model.family.id) ?? true);
    const regular = part === THERMOSTAT ? own.filter((batch) => !bulkIn.has(batch)) : own;
    const fills = drawn(regular.map(needOf), {
      capacity: (index) => perLot * scale * (0.85 + 0.3 * open(0, index).uniform()),
    });
    let received = 0;
    fills.forEach((fill, index) => {
      const random = open(1, index);
      const supplier = part.suppliers[index % part.suppliers.length] ?? part.suppliers[0];
      received = Math.max(received, fill.firstOn - AHEAD - random.below(6));
      const left = index === fills.length - 1 ? fill.capacity - fill.used : 0;
      const lot = lotOf(fill, part, supplier, received, left, numbers, random);
      lots.push(lot);
      uses.push(...usesOf(lot.lotNo, fill.draws, parentOf));
    });
    if (part !== THERMOSTAT) continue;
    const bulk = drawn([...bulkIn].map(needOf), { capacity: () => THERMOSTATS.perLot * scale });
    bulk.forEach((fill, index) => {
      const random = open(2, index);
      const receivedOn = THERMOSTATS.week + random.below(5);
      const lot = lotOf(fill, part, THERMOSTATS.supplier, receivedOn, 0, numbers, random);
      lots.push(lot);
      bulkLots.push(lot);
      uses.push(...usesOf(lot.lotNo, fill.draws, parentOf));
    });
  }
  return { lots, uses, bulkLots, bulkIn };
}

/** The batches that were built with thermostats of the big delivery, evenly spread on each line and shift. */
function bulkBatches(batches: readonly Batch[]): Set<Batch> {
  const turns = new Map<string, () => boolean>();
  const { usedFrom, usedUntil, shareOn } = THERMOSTATS;
  return new Set(
    batches.filter((batch) => {
      if (batch.builtOn < usedFrom || batch.builtOn >= usedUntil) return false;
      const place = `${batch.line}${batch.shift}`;
      const turn = turns.get(place) ?? evenly(shareOn(batch));
      turns.set(place, turn);
      return turn();
    }),
  );
}

function needOf(batch: Batch): Need<Batch> {
  return { consumer: batch, qty: batch.qty, on: batch.builtOn };
}

function parentOf(batch: Batch) {
  return { parent: batch.batchNo, line: lineName(batch.line) };
}
