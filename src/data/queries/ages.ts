import type { Dataset } from '../../domain/columns';
import { identifier, literal } from '../schema/sql';
import { codedView } from '../schema/tables';
import { everyValue } from './breakdown';

/** Lists of units: single numbers with days, batches by day and quantity shipped, batches by quantity built. */
export type UnitList = Extract<Dataset, 'serial' | 'shipment' | 'batch'>;

/** No day, no batch. */
export const NO_DAY = -1_000_000;
/** Of a claim without number; of one whose number leads to no unit of the list. */
export const NO_BATCH = -1;
const OTHER_BATCH = -2;

/** What the rows of `lotStatement` say, by bit. */
export const LOT = { inside: 1, first: 2, second: 4 } as const;
/** What the rows of `claimStatement` say, by bit; how the claim's batch was found is counted from `how` (0 … 3, see `HOW`). */
export const CLAIM = {
  ownInside: 1,
  first: 2,
  lead: 4,
  one: 8,
  other: 16,
  ownOne: 32,
  ownOther: 64,
  how: 128,
} as const;
export const HOW = { none: 0, serial: 1, range: 2, batch: 3 } as const;

/** Units as asked for. Conditions are SQL over the columns of the list and of `batch` that `fields` names. */
export interface UnitsAsked {
  readonly list: UnitList;
  /** Column of the list from whose day age counts. */
  readonly day: string;
  /** Columns that the conditions read, and the list that each is in. */
  readonly fields: ReadonlyMap<string, Dataset>;
  /** The batch register tells days of production. */
  readonly builds: boolean;
  readonly inside: string;
  readonly compared: readonly [string, string];
}

/**
 * Units as one column of whole numbers, six a row: the batch (position in order of batch number, −1 without), the day on which their age
 * begins, how many, bits (`LOT`), the day of production and the quantity built (NO_DAY, 0 where unknown). Days since 1970.
 */
export function lotStatement(asked: UnitsAsked): string {
  const bits = bitsOf([
    [asked.inside, LOT.inside],
    [asked.compared[0], LOT.first],
    [asked.compared[1], LOT.second],
  ]);
  return (
    `WITH ${batchIndex(asked.list)}, ${units(asked)}, ` +
    `lots AS (SELECT unit_batch, unit_day, unit_built, unit_made, ${bits} AS bits, sum(unit_qty) AS qty FROM units WHERE unit_day IS NOT NULL GROUP BY ALL HAVING sum(unit_qty) > 0) ` +
    `SELECT unnest([${[
      `coalesce(i.place, ${NO_BATCH})`,
      dayNumber('unit_day'),
      'CAST(least(round(qty), 2000000000) AS INTEGER)',
      'bits',
      `coalesce(${dayNumber('unit_built')}, ${NO_DAY})`,
      'CAST(least(round(coalesce(unit_made, 0)), 2000000000) AS INTEGER)',
    ].join(', ')}]) AS v FROM lots LEFT JOIN batch_index AS i ON unit_batch = i.no`
  );
}

/** One row: the units inside (`units`), and those of them that have been activated (`activated`, single numbers only). */
export function unitTotals(asked: UnitsAsked): string {
  const activated = asked.list === 'serial' ? 'count(*) FILTER (unit_activated IS NOT NULL)' : '0';
  return `WITH ${units(asked)} SELECT coalesce(CAST(sum(unit_qty) AS DOUBLE), 0) AS units, CAST(${activated} AS DOUBLE) AS activated FROM units WHERE unit_day IS NOT NULL AND ${asked.inside}`;
}

/** The batch numbers (`no`) of positions, in order. */
export function batchNumbers(list: UnitList): string {
  return `WITH ${batchIndex(list)} SELECT no FROM batch_index ORDER BY place`;
}

function batchIndex(list: UnitList): string {
  return `batch_index AS MATERIALIZED (SELECT no, CAST(row_number() OVER (ORDER BY no) - 1 AS INTEGER) AS place FROM (SELECT DISTINCT CAST(batch_no AS VARCHAR) AS no FROM ${codedView(list)} WHERE batch_no IS NOT NULL))`;
}

/** Rows of units: `unit_batch, unit_day, unit_qty, unit_built, unit_made` (quantity built), and the columns that conditions read. */
function units({ list, day, fields, builds }: UnitsAsked): string {
  const quantity = { serial: '1', shipment: 'u.qty', batch: 'u.qty' }[list];
  const single = list === 'serial' ? ' WHERE u.serial_no IS NOT NULL' : '';
  const columns = [
    'CAST(u.batch_no AS VARCHAR) AS unit_batch',
    `CAST(u.${identifier(day)} AS DATE) AS unit_day`,
    `${quantity} AS unit_qty`,
    `${builds ? 'CAST(b.produced_at AS DATE)' : 'CAST(NULL AS DATE)'} AS unit_built`,
    'b.qty AS unit_made',
    ...(list === 'serial' ? ['u.activated_at AS unit_activated'] : []),
    ...[...fields].map(([name, from]) => `${from === list ? 'u' : 'b'}.${identifier(name)} AS ${identifier(name)}`),
  ];
  // Each batch once, whatever the list repeats.
  const batches = `SELECT * FROM ${codedView('batch')} WHERE batch_no IS NOT NULL QUALIFY row_number() OVER (PARTITION BY batch_no ORDER BY row_id) = 1`;
  return `units AS (SELECT ${columns.join(', ')} FROM ${codedView(list)} AS u LEFT JOIN (${batches}) AS b ON CAST(u.batch_no AS VARCHAR) = CAST(b.batch_no AS VARCHAR)${single})`;
}

/** Claims as asked for. Conditions are SQL over the columns of complaints. */
export interface ClaimsAsked {
  readonly list: UnitList;
  /** Which complaints: measure, mode and what the scope says of complaints. */
  readonly where: string;
  /** What the scope says of units, as far as complaints tell it: for those whose unit is not found. */
  readonly ownInside: string;
  /** What each compared scope says of complaints, and of units as far as complaints tell it. */
  readonly compared: readonly [string, string];
  readonly ownCompared: readonly [string, string];
  /** The day of a claim. */
  readonly clock: 'received' | 'occurred';
  /** Column of the complaint from whose day its age may count; the register's day is better. */
  readonly ownDay: string | undefined;
  /** Column of the register of single numbers from whose day the age of its units counts. */
  readonly serialDay: string | undefined;
  readonly serials: boolean;
  readonly ranges: boolean;
  /** Failure modes that are told apart, the first has number 0. */
  readonly modes: readonly string[];
  /** Complaints may name several modes. */
  readonly severalModes: boolean;
}

/**
 * Claims as one column of whole numbers, six a row: the batch (as in `lotStatement`), the day on which the unit's age begins where it is
 * known (else NO_DAY), the day of the claim, the failure mode (−1 others), bits (`CLAIM`) and the complaint's row id. A complaint with
 * several modes has a row each, one of which leads. The batch is the one of the serial number, single or in a range, else the batch number.
 */
export function claimStatement(asked: ClaimsAsked): string {
  const { where, clock, ownDay, serialDay, serials, ranges, modes, severalModes } = asked;
  const columns = [
    'row_id',
    'CAST(serial_no AS VARCHAR) AS serial_no',
    'CAST(batch_no AS VARCHAR) AS batch_no',
    `${clock === 'received' ? 'received_at' : 'least(coalesce(occurred_at, received_at), received_at)'} AS claimed_at`,
    `${ownDay === undefined ? 'CAST(NULL AS TIMESTAMP)' : identifier(ownDay)} AS own_at`,
    `${bitsOf([
      [asked.ownInside, CLAIM.ownInside],
      [asked.compared[0], CLAIM.one],
      [asked.compared[1], CLAIM.other],
      [asked.ownCompared[0], CLAIM.ownOne],
      [asked.ownCompared[1], CLAIM.ownOther],
    ])} AS bits`,
    severalModes
      ? 'coalesce(failure_modes, [CAST(failure_mode AS VARCHAR)]) AS named'
      : 'CAST(failure_mode AS VARCHAR) AS named',
  ];
  const found = [...(serials ? ['g.batch_no'] : []), ...(ranges ? ['r.batch_no'] : []), 'c.batch_no'];
  const how = [
    ...(serials ? [`WHEN g.batch_no IS NOT NULL THEN ${HOW.serial}`] : []),
    ...(ranges ? [`WHEN r.batch_no IS NOT NULL THEN ${HOW.range}`] : []),
    `WHEN c.batch_no IS NOT NULL THEN ${HOW.batch}`,
  ];
  const start = serials && serialDay !== undefined ? 'coalesce(g.begun_at, c.own_at)' : 'c.own_at';
  const number = modes.length === 0 ? '0' : `list_position([${modes.map(literal).join(', ')}], mode)`;
  return (
    `WITH ${batchIndex(asked.list)}, claims AS MATERIALIZED (SELECT ${columns.join(', ')} FROM ${codedView('complaint')} WHERE ${where}), ` +
    'numbers AS MATERIALIZED (SELECT serial_no, min(row_id) AS first FROM claims WHERE serial_no IS NOT NULL GROUP BY serial_no), ' +
    (serials ? `${singles(serialDay)}, ` : '') +
    (ranges ? `${ranged(serials)}, ` : '') +
    `traced AS (SELECT c.row_id, coalesce(i.place, CASE WHEN coalesce(${found.join(', ')}) IS NULL THEN ${NO_BATCH} ELSE ${OTHER_BATCH} END) AS batch, ` +
    `coalesce(${dayNumber(start)}, ${NO_DAY}) AS begun, ${dayNumber('c.claimed_at')} AS day, ` +
    `c.bits + CASE WHEN n.first IS NULL OR n.first = c.row_id THEN ${CLAIM.first} ELSE 0 END + ${CLAIM.how} * (CASE ${how.join(' ')} ELSE ${HOW.none} END) AS bits, ` +
    `${severalModes ? 'unnest(c.named) AS mode, unnest(range(len(c.named))) AS nth' : 'c.named AS mode, 0 AS nth'} ` +
    'FROM claims AS c LEFT JOIN numbers AS n ON c.serial_no = n.serial_no ' +
    (serials ? 'LEFT JOIN singles AS g ON c.serial_no = g.serial_no ' : '') +
    (ranges ? 'LEFT JOIN ranged AS r ON c.serial_no = r.serial_no ' : '') +
    `LEFT JOIN batch_index AS i ON coalesce(${found.join(', ')}) = i.no) ` +
    `SELECT unnest([batch, begun, day, CAST(coalesce(${number}, 0) AS INTEGER) - 1, CAST(bits + CASE WHEN nth = 0 THEN ${CLAIM.lead} ELSE 0 END AS INTEGER), CAST(row_id AS INTEGER)]) AS v FROM traced`
  );
}

/** The register's batch and day of the single numbers among `numbers`. */
function singles(day: string | undefined): string {
  const begun = day === undefined ? 'CAST(NULL AS TIMESTAMP)' : `min(${identifier(day)})`;
  return `singles AS MATERIALIZED (SELECT CAST(s.serial_no AS VARCHAR) AS serial_no, min(CAST(s.batch_no AS VARCHAR)) AS batch_no, ${begun} AS begun_at FROM ${codedView('serial')} AS s WHERE CAST(s.serial_no AS VARCHAR) IN (SELECT serial_no FROM numbers) GROUP BY 1)`;
}

/** The batch of the range that holds a number: the range of numbers as long as it that begins last at or before it. */
function ranged(serials: boolean): string {
  const asked = `SELECT serial_no, length(serial_no) AS digits FROM numbers${serials ? ' ANTI JOIN singles USING (serial_no)' : ''}`;
  const ranges = `SELECT CAST(serial_from AS VARCHAR) AS first, CAST(serial_to AS VARCHAR) AS last, CAST(batch_no AS VARCHAR) AS batch_no, length(CAST(serial_from AS VARCHAR)) AS digits FROM ${codedView('serial')} WHERE serial_from IS NOT NULL AND serial_to IS NOT NULL`;
  return `ranged AS MATERIALIZED (SELECT n.serial_no, r.batch_no FROM (${asked}) AS n ASOF JOIN (${ranges}) AS r ON n.digits = r.digits AND n.serial_no >= r.first WHERE n.serial_no <= r.last)`;
}

/** Failure modes of complaints (`mode`, `n`), most frequent first. */
export function modeStatement(where: string, severalModes: boolean): string {
  const mode = severalModes ? everyValue('failure_mode') : 'failure_mode';
  return `SELECT CAST(mode AS VARCHAR) AS mode, CAST(count(*) AS DOUBLE) AS n FROM (SELECT ${mode} AS mode FROM ${codedView('complaint')} WHERE ${where}) WHERE mode IS NOT NULL GROUP BY mode ORDER BY n DESC, mode`;
}

/** Complaints by month of occurrence since a day: `month` (ISO, its first day), `n`; and `negative`, those received before they occurred. */
export function occurrenceStatement(where: string, since: string): string {
  return `SELECT left(CAST(month AS VARCHAR), 10) AS month, CAST(count(*) FILTER (NOT early) AS DOUBLE) AS n, CAST(count(*) FILTER (early) AS DOUBLE) AS negative FROM (SELECT date_trunc('month', occurred_at) AS month, CAST(received_at AS DATE) < CAST(occurred_at AS DATE) AS early FROM ${codedView('complaint')} WHERE occurred_at >= TIMESTAMP ${literal(since)} AND ${where}) GROUP BY month ORDER BY month`;
}

function dayNumber(time: string): string {
  return `CAST(CAST(${time} AS DATE) - DATE '1970-01-01' AS INTEGER)`;
}

function bitsOf(conditions: readonly (readonly [condition: string, bit: number])[]): string {
  return conditions.map(([condition, bit]) => `CASE WHEN ${condition} THEN ${bit} ELSE 0 END`).join(' + ');
}
