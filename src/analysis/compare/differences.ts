import { benjaminiHochberg } from '../../stats/multiple-tests';
import { compareShares, type WeightedShare } from '../../stats/weighted-shares';
import type { Attribute, ComparedAttribute, Difference, SideShare } from './types';

/** A value with what each side has of it: Σ share and Σ share² over the complaints. */
export interface CountedValue {
  readonly values: readonly string[];
  readonly a: Omit<WeightedShare, 'n'>;
  readonly b: Omit<WeightedShare, 'n'>;
}

/** An attribute with the counts of all its values; `a` and `b` are complaints of which it is known. */
export interface CountedAttribute {
  readonly attribute: Attribute;
  readonly about: Difference['about'];
  readonly a: number;
  readonly b: number;
  readonly values: readonly CountedValue[];
}

/** A difference before anybody looks up its rows. */
export type FoundDifference = Omit<Difference, 'predicate' | 'batches' | 'rate'>;

export interface Found {
  readonly differences: readonly FoundDifference[];
  readonly attributes: readonly Omit<ComparedAttribute, 'filledA' | 'filledB'>[];
  readonly tests: number;
}

/** Complaints that a difference rests on at the least, and that a side must have. */
export const FEWEST = 3;
const ALPHA = 0.05;
/** Tests between two breaths of the page. */
const BREATH = 500;

/**
 * Tests every value of every attribute and corrects for all of them together. Values that too few complaints have on both sides together are
 * no tests: they could not differ, and that does not depend on how they fall on the sides.
 */
export async function differencesOf(counted: readonly CountedAttribute[], signal?: AbortSignal): Promise<Found> {
  const tested: { readonly difference: Omit<FoundDifference, 'q'>; readonly from: CountedAttribute }[] = [];
  for (const from of counted)
    for (const { values, a, b } of from.values) {
      if (a.x + b.x < FEWEST) continue;
      const compared = compareShares({ ...a, n: from.a }, { ...b, n: from.b });
      if (compared === null) continue;
      const { ratio, interval, p, gain } = compared;
      const sides = { a: sideShare(a.x, from.a), b: sideShare(b.x, from.b) };
      const difference = {
        attribute: from.attribute,
        values,
        about: from.about,
        ...sides,
        more: sides.a.share > sides.b.share,
        ratio,
        low: interval[0],
        high: Number.isFinite(interval[1]) ? interval[1] : null,
        p,
        evidence: gain,
      };
      tested.push({ difference, from });
      if (tested.length % BREATH === 0) {
        await new Promise((resolve) => setTimeout(resolve));
        signal?.throwIfAborted();
      }
    }
  const q = benjaminiHochberg(tested.map(({ difference }) => difference.p));
  const differences = tested
    .map(({ difference }, at) => ({ ...difference, q: q[at] ?? 1 }))
    .filter(standsOut)
    .sort((one, other) => other.evidence - one.evidence);
  const attributes = counted.map((from) => ({
    attribute: from.attribute,
    values: tested.filter((test) => test.from === from).length,
    different: differences.filter(({ attribute }) => attribute === from.attribute).length,
  }));
  return { differences, attributes, tests: tested.length };
}

function standsOut({ q, more, a, b, low, high }: FoundDifference): boolean {
  if (q > ALPHA) return false;
  return more ? a.n >= FEWEST && low > 1 : b.n >= FEWEST && high !== null && high < 1;
}

function sideShare(n: number, of: number): SideShare {
  return { n, of, share: n / of };
}
