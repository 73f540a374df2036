import { sliceCells } from '../../data/queries/slices';
import { periodOf } from '../../domain/scope';
import { shareRatio } from '../../stats/share-ratio';
import { expectationOf, exposureByAge, type ModeCells } from '../signals/expected';
import { type Factory, livedIn, readFactory } from '../signals/factory';
import { type Months, monthsOf } from '../signals/lived';
import type { Membership, Slice } from '../signals/membership';
import { type Source, shapeOf } from '../view';
import type { CompareQuestion, Difference } from './types';

/** Complaints of a per unit, for what batches have in common. */
export interface Rates {
  readonly units: Factory['units'];
  /** The batches of a slice against all others of which the attribute is known; undefined where it cannot be told. */
  ratioOf(membership: Membership, slice: Slice): Difference['rate'];
  readonly sql: readonly string[];
}

const UNKNOWN: Rates = { units: 'none', ratioOf: () => undefined, sql: [] };

/**
 * Measures the complaints asked about against the units of their batches, each weighed by what its model and age let expect, as Signals does.
 * @param until ISO day after the last one of the data
 * @param bySerial complaints without a batch are traced through their serial number
 */
export async function ratesOf(
  source: Source,
  { scope, measure }: CompareQuestion,
  until: string,
  bySerial: boolean,
  signal?: AbortSignal,
): Promise<Rates> {
  const first = source.facts.complaint.first?.slice(0, 10) ?? until;
  const period = periodOf(scope, 'received_at');
  const from = period.from !== undefined && period.from > first ? period.from : first;
  const end = period.until !== undefined && period.until < until ? period.until : until;
  if (from >= end) return UNKNOWN;
  const factory = await readFactory(source, scope, until, signal);
  const lived = livedIn(factory, monthsOf(from, end));
  if (lived === undefined) return UNKNOWN;
  const complaints = { scope, measure, from, until: end, modeField: null, shape: shapeOf(source, 'complaint') };
  const sql = (bySerial ? (['batch', 'serial'] as const) : (['batch'] as const)).map((by) =>
    sliceCells(complaints, factory.known, [null], by, false),
  );
  const fours = await Promise.all(sql.map((one) => source.integers(one, { signal })));
  const cells = cellsOf(fours, lived.months);
  const { total: e } = expectationOf(cells, lived, factory.kin, exposureByAge(lived, factory.kin));
  const n = new Float64Array(e.length);
  cells.batch.forEach((batch, at) => {
    // What has no units has no rate.
    if ((e[batch] ?? 0) > 0) n[batch] = (n[batch] ?? 0) + (cells.n[at] ?? 0);
  });
  const wholes = new Map<Membership, Whole>();
  return {
    units: factory.units,
    sql: [...factory.sql, ...sql],
    ratioOf(membership, slice) {
      const whole = wholes.get(membership) ?? wholeOf(membership, n, e);
      wholes.set(membership, whole);
      return rateOf(slice, whole, n, e);
    },
  };
}

/** Complaints, and what was to be expected, of all batches of which an attribute is known. */
interface Whole {
  readonly events: number;
  readonly exposure: number;
}

function wholeOf({ at }: Membership, n: Float64Array, e: Float64Array): Whole {
  let [events, exposure] = [0, 0];
  for (let batch = 0; batch < e.length; batch += 1)
    if (at[batch] !== at[batch + 1]) {
      events += n[batch] ?? 0;
      exposure += e[batch] ?? 0;
    }
  return { events, exposure };
}

function rateOf({ batch, share }: Slice, whole: Whole, n: Float64Array, e: Float64Array): Difference['rate'] {
  let [shared, first, second] = [0, 0, 0];
  const places: { events: number; share: number }[] = [];
  batch.forEach((b, entry) => {
    const [part, events, exposure] = [share[entry] ?? 0, n[b] ?? 0, e[b] ?? 0];
    shared += events * part;
    first += exposure * part;
    second += exposure * part * part;
    if (events > 0) places.push({ events, share: part });
  });
  if (!(shared > 0 && first > 0 && first < whole.exposure)) return undefined;
  const { ratio, interval } = shareRatio({ ...whole, shared, first, second }, places);
  return { ratio, low: interval[0], high: Number.isFinite(interval[1]) ? interval[1] : null };
}

/** Reads the fours of `sliceCells`, of whatever gravity; months from 0. */
function cellsOf(parts: readonly Int32Array[], { first, count }: Months): ModeCells {
  const cells: { batch: number; month: number; n: number }[] = [];
  for (const fours of parts)
    for (let at = 0; at < fours.length; at += 4) {
      const month = (fours[at + 2] ?? 0) - first;
      if (month >= 0 && month < count) cells.push({ batch: fours[at + 1] ?? 0, month, n: fours[at + 3] ?? 0 });
    }
  return {
    batch: Int32Array.from(cells, ({ batch }) => batch),
    month: Int32Array.from(cells, ({ month }) => month),
    n: Float64Array.from(cells, ({ n }) => n),
  };
}
