import { describe, expect, it, test } from 'vitest';
import type { FilePlan, ImportOptions } from '../../src/data/ingest/plan';
import { analyse } from '../../src/data/ingest/survey/analyse';
import { optionsOf } from '../../src/data/ingest/survey/told';
import { scan } from '../../src/data/ingest/text/scan';
import { readRecord } from '../../src/data/ingest/text/source';
import { converted, type Rows, workbook } from '../support/workbooks';

const COMPLAINTS: Rows = [
  ['客诉编号', '接收日期', '产品型号', '故障现象'],
  ...Array.from({ length: 9 }, (_, n) => [`K${n}`, `2025-03-0${n + 1}`, 'KS-17W', '漏水']),
];
const SHIPMENTS: Rows = [
  ['出货日期', '型号', '数量', '客户'],
  ...Array.from({ length: 6 }, (_, n) => [`2025-02-0${n + 1}`, 'KS-17W', 120 + n, '京东']),
];

async function planOf(rows: Rows, options: ImportOptions = {}): Promise<FilePlan> {
  const { chunks, lines: _, codes: __, ...sheet } = await converted(workbook({ S: rows }), options);
  const plan = await analyse(new File([...chunks], 'book.xlsx'), options, {}, sheet);
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  return plan;
}
async function textPlan(lines: readonly string[], options: ImportOptions = {}) {
  const file = new File([`${lines.join('\n')}\n`], 'two.csv');
  const plan = await analyse(file, options);
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  return { file, plan };
}
const told = ({ problems }: FilePlan) =>
  problems.flatMap(({ level, code, details }) => (code === 'severalTables' ? [{ level, tables: details.tables }] : []));
const beside = (left: Rows, right: Rows): Rows =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...(left[row] ?? left[0]?.map(() => null) ?? []),
    null,
    ...(right[row] ?? []),
  ]);
const csv = (rows: Rows) => rows.map((row) => row.join(','));

describe('two tables in a sheet', () => {
  test('side by side: one is read, and it is asked', async () => {
    const plan = await planOf(beside(COMPLAINTS, SHIPMENTS));
    expect(plan.dataset).toBe('complaint');
    expect(plan.scan).toMatchObject({ records: 9, rejected: 0 });
    expect(plan.columns.map(({ source }) => source)).toEqual(COMPLAINTS[0]);
    expect(plan.part).toEqual({
      table: 0,
      tables: [
        { place: 'A1:D10', names: '客诉编号 · 接收日期 · 产品型号 · 故障现象' },
        { place: 'F1:I7', names: '出货日期 · 型号 · 数量 · 客户' },
      ],
    });
    expect(told(plan)).toEqual([{ level: 'ask', tables: 2 }]);
  });

  test('side by side: the other one', async () => {
    const plan = await planOf(beside(COMPLAINTS, SHIPMENTS), { table: 1 });
    expect(plan).toMatchObject({ dataset: 'shipment', part: { table: 1 } });
    expect(plan.scan).toMatchObject({ records: 6, rejected: 0 });
    expect(told(plan)).toEqual([{ level: 'note', tables: 2 }]);
  });

  test('below each other, with a title over each', async () => {
    const rows = [['表一 客诉'], ...COMPLAINTS, [], ['表二 出货'], ...SHIPMENTS];
    const plan = await planOf(rows);
    expect(plan).toMatchObject({ dataset: 'complaint', dialect: { headerLine: 2 } });
    expect(plan.scan).toMatchObject({ records: 9, rejected: 0 });
    const other = await planOf(rows, { table: 1 });
    expect(other).toMatchObject({ dataset: 'shipment', dialect: { headerLine: 14 } });
    expect(other.scan).toMatchObject({ records: 6, rejected: 0 });
  });

  test('a header of two rows in the second one', async () => {
    const grouped: Rows = [
      ['出货日期', '型号', '数量', null],
      [null, null, '白色', '黑色'],
      ...Array.from({ length: 6 }, (_, n) => [`2025-02-0${n + 1}`, 'KS-17W', 120 + n, 7]),
    ];
    const { chunks, lines, ...sheet } = await converted(
      workbook({ S: [...COMPLAINTS, [], ...grouped] }, { merges: ['C12:D12'] }),
      { table: 1 },
    );
    expect(sheet.part?.tables).toHaveLength(2);
    expect(lines[sheet.headerRow === undefined ? 0 : sheet.headerRow - 1]).toContain('数量 · 白色');
    expect(chunks.length).toBe(1);
  });

  it.each<[string, Rows]>([
    [
      'a gap column inside one table',
      beside(
        COMPLAINTS,
        COMPLAINTS.map((_, n) => (n === 0 ? ['费用', '城市'] : [n * 10, '上海'])),
      ),
    ],
    ['blank rows between records', COMPLAINTS.flatMap((row, n) => (n % 3 === 2 ? [row, []] : [row]))],
    ['totals and a remark below', [...COMPLAINTS, [], ['合计', null, null, 9], [], ['制表人：张三']]],
    ['the header again on a new page', [...COMPLAINTS, [], ...COMPLAINTS]],
    ['a title and a blank row above', [['三月客诉'], [], ...COMPLAINTS]],
    ['names and values above the table', [['部门', '质量部'], ['期间', '2025年3月'], [], ...COMPLAINTS]],
  ])('is not seen in %s', async (_, rows) => expect((await planOf(rows)).part).toBeUndefined());

  test('names and values above the table are no table, however they look', async () => {
    const settings: Rows = [
      ['参数', '数值'],
      ['起', '2025-01-01'],
      ['止', '2025-03-31'],
      ['页', 1],
    ];
    const plan = await planOf([...settings, [], ...COMPLAINTS]);
    expect(plan.part).toBeUndefined();
    expect(plan).toMatchObject({ dataset: 'complaint', dialect: { headerLine: 6 }, scan: { records: 9 } });
  });

  test('a summary below the table is one', async () => {
    const plan = await planOf([...COMPLAINTS, [], ['型号', '件数'], ['KS-17W', 7], ['KS-18B', 2]]);
    expect(plan.part?.tables.map(({ place }) => place)).toEqual(['A1:D10', 'A12:D14']);
    expect(plan.scan).toMatchObject({ records: 9, rejected: 0 });
  });

  test('a table that there is not is said', async () => {
    const plan = await planOf(COMPLAINTS, { table: 3 });
    expect(plan.problems).toContainEqual({ level: 'error', code: 'noSuchTable', details: { number: 3, tables: 1 } });
  });
});

describe('two tables in a text', () => {
  const LINES = ['客诉台账', ...csv(COMPLAINTS), '', '出货明细', ...csv(SHIPMENTS)];

  test('each is read by itself, its lines where they are', async () => {
    const { file, plan } = await textPlan(LINES);
    expect(plan).toMatchObject({ dataset: 'complaint', dialect: { headerLine: 2, firstLine: 3, lastLine: 11 } });
    expect(plan.scan).toMatchObject({ records: 9, rejected: 0, direct: false });
    expect(told(plan)).toEqual([{ level: 'ask', tables: 2 }]);
    expect(await readRecord(file, plan.dialect, plan.scan.index, 9)).toMatchObject({ line: 11 });
    expect(await readRecord(file, plan.dialect, plan.scan.index, 10)).toBeNull();

    const other = await textPlan(LINES, { table: 1 });
    expect(other.plan).toMatchObject({ dataset: 'shipment', dialect: { headerLine: 14, firstLine: 15 } });
    expect(other.plan.scan).toMatchObject({ records: 6, rejected: 0 });
    expect(await readRecord(file, other.plan.dialect, other.plan.scan.index, 1)).toMatchObject({ line: 15 });
  });

  test.each([0, 1])('table %i is read again as its plan says', async (table) => {
    const { plan } = await textPlan(LINES, { table });
    const again = (await textPlan(LINES, optionsOf(plan))).plan;
    expect(again).toMatchObject({ dataset: plan.dataset, dialect: plan.dialect, part: plan.part });
    expect(again.scan.records).toBe(plan.scan.records);
    expect(again.problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a header that is said of one table says nothing of the other', async () => {
    const { plan } = await textPlan(LINES, { table: 1, headerRow: 2 });
    expect(plan).toMatchObject({ dataset: 'shipment', dialect: { headerLine: 14 }, scan: { records: 6 } });
  });

  test('the first one ends where it ends, however the bytes arrive', async () => {
    const { plan } = await textPlan(LINES);
    const long = new Blob([`${LINES.join('\n')}\n`, '2025-02-09,KS-17W,1,京东\n'.repeat(60_000)]);
    expect(await scan(long, { dialect: plan.dialect, watch: [] })).toMatchObject({ records: 9, rejected: 0 });
  });

  it('is one where a record is blank or short', async () => {
    const { plan } = await textPlan([
      ...csv(COMPLAINTS),
      '',
      ',,,',
      'K20,2025-03-20,KS-17W,漏水',
      'K21,2025-03-21,KS-17W,漏水',
    ]);
    expect(plan.part).toBeUndefined();
    expect(plan.scan.records).toBe(11);
  });
});
