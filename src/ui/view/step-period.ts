import { type Grain, periodsBetween, shift } from '../../domain/period';
import { periodOf, replace, type Scope } from '../../domain/scope';

const FIELD = 'received_at';

/** The scope with its period moved by `steps` times its own length: whole months stay whole months. */
export function stepPeriod(scope: Scope, steps: number): Scope {
  const { from, until } = periodOf(scope, FIELD);
  if (from === undefined || until === undefined || from >= until) return scope;
  const grain: Grain = from.endsWith('-01') && until.endsWith('-01') ? 'month' : 'day';
  const length = periodsBetween(grain, from, shift('day', until, -1)).length * steps;
  return replace(scope, {
    kind: 'period',
    field: FIELD,
    from: shift(grain, from, length),
    until: shift(grain, until, length),
  });
}
