import { type Grain, periodsBetween, shift } from '../../domain/period';
import { periodOf, replace, type Scope } from '../../domain/scope';
import { daysOf } from './period-choice';

const FIELD = 'received_at';

/**
 * The scope with its period moved by `steps` times its own length: whole months stay whole months. A scope without a
 * period, or with an open one, has no length; it is given the last complete month of the data.
 * @param asOf the day up to which the data tell what happened, if there are data
 */
export function stepPeriod(scope: Scope, steps: number, asOf?: string): Scope {
  const { from, until } = periodOf(scope, FIELD);
  if (from === undefined || until === undefined)
    return asOf === undefined ? scope : replace(scope, { kind: 'period', field: FIELD, ...daysOf('lastMonth', asOf) });
  if (from >= until) return scope;
  const grain: Grain = from.endsWith('-01') && until.endsWith('-01') ? 'month' : 'day';
  const length = periodsBetween(grain, from, shift('day', until, -1)).length * steps;
  return replace(scope, {
    kind: 'period',
    field: FIELD,
    from: shift(grain, from, length),
    until: shift(grain, until, length),
  });
}
