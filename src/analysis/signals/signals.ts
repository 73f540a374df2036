import type { Source } from '../view';
import { type Candidate, Correction, FALSE_SHARE } from './candidate';
import { candidatesOf, neighbours } from './candidates';
import { modeScope, signalOf, type Telling } from './describe';
import { DEFAULT_DIMENSIONS } from './dimensions';
import { hiddenFaults } from './hidden-faults';
import { type Leader, leadersOf } from './leaders';
import { pauseOf } from './pause';
import { readSetting, type Setting, scannedIn } from './setting';
import type { ScanOptions, Signal, Signals, SignalsQuestion } from './types';

const NO_BATCHES = { n: new Float64Array(), e: new Float64Array() };

/**
 * Looks through every slice of the dimensions for failure modes that come more often there than the rest lets expect (statistics.md 6):
 * a signal has q ≤ 0.05 over all slices tested, three complaints, IC₀₂₅ above 0 and a ratio whose lower bound is above 1.
 */
export async function signals(source: Source, question: SignalsQuestion, options: ScanOptions = {}): Promise<Signals> {
  const { signal, onProgress } = options;
  const pause = pauseOf(signal);
  const setting = await readSetting(source, question, question.dimensions ?? DEFAULT_DIMENSIONS, pause, { signal });
  if (setting === undefined) return { ...NOTHING, question };
  const { modes, factory, window, months, modeField } = setting;
  const order = neighbours(factory);
  const tested: (readonly Candidate[])[] = [];
  for (const at of modes.keys()) {
    tested.push(candidatesOf(setting, at, order));
    onProgress?.({ done: at + 1, total: modes.length });
    await pause();
  }
  const scanned = scannedIn(setting);
  const tests = scanned.reduce((sum, { slices }) => sum + slices, 0);
  const correction = new Correction(
    tested.flatMap((candidates) => candidates.map(({ p }) => p)),
    tests,
  );
  const telling: Telling = {
    scope: question.scope,
    modeField,
    window,
    months,
    batchNo: (batch) => factory.batches[batch]?.no ?? '',
    correction,
  };
  const found: Signal[] = [];
  for (const { at, leader, q } of await leading(setting, tested, correction, pause)) {
    await pause();
    const mode = modes[at];
    if (mode !== undefined) found.push(signalOf(mode, leader, q, telling));
  }
  const { hidden, sql } = await hiddenFaults(source, setting.complaints, months, pause, signal);
  return {
    question,
    signals: found.sort((a, b) => b.rank - a.rank),
    modeField,
    modes: modes.map(({ mode, n, scan }) => ({
      mode,
      n,
      traced: scan?.traced ?? 0,
      dispersion: scan?.dispersion ?? 1,
      expectedFrom: scan?.expectation.from ?? 'all',
    })),
    tooFew: setting.few.map((one) => ({ ...one, scope: modeScope(telling, one.mode) })),
    tooFewTotal: setting.fewTotal,
    hidden,
    scanned,
    missing: setting.missing,
    tests,
    exposure: {
      units: factory.units,
      ...(factory.why === undefined ? {} : { why: factory.why }),
      batches: factory.batches.length,
      complaints: modes.reduce((sum, { n }) => sum + n, 0),
      traced: modes.reduce((sum, { scan }) => sum + (scan?.traced ?? 0), 0),
      bySerial: setting.bySerial,
    },
    window,
    sql: [...setting.sql, ...sql],
  };
}

interface Leading {
  readonly at: number;
  readonly leader: Leader;
  readonly q: number;
}

/**
 * What leads in each mode. Views of the same complaints count once in the correction: the hundreds of a strong signal would let chance
 * pass elsewhere.
 */
async function leading(
  { modes }: Setting,
  tested: readonly (readonly Candidate[])[],
  { threshold, tests }: Correction,
  pause: () => Promise<void>,
): Promise<Leading[]> {
  const all: { readonly at: number; readonly leader: Leader }[] = [];
  for (const [at, candidates] of tested.entries()) {
    await pause();
    if (candidates.every(({ p }) => p > threshold)) continue;
    const scan = modes[at]?.scan;
    const { leaders } = leadersOf(candidates, scan ?? NO_BATCHES, { threshold, dispersion: scan?.widening ?? 1 });
    all.push(...leaders.map((leader) => ({ at, leader })));
  }
  const once = new Correction(
    all.map(({ leader }) => leader.slice.p),
    tests,
  );
  return all.map((one) => ({ ...one, q: once.qOf(one.leader.slice.p) })).filter(({ q }) => q <= FALSE_SHARE);
}

/** While there are no complaints to look at. */
const NOTHING: Omit<Signals, 'question'> = {
  signals: [],
  modeField: null,
  modes: [],
  tooFew: [],
  tooFewTotal: 0,
  hidden: { returns: 0, naming: 0, modes: [] },
  scanned: [],
  missing: [],
  tests: 0,
  exposure: { units: 'none', batches: 0, complaints: 0, traced: 0, bySerial: 0 },
  sql: [],
};
