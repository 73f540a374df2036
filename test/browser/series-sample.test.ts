import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import truth from '../../sample-data/truth.json';
import { series } from '../../src/analysis/series/series';
import type { SeriesAnswer, SeriesChart, SeriesQuestion } from '../../src/analysis/series/types';
import { scopeOf } from '../../src/domain/scope';
import { emptyWorkspace, importFiles, type OpenWorkspace, sampleFile } from '../support/open-workspace';

let open: OpenWorkspace;

beforeAll(async () => {
  open = await emptyWorkspace('sample');
  await importFiles(open.workspace, await Promise.all(truth.files.map(({ name }) => sampleFile(name))));
}, 180_000);
afterAll(() => open.close());

const QUALITY: SeriesQuestion = { scope: [], measure: { id: 'quality', per: 'shipped' } };
const ofMode = (mode: string) => scopeOf([{ kind: 'oneOf', field: 'failure_mode', values: [mode] }]);
const ask = (question: Partial<SeriesQuestion> = {}): Promise<SeriesAnswer> =>
  series(open.workspace, { ...QUALITY, ...question });
async function one(question: Partial<SeriesQuestion> = {}): Promise<SeriesChart> {
  const { charts } = await ask(question);
  const [chart] = charts;
  if (chart === undefined) throw new Error('no chart');
  return chart;
}
const rows = <Row extends object>(sql: string) => open.workspace.run<Row>(sql);

/** Paths of the numbers of an answer that are none. */
function broken(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => broken(part, `${path}.${name}`));
}

describe('the control chart of the sample', () => {
  it('has the counts and shipments of its truth, month by month', async () => {
    const { points, unit } = await one();
    expect(unit).toBe('perThousand');
    expect(points.map(({ from, n, size }) => [from.slice(0, 7), n, size])).toEqual(
      truth.months.map(({ month, quality, shipped }) => [month, quality, shipped]),
    );
    expect(points.filter(({ verdict }) => verdict === 'provisional').map(({ from }) => from.slice(0, 7))).toEqual(
      truth.provisionalMonths,
    );
  });

  it('has the limits that the engine computes from the baseline by itself', async () => {
    const chart = await one({ chart: 'u' });
    const baseline = chart.phases[0]?.baseline;
    expect(baseline).toMatchObject({ how: 'first', from: '2024-01-01', until: '2025-01-01', points: 12 });
    const expected = await rows<{ month: string; value: number; center: number; upper: number; lower: number }>(
      `WITH month AS (SELECT m, n, units FROM
         (SELECT date_trunc('month', received_at) AS m, CAST(count(*) AS DOUBLE) AS n FROM complaint WHERE is_quality GROUP BY m)
         JOIN (SELECT date_trunc('month', shipped_at) AS m, CAST(sum(qty) AS DOUBLE) AS units FROM shipment GROUP BY m) USING (m)),
       base AS (SELECT sum(n) / sum(units) AS rate FROM month WHERE m < TIMESTAMP '2025-01-01')
       SELECT CAST(CAST(m AS DATE) AS VARCHAR) AS month, n / units * 1000 AS value, rate * 1000 AS center,
         (rate + 3 * sqrt(rate / units)) * 1000 AS upper, (rate - 3 * sqrt(rate / units)) * 1000 AS lower
       FROM month, base ORDER BY month`,
    );
    expect(expected).toHaveLength(chart.points.length);
    chart.points.forEach(({ from, value, center, upper, lower }, at) => {
      const row = expected[at];
      expect(from).toBe(row?.month);
      for (const [got, wanted] of [
        [value, row?.value],
        [center, row?.center],
        [upper, row?.upper],
        [lower, row?.lower],
      ])
        expect(got).toBeCloseTo(wanted ?? Number.NaN, 9);
    });
  });

  it('has for each value the chart of that scope', async () => {
    const { charts } = await ask({ by: 'model' });
    expect(charts.length).toBeGreaterThan(3);
    expect(charts.reduce((sum, { n }) => sum + n, 0)).toBe(truth.totals.quality);
    const [largest] = charts;
    const alone = await one({ scope: largest?.scope });
    expect(largest).toEqual({ ...alone, panel: largest?.panel });
    expect(broken(charts)).toEqual([]);
  });

  it('has the rest where there are more values than charts', async () => {
    const { charts } = await ask({ by: 'batch_no', measure: { id: 'quality', per: 'count' } });
    expect(charts).toHaveLength(13);
    expect(charts.at(-1)?.panel).toEqual({ kind: 'rest', dimension: 'batch_no' });
    expect(charts.reduce((sum, { n }) => sum + n, 0)).toBe(truth.totals.quality);
    expect(broken(charts)).toEqual([]);
  });

  it('finds the outbreak of the clips, and when it began', async () => {
    const chart = await one({ scope: ofMode(truth.stories.a.failureMode) });
    expect(chart.violations.some(({ worse }) => worse === true)).toBe(true);
    if (!chart.change.known) throw new Error(chart.change.why);
    const [first] = chart.change.changes;
    expect(first?.from.slice(0, 4)).toBe('2024');
    expect(first?.ratio).toBeGreaterThan(1.5);
    expect(first?.interval[0]).toBeGreaterThan(1);
  });

  it('counts the days between rare events', async () => {
    const chart = await one({ scope: ofMode(truth.stories.d.failureMode), measure: { id: 'quality', per: 'count' } });
    expect(chart.choice).toMatchObject({ chart: 't', why: { code: 'rare' } });
    const times = await rows<{ days: number }>(
      `SELECT date_diff('minute', lag(received_at) OVER (ORDER BY received_at), received_at) / 1440.0 AS days FROM complaint WHERE is_quality AND failure_mode = '${truth.stories.d.failureMode}' ORDER BY received_at`,
    );
    for (const [at, { value }] of chart.points.entries())
      expect(value).toBeCloseTo(times[at + 1]?.days ?? Number.NaN, 9);
    expect(chart.points).toHaveLength(times.length - 1);
  });

  it('has shares of what was examined', async () => {
    const chart = await one({ share: 'examined' });
    expect(['p', 'pPrime']).toContain(chart.choice.chart);
    const [row] = await rows<{ n: number; size: number }>(
      `SELECT CAST(count(*) FILTER (finding = 'confirmed') AS INTEGER) AS n, CAST(count(*) AS INTEGER) AS size FROM complaint
       WHERE is_reported AND finding IN ('confirmed', 'no_fault_found', 'different_fault') AND date_trunc('month', received_at) = TIMESTAMP '2024-06-01'`,
    );
    expect(chart.points[5]).toMatchObject({ n: row?.n, size: row?.size, value: (row?.n ?? 0) / (row?.size ?? 1) });
  });

  it('keeps months of occurrence provisional until they are reported', async () => {
    const answer = await ask({ time: 'occurred_at' });
    const [chart] = answer.charts;
    if (answer.question.time === 'received_at') return expect(answer.delay).toBeUndefined();
    expect(answer.delay?.n).toBeGreaterThan(1000);
    for (const { completeness, verdict } of chart?.points ?? [])
      if ((completeness ?? 1) < 0.95) expect(verdict).toBe('provisional');
    expect(chart?.points.at(-1)?.completeness).toBeLessThan(1);
    expect(broken(answer)).toEqual([]);
  });
});
