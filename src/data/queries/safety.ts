import type { Scope } from '../../domain/scope';
import { denialPattern, type RetiredWord, wordsPattern } from '../../domain/sentinel';
import { identifier, literal } from '../schema/sql';
import { codedView } from '../schema/tables';
import { type Shape, scopeSql } from './scope-sql';

/** Columns in which people describe what happened. */
export const PROSE = ['failure_mode', 'description', 'diagnosis'] as const;

/** Between the texts that one column of an answer lists. */
export const SEPARATOR = '\u001f';

export interface SafetySearch {
  readonly words: readonly string[];
  readonly retired: readonly RetiredWord[];
}

/**
 * The complaints that the sentinel rule names, oldest first, in one scan: where each stands, and why it is one.
 * `said` lists what the words found, `meant` what is left of that when denials are taken away; both in small letters, by `SEPARATOR`.
 * @param most rows at most; one more tells that there are others
 */
export function safetyItems({ words, retired }: SafetySearch, shape: Shape, most: number): string {
  const stored = PROSE.filter((column) => shape.columns.has(column));
  const texts = stored.map((column) => textOf(column, shape));
  const says = (pattern: string | undefined) =>
    pattern === undefined || texts.length === 0
      ? 'false'
      : `coalesce(${texts.map((text) => `coalesce(regexp_matches(${text}, ${literal(pattern)}, 'i'), false)`).join(' OR ')}, false)`;
  const late = retired.map(
    ({ word, before }) =>
      `((received_at IS NULL OR received_at < TIMESTAMP ${literal(before)}) AND ${says(wordsPattern([word]))})`,
  );
  const conditions = ['flagged', 'critical', says(wordsPattern(words)), ...late];
  const all = wordsPattern([...words, ...retired.map(({ word }) => word)]);
  const found = (text: string) =>
    all === undefined
      ? "''"
      : `array_to_string(list_distinct(regexp_extract_all(lower(${text}), ${literal(all)}, 0, 'i')), ${literal(SEPARATOR)})`;
  // A blank takes the place of a denial, so that the signs around it do not make a word.
  const meant = all === undefined ? 'told' : `regexp_replace(told, ${literal(denialPattern(all))}, '\\1 ', 'gi')`;
  return (
    'WITH seen AS (SELECT *, coalesce(safety_related, false) AS flagged, ' +
    "coalesce(CAST(severity AS VARCHAR) = 'critical', false) AS critical FROM complaint), " +
    'item AS (SELECT row_id, complaint_no, source_file, source_row, received_at, model, batch_no, region, failure_mode, severity, flagged, critical, ' +
    `${texts.length === 0 ? "''" : `concat_ws(chr(10), ${texts.join(', ')})`} AS told FROM seen WHERE ${conditions.join(' OR ')} ` +
    `ORDER BY received_at NULLS LAST, row_id LIMIT ${most}) ` +
    'SELECT row_id, complaint_no, source_file, source_row, CAST(received_at AS VARCHAR) AS received_at, model, batch_no, region, failure_mode, ' +
    `severity, flagged, critical, ${found('told')} AS said, ${found(meant)} AS meant FROM item ORDER BY received_at NULLS LAST, row_id`
  );
}

/** Which of these complaints are in the scope: one column, their row ids. */
export function rowsInScope(rowIds: readonly number[], scope: Scope, shape: Shape): string {
  return `SELECT CAST(row_id AS INTEGER) AS row_id FROM complaint WHERE row_id IN (${rowIds.join(', ')}) AND ${scopeSql(scope, 'complaint', shape)}`;
}

/** What there is to share: batches, and pairs of model and failure mode. */
export interface Shared {
  readonly batches: readonly string[];
  readonly failures: readonly { readonly model: string; readonly mode: string }[];
}

/** How many tickets share each of these: `a` is a batch and `b` null, or `a` is a model and `b` a failure mode; `n` of them. */
export function sharedCounts({ batches, failures }: Shared, shape: Shape): string | undefined {
  // Grouping codes is many times faster than comparing texts, so the pairs are picked from all there are.
  const mode = shape.lists.has('failure_mode') ? 'unnest(failure_modes)' : 'failure_mode';
  const pairs = failures.map(({ model, mode }) => `(${literal(model)}, ${literal(mode)})`);
  const parts = [
    batches.length > 0 &&
      `SELECT CAST(batch_no AS VARCHAR) AS a, CAST(NULL AS VARCHAR) AS b, CAST(count(*) AS INTEGER) AS n FROM complaint WHERE batch_no IN (${batches.map(literal).join(', ')}) GROUP BY 1`,
    pairs.length > 0 &&
      'SELECT a, b, n FROM (SELECT CAST(model AS VARCHAR) AS a, CAST(mode AS VARCHAR) AS b, CAST(count(*) AS INTEGER) AS n FROM ' +
        `(SELECT model, ${mode} AS mode FROM ${codedView('complaint')}) GROUP BY model, mode) WHERE (a, b) IN (${pairs.join(', ')})`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : parts.join(' UNION ALL ');
}

/** A column as one text; several failure modes stand on lines of their own. */
function textOf(column: string, shape: Shape): string {
  return shape.lists.has(column)
    ? `array_to_string(${identifier(`${column}s`)}, chr(10))`
    : `CAST(${identifier(column)} AS VARCHAR)`;
}
