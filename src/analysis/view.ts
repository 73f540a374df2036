import { type DatasetFacts, isList, presentColumns } from '../data/queries/facts';
import type { Shape } from '../data/queries/scope-sql';
import { CODING_VIEWED } from '../data/schema/coding-columns';
import { FLAGS } from '../data/schema/derived';
import { type Dataset, SCHEMAS } from '../domain/columns';
import type { ShipmentFacts } from '../domain/measure';

/** What every analysis works on: somebody who runs SQL, and what the data hold. */
export interface Source {
  run<Row extends object>(sql: string, options?: { signal?: AbortSignal }): Promise<Row[]>;
  /** The one INTEGER column of a query, for results too long to be objects. */
  integers(sql: string, options?: { signal?: AbortSignal }): Promise<Int32Array>;
  readonly facts: Readonly<Record<Dataset, DatasetFacts>>;
}

/** The columns that a dataset's view offers in this workspace. */
export function shapeOf(source: Source, dataset: Dataset): Shape {
  const { stored } = source.facts[dataset];
  const flags = dataset === 'complaint' ? [...FLAGS, ...CODING_VIEWED] : [];
  return {
    columns: new Set([
      ...SCHEMAS[dataset].columns.map(({ name }) => name),
      ...stored,
      ...flags,
      'source_file',
      'source_row',
    ]),
    lists: new Set(stored.filter((name) => isList(name, stored)).map((name) => name.slice(0, -1))),
  };
}

/** What shipments can give denominators for; undefined while there are none. */
export function shipmentFacts(source: Source): ShipmentFacts | undefined {
  const facts = source.facts.shipment;
  return facts.rows === 0
    ? undefined
    : { present: presentColumns(facts), endCustomersOnly: facts.endCustomersOnly === true };
}

/** The day up to which the data tell what happened, ISO; undefined while there are no complaints with a time. */
export function asOf(source: Source): string | undefined {
  const { last, latestEvent } = source.facts.complaint;
  return [last, latestEvent]
    .filter((time) => time !== undefined)
    .sort()
    .at(-1)
    ?.slice(0, 10);
}
