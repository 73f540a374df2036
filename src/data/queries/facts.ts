import { type Dataset, SCHEMAS } from '../../domain/columns';
import { INTENDED } from '../../domain/quality-times';
import { identifier, literal } from '../schema/sql';
import { codedView } from '../schema/tables';

/** What a workspace holds of one dataset; everything that screens need to know before they ask a question. */
export interface DatasetFacts {
  readonly rows: number;
  /** Own columns of the stored table in table order (canonical, extra, `<name>s` lists). */
  readonly stored: readonly string[];
  /** Column → number of rows that are not blank. */
  readonly filled: Readonly<Record<string, number>>;
  /** Column → distinct values, roughly. Only columns that a breakdown may use. */
  readonly distinct: Readonly<Record<string, number>>;
  /** First and last value of the dataset's time axis, ISO `YYYY-MM-DD HH:MM:SS`; undefined without times. */
  readonly first?: string;
  readonly last?: string;
  /** Latest event that any time column records, plans and promises aside. */
  readonly latestEvent?: string;
  /** Shipments only: every row goes to an end customer. */
  readonly endCustomersOnly?: boolean;
}

/** Columns whose values can be bars of a chart: few enough to list, no identifiers and no prose. */
export function breakdownColumns(dataset: Dataset, stored: readonly string[]): string[] {
  const kinds = new Map(SCHEMAS[dataset].columns.map(({ name, kind }) => [name, kind]));
  return stored.filter(
    (name) =>
      ['category', 'vocabulary', 'list', 'boolean', undefined].includes(kinds.get(name)) && !isList(name, stored),
  );
}

/** The `<name>s` VARCHAR[] that accompanies a column whose cells hold several values. */
export function isList(name: string, stored: readonly string[]): boolean {
  return name.endsWith('s') && stored.includes(name.slice(0, -1));
}

/**
 * One row: counts, extremes and rough distinct counts of everything stored.
 * @param today ISO day of the import: events after it are typing errors and do not move the as-of date.
 * @param counted columns whose distinct values need no counting
 */
export function factsStatement(
  dataset: Dataset,
  stored: readonly string[],
  today: string,
  counted: ReadonlyMap<string, number> = new Map(),
): string {
  const schema = SCHEMAS[dataset];
  const times = schema.columns
    .filter(({ name, kind }) => kind === 'time' && stored.includes(name))
    .map(({ name }) => name);
  const events = times.filter((name) => !INTENDED.has(name));
  const breakable = breakdownColumns(dataset, stored);
  const select = [
    'count(*) AS rows',
    ...stored.map((name, at) => `count(${identifier(name)}) AS f${at}`),
    ...breakable.flatMap((name, at) =>
      counted.has(name) ? [] : [`approx_count_distinct(${identifier(name)}) AS d${at}`],
    ),
    stored.includes(schema.time)
      ? `CAST(min(${identifier(schema.time)}) AS VARCHAR) AS first, CAST(max(${identifier(schema.time)}) AS VARCHAR) AS last`
      : 'NULL AS first, NULL AS last',
    events.length === 0
      ? 'NULL AS latest'
      : `CAST(greatest(${events.map((name) => `max(${identifier(name)}) FILTER (${identifier(name)} < TIMESTAMP ${literal(today)} + INTERVAL 1 DAY)`).join(', ')}) AS VARCHAR) AS latest`,
    stored.includes('destination_kind')
      ? `coalesce(bool_and(CAST(destination_kind AS VARCHAR) = ${literal('end_customer')}), false) AS end_customers`
      : 'false AS end_customers',
  ];
  return `SELECT ${select.join(', ')} FROM ${codedView(dataset)}`;
}

/** Reads the row of `factsStatement`. @param counted distinct values of the columns that were left out of it */
export function factsOf(
  dataset: Dataset,
  stored: readonly string[],
  row: Readonly<Record<string, unknown>>,
  counted: ReadonlyMap<string, number> = new Map(),
): DatasetFacts {
  const numbers = (names: readonly string[], prefix: string, known: ReadonlyMap<string, number> = new Map()) =>
    Object.fromEntries(names.map((name, at) => [name, known.get(name) ?? Number(row[`${prefix}${at}`] ?? 0)]));
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    rows: Number(row.rows),
    stored,
    filled: numbers(stored, 'f'),
    distinct: numbers(breakdownColumns(dataset, stored), 'd', counted),
    first: text(row.first),
    last: text(row.last),
    latestEvent: text(row.latest),
    endCustomersOnly: row.end_customers === true,
  };
}

/** Columns with at least one value. */
export function presentColumns(facts: DatasetFacts): ReadonlySet<string> {
  return new Set(Object.keys(facts.filled).filter((name) => (facts.filled[name] ?? 0) > 0));
}
