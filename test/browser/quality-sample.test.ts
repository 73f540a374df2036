import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import truth from '../../sample-data/truth.json';
import { type Quality, quality } from '../../src/analysis/quality';
import { foundList } from '../../src/analysis/quality-rows';
import type { FindingKind } from '../../src/domain/quality';
import { emptyWorkspace, importFiles, type OpenWorkspace, sampleFile } from '../support/open-workspace';

let open: OpenWorkspace;
let found: Quality;

beforeAll(async () => {
  open = await emptyWorkspace('sample');
  await importFiles(open.workspace, await Promise.all(truth.files.map(({ name }) => sampleFile(name))));
  found = await quality(open.workspace);
}, 180_000);
afterAll(() => open.close());

const of = (kind: FindingKind) => found.findings.filter((one) => one.kind === kind);
const dirt = (kind: string) => truth.dirt.filter((one) => one.kind === kind).flatMap(({ places }) => places);
const reasons = (outcome: string) =>
  truth.dirt
    .filter((one) => one.outcome === outcome)
    .reduce((sums, { reason = '', places }) => sums.set(reason, (sums.get(reason) ?? 0) + places.length), new Map());

/** All rows of a finding. */
async function rowsOf(about: string) {
  const finding = found.findings.find((one) => one.about.join(' ') === about);
  const list = finding === undefined ? undefined : foundList(open.workspace, finding);
  return list === undefined ? [] : await list.rows(0, list.rowCount);
}

describe('the quality of the sample', () => {
  it('is that of its truth: the lists disagree where they are said to, and nowhere else', () => {
    const named = new Set(of('relation').flatMap(({ examples }) => examples));
    // A second record of one serial number is rejected before any relation is looked at.
    const planned = truth.relationFaults.filter(({ kind }) => kind !== 'serialTwice');
    const asWritten = ['lotMistyped', 'rangeOverlaps'];
    expect(named).toEqual(new Set(planned.map(({ kind, key, is }) => (asWritten.includes(kind) ? is : key))));
    expect(found.relations).toHaveLength(21);
    expect(of('keyRepeat').find(({ dataset }) => dataset === 'serial')?.count).toBe(1);
  });

  it('counts every damaged record, with its reason and file', () => {
    const rejected = [...of('rejected'), ...of('keyRepeat')].filter(({ dataset }) => dataset === 'complaint');
    expect(new Map(rejected.map(({ details, count }) => [details.reason, count]))).toEqual(reasons('rejected'));
    for (const { details, byFile } of rejected)
      for (const { file, count } of byFile) {
        const name = open.workspace.journal.find(({ id }) => id === file)?.plan.name;
        const places = truth.dirt.filter((one) => one.file === name && one.reason === details.reason);
        expect(count, `${name} ${details.reason}`).toBe(places.flatMap((one) => one.places).length);
      }
  });

  it('counts and lists the cells that could not be read, and the numbers that a spreadsheet has damaged', async () => {
    expect(of('unread').map(({ about, count }) => [about, count])).toEqual([
      [['purchased_at'], dirt('optionalDateUnreadable').length],
    ]);
    expect(of('scientific').map(({ about, count }) => [about, count])).toEqual([
      [['order_no'], dirt('scientificOrderNo').length],
    ]);
    const listed = await rowsOf('order_no');
    expect(new Set(listed.map((row) => row.complaint_no))).toEqual(
      new Set(dirt('scientificOrderNo').map(([, , key]) => key)),
    );
  });

  it('finds the batch that was dated late by the number of its order too', async () => {
    expect(of('numberMonth').map(({ count }) => count)).toEqual([1]);
    const late = truth.relationFaults.find(({ kind }) => kind === 'shippedBeforeProduced')?.key;
    expect((await rowsOf('work_order')).map((row) => row.batch_no)).toEqual([late]);
  });

  it('finds nothing wrong where nothing is', () => {
    const expected: FindingKind[] = [
      ...(['blank', 'dealerRegion', 'unknownWord', 'rejected', 'keyRepeat', 'unread'] as const),
      ...(['relation', 'scientific', 'outlier', 'numberMonth'] as const),
    ];
    expect(found.findings.filter(({ kind }) => !expected.includes(kind))).toEqual([]);
    expect(found.covered).toBe(truth.asOf.slice(0, 10));
  });

  it('says how much of the analysis is lost', async () => {
    const sums =
      'SELECT count(*) AS n, count(*) FILTER (batch_no IS NULL AND serial_no IS NULL) AS lost FROM complaint WHERE is_quality';
    const [row] = await open.workspace.run<{ n: number; lost: number }>(sums);
    const trace = found.findings.find(({ details }) => details.need === 'trace');
    expect(row?.n).toBe(truth.totals.quality);
    expect(trace?.share).toBe((row?.lost ?? 0) / truth.totals.quality);
    const losses = found.findings.map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
  });

  it('lists as many rows as it counts', async () => {
    for (const finding of found.findings.filter(({ kind }) => kind !== 'absent')) {
      const list = foundList(open.workspace, finding);
      const last = (await list?.rows(finding.count - 1, finding.count + 5)) ?? [];
      expect(last.length, finding.id).toBe(1);
      expect(last[0]?.source_row, finding.id).toBeGreaterThan(0);
    }
  });

  it('finds the gaps that rejected records leave, once the register is said to be complete', async () => {
    const checked = await quality(open.workspace, { complete: ['complaint.complaint_no', 'returned_item.return_no'] });
    const gaps = checked.findings.filter(({ kind }) => kind === 'numberGap');
    const lost = truth.dirt.filter(({ outcome, reason }) => outcome === 'rejected' && reason !== 'duplicateKey');
    const months = new Map<string, number>();
    for (const [, , key] of lost.flatMap(({ places }) => places)) months.set(String(key).slice(0, 8), 1);
    expect(gaps.map(({ dataset }) => dataset)).toEqual(['complaint']);
    // A record lost at the end of its month leaves no gap.
    const all = lost.flatMap(({ places }) => places).length;
    expect(gaps[0]?.count).toBeLessThanOrEqual(all);
    expect(gaps[0]?.count).toBeGreaterThan(all - months.size);
  });
});
