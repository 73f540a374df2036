import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { namesColumns } from '../../src/data/ingest/meaning/header-synonyms';
import type { Encoding } from '../../src/data/ingest/plan';
import { type DialectHints, sniffDialect } from '../../src/data/ingest/text/dialect';
import { decode } from '../../src/data/ingest/text/encoding';
import { hasRealFiles, REAL_FILES, realFile } from '../support/scan';

const sniff = (text: string, hints: Partial<DialectHints> = {}, truncated = false) =>
  sniffDialect(text, truncated, { encoding: 'utf-8', ...hints });

describe('delimiter and quotes', () => {
  test.each([',', '\t', ';', '|', ', ', '; '])('delimiter %j', (delimiter) => {
    const rows = [
      ['id', 'model', 'at', 'note'],
      ['1', 'A-1', '2024-01-02', '"leaks, badly; a|b\tc"'],
      ['2', 'A-2', '2024-01-03', 'cold'],
      ['3', 'A-2', '2024-01-04', '"He said ""no"""'],
    ];
    const { dialect, header, rows: data } = sniff(rows.map((row) => row.join(delimiter)).join('\r\n'));
    expect(dialect).toMatchObject({ delimiter, quote: '"', escape: '"', fields: 4, headerLine: 1, firstLine: 2 });
    expect(header).toEqual(['id', 'model', 'at', 'note']);
    expect(data[0]).toEqual({ line: 2, cells: ['1', 'A-1', '2024-01-02', 'leaks, badly; a|b\tc'] });
    expect(data[2]?.cells[3]).toBe('He said "no"');
  });

  test.each(['^', '~', '\u0001', '¦', '，'])('delimiter %j, which few files have', (delimiter) => {
    const rows = [
      ['单号', '日期', '金额', '现象'],
      ['K1', '2024-01-02 10:00', '1,234.50', '漏水'],
      ['K2', '2024-01-03 11:00', '2,000.00', '异响'],
      ['K3', '2024-01-04 12:00', '1,100.00', '不加热'],
    ];
    const { dialect } = sniff(`${rows.map((row) => row.join(delimiter)).join('\n')}\n`);
    expect(dialect).toMatchObject({ delimiter, fields: 4, headerLine: 1 });
  });

  test('one column of times or of prose is not cut at its blanks', () => {
    expect(sniff('at\n2024-01-02 10:00\n2024-01-03 11:00\n2024-01-04 12:00\n').dialect.fields).toBe(1);
    const prose = 'It leaks at the base after a month of use\nVery loud while it boils\nNothing happens at all\n';
    expect(sniff(`text\n${prose}`).dialect.fields).toBe(1);
  });

  test('decimal commas do not make a comma file', () => {
    expect(sniff('编号;重量;说明\n1;2,5;轻, 小\n2;3,75;重\n3;1,5;x\n').dialect).toMatchObject({
      delimiter: ';',
      fields: 3,
    });
  });

  test('single quotes', () => {
    const { dialect, rows } = sniff("id,text,n\n1,'a, b',2\n2,'c, d',3\n3,'e, f',4\n");
    expect(dialect).toMatchObject({ quote: "'", fields: 3 });
    expect(rows[0]?.cells).toEqual(['1', 'a, b', '2']);
  });

  test('backslash escapes', () => {
    const { dialect, rows } = sniff('id,text,n\n1,"a \\"b\\", c",2\n2,"d",3\n3,"48\\"",4\n');
    expect(dialect).toMatchObject({ escape: '\\', fields: 3 });
    expect(rows.map(({ cells }) => cells[1])).toEqual(['a "b", c', 'd', '48"']);
  });

  test('a tab file with speech at the start of cells does not quote', () => {
    const { dialect, rows } = sniff('id\ttext\n1\t"CHECK" LIGHT\n2\t"ABS" LIGHT\n3\tnone\n');
    expect(dialect.quote).toBe('');
    expect(rows[0]?.cells[1]).toBe('"CHECK" LIGHT');
  });

  test('one unterminated quote does not make quoting wrong', () => {
    const lines = Array.from({ length: 50 }, (_, row) => `${row},"text, ${row}",x`);
    lines[20] = '20,"text,x';
    const { dialect, rows } = sniff(`id,text,n\n${lines.join('\n')}\n`);
    expect(dialect).toMatchObject({ delimiter: ',', quote: '"', fields: 3 });
    expect(rows).toHaveLength(49);
  });

  test('a declared separator', () => {
    expect(sniff('sep=;\r\na;b\r\n1;2\r\n').dialect).toMatchObject({ delimiter: ';', headerLine: 2, firstLine: 3 });
  });

  test('the user’s word counts', () => {
    expect(sniff('a,b;c\n1,2;3\n', { delimiter: ';' }).dialect).toMatchObject({ delimiter: ';', fields: 2 });
  });

  test('one column', () => {
    const { dialect, header, confidence } = sniff('客诉编号\nA1\nA2\n');
    expect(dialect).toMatchObject({ delimiter: ',', fields: 1, headerLine: 1 });
    expect(header).toEqual(['客诉编号']);
    expect(confidence).toBeLessThan(0.5);
  });

  test('an empty file', () => {
    expect(sniff('')).toMatchObject({ dialect: { fields: 0, headerLine: null, firstLine: 1 }, rows: [], header: null });
  });

  test('the last record of a truncated head is left out', () => {
    expect(sniff('a,b\n1,2\n3,4', {}, true).rows).toHaveLength(1);
    expect(sniff('a,b\n1,2\n3,4', {}, false).rows).toHaveLength(2);
  });
});

describe('header', () => {
  test('below titles and blank lines', () => {
    const text =
      '2024年客诉明细表,,,\n统计：张三,,,\n\n编号,日期,型号,数量\n,,,\nK1,2024-01-02,A,3\nK2,2024-01-03,B,4\n';
    const { dialect, header, rows } = sniff(text);
    expect(dialect).toMatchObject({ headerLine: 4, firstLine: 6, fields: 4 });
    expect(header).toEqual(['编号', '日期', '型号', '数量']);
    expect(rows.map(({ line }) => line)).toEqual([6, 7]);
  });

  test('a title of one cell', () => {
    expect(sniff('客诉登记表\n编号,日期,型号\n1,2024-01-02,A\n2,2024-01-03,B\n').dialect).toMatchObject({
      headerLine: 2,
      fields: 3,
    });
  });

  test('names of text over text', () => {
    expect(sniff('品牌,车型,描述\n大众,朗逸,漏油\n丰田,卡罗拉,异响\n大众,高尔夫,抖动\n').dialect.headerLine).toBe(1);
  });

  test('a header that covers several lines', () => {
    const { dialect, header, rows } = sniff('"编\n号",日期,型号\n1,2024-01-02,A\n2,2024-01-03,B\n');
    expect(dialect).toMatchObject({ headerLine: 1, firstLine: 3 });
    expect(header).toEqual(['编 号', '日期', '型号']);
    expect(rows[0]?.line).toBe(3);
  });

  test('none: records from the first line on', () => {
    const { dialect, header, sources, rows } = sniff('1,2024-01-02,A\n2,2024-01-03,B\n3,2024-01-03,B\n');
    expect(dialect).toMatchObject({ headerLine: null, firstLine: 1 });
    expect(header).toBeNull();
    expect(sources).toEqual(['column_1', 'column_2', 'column_3']);
    expect(rows).toHaveLength(3);
  });

  test('numbers over numbers are a record', () => {
    expect(sniff('2019,2020,2021\n2022,2023,2024\n2016,2017,2018\n').dialect.headerLine).toBeNull();
    expect(sniff('1,2,3\n4,5,6\n7,8,9\n').dialect.headerLine).toBeNull();
  });

  test('years over numbers that are no years name them', () => {
    expect(sniff('地区,2019,2020\n广东,15,16\n江苏,17,18\n').header).toEqual(['地区', '2019', '2020']);
  });

  test('two rows of names', () => {
    const text =
      '基本信息,,,故障,\n编号,日期,型号,部位,数量\n1,2024-01-02,A,x,1\n2,2024-01-03,A,x,2\n3,2024-01-03,A,x,2\n';
    expect(sniff(text).header).toEqual(['编号', '日期', '型号', '部位', '数量']);
  });

  test('a row of units below the names', () => {
    const body = Array.from({ length: 6 }, (_, row) => `2024-01-0${row + 1},1.${row},2${row}`).join('\n');
    expect(sniff(`日期,重量,长度\n,kg,mm\n${body}\n`)).toMatchObject({
      dialect: { headerLine: 1, firstLine: 3 },
      header: ['日期', '重量', '长度'],
      headerRows: 2,
    });
  });

  test('blank and repeated names', () => {
    expect(sniff('日期,日期,,型号,日期\n2024-01-01,2024-01-02,x,A,1\n2024-01-01,2024-01-02,x,A,2\n').header).toEqual([
      '日期',
      '日期_2',
      'column_3',
      '型号',
      '日期_3',
    ]);
  });

  test('separators at the end of every row are counted', () => {
    const { dialect, header } = sniff('a,b,c,\n1,2,x,\n3,4,y,\n');
    expect(dialect).toMatchObject({ fields: 4, shortRecords: 'reject' });
    expect(header).toEqual(['a', 'b', 'c', 'column_4']);
  });

  test('records that leave out trailing cells', () => {
    const { dialect, rows } = sniff('a,b,c,d\n1,2\n1,2,3\n1,2,3,4\n1,2\n');
    expect(dialect).toMatchObject({ fields: 4, shortRecords: 'fill', headerLine: 1 });
    expect(rows[0]?.cells).toEqual(['1', '2', '', '']);
  });

  test('one short record is damage', () => {
    const body = Array.from({ length: 30 }, (_, row) => `${row},2,3`);
    body[7] = '7,2';
    expect(sniff(`a,b,c\n${body.join('\n')}\n`).dialect.shortRecords).toBe('reject');
  });

  test('names that look like codes, and are known', () => {
    const text = '1.SR_NO,2.SN,3.FAIL_CD,4.MDL\nA1,S1,F01,M1\nA2,S2,F02,M2\nA3,S3,F03,M3\n';
    expect(sniff(text).header).toBeNull();
    expect(sniff(text, { isNames: namesColumns }).dialect.headerLine).toBe(1);
    const body = 'A1,S1,F01,M1\nA2,S2,F02,M2\nA3,S3,F03,M3\n';
    expect(sniff(body, { isNames: namesColumns }).header).toBeNull();
  });

  test('rows of the page are no example of the records, and what stands above them is remembered', () => {
    const { dialect, rows } = sniff(
      '登记表,,\n单号,日期,数量\nK1,2024-01-02,3\n单号,日期,数量\nK2,2024-01-03,4\n合计,,7\n',
    );
    expect(dialect).toMatchObject({ headerLine: 2, firstLine: 3, above: [['登记表'], ['单号', '日期', '数量']] });
    expect(rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('the user’s line', () => {
    const text = 'x,y\nq,r\n1,2\n3,4\n';
    expect(sniff(text, { headerRow: 2 })).toMatchObject({
      dialect: { headerLine: 2, firstLine: 3 },
      header: ['q', 'r'],
    });
    expect(sniff(text, { headerRow: 0 })).toMatchObject({ dialect: { headerLine: null, firstLine: 1 }, header: null });
  });
});

describe.runIf(hasRealFiles)('real files', () => {
  const parametersOf = (name: string) =>
    JSON.parse(decode(realFile(`torture/pollock/parameters/${name}_parameters.json`), 'utf-8')) as {
      delimiter: string;
      preamble_lines: number;
      header_lines: number;
    };
  /** Separated by blanks, which no register is; and a header cut unlike its rows. */
  const missed = ['file_field_delimiter_0x20.csv', 'row_field_delimiter_0_0x20.csv'];
  const pollock = hasRealFiles ? readdirSync(join(REAL_FILES, 'torture/pollock/csv')) : [];

  test.each(pollock.filter((name) => name !== 'file_no_payload.csv'))('%s', (name) => {
    const parameters = parametersOf(name);
    const { dialect } = sniff(decode(realFile(`torture/pollock/csv/${name}`), 'utf-8'));
    const headerLine = parameters.header_lines === 0 ? null : parameters.preamble_lines + parameters.header_lines;
    const right = dialect.delimiter === parameters.delimiter && dialect.headerLine === headerLine;
    expect(right).toBe(!missed.includes(name));
  });

  test.each([
    ['nhtsa/sample_complaints.txt', 'utf-8', '\t', 48, null],
    ['nhtsa/sample_recalls.txt', 'utf-8', '\t', 24, null],
    ['nhtsa/sample_investigations.txt', 'utf-8', '\t', 11, null],
    ['nhtsa/sample_service_bulletins.txt', 'utf-8', '\t', 10, null],
    ['other/backblaze_2013-04-10.csv', 'utf-8', ',', 85, 1],
    ['other/faa_birdstrikes.csv', 'utf-8', ',', 14, 1],
    ['other/helpdesk.csv', 'utf-8', ',', 3, 1],
    ['other/recall.csv', 'utf-8', ',', 5, 1],
    ['other/cfpb_product_narrative_3947.csv', 'utf-8', ',', 3, 1],
    ['other/qcc_orangejuice.txt', 'utf-8', '\t', 4, 1],
    ['chinese/car_complaint_utf8.csv', 'utf-8', ',', 8, 1],
    ['chinese/tmall_tshirt_gbk.csv', 'gb18030', ',', 23, 1],
    ['chinese/taobao_price_gbk.csv', 'gb18030', ',', 2, 1],
    ['chinese/chiayicity_history_8bit.csv', 'big5', ',', 7, 1],
  ] as const)('%s', (path, encoding: Encoding, delimiter, fields, headerLine) => {
    const bytes = realFile(path);
    const head = bytes.subarray(0, 1024 * 1024);
    const { dialect, confidence } = sniff(decode(head, encoding), { encoding }, head.length < bytes.length);
    expect(dialect).toMatchObject({ encoding, delimiter, fields, headerLine, quote: '"' });
    expect(confidence).toBeGreaterThanOrEqual(0.5);
  });

  test('a line of blank cells below the header is no record', () => {
    expect(sniff(decode(realFile('chinese/car_complaint_utf8.csv'), 'utf-8')).dialect.firstLine).toBe(3);
  });
});
