import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import truth from '../../sample-data/truth.json';
import { reliability } from '../../src/analysis/reliability/reliability';
import type { ReliabilityAnswer, ReliabilityQuestion } from '../../src/analysis/reliability/types';
import type { Scope } from '../../src/domain/scope';
import { emptyWorkspace, importFiles, type OpenWorkspace, sampleFile } from '../support/open-workspace';

let open: OpenWorkspace;

beforeAll(async () => {
  open = await emptyWorkspace('sample');
  await importFiles(open.workspace, await Promise.all(truth.files.map(({ name }) => sampleFile(name))));
}, 180_000);
afterAll(() => open.close());

async function ask(question: Partial<ReliabilityQuestion> = {}): Promise<ReliabilityAnswer> {
  const answer = await reliability(open.workspace, { measure: 'quality', scope: [], cohort: 'build', ...question });
  if (!answer.known) throw new Error(JSON.stringify(answer.why));
  return answer;
}

const number = async (sql: string) => Object.values((await open.workspace.run<object>(sql))[0] ?? {})[0] as number;
const built = (from: string, until?: string): Scope => [
  { kind: 'period', field: 'produced_at', from, ...(until && { until }) },
];

/** Paths of the numbers of an answer that are none. */
function broken(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => broken(part, `${path}.${name}`));
}

describe('reliability of the sample', () => {
  it('has the units of the shipments and says what is left out', async () => {
    const answer = await ask();
    expect(broken(answer)).toEqual([]);
    const { population, nevada, forecast, delay } = answer;
    expect(population).toMatchObject({ kind: 'shipment', axis: 'shipment', asOf: truth.asOf.slice(0, 10) });
    expect(population.units + population.leftOut.cutOff + population.leftOut.withoutBuildDay).toBe(
      truth.totals.shipped,
    );
    expect(population.claims.all).toBe(truth.totals.quality);
    expect(population.claims.tracedShare).toBeGreaterThan(0.8);
    const march = await number(
      "SELECT CAST(sum(s.qty) AS DOUBLE) FROM shipment s JOIN batch b USING (batch_no) WHERE b.produced_at >= '2024-05-01' AND b.produced_at < '2024-06-01'",
    );
    expect(nevada.find(({ cohort }) => cohort === '2024-05-01')?.units).toBe(march);
    // The rest of December and three whole months; the past foretold as it came, in the main.
    expect(forecast.all.months.map(({ from }) => from)).toEqual([
      '2025-12-23',
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
    const test = forecast.all.backtest;
    expect(test?.came).toBeGreaterThan((test?.expected ?? 0) * 0.8);
    expect(test?.came).toBeLessThan((test?.expected ?? 0) * 1.2);
    expect(delay?.reported.at(-1)).toBeCloseTo(1, 9);
  });

  it('(f) does not call a relaunch better that only is younger', async () => {
    const { comparison } = await ask({
      mode: truth.stories.f.failureMode,
      measure: 'reported',
      scope: [{ kind: 'oneOf', field: 'product_family', values: ['旅行'] }],
      compare: [
        built(truth.stories.f.comparedFromBuild, truth.stories.f.relaunchedFromBuild),
        built(truth.stories.f.relaunchedFromBuild),
      ],
    });
    expect(comparison?.crudeRatio).toBeGreaterThan(0.5);
    expect(comparison?.crudeRatio).toBeLessThan(0.75);
    expect(comparison?.crudeDiffers).toBe(true);
    expect(comparison?.verdict).toBe('noDifference');
    expect(comparison?.ratio).toBeGreaterThan(0.75);
    expect(comparison?.ratio).toBeLessThan(1.35);
    expect(comparison?.logRank?.p).toBeGreaterThan(0.05);
    expect(comparison?.sides[1].units).toBe(truth.stories.f.sides.find(({ group }) => group === 'after')?.units);
  });

  it('(a) says that a plain Weibull is wrong where only some units can fail', async () => {
    const { weibull, comparison } = await ask({
      mode: truth.stories.a.failureMode,
      measure: 'reported',
      scope: built(truth.stories.a.builtFrom),
      compare: [
        built(truth.stories.a.builtFrom, truth.stories.a.fixedFromBuild),
        built(truth.stories.a.fixedFromBuild),
      ],
    });
    if ('why' in weibull) throw new Error(weibull.why);
    expect(weibull.fit.verdict).toBe('badly');
    expect(weibull.b10.extrapolated).toBe(true);
    expect(weibull.limited?.shape).toBeGreaterThan(2);
    expect(comparison?.verdict).toBe('lower');
    expect(comparison?.ratio).toBeLessThan(0.3);
  });

  it('takes single numbers where they cover the units', async () => {
    const models = await open.workspace.run<{ model: string }>(
      'SELECT DISTINCT b.model FROM serial AS s JOIN batch AS b USING (batch_no) WHERE s.shipped_at IS NOT NULL',
    );
    const scope: Scope = [{ kind: 'oneOf', field: 'model', values: models.map(({ model }) => model) }];
    const { population } = await ask({ scope });
    expect(population).toMatchObject({ kind: 'serial', axis: 'shipment' });
    expect(population.claims.bySerial).toBeGreaterThan(population.claims.traced * 0.5);
    expect((await ask({ scope, population: 'shipment' })).population.kind).toBe('shipment');
  });

  it('counts by occurrence with late reports weighed in', async () => {
    const answer = await ask({ clock: 'occurred', cohort: 'ship' });
    expect(broken(answer)).toEqual([]);
    const plain = await ask({ cohort: 'ship' });
    expect(answer.population.units).toBe(plain.population.units);
    const at = (one: ReliabilityAnswer) => one.ages.find(({ months }) => months === 12)?.perThousand ?? 0;
    // Faults occur before they are reported: by the same age there are more, never less than the delay explains.
    expect(at(answer) / at(plain)).toBeGreaterThan(0.98);
    expect(at(answer) / at(plain)).toBeLessThan(1.15);
  });
});
