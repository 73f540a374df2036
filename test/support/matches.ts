import type { Predicate, Scope, Value } from '../../src/domain/scope';

export type PlainRow = Readonly<Record<string, Value | number | readonly string[]>>;

/** What a scope means, said once more in plain code: the engine's answer is held against it. */
export function matches(scope: Scope, row: PlainRow): boolean {
  return scope.every((predicate) => holds(predicate, row));
}

function holds(predicate: Predicate, row: PlainRow): boolean {
  const value = row[predicate.field] ?? null;
  switch (predicate.kind) {
    case 'oneOf':
      return valuesOf(row, predicate.field).some((one) => predicate.values.includes(one));
    case 'noneOf':
      return !valuesOf(row, predicate.field).some((one) => predicate.values.includes(one));
    case 'period': {
      if (typeof value !== 'string') return false;
      return (predicate.from ?? '') <= value && (predicate.until === undefined || value < predicate.until);
    }
    case 'range':
      return (
        value !== null && (predicate.min ?? -Infinity) <= Number(value) && Number(value) <= (predicate.max ?? Infinity)
      );
    case 'contains':
      return typeof value === 'string' && value.toLowerCase().includes(predicate.text);
  }
}

function valuesOf(row: PlainRow, field: string): Value[] {
  const list = row[`${field}s`];
  if (Array.isArray(list) && list.length > 0) return list as string[];
  const value = row[field] ?? null;
  return [value === null ? null : String(value)];
}
