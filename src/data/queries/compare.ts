import type { MeasureId } from '../../domain/measure';
import type { Scope } from '../../domain/scope';
import { identifier } from '../schema/sql';
import { codedView } from '../schema/tables';
import { everyValue } from './breakdown';
import { measureCondition } from './measure-sql';
import { type Shape, scopeSql } from './scope-sql';
import { SERIAL_BATCH } from './slices';

/** Complaints of a measure in two sides: those of a scope, and those of another, or all others, that are not in it. */
export interface Sides {
  readonly scope: Scope;
  readonly rest?: Scope;
  readonly measure: MeasureId;
  readonly shape: Shape;
}

/** A column that complaints are counted by: its values, or the months of its times. */
export interface CountedColumn {
  readonly by: 'column' | 'month';
  readonly column: string;
}

/** One row: complaints of the scope (`a`), of the other side (`b`), and of both scopes, which count in `a` alone (`shared`). */
export function sideTotals(sides: Sides): string {
  return (
    'SELECT CAST(count(*) FILTER (in_a) AS DOUBLE) AS a, CAST(count(*) FILTER (in_rest AND NOT in_a) AS DOUBLE) AS b, ' +
    `CAST(count(*) FILTER (in_a AND in_rest) AS DOUBLE) AS shared FROM (${flagged(sides, [])})`
  );
}

/** Complaints of both sides by each of some columns, from one scan: `g` (place of the column), `key` (null for blank), `a`, `b`. Not for lists. */
export function sideCounts(sides: Sides, counted: readonly CountedColumn[]): string {
  const keys = counted.map((_, at) => `k${at}`);
  const columns = counted.map(({ by, column }, at) => {
    const value = identifier(column);
    return `${by === 'month' ? `CAST(date_trunc('month', ${value}) AS DATE)` : value} AS k${at}`;
  });
  const which = keys.map((key, at) => `WHEN grouping(${key}) = 0 THEN ${at}`).join(' ');
  const text = keys.map((key, at) => `WHEN ${at} THEN CAST(${key} AS VARCHAR)`).join(' ');
  return (
    `SELECT g, CASE g ${text} END AS key, a, b FROM (SELECT CASE ${which} END AS g, ${keys.join(', ')}, ${COUNTS} ` +
    `FROM (${sided(sides, columns)}) GROUP BY GROUPING SETS (${keys.map((key) => `(${key})`).join(', ')}))`
  );
}

/** The same for one column whose cells hold several values: a complaint counts for each. */
export function sideListCounts(sides: Sides, column: string): string {
  const rows = sided(sides, [identifier(column), identifier(`${column}s`)]);
  return `SELECT 0 AS g, CAST(key AS VARCHAR) AS key, ${COUNTS} FROM (SELECT ${everyValue(column)} AS key, in_a FROM (${rows})) GROUP BY key`;
}

/**
 * Complaints of both sides by batch: `batch`, `a`, `b`.
 * @param bySerial those without a batch through their serial number too, alone or in a range: a batch then comes in up to two rows
 */
export function sideBatches(sides: Sides, bySerial: boolean): string {
  // Codes are turned to texts after grouping: a text a row would cost more than the scan.
  const byBatch = (rows: string) =>
    `SELECT CAST(batch_no AS VARCHAR) AS batch, ${COUNTS} FROM (${rows}) WHERE batch_no IS NOT NULL GROUP BY batch_no`;
  const named = byBatch('SELECT batch_no, in_a FROM side');
  const unnamed =
    'SELECT CAST(serial_no AS VARCHAR) AS serial_no, in_a FROM side WHERE batch_no IS NULL AND serial_no IS NOT NULL';
  const through = byBatch(
    `SELECT coalesce(s.batch_no, CASE WHEN c.serial_no <= r.last THEN r.batch_no END) AS batch_no, c.in_a FROM (${unnamed}) AS c ${SERIAL_BATCH}`,
  );
  return `WITH side AS (${sided(sides, ['batch_no', 'serial_no'])}) ${bySerial ? `${named} UNION ALL ${through}` : named}`;
}

const COUNTS = 'CAST(count(*) FILTER (in_a) AS DOUBLE) AS a, CAST(count(*) FILTER (NOT in_a) AS DOUBLE) AS b';

/** Rows of either side with some columns and `in_a`. */
function sided(sides: Sides, columns: readonly string[]): string {
  return `SELECT * FROM (${flagged(sides, columns)}) WHERE in_a OR in_rest`;
}

function flagged({ scope, rest, measure, shape }: Sides, columns: readonly string[]): string {
  const within = (of: Scope) => `coalesce(${scopeSql(of, 'complaint', shape)}, false)`;
  // Without another scope the other side is everything else, and no complaint is in both.
  const inRest = rest === undefined ? `NOT ${within(scope)}` : within(rest);
  const select = [...columns, `${within(scope)} AS in_a`, `${inRest} AS in_rest`];
  return `SELECT ${select.join(', ')} FROM ${codedView('complaint')} WHERE ${measureCondition(measure)}`;
}
