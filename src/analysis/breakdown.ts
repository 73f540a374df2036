import {
  type BreakdownRow,
  breakdownRows,
  complaintBreakdown,
  type Dimension,
  PERIOD,
  shipmentBreakdown,
} from '../data/queries/breakdown';
import { type Exposure, exposureOf, isAboutComplaint, type Measure } from '../domain/measure';
import type { Grain } from '../domain/period';
import { type Scope, scopeOf } from '../domain/scope';
import { type Source, shapeOf, shipmentFacts } from './view';

export type Keys = readonly (string | null)[];

/** Measure over scope by the dimensions of one set. */
export interface Answer {
  readonly dimensions: readonly Dimension[];
  readonly groups: readonly { readonly keys: Keys; readonly n: number; readonly unjudged: number }[];
  /** Which shipments are the denominator, or why there is none. */
  readonly exposure: Exposure;
  /** Units shipped of a group, also of one without complaints; null when rates were not asked for or are unknown. */
  units(keys: Keys): number | null;
}

export interface Breakdown {
  readonly answers: readonly Answer[];
  /** The statements behind the answers, as run. */
  readonly sql: readonly string[];
}

export interface BreakdownRequest {
  readonly scope: Scope;
  readonly measure: Measure;
  readonly grain: Grain;
  /** Another time of complaints than the one they were received at: the scope's days are then days of that time. */
  readonly time?: string;
  readonly sets: readonly (readonly Dimension[])[];
}

/**
 * All answers of a screen from one scan of the complaints and, for rates, one of the shipments.
 * Dimensions with several values a cell multiply rows, so each set with one is a scan of its own.
 */
export async function breakdown(source: Source, request: BreakdownRequest, signal?: AbortSignal): Promise<Breakdown> {
  const { sets, scope, grain, measure, time } = request;
  const shape = shapeOf(source, 'complaint');
  const exposures = sets.map((set) =>
    exposureOf(
      scope,
      shipmentFacts(source),
      set.filter((dimension) => dimension !== PERIOD),
    ),
  );
  const denominator = measure.per === 'shipped' ? exposures.find((exposure) => exposure.known) : undefined;
  const unitSets =
    denominator === undefined ? [] : distinctSets(sets.filter((_, at) => exposures[at]?.known).map(unitDimensions));
  const unitsSql =
    denominator === undefined || unitSets.length === 0
      ? undefined
      : shipmentBreakdown({ scope: denominator.scope, grain, sets: unitSets }, shapeOf(source, 'shipment'));

  const isMulti = (set: readonly Dimension[]) => set.some((dimension) => shape.lists.has(dimension));
  const scans = [sets.filter((set) => !isMulti(set)), ...sets.filter(isMulti).map((set) => [set])].filter(
    (scan) => scan.length > 0,
  );
  const scanSql = scans.map((scan) =>
    complaintBreakdown({ scope: onTime(scope, time), grain, time, measure: measure.id, sets: scan }, shape),
  );

  const run = (sql: string) => source.run<Record<string, unknown>>(sql, { signal });
  const [unitRows, ...scanRows] = await Promise.all([unitsSql === undefined ? [] : run(unitsSql), ...scanSql.map(run)]);
  const units = new Map(
    breakdownRows(unitSets, unitRows).map((row) => [groupKey(unitSets[row.set] ?? [], row.keys), row.n]),
  );
  const rows = new Map(sets.map((set) => [set, [] as BreakdownRow[]]));
  scans.forEach((scan, at) => {
    for (const row of breakdownRows(scan, scanRows[at] ?? [])) rows.get(scan[row.set] ?? [])?.push(row);
  });
  return {
    answers: sets.map((set, at) =>
      answer(set, rows.get(set) ?? [], exposures[at] as Exposure, measure.per === 'shipped' ? units : undefined),
    ),
    sql: [...scanSql, ...(unitsSql === undefined ? [] : [unitsSql])],
  };
}

/** A scope whose days of receipt are days of another time. */
export function onTime(scope: Scope, time = 'received_at'): Scope {
  if (time === 'received_at') return scope;
  return scopeOf(
    scope.map((predicate) => (predicate.field === 'received_at' ? { ...predicate, field: time } : predicate)),
  );
}

function answer(
  dimensions: readonly Dimension[],
  rows: readonly BreakdownRow[],
  exposure: Exposure,
  units: ReadonlyMap<string, number> | undefined,
): Answer {
  const of = unitDimensions(dimensions);
  return {
    dimensions,
    groups: rows.map(({ keys, n, unjudged }) => ({ keys, n, unjudged })),
    exposure,
    units: (keys) =>
      units === undefined || !exposure.known
        ? null
        : (units.get(
            groupKey(
              of,
              of.map((dimension) => keys[dimensions.indexOf(dimension)] ?? null),
            ),
          ) ?? 0),
  };
}

/** The dimensions of a set that shipments share. */
function unitDimensions(set: readonly Dimension[]): Dimension[] {
  return set.filter((dimension) => !isAboutComplaint(dimension));
}

function distinctSets(sets: readonly (readonly Dimension[])[]): (readonly Dimension[])[] {
  return [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()];
}

function groupKey(dimensions: readonly Dimension[], keys: Keys): string {
  return JSON.stringify([dimensions, keys]);
}
