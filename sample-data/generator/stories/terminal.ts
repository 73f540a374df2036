import { day, isoDay, MINUTES_PER_DAY } from '../calendar';
import { type Chapter, castOf, modeOf, sumOf } from '../chapter';
import { among } from '../distributions';
import { always, dangerous, fault, MATERIAL, type Plan, type Problem, sameDay } from '../problem';
import type { Batch } from '../production';
import type { Shipment } from '../shipments';
import type { Genealogy } from '../supply/genealogy';
import { TERMINAL } from '../supply/parts';
import type { World } from './world';

/** (g) Terminals of one lot melt: three tickets in ten weeks, never a signal, each a matter of safety. */
export const TERMINAL_LOT = {
  /** First build day with bases of the lot. */
  openedOn: day('2025-08-04'),
  receivedOn: [day('2025-08-29'), day('2025-09-22'), day('2025-11-03')],
  /** From here on what is in stock with bases of the lot is on hold. */
  heldFrom: day('2025-09-23'),
  /** On this day one of the held batches leaves all the same. */
  releasedOn: day('2025-10-16'),
  heldBatches: 3,
} as const;

const AT_TEN = 10 * 60;

/** The batches that were still in stock when the hold came, in order of building; the first is the one that leaves. */
export function heldBatches({ bases }: Genealogy): readonly Batch[] {
  const [first, second] = bases.suspect.subBatches;
  const own = second?.batches.filter((batch) => !first?.batches.includes(batch)) ?? [];
  return own.slice(-TERMINAL_LOT.heldBatches);
}

export function terminalProblem({ told, genealogy }: World): Problem {
  return {
    ...fault('meltedTerminal', 'electrical', '底座端子烧熔', '底座端子', always(0), MATERIAL),
    story: 'g',
    wait: sameDay,
    severity: dangerous,
    cause: among(['quality_hazard', 1]),
    safety: 1,
    planned: told.has('g') ? (shipments) => planOf(genealogy, shipments) : () => [],
  };
}

/** Two units of a batch of the first sub-batch, and one of the held batch that left. */
function planOf(genealogy: Genealogy, shipments: readonly Shipment[]): Plan[] {
  const early = new Set(genealogy.bases.suspect.subBatches[0]?.batches);
  const [firstOn, secondOn, thirdOn] = TERMINAL_LOT.receivedOn;
  const first = shipments.find(({ batch, shippedOn }) => early.has(batch) && shippedOn < firstOn);
  const second = shipments.filter(({ batch, shippedOn }) => batch === first?.batch && shippedOn < secondOn - 7).at(-1);
  const [released] = heldBatches(genealogy);
  const third = shipments.find(({ batch, shippedOn }) => batch === released && shippedOn < thirdOn);
  return [
    [first, firstOn],
    [second, secondOn],
    [third, thirdOn],
  ].flatMap(([shipment, on]) => (typeof shipment === 'object' && typeof on === 'number' ? [plan(shipment, on)] : []));
}

function plan(shipment: Shipment, receivedOn: number): Plan {
  const occurredOn = receivedOn - 1;
  return {
    shipment,
    purchasedOn: Math.min(shipment.shippedOn + 4, occurredOn - 1),
    occurredOn,
    receivedAt: receivedOn * MINUTES_PER_DAY + AT_TEN,
  };
}

/** (g) with every ticket by number, and all that is suspect. */
export function terminalChapter({ genealogy }: World): Chapter {
  const tickets: { complaintNo: string; batchNo: string | null; serialNo: string | null; receivedOn: string }[] = [];
  return {
    add({ complaintNo, batchNo, serialNo, receivedAt }, { cast }) {
      if (cast.problem.id !== 'meltedTerminal') return;
      tickets.push({ complaintNo, batchNo, serialNo, receivedOn: isoDay(Math.floor(receivedAt / MINUTES_PER_DAY)) });
    },
    told(run) {
      const { lot, subBatches } = genealogy.bases.suspect;
      const suspects = new Set(subBatches.flatMap((sub) => sub.batches));
      const held = heldBatches(genealogy);
      const suspectShipments = run.shipments.filter(({ batch }) => suspects.has(batch));
      return {
        title: '底座端子烧熔: three tickets in ten weeks, one lot of terminals, and a held batch that leaves',
        failureMode: modeOf(castOf(run, 'g')),
        partNo: TERMINAL.no,
        supplier: lot?.supplier,
        lot: lot?.lotNo,
        subBatches: subBatches.map((sub) => sub.batchNo),
        batches: [...suspects].map(({ batchNo }) => batchNo),
        units: sumOf(subBatches, (sub) => usedOf(genealogy, sub.batchNo)),
        shipped: sumOf(suspectShipments, ({ qty }) => qty),
        heldFrom: isoDay(TERMINAL_LOT.heldFrom),
        heldBatches: held.map(({ batchNo }) => batchNo),
        leftFromHold: { batchNo: held[0]?.batchNo, shippedFrom: isoDay(TERMINAL_LOT.releasedOn) },
        tickets,
      };
    },
  };
}

/** Bases of a sub-batch that were built into kettles. */
function usedOf({ bases }: Genealogy, batchNo: string): number {
  return sumOf(bases.uses, ({ child, qty }) => (child === batchNo ? qty : 0));
}
