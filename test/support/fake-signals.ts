import type { Funnel, Signal, Signals } from '../../src/analysis/signals/types';
import { type Scope, scopeOf } from '../../src/domain/scope';

const MODE = '水未开就跳闸';

/** Rows of a slice, within the months of the fake scan. */
function rowsWith(values: Readonly<Record<string, string>>): Scope {
  return scopeOf([
    { kind: 'oneOf', field: 'failure_mode', values: [MODE] },
    ...Object.entries(values).map(([field, value]) => ({ kind: 'oneOf', field, values: [value] }) as const),
  ]);
}

/** A signal as a scan would give it, but for what is said. */
export function fakeSignal(differing: Partial<Signal> = {}): Signal {
  return {
    id: 'first',
    modeField: 'failure_mode',
    mode: MODE,
    dimension: ['line', 'shift'],
    values: ['3号线', 'night'],
    basis: 'ageStandardised',
    n: 520,
    expected: 110,
    ratio: 4.8,
    low: 3.9,
    high: 5.9,
    p: 1e-40,
    q: 1e-37,
    ic025: 2.1,
    dispersion: 1.7,
    widened: true,
    evidence: 300,
    severeShare: 0.34,
    safety: 3,
    rank: 402,
    firstAlarm: '2024-08-01',
    months: [
      { month: '2024-07-01', n: 3, expected: 2.5 },
      { month: '2024-08-01', n: 40, expected: 6 },
    ],
    why: { code: 'moreThanRest', exposureShare: 0.12, claimShare: 0.42 },
    rows: { scope: rowsWith({ batch_no: 'B1' }), kind: 'batches', batches: { named: 1, all: 3 } },
    also: [
      {
        id: 'also',
        dimension: ['build_week'],
        values: ['2024-W33'],
        n: 60,
        expected: 20,
        ratio: null,
        q: 0.001,
        overlap: 0.8,
        rows: { scope: rowsWith({ batch_no: 'B1' }), kind: 'exact' },
      },
    ],
    ...differing,
  };
}

/** What a scan found, but for what is said. */
export function fakeSignals(differing: Partial<Signals> = {}): Signals {
  const second = fakeSignal({
    id: 'second',
    mode: '底部漏水',
    dimension: ['region'],
    values: ['<b>广东</b>'],
    basis: 'proportion',
    ratio: null,
    high: null,
    firstAlarm: null,
    why: { code: 'overRepresented', share: 0.4, usualShare: 0.1 },
    rows: { scope: rowsWith({ region: '<b>广东</b>' }), kind: 'exact' },
    also: [],
  });
  return {
    question: { scope: [], measure: 'quality' },
    signals: [fakeSignal(), second],
    modeField: 'failure_mode',
    modes: [
      { mode: MODE, n: 900, traced: 621, dispersion: 1.7, expectedFrom: 'model' },
      { mode: '底部漏水', n: 100, traced: 69, dispersion: 1, expectedFrom: 'all' },
    ],
    tooFew: [{ mode: '底座端子烧熔', n: 3, safety: 3, scope: rowsWith({ severity: 'critical' }) }],
    tooFewTotal: 1,
    hidden: {
      returns: 200,
      naming: 25,
      modes: [
        {
          mode: '噪音大',
          n: 25,
          share: 0.125,
          months: [{ month: '2024-08-01', n: 25 }],
          scope: scopeOf([{ kind: 'oneOf', field: 'complaint_no', values: ['T1'] }]),
        },
      ],
    },
    scanned: [{ dimension: ['line', 'shift'], basis: 'ageStandardised', values: 6, slices: 12 }],
    missing: [{ dimension: ['lot_no'], reason: 'noDataset', dataset: 'consumption', field: 'parent' }],
    tests: 1200,
    exposure: { units: 'shipped', batches: 40, complaints: 1000, traced: 690, bySerial: 200 },
    window: { from: '2024-01-01', until: '2025-12-01', provisional: false },
    sql: ['SELECT 1'],
    ...differing,
  };
}

/** The funnel of the first signal: its line and shift far outside, another within. */
export function fakeFunnel(): Funnel {
  const point = (shift: string, n: number, expected: number) => ({
    values: ['3号线', shift],
    units: 5000,
    expected,
    n,
    ratio: n / expected,
    rows: { scope: rowsWith({ batch_no: shift }), kind: 'exact' as const },
  });
  return {
    question: { scope: [], measure: 'quality', mode: MODE, dimension: ['line', 'shift'] },
    points: [point('night', 520, 110), point('day', 3, 2)],
    limits: [
      { expected: 2, low95: 0, high95: 2.5, low998: 0, high998: 4 },
      { expected: 110, low95: 0.8, high95: 1.2, low998: 0.7, high998: 1.3 },
    ],
    basis: 'ageStandardised',
    dispersion: 1.7,
    sql: ['SELECT 2'],
  };
}
