import { day, isoDay } from '../calendar';
import { type Chapter, castOf, modeOf, rounded } from '../chapter';
import { lineName } from '../factory';
import { Populations } from '../populations';
import { fault, type PerThousand, PRODUCTION, type Problem } from '../problem';
import type { Batch } from '../production';
import type { Shipment } from '../shipments';
import { THERMOSTAT } from '../supply/parts';
import { meanOverUnits, type World } from './world';

/** The delivery of one week that nobody named: bought for a year, used mostly on line 3 at night. */
export const THERMOSTATS = {
  supplier: THERMOSTAT.suppliers[0],
  /** Monday of ISO week 2024-W22. */
  week: day('2024-05-27'),
  usedFrom: day('2024-06-17'),
  usedUntil: day('2025-06-30'),
  /** Pieces in a lot, at the committed size of the factory. */
  perLot: 24_000,
  shareOn: ({ line, shift }: Batch) => (line === 3 && shift === 'N' ? 0.5 : 0.15),
};

/** (b) Kettles switch off before the water boils, for two reasons at once; only one of them is corrected. */
export const EARLY_TRIP = {
  line: 3,
  shift: 'N',
  /** Build days between which the torque driver of line 3 at night was off. */
  torque: { from: day('2024-06-17'), fixedFrom: day('2024-12-16') },
  usual: 0.9,
  /** More per 1000 with a thermostat of the bad week. */
  thermostat: 11,
  trueEffect: 0.35,
  promised: 0.6,
  mustShow: 0.4,
} as const;

function atDriver({ line, shift }: Batch): boolean {
  return line === EARLY_TRIP.line && shift === EARLY_TRIP.shift;
}

type Side = 'before' | 'after';

/** The side of the correction on which a batch of line 3 at night is, while the bad thermostats are in use. */
function sideOf(batch: Batch): Side | undefined {
  const { from, fixedFrom } = EARLY_TRIP.torque;
  if (!atDriver(batch) || batch.builtOn < from || batch.builtOn >= THERMOSTATS.usedUntil) return undefined;
  return batch.builtOn < fixedFrom ? 'before' : 'after';
}

export function earlyTripProblem(world: World): Problem {
  return {
    ...fault('earlyTrip', 'functional', '水未开就跳闸', '温控器', earlyTrip(world), PRODUCTION),
    story: 'b',
  };
}

/**
 * What the torque driver adds is such that its correction alone takes exactly `trueEffect` of all early
 * switch-offs of line 3 at night away, the bad thermostats staying.
 */
function earlyTrip({ told, batches, genealogy }: World): PerThousand {
  const { usual, thermostat, trueEffect } = EARLY_TRIP;
  if (!told.has('b')) return () => usual;
  const isBulk = (batch: Batch) => genealogy.fittings.bulkIn.has(batch);
  const share = (side: Side) =>
    meanOverUnits(
      batches.filter((batch) => sideOf(batch) === side),
      (batch) => (isBulk(batch) ? 1 : 0),
    );
  const before = usual + thermostat * share('before');
  const torque = Math.max(0, (usual + thermostat * share('after')) / (1 - trueEffect) - before) || 0;
  return ({ batch }) => usual + (isBulk(batch) ? thermostat : 0) + (sideOf(batch) === 'before' ? torque : 0);
}

/** (b) by place and side of the correction, with and without the bad thermostats. */
export function earlyTripChapter({ genealogy }: World): Chapter {
  const { bulkIn, bulkLots } = genealogy.fittings;
  const withLots = ({ batch }: Shipment) => (bulkIn.has(batch) ? 'badThermostat' : 'otherThermostat');
  const sides = new Populations(({ batch }) => sideOf(batch));
  const causes = new Populations((shipment) => {
    const { batch } = shipment;
    if (batch.builtOn < THERMOSTATS.usedFrom || batch.builtOn >= THERMOSTATS.usedUntil) return 'otherTimes';
    return `${sideOf(batch) ?? 'elsewhere'}/${withLots(shipment)}`;
  });
  return {
    add(ticket, arrival) {
      if (arrival.cast.problem.id !== 'earlyTrip') return;
      sides.add(ticket, arrival);
      causes.add(ticket, arrival);
    },
    told(run) {
      const cast = castOf(run, 'b');
      const judged = sides.told(run, cast);
      const [after, before] = judged;
      return {
        title:
          '水未开就跳闸: a torque driver and a week of thermostats; correcting the first does not keep its promise',
        failureMode: modeOf(cast),
        line: lineName(EARLY_TRIP.line),
        shift: 'night',
        torqueBuiltFrom: isoDay(EARLY_TRIP.torque.from),
        fixedFromBuild: isoDay(EARLY_TRIP.torque.fixedFrom),
        judgedUntilBuild: isoDay(THERMOSTATS.usedUntil),
        trueEffect: EARLY_TRIP.trueEffect,
        promised: EARLY_TRIP.promised,
        mustShow: EARLY_TRIP.mustShow,
        thermostats: {
          partNo: THERMOSTAT.no,
          supplier: THERMOSTATS.supplier,
          lotWeek: '2024-W22',
          lots: bulkLots.map(({ lotNo }) => lotNo),
          usedFrom: isoDay(THERMOSTATS.usedFrom),
          usedUntil: isoDay(THERMOSTATS.usedUntil),
          morePerThousand: EARLY_TRIP.thermostat,
        },
        /** Tickets that units built after the correction were to bring if it had done nothing. */
        expectedWithoutEffect:
          after === undefined || before === undefined
            ? 0
            : rounded((after.expected * before.perThousand) / after.perThousand, 1),
        sides: judged,
        causes: causes.told(run, cast),
      };
    },
  };
}
