import type { Code } from '../../../src/domain/vocabulary';
import { dayOfMinute } from '../calendar';
import { type Chapter, Counter, castsOf, modeOf, rounded, sumOf } from '../chapter';
import { standingOf } from '../counting';
import { among } from '../distributions';
import { expectationOf } from '../expected';
import { AS_OF, FROM } from '../factory';
import {
  always,
  CUSTOMER,
  early,
  explained,
  type Failure,
  fault,
  onArrival,
  only,
  type PerThousand,
  type Problem,
  sameDay,
  slight,
} from '../problem';
import type { World } from './world';

/** (i) Tickets about kettles that work as designed or were not used as described, per 1000. */
const NORMAL_USE = {
  dryBoilDisplay: { steel: 0.4, glass: 0.4, smart: 1.6, milk: 0.8 },
  filmNotRemoved: 0.19,
  notPluggedIn: 0.16,
};

export function normalUseProblems({ told }: World): readonly Problem[] {
  if (!told.has('i')) return [];
  return [
    noFault('dryBoilDisplay', 'functional', '干烧显示', '显示屏', 'normal_state', only(NORMAL_USE.dryBoilDisplay)),
    {
      ...noFault('filmNotRemoved', 'appearance', '保护膜未撕', '外壳', 'operation', always(NORMAL_USE.filmNotRemoved)),
      onset: onArrival,
    },
    {
      ...noFault('notPluggedIn', 'electrical', '没插电', '电源底座', 'operation', always(NORMAL_USE.notPluggedIn)),
      onset: onArrival,
    },
  ];
}

/** A ticket about a product that is as it should be. */
function noFault(
  id: string,
  group: Failure['group'],
  mode: string,
  part: string,
  cause: Code<'cause_class'>,
  perThousand: PerThousand,
): Problem {
  return {
    ...fault(id, group, mode, part, perThousand, CUSTOMER, 'misuse'),
    story: 'i',
    category: among<Code<'category'>>(['product_quality', 0.65], ['consultation', 0.35]),
    onset: early,
    wait: sameDay,
    severity: slight,
    cause: among([cause, 1]),
    judgedAtOnce: true,
    disposition: explained,
    safety: 0,
  };
}

/** (i) by failure mode, with what of it counts. */
export function normalUseChapter(): Chapter {
  const seen = new Counter();
  let tickets = 0;
  return {
    add(ticket, { cast }) {
      tickets++;
      if (cast.problem.story !== 'i') return;
      seen.add(`mode/${modeOf(cast)}`);
      const { reported, quality } = standingOf(ticket);
      if (reported) seen.add('reported');
      if (quality) seen.add('quality');
    },
    told(run) {
      const modes = castsOf(run, 'i').map((cast) => ({
        mode: modeOf(cast),
        expected: rounded(expectationOf(run, cast)(run.shipments, FROM, dayOfMinute(AS_OF) + 1), 1),
        observed: seen.of(`mode/${modeOf(cast)}`),
      }));
      const observed = sumOf(modes, (mode) => mode.observed);
      return {
        title: 'kettles that work as designed, or were not used as described: never a quality complaint',
        causeClasses: ['normal_state', 'operation'],
        modes,
        observed,
        shareOfTickets: rounded(observed / tickets, 4),
        reported: seen.of('reported'),
        quality: seen.of('quality'),
      };
    },
  };
}
