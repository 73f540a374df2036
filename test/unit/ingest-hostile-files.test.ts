import { describe, expect, test } from 'vitest';
import { containerOf } from '../../src/data/ingest/book/kind';
import type { FilePlan } from '../../src/data/ingest/plan';
import { analyse, type Refusal } from '../../src/data/ingest/survey/analyse';
import { convert } from '../../src/data/ingest/survey/convert';
import { encode } from '../support/encode';
import { refusalOf, workbook } from '../support/workbooks';

const HEADER = '客诉编号,受理时间,型号,故障现象,处理费用';
const line = (number: number) =>
  `KS${String(number).padStart(5, '0')},2024-0${(number % 9) + 1}-1${number % 9} 08:30,KD-18W,底部漏水,${number}.50`;
const lines = (count: number) => Array.from({ length: count }, (_, at) => line(at));
const table = (count = 40) => `${HEADER}\n${lines(count).join('\n')}\n`;

async function planOf(content: BlobPart, name = 'export.csv'): Promise<FilePlan> {
  const plan = await analyse(new File([content], name), {});
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  return plan;
}

async function refused(content: BlobPart, name = 'export.csv'): Promise<Refusal['refused']> {
  const plan = await analyse(new File([content], name), {});
  if (!('refused' in plan)) throw new Error(`${name} was taken for ${plan.dataset}`);
  return plan.refused;
}

const targets = ({ columns }: FilePlan) => columns.map(({ target }) => target);
const KNOWN = ['complaint_no', 'received_at', 'model', 'failure_mode', 'cost'];

describe('no table at all', () => {
  test.each<[string, BlobPart, string, Record<string, unknown>]>([
    ['nothing', '', 'emptyFile', {}],
    ['only a byte order mark', encode('', 'utf-8', true), 'noRows', {}],
    ['only blank lines', '\r\n\r\n \r\n', 'noRows', {}],
    ['only a header', `${HEADER}\n`, 'noRows', {}],
    ['a header and a total', `${HEADER}\n合计,,,,0\n`, 'noRows', {}],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'binaryFile', { kind: 'image' }],
    ['a gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6), 'binaryFile', { kind: 'zip' }],
    ['XML', '<?xml version="1.0"?>\n<tickets><ticket id="1"/></tickets>', 'binaryFile', { kind: 'xml' }],
    ['JSON', '[\n  {"id": 1, "model": "KD-18W"},\n  {"id": 2}\n]', 'binaryFile', { kind: 'json' }],
    ['lines of JSON', '{"id": 1, "model": "KD-18W"}\n{"id": 2}\n', 'binaryFile', { kind: 'json' }],
    ['random bytes', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3)) & 0xff), 'binaryFile', {}],
    ['5,000 columns', `${'name,'.repeat(5000)}\n${'1,'.repeat(5000)}\n`, 'tooManyColumns', { limit: 1000 }],
  ])('%s is refused', async (_, content, code, details) => {
    const refusal = await refused(content);
    expect(refusal).toMatchObject({ level: 'error', code, details: { file: 'export.csv', ...details } });
  });
});

describe('a table in spite of', () => {
  test('a line of 40 MB', async () => {
    const plan = await planOf(`${table()}${'x'.repeat(40 * 1024 * 1024)}\n${line(41)}\n`);
    expect(plan.scan).toMatchObject({ records: 42, rejected: 1 });
    expect(plan.scan.rejects[0]).toMatchObject({ line: 42, reason: 'tooLong' });
    expect(targets(plan)).toEqual(KNOWN);
  });

  test('a quote that is never closed', async () => {
    const { scan } = await planOf(`${table()}KS1,"2024-01-01,KD-18W,x,1\n${lines(50).join('\n')}\n`);
    expect(scan).toMatchObject({ records: 91, rejected: 1 });
    expect(scan.rejects[0]).toMatchObject({ line: 42, reason: 'brokenQuote' });
  });

  test('NUL bytes', async () => {
    const { scan } = await planOf(`${table()}KS\0,2024-01-01,KD-18W,x,1\n`);
    expect(scan.rejects).toMatchObject([{ line: 42, reason: 'nulBytes' }]);
  });

  test.each(['utf-16le', 'utf-16be'] as const)('%s without a mark', async (encoding) => {
    const plan = await planOf(encode(table(), encoding));
    expect(plan.dialect.encoding).toBe(encoding);
    expect(targets(plan)).toEqual(KNOWN);
  });

  test('equal names', async () => {
    const plan = await planOf(table().replace('处理费用', '型号'));
    expect(plan.columns.map(({ source }) => source)).toEqual(['客诉编号', '受理时间', '型号', '故障现象', '型号_2']);
    expect(targets(plan).filter((target) => target === 'model')).toHaveLength(1);
  });

  test('a header of numbers: no record is lost to it', async () => {
    const plan = await planOf(`1,2,3,4,5\n${lines(40).join('\n')}\n`);
    const { headerLine } = plan.dialect;
    expect(plan.scan.records).toBe(headerLine === null ? 41 : 40);
    expect(plan.problems.some(({ level }) => level !== 'note')).toBe(true);
  });

  test('characters that a house made for itself', async () => {
    const made = table().replace('KD-18W', '陈\ue0c6明');
    const { dialect, problems, scan } = await planOf(encode(made, 'gb18030'));
    expect(dialect.encoding).toBe('gb18030');
    expect(scan).toMatchObject({ records: 40, rejected: 0, undecodable: 0 });
    expect(problems).toContainEqual({
      level: 'note',
      code: 'userCharacters',
      details: { characters: 1, encoding: 'gb18030' },
    });
  });

  test('formulas: they are text', async () => {
    const plan = await planOf(`${table()}KS1,2024-01-01,"=cmd|' /C calc'!A0",@SUM(1),-1\n`);
    expect(plan.scan).toMatchObject({ records: 41, rejected: 0 });
  });
});

describe('rows of the printed page', () => {
  const reasons = ({ scan }: FilePlan) => scan.rejects.map(({ line: at, reason }) => `${at} ${reason}`);

  test('are told from records, each with its reason', async () => {
    const page = (from: number) =>
      `客户投诉登记表,,,,\n${HEADER}\n${lines(from + 10)
        .slice(from)
        .join('\n')}\n`;
    const plan = await planOf(
      `${page(0)}小计,,,,"1,234.50"\n${page(10)}合计：,,,,¥2469\n共 20 条,,,,\n制表人：张三,,,,\n`,
    );
    expect(plan.dialect.headerLine).toBe(2);
    expect(targets(plan)).toEqual(KNOWN);
    expect(reasons(plan)).toEqual([
      '13 totalRow',
      '14 repeatedHeader',
      '15 repeatedHeader',
      '26 totalRow',
      '27 noteRow',
      '28 noteRow',
    ]);
    expect(plan.problems).toContainEqual({ level: 'note', code: 'pageRows', details: { rows: 6 } });
    expect(plan.problems.some(({ code }) => code === 'brokenRecords')).toBe(false);
  });

  test('are told in a workbook too', async () => {
    const rows = [['投诉登记表'], ...[HEADER, ...lines(9), HEADER, ...lines(20).slice(9)].map((row) => row.split(','))];
    const { chunks, ...sheet } = await convert(new Blob([workbook({ 投诉: [...rows, ['合计', '', '', '', 190]] })]));
    const plan = await analyse(new File([...chunks], '投诉.xlsx'), {}, {}, sheet);
    if ('refused' in plan) throw new Error(plan.refused.code);
    expect(reasons(plan)).toEqual(['12 repeatedHeader', '24 totalRow']);
  });

  test.each([
    ['Total,,,,900', 'totalRow'],
    ['Grand Total:,,,,900.00 CNY', 'totalRow'],
    [',,,合计,900', 'totalRow'],
    ['本页小计,,,,-', 'totalRow'],
    ['-----,-----,----,----,---', 'noteRow'],
    ['"(40 rows affected)",,,,', 'noteRow'],
    ['Page 2 of 7,,,,', 'noteRow'],
    ['数据来源：售后系统', 'noteRow'],
  ])('%s', async (row, reason) => expect(reasons(await planOf(`${table()}${row}\n`))).toEqual([`42 ${reason}`]));

  test.each([
    'Total Oil Station,2024-01-01,KD-18W,x,1',
    'Total,2024-01-01,KD-18W,x,1',
    '第一批,2024-01-01,KD-18W,x,1',
    '合计投诉,2024-01-01,KD-18W,x,1',
    'Note 8,,,,',
    'KS90000,,,,',
  ])('%s is a record', async (row) => expect(reasons(await planOf(`${table()}${row}\n`))).toEqual([]));
});

describe('a page or XML that goes by the name of a workbook', () => {
  const cells = table()
    .trim()
    .split('\n')
    .map((row) => row.split(','));
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table border="1">${cells
    .map((row) => `<tr>${row.map((cell) => `<td style="vnd.ms-excel.numberformat:@">${cell}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`;
  const quoted = html.replaceAll('=', '=3D').replace(/(.{60})/g, '$1=\r\n');
  const archive = (coding: string, body: string) =>
    `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n boundary="--=_Next"\r\n\r\n----=_Next\r\nContent-Location: file:///C:/x.htm\r\nContent-Transfer-Encoding: ${coding}\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n${body}\r\n----=_Next\r\nContent-Type: text/css\r\n\r\ntd {}\r\n----=_Next--\r\n`;
  const xml = workbook({ 投诉: cells }, { type: 'xlml' });

  test.each<[string, BlobPart]>([
    ['a page in GBK', encode(html, 'gb18030')],
    ['a page without a word on its encoding', encode(html.replace(/<meta.*?>/, ''), 'gb18030')],
    ['XML of 2003', xml],
    ['a web archive, quoted-printable', encode(archive('quoted-printable', quoted), 'gb18030')],
    ['a web archive, base64', archive('base64', Buffer.from(encode(html, 'gb18030')).toString('base64'))],
    ['a web archive, 8bit', encode(archive('8bit', html), 'gb18030')],
  ])('%s is read', async (_, content) => {
    const { chunks, ...sheet } = await convert(new Blob([content]));
    const plan = await analyse(new File([...chunks], '投诉.xls'), {}, {}, sheet);
    if ('refused' in plan) throw new Error(plan.refused.code);
    expect(targets(plan)).toEqual(KNOWN);
    expect(plan.scan).toMatchObject({ records: 40, rejected: 0 });
    expect(plan.preview[0]?.slice(0, 4)).toEqual(['KS00000', '2024-01-10 08:30', 'KD-18W', '底部漏水']);
  });

  test.each([
    ['a log-in page', '<!DOCTYPE html><html><body><form><input name="user"></form></body></html>', 'pageWithoutTable'],
    ['an archive without a table', archive('8bit', '<p>nothing</p>'), 'pageWithoutTable'],
    ['an archive cut off', archive('base64', '').slice(0, 200), 'pageWithoutTable'],
  ])('%s is refused', async (_, content, code) => expect(await refusalOf(content)).toBe(code));

  test('text in cells stays text', async () => {
    const page =
      '<table><tr><td>客诉编号</td><td>内容</td></tr><tr><td>1</td><td>&lt;script&gt;alert(1)&lt;/script&gt;</td></tr></table>';
    const { chunks } = await convert(new Blob([page]));
    const text = new TextDecoder().decode(chunks[0]);
    expect(text).toContain('<script>alert(1)</script>');
  });
});

describe('made to cost time', () => {
  test('comments before what is no page', () => {
    const text = `${'<!-- -->'.repeat(400)}x`;
    const start = performance.now();
    expect(containerOf(new TextEncoder().encode(text))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1000);
    expect(containerOf(new TextEncoder().encode(`${'<!-- a -- b -->'.repeat(40)}\n<table >`))).toBe('html');
  });

  test('a name of brackets without end', async () => {
    const start = performance.now();
    const plan = await planOf(`${HEADER},${'('.repeat(150_000)}\n${lines(40).join(',x\n')},x\n`);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(targets(plan).slice(0, 5)).toEqual(KNOWN);
  });
});
