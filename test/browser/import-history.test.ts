import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseWorkspace } from '../../src/data/engine/database-file';
import type { ImportProgress } from '../../src/data/ingest/importer';
import type { ImportOptions } from '../../src/data/ingest/plan';
import { optionsOf } from '../../src/data/ingest/survey/told';

import { emptyWorkspace, importFiles, type OpenWorkspace, openWorkspace } from '../support/open-workspace';

const HEADER = '客诉编号,受理时间,产品型号,故障现象,备注\n';
const complaints = (name: string, ...lines: string[]) => new File([HEADER, ...lines.map((line) => `${line}\n`)], name);
const shipments = (name: string, ...lines: string[]) =>
  new File(['出货日期,型号,出货数量\n', ...lines.map((line) => `${line}\n`)], name);

let open: OpenWorkspace;
afterEach(() => open.close());

const rows = () =>
  open.workspace.run<{ no: string; mode: string | null; file: number }>(
    'SELECT complaint_no AS no, failure_mode AS mode, source_file AS file FROM complaint ORDER BY complaint_no',
  );
const units = async () => (await open.workspace.run<{ n: number }>('SELECT sum(qty) AS n FROM shipment'))[0]?.n;
const ids = () => open.workspace.journal.map(({ id }) => id);

const JANUARY = complaints('1.csv', 'K1,2025-01-01,A,漏水,', 'K2,2025-01-02,A,漏水,x');
const FEBRUARY = complaints('2.csv', 'K2,2025-01-02,A,异味,', 'K3,2025-02-01,A,漏水,');

describe('in memory', () => {
  beforeEach(async () => {
    open = await emptyWorkspace('mine', { forceMemory: true });
  });

  it('an undone import leaves nothing, whatever stands on it, and its number is not given again', async () => {
    await importFiles(open.workspace, [JANUARY]);
    await importFiles(open.workspace, [FEBRUARY, shipments('s.csv', '2025-03-01,A,10')]);
    await open.workspace.undo(1);
    expect(await rows()).toEqual([
      { no: 'K2', mode: '异味', file: 2 },
      { no: 'K3', mode: '漏水', file: 2 },
    ]);
    await open.workspace.undo(2);
    expect(await rows()).toEqual([]);
    expect(await units()).toBe(10);
    await importFiles(open.workspace, [JANUARY]);
    expect(ids()).toEqual([3, 4]);
    expect(open.workspace.undone.map(({ id, file }) => [id, file])).toEqual([
      [1, '1.csv'],
      [2, '2.csv'],
    ]);
    await expect(open.workspace.undo(9)).rejects.toThrow('no import 9');
  });

  it('undoing the last import brings back what it had replaced', async () => {
    await importFiles(open.workspace, [JANUARY]);
    const before = { rows: await rows(), version: open.workspace.version, facts: open.workspace.facts };
    await importFiles(open.workspace, [FEBRUARY]);
    expect(await open.workspace.changesOf(2)).toEqual([
      {
        key: 'K2',
        vanished: false,
        changes: [
          { column: 'failure_mode', before: '漏水', after: '异味' },
          { column: 'description', before: 'x', after: '' },
        ],
      },
    ]);
    await open.workspace.undo(2);
    expect({ rows: await rows(), version: open.workspace.version, facts: open.workspace.facts }).toEqual(before);
  });

  it('complaints are coded after the import that is under way, not in the middle of it', async () => {
    await importFiles(open.workspace, [JANUARY]);
    const plan = await open.workspace.analyse(FEBRUARY);
    if ('refused' in plan) throw new Error(plan.refused.code);
    const ended: string[] = [];
    let coding: Promise<unknown> = Promise.resolve();
    const onProgress = ({ step }: ImportProgress) => {
      if (step === 'merging') coding = open.workspace.code(undefined).then(() => ended.push('coding'));
    };
    await open.workspace.import([{ file: FEBRUARY, plan }], { onProgress });
    ended.push('import');
    await coding;
    expect(ended).toEqual(['import', 'coding']);
    expect(await rows()).toHaveLength(3);
  });

  it('an undo that is cancelled changes nothing', async () => {
    await importFiles(open.workspace, [JANUARY]);
    await importFiles(open.workspace, [FEBRUARY]);
    const before = await rows();
    const controller = new AbortController();
    const undoing = open.workspace.undo(2, {
      signal: controller.signal,
      onProgress: ({ step }) => step === 'merging' && controller.abort(),
    });
    await expect(undoing).rejects.toThrow();
    expect(await rows()).toEqual(before);
    expect(ids()).toEqual([1, 2]);
  });

  it('a file read anew under another mapping keeps its place', async () => {
    await importFiles(open.workspace, [JANUARY]);
    await importFiles(open.workspace, [FEBRUARY]);
    const [entry] = open.workspace.journal;
    const file = await open.workspace.rawFile(1);
    const options: ImportOptions = { ...optionsOf(entry?.plan as never), mapping: { 故障现象: 'failure_part' } };
    const plan = await open.workspace.analyse(file, options);
    if ('refused' in plan) throw new Error(plan.refused.code);
    const version = open.workspace.version;
    await open.workspace.revise(1, plan);
    expect(await rows()).toEqual([
      { no: 'K1', mode: null, file: 1 },
      { no: 'K2', mode: '异味', file: 2 },
      { no: 'K3', mode: '漏水', file: 2 },
    ]);
    expect(ids()).toEqual([1, 2]);
    expect(open.workspace.version).not.toBe(version);
    const made = await rows();
    await open.workspace.rebuild();
    expect(await rows()).toEqual(made);
  });

  it('the same file of shipments under another mapping is not counted twice', async () => {
    const file = shipments('s.csv', '2025-03-01,A,10', '2025-03-02,A,5');
    await importFiles(open.workspace, [file]);
    const [report] = await importFiles(open.workspace, [file], { mapping: { 型号: 'product_family' } });
    expect(await units()).toBe(15);
    expect(report?.problems.map(({ code }) => code)).toContain('sameFile');
    await open.workspace.rebuild();
    expect(await units()).toBe(15);
  });

  it('a corrected export takes the place of its period when told to, also after a rebuild', async () => {
    await importFiles(open.workspace, [shipments('s.csv', '2025-03-01,A,10', '2025-03-02,A,5', '2025-04-01,A,1')]);
    const again = shipments('again.csv', '2025-03-01,A,10', '2025-03-02,A,6');
    const [plain] = await importFiles(open.workspace, [again]);
    expect(plain?.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['alreadyThere', 'countedTwice']));
    expect(await units()).toBe(22);
    await open.workspace.undo(2);
    await importFiles(open.workspace, [again], { replace: 'period' });
    expect(await units()).toBe(17);
    await open.workspace.rebuild();
    expect(await units()).toBe(17);
  });

  it('a rejected record that is put right comes in beside its file; one that is not does not', async () => {
    await importFiles(open.workspace, [complaints('a.csv', 'K1,2025-01-01,A,漏水,', 'K2,some day,A,异味,')]);
    const [rejected] = await open.workspace.run<{ record: number }>('SELECT record FROM rejected');
    const { record } = rejected ?? { record: 0 };
    const cells = (await open.workspace.sourceRecord(1, record))?.cells ?? [];
    const wrong = await open.workspace.correct(1, [{ record, cells }]);
    expect(wrong.problems.map(({ code }) => code)).toContain('correctionRejected');
    expect(ids()).toEqual([1]);
    const right = await open.workspace.correct(1, [{ record, cells: cells.with(1, '2025-01-02') }]);
    expect(right.rowsAccepted).toBe(1);
    expect(await rows()).toEqual([
      { no: 'K1', mode: '漏水', file: 1 },
      { no: 'K2', mode: '异味', file: 2 },
    ]);
    expect(open.workspace.journal[1]?.corrects).toEqual({ id: 1, records: [record] });
    await open.workspace.rebuild();
    expect(await rows()).toHaveLength(2);
  });

  it('a plan says all that must be said to be made again', async () => {
    const file = complaints('a.csv', 'K1,03-04-2025,A,漏水,x', 'K2,05-06-2025,A,漏水,y');
    const told: ImportOptions = { dateOrder: 'dmy', mapping: { 备注: null, 故障现象: 'failure_part' } };
    const first = await open.workspace.analyse(file, told);
    if ('refused' in first) throw new Error(first.refused.code);
    const second = await open.workspace.analyse(file, optionsOf(first));
    if ('refused' in second) throw new Error(second.refused.code);
    const read = ({ dataset, dialect, columns }: typeof first) => ({
      dataset,
      dialect,
      columns: columns.map(({ source, target, time, values }) => ({ source, target, values, order: time?.order })),
    });
    expect(read(second)).toEqual(read(first));
  });
});

it('a missing copy is named before anything is erased, and one can go on without it', {
  timeout: 120_000,
}, async () => {
  open = await emptyWorkspace();
  await importFiles(open.workspace, [JANUARY]);
  await importFiles(open.workspace, [FEBRUARY]);
  const before = await rows();
  await open.workspace.files.remove('raw/000001');
  await expect(open.workspace.rebuild()).rejects.toMatchObject({
    name: 'MissingFiles',
    imports: [1],
    files: ['1.csv'],
  });
  expect(await rows()).toEqual(before);
  await expect(open.workspace.undo(2)).rejects.toMatchObject({ files: ['1.csv'] });
  expect(await rows()).toEqual(before);
  await open.workspace.undo(1);
  expect((await rows()).map(({ no }) => no)).toEqual(['K2', 'K3']);

  await importFiles(open.workspace, [complaints('3.csv', 'K9,2025-03-01,A,漏水,')]);
  await open.workspace.files.remove('raw/000002');
  await open.close();
  await eraseWorkspace('mine');
  await expect(openWorkspace()).rejects.toThrow('2.csv');
  open = await openWorkspace('mine', {}, 'rest');
  expect((await rows()).map(({ no }) => no)).toEqual(['K9']);
  expect(open.workspace.undone.map(({ id }) => id)).toEqual([1, 2]);
});
