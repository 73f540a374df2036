import { benjaminiHochberg } from './multiple-tests';
import { type Exposed, type RateRatio, rateRatio } from './rate-ratio';

export interface OneVsRest extends RateRatio {
  /** pGreater corrected over all that were compared. */
  readonly q: number;
}

/** Each one's rate against that of all others together, exactly, and corrected for how many are looked at. */
export function oneVsRest(slices: readonly Exposed[], confidence = 0.95): OneVsRest[] {
  const events = slices.reduce((sum, slice) => sum + slice.events, 0);
  const exposure = slices.reduce((sum, slice) => sum + slice.exposure, 0);
  const compared = slices.map((slice) =>
    rateRatio({ events: events - slice.events, exposure: exposure - slice.exposure }, slice, 1, confidence),
  );
  const q = benjaminiHochberg(compared.map(({ pGreater }) => pGreater));
  return compared.map((one, at) => ({ ...one, q: q[at] ?? 1 }));
}
