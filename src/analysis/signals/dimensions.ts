import { sliceWays } from '../../data/queries/slices';
import type { Dataset } from '../../domain/columns';
import { type Source, shapeOf } from '../view';
import { type Compositions, compositions } from './composition';
import type { BatchRow, Factory } from './factory';
import { bothOf, type Membership, membershipOf, wholeMembership } from './membership';
import type { MissingDimension, SliceDimension } from './types';

/** What is looked through unless somebody asks for something else; the empty one is the mode as a whole, against its past. */
export const DEFAULT_DIMENSIONS: readonly SliceDimension[] = [
  [],
  ['model'],
  ['product_family'],
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
  ['region'],
  ['channel'],
  ['usage_environment'],
];

const OF_BATCH: Readonly<Record<string, { readonly column: string; readonly of: (row: BatchRow) => string | null }>> = {
  batch_no: { column: 'batch_no', of: ({ no }) => no },
  build_week: { column: 'produced_at', of: ({ week }) => week },
  plant: { column: 'plant', of: ({ plant }) => plant },
  line: { column: 'line', of: ({ line }) => line },
  shift: { column: 'shift', of: ({ shift }) => shift },
};
const OF_LOT: ReadonlySet<string> = new Set(['lot_no', 'supplier']);
const OF_WAY: ReadonlySet<string> = new Set(['carrier', 'warehouse', 'packaging_version']);
const OF_USER: ReadonlySet<string> = new Set(['region', 'channel']);
const OF_PRODUCT: ReadonlySet<string> = new Set(['model', 'product_family']);

/** Values of a pair at most: more are as fine as single units. */
const MOST_VALUES = 50_000;

/** How a dimension is looked through. */
export type Reach =
  /** Batches, or shares of them. */
  | { readonly by: 'batches'; readonly membership: Membership }
  /** Complaints themselves; with the share of each batch's units that went there, if that is known. */
  | { readonly by: 'complaints'; readonly columns: readonly string[]; readonly ways?: Membership }
  /** A product against its own past. */
  | { readonly by: 'time' }
  | { readonly by: 'missing'; readonly why: Omit<MissingDimension, 'dimension'> };

/** Finds out how dimensions can be looked through; registers are read once, whatever asks for them. */
export class Reacher {
  readonly sql: string[] = [];
  readonly #ways = new Map<string, Promise<Membership>>();
  #compositions: Promise<Compositions> | undefined;

  constructor(
    readonly source: Source,
    readonly factory: Factory,
    readonly until: string,
    readonly signal?: AbortSignal,
  ) {}

  async reach(dimension: SliceDimension): Promise<Reach> {
    if (dimension.length === 0) return { by: 'time' };
    const [only] = dimension.length === 1 ? dimension : [];
    if (only !== undefined && OF_PRODUCT.has(only)) {
      const why = this.#missing(only);
      return why === undefined ? { by: 'time' } : { by: 'missing', why };
    }
    const missing = dimension.map((attribute) => this.#missing(attribute)).find((why) => why !== undefined);
    if (missing !== undefined) return { by: 'missing', why: missing };
    if (dimension.some((attribute) => this.#ofComplaint(attribute))) return this.#ofComplaints(dimension);
    const membership = await this.#membership(dimension);
    const { length } = membership.values;
    if (length > MOST_VALUES) return { by: 'missing', why: { reason: 'tooManyValues' } };
    if (length === 0) return { by: 'missing', why: { reason: 'notTraced' } };
    return length === 1 ? { by: 'missing', why: { reason: 'oneValue' } } : { by: 'batches', membership };
  }

  #ofComplaint(attribute: string): boolean {
    return (
      !Object.hasOwn(OF_BATCH, attribute) &&
      !OF_LOT.has(attribute) &&
      !OF_WAY.has(attribute) &&
      !OF_PRODUCT.has(attribute)
    );
  }

  async #ofComplaints(columns: SliceDimension): Promise<Reach> {
    const facts = this.source.facts.shipment;
    const [column] = columns;
    const isWay = columns.length === 1 && column !== undefined && OF_USER.has(column) && this.#has('shipment', column);
    if (!isWay || facts.endCustomersOnly !== true || this.factory.shipped === undefined)
      return { by: 'complaints', columns };
    return { by: 'complaints', columns, ways: await this.#way([column]) };
  }

  #has(dataset: Dataset, column: string): boolean {
    return (this.source.facts[dataset].filled[column] ?? 0) > 0;
  }

  #missing(attribute: string): Omit<MissingDimension, 'dimension'> | undefined {
    const lacks = (dataset: NonNullable<MissingDimension['dataset']>, field: string) =>
      this.#has(dataset, field)
        ? undefined
        : ({ reason: this.source.facts[dataset].rows === 0 ? 'noDataset' : 'noColumn', dataset, field } as const);
    const ofBatch = OF_BATCH[attribute];
    if (attribute === 'batch_no') return this.factory.batches.length === 0 ? lacks('batch', 'batch_no') : undefined;
    if (ofBatch !== undefined) return lacks('batch', ofBatch.column);
    if (OF_LOT.has(attribute))
      return (
        lacks('consumption', 'parent') ?? (attribute === 'supplier' ? lacks('material_lot', 'supplier') : undefined)
      );
    if (OF_WAY.has(attribute)) return lacks('shipment', attribute) ?? lacks('shipment', 'batch_no');
    if (OF_PRODUCT.has(attribute)) return lacks('complaint', attribute);
    if (!OF_USER.has(attribute)) return lacks('complaint', attribute);
    const why = lacks('complaint', attribute) ?? lacks('shipment', attribute);
    if (why !== undefined) return why;
    return this.source.facts.shipment.endCustomersOnly === true
      ? undefined
      : { reason: 'notEndCustomer', dataset: 'shipment', field: 'destination_kind' };
  }

  async #membership(dimension: SliceDimension): Promise<Membership> {
    if (dimension.every((attribute) => OF_WAY.has(attribute))) return this.#way(dimension);
    const [first, second] = await Promise.all(dimension.slice(0, 2).map((attribute) => this.#single(attribute)));
    const nothing = membershipOf(this.factory.batches.map(() => []));
    return second === undefined ? (first ?? nothing) : bothOf(first ?? nothing, second);
  }

  async #single(attribute: string): Promise<Membership> {
    const { batches } = this.factory;
    if (OF_WAY.has(attribute)) return this.#way([attribute]);
    if (attribute === 'model') return wholeMembership(batches.map(({ model }) => model));
    if (attribute === 'product_family') return wholeMembership(batches.map(({ family }) => family));
    const ofBatch = OF_BATCH[attribute];
    if (ofBatch !== undefined) return wholeMembership(batches.map(ofBatch.of));
    this.#compositions ??= compositions(this.source, this.signal);
    const { lotsOf, sql } = await this.#compositions;
    if (!this.sql.includes(sql[0] ?? '')) this.sql.push(...sql);
    const parts = new Map<string, string>();
    const membership = membershipOf(
      batches.map(({ no }) => {
        const shares = new Map<string, number>();
        for (const { lot, supplier, part, share } of lotsOf(no)) {
          const name = attribute === 'lot_no' ? lot : supplier;
          if (name !== null) parts.set(name, part ?? '');
          if (name !== null) shares.set(name, (shares.get(name) ?? 0) + share);
        }
        return [...shares].map(([name, share]) => [[name], share] as const);
      }),
    );
    if (attribute === 'supplier') return membership;
    return { ...membership, kinds: membership.values.map(([name = '']) => parts.get(name) ?? '') };
  }

  #way(columns: readonly string[]): Promise<Membership> {
    const key = columns.join('\u0000');
    const known = this.#ways.get(key) ?? this.#readWay(columns);
    this.#ways.set(key, known);
    return known;
  }

  async #readWay(columns: readonly string[]): Promise<Membership> {
    const { factory, until, source, signal } = this;
    const sql = sliceWays(factory.known, columns, factory.shipped ?? [], until, shapeOf(source, 'shipment'));
    this.sql.push(sql);
    const rows = await source.run<Record<string, string | null> & { id: number; units: number }>(sql, { signal });
    const units = new Float64Array(factory.batches.length);
    const shares: [string[], number][][] = factory.batches.map(() => []);
    for (const row of rows) units[row.id] = (units[row.id] ?? 0) + row.units;
    for (const row of rows) {
      const values = columns.map((column) => row[column] ?? null);
      if (values.every((value) => value !== null)) shares[row.id]?.push([values, row.units / (units[row.id] ?? 1)]);
    }
    return membershipOf(shares);
  }
}
