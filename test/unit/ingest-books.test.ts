import type * as XLSX from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { containerOf } from '../../src/data/ingest/book/kind';
import type { FilePlan, ImportOptions } from '../../src/data/ingest/plan';
import { analyse } from '../../src/data/ingest/survey/analyse';
import { readRecord } from '../../src/data/ingest/text/source';
import { encode } from '../support/encode';
import { type Converted, converted, refusalOf, workbook } from '../support/workbooks';

const HEADER = ['客诉编号', '接收日期', '产品型号', '故障现象', '费用'];
const complaint = (n: number) => [`K${n}`, `2025-03-0${(n % 9) + 1} 08:00`, 'KS-17W', '漏水', n];
const REGISTER = [HEADER, ...Array.from({ length: 12 }, (_, n) => complaint(n))];
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The whole way from a workbook to a plan. */
async function planOf({ chunks, ...sheet }: Converted, options: ImportOptions = {}): Promise<FilePlan> {
  const plan = await analyse(new File([...chunks], 'book.xlsx'), options, {}, sheet);
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  return plan;
}

describe('formats', () => {
  test.each(['xlsx', 'xlsm', 'xlsb', 'xls', 'biff5', 'biff2', 'ods', 'fods', 'xlml', 'html'] as const)(
    '%s',
    async (type) => {
      const ascii = type === 'biff5' || type === 'biff2';
      const rows = ascii
        ? [
            ['complaint_no', 'received_at'],
            ['K1', '2025-03-01'],
            ['K2', '2025-03-02'],
          ]
        : [HEADER.slice(0, 2), ['K1', '2025-03-01'], ['K2', '2025-03-02']];
      const bytes = workbook({ Sheet1: rows }, { type });
      if (type === 'fods') return expect(await refusalOf(bytes)).toBe('notAWorkbook');
      expect((await converted(bytes)).lines).toEqual(rows.map((row) => row.join(',')));
    },
  );

  test.each([
    [936, 'gb18030', '客诉编号'],
    [950, 'big5', '客訴編號'],
  ] as const)('old workbooks in code page %i', async (codePage, encoding, words) => {
    const record = (type: number, ...body: readonly number[]) => [type & 255, type >> 8, body.length, 0, ...body];
    const text = [...encode(words, encoding)];
    // BIFF4: begin, code page, one label in A1, end.
    const bytes = Uint8Array.from([
      ...record(0x0409, 0, 0, 0x10, 0, 0, 0),
      ...record(0x0042, codePage & 255, codePage >> 8),
      ...record(0x0204, 0, 0, 0, 0, 0, 0, text.length, 0, ...text),
      ...record(0x000a),
    ]);
    expect((await converted(bytes)).lines).toEqual([words]);
  });

  test('a page in GBK that is called a workbook is read as it stands, and said', async () => {
    const words = [0xb1, 0xe0, 0xba, 0xc5];
    const bytes = new Uint8Array([
      ...bytesOf('<html><meta charset="gb2312"><table><tr><td>'),
      ...words,
      ...bytesOf('</td><td>date</td></tr><tr><td>007</td><td>1/2/2025</td></tr></table></html>'),
    ]);
    const { lines, codes } = await converted(bytes);
    expect(lines).toEqual(['编号,date', '007,1/2/2025']);
    expect(codes).toContain('pageAsBook');
  });

  test('by content, not by name: text is no workbook, whatever it is called', () => {
    expect(containerOf(bytesOf('编号,日期\nK1,2025-01-01\n'))).toBeUndefined();
    expect(containerOf(bytesOf('<5 units,leak\n'))).toBeUndefined();
    expect(containerOf(new Uint8Array())).toBeUndefined();
    expect(containerOf(workbook({ A: REGISTER }))).toBe('zip');
    expect(containerOf(workbook({ A: REGISTER }, { type: 'xls' }))).toBe('cfb');
  });
});

describe('cells', () => {
  const cellsOf = async (cells: readonly XLSX.CellObject[], from1904 = false, type: XLSX.BookType = 'xlsx') => {
    const edit = (sheets: Record<string, XLSX.WorkSheet>) =>
      cells.forEach((cell, at) => {
        if (sheets.S) sheets.S[`A${at + 2}`] = cell;
      });
    const rows = [['x', 'y'], ...cells.map(() => ['', 'there'])];
    const { lines } = await converted(workbook({ S: rows }, { edit, from1904, type }));
    return lines.slice(1).map((line) => line.slice(0, line.lastIndexOf(',')));
  };
  const number = (v: number, z?: string): XLSX.CellObject => ({ t: 'n', v, ...(z !== undefined && { z }) });

  test('numbers as typed, never in E-notation', async () => {
    const values = [1, 0.1 + 0.2, 19.9, -0.5, 202401150000123, 1e20, 1.5e21, 1e-7, -1.25e-9, 0];
    expect(await cellsOf(values.map((value) => number(value)))).toEqual([
      '1',
      '0.3',
      '19.9',
      '-0.5',
      '202401150000123',
      '100000000000000000000',
      '1500000000000000000000',
      '0.0000001',
      '-0.00000000125',
      '0',
    ]);
  });

  test('zeros that a format adds belong to the number of a unit', async () => {
    expect(await cellsOf([number(42, '000000'), number(42, '0.00'), number(0.15, '0%')])).toEqual([
      '000042',
      '42',
      '0.15',
    ]);
  });

  test('dates of the 1900 system', async () => {
    expect(
      await cellsOf([
        number(45_717, 'yyyy-mm-dd'),
        number(45_717.395_833_333_34, 'yyyy/m/d h:mm'),
        number(45_717.999_999_999, 'm/d/yy h:mm'),
        number(45_717, 'm"月"d"日"'),
        number(1, 'yyyy-mm-dd'),
        number(59, 'yyyy-mm-dd'),
        number(60, 'yyyy-mm-dd'),
        number(61, 'yyyy-mm-dd'),
        number(0.5, 'h:mm'),
        number(45_717.25, 'yyyy-mm-dd'),
        number(1.5, '[h]:mm'),
        number(-3, 'yyyy-mm-dd'),
        number(9e9, 'yyyy-mm-dd'),
        number(45_717.5, 'hh:mm:ss.000'),
      ]),
    ).toEqual([
      '2025-03-01',
      '2025-03-01 09:30:00',
      '2025-03-02 00:00:00',
      '2025-03-01',
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      '12:00:00',
      '2025-03-01 06:00:00',
      '36:00',
      '-3',
      '9000000000',
      '2025-03-01 12:00:00',
    ]);
  });

  test('dates of the 1904 system', async () => {
    const cells = [number(0, 'yyyy-mm-dd'), number(44_255, 'yyyy-mm-dd'), number(44_255.5, 'yyyy-mm-dd hh:mm')];
    for (const type of ['xlsx', 'xls', 'xlsb'] as const)
      expect(await cellsOf(cells, true, type)).toEqual(['1904-01-01', '2025-03-01', '2025-03-01 12:00:00']);
  });

  test('truth, errors and text as it stands', async () => {
    const text = ' 漏水，"严重"\r\n第二行,=1+1 ';
    const cells: XLSX.CellObject[] = [
      { t: 'b', v: true },
      { t: 'e', v: 42 },
      { t: 'e', v: 23 },
      { t: 's', v: '007' },
    ];
    expect(await cellsOf(cells)).toEqual(['TRUE', '#N/A', '#REF!', '007']);
    const plan = await planOf(await converted(workbook({ S: [...REGISTER, ['K99', '2025-04-01', 'A', text, 1]] })));
    expect(plan.scan.records).toBe(13);
    expect(plan.scan.rejected).toBe(0);
  });

  test('errors are counted with the first place; numbers beyond 15 digits too', async () => {
    const edit = (sheets: Record<string, XLSX.WorkSheet>) => {
      if (sheets.S)
        Object.assign(sheets.S, { E3: { t: 'e', v: 7 }, E4: { t: 'e', v: 7 }, E5: number(1_234_567_890_123_456_800) });
    };
    const { problems } = await converted(workbook({ S: REGISTER }, { edit }));
    expect(problems).toEqual([
      { level: 'note', code: 'errorCells', details: { cells: 2, place: 'S!E3' } },
      { level: 'note', code: 'overlongNumbers', details: { cells: 1, place: 'S!E5' } },
    ]);
  });

  test('a formula that nobody computed is said, a computed one is its value', async () => {
    const parts = unzipSync(workbook({ S: REGISTER }));
    const name = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder().decode(parts[name]);
    const first = xml.replace(/<c r="E3"[^>]*>.*?<\/c>/, '<c r="E3"><f>1+1</f></c>');
    const second = first.replace(/<c r="E4"[^>]*>.*?<\/c>/, '<c r="E4"><f>1+1</f><v>2</v></c>');
    expect(second).not.toBe(xml);
    const bytes = zipSync({ ...parts, [name]: bytesOf(second) }) as Uint8Array<ArrayBuffer>;
    const { lines, problems } = await converted(bytes);
    expect(problems).toEqual([{ level: 'note', code: 'uncomputedFormulas', details: { cells: 1 } }]);
    expect(lines[2]).toMatch(/,漏水,$/);
    expect(lines[3]).toMatch(/,漏水,2$/);
  });

  test('a cell of a megabyte', async () => {
    const book = workbook({ S: REGISTER });
    const parts = unzipSync(book);
    const long = '很长'.repeat(500_000);
    const name = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder()
      .decode(parts[name])
      .replace(/<c r="D3"[^>]*>.*?<\/c>/, `<c r="D3" t="inlineStr"><is><t>${long}</t></is></c>`);
    const plan = await planOf(await converted(zipSync({ ...parts, [name]: bytesOf(xml) }) as Uint8Array<ArrayBuffer>));
    expect(plan.scan).toMatchObject({ records: 12, rejected: 0 });
    expect(plan.scan.longestLine).toBeGreaterThan(3_000_000);
  });
});

describe('sheets', () => {
  test('the one with the data is taken; the others and the hidden are named', async () => {
    const notes = [['说明', '值'], ...Array.from({ length: 50 }, (_, n) => [`第${n}条`, n])];
    const bytes = workbook({ 说明: notes, 空: [], 客诉: REGISTER, 旧表: REGISTER }, { hidden: ['旧表'] });
    for (const read of [
      await converted(bytes),
      await converted(bytes, { sheet: 2 }),
      await converted(bytes, { sheet: ' 客诉' }),
    ]) {
      expect(read.source).toEqual({
        format: 'xlsx',
        sheet: '客诉',
        sheets: [
          { name: '说明', hidden: false, empty: false },
          { name: '空', hidden: false, empty: true },
          { name: '客诉', hidden: false, empty: false },
          { name: '旧表', hidden: true, empty: false },
        ],
      });
      expect(read.problems).toEqual([
        { level: 'note', code: 'otherSheets', details: { sheet: '客诉', sheets: '说明' } },
        { level: 'note', code: 'hiddenSheets', details: { sheets: '旧表' } },
      ]);
    }
    expect((await converted(bytes, { sheet: '旧表' })).source.sheet).toBe('旧表');
    expect(await refusalOf(bytes, { sheet: '没有' })).toBe('noSuchSheet');
    expect(await refusalOf(bytes, { sheet: '空' })).toBe('emptySheet');
    expect(await refusalOf(workbook({ A: [], B: [] }))).toBe('emptyBook');
  });

  test('a long sheet beside others is read to its end', async () => {
    const rows = [HEADER, ...Array.from({ length: 1500 }, (_, n) => complaint(n))];
    for (const type of ['xlsx', 'xlsb', 'xls', 'ods'] as const) {
      const { lines, source } = await converted(workbook({ A: [['x']], B: rows }, { type }));
      expect([source.sheet, lines.length]).toEqual(['B', 1501]);
    }
  });

  test('rows and columns that are only formatted are nothing', async () => {
    const rows: unknown[][] = [
      ...REGISTER,
      ...Array.from({ length: 3000 }, () => []),
      ['K900', '2025-05-01', 'A', '异味', 3],
    ];
    const parts = unzipSync(workbook({ S: rows }));
    const name = 'xl/worksheets/sheet1.xml';
    const phantom = (row: number) => `<row r="${row}"><c r="A${row}" s="1"/><c r="XFD${row}" s="1"/></row>`;
    const below = Array.from({ length: 60_000 }, (_, at) => phantom(at + 4000)).join('');
    const xml = new TextDecoder().decode(parts[name]);
    const changed = xml.replace('</sheetData>', `${below}</sheetData>`).replace(/ref="A1:[^"]*"/, 'ref="A1:XFD64000"');
    expect(changed.length).toBeGreaterThan(xml.length + 1_000_000);
    const book = await converted(zipSync({ ...parts, [name]: bytesOf(changed) }) as Uint8Array<ArrayBuffer>);
    expect(book.lines).toHaveLength(13 + 3000 + 1);
    const plan = await planOf(book);
    expect(plan.scan).toMatchObject({ records: 13, blankRecords: 3000, rejected: 0 });
    expect(plan.dialect.fields).toBe(5);
  });

  test('too many columns are refused before text is made of them', async () => {
    const wide = [Array.from({ length: 16_384 }, (_, n) => `c${n}`), Array.from({ length: 16_384 }, (_, n) => n)];
    expect(await refusalOf(workbook({ S: wide }, { type: 'xlsb' }))).toBe('sheetTooWide');
  });

  test('dates as serials and as text come into one column', async () => {
    const rows: unknown[][] = REGISTER.map((row) => [...row]);
    const edit = (sheets: Record<string, XLSX.WorkSheet>) => {
      if (sheets.S) sheets.S.B5 = { t: 'n', v: 45_717.5, z: 'yyyy/m/d hh:mm' };
    };
    const plan = await planOf(await converted(workbook({ S: rows }, { edit })));
    const column = plan.columns.find(({ target }) => target === 'received_at');
    expect(column?.time?.shapes.every(({ format }) => format !== null)).toBe(true);
    expect(plan.dataset).toBe('complaint');
  });
});

describe('headers', () => {
  test('below a merged title and a remark', async () => {
    const rows = [['2025年客诉台账'], ['制表人：张三', '', '', '日期：2025-03-01'], ...REGISTER];
    const book = await converted(workbook({ S: rows }, { merges: ['A1:E1', 'A2:C2', 'D2:E2'] }));
    expect(book.headerRow).toBeUndefined();
    const plan = await planOf(book);
    expect(plan.dialect).toMatchObject({ headerLine: 3, firstLine: 4, sheetRows: true });
    expect(plan.columns.map(({ source }) => source)).toEqual(HEADER);
  });

  test('of two rows are one: groups spread over what they cover', async () => {
    const rows = [
      ['客诉台账'],
      ['基本信息', '', '产品', '', '费用'],
      ['客诉编号', '接收日期', '型号', '故障现象', ''],
      ...REGISTER.slice(1),
    ];
    const book = await converted(workbook({ S: rows }, { merges: ['A1:E1', 'A2:B2', 'C2:D2', 'E2:E3'] }));
    expect(book.headerRow).toBe(3);
    expect(book.codes).toEqual(['joinedHeader']);
    const plan = await planOf(book);
    expect(plan.columns.map(({ source }) => source)).toEqual([
      '基本信息 · 客诉编号',
      '基本信息 · 接收日期',
      '产品 · 型号',
      '产品 · 故障现象',
      '费用',
    ]);
    expect(plan.columns.map(({ target }) => target)).toEqual([
      'complaint_no',
      'received_at',
      'model',
      'failure_mode',
      'cost',
    ]);
    expect(plan.scan.records).toBe(12);
  });

  test('of two rows without merged cells are joined where names repeat', async () => {
    const rows = [
      ['型号', '一月', '', '二月', ''],
      ['', '退货', '换货', '退货', '换货'],
      ['A', 1, 2, 3, 4],
      ['B', 5, 6, 7, 8],
    ];
    const { lines, headerRow } = await converted(workbook({ S: rows }));
    expect([headerRow, lines[1]]).toEqual([2, '型号,一月 · 退货,一月 · 换货,二月 · 退货,二月 · 换货']);
  });

  test('merged cells among the records keep their value in the first row, and are said', async () => {
    const { problems, headerRow } = await converted(workbook({ S: REGISTER }, { merges: ['C3:C6'] }));
    expect(headerRow).toBeUndefined();
    expect(problems).toEqual([{ level: 'note', code: 'mergedCells', details: { areas: 1, place: 'S!C3' } }]);
  });

  test('blank columns left of and within the table are left out; unnamed ones are called by their letter', async () => {
    const rows = REGISTER.map((row, at) => ['', row[0], row[1], '', row[2], at === 0 ? '' : row[3]]);
    const plan = await planOf(await converted(workbook({ S: rows })));
    expect(plan.columns.map(({ source }) => source)).toEqual(['客诉编号', '接收日期', '产品型号', 'column_F']);
  });
});

test('places are rows of the sheet, also where cells hold line breaks', async () => {
  const rows = [
    ['台账'],
    ['客诉编号', '接收日期', '产品\n型号', '故障现象'],
    ['K1', '2025-03-01', 'A', '漏水\n严重\n第三行'],
    [],
    ['K2', '2025-03-02', 'A', '异味\r\n两次'],
    ['K3', '2025-03-03', 'A', 'nul\0byte'],
    ['K4', '2025-03-04', 'A', '好'],
  ];
  const book = await converted(workbook({ S: rows }, { type: 'xls' }));
  const plan = await planOf(book);
  expect(plan.dialect).toMatchObject({ headerLine: 2, firstLine: 3 });
  expect(plan.scan).toMatchObject({ records: 4, blankRecords: 1, rejected: 1, direct: false });
  expect(plan.scan.rejects).toMatchObject([{ line: 6, record: 3, reason: 'nulBytes' }]);
  const text = new Blob([...(await converted(workbook({ S: rows }, { type: 'xls' }))).chunks]);
  const lines = [];
  for (let record = 1; record <= 4; record++)
    lines.push((await readRecord(text, plan.dialect, plan.scan.index, record))?.line);
  expect(lines).toEqual([3, 5, 6, 7]);
  expect((await planOf(await converted(workbook({ S: rows }, { type: 'xls' })), { headerRow: 2 })).scan.records).toBe(
    4,
  );
});
