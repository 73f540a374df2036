import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funnel } from '../../src/analysis/signals/funnel';
import { signals } from '../../src/analysis/signals/signals';
import type { Signals, SignalsQuestion } from '../../src/analysis/signals/types';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';
import { type Tables, tableSource } from '../support/sample-source';
import { dayAt, type SmallFactory, smallFactory, type Unit } from '../support/small-factory';

let db: NodeDuckDB;

beforeAll(async () => {
  db = await nodeDuckDB();
});
afterAll(() => db.close());

const ask = async (tables: Tables, question: Partial<SignalsQuestion> = {}): Promise<Signals> => {
  const answer = await signals(await tableSource(db, tables), { scope: [], measure: 'quality', ...question });
  expect(strangeNumbers(answer)).toEqual([]);
  return answer;
};
const scan = (factory: SmallFactory, question: Partial<SignalsQuestion> = {}) => ask(smallFactory(factory), question);
const named = ({ signals: found }: Signals, mode?: string) =>
  found
    .filter((signal) => mode === undefined || signal.mode === mode)
    .map(({ dimension, values }) => [...dimension, ...values].join(' '));

/** Paths of numbers that no screen can show. */
function strangeNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => strangeNumbers(one, `${path}.${key}`));
}

const even = (rate: number) => () => rate;
const QUIET = { noise: even(0.004), rust: even(0.002), rattle: even(0.003) };
const BAD_LOT = 'RS-015';
const badLot = ({ resin }: Unit) => (resin === BAD_LOT ? 0.04 : 0.002);

describe('signals', () => {
  it('name the lot, through the sub-batch it went into, and nothing else', async () => {
    const answer = await scan({ rates: { ...QUIET, crack: badLot } });
    expect(named(answer)).toEqual([`lot_no ${BAD_LOT}`]);
    const [found] = answer.signals;
    expect(found).toMatchObject({ mode: 'crack', basis: 'ageStandardised', modeField: 'failure_mode', widened: false });
    expect(found?.low).toBeGreaterThan(5);
    expect(found?.high).toBeLessThan(60);
    expect(found?.why.code).toBe('moreThanRest');
    expect(found?.also.every(({ overlap }) => overlap >= 0)).toBe(true);
    expect(answer.exposure).toMatchObject({ units: 'shipped', batches: 480 });
  });

  it('see the month in which it would have been seen, and nothing in it before', async () => {
    const { signals: found } = await scan({ rates: { ...QUIET, crack: badLot } });
    const [signal] = found;
    const until = signal?.months.filter(({ month }) => month <= (signal.firstAlarm ?? ''));
    expect(until?.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(3);
    expect(signal?.months.reduce((sum, { n }) => sum + n, 0)).toBeCloseTo(signal?.n ?? 0, 6);
    expect(signal?.months.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(signal?.expected ?? 0, 6);
  });

  it('name line and shift together where only both are raised', async () => {
    const rate = ({ line, shift }: Unit) => (line === 'L2' && shift === 'night' ? 0.02 : 0.003);
    expect(named(await scan({ rates: { ...QUIET, jam: rate } }))).toEqual(['line shift L2 night']);
  });

  it('name the carrier, although every batch went half with it', async () => {
    const answer = await scan({ rates: { ...QUIET, dent: ({ carrier }) => (carrier === 'Swift' ? 0.012 : 0.002) } });
    // Each batch goes half with each carrier: nothing in the registers can tell them apart.
    expect(named(answer)).toEqual([]);
    const tables = smallFactory({
      rates: { ...QUIET, dent: ({ carrier, line }) => (carrier === 'Swift' && line === 'L1' ? 0.03 : 0.002) },
    });
    const onlyFirst = {
      ...tables,
      shipment: tables.shipment?.filter(
        ({ batch_no = '', carrier }) => carrier === 'Parcelo' || Number(batch_no.slice(2)) % 3 === 0,
      ),
    };
    expect(named(await ask(onlyFirst, { dimensions: [['carrier'], ['warehouse']] }))).toEqual(['carrier Swift']);
  });

  it('are none where nothing is planted', async () => {
    for (const seed of [1, 2, 3, 4, 5]) expect(named(await scan({ seed, rates: QUIET }))).toEqual([]);
  });

  it('do not take a product that always had more for news, nor young batches for good', async () => {
    const rates = { ...QUIET, leak: ({ model }: Unit) => (model === 'Mill-Pro' ? 0.03 : 0.004) };
    expect(named(await scan({ rates }))).toEqual([]);
  });

  it('tell a product whose rate rose from its own past', async () => {
    const tables = smallFactory({ rates: { ...QUIET, leak: even(0.006) } });
    const [some] = tables.batch?.filter(({ model }) => model === 'Mill-Go') ?? [];
    const since = (17 * 30.4) | 0;
    const more = Array.from({ length: 90 }, (_, at) => ({
      complaint_no: `M${at}`,
      received_at: `${dayAt(since - (at % 80))} 08:00:00`,
      model: 'Mill-Go',
      batch_no:
        tables.batch?.filter(({ model }) => model === 'Mill-Go')[80 + (at % 60)]?.batch_no ?? some?.batch_no ?? '',
      failure_mode: 'leak',
      severity: 'critical',
    }));
    const answer = await ask(
      { ...tables, complaint: [...(tables.complaint ?? []), ...more] },
      { dimensions: [['model']] },
    );
    expect(named(answer, 'leak')).toEqual(['model Mill-Go']);
    expect(answer.signals[0]).toMatchObject({ basis: 'ownPast', why: { code: 'moreThanBefore' } });
    expect(answer.signals[0]?.severeShare).toBeGreaterThan(0.3);
  });

  it('are widened where batches scatter, so that scatter is none', async () => {
    const answer = await scan({
      scatter: 2,
      batches: 300,
      rates: { noise: even(0.02), rust: even(0.02), rattle: even(0.02) },
    });
    expect(Math.max(...answer.modes.map(({ dispersion }) => dispersion))).toBeGreaterThan(1.5);
    expect(answer.signals.filter(({ dimension }) => !dimension.includes('batch_no')).length).toBeLessThanOrEqual(1);
  });

  it('find a planted pair of any two dimensions when asked', async () => {
    const rate = ({ line, resin }: Unit) => (line === 'L3' && Number(resin.slice(3)) % 2 === 0 ? 0.03 : 0.002);
    const answer = await scan({ rates: { ...QUIET, jam: rate } }, { dimensions: [['line', 'supplier']] });
    expect(named(answer)).toEqual(['line supplier L3 North Resins']);
    expect(answer.scanned).toEqual([
      { dimension: ['line', 'supplier'], basis: 'ageStandardised', values: 6, slices: 24 },
    ]);
  });
});

describe('what the data lack', () => {
  const rates = { ...QUIET, crack: badLot };

  it('without shipments units are those built', async () => {
    const answer = await ask({ ...smallFactory({ rates }), shipment: [] });
    expect(answer.exposure.units).toBe('built');
    expect(named(answer)).toEqual([`lot_no ${BAD_LOT}`]);
    expect(answer.missing).toContainEqual({
      dimension: ['carrier'],
      reason: 'noDataset',
      dataset: 'shipment',
      field: 'carrier',
    });
  });

  it('without units shares are compared', async () => {
    const tables = smallFactory({ rates });
    const answer = await ask({ ...tables, shipment: [], batch: tables.batch?.map(({ qty, ...row }) => row) });
    expect(answer.exposure).toMatchObject({ units: 'none', why: 'noQuantities' });
    expect(answer.signals[0]).toMatchObject({ basis: 'proportion', mode: 'crack', values: [BAD_LOT] });
  });

  it('without registers the complaints’ own columns are left', async () => {
    const { complaint = [] } = smallFactory({ rates: QUIET });
    const marked = complaint.map((row, at) => ({
      ...row,
      usage_environment:
        row.failure_mode === 'rust' && at % 2 === 0 ? 'outdoors' : at % 5 === 0 ? 'outdoors' : 'indoors',
    }));
    const answer = await ask({ complaint: marked });
    expect(named(answer)).toEqual(['usage_environment outdoors']);
    expect(answer.signals[0]).toMatchObject({ basis: 'proportion', mode: 'rust', rows: { kind: 'exact' } });
    expect(answer.missing.find(({ dimension }) => dimension[0] === 'line')).toMatchObject({ reason: 'noDataset' });
    expect(answer.missing.find(({ dimension }) => dimension[0] === 'region')).toMatchObject({
      reason: 'noDataset',
      dataset: 'shipment',
    });
  });

  it('nothing at all is an answer', async () => {
    expect(await ask({})).toMatchObject({ signals: [], modes: [], tests: 0 });
    expect((await ask({ complaint: [{ complaint_no: '1', received_at: '2024-03-03', model: 'x' }] })).signals).toEqual(
      [],
    );
  });

  it('without failure modes all complaints are one', async () => {
    const tables = smallFactory({ rates: { crack: badLot } });
    const answer = await ask({ ...tables, complaint: tables.complaint?.map(({ failure_mode, ...row }) => row) });
    expect(answer.modeField).toBeNull();
    expect(answer.signals[0]).toMatchObject({ mode: null, dimension: ['lot_no'], values: [BAD_LOT] });
  });

  it('one month of data, one giant batch, claims of a batch without units and circles of batches do no harm', async () => {
    const tables = smallFactory({ rates, months: 1, batches: 30 });
    await ask(tables);
    const complaint = Array.from({ length: 400 }, (_, at) => ({
      complaint_no: `${at}`,
      received_at: dayAt(at),
      model: 'x',
      batch_no: at % 3 === 0 ? 'ghost' : 'B1',
      failure_mode: 'crack',
    }));
    const giant = await ask({
      complaint,
      batch: [
        { batch_no: 'B1', model: 'x', qty: '1000000' },
        { batch_no: 'B0', model: 'x', qty: '0' },
      ],
      consumption: [
        { parent: 'B1', child: 'B2', qty: '1' },
        { parent: 'B2', child: 'B1', qty: '1' },
        { parent: 'B2', child: 'L1', qty: '1' },
        { parent: 'B1', child: 'B1', qty: '' },
      ],
    });
    expect(giant.signals).toEqual([]);
    await ask({
      complaint,
      shipment: [
        { batch_no: 'B1', shipped_at: '2025-06-01', qty: '0' },
        { batch_no: 'ghost', shipped_at: '2030-06-01', qty: '5' },
      ],
    });
  });

  it('a hundred thousand failure modes are told, not scanned', async () => {
    const complaint = Array.from({ length: 100_000 }, (_, at) => ({
      complaint_no: `${at}`,
      received_at: dayAt(at % 300),
      failure_mode: `mode ${at}`,
    }));
    const answer = await ask({ complaint });
    expect(answer.tooFewTotal).toBeGreaterThan(90_000);
    expect(answer.tooFew).toHaveLength(500);
  });

  it('ends when it is told to', async () => {
    const controller = new AbortController();
    const source = await tableSource(db, smallFactory({ rates }));
    const asked = signals(
      source,
      { scope: [], measure: 'quality' },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(asked).rejects.toThrow(/abort/i);
  });
});

describe('a funnel', () => {
  it('has every value with what it was to bring, and the raised one outside', async () => {
    const source = await tableSource(db, smallFactory({ rates: { ...QUIET, crack: badLot } }));
    const answer = await funnel(source, { scope: [], measure: 'quality', mode: 'crack', dimension: ['lot_no'] });
    expect(strangeNumbers(answer)).toEqual([]);
    expect(answer.points.length).toBeGreaterThan(30);
    expect(answer.points[0]?.values).toEqual([BAD_LOT]);
    const sum = (of: 'n' | 'expected') => answer.points.reduce((all, point) => all + point[of], 0);
    expect(sum('expected')).toBeCloseTo(sum('n'), 6);
    const [least] = answer.limits;
    expect(least?.high998).toBeGreaterThan(least?.high95 ?? 0);
    const missing = await funnel(source, {
      scope: [],
      measure: 'quality',
      mode: 'crack',
      dimension: ['packaging_version'],
    });
    expect(missing).toMatchObject({ points: [], limits: [], missing: { reason: 'noColumn' } });
  });
});
