import { ageOf, monthFinder } from './age';
import { type Claim, isWatched, type Watch } from './grid';

/** Claims of which all that rates and forecasts ask is the same: a million claims are some thousand of these. */
export interface Bundle {
  readonly mode: number;
  readonly lead: boolean;
  readonly cohort: number;
  /** Month of age. */
  readonly age: number;
  /** First day of the calendar month of the claim. */
  readonly month: number;
  /** The unit's age began before the cut. */
  readonly early: boolean;
  readonly n: number;
}

/** More cohorts, months of age or calendar months than this are no data. */
const BASE = 16_384;
const STRETCH = 20_000;

/** The claims on watched days, bundled. @param cut a day since 1970 @param breathe called now and then */
export async function bundled(
  claims: readonly Claim[],
  watch: Watch,
  cut: number,
  breathe: () => Promise<void>,
): Promise<Bundle[]> {
  const monthOf = monthFinder();
  const found = new Map<number, { -readonly [Part in keyof Bundle]: Bundle[Part] }>();
  const months = new Map<number, number>();
  const place = (month: number) => {
    const at = months.get(month) ?? months.size;
    months.set(month, at);
    return at;
  };
  for (const [at, { mode, lead, cohort, start, days }] of claims.entries()) {
    if (at % STRETCH === 0) await breathe();
    const day = start + days;
    if (!isWatched(day, watch)) continue;
    const [age, month, early] = [ageOf(days), monthOf(day), start < cut];
    const kind = (mode + 1) * 4 + (lead ? 2 : 0) + (early ? 1 : 0);
    const key = ((kind * BASE + place(cohort)) * BASE + age) * BASE + place(month);
    const bundle = found.get(key);
    if (bundle === undefined) found.set(key, { mode, lead, cohort, age, month, early, n: 1 });
    else bundle.n++;
  }
  return [...found.values()];
}
