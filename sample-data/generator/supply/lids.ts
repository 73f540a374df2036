import { mondayOf, yearMonth } from '../calendar';
import { COLOURS, type ColourId, lineName } from '../factory';
import type { Batch } from '../production';
import { streams } from '../random';
import { LID_CLIP } from '../stories/lid-clip';
import { OLD_INSTRUCTION } from '../stories/old-instruction';
import { drawn, evenly, type Fill, type Need } from './draw';
import { type Lot, type LotNumbers, lotOf, type Use, usesOf } from './lot';
import { RESIN, RESIN_SUPPLIERS } from './parts';
import { LID_LINE, type SubBatch } from './sub-batch';

/** A lot of resin, with what decides how long clips made of it last. */
export interface ResinLot extends Lot {
  readonly colour: ColourId;
  /** Monday of the week of receipt. */
  readonly week: number;
  readonly corrected: boolean;
}

/** Lids that a batch was built with. */
interface LidShare {
  readonly resin: ResinLot;
  readonly qty: number;
}

export interface Lids {
  readonly lots: readonly ResinLot[];
  readonly subBatches: readonly SubBatch[];
  readonly uses: readonly Use[];
  readonly of: ReadonlyMap<Batch, readonly LidShare[]>;
}

const LIDS_PER_SUB_BATCH = 2600;
const MOULDED_AHEAD = 3;
const RESIN_AHEAD = 4;
const KG_PER_LID = 0.032;
/** Share of the lids that are of the first supplier's resin. */
const FIRST_SUPPLIER_SHARE = 0.65;

interface Moulding {
  readonly fill: Fill<Batch>;
  readonly mouldedOn: number;
  readonly corrected: boolean;
  readonly supplier: string;
}

/** Lids by colour: resin lots of a week, moulded into sub-batches, built into kettles. */
export function lids(
  seed: number,
  scale: number,
  batches: readonly Batch[],
  oldInstruction: boolean,
  numbers: LotNumbers,
): Lids {
  const lots: ResinLot[] = [];
  const subBatches: SubBatch[] = [];
  const uses: Use[] = [];
  const of = new Map<Batch, LidShare[]>();
  for (const { id: colour, letter } of COLOURS) {
    const own = batches.filter(({ model }) => model.colour === colour);
    const open = streams(seed, `lids/${colour}`);
    const mouldings = mouldingsOf(own, scale, oldInstruction);
    const subs = subBatchesOf(mouldings, letter, (index) => open(1, index).chance(0.4));
    subs.forEach((sub, index) => {
      subBatches.push(sub);
      uses.push(...usesOf(sub.batchNo, mouldings[index]?.fill.draws ?? [], parentOf));
    });
    for (const { lot, draws } of resinLots(mouldings, subs, colour, numbers, (index) => open(2, index))) {
      lots.push(lot);
      for (const { consumer: at, qty, on } of draws) {
        const [sub, moulding] = [subs[at], mouldings[at]];
        if (sub === undefined || moulding === undefined) continue;
        uses.push({ parent: sub.batchNo, child: lot.lotNo, qty, on, line: LID_LINE });
        for (const draw of moulding.fill.draws)
          of.set(draw.consumer, [...(of.get(draw.consumer) ?? []), { resin: lot, qty: draw.qty }]);
      }
    }
  }
  return { lots, subBatches, uses, of };
}

function parentOf(batch: Batch) {
  return { parent: batch.batchNo, line: lineName(batch.line) };
}

/** What is moulded for which batches; from the cut-in on of corrected resin, but for the line that was not told. */
function mouldingsOf(own: readonly Batch[], scale: number, oldInstruction: boolean): Moulding[] {
  const isOld = (batch: Batch) =>
    batch.builtOn < LID_CLIP.fixedFrom || (oldInstruction && OLD_INSTRUCTION.appliesTo(batch));
  return [false, true].flatMap((corrected) => {
    const needs = own.filter((batch) => isOld(batch) !== corrected).map(needOf);
    const first = evenly(FIRST_SUPPLIER_SHARE);
    return drawn(needs, { capacity: () => LIDS_PER_SUB_BATCH * scale }).map((fill) => ({
      fill,
      mouldedOn: Math.min(fill.firstOn, corrected ? Number.POSITIVE_INFINITY : LID_CLIP.fixedFrom) - MOULDED_AHEAD,
      corrected,
      supplier: RESIN_SUPPLIERS[first() || isLate(fill, corrected) ? 0 : 1],
    }));
  });
}

/** Old lids that are used after the cut-in are of the weak resin: story (k). */
function isLate({ draws }: Fill<Batch>, corrected: boolean): boolean {
  return !corrected && draws.some(({ on }) => on >= LID_CLIP.fixedFrom);
}

function needOf(batch: Batch): Need<Batch> {
  return { consumer: batch, qty: batch.qty, on: batch.builtOn };
}

/** What is left of the old lids is scrapped; of the newest it waits to be used. */
function subBatchesOf(mouldings: readonly Moulding[], letter: string, scraps: (index: number) => boolean): SubBatch[] {
  const last = new Map<string, number>();
  return mouldings.map(({ fill, mouldedOn, corrected }, index) => {
    const series = `G${yearMonth(mouldedOn)}${letter}`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    const rest = fill.capacity - fill.used;
    const scrapped = (corrected ? 0 : rest) + (scraps(index) ? Math.floor(fill.used * 0.003) : 0);
    const left = corrected ? rest : 0;
    return {
      batchNo: `${series}-${String(number).padStart(2, '0')}`,
      model: `壶盖组件${letter}`,
      line: LID_LINE,
      builtOn: mouldedOn,
      qty: fill.used + scrapped + left,
      scrapped,
      left,
    };
  });
}

/** One lot a week for each supplier, as long as something is moulded of it. */
function* resinLots(
  mouldings: readonly Moulding[],
  subs: readonly SubBatch[],
  colour: ColourId,
  numbers: LotNumbers,
  random: (index: number) => ReturnType<ReturnType<typeof streams>>,
): Generator<{ lot: ResinLot; draws: readonly Need<number>[] }> {
  const flows = [false, true].flatMap((corrected) => RESIN_SUPPLIERS.map((supplier) => ({ corrected, supplier })));
  const weekOf = (on: number) => mondayOf(on - RESIN_AHEAD);
  const filled = flows.flatMap((flow) => {
    const needs = mouldings.flatMap(({ mouldedOn, corrected, supplier }, index) =>
      corrected === flow.corrected && supplier === flow.supplier
        ? [{ consumer: index, qty: Math.max(1, Math.round((subs[index]?.qty ?? 0) * KG_PER_LID)), on: mouldedOn }]
        : [],
    );
    return drawn(needs, {
      capacity: () => Number.MAX_SAFE_INTEGER,
      closes: (fill, { on }) => weekOf(on) !== weekOf(fill.firstOn),
    }).map((fill) => ({ fill, ...flow }));
  });
  filled.sort((a, b) => a.fill.firstOn - b.fill.firstOn);
  for (const [index, { fill, supplier, corrected }] of filled.entries()) {
    const own = random(index);
    const week = weekOf(fill.firstOn);
    const lot = lotOf(fill, RESIN[colour], supplier, week + own.below(3), 0, numbers, own);
    yield { lot: { ...lot, colour, week, corrected }, draws: fill.draws };
  }
}
