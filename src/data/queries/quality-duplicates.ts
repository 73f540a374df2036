import { codedView } from '../schema/tables';

/** Days within which the same unit, or customer, with the same failure is taken for the same complaint. */
export const DUPLICATE_DAYS = 7;
/** More rows than this of one unit and failure are a word that stands for nothing, not a unit. */
const MOST_ALIKE = 50;

/** What tells that two complaints are about the same thing, by the columns that there are; undefined where nothing does. */
export function alikeness(
  has: (column: string) => boolean,
): { readonly sql: string; readonly columns: readonly string[] } | undefined {
  const failures = [has('failure_mode') && 'failure_mode', has('description') && 'description'].filter(
    (name) => name !== false,
  );
  const [first, second] = failures;
  if (first === undefined) return undefined;
  const failure =
    second === undefined ? `hash(${first})` : `CASE WHEN ${first} IS NULL THEN hash(${second}) ELSE hash(${first}) END`;
  const said = `(${failures.map((name) => `${name} IS NOT NULL`).join(' OR ')})`;
  const customer = ['customer_contact', 'customer_name', 'model'].filter(has);
  const whos = [
    ...(has('serial_no') ? [`WHEN serial_no IS NOT NULL THEN hash(serial_no, ${failure})`] : []),
    ...(has('customer_contact')
      ? [`WHEN customer_contact IS NOT NULL THEN hash(${[...customer, failure].join(', ')})`]
      : []),
  ];
  if (whos.length === 0) return undefined;
  return {
    sql: `CASE WHEN NOT ${said} THEN NULL ${whos.join(' ')} END`,
    columns: [...(has('serial_no') ? ['serial_no'] : []), ...(has('customer_contact') ? customer : []), ...failures],
  };
}

/**
 * Complaints that say again what an earlier one said a few days before under another number, as CTE `again (row_id, source_file, former)`;
 * `former` is the row id of the earlier one. Only those that have a like are put into order.
 */
function again(alike: string): string {
  return (
    `WITH keyed AS (SELECT row_id, source_file, received_at, ${alike} AS likeness FROM ${codedView('complaint')}), ` +
    `likes AS (SELECT likeness FROM keyed WHERE likeness IS NOT NULL GROUP BY likeness HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE}), ` +
    'ordered AS (SELECT *, lag(row_id) OVER w AS former, lag(received_at) OVER w AS said FROM keyed SEMI JOIN likes USING (likeness) WINDOW w AS (PARTITION BY likeness ORDER BY received_at, row_id)), ' +
    `again AS (SELECT row_id, source_file, former FROM ordered WHERE received_at - said <= INTERVAL ${DUPLICATE_DAYS} DAY) `
  );
}

/** By file: `file, n`, and the id `example` of one of them. */
export function duplicateCounts(alike: string): string {
  return `${again(alike)}SELECT source_file AS file, count(*) AS n, min(row_id) AS example FROM again GROUP BY source_file`;
}

/** Each with the number of the earlier one (`former_no`). */
export function duplicateRows(alike: string, shown: readonly string[]): string {
  const columns = shown.map((name) => `c."${name}"`).join(', ');
  return `${again(alike)}SELECT f.complaint_no AS former_no, ${columns}, c.source_file, c.source_row FROM again JOIN complaint AS c USING (row_id) JOIN complaint AS f ON f.row_id = again.former ORDER BY c.row_id`;
}
