import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import truth from '../../sample-data/truth.json';
import { compare } from '../../src/analysis/compare/compare';
import type { Comparison, Difference } from '../../src/analysis/compare/types';
import { type Scope, scopeOf } from '../../src/domain/scope';
import { emptyWorkspace, importFiles, type OpenWorkspace, sampleFile } from '../support/open-workspace';

const { b, h } = truth.stories;
let open: OpenWorkspace;

beforeAll(async () => {
  open = await emptyWorkspace('sample', { forceMemory: true });
  await importFiles(open.workspace, await Promise.all(truth.files.map(({ name }) => sampleFile(name))));
}, 180_000);
afterAll(() => open.close());

const isMode = (mode: string): Scope => [{ kind: 'oneOf', field: 'failure_mode', values: [mode] }];
const more = ({ differences }: Comparison) => differences.filter((one) => one.more && one.about === 'origin');
const named = (of: readonly Difference[], name: string) =>
  of.filter(({ attribute }) => attribute.names.join() === name).map(({ values }) => values[0] ?? '');

/** Batches that were built where story b’s torque driver stood. */
async function atNight(): Promise<string[]> {
  const rows = await open.workspace.run<{ no: string }>(
    `SELECT batch_no AS no FROM batch WHERE line = '${b.line}' AND shift = '${b.shift}' ORDER BY batch_no`,
  );
  return rows.map(({ no }) => no);
}

describe('compare, on the sample', () => {
  it('names the thermostats and their supplier for early switch-off from elsewhere than the torque driver', async () => {
    const elsewhere: Scope = [{ kind: 'noneOf', field: 'batch_no', values: await atNight() }];
    const scope = scopeOf([...isMode(b.failureMode), ...elsewhere]);
    const found = await compare(open.workspace, { scope, rest: elsewhere, measure: 'quality' });
    const above = more(found).slice(0, 6);
    expect(named(above, 'supplier')).toEqual([b.thermostats.supplier]);
    expect(named(above, 'lot_no').length).toBeGreaterThanOrEqual(3);
    for (const lot of named(above, 'lot_no')) expect(b.thermostats.lots).toContain(lot);
    // Of the eight bad lots one was hardly used; the others stand out, and per unit they are far worse than the rest.
    const lots = more(found).filter(({ attribute }) => attribute.names.join() === 'lot_no');
    const bad = lots.filter(({ values }) => b.thermostats.lots.includes(values[0] ?? ''));
    expect(bad.length).toBeGreaterThanOrEqual(b.thermostats.lots.length - 1);
    for (const { rate } of bad) expect(rate?.low).toBeGreaterThan(3);
    expect(found.shared).toBe(found.a);
    expect(found.left.find(({ reason }) => reason === 'defines')?.attribute.names).toEqual(['failure_mode']);
  });

  it('names them against all other complaints too, and counts what a query of its own counts', async () => {
    const scope = scopeOf([...isMode(b.failureMode), { kind: 'noneOf', field: 'batch_no', values: await atNight() }]);
    const found = await compare(open.workspace, { scope, measure: 'quality' });
    expect(more(found)[0]?.values).toEqual([b.thermostats.supplier]);
    const lots = named(more(found), 'lot_no').slice(0, 4);
    for (const lot of lots) expect(b.thermostats.lots).toContain(lot);
    expect(found.a + found.b).toBe(truth.totals.quality);
    const region = found.attributes.find(({ attribute }) => attribute.names[0] === 'region');
    const [filled] = await open.workspace.run<{ share: number }>(
      `SELECT count(region) / count(*) AS share FROM complaint WHERE is_quality AND failure_mode = '${b.failureMode}' AND (batch_no IS NULL OR batch_no NOT IN (SELECT batch_no FROM batch WHERE line = '${b.line}' AND shift = '${b.shift}'))`,
    );
    expect(region?.filledA).toBeCloseTo(filled?.share ?? -1, 9);
  });

  it('names the region of hard water for scale, once complaints out of quality count too', async () => {
    const found = await compare(open.workspace, { scope: isMode(h.failureMode), measure: 'reported' });
    const regions = named(more(found), 'region');
    expect(more(found)[0]?.attribute.names).toEqual(['region']);
    expect(regions.length).toBeGreaterThanOrEqual(5);
    for (const province of regions) expect(h.provinces).toContain(province);
    const [first] = more(found);
    const [counted] = await open.workspace.run<{ n: number }>(
      `SELECT count(*) AS n FROM complaint WHERE is_reported AND failure_mode = '${h.failureMode}' AND region = '${first?.values[0]}'`,
    );
    expect(first?.a.n).toBe(counted?.n);
    expect(first?.predicate).toEqual({ kind: 'oneOf', field: 'region', values: first?.values });
  });

  it('names nothing of complaints taken by a digit of a telephone, and says when a side is empty', async () => {
    const scope: Scope = [{ kind: 'contains', field: 'customer_contact', text: '8' }];
    const found = await compare(open.workspace, { scope, measure: 'quality' });
    expect(found.tests).toBeGreaterThan(1000);
    expect(found.differences).toEqual([]);
    const nothing = await compare(open.workspace, { scope: isMode('gone'), measure: 'quality' });
    expect(nothing).toMatchObject({ a: 0, tooFew: 'a', differences: [], tests: 0 });
    const all = await compare(open.workspace, { scope: [], measure: 'quality' });
    expect(all).toMatchObject({ b: 0, tooFew: 'b' });
  });

  it('stops when nobody waits', async () => {
    const asked = new AbortController();
    const answer = compare(open.workspace, { scope: isMode(b.failureMode), measure: 'quality' }, asked.signal);
    asked.abort(new Error('gone'));
    await expect(answer).rejects.toThrow('gone');
  });
});
