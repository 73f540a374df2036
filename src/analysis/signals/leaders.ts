import { type ShareRatio, type ShareTotals, shareRatio, shareTail } from '../../stats/share-ratio';
import { type Candidate, isSignal } from './candidate';
import { type Cause, Explained, SAME } from './explained';

/** A signal that stands out once what others explain is taken account of, with slices that are mostly the same complaints. */
export interface Leader {
  readonly slice: Candidate;
  /** Against the rest as it is. */
  readonly fit: ShareRatio;
  readonly also: readonly Also[];
}

export interface Also {
  readonly slice: Candidate;
  readonly fit: ShareRatio;
  readonly overlap: number;
}

/** Leaders of a mode at the most. */
const MOST_LEADERS = 80;
const MOST_ROUNDS = 12;
/** p up to which a signal still stands out when others are taken account of. */
const STILL = 1e-4;
const MOST_PEELS = 20;
/** Share of a mode that raised members may hold: a rest must be left. */
const MOST_RAISED = 0.9;

interface Limits {
  /** Largest p, against the rest as it is, of a signal. */
  readonly threshold: number;
  readonly dispersion: number;
}

/**
 * Which slices of a mode lead. A family shares the units out among its members (the lots of a part, the lines). Of all families the one
 * whose raised members explain most is taken, at the price of naming each (the logarithm of how many there are): forty bad lots of a part
 * are not their supplier, nor the lots of another part that were built in at the same time. What units let expect is then raised to what
 * its members explain, and the others are tested again: what no longer stands out, or shares most of its complaints with one leader, is no
 * news of its own.
 * @param n complaints by batch @param e expected by batch
 */
export function leadersOf(
  slices: readonly Candidate[],
  { n, e }: { readonly n: Float64Array; readonly e: Float64Array },
  limits: Limits,
): { readonly leaders: readonly Leader[]; readonly factor: Float64Array } {
  const explained = new Explained(n, e);
  const leaders: { readonly slice: Candidate; readonly also: Also[] }[] = [];
  const join = ({ slice, fit }: Measured, by: 'one' | 'all'): boolean => {
    let best: { readonly also: Also[]; readonly overlap: number } | undefined;
    for (const leader of leaders) {
      const overlap = explained.overlap(slice, ratioOf(fit), leader.slice);
      if (best === undefined || overlap > best.overlap) best = { also: leader.also, overlap };
    }
    if (best === undefined) return false;
    if ((by === 'one' ? best.overlap : explained.overlapWithAll(slice, ratioOf(fit))) < SAME) return false;
    // What did not stand out by itself is no other view of the leader.
    if (slice.p <= limits.threshold)
      best.also.push({ slice, fit: fitOf(slice, slice.totals, limits), overlap: best.overlap });
    return true;
  };
  let open = slices;
  for (let round = 0; round < MOST_ROUNDS && open.length > 0 && leaders.length < MOST_LEADERS; round += 1) {
    const measured = open.map((slice) => measure(slice, slice.adjusted(explained.factor), limits));
    const best = strongest(measured, explained, limits);
    if (best === undefined) break;
    const news = best.named.filter((one) => !join(one, 'one')).slice(0, MOST_LEADERS - leaders.length);
    leaders.push(...news.map(({ slice }) => ({ slice, also: [] })));
    // Where all are other views of what leads already, nothing new is explained.
    const causes = news.length === 0 ? [] : best.raised;
    explained.take(causes.map(causeOf));
    const gone = new Set([...best.named, ...causes].map(({ slice }) => slice));
    open = open.filter((slice) => !gone.has(slice));
  }
  for (const slice of open) join(measure(slice, slice.totals, limits), 'all');
  return {
    leaders: leaders.map(({ slice, also }) => ({ slice, fit: fitOf(slice, slice.totals, limits), also })),
    factor: explained.factor,
  };
}

/** A slice against what leaders have not explained. */
interface Measured {
  readonly slice: Candidate;
  readonly totals: ShareTotals;
  readonly p: number;
  readonly fit: ShareRatio;
}

function measure(slice: Candidate, totals: ShareTotals, limits: Limits): Measured {
  const isHigher = totals.shared * totals.exposure > totals.events * totals.first;
  return {
    slice,
    totals,
    p: isHigher ? shareTail(totals, limits.dispersion) : 1,
    fit: isHigher ? fitOf(slice, totals, limits) : NOT_HIGHER,
  };
}

const NOT_HIGHER: ShareRatio = { ratio: 1, interval: [0, Number.POSITIVE_INFINITY], events: 0, expected: 0, gain: 0 };

function fitOf(slice: Candidate, totals: ShareTotals, { dispersion }: Limits): ShareRatio {
  return shareRatio(totals, slice.places(), dispersion);
}

/** The family that explains most. */
function strongest(measured: readonly Measured[], explained: Explained, limits: Limits): Peeled | undefined {
  const families = new Map<string, Measured[]>();
  for (const one of measured) {
    const family = families.get(one.slice.family) ?? [];
    family.push(one);
    families.set(one.slice.family, family);
  }
  let best: Peeled | undefined;
  for (const members of families.values()) {
    const peeled = peel(members, explained, limits);
    if (peeled.named.length > 0 && peeled.worth > (best?.worth ?? Number.NEGATIVE_INFINITY)) best = peeled;
  }
  return best;
}

/** The raised members of a family; those that are significant one by one; and what they explain, less the price of saying so. */
interface Peeled {
  readonly raised: readonly Measured[];
  readonly named: readonly Measured[];
  readonly worth: number;
}

/**
 * Takes raised members off a family until the rest is even: each is measured against a rest without the others. Worth: the log-likelihood
 * that their own rates gain together, less half the logarithm of the number of complaints for each (Schwarz 1978) and
 * a bit for being raised or not. Who is raised: those
 * whose gain pays for being picked from the family.
 */
function peel(members: readonly Measured[], explained: Explained, { threshold, dispersion }: Limits): Peeled {
  const [first] = members;
  const all = first?.slice.among ?? 1;
  const { events, exposure } = first?.totals ?? { events: 0, exposure: 0 };
  let raised: readonly Measured[] = [];
  for (let turn = 0; turn < MOST_PEELS; turn += 1) {
    const [inside, due] = sums(raised);
    const usual = Math.max(events - inside, 0.5) / (exposure - due);
    const price = 1 + Math.max(0, Math.log((all - raised.length) / (raised.length + 1)));
    const next = members.filter(
      ({ totals: { shared, first: own } }) =>
        shared > own * usual &&
        (shared * Math.log(shared / (own * usual)) - (shared - own * usual)) / dispersion > price,
    );
    if (sums(next)[1] > MOST_RAISED * exposure) break;
    const isSame = next.length === raised.length;
    raised = next;
    if (isSame) break;
  }
  const [inside, due] = sums(raised);
  raised = raised.map(({ slice, totals }) => {
    const { shared, first: own } = totals;
    const rest = { ...totals, events: events - inside + shared, exposure: exposure - due + own };
    return measure(slice, rest, { threshold, dispersion });
  });
  const named = raised
    .filter(({ p, slice }) => p <= STILL && slice.p <= threshold && isOne(slice, { threshold, dispersion }))
    .sort((a, b) => b.fit.gain - a.fit.gain);
  if (named.length === 0) return { raised, named, worth: 0 };
  const gain = explained.gainOf(raised.map(causeOf)) / dispersion;
  const price = Math.log(Math.max(2, events)) / 2 + Math.LN2;
  return { raised, named, worth: gain - raised.length * price };
}

/** Whether a slice is a signal against the rest as it is. */
function isOne(slice: Candidate, limits: Limits): boolean {
  return isSignal(slice.totals, fitOf(slice, slice.totals, limits), limits.dispersion);
}

function causeOf({ slice, fit }: Measured): Cause {
  return { slice, excess: ratioOf(fit) - 1 };
}

function sums(members: readonly Measured[]): readonly [shared: number, exposure: number] {
  let [shared, exposure] = [0, 0];
  for (const { totals } of members) {
    shared += totals.shared;
    exposure += totals.first;
  }
  return [shared, exposure];
}

/** A rest without complaints makes no ratio; a large one stands for it. */
export function ratioOf({ ratio, events, expected }: ShareRatio): number {
  return ratio ?? 10 * Math.max(1, events / Math.max(expected, 1e-3));
}
