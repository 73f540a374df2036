import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Measure } from '../../domain/measure';
import { type Grain, shift } from '../../domain/period';
import { intersect, type Predicate, replace, type Scope, type Value } from '../../domain/scope';
import { encodeScope } from '../../domain/scope-codec';
import { useScope } from './view-state';

/** What a point of a chart stands for. */
export const isValue = (field: string, value: Value): Predicate => ({ kind: 'oneOf', field, values: [value] });

/** Complaints received in a period. */
export const isPeriod = (grain: Grain, period: string): Predicate => ({
  kind: 'period',
  field: 'received_at',
  from: period,
  until: shift(grain, period, 1),
});

/**
 * The scope narrowed to what somebody pointed at. A value takes the place of the field's other values instead of meeting them:
 * it was seen within the scope, and where a complaint has several values the meeting would be empty.
 */
export function focus(scope: Scope, predicates: readonly Predicate[]): Scope {
  return predicates.reduce(
    (narrowed, predicate) =>
      predicate.kind === 'oneOf' ? replace(narrowed, predicate) : intersect(narrowed, [predicate]),
    scope,
  );
}

export interface Drill {
  /** Stays on the screen. */
  readonly narrow: (predicates: readonly Predicate[]) => void;
  /** Lists the complaints, those of another measure if given. */
  readonly openRows: (predicates?: readonly Predicate[], measure?: Measure['id']) => void;
  /** Goes to Trends, with another measure if given. */
  readonly openTrends: (predicates: readonly Predicate[], measure?: Measure['id']) => void;
}

/**
 * From a point of a figure to what is behind it; each is a step that Back undoes.
 * @param from the scope that the figure is of, where it is not that of the page
 */
export function useDrill(from?: Scope): Drill {
  const { scope: ofPage, setScope } = useScope();
  const scope = from ?? ofPage;
  const navigate = useNavigate();
  return useMemo(() => {
    const narrowed = (predicates: readonly Predicate[]) => encodeScope(focus(scope, predicates)) || undefined;
    const goTo = (to: '/complaints' | '/trends', predicates: readonly Predicate[], measure?: Measure['id']) =>
      void navigate({
        to,
        search: (before) => ({ ...before, s: narrowed(predicates), ...(measure && { m: measure }) }),
      });
    return {
      narrow: (predicates) => setScope(focus(scope, predicates)),
      openRows: (predicates = [], measure) => goTo('/complaints', predicates, measure),
      openTrends: (predicates, measure) => goTo('/trends', predicates, measure),
    };
  }, [scope, setScope, navigate]);
}
