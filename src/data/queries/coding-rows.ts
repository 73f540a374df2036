import { identifier, literal } from '../schema/sql';
import { concernedIf, textOf } from './coding';

/** Which complaints wait for somebody to decide. */
export const QUEUES = ['uncoded', 'disagree'] as const;
export type Queue = (typeof QUEUES)[number];

/** Columns of people, whose values are masked wherever they stand in a text. */
const PEOPLE = ['customer_name', 'customer_contact', 'handler', 'recheck_by'] as const;

/** What somebody needs to see of a complaint to name its failure. */
export interface CodingRow {
  readonly row_id: number;
  readonly complaint_no: string | null;
  readonly source_file: number;
  readonly source_row: number;
  readonly received_at: string | null;
  readonly model: string | null;
  readonly failure_mode: string | null;
  readonly failure_mode_original: string | null;
  readonly failure_part: string | null;
  readonly coding_source: string | null;
  readonly coding_rules: string | null;
  readonly text: string;
  readonly people: readonly string[] | null;
}

function selected(stored: readonly string[], columns: readonly string[]): string {
  const people = PEOPLE.filter((name) => stored.includes(name)).map(identifier);
  const list =
    people.length === 0
      ? 'CAST(NULL AS VARCHAR[])'
      : `list_filter([${people.join(', ')}], lambda name: name IS NOT NULL)`;
  return `SELECT row_id, complaint_no, source_file, source_row, received_at, model, failure_mode, failure_mode_original, failure_part, coding_source, coding_rules, left(${textOf(stored, columns)}, 2000) AS text, ${list} AS people FROM complaint`;
}

const OF_FAILURE = concernedIf(['category']);

function waiting(queue: Queue): string {
  return queue === 'uncoded'
    ? // How it was coded is cut from a text: only of those that have no name.
      `CASE WHEN failure_mode IS NULL THEN coding_source IS DISTINCT FROM 'review' ELSE false END AND ${OF_FAILURE}`
    : `coding_source IS NOT DISTINCT FROM 'rules_disagree' AND ${OF_FAILURE}`;
}

/** How many wait in each of these queues, and all that have a failure to be named, where a condition holds: one row `uncoded, disagree, n`. */
export function countWaiting(condition: string, queues: readonly Queue[] = QUEUES): string {
  const counts = queues.map((queue) => `CAST(count(*) FILTER (${waiting(queue)}) AS INTEGER) AS ${queue}`);
  return `SELECT ${counts.join(', ')}, CAST(count(*) FILTER (${OF_FAILURE}) AS INTEGER) AS n FROM complaint_coded WHERE ${condition}`;
}

/** The next complaints of a queue where a condition holds, the latest first, before a row id. */
export function waitingRows(
  queue: Queue,
  stored: readonly string[],
  columns: readonly string[],
  { condition, before, most }: { readonly condition: string; readonly before: number; readonly most: number },
): string {
  return `${selected(stored, columns)} WHERE ${waiting(queue)} AND (${condition}) AND row_id < ${before} ORDER BY row_id DESC LIMIT ${most}`;
}

/** Complaints by row id. */
export function rowsOfIds(stored: readonly string[], columns: readonly string[], ids: readonly number[]): string {
  return `${selected(stored, columns)} WHERE row_id IN (SELECT unnest(CAST([${ids.join(', ')}] AS BIGINT[]))) ORDER BY row_id DESC`;
}

/** Texts of complaints without a code, or of those with one, spread over the whole time: `text`, `mode`. */
export function sampledTexts(
  of: 'uncoded' | 'coded',
  stored: readonly string[],
  columns: readonly string[],
  most: number,
): string {
  const condition = of === 'uncoded' ? waiting('uncoded') : `failure_mode IS NOT NULL AND ${OF_FAILURE}`;
  return `SELECT text, mode FROM (SELECT left(${textOf(stored, columns)}, 500) AS text, CAST(failure_mode AS VARCHAR) AS mode, row_id FROM complaint WHERE ${condition}) WHERE text <> '' ORDER BY hash(row_id) LIMIT ${most}`;
}

/** Names of failures and parts in use: `field`, `value`, `n`. */
export function namesInUse(): string {
  return ['failure_mode', 'failure_part']
    .map(
      (name) =>
        `SELECT ${literal(name)} AS field, CAST(value AS VARCHAR) AS value, n FROM (SELECT ${name} AS value, CAST(count(*) AS INTEGER) AS n FROM complaint_coded WHERE ${name} IS NOT NULL GROUP BY ALL)`,
    )
    .join(' UNION ALL ');
}

/** Complaints by the rules that hold for them, the deciding one first: `rules` (ids, comma-separated), `n`. */
export function countRules(): string {
  return "SELECT coding_rules AS rules, CAST(count(*) AS INTEGER) AS n FROM complaint WHERE coding_rules IS NOT NULL AND coding_source IN ('rule', 'rules_disagree') GROUP BY ALL";
}
