import { type Dataset, SCHEMAS } from '../../domain/columns';
import type { MeasureId } from '../../domain/measure';
import type { Grain } from '../../domain/period';
import type { Scope } from '../../domain/scope';
import { identifier } from '../schema/sql';
import { codedView } from '../schema/tables';
import { measureCondition, measureSum } from './measure-sql';
import { type Shape, scopeSql } from './scope-sql';

/** The time bucket as a dimension; every other dimension is a column name. */
export const PERIOD = 'period';
export type Dimension = string;

export interface BreakdownQuestion {
  readonly scope: Scope;
  readonly measure: MeasureId;
  readonly grain: Grain;
  /** Column that the periods of complaints are made of; the dataset's time axis if not said. */
  readonly time?: string;
  /** Each entry is one answer: the dimensions it is grouped by; empty for the total. */
  readonly sets: readonly (readonly Dimension[])[];
}

/** One group of one answer. `set` is the index in `sets`; `keys` the group's values in that set's order (periods as ISO days). */
export interface BreakdownRow {
  readonly set: number;
  readonly keys: readonly (string | null)[];
  /** Complaints, money, or units, by the query. */
  readonly n: number;
  /** Quality complaints among them that nobody has judged yet. */
  readonly unjudged: number;
}

/** Every answer about complaints in a single scan of the table. */
export function complaintBreakdown(question: BreakdownQuestion, shape: Shape): string {
  const { scope, measure } = question;
  return groupingSets({
    ...question,
    dataset: 'complaint',
    shape,
    condition: `${measureCondition(measure)} AND ${scopeSql(scope, 'complaint', shape)}`,
    n: measureSum(measure),
    unjudged: 'count(*) FILTER (is_unjudged)',
  });
}

/** Units shipped, grouped in the same ways; `scope` is the exposure's (domain/measure `exposureOf`). */
export function shipmentBreakdown(question: Omit<BreakdownQuestion, 'measure' | 'time'>, shape: Shape): string {
  return groupingSets({
    ...question,
    dataset: 'shipment',
    shape,
    condition: scopeSql(question.scope, 'shipment', shape),
    n: 'sum("qty")',
    unjudged: '0',
  });
}

interface Grouping {
  readonly dataset: Dataset;
  readonly shape: Shape;
  readonly grain: Grain;
  readonly time?: string;
  readonly sets: readonly (readonly Dimension[])[];
  readonly condition: string;
  readonly n: string;
  readonly unjudged: string;
}

/**
 * Rows of `g` (grouping id), `k0…` (one column a dimension) and `n`, `unjudged`.
 * Groups carry raw values and are turned to text only after grouping: strings made a row would cost more than the scan.
 */
function groupingSets({ dataset, shape, grain, time, sets, condition, n, unjudged }: Grouping): string {
  const dimensions = [...new Set(sets.flat())];
  const axis = identifier(time ?? SCHEMAS[dataset].time);
  const columns = dimensions.map((dimension) => {
    if (dimension === PERIOD) return `CAST(date_trunc('${grain}', ${axis}) AS DATE)`;
    if (!shape.columns.has(dimension)) return 'CAST(NULL AS VARCHAR)';
    return shape.lists.has(dimension) ? everyValue(dimension) : identifier(dimension);
  });
  const needed = dataset === 'shipment' ? ['"qty"'] : ['"is_unjudged"', '"cost"'];
  const from = `SELECT ${[...columns.map((column, at) => `${column} AS k${at}`), ...needed].join(', ')} FROM ${codedView(dataset)} WHERE ${condition}`;
  if (dimensions.length === 0) return `SELECT 0 AS g, ${n} AS n, ${unjudged} AS unjudged FROM (${from})`;
  const keys = dimensions.map((_, at) => `k${at}`);
  const groups = sets.map((set) => `(${set.map((dimension) => `k${dimensions.indexOf(dimension)}`).join(', ')})`);
  return (
    `SELECT g, ${keys.map((key) => `CAST(${key} AS VARCHAR) AS ${key}`).join(', ')}, n, unjudged FROM (` +
    `SELECT grouping_id(${keys.join(', ')}) AS g, ${keys.join(', ')}, CAST(${n} AS DOUBLE) AS n, CAST(${unjudged} AS DOUBLE) AS unjudged ` +
    `FROM (${from}) GROUP BY GROUPING SETS (${groups.join(', ')}))`
  );
}

/** A row with several values counts once for each; ask for such a dimension in a query of its own, as it multiplies rows. */
export function everyValue(field: string): string {
  return `unnest(coalesce(${identifier(`${field}s`)}, [CAST(${identifier(field)} AS VARCHAR)]))`;
}

/** Reads the rows of a breakdown query back into answers by set. */
export function breakdownRows(
  sets: readonly (readonly Dimension[])[],
  rows: readonly Record<string, unknown>[],
): BreakdownRow[] {
  const dimensions = [...new Set(sets.flat())];
  const setOf = new Map(sets.map((set, at) => [groupingId(dimensions, set), at]));
  return rows.map((row) => {
    const set = setOf.get(Number(row.g)) ?? 0;
    return {
      set,
      keys: (sets[set] ?? []).map((dimension) => (row[`k${dimensions.indexOf(dimension)}`] ?? null) as string | null),
      n: Number(row.n ?? 0),
      unjudged: Number(row.unjudged ?? 0),
    };
  });
}

/** SQL's grouping_id: a bit for each dimension, most significant first, set where the dimension is not grouped by. */
function groupingId(dimensions: readonly Dimension[], set: readonly Dimension[]): number {
  return dimensions.reduce((id, dimension) => id * 2 + (set.includes(dimension) ? 0 : 1), 0);
}
