import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eraseWorkspace } from '../../src/data/engine/database-file';
import { emptyWorkspace, importFiles, type OpenWorkspace, openWorkspace } from '../support/open-workspace';
import { workbook } from '../support/workbooks';

const HEADER = ['客诉编号', '接收日期', '产品型号', '故障现象', '费用'];
const ROWS = Array.from({ length: 40 }, (_, n) => [
  `K${n}`,
  `2025-03-${String((n % 28) + 1).padStart(2, '0')} 08:00`,
  'KS-17W',
  n % 2 === 0 ? '漏水' : '异味\n第二行',
  n === 7 ? '五元？' : n,
]);
const BYTES = workbook({ 说明: [['版本', 3]], 客诉: [['台账'], HEADER, ...ROWS] });
const book = (name = '三月.xlsx') => new File([BYTES], name);

let open: OpenWorkspace;
beforeEach(async () => {
  open = await emptyWorkspace();
});
afterEach(() => open.close());

const state = async () => ({
  rows: await open.workspace.run<Record<string, unknown>>(
    'SELECT complaint_no, received_at, failure_mode, cost FROM complaint ORDER BY row_id',
  ),
  record: await open.workspace.sourceRecord(1, 8),
});

describe('a workbook', () => {
  it('is imported, kept as it is, opened again and rebuilt; a record leads back to its row', async () => {
    const [report] = await importFiles(open.workspace, [book()]);
    expect(report).toMatchObject({
      file: '三月.xlsx',
      dataset: 'complaint',
      sheet: '客诉',
      encoding: null,
      delimiter: null,
      headerRow: 2,
      rowsRead: 40,
      rowsAccepted: 40,
      rowsRejected: 0,
      cellIssues: 1,
    });
    const before = await state();
    expect(before.rows).toHaveLength(40);
    expect(before.record).toMatchObject({
      line: 10,
      cells: ['K7', '2025-03-08 08:00', 'KS-17W', '异味\n第二行', '五元？'],
    });
    const raw = await open.workspace.files.read('raw/000001');
    expect(new Uint8Array((await raw?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(BYTES);

    await open.close();
    open = await openWorkspace();
    expect(await state()).toEqual(before);

    await open.workspace.files.remove('sheets/000001');
    expect(await state()).toEqual(before);
    expect(await open.workspace.files.list('sheets')).toEqual(['000001']);

    await open.workspace.files.remove('sheets/000001');
    await open.workspace.rebuild();
    expect(await state()).toEqual(before);

    await open.close();
    await eraseWorkspace('mine');
    open = await openWorkspace();
    expect(await state()).toEqual(before);
  });

  it('leaves nothing behind when it is cancelled, and the next one is read', async () => {
    const many = Array.from({ length: 40_000 }, (_, n) => [`K${n}`, '2025-03-01', 'A', '漏水', n]);
    const large = new File([workbook({ 客诉: [HEADER, ...many] })], 'large.xlsx');
    const controller = new AbortController();
    const looking = open.workspace.analyse(large, {}, { signal: controller.signal });
    setTimeout(() => controller.abort(), 150);
    await expect(looking).rejects.toThrow();
    const [report] = await importFiles(open.workspace, [book()]);
    expect(report?.rowsAccepted).toBe(40);
    expect(await open.workspace.files.list('temporary')).toEqual([]);
  });

  it('stays what it is when another sheet of it was wanted and that was cancelled', async () => {
    const other = ROWS.map(([no, ...rest]) => [`Z${no}`, ...rest]);
    const two = new File([workbook({ 一月: [HEADER, ...ROWS], 二月: [HEADER, ...other] })], 'two.xlsx');
    await importFiles(open.workspace, [two], { sheet: '一月' });
    const before = await state();
    const plan = await open.workspace.analyse(await open.workspace.rawFile(1), { sheet: '二月' });
    if ('refused' in plan) throw new Error(plan.refused.code);
    const controller = new AbortController();
    const revising = open.workspace.revise(1, plan, {
      signal: controller.signal,
      onProgress: ({ step }) => step === 'merging' && controller.abort(),
    });
    await expect(revising).rejects.toThrow();
    expect(await state()).toEqual(before);
    await open.workspace.rebuild();
    expect(await state()).toEqual(before);
    await open.workspace.revise(1, plan);
    const after = await state();
    expect(after.rows.map(({ complaint_no: no }) => no)).toContain('ZK0');
    expect(after.record?.cells[0]).toMatch(/^ZK/);
    expect(await open.workspace.files.list('sheets')).toEqual(['000001-1']);
  });

  it('with a password, or damaged, is refused with its reason', async () => {
    const found = await open.workspace.analyse(new File([BYTES.slice(0, 3000)], 'cut.xlsx'));
    expect(found).toMatchObject({ name: 'cut.xlsx', refused: { code: 'truncatedZip', details: { file: 'cut.xlsx' } } });
  });

  it('dropped twice, or with another sheet, is told apart', async () => {
    const reports = await importFiles(open.workspace, [book(), book('again.xlsx')]);
    const codes = reports.map(({ problems }) => problems.some(({ code }) => code === 'sameFile'));
    expect(codes).toEqual([false, true]);
    const plan = await open.workspace.analyse(book(), { sheet: '说明', dataset: 'complaint' });
    expect(plan).toMatchObject('refused' in plan ? { refused: { code: 'noRows' } } : { book: { sheet: '说明' } });
  });
});

it('a zip is its files, each with its own raw copy', async () => {
  const csv = new TextEncoder().encode(`${HEADER.join()}\nC1,2025-04-01,A,漏水,1\n`);
  const zip = new File([zipSync({ '四月/客诉.csv': csv, 'book.xlsx': BYTES }) as Uint8Array<ArrayBuffer>], 'all.zip');
  const files = await open.workspace.unpack(zip);
  expect(files.map(({ name }) => name)).toEqual(['all.zip/四月/客诉.csv', 'all.zip/book.xlsx']);
  const reports = await importFiles(
    open.workspace,
    files.filter((file) => file instanceof File),
  );
  expect(reports.map(({ file, rowsAccepted }) => [file, rowsAccepted])).toEqual([
    ['all.zip/四月/客诉.csv', 1],
    ['all.zip/book.xlsx', 40],
  ]);
  expect(await (await open.workspace.files.read('raw/000001'))?.text()).toBe(new TextDecoder().decode(csv));
});

describe('two tables', () => {
  const shipments = [
    ['出货日期', '型号', '数量'],
    ...Array.from({ length: 5 }, (_, n) => [`2025-02-0${n + 1}`, 'KS-17W', 100 + n]),
  ];
  const rows = [HEADER, ...ROWS, [], ...shipments];
  const counts = () =>
    open.workspace.run<Record<string, number>>(
      'SELECT (SELECT count(*) FROM complaint) AS complaints, (SELECT sum(qty) FROM shipment) AS shipped',
    );

  it.each([
    ['of a sheet', () => new File([workbook({ 台账: rows })], '两表.xlsx')],
    [
      'of a text',
      () => new File([`${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`], '两表.csv'),
    ],
  ])('%s come in one after the other, and are made again as they were', async (_, file) => {
    const [first] = await importFiles(open.workspace, [file()], { table: 0 });
    expect(first).toMatchObject({ dataset: 'complaint', rowsRead: 40, rowsAccepted: 40 });
    const [second] = await importFiles(open.workspace, [file()], { table: 1 });
    expect(second).toMatchObject({ dataset: 'shipment', rowsRead: 5, rowsAccepted: 5 });
    expect(second?.problems.map(({ code }) => code)).not.toContain('sameFile');
    expect(await counts()).toEqual([{ complaints: 40, shipped: 510 }]);
    expect((await open.workspace.sourceRecord(2, 1))?.cells[0]).toBe('2025-02-01');
    await open.workspace.rebuild();
    expect(await counts()).toEqual([{ complaints: 40, shipped: 510 }]);
  });
});
