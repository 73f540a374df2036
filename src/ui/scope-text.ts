import type { TFunction } from 'i18next';
import { shift } from '../domain/period';
import type { Predicate } from '../domain/scope';
import type { Labels } from './labels';

/** Values named in full before the rest is only counted. */
const NAMED = 3;

export interface Wording {
  readonly t: TFunction;
  readonly labels: Labels;
}

/** A predicate as people say it: "Model: A, B", "Received: 2025-01-01 to 2025-03-31" (the last day included). */
export function predicateText(predicate: Predicate, { t, labels }: Wording): string {
  const field = labels.column(predicate.field);
  switch (predicate.kind) {
    case 'oneOf':
    case 'noneOf': {
      const values = valuesText(predicate, { t, labels });
      return predicate.kind === 'oneOf' ? t('scope.oneOf', { field, values }) : t('scope.noneOf', { field, values });
    }
    case 'period': {
      const from = predicate.from;
      // A period ends before `until`; people name the last day that is in.
      const to = predicate.until === undefined ? undefined : shift('day', predicate.until, -1);
      if (from === undefined) return t('scope.to', { field, to });
      if (to === undefined) return t('scope.from', { field, from });
      return from === to ? t('scope.on', { field, day: from }) : t('scope.between', { field, from, to });
    }
    case 'range': {
      const [min, max] = [predicate.min, predicate.max].map((bound) => bound?.toString());
      if (min === undefined) return t('scope.atMost', { field, max });
      return max === undefined ? t('scope.atLeast', { field, min }) : t('scope.range', { field, min, max });
    }
    case 'contains':
      return t('scope.contains', { field, text: predicate.text });
  }
}

function valuesText(predicate: Predicate & { kind: 'oneOf' | 'noneOf' }, { t, labels }: Wording): string {
  if (predicate.values.length === 0) return t('scope.nothing');
  const named = predicate.values
    .slice(0, NAMED)
    .map((value) => labels.value(predicate.field, value))
    .join(t('common.listSeparator'));
  const more = predicate.values.length - NAMED;
  return more > 0 ? t('scope.more', { values: named, count: more }) : named;
}
