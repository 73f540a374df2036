import type { Batch } from '../production';
import type { StoryId } from '../stories/ids';
import { type Bases, bases } from './bases';
import { type Fittings, fittings } from './fittings';
import { type Lids, lids } from './lids';
import { lineIssues } from './line-issues';
import { type Lot, lotNumbers, type Use } from './lot';
import type { SubBatch } from './sub-batch';

/** What went into what, from deliveries to kettles. */
export interface Genealogy {
  readonly lots: readonly Lot[];
  readonly subBatches: readonly SubBatch[];
  readonly uses: readonly Use[];
  readonly lids: Lids;
  readonly bases: Bases;
  readonly fittings: Fittings;
}

export function genealogy(
  seed: number,
  scale: number,
  batches: readonly Batch[],
  told: ReadonlySet<StoryId>,
): Genealogy {
  const numbers = lotNumbers();
  const ownLids = lids(seed, scale, batches, told.has('k'), numbers);
  const ownBases = bases(seed, scale, batches, numbers);
  const ownFittings = fittings(seed, scale, batches, numbers);
  const issues = lineIssues(seed, scale, batches, numbers);
  return {
    lots: [...ownLids.lots, ...ownBases.lots, ...ownFittings.lots, ...issues.lots],
    subBatches: [...ownLids.subBatches, ...ownBases.subBatches],
    uses: [...ownLids.uses, ...ownBases.uses, ...ownFittings.uses, ...issues.uses],
    lids: ownLids,
    bases: ownBases,
    fittings: ownFittings,
  };
}
