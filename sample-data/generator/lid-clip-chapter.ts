import { ageOf } from './arrivals';
import { dayOfMinute, isoDay } from './calendar';
import { type Chapter, Counter, castOf, modeOf, rounded, sumOf } from './chapter';
import { expectationOf } from './expected';
import { AS_OF, COLOURS, type ColourId, FROM } from './factory';
import type { Run } from './run';
import { exported } from './shipment-file';
import type { Shipment } from './shipments';
import { LID_CLIP } from './stories';

const DAYS_PER_MONTH = 30.4375;
const MONTHS_SHOWN = 13;

type Build = 'beforeResin' | 'resin' | 'afterFix';
const BUILDS: readonly Build[] = ['beforeResin', 'resin', 'afterFix'];

function buildOf({ batch }: Shipment): Build {
  if (batch.builtOn < LID_CLIP.resinFrom) return 'beforeResin';
  return batch.builtOn < LID_CLIP.fixedFrom ? 'resin' : 'afterFix';
}

/** (a) by build and colour, among units that the register of shipments holds. */
export function lidClipChapter(): Chapter {
  const seen = new Counter();
  const ages = new Counter();
  return {
    add(ticket, arrival) {
      const { cast, shipment } = arrival;
      if (cast.problem.story !== 'a' || shipment.shippedOn < FROM) return;
      const build = buildOf(shipment);
      const place = `${build}/${shipment.batch.model.colour}`;
      seen.add(place);
      if (ticket.batchNo !== null) seen.add(`${place}/withBatch`);
      if (build === 'resin') ages.add(String(Math.floor(ageOf(arrival) / DAYS_PER_MONTH)));
    },
    told: (run) => ({
      title: '壶盖卡扣断裂: lid clips break after a change of resin, until the material is corrected',
      failureMode: modeOf(castOf(run, 'a')),
      failurePart: castOf(run, 'a').problem.failure?.part,
      buildWeekFrom: '2024-W36',
      builtFrom: isoDay(LID_CLIP.resinFrom),
      fixedFromBuild: isoDay(LID_CLIP.fixedFrom),
      trueEffect: LID_CLIP.trueEffect,
      colourFactor: LID_CLIP.colourFactor,
      daysToFailure: { distribution: 'weibull', ...LID_CLIP.fatigue },
      note: 'units shipped since the register began; perThousand over their life, expected and observed until asOf',
      builds: BUILDS.map((build) => ({ build, colours: coloursOf(run, build, seen) })),
      resinTicketsByMonthsSincePurchase: Array.from({ length: MONTHS_SHOWN }, (_, month) => ages.of(String(month))),
    }),
  };
}

function coloursOf(run: Run, build: Build, seen: Counter): Partial<Record<ColourId, object>> {
  const cast = castOf(run, 'a');
  const expect = expectationOf(run, cast);
  const built = exported(run.shipments).filter((shipment) => buildOf(shipment) === build);
  return Object.fromEntries(
    COLOURS.map(({ id }) => {
      const own = built.filter(({ batch }) => batch.model.colour === id);
      const [first] = own;
      const counts = {
        units: sumOf(own, ({ qty }) => qty),
        perThousand: first === undefined ? 0 : rounded(cast.problem.perThousand(first), 3),
        expected: rounded(expect(own, FROM, dayOfMinute(AS_OF) + 1), 1),
        observed: seen.of(`${build}/${id}`),
        observedWithBatch: seen.of(`${build}/${id}/withBatch`),
      };
      return [id, counts];
    }),
  );
}
