import { type UnitList, type UnitsAsked, unitTotals } from '../../data/queries/ages';
import { presentColumns } from '../../data/queries/facts';
import { scopeSql } from '../../data/queries/scope-sql';
import type { Dataset } from '../../domain/columns';
import { isAboutComplaint } from '../../domain/measure';
import type { Predicate, Scope } from '../../domain/scope';
import { type Source, shapeOf } from '../view';
import {
  type AgeAxis,
  type ClaimFacts,
  type NoAges,
  POPULATIONS,
  type PopulationKind,
  type ReliabilityQuestion,
} from './types';

/** Share of the units that single numbers must cover to be taken instead of shipments. */
const COVERED = 0.9;
/** Fields of shipments that are the same for all units of a batch, so that a claim has its batch's; `shipped_at` as the age has it. */
const OF_BATCH: ReadonlySet<string> = new Set(['batch_no', 'model', 'product_family', 'shipped_at', 'activated_at']);
const USERS_PLACE: ReadonlySet<string> = new Set(['region', 'city']);

/** Which units are asked for, and what of the scopes claims tell themselves. */
export interface Plan {
  readonly kind: PopulationKind;
  readonly axis: AgeAxis;
  readonly offered: Readonly<Record<PopulationKind, number>>;
  readonly units: UnitsAsked;
  /** Claims: what scopes say of complaints, first the one of the question, then the compared ones. */
  readonly claims: Scopes;
  /** What scopes say of units, as far as complaints have the columns. */
  readonly own: Scopes;
  /** Complaints have all columns by which the scopes choose units. */
  readonly ownComplete: boolean;
  /** Column of complaints that leads to a unit without any number. */
  readonly ownDay: ClaimFacts['dayColumn'];
  readonly sql: readonly string[];
}

/** The best population that the data have for these scopes, or why there is none. */
export async function planOf(
  source: Source,
  question: ReliabilityQuestion,
  signal?: AbortSignal,
): Promise<Plan | NoAges> {
  const { scope, compare = [[], []], cohort, population } = question;
  const scopes = [scope, compare[0], compare[1]] as const;
  const lists = POPULATIONS.filter((kind) => hasUnits(source, kind));
  if (lists.length === 0) return { reason: 'noUnits' };
  const traceable = lists.filter((kind) => canTrace(source, kind));
  if (traceable.length === 0) return { reason: 'untraceable' };
  const dated = cohort === 'ship' ? traceable : traceable.filter((kind) => kind === 'batch' || hasBuilds(source));
  if (dated.length === 0) return { reason: 'noBuildDates' };
  const sorted = dated.map((kind) => ({ kind, missing: missingField(source, kind, scopes) }));
  const possible = sorted.flatMap(({ kind, missing }) => (missing === undefined ? [kind] : []));
  if (possible.length === 0) return { reason: 'notInUnits', field: sorted.at(-1)?.missing ?? '' };
  const offered: Record<PopulationKind, number> = { serial: 0, shipment: 0, batch: 0 };
  const sql: string[] = [];
  let activated = 0;
  for (const kind of possible) {
    const statement = unitTotals(unitsAsked(source, kind, dayColumn(kind, 'shipment', source), scopes));
    sql.push(statement);
    const [row] = await source.run<{ units: number; activated: number }>(statement, { signal });
    offered[kind] = row?.units ?? 0;
    if (kind === 'serial') activated = row?.activated ?? 0;
  }
  const others = Math.max(offered.shipment, offered.batch * (offered.shipment > 0 ? 0 : 1));
  const best = possible.find((kind) => offered[kind] > 0 && (kind !== 'serial' || offered.serial >= COVERED * others));
  const kind = population !== undefined && offered[population] > 0 ? population : best;
  if (kind === undefined) return { reason: 'emptyScope' };
  const axis = axisOf(kind, activated >= COVERED * offered.serial && activated > 0, source);
  return {
    kind,
    axis,
    offered,
    units: unitsAsked(source, kind, dayColumn(kind, axis, source), scopes),
    claims: each(scopes, (part) => isOfClaim(kind, part)),
    own: each(scopes, (part) => isOfUnit(part) && tells(source, part.field)),
    ownComplete: scopes.every((one) => one.every((part) => !isOfUnit(part) || tells(source, part.field))),
    ownDay: ownDayOf(source, kind, axis),
    sql,
  };
}

type Scopes = readonly [Scope, Scope, Scope];

function each([scope, one, other]: Scopes, passes: (part: Predicate) => boolean): Scopes {
  return [scope.filter(passes), one.filter(passes), other.filter(passes)];
}

function filled(source: Source, dataset: Dataset, column: string): boolean {
  return (source.facts[dataset].filled[column] ?? 0) > 0;
}

function tells(source: Source, field: string): boolean {
  return filled(source, 'complaint', field);
}

function hasUnits(source: Source, kind: PopulationKind): boolean {
  const has = (column: string) => filled(source, kind, column);
  if (kind === 'serial') return has('serial_no') && (has('shipped_at') || has('activated_at'));
  return kind === 'shipment' ? has('shipped_at') && has('qty') : has('produced_at') && has('qty');
}

function hasBuilds(source: Source): boolean {
  return filled(source, 'batch', 'batch_no') && filled(source, 'batch', 'produced_at');
}

function byNumber(source: Source, kind: PopulationKind): boolean {
  const serials = tells(source, 'serial_no') && filled(source, 'serial', 'batch_no');
  return filled(source, kind, 'batch_no') && (tells(source, 'batch_no') || serials);
}

function canTrace(source: Source, kind: PopulationKind): boolean {
  return byNumber(source, kind) || ownDayOf(source, kind, kind === 'batch' ? 'build' : 'shipment') !== null;
}

function axisOf(kind: PopulationKind, activated: boolean, source: Source): AgeAxis {
  if (kind === 'batch') return 'build';
  return kind === 'serial' && (activated || !filled(source, 'serial', 'shipped_at')) ? 'service' : 'shipment';
}

function dayColumn(kind: PopulationKind, axis: AgeAxis, source: Source): string {
  if (kind === 'batch') return 'produced_at';
  if (kind === 'shipment') return 'shipped_at';
  return axis === 'service' || !filled(source, 'serial', 'shipped_at') ? 'activated_at' : 'shipped_at';
}

/** The complaint's own day from which its age may count. Purchase stands for shipment only where no number leads to a unit. */
function ownDayOf(source: Source, kind: PopulationKind, axis: AgeAxis): ClaimFacts['dayColumn'] {
  const candidates: Readonly<Record<AgeAxis, readonly NonNullable<ClaimFacts['dayColumn']>[]>> = {
    service: ['activated_at', 'purchased_at'],
    shipment: byNumber(source, kind) ? ['shipped_at'] : ['shipped_at', 'purchased_at', 'activated_at'],
    build: ['produced_at'],
  };
  return candidates[axis].find((column) => tells(source, column)) ?? null;
}

/** The period under review narrows days, not units or complaints. */
function isOfUnit({ field }: Predicate): boolean {
  return !isAboutComplaint(field) && field !== 'received_at';
}

/** Complaints tell it themselves: what they are about, and where shipments of one batch differ. */
function isOfClaim(kind: PopulationKind, part: Predicate): boolean {
  if (isAboutComplaint(part.field)) return true;
  return isOfUnit(part) && isOfShipment(kind, part.field);
}

/** Units of one batch differ in it. */
function isOfShipment(kind: PopulationKind, field: string): boolean {
  return !OF_BATCH.has(field) && kind !== 'batch' && OWN_FIELDS[kind].has(field);
}

const OWN_FIELDS: Readonly<Record<Exclude<PopulationKind, 'batch'>, ReadonlySet<string>>> = {
  serial: new Set(['serial_no', 'customer']),
  shipment: new Set([
    'customer',
    'region',
    'carrier',
    'warehouse',
    'packaging_version',
    'sale_channel',
    'destination_kind',
  ]),
};

/** The list that a field of units is in; undefined where none has it. */
function homeOf(source: Source, kind: UnitList, field: string): Dataset | undefined {
  if (presentColumns(source.facts[kind]).has(field) && field !== 'qty') return kind;
  const joined = filled(source, kind, 'batch_no') && filled(source, 'batch', 'batch_no');
  return joined && presentColumns(source.facts.batch).has(field) && field !== 'qty' ? 'batch' : undefined;
}

/** The first field by which the units, or the claims among them, cannot be chosen. */
function missingField(source: Source, kind: PopulationKind, scopes: readonly Scope[]): string | undefined {
  const parts = scopes.flat().filter(isOfUnit);
  return parts.find(({ field }) => {
    if (homeOf(source, kind, field) === undefined) return true;
    if (!isOfShipment(kind, field)) return false;
    if (USERS_PLACE.has(field) && source.facts.shipment.endCustomersOnly !== true) return true;
    return !tells(source, field);
  })?.field;
}

function unitsAsked(source: Source, kind: UnitList, day: string, scopes: Scopes): UnitsAsked {
  const fields = new Map<string, Dataset>();
  const conditions = scopes.map((scope) => {
    const parts = scope.filter(isOfUnit).map((part) => {
      const home = homeOf(source, kind, part.field) ?? kind;
      fields.set(part.field, home);
      return scopeSql([part], home, shapeOf(source, home));
    });
    return parts.length === 0 ? 'true' : parts.join(' AND ');
  });
  const [inside = 'true', one = 'true', other = 'true'] = conditions;
  return { list: kind, day, fields, builds: hasBuilds(source), inside, compared: [one, other] };
}
