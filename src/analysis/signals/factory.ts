import { type KnownBatches, sliceBatches, sliceConsignments } from '../../data/queries/slices';
import { exposureOf, isAboutComplaint } from '../../domain/measure';
import { type Scope, valuesOf, without } from '../../domain/scope';
import { type Source, shapeOf, shipmentFacts } from '../view';
import type { Kinship } from './expected';
import { type Consignments, livedBy, type Months } from './lived';
import type { ScanExposure } from './types';

/** A batch as the registers know it. */
export interface BatchRow {
  readonly no: string;
  readonly model: string | null;
  readonly family: string | null;
  readonly plant: string | null;
  readonly line: string | null;
  readonly shift: string | null;
  /** ISO week of the build. */
  readonly week: string | null;
  /** Day of the build since 1970. */
  readonly built: number | null;
  readonly qty: number | null;
  /** It went into another batch. */
  readonly part: boolean;
}

/** Batches and what makes them comparable. */
export interface Factory {
  readonly known: KnownBatches;
  readonly batches: readonly BatchRow[];
  readonly models: readonly string[];
  readonly kin: Kinship;
  readonly units: ScanExposure['units'];
  readonly why?: ScanExposure['why'];
  /** Undefined without units. */
  readonly consignments?: Consignments;
  /** Shipments of the scope; undefined where they are no denominator of it. */
  readonly shipped?: Scope;
  readonly sql: readonly string[];
}

const DAY_MS = 86_400_000;

/**
 * Reads the batches, and the units that their complaints are measured against: shipped, else built, else none. Batches that were built
 * before the register of shipments begins are left out, because part of their units may have left before.
 */
export async function readFactory(source: Source, scope: Scope, until: string, signal?: AbortSignal): Promise<Factory> {
  const { batch, shipment, complaint } = source.facts;
  const lasting = without(scope, 'received_at');
  const exposure = exposureOf(lasting, shipmentFacts(source));
  const hasShipments = (shipment.filled.batch_no ?? 0) > 0 && (shipment.filled.qty ?? 0) > 0;
  const shipped = hasShipments && exposure.known ? exposure.scope : undefined;
  const builtOnly = lasting.every(
    ({ field, kind }) => isAboutComplaint(field) || (kind === 'oneOf' && IN_BATCHES.has(field)),
  );
  const isBuilt = shipped === undefined && !hasShipments && (batch.filled.qty ?? 0) > 0 && builtOnly;
  const known = { ofComplaints: shipped === undefined && !isBuilt && (complaint.filled.batch_no ?? 0) > 0 };
  const batchSql = sliceBatches(known);
  const shippedSql =
    shipped === undefined ? undefined : sliceConsignments(known, shipped, until, shapeOf(source, 'shipment'));
  const [batches, sent] = await Promise.all([
    source.run<BatchRow>(batchSql, { signal }),
    shippedSql === undefined ? undefined : source.integers(shippedSql, { signal }),
  ]);
  const beginning = Date.parse(`${shipment.first?.slice(0, 10)}T00:00:00Z`) / DAY_MS;
  const consignments =
    sent !== undefined ? consigned(sent, batches, beginning) : isBuilt ? builtAs(batches, lasting) : undefined;
  const some = consignments !== undefined && consignments.batch.length > 0;
  return {
    known,
    batches,
    ...kinshipOf(batches),
    units: !some ? 'none' : sent !== undefined ? 'shipped' : 'built',
    ...(some ? { consignments } : { why: whyNone(batches, hasShipments || (batch.filled.qty ?? 0) > 0) }),
    ...(some && shipped !== undefined ? { shipped } : {}),
    sql: [batchSql, ...(shippedSql === undefined ? [] : [shippedSql])],
  };
}

const IN_BATCHES: ReadonlySet<string> = new Set(['model', 'product_family', 'batch_no']);

function whyNone(batches: readonly BatchRow[], hasQuantities: boolean): NonNullable<ScanExposure['why']> {
  if (batches.length === 0) return 'noBatches';
  return hasQuantities ? 'scopeWithoutExposure' : 'noQuantities';
}

function consigned(sent: Int32Array, batches: readonly BatchRow[], beginning: number): Consignments {
  const kept: [batch: number, day: number, units: number][] = [];
  for (let at = 0; at < sent.length; at += 3) {
    const [batch, day, units] = [sent[at] ?? 0, sent[at + 1] ?? 0, sent[at + 2] ?? 0];
    if (!((batches[batch]?.built ?? beginning) < beginning)) kept.push([batch, day, units]);
  }
  return consignmentsOf(kept);
}

function builtAs(batches: readonly BatchRow[], scope: Scope): Consignments {
  const within = (field: string, value: string | null) => valuesOf(scope, field)?.includes(value) ?? true;
  return consignmentsOf(
    batches.flatMap(({ no, model, family, qty, built, part }, place) =>
      !part && (qty ?? 0) > 0 && within('batch_no', no) && within('model', model) && within('product_family', family)
        ? [[place, built ?? Number.NaN, qty ?? 0] as const]
        : [],
    ),
  );
}

function consignmentsOf(kept: readonly (readonly [batch: number, day: number, units: number])[]): Consignments {
  return {
    batch: Int32Array.from(kept, ([batch]) => batch),
    day: Float64Array.from(kept, ([, day]) => day),
    units: Float64Array.from(kept, ([, , units]) => units),
  };
}

function kinshipOf(batches: readonly BatchRow[]): { models: string[]; kin: Kinship } {
  const models = numbered(batches.map(({ model }) => model));
  const families = numbered(batches.map(({ family }) => family));
  const familyOf = new Int32Array(models.size).fill(-1);
  for (const { model, family } of batches)
    if (model !== null && family !== null) familyOf[models.get(model) ?? 0] = families.get(family) ?? -1;
  return {
    models: [...models.keys()],
    kin: {
      modelOf: Int32Array.from(batches, ({ model }) => (model === null ? -1 : (models.get(model) ?? -1))),
      models: models.size,
      familyOf,
      families: families.size,
    },
  };
}

function numbered(names: readonly (string | null)[]): Map<string, number> {
  const distinct = [...new Set(names)].filter((name) => name !== null);
  return new Map(distinct.map((name, place) => [name, place]));
}

/** What the batches of a factory lived in a window; undefined without units. */
export function livedIn({ batches, consignments }: Factory, months: Months) {
  return consignments === undefined ? undefined : livedBy(batches.length, consignments, months);
}
