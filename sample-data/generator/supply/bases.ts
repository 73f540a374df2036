import { yearMonth } from '../calendar';
import { lineName } from '../factory';
import type { Batch } from '../production';
import { streams } from '../random';
import { TERMINAL_LOT } from '../stories/terminal';
import { drawn, type Fill } from './draw';
import { type Lot, type LotNumbers, lotOf, type Use, usesOf } from './lot';
import { CORD, type Part, TERMINAL } from './parts';
import { BASE_LINE, type SubBatch } from './sub-batch';

export interface Bases {
  readonly lots: readonly Lot[];
  readonly subBatches: readonly SubBatch[];
  readonly uses: readonly Use[];
  /** The lot of story (g), the two sub-batches made of it, and the batches built with these, in order of building. */
  readonly suspect: {
    readonly lot: Lot | undefined;
    readonly subBatches: readonly { readonly batchNo: string; readonly batches: readonly Batch[] }[];
  };
}

const BASES_PER_SUB_BATCH = 20_500;
const SUB_BATCHES_PER_TERMINAL_LOT = 2;
const BUILT_AHEAD = 4;
const PARTS_AHEAD = 7;

/** Power bases: terminal lots, each in two big sub-batches, built into every kind of kettle. */
export function bases(seed: number, scale: number, batches: readonly Batch[], numbers: LotNumbers): Bases {
  const open = streams(seed, 'bases');
  const needs = batches.map((batch) => ({ consumer: batch, qty: batch.qty, on: batch.builtOn }));
  const { openedOn } = TERMINAL_LOT;
  const fills = drawn(needs, {
    capacity: (index) => BASES_PER_SUB_BATCH * scale * (0.94 + 0.12 * open(0, index).uniform()),
    closes: ({ firstOn }, { on }) => on >= openedOn && firstOn < openedOn,
  });
  const from = fills.findIndex(({ firstOn }) => firstOn >= openedOn);
  const subBatches = subBatchesOf(fills);
  const uses = fills.flatMap((fill, index) =>
    usesOf(subBatches[index]?.batchNo ?? '', fill.draws, (batch) => ({
      parent: batch.batchNo,
      line: lineName(batch.line),
    })),
  );
  const lots: Lot[] = [];
  let suspect: Lot | undefined;
  const deliver = (part: Part, concern: number, perLot: number) => {
    groups(subBatches, from % perLot, perLot).forEach((group, index) => {
      const random = open(concern, index);
      const [first] = group;
      if (first === undefined) return;
      const used = group.reduce((sum, { qty }) => sum + qty, 0);
      const supplier = part.suppliers[index % part.suppliers.length] ?? part.suppliers[0];
      const receivedOn = first.builtOn - PARTS_AHEAD + random.below(3);
      const lot = lotOf(
        { firstOn: 0, capacity: used, used, draws: [] },
        part,
        supplier,
        receivedOn,
        0,
        numbers,
        random,
      );
      lots.push(lot);
      if (part === TERMINAL && first === subBatches[from]) suspect = lot;
      for (const { batchNo, qty, builtOn } of group)
        uses.push({ parent: batchNo, child: lot.lotNo, qty, on: builtOn, line: BASE_LINE });
    });
  };
  deliver(TERMINAL, 1, SUB_BATCHES_PER_TERMINAL_LOT);
  deliver(CORD, 2, 1);
  const suspects = fills.slice(from, from + SUB_BATCHES_PER_TERMINAL_LOT).map((fill, index) => ({
    batchNo: subBatches[from + index]?.batchNo ?? '',
    batches: fill.draws.map(({ consumer }) => consumer),
  }));
  return { lots, subBatches, uses, suspect: { lot: suspect, subBatches: suspects } };
}

function subBatchesOf(fills: readonly Fill<Batch>[]): SubBatch[] {
  const last = new Map<string, number>();
  return fills.map((fill, index) => {
    const builtOn = fill.firstOn - BUILT_AHEAD;
    const series = `D${yearMonth(builtOn)}`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    const left = index === fills.length - 1 ? fill.capacity - fill.used : 0;
    const scrapped = Math.floor(fill.used * 0.001);
    return {
      batchNo: `${series}-${String(number).padStart(2, '0')}`,
      model: '电源底座',
      line: BASE_LINE,
      builtOn,
      qty: fill.used + scrapped + left,
      scrapped,
      left,
    };
  });
}

/** Neighbours in groups of a size, so that a group begins at `offset`. */
function groups<T>(items: readonly T[], offset: number, size: number): T[][] {
  const heads = offset === 0 ? [] : [items.slice(0, offset)];
  for (let at = offset; at < items.length; at += size) heads.push(items.slice(at, at + size));
  return heads;
}
