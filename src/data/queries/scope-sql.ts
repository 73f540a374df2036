import { columnOf, type Dataset } from '../../domain/columns';
import type { Predicate, Scope, Value } from '../../domain/scope';
import { identifier, literal } from '../schema/sql';

/** The columns of a dataset's view in this workspace, and which of them hold lists (a `<name>s` VARCHAR[] beside the plain column). */
export interface Shape {
  readonly columns: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/**
 * SQL condition of a scope over a dataset's view; 'true' for everything.
 * A field that the dataset does not have is blank in every row, so only a search for blanks finds any.
 */
export function scopeSql(scope: Scope, dataset: Dataset, shape: Shape): string {
  if (scope.length === 0) return 'true';
  return scope.map((predicate) => `(${predicateSql(predicate, dataset, shape)})`).join(' AND ');
}

function predicateSql(predicate: Predicate, dataset: Dataset, shape: Shape): string {
  const { field } = predicate;
  if (!shape.columns.has(field)) return whenBlank(predicate) ? 'true' : 'false';
  const column = identifier(field);
  const kind = columnOf(dataset, field)?.kind ?? 'category';
  switch (predicate.kind) {
    case 'oneOf':
      return shape.lists.has(field) ? listMatch(field, predicate.values) : match(column, kind, predicate.values);
    case 'noneOf':
      return `NOT (${shape.lists.has(field) ? listMatch(field, predicate.values) : match(column, kind, predicate.values)})`;
    case 'period': {
      if (kind !== 'time') return 'false';
      const bounds = [];
      if (predicate.from !== undefined) bounds.push(`${column} >= TIMESTAMP ${literal(predicate.from)}`);
      if (predicate.until !== undefined) bounds.push(`${column} < TIMESTAMP ${literal(predicate.until)}`);
      return bounds.join(' AND ');
    }
    case 'range': {
      const number =
        kind === 'number' || kind === 'integer' ? column : `try_cast(CAST(${column} AS VARCHAR) AS DOUBLE)`;
      const bounds = [];
      if (predicate.min !== undefined) bounds.push(`${number} >= ${predicate.min}`);
      if (predicate.max !== undefined) bounds.push(`${number} <= ${predicate.max}`);
      return `coalesce(${bounds.join(' AND ')}, false)`;
    }
    case 'contains':
      return `coalesce(contains(lower(CAST(${column} AS VARCHAR)), ${literal(predicate.text)}), false)`;
  }
}

/** Whether a predicate holds for a blank value. */
function whenBlank(predicate: Predicate): boolean {
  if (predicate.kind === 'oneOf') return predicate.values.includes(null);
  return predicate.kind === 'noneOf' && !predicate.values.includes(null);
}

function match(column: string, kind: string, values: readonly Value[]): string {
  // Texts may be codes of a dictionary, and a word that it lacks is an error unless compared as text.
  const text = kind === 'key' || kind === 'text' ? column : `CAST(${column} AS VARCHAR)`;
  const named = values.filter((value) => value !== null);
  const tests = named.length === 0 ? [] : [`coalesce(${text} IN (${named.map(literal).join(', ')}), false)`];
  if (values.includes(null)) tests.push(`${column} IS NULL`);
  return tests.length === 0 ? 'false' : tests.join(' OR ');
}

/** A row with several values belongs to each of them. */
function listMatch(field: string, values: readonly Value[]): string {
  const list = identifier(`${field}s`);
  const named = values.filter((value) => value !== null);
  const tests =
    named.length === 0 ? [] : [`coalesce(list_has_any(${list}, [${named.map(literal).join(', ')}]), false)`];
  if (values.includes(null)) tests.push(`${identifier(field)} IS NULL`);
  return tests.length === 0 ? 'false' : tests.join(' OR ');
}
