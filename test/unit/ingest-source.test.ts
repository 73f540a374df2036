import { createHash, getRandomValues } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENCODINGS, type Encoding } from '../../src/data/ingest/plan';
import { Utf8Parts } from '../../src/data/ingest/text/parts';
import { scan } from '../../src/data/ingest/text/scan';
import { digest } from '../../src/data/ingest/text/sha256';
import { hashAndCopy, readRecord, readRecords } from '../../src/data/ingest/text/source';
import { encode } from '../support/encode';
import { dialectOf } from '../support/scan';

const MIB = 1024 * 1024;
const THREE = dialectOf(3);

/** A title and words in encodings that lack simplified characters. */
const WORDS: Partial<Record<Encoding, readonly [string, string]>> = {
  big5: ['題', '冷氣機異響'],
  shift_jis: ['題', '表示が異常'],
  'windows-1252': ['Größe', 'Gehäuse löst sich'],
};

describe('the way back into the file', () => {
  test.each(ENCODINGS)('records of a long file in %s', async (encoding: Encoding) => {
    const [title, words] = WORDS[encoding] ?? ['题', '空调异响'];
    const record = (row: number) => `${row},"${words}\r\n${words} ${row}",${'x'.repeat(row % 90)}`;
    const rows = Array.from({ length: 60_000 }, (_, row) => (row % 1000 === 7 ? `${row},short` : record(row)));
    const file = new Blob([encode(`${title},b,c\r\n${rows.join('\r\n')}\r\n`, encoding, encoding.startsWith('utf'))]);
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
    const wanted = [59_999, 8, 9, 1, 47_008, 12_346, 12_347, 60_001, 9, 0];
    const together = await readRecords(file, dialect, index, wanted);
    expect([...together.keys()]).toEqual([1, 8, 9, 12_346, 12_347, 47_008, 59_999]);
    for (const [record, { raw }] of together) expect(raw).toBe(rows[record - 1]);
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

  test('records near each other are read in one go', async () => {
    const file = new Blob([Array.from({ length: 50_000 }, (_, at) => `${at},b,c\n`).join('')]);
    const { index } = await scan(file, { dialect: THREE, watch: [] });
    let slices = 0;
    const slice = file.slice.bind(file);
    file.slice = (...part) => {
      slices += 1;
      return slice(...part);
    };
    await readRecord(file, THREE, index, 1);
    const once = slices;
    await readRecords(file, THREE, index, [4, 3, 2, 1]);
    expect(slices).toBe(2 * once);
  });

  test('no such record', async () => {
    const file = new Blob(['1,2,3\n']);
    const { index } = await scan(file, { dialect: THREE, watch: [] });
    expect(await readRecord(file, THREE, index, 0)).toBeNull();
    expect(await readRecord(file, THREE, index, 2)).toBeNull();
  });
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
