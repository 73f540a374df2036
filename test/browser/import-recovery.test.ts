import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eraseWorkspace } from '../../src/data/engine/database-file';
import { EngineSession } from '../../src/data/engine/session';
import type { FilePlan } from '../../src/data/ingest/plan';
import { IngestWorker } from '../../src/data/ingest/workers/client';
import { Workspace } from '../../src/data/workspace';
import { emptyWorkspace, importFiles, type OpenWorkspace, openWorkspace } from '../support/open-workspace';

const HEADER = '客诉编号,受理时间,产品型号,故障现象,费用\n';
const line = (n: number, mode = '漏水') => `K${n},2025-0${(n % 9) + 1}-10 08:00,KS-17W,${mode},${n}\n`;
const complaints = (from: number, to: number, mode?: string) =>
  new File(
    [HEADER, ...Array.from({ length: to - from }, (_, n) => line(from + n, mode))],
    `complaints-${from}-${to}.csv`,
  );

let open: OpenWorkspace;
beforeEach(async () => {
  open = await emptyWorkspace();
});
afterEach(() => open.close());

const state = async (workspace = open.workspace) => ({
  complaints: await workspace.run<Record<string, unknown>>(
    'SELECT complaint_no, received_at, failure_mode, cost, row_id FROM complaint ORDER BY row_id',
  ),
  shipments: await workspace.run('SELECT count(*) AS n, sum(qty) AS qty FROM shipment'),
  rejected: await workspace.run('SELECT * FROM rejected ORDER BY ALL'),
  journal: workspace.journal.map(({ id, hash }) => [id, hash]),
  tables: await workspace.run(
    'SELECT table_name FROM duckdb_tables() WHERE NOT internal AND NOT temporary ORDER BY ALL',
  ),
  files: [
    await workspace.files.list('raw'),
    await workspace.files.list('journal'),
    await workspace.files.list('temporary'),
  ],
});

async function planOf(file: File): Promise<FilePlan> {
  const plan = await open.workspace.analyse(file);
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  return plan;
}

describe('a second import', () => {
  it('replaces complaints of the same number and keeps the others, in time order', async () => {
    await importFiles(open.workspace, [complaints(0, 60)]);
    await importFiles(open.workspace, [complaints(40, 80, '异味')]);
    const { complaints: rows } = await state();
    expect(rows).toHaveLength(80);
    expect(rows.filter(({ failure_mode }) => failure_mode === '异味')).toHaveLength(40);
    expect(rows.map(({ row_id }) => row_id)).toEqual(rows.map((_, at) => at));
    expect(rows.map(({ received_at }) => received_at)).toEqual(rows.map(({ received_at }) => received_at).toSorted());
    expect(open.workspace.journal[1]?.replaced).toBe(20);
  });

  it('takes a shipment that both files have once, and equal shipments of one file as often as they stand there', async () => {
    const row = '2025-03-01,KS-17W,10\n';
    const shipments = (text: string) => new File([`出货日期,型号,出货数量\n${text}`], 'shipments.csv');
    await importFiles(open.workspace, [shipments(row + row)], { dataset: 'shipment' });
    await importFiles(open.workspace, [shipments(`${row}${row}${row}2025-03-02,KS-17W,5\n`)], { dataset: 'shipment' });
    expect((await state()).shipments).toEqual([{ n: 4, qty: 35 }]);
  });

  it('of files with different columns keeps all of them', async () => {
    await importFiles(open.workspace, [complaints(0, 3)]);
    await importFiles(open.workspace, [
      new File(
        [
          '客诉编号,受理时间,故障现象,自定义列\nK9,2025-09-09,"漏水,异味,",急\nK10,2025-09-10,"漏水,",缓\nK11,2025-09-11,"异味,",缓\n',
        ],
        'more.csv',
      ),
    ]);
    expect(
      await open.workspace.run(
        'SELECT complaint_no, list_sort(failure_modes) AS failure_modes, x_自定义列 FROM complaint ORDER BY complaint_no',
      ),
    ).toEqual([
      { complaint_no: 'K0', failure_modes: ['漏水'], x_自定义列: null },
      { complaint_no: 'K1', failure_modes: ['漏水'], x_自定义列: null },
      { complaint_no: 'K10', failure_modes: ['漏水'], x_自定义列: '缓' },
      { complaint_no: 'K11', failure_modes: ['异味'], x_自定义列: '缓' },
      { complaint_no: 'K2', failure_modes: ['漏水'], x_自定义列: null },
      { complaint_no: 'K9', failure_modes: ['异味', '漏水'], x_自定义列: '急' },
    ]);
  });
});

it('an import is in although another file is being looked at, whose clean copy cannot be cleared away yet', async () => {
  let folder = await navigator.storage.getDirectory();
  const path = open.workspace.files.rootPath('temporary/other.csv')?.split('/') ?? [];
  for (const name of path.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
  const other = await (await folder.getFileHandle('other.csv', { create: true })).createWritable();
  const [report] = await importFiles(open.workspace, [complaints(0, 20)]);
  await other.close();
  expect(report?.rowsAccepted).toBe(20);
  await importFiles(open.workspace, [complaints(20, 40)]);
  expect((await state()).files.at(-1)).toEqual([]);
});

it('a worker that could not be loaded fails its task, and the next task has another', async () => {
  const Loaded = globalThis.Worker;
  vi.stubGlobal(
    'Worker',
    class extends Loaded {
      constructor(_: string | URL, options?: WorkerOptions) {
        super(URL.createObjectURL(new Blob(['import "/nowhere.js"'], { type: 'text/javascript' })), options);
      }
    },
  );
  const worker = new IngestWorker();
  const input = { file: complaints(0, 1), raw: null };
  await expect(worker.run('keep', input)).rejects.toThrow();
  vi.unstubAllGlobals();
  expect(await worker.run('keep', input)).toMatch(/^[0-9a-f]{64}$/);
  worker.close();
});

describe('everything is as it was', () => {
  it('after an import that was cancelled', async () => {
    await importFiles(open.workspace, [complaints(0, 20)]);
    const before = await state();
    const file = complaints(0, 60_000);
    const plan = await planOf(file);
    const controller = new AbortController();
    const importing = open.workspace.import([{ file, plan }], { signal: controller.signal });
    setTimeout(() => controller.abort(), 60);
    await expect(importing).rejects.toThrow();
    expect(await state()).toEqual(before);
  });

  it('after records got lost between the count and the engine', async () => {
    await importFiles(open.workspace, [complaints(0, 20)]);
    const before = await state();
    const file = complaints(20, 40);
    const plan = await planOf(file);
    const [report] = await open.workspace.import([
      { file, plan: { ...plan, scan: { ...plan.scan, records: plan.scan.records + 1 } } },
    ]);
    expect(report?.problems.map(({ code }) => code)).toContain('notAccounted');
    expect(report?.rowsAccepted).toBe(0);
    expect(await state()).toEqual(before);
  });

  it('after the journal could not be written', async () => {
    await importFiles(open.workspace, [complaints(0, 20)]);
    const before = await state();
    const file = complaints(20, 40);
    const plan = await planOf(file);
    const { write } = open.workspace.files;
    open.workspace.files.write = async (path, content) => {
      if (path.startsWith('journal/')) throw new DOMException('The disk is full', 'QuotaExceededError');
      return write(path, content);
    };
    await expect(open.workspace.import([{ file, plan }])).rejects.toThrow('full');
    open.workspace.files.write = write;
    expect(await state()).toEqual(before);
  });

  it('after the tab died in the middle of an import', async () => {
    await importFiles(open.workspace, [complaints(0, 20)]);
    const before = await state();
    const file = complaints(0, 60_000);
    const plan = await planOf(file);
    const importing = open.workspace.import([{ file, plan }]).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await open.close();
    await importing;
    open = await openWorkspace();
    // A worker that is stopped may still be making its file; what it left is cleared away at the next start.
    await open.close();
    open = await openWorkspace();
    expect(await state()).toEqual(before);
  });

  it('after the database was lost', async () => {
    await importFiles(
      open.workspace,
      [complaints(0, 60), new File(['日期,型号,数量\n2025-03-01,KS-17W,10\n'], 's.csv')],
      {},
    );
    await importFiles(open.workspace, [complaints(40, 80, '异味')]);
    const before = await state();
    await open.close();
    await eraseWorkspace('mine');
    open = await openWorkspace();
    expect(await state()).toEqual(before);
  });
});

describe('without a private file system', () => {
  it('everything works, in memory', async () => {
    const session = new EngineSession('sample', { forceMemory: true });
    const opened = await session.open();
    if (opened.kind !== 'ready') throw new Error(opened.kind);
    const workspace = await Workspace.open(opened.engine);
    await workspace.clear();
    const gbk = new File(
      [new Uint8Array([0xb1, 0xe0, 0xba, 0xc5]), ',', new Uint8Array([0xc8, 0xd5, 0xc6, 0xda]), '\nK1,2025-01-01\n'],
      'gbk.csv',
    );
    const reports = await importFiles(workspace, [complaints(0, 30), gbk], { dataset: 'complaint' });
    expect(reports.map(({ rowsAccepted }) => rowsAccepted)).toEqual([30, 1]);
    await workspace.rebuild();
    expect(await workspace.run('SELECT count(*) AS n FROM complaint')).toEqual([{ n: 30 }]);
    workspace.close();
    await session.close();
  });
});
