import { SCHEMAS } from '../../domain/columns';
import { LONGEST_RUN, type NumberPattern, type Series } from '../../domain/numbering';
import { identifier, literal } from '../schema/sql';

/** Some numbers of a series with the days of their rows: `number, day`; one of every `step` rows. */
export function numberSamples({ dataset, column }: Series, timed: boolean, step: number): string {
  const day = timed ? `left(CAST(${identifier(SCHEMAS[dataset].time)} AS VARCHAR), 10)` : 'CAST(NULL AS VARCHAR)';
  return `SELECT ${identifier(column)} AS number, ${day} AS day FROM ${dataset} WHERE row_id % ${step} = 0 AND ${identifier(column)} IS NOT NULL`;
}

/**
 * Numbers by file, head, period and the time of their rows (`time`, first day of the month, or the day where `daily`): `n`, and the `first`
 * and `last` running number. Numbers of another make have the period ''.
 */
export function numberRuns(
  { dataset, column }: Series,
  { expression }: NumberPattern,
  timed: boolean,
  daily: boolean,
): string {
  const time = timed
    ? `date_trunc('${daily ? 'day' : 'month'}', ${identifier(SCHEMAS[dataset].time)})`
    : 'CAST(NULL AS DATE)';
  const parts = `regexp_extract(${identifier(column)}, ${literal(expression)}, ['head', 'period', 'separator', 'running'])`;
  return (
    `SELECT file, part.head AS head, part.period AS period, left(CAST(time AS VARCHAR), 10) AS time, count(*) AS n, min(running) AS first, max(running) AS last, min(number) AS example ` +
    `FROM (SELECT *, try_cast(part.running AS BIGINT) AS running FROM (SELECT source_file AS file, ${time} AS time, ${identifier(column)} AS number, ${parts} AS part FROM ${dataset} WHERE ${identifier(column)} IS NOT NULL)) GROUP BY ALL`
  );
}

/** Holds for numbers of another make, in these files. */
export function misnumbered({ column }: Series, { expression }: NumberPattern, files: readonly number[]): string {
  return `source_file IN (${files.join(', ')}) AND NOT regexp_full_match(${identifier(column)}, ${literal(expression)})`;
}

/** Holds for numbers whose period is not that of their row. */
export function misdated({ dataset, column }: Series, { expression, strftime }: NumberPattern): string {
  const period = `regexp_extract(${identifier(column)}, ${literal(expression)}, 2)`;
  return `${period} <> '' AND ${period} <> strftime(${identifier(SCHEMAS[dataset].time)}, ${literal(strftime)})`;
}

/** CTE `runs`: of each run (head, period) the `first` number that it should have, the `last`, and how many there are between them (`n`). */
function runsOf({ dataset, column }: Series, { expression }: NumberPattern, anew: boolean): string {
  const parts = `regexp_extract(${identifier(column)}, ${literal(expression)}, ['head', 'period', 'separator', 'running'])`;
  const numbers = `SELECT part.head || part.period || part.separator AS stem, try_cast(part.running AS BIGINT) AS running, length(part.running) AS digits FROM (SELECT ${parts} AS part FROM ${dataset} WHERE ${identifier(column)} IS NOT NULL) WHERE part.period <> ''`;
  return `WITH there AS (${numbers}), runs AS (SELECT stem, ${anew ? '1' : 'min(running)'} AS first, max(running) AS last, min(digits) AS digits, count(DISTINCT running)${anew ? ' FILTER (running >= 1)' : ''} AS n FROM there GROUP BY stem)`;
}

/** One row: how many numbers of the runs are `missing`, and how many are `there`, however often each. @param anew whether each run begins at 1 */
export function missingCount(series: Series, pattern: NumberPattern, anew: boolean): string {
  return `${runsOf(series, pattern, anew)} SELECT CAST(coalesce(sum(last - first + 1 - n) FILTER (last - first < ${LONGEST_RUN}), 0) AS BIGINT) AS missing, CAST(sum(n) AS BIGINT) AS there FROM runs`;
}

/** These numbers as a list: `number`. */
export function missingRows(series: Series, pattern: NumberPattern, anew: boolean): string {
  return (
    `${runsOf(series, pattern, anew)}, ` +
    `every AS (SELECT stem, digits, unnest(generate_series(first, last)) AS running FROM runs WHERE last - first < ${LONGEST_RUN}) ` +
    "SELECT stem || lpad(CAST(every.running AS VARCHAR), CAST(greatest(digits, length(CAST(every.running AS VARCHAR))) AS INTEGER), '0') AS number FROM every ANTI JOIN there USING (stem, running) ORDER BY number"
  );
}
