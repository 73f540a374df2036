/**
 * A scope selects rows by what they are about: product, failure, batch, lot, supplier, place and time.
 * It is a conjunction of predicates in a normal form (one `oneOf`, `noneOf`, `period`, `range` per field at most),
 * so equal selections are equal values. Compiled to SQL in `data/queries/scope-sql.ts`, carried by the URL in `scope-codec.ts`.
 */
export type Value = string | null;

export type Predicate =
  /** The field is one of these values; null stands for blank. An empty list matches nothing. */
  | { readonly kind: 'oneOf'; readonly field: string; readonly values: readonly Value[] }
  /** The field is none of these values; null stands for blank. */
  | { readonly kind: 'noneOf'; readonly field: string; readonly values: readonly Value[] }
  /** Days, half-open: from ≤ day < until, ISO `YYYY-MM-DD`. Blank times are outside every period. */
  | { readonly kind: 'period'; readonly field: string; readonly from?: string; readonly until?: string }
  /** Numbers, both ends included. */
  | { readonly kind: 'range'; readonly field: string; readonly min?: number; readonly max?: number }
  /** The text holds this word, letter case aside. Several per field are all required. */
  | { readonly kind: 'contains'; readonly field: string; readonly text: string };

export type Scope = readonly Predicate[];
export const EVERYTHING: Scope = [];

/** A scope in normal form: merged, sorted, blanks as null, predicates that say nothing left out. */
export function scopeOf(predicates: readonly Predicate[]): Scope {
  const merged = new Map<string, Predicate>();
  for (const raw of predicates) {
    const predicate = tidy(raw);
    if (predicate === undefined) continue;
    const slot = slotOf(predicate);
    const before = merged.get(slot);
    merged.set(slot, before === undefined ? predicate : meet(before, predicate));
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, predicate]) => predicate);
}

/** Rows in both scopes. Associative, commutative, idempotent; `EVERYTHING` is its identity. */
export function intersect(a: Scope, b: Scope): Scope {
  return scopeOf([...a, ...b]);
}

/** The scope with one predicate replaced for its field and kind (instead of met with it). */
export function replace(scope: Scope, predicate: Predicate): Scope {
  return scopeOf([...scope.filter((other) => slotOf(other) !== slotOf(predicate)), predicate]);
}

/** The scope without anything said about a field (of one kind, if given). */
export function without(scope: Scope, field: string, kind?: Predicate['kind']): Scope {
  return scope.filter((predicate) => predicate.field !== field || (kind !== undefined && predicate.kind !== kind));
}

/** Values that a field is narrowed to, or undefined when it is not. */
export function valuesOf(scope: Scope, field: string): readonly Value[] | undefined {
  const found = scope.find((predicate) => predicate.kind === 'oneOf' && predicate.field === field);
  return found?.kind === 'oneOf' ? found.values : undefined;
}

/** The days that a time field is narrowed to. */
export function periodOf(scope: Scope, field: string): { from?: string; until?: string } {
  const found = scope.find((predicate) => predicate.kind === 'period' && predicate.field === field);
  return found?.kind === 'period' ? { from: found.from, until: found.until } : {};
}

export function sameScope(a: Scope, b: Scope): boolean {
  return JSON.stringify(scopeOf(a)) === JSON.stringify(scopeOf(b));
}

function slotOf(predicate: Predicate): string {
  return predicate.kind === 'contains'
    ? `${predicate.field}\u0000contains\u0000${predicate.text}`
    : `${predicate.field}\u0000${predicate.kind}`;
}

function tidy(predicate: Predicate): Predicate | undefined {
  const { field } = predicate;
  switch (predicate.kind) {
    case 'oneOf':
      return { kind: 'oneOf', field, values: tidyValues(predicate.values) };
    case 'noneOf':
      return predicate.values.length === 0
        ? undefined
        : { kind: 'noneOf', field, values: tidyValues(predicate.values) };
    case 'period':
      if (predicate.from === undefined && predicate.until === undefined) return undefined;
      return { kind: 'period', field, ...defined('from', predicate.from), ...defined('until', predicate.until) };
    case 'range':
      if (predicate.min === undefined && predicate.max === undefined) return undefined;
      return {
        kind: 'range',
        field,
        ...defined('min', unsigned(predicate.min)),
        ...defined('max', unsigned(predicate.max)),
      };
    case 'contains': {
      const text = predicate.text.trim().toLowerCase();
      return text === '' ? undefined : { kind: 'contains', field, text };
    }
  }
}

/** Zero without a sign: −0 is another value to JavaScript, and none to anybody else. */
function unsigned(bound: number | undefined): number | undefined {
  return bound === 0 ? 0 : bound;
}

function tidyValues(values: readonly Value[]): Value[] {
  const distinct = [...new Set(values.map((value) => (value === '' ? null : value)))];
  return distinct.sort((a, b) => (a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1));
}

function meet(a: Predicate, b: Predicate): Predicate {
  if (a.kind === 'oneOf' && b.kind === 'oneOf')
    return { ...a, values: a.values.filter((value) => b.values.includes(value)) };
  if (a.kind === 'noneOf' && b.kind === 'noneOf') return { ...a, values: tidyValues([...a.values, ...b.values]) };
  if (a.kind === 'period' && b.kind === 'period') {
    return {
      kind: 'period',
      field: a.field,
      ...defined('from', pick(a.from, b.from, 1)),
      ...defined('until', pick(a.until, b.until, -1)),
    };
  }
  if (a.kind === 'range' && b.kind === 'range') {
    return {
      kind: 'range',
      field: a.field,
      ...defined('min', pick(a.min, b.min, 1)),
      ...defined('max', pick(a.max, b.max, -1)),
    };
  }
  return a;
}

/** The later (sign 1) or earlier (sign −1) of two bounds, either of which may be open. */
function pick<T extends string | number>(a: T | undefined, b: T | undefined, sign: 1 | -1): T | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a > b === (sign === 1) ? a : b;
}

function defined<K extends string, T>(name: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: T };
}
