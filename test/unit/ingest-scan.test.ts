import { describe, expect, test } from 'vitest';
import { RAW_LIMIT } from '../../src/data/ingest/plan';
import { scan } from '../../src/data/ingest/text/scan';
import { readRecord } from '../../src/data/ingest/text/source';
import { encode } from '../support/encode';
import { dialectOf, reasons, scanned } from '../support/scan';

const MIB = 1024 * 1024;
const THREE = dialectOf(3);

describe('records', () => {
  test('accepted ones go into the clean copy with their number', async () => {
    const { copy, direct, records, lines } = await scanned('a,"b",c\n1,"x, ""y""\nz",3\n', THREE);
    expect(copy).toBe('1,a,b,c\n2,1,"x, ""y""\nz",3\n');
    expect({ direct, records, lines }).toEqual({ direct: true, records: 2, lines: 3 });
  });

  test('the head is passed over', async () => {
    const { rows, lines, direct } = await scanned('title\nid,a,b\n1,2,3\n', dialectOf(3, { firstLine: 3 }));
    expect({ rows, lines, direct }).toEqual({ rows: [['1', '2', '3']], lines: 3, direct: true });
  });

  test('blank lines and blank records are neither accepted nor rejected', async () => {
    const result = await scanned('1,2,3\n\n,,\n \u3000,"",\n4,5,6\n\n', THREE);
    expect(result).toMatchObject({
      records: 2,
      rejected: 0,
      blankRecords: 4,
      numbers: [1, 2],
      lines: 6,
      direct: true,
      gaps: [
        { from: 6, to: 7, record: false },
        { from: 7, to: 10, record: false },
        { from: 10, to: 19, record: false },
        { from: 25, to: 26, record: false },
      ],
    });
  });

  test('separators at the end are dropped', async () => {
    const { copy, direct } = await scanned('1,2,3,, \n4,5,6\n', THREE);
    expect(copy).toBe('1,1,2,3\n2,4,5,6\n');
    expect(direct).toBe(false);
  });

  test('too many and too few cells', async () => {
    const result = await scanned('1,2,3\n1,2,3,4\n1,2\n4,5,6\n', THREE);
    expect(reasons(result)).toEqual(['2 tooManyCells', '3 tooFewCells']);
    expect(result).toMatchObject({ records: 4, rejected: 2, numbers: [1, 4] });
    expect(result.rejects[0]).toEqual({ line: 2, record: 2, reason: 'tooManyCells', raw: '1,2,3,4' });
  });

  test('a mark for nothing is no key that repeats', async () => {
    const lines = ['K1', '-', 'K2', ' N/A ', '无', 'K1', '-', 'n/a', '无', 'K3', '0', '0', 'K4', 'K5', 'K6'];
    const file = new Blob([lines.map((key) => `${key},x,y\n`).join('')]);
    const { superseded, repeatedKeys, keys } = await scan(file, { dialect: THREE, watch: [], key: 0 });
    expect({ superseded, repeatedKeys, keys }).toEqual({ superseded: [1, 11], repeatedKeys: 2, keys: 7 });
  });

  test('short records are filled where that is the habit', async () => {
    const { copy, rejects, profiles } = await scanned('1\n1,2\n1,2,3', dialectOf(3, { shortRecords: 'fill' }));
    expect(copy).toBe('1,1,,\n2,1,2,\n3,1,2,3\n');
    expect(rejects).toEqual([]);
    expect(profiles[2]).toMatchObject({ blank: 2, values: [{ value: '3', count: 1 }] });
  });

  test('NUL bytes', async () => {
    expect(reasons(await scanned('1,2,3\n4,\0,6\n7,"8\0",9\n\0\0\n1,2,3\n', THREE))).toEqual([
      '2 nulBytes',
      '3 nulBytes',
      '4 nulBytes',
    ]);
  });

  test.each(['1,2,3\n4,5', '1,2,3\n4,5,"6', '1,2,3\n4,5,"6\nand more, '])('%j is cut off', async (text) => {
    const result = await scanned(text, THREE);
    const [first = '', ...rest] = text.split('\n');
    expect(result.rejects).toEqual([{ line: 2, record: 2, reason: 'truncated', raw: rest.join('\n') }]);
    expect(result).toMatchObject({ rows: [first.split(',')], lines: 1 + rest.length });
    const file = new Blob([text]);
    expect((await readRecord(file, THREE, result.index, 2))?.cells).toEqual(
      rest.length > 1 || text.includes('"') ? [rest.join('\n')] : ['4', '5'],
    );
  });

  test('a last record without a line end is whole when it has all its cells', async () => {
    expect(await scanned('1,2,3\n4,5,6', THREE)).toMatchObject({
      numbers: [1, 2],
      rejected: 0,
      direct: true,
      lines: 2,
    });
    expect(await scanned('1,2,3\n4,5,', THREE)).toMatchObject({ numbers: [1, 2], rejected: 0 });
  });

  test.each([
    ['\n', true],
    ['\r\n', true],
    ['\r', false],
  ])('line end %j', async (end, direct) => {
    const result = await scanned(['1,2,3', '4,"5', '6",7', ''].join(end), THREE);
    expect(result).toMatchObject({ records: 2, lines: 3, direct, longestLine: 5 });
    expect(result.rows[1]).toEqual(['4', `5${end}6`, '7']);
  });

  test('mixed line ends', async () => {
    expect(await scanned('1,2,3\r\n4,5,6\n7,8,9\r1,2,3\n', THREE)).toMatchObject({
      records: 4,
      lines: 4,
      rejected: 0,
      direct: false,
    });
  });

  test('quotes inside unquoted cells stand for themselves, but not for the engine', async () => {
    const { rows, direct } = await scanned('1,6" pipe,3\n', THREE);
    expect(rows).toEqual([['1', '6" pipe', '3']]);
    expect(direct).toBe(false);
  });

  test('backslash escapes, in a dialect of its own', async () => {
    const dialect = dialectOf(2, { escape: '\\', delimiter: ';' });
    const { rows, direct } = await scanned('1;"a \\"b\\"; C:\\\\x \\n"\n', dialect);
    expect(rows).toEqual([['1', 'a "b"; C:\\x \\n']]);
    expect(direct).toBe(false);
  });

  test('no quoting', async () => {
    const { rows, direct } = await scanned(
      '1\t"CHECK" LIGHT\n2\t"\n',
      dialectOf(2, { delimiter: '\t', quote: '', escape: '' }),
    );
    expect(rows).toEqual([
      ['1', '"CHECK" LIGHT'],
      ['2', '"'],
    ]);
    expect(direct).toBe(true);
  });

  test('bytes that are not text become U+FFFD and are counted', async () => {
    const bytes = Uint8Array.from([...encode('1,好,x\n2,', 'utf-8'), 0x80, ...encode('",y\n3,好,z\n', 'utf-8')]);
    const result = await scanned(bytes, THREE);
    expect(result).toMatchObject({ undecodable: 1, records: 3, direct: false });
    expect(result.rows.map((row) => row[1])).toEqual(['好', '\uFFFD"', '好']);
    expect((await scanned('1,\uFFFD,x\n', THREE)).undecodable).toBe(0);
  });

  test.each([
    ['gb18030', [0xff]],
    ['utf-16le', [0x00, 0xd8]],
  ] as const)('bytes that are not text in %s', async (encoding, damage) => {
    const bytes = Uint8Array.from([...encode('1,好,x\n2,', encoding), ...damage, ...encode(',y\n', encoding)]);
    expect(await scanned(bytes, dialectOf(3, { encoding }))).toMatchObject({ undecodable: 1, numbers: [1, 2] });
  });
});

describe('damage does not spread', () => {
  const whole = (row: number) => `${row},model ${row % 7},${row % 9 === 0 ? '"text, quoted"' : 'text'}`;
  const table = (damaged: Record<number, string>) =>
    `${Array.from({ length: 10_000 }, (_, row) => damaged[row] ?? whole(row)).join('\n')}\n`;

  test.each([
    ['before text', '5000,"model,text'],
    ['before a quoted cell', '5003,"model,"text, quoted"'],
    ['at the start', '"5000,model,text'],
    ['at the end', '5000,model,"text'],
    ['text after a closing quote', '5000,"model" 7,text'],
  ])('an unterminated quote %s costs one line', async (_, line) => {
    const result = await scanned(table({ 5000: line }), THREE);
    expect(reasons(result)).toEqual(['5001 brokenQuote']);
    expect(result.rejects[0]?.raw).toBe(line);
    expect(result).toMatchObject({ records: 10_000, lines: 10_000 });
    expect(result.rows.map(([id]) => Number(id))).toEqual(
      Array.from({ length: 10_000 }, (_, row) => row).filter((row) => row !== 5000),
    );
  });

  test('an unterminated quote without any other quote in the file', async () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => `${row},a,b`);
    rows[17] = '17,"a,b';
    rows[9_998] = '9998,a,"b';
    const result = await scanned(`${rows.join('\r\n')}\r\n`, THREE);
    expect(reasons(result)).toEqual(['18 brokenQuote', '9999 brokenQuote']);
    expect(result.numbers).toHaveLength(9_998);
  });

  test('a forgotten quote that meets another one with a fitting count', async () => {
    const result = await scanned('1,"a,b\n2,c,d\n3,e,f\n4,",g",h\n5,i,j\n', THREE);
    expect(reasons(result)).toEqual(['1 brokenQuote']);
    expect(result.rows.map(([id]) => id)).toEqual(['2', '3', '4', '5']);
  });

  test('a sound record of several lines with a wrong count is rejected as one', async () => {
    const result = await scanned('1,a,b\n2,"first\nsecond, and more\n\nthird",x,y\n3,c,d\n', THREE);
    expect(reasons(result)).toEqual(['2 tooManyCells']);
    expect(result.rejects[0]?.raw).toBe('2,"first\nsecond, and more\n\nthird",x,y');
    expect(result).toMatchObject({ numbers: [1, 3], records: 3, lines: 6 });
  });

  test('a line of 40 MB', async () => {
    const long = `2,${'x'.repeat(40 * MIB)},y`;
    const file = new Blob(['1,a,b\n', long, '\r\n', '3,c,d\n', `4,"${'y'.repeat(2 * MIB)}",z\n`, '5,e,f\n']);
    const result = await scan(file, { dialect: THREE, watch: [0] });
    expect(result.rejects.map(({ line, record, reason }) => [line, record, reason])).toEqual([
      [2, 2, 'tooLong'],
      [4, 4, 'brokenQuote'],
    ]);
    expect(result.rejects[0]?.raw).toHaveLength(RAW_LIMIT);
    expect(result).toMatchObject({ records: 5, lines: 5, longestLine: long.length });
    expect((await readRecord(file, THREE, result.index, 3))?.cells).toEqual(['3', 'c', 'd']);
    expect((await readRecord(file, THREE, result.index, 2))?.raw).toHaveLength(RAW_LIMIT);
  });

  test('more rejects than anyone can read are counted', async () => {
    const result = await scan(new Blob(['x\n'.repeat(120_000), '1,2,3\n']), { dialect: THREE, watch: [] });
    expect(result).toMatchObject({ records: 120_001, rejected: 120_000 });
    expect(result.rejects).toHaveLength(100_000);
  });
});

test('a scan can be stopped', async () => {
  const stop = new AbortController();
  const file = new Blob(['1,2,3\n'.repeat(4 * MIB)]);
  const progress: number[] = [];
  const running = scan(file, {
    dialect: THREE,
    watch: [],
    signal: stop.signal,
    onProgress: (bytes) => {
      progress.push(bytes);
      stop.abort(new Error('enough'));
    },
  });
  await expect(running).rejects.toThrow('enough');
  expect(progress).toHaveLength(1);
});
