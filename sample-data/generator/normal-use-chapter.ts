import { dayOfMinute } from './calendar';
import { type Chapter, Counter, castsOf, modeOf, rounded, sumOf } from './chapter';
import { standingOf } from './counting';
import { expectationOf } from './expected';
import { AS_OF, FROM } from './factory';

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
