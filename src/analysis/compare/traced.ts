import { type Sides, sideBatches } from '../../data/queries/compare';
import { EVERYTHING, type Predicate } from '../../domain/scope';
import { Reacher } from '../signals/dimensions';
import { type Factory, readFactory } from '../signals/factory';
import { type Membership, type Slice, slicesOf } from '../signals/membership';
import type { SliceDimension } from '../signals/types';
import type { Source } from '../view';
import type { CountedAttribute, CountedValue } from './differences';
import type { LeftOut } from './types';

/** What complaints are compared by through their batch. */
const DIMENSIONS: readonly SliceDimension[] = [
  ['batch_no'],
  ['build_week'],
  ['plant'],
  ['line'],
  ['shift'],
  ['line', 'shift'],
  ['lot_no'],
  ['supplier'],
  ['carrier'],
  ['warehouse'],
  ['carrier', 'warehouse'],
  ['packaging_version'],
];

/** Batches that a predicate names at the most: an address has to hold them. */
const MOST_BATCHES = 200;

/** Complaints of both sides on the batches that they were traced to. */
export interface Traced {
  readonly factory: Factory;
  readonly attributes: readonly CountedAttribute[];
  readonly left: readonly LeftOut[];
  /** The batches of each value of an attribute. */
  readonly slices: ReadonlyMap<CountedAttribute['attribute'], Sliced>;
  /** Complaints without a batch were traced through their serial number. */
  readonly bySerial: boolean;
  /** Complaints of a by batch. */
  readonly a: Float64Array;
  readonly sql: readonly string[];
}

interface Sliced {
  readonly membership: Membership;
  readonly slices: readonly Slice[];
  /** Place of each value by its `valueKey`. */
  readonly places: ReadonlyMap<string, number>;
}

export function valueKey(values: readonly string[]): string {
  return values.join('\u0000');
}

/** Traces complaints to batches, and counts both sides by what the batches are and hold. */
export async function countTraced(
  source: Source,
  sides: Sides,
  until: string,
  defining: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Traced> {
  const { complaint, serial } = source.facts;
  const bySerial = (complaint.filled.serial_no ?? 0) > 0 && (serial.filled.batch_no ?? 0) > 0;
  const sidesSql = sideBatches(sides, bySerial);
  const [factory, rows] = await Promise.all([
    readFactory(source, EVERYTHING, until, signal),
    source.run<{ batch: string; a: number; b: number }>(sidesSql, { signal }),
  ]);
  const places = new Map(factory.batches.map(({ no }, place) => [no, place]));
  const [a, b] = [new Float64Array(places.size), new Float64Array(places.size)];
  for (const row of rows) {
    const place = places.get(row.batch);
    if (place === undefined) continue;
    a[place] = (a[place] ?? 0) + row.a;
    b[place] = (b[place] ?? 0) + row.b;
  }
  const reacher = new Reacher(source, factory, until, signal);
  const attributes: CountedAttribute[] = [];
  const left: LeftOut[] = [];
  const slices = new Map<CountedAttribute['attribute'], Sliced>();
  for (const names of DIMENSIONS) {
    const attribute = { by: 'batch', names } as const;
    const reason = whyNot(names, defining);
    if (reason !== undefined) {
      left.push({ attribute, reason });
      continue;
    }
    const reach = await reacher.reach(names);
    if (reach.by === 'missing') left.push({ attribute, ...reach.why });
    if (reach.by !== 'batches') continue;
    const { membership } = reach;
    attributes.push({ attribute, about: 'origin', ...countValues(membership, a, b) });
    slices.set(attribute, {
      membership,
      slices: slicesOf(membership),
      places: new Map(membership.values.map((values, place) => [valueKey(values), place])),
    });
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  }
  return { factory, attributes, left, slices, bySerial, a, sql: [sidesSql, ...factory.sql, ...reacher.sql] };
}

/** A batch is of one model: sides of different models are of different batches. */
function whyNot(names: SliceDimension, defining: ReadonlySet<string>): LeftOut['reason'] | undefined {
  if (names.some((name) => defining.has(name))) return 'defines';
  const ofProduct = defining.has('model') || defining.has('product_family');
  return names[0] === 'batch_no' && ofProduct ? 'goesWith' : undefined;
}

/** Each complaint has what its batch has, by the same share; those of batches of which nothing is known take no part. */
function countValues(
  { values, at, value, share }: Membership,
  a: Float64Array,
  b: Float64Array,
): Pick<CountedAttribute, 'a' | 'b' | 'values'> {
  const sums = values.map(() => ({ a: { x: 0, squares: 0 }, b: { x: 0, squares: 0 } }));
  const of = { a: 0, b: 0 };
  for (let batch = 0; batch < at.length - 1; batch += 1) {
    const [from, until] = [at[batch] ?? 0, at[batch + 1] ?? 0];
    const n = { a: a[batch] ?? 0, b: b[batch] ?? 0 };
    if (from === until || n.a + n.b === 0) continue;
    for (const side of ['a', 'b'] as const) of[side] += n[side];
    for (let entry = from; entry < until; entry += 1) {
      const sum = sums[value[entry] ?? 0];
      const part = share[entry] ?? 0;
      for (const side of ['a', 'b'] as const)
        if (sum !== undefined) {
          sum[side].x += n[side] * part;
          sum[side].squares += n[side] * part * part;
        }
    }
  }
  return { ...of, values: values.map((names, place): CountedValue => ({ values: names, ...(sums[place] ?? NONE) })) };
}

const NONE = { a: { x: 0, squares: 0 }, b: { x: 0, squares: 0 } };

/** The batches of a slice that complaints of a are from, those with the most first, as far as a predicate can name them. */
export function batchesOf(
  { factory, a }: Traced,
  { batch, share }: Slice,
): { readonly predicate: Predicate; readonly batches: { readonly named: number; readonly all: number } } {
  const found = [...batch]
    .map((place, entry) => ({ place, n: (a[place] ?? 0) * (share[entry] ?? 0) }))
    .filter(({ n }) => n > 0)
    .sort((one, other) => other.n - one.n);
  const named = found.slice(0, MOST_BATCHES).flatMap(({ place }) => factory.batches[place]?.no ?? []);
  return {
    predicate: { kind: 'oneOf', field: 'batch_no', values: named },
    batches: { named: named.length, all: found.length },
  };
}
