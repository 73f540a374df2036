import { type Predicate, type Scope, scopeOf } from '../../domain/scope';
import { type Candidate, type Correction, informationOf } from './candidate';
import { type Also, type Leader, ratioOf } from './leaders';
import { type Months, monthDay } from './lived';
import type { ScanMode } from './setting';
import { RECENT } from './time-slices';
import type { AlsoSeenIn, ModeField, MonthCount, ScanWindow, Signal, SignalRows, SliceDimension, Why } from './types';

/** Batches that a scope names at the most: it must fit into an address. */
const MOST_BATCHES = 200;
/** Slices listed with their leader. */
const MOST_ALSO = 12;

/** Everything about a scan that a description needs. */
export interface Telling {
  readonly scope: Scope;
  readonly modeField: ModeField;
  readonly window: ScanWindow;
  readonly months: Months;
  readonly batchNo: (batch: number) => string;
  readonly correction: Correction;
}

/** The complaints of a mode in the window of a scan. */
export function modeScope(
  { scope, modeField, window }: Omit<Telling, 'months' | 'batchNo' | 'correction'>,
  mode: string | null,
): Scope {
  return scopeOf([
    ...scope,
    { kind: 'period', field: 'received_at', from: window.from, until: window.until },
    ...(modeField === null ? [] : [{ kind: 'oneOf', field: modeField, values: [mode] } as const]),
  ]);
}

/** Names a slice through imports. */
function sliceId(mode: string | null, dimension: SliceDimension, values: readonly string[]): string {
  return JSON.stringify([mode, ...dimension, ...values]);
}

export function signalOf({ mode, scan }: ScanMode, leader: Leader, q: number, telling: Telling): Signal {
  const { slice, fit, also } = leader;
  const { dimension, values, basis, totals, p } = slice;
  const widening = scan?.widening ?? 1;
  const gravity = slice.gravity(ratioOf(fit));
  const severeShare = gravity.n > 0 ? gravity.severe / gravity.n : 0;
  const alarm = slice.firstAlarm(telling.correction.threshold, widening);
  return {
    id: sliceId(mode, dimension, values),
    modeField: telling.modeField,
    mode,
    dimension,
    values,
    basis,
    n: fit.events,
    expected: fit.expected,
    ratio: fit.ratio,
    low: fit.interval[0],
    high: Number.isFinite(fit.interval[1]) ? fit.interval[1] : null,
    p,
    q,
    ic025: informationOf(totals, widening),
    dispersion: scan?.dispersion ?? 1,
    widened: widening > 1,
    evidence: fit.gain,
    severeShare,
    safety: Math.round(gravity.safety),
    rank: Math.sqrt(Math.max(0, fit.gain * (fit.events - fit.expected))) * (1 + (scan?.severeShare ?? severeShare)),
    firstAlarm: alarm === null ? null : monthDay(telling.months, alarm),
    months: monthsOf(leader, telling.months),
    why: whyOf(leader, telling.months),
    rows: rowsOf(mode, slice, telling),
    also: also
      .toSorted((a, b) => b.fit.gain - a.fit.gain)
      .slice(0, MOST_ALSO)
      .map((one) => alsoOf(mode, one, telling)),
  };
}

function alsoOf(mode: string | null, { slice, fit, overlap }: Also, telling: Telling): AlsoSeenIn {
  const { dimension, values, p } = slice;
  return {
    id: sliceId(mode, dimension, values),
    dimension,
    values,
    n: fit.events,
    expected: fit.expected,
    ratio: fit.ratio,
    q: telling.correction.qOf(p),
    overlap,
    rows: rowsOf(mode, slice, telling),
  };
}

/** By month, scaled to what the slice accounts for and to the rate of the rest. */
function monthsOf({ slice, fit }: Leader, months: Months): MonthCount[] {
  const { n, expected } = slice.course();
  const { shared, first } = slice.totals;
  const scale = slice.basis === 'ownPast' || shared === 0 ? 1 : fit.events / shared;
  const rest = first > 0 ? fit.expected / first : 1;
  return Array.from(n, (own, t) => ({
    month: monthDay(months, t),
    n: own * scale,
    expected: (expected[t] ?? 0) * rest,
  }));
}

function whyOf({ slice: { basis, totals }, fit }: Leader, months: Months): Why {
  const { first, exposure, events } = totals;
  const latest = months.count - RECENT;
  if (basis === 'ownPast') return { code: 'moreThanBefore', since: monthDay(months, latest), months: latest };
  const [own, usual] = [fit.events / events, first / exposure];
  return basis === 'proportion'
    ? { code: 'overRepresented', share: own, usualShare: usual }
    : { code: 'moreThanRest', exposureShare: usual, claimShare: own };
}

/** A scope that opens on the complaints of a slice, as far as their own columns can say it. */
export function rowsOf(mode: string | null, slice: Candidate, telling: Omit<Telling, 'correction'>): SignalRows {
  const base = modeScope(telling, mode);
  const { dimension, values, basis } = slice;
  const own = dimension.map((field, at): Predicate => ({ kind: 'oneOf', field, values: [values[at] ?? null] }));
  if (basis === 'ownPast') {
    const from = monthDay(telling.months, telling.months.count - RECENT);
    return { scope: scopeOf([...base, ...own, { kind: 'period', field: 'received_at', from }]), kind: 'exact' };
  }
  if (slice.held === undefined || dimension.every((field) => field === 'batch_no'))
    return { scope: scopeOf([...base, ...own]), kind: 'exact' };
  const parts = [...slice.parts(1)].sort(([, a], [, b]) => b - a);
  const named = parts.slice(0, MOST_BATCHES);
  const numbers = named.map(([batch]) => telling.batchNo(batch));
  return {
    scope: scopeOf([...base, { kind: 'oneOf', field: 'batch_no', values: numbers }]),
    kind: named.length === parts.length && parts.every(([, , share]) => share === 1) ? 'exact' : 'batches',
    batches: { named: named.length, all: parts.length },
  };
}
