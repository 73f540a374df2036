import { day, dayOfMinute, isoDay } from '../calendar';
import { type Chapter, castOf, modeOf, rounded, sumOf } from '../chapter';
import { expectationOf } from '../expected';
import { AS_OF, FROM } from '../factory';
import { Populations } from '../populations';
import { early, fault, MATERIAL, only, type Problem } from '../problem';
import { exported } from '../shipment-file';
import type { Shipment } from '../shipments';
import type { World } from './world';

/** (f) A family is relaunched and smells as before; younger units have only had less time to be complained of. */
const SMELL = {
  family: 'travel',
  /** First build day of the relaunched family. */
  relaunchedFrom: day('2025-05-19'),
  /** Units built since this day are those that it is held against. */
  comparedFrom: day('2024-11-25'),
  perThousand: { steel: 0.3, travel: 4.4, smart: 0.3, milk: 0.2 },
  usual: { steel: 0.3, travel: 0.8, smart: 0.3, milk: 0.2 },
} as const;

/** Months after shipment at which both are compared at equal age. */
const EQUAL_AGE_DAYS = 91;

export function smellProblem({ told }: World): Problem {
  return {
    ...fault('smell', 'functional', '异味', '内胆', only(told.has('f') ? SMELL.perThousand : SMELL.usual), MATERIAL),
    story: 'f',
    onset: early,
  };
}

/** (f) before and after the relaunch, crude and at equal age. */
export function smellChapter(): Chapter {
  const sideOf = ({ batch }: Shipment) => {
    if (batch.model.family.id !== SMELL.family || batch.builtOn < SMELL.comparedFrom) return undefined;
    return batch.builtOn < SMELL.relaunchedFrom ? 'before' : 'after';
  };
  const sides = new Populations(sideOf);
  return {
    add(ticket, arrival) {
      if (arrival.cast.problem.id === 'smell') sides.add(ticket, arrival);
    },
    told(run) {
      const cast = castOf(run, 'f');
      const groups = sides.told(run, cast);
      const of = (group: string) => groups.find((one) => one.group === group);
      const crude = (count: 'expected' | 'observed') => {
        const rate = (group: string) => (of(group)?.[count] ?? 0) / (of(group)?.units ?? 1);
        return rounded(rate('after') / rate('before'), 3);
      };
      const expect = expectationOf(run, cast);
      const atEqualAge = (group: string) => {
        const own = exported(run.shipments).filter(
          (one) => sideOf(one) === group && one.shippedOn + EQUAL_AGE_DAYS <= dayOfMinute(AS_OF),
        );
        const claims = sumOf(own, (one) => expect([one], FROM, one.shippedOn + EQUAL_AGE_DAYS));
        return rounded((1000 * claims) / sumOf(own, ({ qty }) => qty), 3);
      };
      return {
        title: '异味: looks better by crude build month after a relaunch; at equal age nothing has changed',
        failureMode: modeOf(cast),
        family: SMELL.family,
        relaunchedFromBuild: isoDay(SMELL.relaunchedFrom),
        comparedFromBuild: isoDay(SMELL.comparedFrom),
        trueEffect: 0,
        crudeRatio: { expected: crude('expected'), observed: crude('observed') },
        perThousandWithin91DaysOfShipment: { before: atEqualAge('before'), after: atEqualAge('after') },
        sides: groups,
      };
    },
  };
}
