import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import truth from '../../sample-data/truth.json';
import { funnel } from '../../src/analysis/signals/funnel';
import { signals } from '../../src/analysis/signals/signals';
import type { Signal, Signals } from '../../src/analysis/signals/types';
import { shapeOf } from '../../src/analysis/view';
import { scopeSql } from '../../src/data/queries/scope-sql';
import { emptyWorkspace, importFiles, type OpenWorkspace, sampleFile } from '../support/open-workspace';

const { a, b, c, d, e, f, g, j } = truth.stories;
let open: OpenWorkspace;
let found: Signals;

beforeAll(async () => {
  open = await emptyWorkspace('sample', { forceMemory: true });
  await importFiles(open.workspace, await Promise.all(truth.files.map(({ name }) => sampleFile(name))));
  found = await signals(open.workspace, { scope: [], measure: 'quality' });
}, 180_000);
afterAll(() => open.close());

const of = (mode: string) => found.signals.filter((signal) => signal.mode === mode);
const by = (all: readonly Signal[], dimension: string) => all.filter((one) => one.dimension.join('×') === dimension);
const count = async (sql: string) => Number((await open.workspace.run<{ n: number }>(sql))[0]?.n);

describe('signals, on the sample', () => {
  it('are about the stories with a cause in the factory or on the way, and about nothing else', () => {
    expect(new Set(found.signals.map(({ mode }) => mode))).toEqual(
      new Set([a.failureMode, b.failureMode, e.failureMode]),
    );
    expect(of(c.failureMode)).toEqual([]);
    expect(of(f.failureMode ?? '异味')).toEqual([]);
  });

  it('name the weak resin lots, white ones before pink and blue', () => {
    const lots = of(a.failureMode);
    expect(lots.length).toBeGreaterThan(5);
    for (const { dimension, values } of lots) {
      expect(dimension).toEqual(['lot_no']);
      expect(a.weakLots).toContain(values[0]);
    }
    expect(a.worstLots).toContain(lots[0]?.values[0]);
    const evidence = (letter: string) =>
      Math.max(0, ...lots.filter(({ values }) => values[0]?.startsWith(letter)).map((one) => one.evidence));
    expect(evidence('RB')).toBeLessThan(evidence('RW') / 2);
    expect(evidence('RP')).toBeLessThan(evidence('RW') / 2);
    expect(lots[0]?.also.some(({ values }) => values[0] === a.supplier)).toBe(true);
  });

  it('name line 3 at night first, and the thermostats of one week', async () => {
    const [first, ...others] = of(b.failureMode);
    expect(first).toMatchObject({ dimension: ['line', 'shift'], values: [b.line, b.shift], basis: 'ageStandardised' });
    const lots = by(others, 'lot_no').map(({ values }) => values[0] ?? '');
    expect(lots.length).toBeGreaterThanOrEqual(6);
    for (const lot of lots) expect(b.thermostats.lots).toContain(lot);
    const byHand = await count(
      `SELECT count(*) AS n FROM complaint AS c JOIN batch AS b ON b.batch_no = c.batch_no WHERE c.is_quality AND c.failure_mode = '${b.failureMode}' AND b.line = '${b.line}' AND b.shift = '${b.shift}' AND c.received_at < TIMESTAMP '${found.window?.until}' AND b.produced_at >= (SELECT min(shipped_at) FROM shipment)`,
    );
    // Some more name only a serial number.
    expect(first?.n).toBeGreaterThanOrEqual(byHand);
    expect(first?.n).toBeLessThan(1.15 * byHand);
  });

  it('name the way of the broken glass, and no batch', () => {
    const [first] = of(e.failureMode);
    expect(first).toMatchObject({ dimension: ['carrier', 'warehouse'], values: [e.carrier, e.warehouse] });
    expect(by(of(e.failureMode), 'batch_no')).toEqual([]);
  });

  it('leave what is too rare to the Safety watch', () => {
    const few = new Map(found.tooFew.map(({ mode, n, safety }) => [mode, { n, safety }]));
    expect(few.get(d.failureMode)).toEqual({ n: d.tickets.length, safety: 0 });
    expect(few.get(g.failureMode)).toEqual({ n: g.tickets.length, safety: g.tickets.length });
  });

  it('find most returns that name a fault, and few others', () => {
    expect(found.hidden.returns).toBeGreaterThan(0.9 * j.returns);
    expect(found.hidden.naming).toBeGreaterThan(0.8 * j.naming);
    expect(found.hidden.naming).toBeLessThan(1.05 * j.naming);
    expect(found.hidden.modes.map(({ mode }) => mode)).toEqual(
      expect.arrayContaining(['底部漏水', '异味', '噪音大', '壶盖关不严']),
    );
  });

  it('open on their rows', async () => {
    const shape = shapeOf(open.workspace, 'complaint');
    for (const { n, rows } of found.signals.slice(0, 8)) {
      const opened = await count(
        `SELECT count(*) AS n FROM complaint WHERE is_quality AND ${scopeSql(rows.scope, 'complaint', shape)}`,
      );
      expect(opened).toBeGreaterThan(0.7 * n);
      if (rows.kind === 'exact') expect(opened).toBeLessThanOrEqual(n + 1e-6);
    }
  });

  it('say what was looked through, and what would unlock the rest', () => {
    expect(found.tests).toBe(found.scanned.reduce((sum, { slices }) => sum + slices, 0));
    expect(found.missing).toContainEqual({
      dimension: ['region'],
      reason: 'notEndCustomer',
      dataset: 'shipment',
      field: 'destination_kind',
    });
    expect(found.exposure).toMatchObject({ units: 'shipped' });
    expect(found.exposure.traced / found.exposure.complaints).toBeGreaterThan(0.7);
    expect(found.exposure.bySerial).toBeGreaterThan(100);
  });

  it('stand above the limits of their funnel', async () => {
    const answer = await funnel(open.workspace, {
      scope: [],
      measure: 'quality',
      mode: b.failureMode,
      dimension: ['line', 'shift'],
    });
    expect(answer.points[0]?.values).toEqual([b.line, b.shift]);
    expect(answer.points[0]?.n).toBe(of(b.failureMode)[0]?.n);
    const limit = answer.limits.at(-1);
    expect(answer.points[0]?.ratio).toBeGreaterThan(limit?.high998 ?? Number.POSITIVE_INFINITY);
  });
});
