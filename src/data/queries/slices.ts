import type { MeasureId } from '../../domain/measure';
import type { Scope } from '../../domain/scope';
import { identifier, literal } from '../schema/sql';
import { codedView } from '../schema/tables';
import { everyValue } from './breakdown';
import { measureCondition } from './measure-sql';
import { type Shape, scopeSql } from './scope-sql';

/** Complaints that a scan is about: a measure in a scope, received on days from ≤ day < until (ISO). */
export interface SliceComplaints {
  readonly scope: Scope;
  readonly measure: MeasureId;
  readonly from: string;
  readonly until: string;
  /** Column of the failure modes; null: all complaints are one mode. */
  readonly modeField: string | null;
  readonly shape: Shape;
}

/** The number of a month, so that months are integers one apart. */
const MONTH = '(year(received_at) * 12 + month(received_at) - 1)';
const EPOCH = "DATE '1970-01-01'";
/** 2: about safety, 1: major or critical, else 0. */
const GRAVITY =
  "CASE WHEN is_safety THEN 2 WHEN coalesce(CAST(severity AS VARCHAR) IN ('major', 'critical'), false) THEN 1 ELSE 0 END";

function counted({ scope, measure, from, until, shape }: SliceComplaints): string {
  return (
    `${measureCondition(measure)} AND ${scopeSql(scope, 'complaint', shape)} ` +
    `AND received_at >= TIMESTAMP ${literal(from)} AND received_at < TIMESTAMP ${literal(until)}`
  );
}

function modeOf({ modeField, shape }: SliceComplaints): string {
  if (modeField === null) return "''";
  return shape.lists.has(modeField) ? everyValue(modeField) : identifier(modeField);
}

/** One row a failure mode, most frequent first: `mode`, `n`, `safety`, and how many modes there are (`modes`). */
export function sliceModes(complaints: SliceComplaints, most: number): string {
  return (
    'SELECT CAST(mode AS VARCHAR) AS mode, CAST(n AS DOUBLE) AS n, CAST(safety AS DOUBLE) AS safety, CAST(count(*) OVER () AS DOUBLE) AS modes ' +
    'FROM (SELECT mode, count(*) AS n, count(*) FILTER (is_safety) AS safety ' +
    `FROM (SELECT ${modeOf(complaints)} AS mode, is_safety FROM ${codedView('complaint')} WHERE ${counted(complaints)}) ` +
    `WHERE mode IS NOT NULL GROUP BY mode) ORDER BY n DESC, CAST(mode AS VARCHAR) LIMIT ${most}`
  );
}

/** Which batches a scan knows, and in what order: their numbers are places in it. */
export interface KnownBatches {
  /** Batches that only complaints name count too: there is no register. */
  readonly ofComplaints: boolean;
}

function numbered({ ofComplaints }: KnownBatches): string {
  const of = ['batch', 'shipment', ...(ofComplaints ? ['complaint'] : [])];
  const all = of.map((dataset) => `SELECT batch_no FROM ${dataset} WHERE batch_no IS NOT NULL`).join(' UNION ');
  return `(SELECT batch_no AS no, CAST(row_number() OVER (ORDER BY batch_no) - 1 AS INTEGER) AS id FROM (${all}))`;
}

/** One row a batch, in the order of their places: `no`, `model`, `family`, `plant`, `line`, `shift`, `week`, `built` (day since 1970), `qty`, `part` (it went into another one). */
export function sliceBatches(known: KnownBatches): string {
  const complaints = known.ofComplaints
    ? 'LEFT JOIN (SELECT batch_no, min(model) AS model, min(product_family) AS family FROM complaint WHERE batch_no IS NOT NULL GROUP BY batch_no) AS c ON c.batch_no = n.no'
    : 'LEFT JOIN (SELECT CAST(NULL AS VARCHAR) AS batch_no, CAST(NULL AS VARCHAR) AS model, CAST(NULL AS VARCHAR) AS family) AS c ON c.batch_no = n.no';
  return (
    'SELECT n.no, coalesce(b.model, s.model, c.model) AS model, coalesce(s.family, c.family, f.family) AS family, b.plant, b.line, b.shift, ' +
    `strftime(b.built_at, '%G-W%V') AS week, CAST(date_diff('day', ${EPOCH}, CAST(b.built_at AS DATE)) AS DOUBLE) AS built, ` +
    `CAST(b.qty AS DOUBLE) AS qty, p.no IS NOT NULL AS part FROM ${numbered(known)} AS n ` +
    'LEFT JOIN (SELECT batch_no, min(model) AS model, min(plant) AS plant, min(line) AS line, min(shift) AS shift, min(produced_at) AS built_at, max(qty) AS qty FROM batch GROUP BY batch_no) AS b ON b.batch_no = n.no ' +
    'LEFT JOIN (SELECT batch_no, min(model) AS model, min(product_family) AS family FROM shipment GROUP BY batch_no) AS s ON s.batch_no = n.no ' +
    `${complaints} ` +
    'LEFT JOIN (SELECT model, min(product_family) AS family FROM complaint WHERE model IS NOT NULL GROUP BY model) AS f ON f.model = coalesce(b.model, s.model, c.model) ' +
    'LEFT JOIN (SELECT DISTINCT child AS no FROM consumption WHERE parent IS NOT NULL) AS p ON p.no = n.no ORDER BY n.id'
  );
}

/** Triples of integers a batch and month of shipment: place of the batch, mean day (since 1970), units. */
export function sliceConsignments(known: KnownBatches, scope: Scope, until: string, shape: Shape): string {
  const day = `date_diff('day', ${EPOCH}, CAST(shipped_at AS DATE))`;
  return (
    'SELECT unnest([id, CAST(round(days / units) AS INTEGER), CAST(units AS INTEGER)]) AS v FROM (SELECT n.id, ' +
    `sum(qty) AS units, sum(qty * ${day}) AS days FROM shipment JOIN ${numbered(known)} AS n ON n.no = shipment.batch_no ` +
    `WHERE qty > 0 AND ${scopeSql(scope, 'shipment', shape)} AND shipped_at < TIMESTAMP ${literal(until)} ` +
    "GROUP BY n.id, date_trunc('month', shipped_at) ORDER BY n.id, days / units)"
  );
}

/** One row a batch and way of shipment: `id`, the columns asked for, `units`. */
export function sliceWays(
  known: KnownBatches,
  columns: readonly string[],
  scope: Scope,
  until: string,
  shape: Shape,
): string {
  const names = columns.map(identifier).join(', ');
  return (
    `SELECT n.id, ${names}, CAST(sum(qty) AS DOUBLE) AS units FROM shipment JOIN ${numbered(known)} AS n ON n.no = shipment.batch_no ` +
    `WHERE qty > 0 AND ${scopeSql(scope, 'shipment', shape)} AND shipped_at < TIMESTAMP ${literal(until)} GROUP BY n.id, ${names} ORDER BY n.id`
  );
}

function modeList(modes: readonly (string | null)[]): string {
  return `(SELECT unnest([${modes.map((mode) => literal(mode ?? '')).join(', ')}]) AS mode, unnest(range(${modes.length})) AS id)`;
}

/** Finds the batch of a complaint `c` through its serial number: alone (`s`), or in a range that begins at or before it (`r`, up to `r.last`). */
export const SERIAL_BATCH =
  'LEFT JOIN (SELECT serial_no, min(batch_no) AS batch_no FROM serial WHERE serial_no IS NOT NULL AND batch_no IS NOT NULL GROUP BY serial_no) AS s ON s.serial_no = c.serial_no ' +
  'ASOF LEFT JOIN (SELECT length(serial_from) AS digits, serial_from AS first, serial_to AS last, batch_no FROM serial WHERE batch_no IS NOT NULL AND serial_to >= serial_from AND length(serial_to) = length(serial_from)) AS r ' +
  'ON length(c.serial_no) = r.digits AND c.serial_no >= r.first';

/**
 * Fours of integers a mode, batch, month and gravity: mode × 3 + gravity, place of the batch, month, complaints. Modes that are not listed
 * come as mode −1 if `others`, else not at all.
 * @param by complaints that name their batch; or those that do not, through their serial number, alone or in a range
 */
export function sliceCells(
  complaints: SliceComplaints,
  known: KnownBatches,
  modes: readonly (string | null)[],
  by: 'batch' | 'serial',
  others: boolean,
): string {
  const named = by === 'batch' ? 'batch_no IS NOT NULL' : 'batch_no IS NULL AND serial_no IS NOT NULL';
  const rows = `(SELECT ${modeOf(complaints)} AS mode, CAST(batch_no AS VARCHAR) AS batch_no, CAST(serial_no AS VARCHAR) AS serial_no, ${MONTH} AS month, ${GRAVITY} AS gravity FROM ${codedView('complaint')} WHERE ${counted(complaints)} AND ${named})`;
  const batch =
    by === 'batch'
      ? `SELECT c.mode, c.month, c.gravity, c.batch_no FROM ${rows} AS c`
      : `SELECT c.mode, c.month, c.gravity, coalesce(s.batch_no, CASE WHEN c.serial_no <= r.last THEN r.batch_no END) AS batch_no FROM ${rows} AS c ${SERIAL_BATCH}`;
  const grouped = `SELECT t.mode, n.id, t.month, t.gravity, count(*) AS n FROM (${batch}) AS t JOIN ${numbered(known)} AS n ON n.no = t.batch_no WHERE t.mode IS NOT NULL GROUP BY t.mode, n.id, t.month, t.gravity`;
  return (
    'SELECT unnest([CAST(coalesce(m.id, -1) * 3 + g.gravity AS INTEGER), g.id, CAST(g.month AS INTEGER), CAST(g.n AS INTEGER)]) AS v ' +
    `FROM (${grouped}) AS g ${others ? 'LEFT ' : ''}JOIN ${modeList(modes)} AS m ON m.mode = CAST(g.mode AS VARCHAR)`
  );
}

/** One row a value of some columns of complaints, blanks aside, in the order of their places: `v0`, `v1` … */
export function sliceValues(complaints: SliceComplaints, columns: readonly string[], most: number): string {
  const names = columns.map((_, at) => `v${at}`).join(', ');
  return `SELECT DISTINCT ${names} FROM (${valueRows(complaints, columns)}) ORDER BY ${names} LIMIT ${most}`;
}

/**
 * Fives of integers a mode, model, value, month and gravity of complaints: mode × 3 + gravity (mode −1: one that is not listed), model,
 * place of the value, month, complaints. Models without a place in the list are −1.
 */
export function sliceCounts(
  complaints: SliceComplaints,
  columns: readonly string[],
  modes: readonly (string | null)[],
  models: readonly string[],
): string {
  const names = columns.map((_, at) => `v${at}`);
  const values = `(SELECT ${names.join(', ')}, row_number() OVER (ORDER BY ${names.join(', ')}) - 1 AS id FROM (SELECT DISTINCT ${names.join(', ')} FROM found))`;
  const same = names.map((name) => `v.${name} = g.${name}`).join(' AND ');
  return (
    `WITH found AS (${valueRows(complaints, columns)}), g AS (SELECT mode, model, ${names.join(', ')}, month, gravity, count(*) AS n FROM found GROUP BY ALL) ` +
    'SELECT unnest([CAST(coalesce(m.id, -1) * 3 + g.gravity AS INTEGER), CAST(coalesce(k.id, -1) AS INTEGER), CAST(v.id AS INTEGER), CAST(g.month AS INTEGER), CAST(g.n AS INTEGER)]) AS v ' +
    `FROM g JOIN ${values} AS v ON ${same} LEFT JOIN ${modeList(modes)} AS m ON m.mode = CAST(g.mode AS VARCHAR) ` +
    `LEFT JOIN ${modeList(models)} AS k ON k.mode = g.model`
  );
}

function valueRows(complaints: SliceComplaints, columns: readonly string[]): string {
  const { shape } = complaints;
  const values = columns.map((column, at) =>
    shape.columns.has(column)
      ? `${shape.lists.has(column) ? everyValue(column) : `CAST(${identifier(column)} AS VARCHAR)`} AS v${at}`
      : `CAST(NULL AS VARCHAR) AS v${at}`,
  );
  const filled = columns.map((_, at) => `v${at} IS NOT NULL`).join(' AND ');
  return (
    `SELECT * FROM (SELECT ${modeOf(complaints)} AS mode, CAST(model AS VARCHAR) AS model, ${MONTH} AS month, ${GRAVITY} AS gravity, ${values.join(', ')} ` +
    `FROM ${codedView('complaint')} WHERE ${counted(complaints)}) WHERE mode IS NOT NULL AND ${filled}`
  );
}

/**
 * No-reason returns of a scope, the latest first: `complaint_no`, `month`, `mode` where one is named, and `text`: what the customer said, and
 * the reason given for the decision about the return.
 */
export function namedReturns({ scope, from, until, modeField, shape }: SliceComplaints, most: number): string {
  const mode = modeField === null ? 'CAST(NULL AS VARCHAR)' : `c.${identifier(modeField)}`;
  return (
    `SELECT c.complaint_no, CAST(year(c.received_at) * 12 + month(c.received_at) - 1 AS INTEGER) AS month, ${mode} AS mode, ` +
    "left(concat_ws(' ', c.description, c.diagnosis, r.reason), 500) AS text FROM " +
    `(SELECT * FROM complaint WHERE category = 'no_reason_return' AND received_at >= TIMESTAMP ${literal(from)} AND received_at < TIMESTAMP ${literal(until)} AND ${scopeSql(scope, 'complaint', shape)}) AS c ` +
    "LEFT JOIN (SELECT complaint_no, string_agg(decision_reason, ' ') AS reason FROM returned_item WHERE complaint_no IS NOT NULL GROUP BY complaint_no) AS r ON r.complaint_no = c.complaint_no " +
    `ORDER BY c.received_at DESC, c.row_id DESC LIMIT ${most}`
  );
}
