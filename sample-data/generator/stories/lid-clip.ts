import { ageOf } from '../arrivals';
import { day, isoDay } from '../calendar';
import { type Chapter, Counter, castOf, modeOf } from '../chapter';
import { weibull } from '../distributions';
import type { ColourId } from '../factory';
import { Populations } from '../populations';
import { fault, MATERIAL, type PerThousand, type Problem } from '../problem';
import type { Batch } from '../production';
import type { Shipment } from '../shipments';
import type { ResinLot } from '../supply/lids';
import { RESIN_SUPPLIERS } from '../supply/parts';
import { meanOverUnits, type World } from './world';

/** (a) Lid clips of resin with regrind break by fatigue; a correction of the material ends most of it. */
export const LID_CLIP = {
  supplier: RESIN_SUPPLIERS[0],
  /** Monday of ISO week 2024-W36: lots received from here on hold regrind. */
  lotWeekFrom: day('2024-09-02'),
  /** 2024-W41 to W45: white lots with the most regrind. */
  worst: { from: day('2024-10-07'), until: day('2024-11-11') },
  /** First build day with lids of the corrected resin. */
  fixedFrom: day('2025-03-17'),
  usual: 0.2,
  resin: 6.2,
  worstFactor: 1.9,
  colourFactor: { white: 1, pink: 0.4, blue: 0.4 } satisfies Record<ColourId, number>,
  trueEffect: 0.85,
  promised: 0.7,
  mustShow: 0.5,
  /** Days of use until the clip breaks: most between the third and the sixth month. */
  fatigue: { shape: 2.8, scale: 145 },
};

const DAYS_PER_MONTH = 30.4375;
const MONTHS_SHOWN = 13;

function holdsRegrind({ supplier, week, corrected }: ResinLot): boolean {
  return supplier === LID_CLIP.supplier && week >= LID_CLIP.lotWeekFrom && !corrected;
}

function isWorst({ colour, week }: ResinLot): boolean {
  return colour === 'white' && week >= LID_CLIP.worst.from && week < LID_CLIP.worst.until;
}

/** Broken clips per 1000 kettles with lids of a lot of the usual or of the weak resin. */
function rateOfLot(lot: ResinLot): number {
  if (!holdsRegrind(lot)) return LID_CLIP.usual;
  return LID_CLIP.resin * LID_CLIP.colourFactor[lot.colour] * (isWorst(lot) ? LID_CLIP.worstFactor : 1);
}

export function lidClipProblem(world: World): Problem {
  return {
    ...fault('lidClip', 'structural', '壶盖卡扣断裂', '壶盖卡扣', lidClip(world), MATERIAL),
    story: 'a',
    onset: weibull(LID_CLIP.fatigue.shape, LID_CLIP.fatigue.scale),
  };
}

/**
 * By the resin of a batch's lids. What the corrected resin keeps is such that, in each colour, units built
 * from the cut-in on break exactly `trueEffect` less often than those built with the weak lots in use.
 */
function lidClip(world: World): PerThousand {
  const { told, batches, genealogy } = world;
  if (!told.has('a')) return () => LID_CLIP.usual;
  const sharesOf = (batch: Batch) => genealogy.lids.of.get(batch) ?? [];
  const meanOf = (batch: Batch, value: (lot: ResinLot) => number) =>
    sharesOf(batch).reduce((sum, { resin, qty }) => sum + qty * value(resin), 0) / batch.qty;
  const weakFrom = weakBuiltFrom(world);
  const residual = new Map<ColourId, number>();
  for (const colour of ['white', 'pink', 'blue'] as const) {
    const own = batches.filter(({ model }) => model.colour === colour);
    const before = own.filter(({ builtOn }) => builtOn >= weakFrom && builtOn < LID_CLIP.fixedFrom);
    const after = own.filter((batch) => sharesOf(batch).some(({ resin }) => resin.corrected));
    const aim = (1 - LID_CLIP.trueEffect) * meanOverUnits(before, (batch) => meanOf(batch, rateOfLot));
    const share = meanOverUnits(after, (batch) => meanOf(batch, (lot) => (isCorrected(lot) ? 1 : 0)));
    const rest = (aim - (1 - share) * LID_CLIP.usual) / share;
    residual.set(colour, Number.isFinite(rest) ? Math.max(0, rest) : LID_CLIP.usual);
  }
  const rateOf = (lot: ResinLot) => (isCorrected(lot) ? (residual.get(lot.colour) ?? 0) : rateOfLot(lot));
  const rates = new Map(batches.map((batch) => [batch, meanOf(batch, rateOf)]));
  return ({ batch }) => rates.get(batch) ?? LID_CLIP.usual;
}

function isCorrected({ supplier, corrected }: ResinLot): boolean {
  return corrected && supplier === LID_CLIP.supplier;
}

/** First day on which kettles were built with the weak resin. */
function weakBuiltFrom({ batches, genealogy }: World): number {
  const days = batches
    .filter((batch) => genealogy.lids.of.get(batch)?.some(({ resin }) => holdsRegrind(resin)))
    .map(({ builtOn }) => builtOn);
  return days.reduce((first, on) => Math.min(first, on), LID_CLIP.fixedFrom);
}

/** (a) by colour and by the lids that were built in, among units that the register of shipments holds. */
export function lidClipChapter(world: World): Chapter {
  const weakFrom = weakBuiltFrom(world);
  const sharesOf = ({ batch }: Shipment) => world.genealogy.lids.of.get(batch) ?? [];
  const buildOf = (shipment: Shipment) => {
    const { builtOn } = shipment.batch;
    if (builtOn < weakFrom) return 'beforeResin';
    if (builtOn < LID_CLIP.fixedFrom) return 'resin';
    return sharesOf(shipment).some(({ resin }) => resin.corrected) ? 'afterFix' : 'oldInstruction';
  };
  const lidsOf = (shipment: Shipment) => {
    const shares = sharesOf(shipment);
    if (!shares.some(({ resin }) => holdsRegrind(resin)))
      return shares.some(({ resin }) => isCorrected(resin)) ? 'corrected' : 'sound';
    if (!shares.every(({ resin }) => holdsRegrind(resin))) return 'mixed';
    return shares.every(({ resin }) => isWorst(resin))
      ? 'weakWorst'
      : shares.some(({ resin }) => isWorst(resin))
        ? 'mixed'
        : 'weak';
  };
  const builds = new Populations((shipment) => `${buildOf(shipment)}/${shipment.batch.model.colour}`);
  const makes = new Populations((shipment) => `${lidsOf(shipment)}/${shipment.batch.model.colour}`);
  const ages = new Counter();
  return {
    add(ticket, arrival) {
      if (arrival.cast.problem.id !== 'lidClip') return;
      builds.add(ticket, arrival);
      makes.add(ticket, arrival);
      if (buildOf(arrival.shipment) === 'resin') ages.add(String(Math.floor(ageOf(arrival) / DAYS_PER_MONTH)));
    },
    told(run) {
      const cast = castOf(run, 'a');
      const weak = world.genealogy.lids.lots.filter(holdsRegrind);
      return {
        title: '壶盖卡扣断裂: lid clips break when a supplier’s resin holds regrind, until the material is corrected',
        failureMode: modeOf(cast),
        failurePart: cast.problem.failure?.part,
        supplier: LID_CLIP.supplier,
        lotWeekFrom: '2024-W36',
        worstLotWeeks: ['2024-W41', '2024-W45'],
        weakLots: weak.map(({ lotNo }) => lotNo),
        worstLots: weak.filter(isWorst).map(({ lotNo }) => lotNo),
        builtFrom: isoDay(weakFrom),
        fixedFromBuild: isoDay(LID_CLIP.fixedFrom),
        documentRevision: { before: 'B', after: 'C' },
        trueEffect: LID_CLIP.trueEffect,
        promised: LID_CLIP.promised,
        mustShow: LID_CLIP.mustShow,
        colourFactor: LID_CLIP.colourFactor,
        daysToFailure: { distribution: 'weibull', ...LID_CLIP.fatigue },
        builds: builds.told(run, cast),
        lids: makes.told(run, cast),
        resinTicketsByMonthsSincePurchase: Array.from({ length: MONTHS_SHOWN }, (_, month) => ages.of(String(month))),
      };
    },
  };
}
