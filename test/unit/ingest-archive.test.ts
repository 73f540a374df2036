import { type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Contained, unpackArchive } from '../../src/data/ingest/survey/archive';
import { encode } from '../support/encode';
import { workbook } from '../support/workbooks';

const CSV = new TextEncoder().encode('客诉编号,接收日期\nK1,2025-03-01\n');
const OTHER_CSV = new TextEncoder().encode('客诉编号,接收日期\nK2,2025-03-02\n');
const fileOf = (bytes: BlobPart, name = 'a.zip') => new File([bytes], name);
const zipped = (files: Zippable) => zipSync(files) as Uint8Array<ArrayBuffer>;
const outcome = (found: Contained) => ('refused' in found ? `${found.name}: ${found.refused.code}` : found.name);
const outcomes = async (file: File) => (await unpackArchive(file))?.map(outcome);

describe('an archive', () => {
  test('is its files, byte by byte; what systems put into it is passed over', async () => {
    const book = workbook({ S: [['a'], ['b']] });
    const found = await unpackArchive(
      fileOf(
        zipped({
          'b.csv': CSV,
          '2025/出货.txt': OTHER_CSV,
          'c.xlsx': [book, { level: 0 }],
          'empty.csv': new Uint8Array(),
          '__MACOSX/._b.csv': CSV,
          '.DS_Store': CSV,
          'x/.hidden.csv': CSV,
          'Thumbs.db': CSV,
        }),
      ),
    );
    expect(found?.map(outcome)).toEqual(['a.zip/b.csv', 'a.zip/2025/出货.txt', 'a.zip/c.xlsx', 'a.zip/empty.csv']);
    const bytes = await Promise.all(
      (found ?? []).map(async (file) => ('refused' in file ? [] : [...new Uint8Array(await file.arrayBuffer())])),
    );
    expect(bytes).toEqual([[...CSV], [...OTHER_CSV], [...book], []]);
  });

  test('is not a workbook, nor another document', async () => {
    for (const type of ['xlsx', 'xlsb', 'ods'] as const)
      expect(await unpackArchive(fileOf(workbook({ S: [['a']] }, { type })))).toBeNull();
    expect(await unpackArchive(fileOf(zipped({ 'word/document.xml': CSV })))).toBeNull();
  });

  test('that is cut off says so', async () => {
    const bytes = zipped({ 'b.csv': CSV });
    expect(await outcomes(fileOf(bytes.slice(0, bytes.length - 30)))).toEqual(['a.zip: truncatedZip']);
    expect(await outcomes(fileOf(zipped({})))).toEqual(['a.zip: emptyArchive']);
  });

  test('leaves out with words what cannot be read', async () => {
    const inner = zipped({ 'x.csv': CSV });
    expect(
      await outcomes(
        fileOf(zipped({ 'b.csv': CSV, 'inner.zip': inner, 'same.csv': CSV, 'photo.JPG': CSV, '说明.pdf': CSV })),
      ),
    ).toEqual([
      'a.zip/b.csv',
      'a.zip/inner.zip: nestedArchive',
      'a.zip/same.csv: repeatedEntry',
      'a.zip: otherEntries',
    ]);
  });

  test('holds only so many files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 201 }, (_, n) => [`${n}.csv`, new TextEncoder().encode(String(n))]),
    );
    expect(await outcomes(fileOf(zipped(many)))).toEqual(['a.zip: tooManyEntries']);
  });

  test('stops when it is told to', async () => {
    await expect(unpackArchive(fileOf(zipped({ 'b.csv': CSV })), { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

describe('names', () => {
  /** A zip as Chinese Windows makes it: names in the system's encoding, no flag. */
  function renamed(names: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    // The library takes Latin-1 names for UTF-8, so placeholders of the right length are written over.
    const placeholders = names.map((name, at) => String.fromCharCode(65 + at).repeat(name.length));
    const bytes = zipped(
      Object.fromEntries(placeholders.map((name, at) => [name, new TextEncoder().encode(`n,d\n${at},2\n`)])),
    );
    let text = latin1(bytes);
    placeholders.forEach((placeholder, at) => {
      text = text.replaceAll(placeholder, latin1(names[at] ?? new Uint8Array()));
    });
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  }

  test.each([
    ['gb18030', ['客诉登记表三月份.csv', '出货明细.csv', 'plain.csv']],
    ['big5', ['客訴登記資料表.csv', '出貨明細資料.csv', 'plain.csv']],
    ['shift_jis', ['苦情の受付データ.csv', '製品の出荷.csv', 'plain.csv']],
    ['utf-8', ['客诉登记表.csv', '出货.csv', 'plain.csv']],
  ] as const)('in %s', async (encoding, names) => {
    expect(await outcomes(fileOf(renamed(names.map((name) => encode(name, encoding)))))).toEqual(
      names.map((name) => `a.zip/${name}`),
    );
  });

  test('lead nowhere outside', async () => {
    const names = ['../../etc/a.csv', '/opt/b.csv', 'C:\\data\\c.csv', './x/../d.csv'].map((name) =>
      new TextEncoder().encode(name),
    );
    expect(await outcomes(fileOf(renamed(names)))).toEqual([
      'a.zip/etc/a.csv',
      'a.zip/opt/b.csv',
      'a.zip/data/c.csv',
      'a.zip/x/d.csv',
    ]);
  });
});

describe('what is packed to do harm', () => {
  const eachListed = (bytes: Uint8Array, change: (list: DataView, at: number) => void) => {
    const list = new DataView(bytes.buffer);
    for (let at = 0; at + 46 <= bytes.length; at++) if (list.getUint32(at, true) === 0x02014b50) change(list, at);
    return bytes as Uint8Array<ArrayBuffer>;
  };

  test('is refused by what it says', async () => {
    const bytes = eachListed(zipped({ 'b.csv': CSV }), (list, at) => list.setUint32(at + 24, 4_294_000_000, true));
    expect(await outcomes(fileOf(bytes))).toEqual(['a.zip: zipBomb']);
    const tight = zipped({ 'b.csv': new Uint8Array(90_000_000) });
    expect(await outcomes(fileOf(tight))).toEqual(['a.zip: zipBomb']);
  });

  test('is stopped where it says less than it is', async () => {
    const bytes = eachListed(zipped({ 'b.csv': new Uint8Array(90_000_000), 'c.csv': CSV }), (list, at) => {
      if (list.getUint32(at + 24, true) > 1000) list.setUint32(at + 24, 1000, true);
    });
    expect(await outcomes(fileOf(bytes))).toEqual(['a.zip/b.csv: unpacksTooLarge', 'a.zip/c.csv']);
  });

  test('other harm: passwords, unknown methods, changed bytes, places outside the file', async () => {
    const one = () => zipped({ 'b.csv': [CSV, { level: 0 }] });
    const changed = one();
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect([
      await outcomes(fileOf(eachListed(one(), (list, at) => list.setUint16(at + 8, 1, true)))),
      await outcomes(fileOf(eachListed(one(), (list, at) => list.setUint16(at + 10, 9, true)))),
      await outcomes(fileOf(changed)),
      await outcomes(fileOf(eachListed(one(), (list, at) => list.setUint32(at + 42, 0x7fffffff, true)))),
    ]).toEqual([
      ['a.zip/b.csv: encryptedEntry'],
      ['a.zip/b.csv: packedOtherwise'],
      ['a.zip/b.csv: damagedZip'],
      ['a.zip/b.csv: truncatedZip'],
    ]);
  });
});
