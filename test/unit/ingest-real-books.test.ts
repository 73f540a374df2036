import * as XLSX from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/data/ingest/survey/analyse';
import { hasRealFiles, realFile } from '../support/scan';
import { type Converted, converted, refusalOf } from '../support/workbooks';

async function planOf({ chunks, lines: _, codes: __, ...sheet }: Converted) {
  const plan = await analyse(new File([...chunks], 'book'), {}, {}, sheet);
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  return plan;
}

/** Rows of the first sheet's XML that have a cell with a value. */
function rowsOfXml(bytes: Uint8Array): number {
  const xml = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  return [...xml.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].filter(([, cells = '']) => /<v>|<t[ >]/.test(cells))
    .length;
}

/** Rows for which the stream of an old workbook of one sheet has records of cells that hold something. */
function rowsOfBiff(bytes: Uint8Array): number {
  const content = XLSX.CFB.find(XLSX.CFB.read(bytes, { type: 'array' }), '/Workbook')?.content;
  const stream = new DataView(Uint8Array.from(content as unknown as number[]).buffer);
  const rows = new Set<number>();
  for (let at = 0; at + 6 <= stream.byteLength; at += 4 + stream.getUint16(at + 2, true))
    if ([0xfd, 0x203, 0x27e, 0xbd, 0x06, 0x204, 0x205].includes(stream.getUint16(at, true)))
      rows.add(stream.getUint16(at + 4, true));
  return rows.size;
}

describe.runIf(hasRealFiles)('real workbooks', () => {
  test.each([
    ['chinese/TB2_taobao_orders.xls', 2660, 0],
    ['chinese/newtaipei_104Violation02.xls', 38, 1],
    ['chinese/taidi2020C_附件1.xlsx', 517, 0],
    ['chinese/taidi2020C_附件3.xlsx', 30, 0],
    ['chinese/taoyuan_tabula-104-7.xlsx', 247, 0],
    ['excel/ErrorTypes.xls', 13, 0],
    ['excel/ErrorTypes.xlsx', 13, 0],
    ['excel/AutoFilter.xlsx', 21, 0],
    ['excel/rich_text_stress.xlsx', 13, 0],
  ])('%s: %i records, as many as an independent reading finds', async (path, records, titles) => {
    const bytes = realFile(path);
    const plan = await planOf(await converted(bytes));
    expect(plan.scan).toMatchObject({ records, rejected: 0, undecodable: 0 });
    expect(records + titles + 1).toBe(path.endsWith('.xls') ? rowsOfBiff(bytes) : rowsOfXml(bytes));
  });

  test('citizens’ complaints: numbers, dates and prose', async () => {
    const plan = await planOf(await converted(realFile('chinese/taidi2020C_附件3.xlsx')));
    expect(plan.dataset).toBe('complaint');
    expect(plan.preview[0]?.slice(0, 4)).toEqual([
      '360114',
      'A0182491',
      'A市经济学院体育学院变相强制实习',
      '2017-06-08 17:31:20',
    ]);
    const time = plan.columns.find(({ target }) => target === 'received_at')?.time;
    expect(time?.shapes.every(({ format }) => format !== null)).toBe(true);
  });

  test('a Taiwanese register in an old workbook: title, dates of the Republic', async () => {
    const plan = await planOf(await converted(realFile('chinese/newtaipei_104Violation02.xls')));
    expect(plan.dialect).toMatchObject({ headerLine: 2, firstLine: 3 });
    expect(plan.columns.map(({ source }) => source)).toContain('處分書日期');
    expect(plan.preview[0]?.at(-1)).toBe('104年01月14日');
    expect(plan.problems.map(({ code }) => code)).toContain('mergedCells');
  });

  test('the same table in three formats is the same text', async () => {
    const texts = await Promise.all(
      ['xlsx', 'xls', 'ods'].map(async (format) => (await converted(realFile(`excel/merge_cells.${format}`))).lines),
    );
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
  });

  test('sheets of charts and dialogs are no data; long and rich text is whole', async () => {
    expect(await refusalOf(realFile('excel/BlankSheetTypes.xlsm'))).toBe('emptyBook');
    const { lines } = await converted(realFile('excel/large_strings.xlsx'));
    expect(lines).toHaveLength(9999);
    expect(lines[9998]?.length).toBeGreaterThan(9_998);
    expect((await converted(realFile('excel/sushi.xls'))).lines).toEqual(['🍣']);
  });
});
