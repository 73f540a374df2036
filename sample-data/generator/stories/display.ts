import { day, isoDay, MINUTES_PER_DAY } from '../calendar';
import { type Chapter, castOf, modeOf, sumOf } from '../chapter';
import { among } from '../distributions';
import { always, DESIGN, fault, type Plan, type Problem } from '../problem';
import { exported } from '../shipment-file';
import type { Shipment } from '../shipments';
import type { World } from './world';

/** (d) Display segments are missing: six tickets in all, then corrected. Too few to prove anything. */
export const DISPLAY_SEGMENTS = {
  builtFrom: day('2024-11-01'),
  builtUntil: day('2025-06-01'),
  /** First build day with the corrected driver. */
  fixedFrom: day('2025-07-21'),
  /** Where the six units stand in the row of shipments of that time, and their age in days when it happened. */
  units: [
    { at: 0.08, daysOfUse: 41 },
    { at: 0.25, daysOfUse: 17 },
    { at: 0.42, daysOfUse: 63 },
    { at: 0.58, daysOfUse: 28 },
    { at: 0.75, daysOfUse: 52 },
    { at: 0.92, daysOfUse: 9 },
  ],
  daysToPurchase: 19,
  daysToContact: 2,
};

const NOON = 12 * 60;

export function displayProblem({ told }: World): Problem {
  return {
    ...fault('missingSegments', 'electrical', '显示缺划', '显示屏', always(0), DESIGN, 'software'),
    story: 'd',
    cause: among(['production_quality', 1]),
    safety: 0,
    planned: told.has('d') ? planOf : () => [],
  };
}

function planOf(shipments: readonly Shipment[]): Plan[] {
  const { builtFrom, builtUntil, units, daysToPurchase, daysToContact } = DISPLAY_SEGMENTS;
  const own = shipments.filter(
    ({ batch }) => batch.model.family.id === 'smart' && batch.builtOn >= builtFrom && batch.builtOn < builtUntil,
  );
  return units.flatMap(({ at, daysOfUse }) => {
    const shipment = own[Math.floor(at * own.length)];
    if (shipment === undefined) return [];
    const purchasedOn = shipment.shippedOn + daysToPurchase;
    const occurredOn = purchasedOn + daysOfUse;
    return [{ shipment, purchasedOn, occurredOn, receivedAt: (occurredOn + daysToContact) * MINUTES_PER_DAY + NOON }];
  });
}

/** (d) with every ticket by number, and the units on both sides of the correction. */
export function displayChapter(): Chapter {
  const tickets: { complaintNo: string; serialNo: string | null; batchNo: string | null; receivedOn: string }[] = [];
  return {
    add({ complaintNo, serialNo, batchNo, receivedAt }, { cast }) {
      if (cast.problem.id !== 'missingSegments') return;
      tickets.push({ complaintNo, serialNo, batchNo, receivedOn: isoDay(Math.floor(receivedAt / MINUTES_PER_DAY)) });
    },
    told(run) {
      const smart = exported(run.shipments).filter(({ batch }) => batch.model.family.id === 'smart');
      const unitsOf = (after: boolean) =>
        sumOf(smart, ({ batch, qty }) => (batch.builtOn >= DISPLAY_SEGMENTS.fixedFrom === after ? qty : 0));
      return {
        title: '显示缺划: six tickets in all, corrected, and not enough data to say that it worked',
        failureMode: modeOf(castOf(run, 'd')),
        fixedFromBuild: isoDay(DISPLAY_SEGMENTS.fixedFrom),
        units: { before: unitsOf(false), after: unitsOf(true) },
        planned: castOf(run, 'd').planned.length,
        tickets,
      };
    },
  };
}
