import { createHash, getRandomValues } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { sniffDialect } from '../../src/data/ingest/dialect';
import { decode } from '../../src/data/ingest/encoding';
import { Utf8Parts } from '../../src/data/ingest/parts';
import { type Dialect, ENCODINGS, type Encoding, RAW_LIMIT } from '../../src/data/ingest/plan';
import { END, type Found, RecordReader, STARVED } from '../../src/data/ingest/records';
import { scan } from '../../src/data/ingest/scan';
import { digest } from '../../src/data/ingest/sha256';
import { hashAndCopy, readRecord } from '../../src/data/ingest/source';
import { encode } from '../support/encode';
import { dialectOf, hasRealFiles, REAL_FILES, realFile, scanned } from '../support/scan';

const MIB = 1024 * 1024;
const THREE = dialectOf(3);
const reasons = ({ rejects }: Awaited<ReturnType<typeof scanned>>) =>
  rejects.map(({ line, reason }) => `${line} ${reason}`);

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
      direct: false,
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

describe('profiles', () => {
  const column = async (cells: string[]) => (await scanned(`${cells.join('\n')}\n`, dialectOf(1))).profiles[0];

  test('distinct values are trimmed, unquoted and counted', async () => {
    const profile = await column(['漏水', ' 漏水\u3000', '"漏水"', '"a ""b"""', '異響', '" "', 'a "b"']);
    expect(profile?.values).toEqual([
      { value: '漏水', count: 3 },
      { value: 'a "b"', count: 2 },
      { value: '異響', count: 1 },
    ]);
  });

  test('blank cells', async () => {
    const { profiles } = await scanned('1,,x\n2," ",y\n3,z,\u00a0\n', THREE);
    expect(profiles.map(({ index, blank }) => [index, blank])).toEqual([
      [0, 0],
      [1, 2],
      [2, 1],
    ]);
  });

  test('shapes with what their numbers reach', async () => {
    const profile = await column([
      '5/3/2024',
      '25/12/2024',
      '5-Mar-24',
      '２０２４年1月２日',
      '2024年11月30日',
      '31/13/2023',
    ]);
    expect(profile?.shapes).toEqual([
      {
        shape: '9/9/9999',
        count: 3,
        sample: '5/3/2024',
        record: 1,
        parts: [
          { min: 5, max: 31, over12: 2, over31: 0 },
          { min: 3, max: 13, over12: 1, over31: 0 },
          { min: 2023, max: 2024, over12: 3, over31: 3 },
        ],
      },
      {
        shape: '9999年9月9日',
        count: 2,
        sample: '２０２４年1月２日',
        record: 4,
        parts: [
          { min: 2024, max: 2024, over12: 2, over31: 2 },
          { min: 1, max: 11, over12: 0, over31: 0 },
          { min: 2, max: 30, over12: 1, over31: 0 },
        ],
      },
      expect.objectContaining({ shape: '9-mar-9', count: 1, sample: '5-Mar-24', record: 3 }),
    ]);
  });

  test('shapes keep words, fold blanks and cut prose', async () => {
    const profile = await column(['Sept  5 ２０２４　10：30 ＡＭ', 'unbelievablylong 1', 'x'.repeat(100)]);
    expect(profile?.shapes?.map(({ shape }) => shape)).toEqual([
      'sept 9 9999 9:9 am',
      'unbelievably 9',
      `${'x'.repeat(12)}…`,
    ]);
  });

  test('counting goes on in shapes when there are too many values', async () => {
    const cells = Array.from(
      { length: 2000 },
      (_, row) => `2024-01-${String((row % 28) + 1).padStart(2, '0')} ${row % 24}:${row % 60}:00.${row}`,
    );
    const profile = await column([...cells, ...cells]);
    expect(profile?.values).toBeUndefined();
    expect(profile?.shapes?.reduce((sum, { count }) => sum + count, 0)).toBe(4000);
    expect(profile?.shapes?.[0]?.parts[2]).toEqual({ min: 1, max: 28, over12: expect.any(Number), over31: 0 });
    expect(profile?.shapes?.every(({ sample, record }) => cells[record - 1] === sample)).toBe(true);
  });

  test('too many shapes', async () => {
    const word = (row: number) => row.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
    const profile = await column(Array.from({ length: 1000 }, (_, row) => word(row)));
    expect(profile).toMatchObject({ values: undefined, shapes: undefined });
  });

  test('300 values are listed, 301 are not', async () => {
    const cells = Array.from({ length: 301 }, (_, row) => `v${row}`);
    expect((await column(cells.slice(1)))?.values).toHaveLength(300);
    expect((await column(cells))?.values).toBeUndefined();
  });
});

/** A random table and the way it is written. Its first cells are filled, so that no record is blank. */
const writtenTables = fc
  .record({
    encoding: fc.constantFrom(...ENCODINGS),
    bom: fc.boolean(),
    delimiter: fc.constantFrom(',', '\t', ';', '|', ', '),
    quote: fc.constantFrom('"' as const, "'" as const),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    always: fc.boolean(),
    lastNewline: fc.boolean(),
    fields: fc.integer({ min: 1, max: 5 }),
  })
  .chain((style) => {
    const cell = fc
      .array(fc.constantFrom('a', '7', ' ', '中', '文', ',', ';', '\t', '|', '"', "'", '\n', '\r\n', '\r', '\\'), {
        maxLength: 8,
      })
      .map((characters) => characters.join(''));
    const row = fc.array(cell, { minLength: style.fields, maxLength: style.fields });
    return fc.record({ style: fc.constant(style), rows: fc.array(row, { maxLength: 30 }) });
  })
  .map(({ style, rows }) => {
    const table = rows.map(([first = '', ...rest], index) => [`k${index}${first}`, ...rest]);
    const { quote, delimiter, newline, encoding } = style;
    const special = new Set([quote, delimiter.charAt(0), '\n', '\r']);
    const written = (cell: string) =>
      style.always || [...cell].some((character) => special.has(character))
        ? `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`
        : cell;
    const text =
      table.map((cells) => cells.map(written).join(delimiter)).join(newline) +
      (style.lastNewline && table.length > 0 ? newline : '');
    const dialect = dialectOf(style.fields, { encoding, delimiter, quote, escape: quote });
    return {
      table,
      text,
      dialect,
      bytes: encode(text, encoding, style.bom && encoding !== 'gb18030' && encoding !== 'big5'),
    };
  });

describe('any table in any dialect', () => {
  test('comes back from the clean copy cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(writtenTables, async ({ table, bytes, dialect }) => {
        const result = await scanned(bytes, dialect);
        expect(result).toMatchObject({ records: table.length, rejected: 0, blankRecords: 0, undecodable: 0 });
        expect(result.numbers).toEqual(table.map((_, index) => index + 1));
        expect(result.rows).toEqual(table);
      }),
      { numRuns: 400 },
    );
  });

  test('each record is found again', async () => {
    await fc.assert(
      fc.asyncProperty(writtenTables, async ({ table, bytes, dialect }) => {
        const file = new Blob([bytes]);
        const { index } = await scan(file, { dialect, watch: [] });
        for (const [row, cells] of table.entries())
          expect((await readRecord(file, dialect, index, row + 1))?.cells).toEqual(cells);
        expect(await readRecord(file, dialect, index, table.length + 1)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('damaged or not, decisions do not depend on how the file was cut into parts', () => {
    const pieces = fc.array(
      fc.constantFrom('a', ',', ',', '"', '""', '\n', '\n', '\r\n', '\r', ' ', '\0', 'b,c,d\n', '",', '中'),
      { maxLength: 80 },
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(pieces, cuts, fc.constantFrom('reject' as const, 'fill' as const), (text, lengths, shortRecords) => {
        const bytes = new TextEncoder().encode(text.join(''));
        const dialect = dialectOf(3, { shortRecords });
        const inParts = walk(bytes, dialect, lengths);
        expect(inParts).toEqual(walk(bytes, dialect, [Math.max(1, bytes.length)]));
        expect(inParts.map(({ raw }) => raw).join('')).toBe(decode(bytes, 'utf-8'));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Everything a reader finds in bytes that arrive in parts of the given lengths, over and over. */
function walk(bytes: Uint8Array, dialect: Dialect, lengths: readonly number[]) {
  const reader = new RecordReader(dialect);
  const found: { what: Found; line: number; record: number; reason: string; raw: string }[] = [];
  for (let at = 0, part = 0; ; ) {
    const what = reader.next();
    if (what === END) return found;
    if (what !== STARVED) {
      const raw = decode(reader.bytes.subarray(reader.start, reader.end), 'utf-8');
      found.push({ what, line: reader.line, record: reader.record, reason: reader.reason, raw });
    } else if (at >= bytes.length) reader.finish();
    else {
      const length = lengths[part++ % lengths.length] ?? 1;
      reader.append(bytes.subarray(at, at + length));
      at += length;
    }
  }
}

describe('the way back into the file', () => {
  test.each(ENCODINGS)('records of a long file in %s', async (encoding: Encoding) => {
    const words = encoding === 'big5' ? '冷氣機異響' : '空调异响';
    const record = (row: number) => `${row},"${words}\r\n${words} ${row}",${'x'.repeat(row % 90)}`;
    const rows = Array.from({ length: 60_000 }, (_, row) => (row % 1000 === 7 ? `${row},short` : record(row)));
    const file = new Blob([
      encode(
        `题,目,a\r\n${rows.join('\r\n')}\r\n`.replace('题', encoding === 'big5' ? '題' : '题'),
        encoding,
        encoding.startsWith('utf'),
      ),
    ]);
    const dialect = dialectOf(3, { encoding, headerLine: 1, firstLine: 2 });
    const { index, records, rejected } = await scan(file, { dialect, watch: [] });
    expect({ records, rejected }).toEqual({ records: 60_000, rejected: 60 });
    expect(index.entries.length).toBeGreaterThan(file.size / MIB / 2);
    for (const row of [0, 7, 8, 1007, 12_345, 30_000, 47_007, 59_998, 59_999]) {
      const expected = rows[row] ?? '';
      const multiline = rows.slice(0, row).filter((text) => text.includes('\r\n')).length;
      const found = await readRecord(file, dialect, index, row + 1);
      expect(found).toMatchObject({ line: 2 + row + multiline, raw: expected });
      expect(found?.cells[0]).toBe(String(row));
    }
  });

  test('lines begin where they do, however the original is cut', async () => {
    const text = '一,二\r三,四\r\n五,六\n\r\n七\n';
    const starts = [0, 4, 9, 13, 15];
    for (const encoding of ['gb18030', 'utf-16le', 'utf-16be'] as const) {
      const bytes = encode(text, encoding);
      for (let size = 2; size <= bytes.length; size += 2) {
        const parts = new Utf8Parts(new Blob([bytes]), encoding, 0, 1, size);
        const found: number[] = [];
        while ((await parts.next()) !== null) {
          for (;;) {
            const byte = parts.byteOf(found.length + 1, 0);
            if (byte >= parts.read) break;
            found.push(byte);
          }
        }
        expect(found).toEqual(starts.map((at) => encode(text.slice(0, at), encoding).length));
      }
    }
  });

  test('no such record', async () => {
    const file = new Blob(['1,2,3\n']);
    const { index } = await scan(file, { dialect: THREE, watch: [] });
    expect(await readRecord(file, THREE, index, 0)).toBeNull();
    expect(await readRecord(file, THREE, index, 2)).toBeNull();
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

describe('fingerprint', () => {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

  test('is the digest of the digests of 8 MiB parts, which are handed on', async () => {
    const bytes = new Uint8Array(8 * MIB + 1000);
    for (let at = 0; at < bytes.length; at += 65_536)
      getRandomValues(bytes.subarray(at, Math.min(at + 65_536, bytes.length)));
    const copy = new Uint8Array(bytes.length);
    const fingerprint = await hashAndCopy(new Blob([bytes]), (part, at) => copy.set(part, at));
    const digests = [sha256(bytes.subarray(0, 8 * MIB)), sha256(bytes.subarray(8 * MIB))];
    expect(fingerprint).toBe(sha256(Buffer.concat(digests)).toString('hex'));
    expect(Buffer.compare(copy, bytes)).toBe(0);
  });

  test('without WebCrypto it is the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(digest(bytes)).toString('hex')).toBe(sha256(bytes).toString('hex'));
      }),
    );
  });
});

describe.runIf(hasRealFiles)('real files', () => {
  const spectrum = hasRealFiles ? readdirSync(join(REAL_FILES, 'torture/csv-spectrum/csvs')) : [];
  test.each(spectrum)('csv-spectrum: %s', async (name) => {
    const bytes = realFile(`torture/csv-spectrum/csvs/${name}`);
    const expected = JSON.parse(
      decode(realFile(`torture/csv-spectrum/json/${name.replace('.csv', '.json')}`), 'utf-8'),
    ) as Record<string, string> | Record<string, string>[];
    const { dialect, header } = sniffDialect(decode(bytes, 'utf-8'), false, { encoding: 'utf-8' });
    const { rows, rejected } = await scanned(bytes, dialect);
    const objects = rows.map((cells) =>
      Object.fromEntries((header ?? []).map((column, index) => [column, cells[index]])),
    );
    expect(rejected).toBe(0);
    // The published JSON of this one was anonymised; its CSV was not.
    if (name === 'location_coordinates.csv') expect(objects).toHaveLength(1);
    else expect(objects).toEqual(expected);
  });

  /** Quotes of these break, and the independent parser then counts something else. */
  const brokenQuotes = /extra_quote|escape_char_0x00|quotation_char_0x27|multitable_less|no_payload/;
  const pollock = hasRealFiles ? readdirSync(join(REAL_FILES, 'torture/pollock/csv')) : [];
  test.each(pollock.filter((name) => !brokenQuotes.test(name)))('pollock: %s is accounted for', async (name) => {
    const bytes = realFile(`torture/pollock/csv/${name}`);
    const text = decode(bytes, 'utf-8');
    const { dialect } = sniffDialect(text, false, { encoding: 'utf-8' });
    const result = await scanned(bytes, dialect);
    expect(result.records).toBe(independentCount(text, dialect));
    expect(result.numbers).toHaveLength(result.records - result.rejected);
  });

  test.each(pollock.filter((name) => name.includes('extra_quote')))('pollock: %s loses one line', async (name) => {
    const bytes = realFile(`torture/pollock/csv/${name}`);
    const { dialect } = sniffDialect(decode(bytes, 'utf-8'), false, { encoding: 'utf-8' });
    const result = await scanned(bytes, dialect);
    expect(result.records).toBe(83);
    expect(reasons(result)).toEqual([`${Number(/quote(\d+)/.exec(name)?.[1]) + 1} brokenQuote`]);
  });

  test.each([
    ['chinese/car_complaint_utf8.csv', 'utf-8', 60],
    ['chinese/tmall_tshirt_gbk.csv', 'gb18030', 431],
    ['chinese/taobao_price_gbk.csv', 'gb18030', 100],
    ['chinese/chiayicity_history_8bit.csv', 'big5', 166],
    ['nhtsa/sample_complaints.txt', 'utf-8', 100],
    ['nhtsa/sample_recalls.txt', 'utf-8', 100],
    ['other/cfpb_product_narrative_3947.csv', 'utf-8', 3947],
    ['other/faa_birdstrikes.csv', 'utf-8', 10_000],
    ['other/helpdesk.csv', 'utf-8', 13_710],
    ['other/backblaze_2013-04-10.csv', 'utf-8', 21_195],
    ['other/recall.csv', 'utf-8', 847],
  ] as const)('%s (%s): %i records', async (path, encoding, records) => {
    const bytes = realFile(path);
    const text = decode(bytes, encoding);
    const { dialect } = sniffDialect(text, false, { encoding });
    const result = await scanned(bytes, dialect);
    expect(result).toMatchObject({ records, rejected: 0, undecodable: 0 });
    expect(result.records).toBe(independentCount(text, dialect));
    const plain = /cfpb|faa|helpdesk|backblaze|sample_complaints/.test(path);
    expect(result.direct).toBe(plain);
  });
});

/** Records that are not blank below the head, by another parser. */
function independentCount(text: string, { delimiter, quote, escape, firstLine }: Dialect): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const body = lines.slice(firstLine - 1).join('');
  const { data } = Papa.parse<string[]>(body, { delimiter, quoteChar: quote, escapeChar: escape });
  return data.filter((cells) => cells.some((cell) => cell.trim() !== '')).length;
}
