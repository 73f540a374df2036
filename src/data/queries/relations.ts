import type { Dataset } from '../../domain/columns';
import type { RelationCheck, RelationKind } from '../../domain/relation';
import { identifier } from '../schema/sql';

/** Columns with at least one value, by dataset; a dataset without rows has none. */
export type Present = Readonly<Record<Dataset, ReadonlySet<string>>>;

/** How a check is asked: over `from`, of rows that `applies` lets through; a row is at fault where `fault` holds. */
export interface RelationQuery {
  readonly check: RelationCheck;
  /** Rows of the check's dataset (alias `r`), with what they are compared with. */
  readonly from: string;
  readonly applies: string;
  readonly fault: string;
  /** SQL of the number that the fault is about. */
  readonly number: string;
  /** What a faulty row is shown with: name and SQL. The names are columns of the catalogue, or `relationColumn` of the locales. */
  readonly shown: readonly (readonly [name: string, sql: string])[];
}

/** One row a file (`file`): columns `a<n>` (rows asked) and `f<n>` (rows at fault) of each query; all must have the same `from`. */
export function countFaults(queries: readonly RelationQuery[]): string {
  const counts = queries.flatMap(({ applies, fault }, at) => [
    `count(*) FILTER (${applies}) AS a${at}`,
    `count(*) FILTER (${applies} AND ${fault}) AS f${at}`,
  ]);
  return `SELECT r.source_file AS file, ${counts.join(', ')} FROM ${queries[0]?.from ?? ''} GROUP BY r.source_file ORDER BY file`;
}

/** The numbers that most faulty rows name (`number`), and in how many rows (`n`). */
export function faultExamples(query: RelationQuery, limit: number): string {
  return `SELECT number, count(*) AS n FROM (${faultyRows(query)}) WHERE number IS NOT NULL GROUP BY number ORDER BY n DESC, number LIMIT ${limit}`;
}

/** Every faulty row: `number`, what it is shown with, and where it was read (`source_file`, `source_row`). */
export function faultyRows({ from, applies, fault, number, shown }: RelationQuery): string {
  const columns = shown.map(([name, sql]) => `${sql} AS ${identifier(name)}`);
  return `SELECT ${[`${number} AS number`, ...columns].join(', ')}, r.source_file, r.source_row FROM ${from} WHERE ${applies} AND ${fault}`;
}

/** The query of a check; undefined where the columns that it needs have no values. */
export function relationQuery(check: RelationCheck, present: Present): RelationQuery | undefined {
  const has = (dataset: Dataset, ...columns: string[]) => columns.every((name) => present[dataset].has(name));
  const made = MAKERS[check.kind](check.dataset, has, present);
  return made === undefined ? undefined : { check, ...made };
}

type Asked = Omit<RelationQuery, 'check'>;
type Has = (dataset: Dataset, ...columns: string[]) => boolean;
type Maker = (dataset: Dataset, has: Has, present: Present) => Asked | undefined;

const MAKERS: Readonly<Record<RelationKind, Maker>> = {
  orphanBatch: (dataset, has) => {
    const column = dataset === 'change' ? 'batch_from' : 'batch_no';
    if (!has(dataset, column) || !has('batch', 'batch_no')) return undefined;
    return missing(dataset, column, `${from(dataset)}${batches(column)}`, 'b.no IS NULL', has);
  },
  orphanSerial: (dataset, has, present) =>
    has(dataset, 'serial_no') && (has('serial', 'serial_no') || has('serial', 'serial_from', 'serial_to'))
      ? unknown(dataset, 'serial_no', ['serial'], has, present)
      : undefined,
  orphanLot: (dataset, has) =>
    has(dataset, 'lot_no') && has('material_lot', 'lot_no')
      ? missing(dataset, 'lot_no', `${from(dataset)}${lots('lot_no')}`, 'l.no IS NULL', has)
      : undefined,
  orphanParent: (dataset, has, present) =>
    has(dataset, 'parent') && has('batch', 'batch_no')
      ? unknown(dataset, 'parent', ['batch', 'serial', 'child'], has, present)
      : undefined,
  orphanChild: (dataset, has, present) =>
    has(dataset, 'child') && has('material_lot', 'lot_no')
      ? unknown(dataset, 'child', ['material_lot', 'batch', 'serial', 'parent'], has, present)
      : undefined,
  orphanComplaint: (dataset, has, present) =>
    has(dataset, 'complaint_no') && has('complaint', 'complaint_no')
      ? unknown(dataset, 'complaint_no', ['complaint'], has, present)
      : undefined,
  ownParent: (dataset, has) =>
    has(dataset, 'parent', 'child')
      ? {
          from: from(dataset),
          applies: 'r.parent IS NOT NULL',
          fault: 'r.parent = r.child',
          number: 'r.parent',
          shown: shown(dataset, has, ['qty', 'at', 'line']),
        }
      : undefined,
  invertedRange: (dataset, has) =>
    has(dataset, 'serial_from', 'serial_to')
      ? {
          from: from(dataset),
          applies: IS_RANGE,
          fault: '(r.serial_to < r.serial_from OR length(r.serial_to) <> length(r.serial_from))',
          number: 'r.serial_from',
          shown: shown(dataset, has, ['serial_from', 'serial_to', 'batch_no']),
        }
      : undefined,
  overlappingRange: (dataset, has) =>
    has(dataset, 'serial_from', 'serial_to')
      ? {
          from: `(SELECT *, max(serial_to) OVER before AS reached FROM serial AS r WHERE ${IS_RANGE} AND ${IS_SOUND} WINDOW before AS (PARTITION BY length(serial_from) ORDER BY serial_from, serial_to, row_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS r`,
          applies: 'true',
          fault: 'coalesce(r.reached >= r.serial_from, false)',
          number: 'r.serial_from',
          shown: [...shown(dataset, has, ['serial_from', 'serial_to', 'batch_no']), ['reached', 'r.reached'] as const],
        }
      : undefined,
  shippedBeforeBuilt: (dataset, has) => tooEarly(dataset, 'shipped_at', has),
  complainedBeforeBuilt: (dataset, has) => tooEarly(dataset, 'received_at', has),
  consumedBeforeReceived: (dataset, has) =>
    has(dataset, 'child', 'at') && has('material_lot', 'lot_no', 'received_at')
      ? {
          from: `${from(dataset)}${lots('child')}`,
          applies: '(r.at IS NOT NULL AND l.received IS NOT NULL)',
          fault: 'CAST(r.at AS DATE) < CAST(l.received AS DATE)',
          number: 'r.child',
          shown: [...shown(dataset, has, ['parent', 'at', 'line']), ['lot_received', 'l.received'] as const],
        }
      : undefined,
  moreThanBuilt: (_, has) => quantities(has, false),
  lessThanBuilt: (_, has) => quantities(has, true),
};

function from(dataset: Dataset): string {
  return `${identifier(dataset)} AS r`;
}

/** A number that the other list does not have. */
function missing(dataset: Dataset, column: string, rows: string, fault: string, has: Has): Asked {
  const number = `r.${identifier(column)}`;
  return {
    from: rows,
    applies: `${number} IS NOT NULL`,
    fault,
    number,
    shown: shown(dataset, has, ABOUT[dataset] ?? []),
  };
}

/** What a row that names an unknown number is shown with. */
const ABOUT: Readonly<Partial<Record<Dataset, readonly string[]>>> = {
  complaint: ['complaint_no', 'received_at', 'model'],
  shipment: ['shipped_at', 'model', 'qty'],
  serial: ['serial_no', 'serial_from', 'serial_to'],
  stock: ['place', 'stock_status', 'qty', 'as_of'],
  inspection: ['stage', 'at', 'line'],
  change: ['change_no', 'at', 'kind'],
  consumption: ['parent', 'child', 'qty', 'at'],
  returned_item: ['return_no', 'applied_at'],
};

function shown(dataset: Dataset, has: Has, names: readonly string[]): [name: string, sql: string][] {
  return names.filter((name) => has(dataset, name)).map((name) => [name, `r.${identifier(name)}`]);
}

/** Batches by number, each once, whatever the list repeats. */
function batches(column: string): string {
  return ` LEFT JOIN (SELECT batch_no AS no, min(produced_at) AS built_at FROM batch WHERE batch_no IS NOT NULL GROUP BY batch_no) AS b ON r.${identifier(column)} = b.no`;
}

function lots(column: string): string {
  return ` LEFT JOIN (SELECT lot_no AS no, min(received_at) AS received FROM material_lot WHERE lot_no IS NOT NULL GROUP BY lot_no) AS l ON r.${identifier(column)} = l.no`;
}

const IS_RANGE = '(r.serial_from IS NOT NULL AND r.serial_to IS NOT NULL)';
const IS_SOUND = '(r.serial_to >= r.serial_from AND length(r.serial_to) = length(r.serial_from))';

/**
 * The numbers among `numbers` (one column `no`) that lie in some range of serial numbers: the furthest that a range reaches which begins
 * at or before the number is not before it. One pass, however many ranges overlap; numbers of the same length only, because others do
 * not sort as people count.
 */
function inRanges(numbers: string): string {
  const reach = `SELECT length(serial_from) AS digits, serial_from AS first, max(serial_to) OVER (PARTITION BY length(serial_from) ORDER BY serial_from) AS last FROM serial AS r WHERE ${IS_RANGE} AND ${IS_SOUND}`;
  return `SELECT n.no FROM (${numbers}) AS n ASOF JOIN (${reach}) AS reach ON length(n.no) = reach.digits AND n.no >= reach.first WHERE reach.last >= n.no`;
}

/** Where numbers of units and materials are kept. */
const KEPT = {
  batch: ['batch', 'batch_no'],
  material_lot: ['material_lot', 'lot_no'],
  serial: ['serial', 'serial_no'],
  complaint: ['complaint', 'complaint_no'],
  parent: ['consumption', 'parent'],
  child: ['consumption', 'child'],
} as const satisfies Record<string, readonly [dataset: Dataset, column: string]>;

/** A number that is in none of the lists that there are. Sub-batches are known from the consumption that made them. */
function unknown(
  dataset: Dataset,
  column: string,
  lists: readonly (keyof typeof KEPT)[],
  has: Has,
  present: Present,
): Asked {
  const known = lists.flatMap((list) => {
    const [of, name] = KEPT[list];
    return present[of].has(name) ? [`SELECT ${identifier(name)} AS no FROM ${identifier(of)}`] : [];
  });
  const own = `SELECT ${identifier(column)} AS no FROM ${identifier(dataset)} WHERE ${identifier(column)} IS NOT NULL`;
  const listed = known.length === 0 ? '' : ` ANTI JOIN (${known.join(' UNION ALL ')}) AS k ON a.no = k.no`;
  // Few numbers are left: only these are sorted to look for their ranges, and compared with every row.
  const left = `WITH lone AS MATERIALIZED (SELECT DISTINCT a.no FROM (${own}) AS a${listed})`;
  const ranged = lists.includes('serial') && has('serial', 'serial_from', 'serial_to');
  const outside = ranged ? ` ANTI JOIN (${inRanges('SELECT no FROM lone')}) AS i ON lone.no = i.no` : '';
  const fault = `r.${identifier(column)} IN (${left} SELECT lone.no FROM lone${outside})`;
  return missing(dataset, column, from(dataset), fault, has);
}

/** Something happened to a batch before it was built; by day, because one of the two times often has no hour. */
function tooEarly(dataset: Dataset, time: string, has: Has): Asked | undefined {
  if (!has(dataset, 'batch_no', time) || !has('batch', 'batch_no', 'produced_at')) return undefined;
  const at = `r.${identifier(time)}`;
  return {
    from: `${from(dataset)}${batches('batch_no')}`,
    applies: `(${at} IS NOT NULL AND b.built_at IS NOT NULL)`,
    fault: `CAST(${at} AS DATE) < CAST(b.built_at AS DATE)`,
    number: 'r.batch_no',
    shown: [...shown(dataset, has, ['complaint_no', 'model', time]), ['built_at', 'b.built_at'] as const],
  };
}

/**
 * Units of a batch: built, and gone. With a stock list as of a day: shipped and built in until then and in stock on the last such day, of
 * batches built until then; otherwise everything shipped and built in. Whether too few are gone is asked only of batches built since
 * shipments are listed: earlier ones have left in part unseen.
 */
function quantities(has: Has, withStock: boolean): Asked | undefined {
  if (!has('batch', 'batch_no', 'qty') || !has('shipment', 'batch_no', 'qty')) return undefined;
  const stocked = has('stock', 'batch_no', 'qty');
  if (withStock && !stocked) return undefined;
  const dated = stocked && has('stock', 'as_of');
  const day = '(SELECT CAST(max(as_of) AS DATE) FROM stock)';
  const until = (time: string) => (dated ? ` AND coalesce(CAST(${time} AS DATE) <= ${day}, true)` : '');
  const built = has('batch', 'produced_at');
  const shippedTime = has('shipment', 'shipped_at') ? until('shipped_at') : '';
  const listed =
    withStock && built && has('shipment', 'shipped_at')
      ? ' AND coalesce(CAST(r.produced_at AS DATE) >= (SELECT CAST(min(shipped_at) AS DATE) FROM shipment), false)'
      : '';
  const gone = [
    { name: 'shipped_qty', ...unitsBy('shipment', 's', 'batch_no', shippedTime) },
    ...(has('consumption', 'child', 'qty')
      ? [{ name: 'used_qty', ...unitsBy('consumption', 'u', 'child', has('consumption', 'at') ? until('"at"') : '') }]
      : []),
    ...(stocked
      ? [{ name: 'stock_qty', ...unitsBy('stock', 'k', 'batch_no', dated ? ` AND CAST(as_of AS DATE) = ${day}` : '') }]
      : []),
  ];
  const sum = gone.map(({ units }) => units).join(' + ');
  return {
    from: `batch AS r${gone.map(({ join }) => join).join('')}`,
    applies: `(r.qty IS NOT NULL${built ? until('r.produced_at') : ''}${listed})`,
    fault: `${sum} ${withStock ? '<' : '>'} r.qty`,
    number: 'r.batch_no',
    shown: [
      ...shown('batch', has, ['model', 'produced_at']),
      ['built_qty', 'r.qty'] as const,
      ...gone.map(({ name, units }) => [name, units] as const),
      ['difference', `${sum} - r.qty`] as const,
    ],
  };
}

/** Units by batch number of a list (alias `as`), to be joined to batches. */
function unitsBy(
  list: Dataset,
  as: string,
  number: string,
  when: string,
): { readonly join: string; readonly units: string } {
  const sums = `SELECT ${number} AS no, CAST(sum(qty) AS DOUBLE) AS units FROM ${list} WHERE ${number} IS NOT NULL${when} GROUP BY ${number}`;
  return { join: ` LEFT JOIN (${sums}) AS ${as} ON r.batch_no = ${as}.no`, units: `coalesce(${as}.units, 0)` };
}
