import type { Column } from '../../domain/columns';
import { shift } from '../../domain/period';
import { type Predicate, type Scope, scopeOf, type Value } from '../../domain/scope';

/** What a column's filter offers: values to tick, words, bounds, days; whether there is a value at all where none can be ticked. */
export type FilterPart = 'values' | 'words' | 'range' | 'days' | 'blank';

/** A column's filter as it is being edited: texts as typed. */
export interface FilterDraft {
  readonly ticked: readonly Value[];
  readonly words: string;
  readonly min: string;
  readonly max: string;
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  readonly blank: 'any' | 'only' | 'never';
}

const PARTS: Readonly<Record<Column['kind'], readonly FilterPart[]>> = {
  key: ['words', 'blank'],
  text: ['words', 'blank'],
  category: ['values', 'words'],
  vocabulary: ['values'],
  list: ['values'],
  boolean: ['values'],
  time: ['days', 'blank'],
  number: ['range', 'blank'],
  integer: ['range', 'blank'],
};

/** Distinct values of a column of text up to which they are offered one by one. */
const FEW = 300;

/**
 * What can be asked of a column. Values of personal columns are never listed.
 * @param distinct about how many distinct values it has; undefined when nobody counted
 */
export function filterParts(
  kind: Column['kind'],
  personal: boolean,
  distinct: number | undefined,
): readonly FilterPart[] {
  if (personal) return PARTS.text;
  if (kind === 'text' && distinct !== undefined && distinct <= FEW) return PARTS.category;
  return PARTS[kind];
}

/** What the scope says about a column, for editing. */
export function draftOf(scope: Scope, field: string): FilterDraft {
  const about = scope.filter((predicate) => predicate.field === field);
  const of = <K extends Predicate['kind']>(kind: K) =>
    about.filter((predicate): predicate is Extract<Predicate, { kind: K }> => predicate.kind === kind);
  const ticked = of('oneOf')[0]?.values ?? [];
  const excluded = of('noneOf')[0]?.values ?? [];
  const [range] = of('range');
  const [period] = of('period');
  return {
    ticked,
    words: of('contains')
      .map(({ text }) => text)
      .join(' '),
    min: range?.min?.toString() ?? '',
    max: range?.max?.toString() ?? '',
    from: period?.from ?? '',
    to: period?.until === undefined ? '' : shift('day', period.until, -1),
    blank: isBlank(ticked) ? 'only' : isBlank(excluded) ? 'never' : 'any',
  };
}

/** The scope with what a draft says about a column, in place of what it said before in these parts. */
export function withDraft(scope: Scope, field: string, draft: FilterDraft, parts: readonly FilterPart[]): Scope {
  const others = scope.filter(
    (predicate) => predicate.field !== field || !parts.some((part) => isSaidBy(part, predicate)),
  );
  return scopeOf([...others, ...parts.flatMap((part) => predicates(part, field, draft))]);
}

/** Whether a part of the filter is where a predicate of its column is edited. */
function isSaidBy(part: FilterPart, predicate: Predicate): boolean {
  switch (part) {
    case 'values':
      return predicate.kind === 'oneOf';
    case 'words':
      return predicate.kind === 'contains';
    case 'range':
      return predicate.kind === 'range';
    case 'days':
      return predicate.kind === 'period';
    case 'blank':
      return (predicate.kind === 'oneOf' || predicate.kind === 'noneOf') && isBlank(predicate.values);
  }
}

function predicates(part: FilterPart, field: string, draft: FilterDraft): Predicate[] {
  switch (part) {
    case 'values':
      return draft.ticked.length === 0 ? [] : [{ kind: 'oneOf', field, values: draft.ticked }];
    case 'words':
      return wordsOf(draft.words).map((text) => ({ kind: 'contains', field, text }));
    case 'range':
      return [{ kind: 'range', field, min: numberOf(draft.min), max: numberOf(draft.max) }];
    case 'days': {
      const until = draft.to === '' ? undefined : shift('day', draft.to, 1);
      return [{ kind: 'period', field, from: draft.from || undefined, until }];
    }
    case 'blank':
      if (draft.blank === 'any') return [];
      return [{ kind: draft.blank === 'only' ? 'oneOf' : 'noneOf', field, values: [null] }];
  }
}

/** The words of a search; each of them must occur. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s\u3000]+/).filter((word) => word !== '');
}

function numberOf(text: string): number | undefined {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
}

function isBlank(values: readonly Value[]): boolean {
  return values.length === 1 && values[0] === null;
}
