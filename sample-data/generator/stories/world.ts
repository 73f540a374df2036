import type { Batch } from '../production';
import type { Genealogy } from '../supply/genealogy';
import type { StoryId } from './ids';

/** What the rate of a problem can depend on, beside the shipment itself. */
export interface World {
  readonly told: ReadonlySet<StoryId>;
  readonly batches: readonly Batch[];
  readonly genealogy: Genealogy;
}

/** Mean of a value over batches, by units built. NaN without batches. */
export function meanOverUnits(batches: readonly Batch[], value: (batch: Batch) => number): number {
  let units = 0;
  let sum = 0;
  for (const batch of batches) {
    units += batch.qty;
    sum += batch.qty * value(batch);
  }
  return sum / units;
}
