import { type Dataset, SCHEMAS } from '../../../domain/columns';
import { identifier } from '../../schema/sql';
import { rowsTable } from '../../schema/tables';
import { commonDictionaries, contentColumns, moment, type Part, unionOf } from './parts-sql';

/**
 * The parts as one table in time order, less what is replaced or rejected. Several statements when there are too many rows to sort
 * at once: then one per slice of time (`bounds`, ascending ISO times), so that memory stays bounded.
 * @param lost parts that have rows which are replaced
 */
export function mergeStatements(
  dataset: Dataset,
  into: string,
  parts: readonly Part[],
  bounds: readonly string[],
  lost: ReadonlySet<Part>,
): string[] {
  const time = parts.some((part) => part.columns.includes(SCHEMAS[dataset].time)) ? SCHEMAS[dataset].time : undefined;
  const rows = `SELECT * FROM ${unionOf(dataset, parts, commonDictionaries(parts), { lost })} AS every`;
  const order = `ORDER BY ${time === undefined ? '' : `${identifier(time)}, `}source_file, source_row`;
  if (bounds.length === 0 || time === undefined) return [`CREATE OR REPLACE TABLE ${into} AS ${rows} ${order}`];
  const column = identifier(time);
  const slices = [...bounds.map((bound, at) => [bounds[at - 1], bound] as const), [bounds.at(-1), undefined] as const];
  return [
    `CREATE OR REPLACE TABLE ${into} AS ${rows} LIMIT 0`,
    ...slices.map(([from, until]) => {
      const inside = [
        from === undefined ? undefined : `${column} >= ${moment(from)}`,
        until === undefined ? undefined : `${column} < ${moment(until)}`,
      ];
      return `INSERT INTO ${into} ${rows} WHERE ${inside.filter((test) => test !== undefined).join(' AND ')} ${order}`;
    }),
    `INSERT INTO ${into} ${rows} WHERE ${column} IS NULL ${order}`,
  ];
}

/** Times that cut the parts into slices of about `size` rows each. */
export function boundsStatement(dataset: Dataset, parts: readonly Part[], slices: number): string {
  const shares = Array.from({ length: slices - 1 }, (_, at) => ((at + 1) / slices).toFixed(4));
  if (!contentColumns(parts).includes(SCHEMAS[dataset].time)) return "SELECT '' AS bound WHERE false";
  const time = identifier(SCHEMAS[dataset].time);
  return `SELECT CAST(make_timestamp(CAST(bound AS BIGINT)) AS VARCHAR) AS bound FROM (SELECT unnest(approx_quantile(epoch_us(${time}), [${shares.join(', ')}])) AS bound FROM ${unionOf(dataset, parts, commonDictionaries(parts))}) ORDER BY bound`;
}

/** Puts the merged table in the dataset's place. */
export function swapStatements(dataset: Dataset, from: string): string[] {
  return [`DROP TABLE ${rowsTable(dataset)}`, `ALTER TABLE ${from} RENAME TO ${rowsTable(dataset)}`];
}
