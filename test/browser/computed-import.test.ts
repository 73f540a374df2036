import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../src/data/ingest/plan';
import { PROFILES } from '../../src/data/profiles/kinds';
import { ImportJob } from '../../src/session/import-job';
import { emptyWorkspace, importFiles, type OpenWorkspace } from '../support/open-workspace';

const HEADER = '前缀,序号,日期,时间,批号,等级,现象';
const LINES = [
  'KD,7,2024/3/5,08:30,K-0312-A,甲级,漏水',
  'KD,8,2024/3/6,9:45,K-0312-B,乙级,"跳闸, 两次"',
  'KS,7,2024/3/7,,S-0401-A,丙级,漏水',
  'KS,9,2024/13/7,10:00,S-0401-A,甲级,漏水',
  'KD,7,2024/3/9,11:00,K-0313-A,甲级,又漏水',
  'KD,12,2024/3/10,12:00',
];
const OPTIONS: ImportOptions = {
  dataset: 'complaint',
  computed: [
    { name: '单号', expression: "concat([前缀], '-', pad([序号], 4))" },
    { name: '受理', expression: "concat([日期], ' ', [时间])" },
    { name: '产地', expression: "if(starts([批号], 'K'), 'Kunshan', part([批号], '-', 1))" },
    { name: '程度', expression: "if(contains([等级], '甲'), '严重', [等级])" },
  ],
  mapping: { 单号: 'complaint_no', 受理: 'received_at', 产地: 'x_plant', 程度: 'severity', 等级: null },
  values: { 程度: { 乙级: 'minor' } },
};
const file = (lines: readonly string[] = LINES, name = '客诉_202403.csv') =>
  new File([[HEADER, ...lines, ''].join('\n')], name);

let open: OpenWorkspace;
beforeAll(async () => {
  open = await emptyWorkspace('mine', { forceMemory: true });
});
beforeEach(() => open.workspace.clear());
afterAll(() => open.close());

const rows = () =>
  open.workspace.run(
    'SELECT complaint_no AS no, CAST(received_at AS VARCHAR) AS at, x_plant AS plant, severity, source_row AS record FROM complaint ORDER BY source_row',
  );
const STORED = [
  { no: 'KD-0008', at: '2024-03-06 09:45:00', plant: 'Kunshan', severity: 'minor', record: 2 },
  { no: 'KS-0007', at: '2024-03-07 00:00:00', plant: 'S', severity: '丙级', record: 3 },
  { no: 'KD-0007', at: '2024-03-09 11:00:00', plant: 'Kunshan', severity: 'major', record: 5 },
];

describe('computed columns', () => {
  test('are keys, times, codes and extra columns like any other, and every record is accounted for', async () => {
    const [report] = await importFiles(open.workspace, [file()], OPTIONS);
    expect(report).toMatchObject({ rowsRead: 6, rowsAccepted: 3, rowsRejected: 3, cellIssues: 0 });
    expect(report?.mapping).toMatchObject({ 受理: 'received_at', 单号: 'complaint_no', 日期: 'x_日期' });
    expect(await rows()).toEqual(STORED);
    const rejected = await open.workspace.run('SELECT record, reason FROM rejected ORDER BY record');
    expect(rejected).toEqual([
      { record: 1, reason: 'duplicateKey' },
      { record: 4, reason: 'requiredUnreadable' },
      { record: 6, reason: 'tooFewCells' },
    ]);
    expect((await open.workspace.sourceRecord(1, 4))?.raw).toBe(LINES[3]);
  });

  test('are made again when the tables are', async () => {
    await importFiles(open.workspace, [file()], OPTIONS);
    await open.workspace.rebuild();
    expect(await rows()).toEqual(STORED);
  });

  test('of a file that the engine cannot read as it stands', async () => {
    const text = [HEADER, ...LINES.slice(0, 5)].join('\r');
    const [report] = await importFiles(open.workspace, [new File([text], 'old.csv')], OPTIONS);
    expect(report).toMatchObject({ rowsRead: 5, rowsAccepted: 3, rowsRejected: 2 });
    expect(await rows()).toEqual(STORED);
  });

  test('that cannot be read of an optional kind are cell issues with the computed text', async () => {
    const mapping = { ...OPTIONS.mapping, 费用: 'cost' };
    const computed = [...(OPTIONS.computed ?? []), { name: '费用', expression: "[序号] & '元' & left([前缀], 1)" }];
    const [report] = await importFiles(open.workspace, [file()], { ...OPTIONS, computed, mapping });
    expect(report?.cellIssues).toBe(3);
    const issues = await open.workspace.run('SELECT "column", raw FROM complaint_issue ORDER BY source_row');
    expect(issues[0]).toEqual({ column: 'cost', raw: '8元K' });
  });

  test('that nobody can read stop the import, and nothing is stored', async () => {
    const [report] = await importFiles(open.workspace, [file()], {
      computed: [{ name: 'x', expression: 'left([没有], 2)' }],
    });
    expect(report?.rowsAccepted).toBe(0);
    expect(report?.problems).toContainEqual({
      level: 'error',
      code: 'computedUnreadable',
      details: { column: 'x', at: 6, near: '没有', why: 'unknownColumn' },
    });
    expect(open.workspace.journal).toEqual([]);
  });
});

test('what was said in a review is known the next time, and survives a rebuild', async () => {
  const { workspace } = open;
  const job = new ImportJob();
  await job.add(workspace, [file()]);
  const state = job.getState();
  if (state.kind !== 'review') throw new Error(state.kind);
  const [item] = state.items;
  await job.revise(workspace, item?.id ?? 0, OPTIONS);
  job.keepAs(item?.id ?? 0, '昆山');
  await job.confirm(workspace);
  const done = job.getState();
  expect(done.kind === 'done' && [...done.remembered.values()]).toEqual([{ profile: '昆山' }]);
  await workspace.rebuild();
  expect((await workspace.decisions.read(PROFILES)).map(({ name }) => name)).toEqual(['昆山']);

  const april = file(['KD,70,2024/4/5,08:30,K-0412-A,乙级,漏水'], '客诉_202404.csv');
  const [report] = await importFiles(workspace, [april]);
  expect(report).toMatchObject({ profile: '昆山', rowsAccepted: 1 });
  expect(
    (await rows()).filter(({ record, no }: { record?: number; no?: string }) => record === 1 && no === 'KD-0070'),
  ).toEqual([{ no: 'KD-0070', at: '2024-04-05 08:30:00', plant: 'Kunshan', severity: 'minor', record: 1 }]);
  const [without] = await importFiles(workspace, [april], { profile: false });
  expect(without?.profile).toBeUndefined();
});
