import { chiSquareQuantile, gammaBelow } from '../../stats/gamma';
import type { ModeScan } from './mode-scan';

/** Complaints to expect in a block of batches. */
const BLOCK = 3;
const FEWEST_BLOCKS = 20;
/** The most scattered tenth takes no part: real signals begin and end there. */
const KEPT = 0.9;
/** Divided by the root of the number of differences: what chance alone rarely adds (simulated: one time in twenty). */
const CHANCE = 5;
/** Mean of the lowest `KEPT` of a chi-square with one degree of freedom. */
const KEPT_MEAN = gammaBelow(chiSquareQuantile(KEPT, 1) / 2, 1.5) / KEPT;

interface Block {
  readonly came: number;
  readonly due: number;
}

/**
 * Scatter of a mode's complaints between batches over that of chance: how much blocks of batches differ from the block beside them, squared
 * and measured against chi-square, both without their largest tenth. What raises many neighbours alike is no scatter. 1 with too few
 * blocks, or no more scatter than chance brings.
 * @param order batches, those that may share a cause side by side
 * @param factor how many times as much each batch lets expect because of slices that were found
 */
export function dispersionOf({ n, e }: ModeScan, order: Int32Array, factor: Float64Array): number {
  const blocks = blocksOf(n, e, order, factor);
  if (blocks.length < FEWEST_BLOCKS) return 1;
  const squares = blocks.slice(1).flatMap((block, at) => {
    const before = blocks[at];
    return before === undefined || before.came + block.came === 0 ? [] : [differenceOf(before, block)];
  });
  const kept = squares.sort((a, b) => a - b).slice(0, Math.ceil(KEPT * squares.length));
  const dispersion = kept.reduce((sum, square) => sum + square, 0) / kept.length / KEPT_MEAN;
  return dispersion > 1 + CHANCE / Math.sqrt(squares.length) ? dispersion : 1;
}

/** Chi-square of two counts against one rate. */
function differenceOf(a: Block, b: Block): number {
  return (a.came * b.due - b.came * a.due) ** 2 / (a.due * b.due * (a.came + b.came));
}

function blocksOf(n: Float64Array, e: Float64Array, order: Int32Array, factor: Float64Array): Block[] {
  const expected = (b: number) => (e[b] ?? 0) * (factor[b] ?? 1);
  const all = order.reduce((sum, b) => sum + expected(b), 0);
  const events = order.reduce((sum, b) => sum + (n[b] ?? 0), 0);
  const blocks: Block[] = [];
  let [came, due] = [0, 0];
  for (const b of order) {
    came += n[b] ?? 0;
    due += all > 0 ? (expected(b) * events) / all : 0;
    if (due < BLOCK) continue;
    blocks.push({ came, due });
    [came, due] = [0, 0];
  }
  return blocks;
}
