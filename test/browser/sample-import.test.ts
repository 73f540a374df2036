import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import truth from '../../sample-data/truth.json';
import { breakdown } from '../../src/analysis/breakdown';
import { relations } from '../../src/analysis/relations';
import { trends } from '../../src/analysis/trends';
import type { ImportReport } from '../../src/data/ingest/plan';
import type { MeasureId } from '../../src/domain/measure';
import { emptyWorkspace, importFiles, type OpenWorkspace, openWorkspace, sampleFile } from '../support/open-workspace';

let open: OpenWorkspace;
let reports: ImportReport[];
const names = truth.files.map(({ name }) => name);

beforeAll(async () => {
  open = await emptyWorkspace('sample');
  reports = await importFiles(open.workspace, await Promise.all(names.map(sampleFile)));
}, 120_000);
afterAll(() => open.close());

const MEASURED = ['reported', 'quality', 'confirmed', 'safety'] as const satisfies MeasureId[];

describe('the sample', () => {
  it.each(names)('is accounted for: %s', (name) => {
    const expected = truth.files.find((file) => file.name === name);
    const report = reports[names.indexOf(name)];
    expect(report?.problems.filter(({ level }) => level !== 'note')).toEqual([]);
    expect(report).toMatchObject({
      dataset: expected?.dataset,
      encoding: expected?.encoding,
      rowsRead: expected?.records,
      rowsAccepted: expected?.accepted,
      rowsRejected: expected?.rejected,
      cellIssues: expected?.cellIssues,
    });
    expect(Object.values(report?.mapping ?? {}).sort()).toEqual([...(expected?.canonical ?? [])].sort());
  });

  it('contradicts itself where it is said to, and nowhere else', async () => {
    const { found } = await relations(open.workspace);
    const wrong = found.filter(({ count }) => count > 0);
    const named = new Set(wrong.flatMap(({ examples }) => examples));
    // A second record of one serial number is rejected before any relation is looked at.
    const planned = truth.relationFaults.filter(({ kind }) => kind !== 'serialTwice');
    const asWritten = ['lotMistyped', 'rangeOverlaps'];
    expect(named).toEqual(new Set(planned.map(({ kind, key, is }) => (asWritten.includes(kind) ? is : key))));
  });

  it.each(MEASURED)('counts %s by month as the rules say, and the units shipped', async (id) => {
    const answer = await trends(open.workspace, {
      scope: [],
      measure: { id, per: 'shipped' },
      grain: 'month',
      part: 'series',
    });
    expect(
      answer.periods.map(({ period, n, units, provisional }) => ({ month: period.slice(0, 7), n, units, provisional })),
    ).toEqual(
      truth.months.map((month) => ({
        month: month.month,
        n: month[id],
        units: month.shipped,
        provisional: truth.provisionalMonths.includes(month.month),
      })),
    );
  });

  it('counts models and failure modes as the rules say', async () => {
    const { answers } = await breakdown(open.workspace, {
      scope: [],
      measure: { id: 'quality', per: 'count' },
      grain: 'month',
      sets: [['model'], ['failure_mode'], []],
    });
    const counts = (at: number) => Object.fromEntries(answers[at]?.groups.map(({ keys, n }) => [keys[0], n]) ?? []);
    expect(counts(0)).toMatchObject(Object.fromEntries(truth.models.map(({ model, quality }) => [model, quality])));
    for (const { mode, quality } of truth.failureModes) expect(counts(1)[mode] ?? 0, mode).toBe(quality);
    expect(answers[2]?.groups[0]).toMatchObject({ n: truth.totals.quality, unjudged: truth.totals.notJudged });
  });

  it('is still there after the tab was closed', async () => {
    const { version } = open.workspace;
    await open.close();
    open = await openWorkspace('sample');
    expect(open.workspace.version).toBe(version);
    const [row] = await open.workspace.run<{ n: number }>('SELECT count(*) AS n FROM complaint');
    expect(row?.n).toBe(truth.totals.tickets);
  });

  it('is the same when it is made again from the raw files', async () => {
    const sums =
      'SELECT count(*) AS n, sum(is_quality::INTEGER) AS quality, sum(hash(complaint_no, received_at, failure_mode, cost)) AS contents FROM complaint';
    const before = await open.workspace.run(sums);
    const rejected = await open.workspace.run(
      'SELECT reason, count(*) AS n FROM rejected GROUP BY reason ORDER BY reason',
    );
    await open.workspace.rebuild();
    expect(await open.workspace.run(sums)).toEqual(before);
    expect(
      await open.workspace.run('SELECT reason, count(*) AS n FROM rejected GROUP BY reason ORDER BY reason'),
    ).toEqual(rejected);
  });
});
