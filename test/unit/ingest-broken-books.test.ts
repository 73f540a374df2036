import * as XLSX from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { converted, refusalOf, workbook } from '../support/workbooks';

const ROWS = [['客诉编号', '接收日期'], ...Array.from({ length: 300 }, (_, n) => [`K${n}`, '2025-03-01'])];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const zipped = (files: Record<string, Uint8Array>) => zipSync(files) as Uint8Array<ArrayBuffer>;
const SHEET = 'xl/worksheets/sheet1.xml';

/** An old workbook whose stream was changed. */
function changedStream(change: (stream: Uint8Array) => Uint8Array): Uint8Array<ArrayBuffer> {
  const container = XLSX.CFB.read(workbook({ S: ROWS }, { type: 'xls' }), { type: 'array' });
  const stream = XLSX.CFB.find(container, '/Workbook');
  if (stream === null) throw new Error('no stream');
  const content = change(Uint8Array.from(stream.content as unknown as number[]));
  const made = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(made, '/Workbook', content as never);
  return new Uint8Array(XLSX.CFB.write(made, { type: 'array' }) as unknown as ArrayBuffer);
}

describe('protected by a password', () => {
  test('as Excel has done since 2007', async () => {
    const made = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(made, '/EncryptionInfo', new Uint8Array(200) as never);
    XLSX.CFB.utils.cfb_add(made, '/EncryptedPackage', new Uint8Array(9000) as never);
    const bytes = new Uint8Array(XLSX.CFB.write(made, { type: 'array' }) as unknown as ArrayBuffer);
    expect(await refusalOf(bytes)).toBe('encryptedBook');
  });

  test('as Excel did before', async () => {
    const lock = [0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...new Array(48).fill(7)];
    const locked = changedStream((stream) => {
      const begin = 4 + (stream[2] ?? 0);
      return Uint8Array.from([...stream.subarray(0, begin), ...lock, ...stream.subarray(begin)]);
    });
    expect(await refusalOf(locked)).toBe('encryptedBook');
    expect(await refusalOf(changedStream((stream) => stream))).toBe('accepted');
  });

  test('as zip programs do', async () => {
    const bytes = workbook({ S: ROWS });
    // The flag of encryption, in the list of contents.
    for (let at = 0; at + 4 < bytes.length; at++)
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
        bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
    expect(await refusalOf(bytes)).toBe('encryptedBook');
  });
});

describe('cut off or damaged', () => {
  test.each(['xlsx', 'xlsb', 'ods'] as const)('%s at every tenth', async (type) => {
    const bytes = workbook({ S: ROWS }, { type });
    for (let tenth = 1; tenth < 10; tenth++)
      expect(await refusalOf(bytes.slice(0, Math.floor((bytes.length * tenth) / 10)))).toBe('truncatedZip');
  });

  test('xls at every tenth: never fewer rows without a word', async () => {
    const bytes = workbook({ S: ROWS }, { type: 'xls' });
    for (let tenth = 1; tenth < 10; tenth++) {
      const cut = bytes.slice(0, Math.floor((bytes.length * tenth) / 10));
      expect(await refusalOf(cut)).toMatch(/^(truncatedBook|damagedBook|notAWorkbook)$/);
    }
  });

  test('one byte of the packed cells changed', async () => {
    const bytes = workbook({ S: ROWS });
    const at = bytesOf(SHEET);
    const start = bytes.findIndex((_, from) => at.every((byte, offset) => bytes[from + offset] === byte));
    const middle = start + SHEET.length + 100;
    bytes[middle] = (bytes[middle] ?? 0) ^ 0x5a;
    expect(await refusalOf(bytes)).toBe('damagedZip');
  });

  test('a sheet whose XML is no XML', async () => {
    const parts = unzipSync(workbook({ S: ROWS }));
    expect(await refusalOf(zipped({ ...parts, [SHEET]: bytesOf('nothing of the kind') }))).toMatch(
      /emptyBook|damagedBook/,
    );
  });
});

describe('no workbook', () => {
  test.each([
    ['a text document', { '[Content_Types].xml': bytesOf('<x/>'), 'word/document.xml': bytesOf('<x/>') }],
    [
      'an open text document',
      {
        mimetype: bytesOf('application/vnd.oasis.opendocument.text'),
        'content.xml': bytesOf(
          '<office:document-content xmlns:office="urn:x"><office:body><office:text/></office:body></office:document-content>',
        ),
      },
    ],
  ])('%s', async (_, files) => {
    expect(await refusalOf(zipped(files))).toMatch(/notAWorkbook|damagedBook/);
  });

  test('an old text document', async () => {
    const made = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(made, '/WordDocument', new Uint8Array(5000) as never);
    expect(await refusalOf(new Uint8Array(XLSX.CFB.write(made, { type: 'array' }) as unknown as ArrayBuffer))).toBe(
      'notAWorkbook',
    );
  });
});

describe('too large', () => {
  test('as its list of contents says, before anything is unpacked', async () => {
    const bytes = workbook({ S: ROWS });
    const list = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (list.getUint32(at, true) !== 0x02014b50) continue;
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + list.getUint16(at + 28, true)));
      if (name === SHEET) list.setUint32(at + 24, 900_000_000, true);
    }
    expect(await refusalOf(bytes)).toBe('bookTooLarge');
  });

  test('as it turns out, whatever the list says', async () => {
    const parts = unzipSync(workbook({ S: ROWS }));
    const bytes = zipped({ ...parts, [SHEET]: new Uint8Array(40_000_000).fill(0x20) });
    expect(await refusalOf(bytes)).toBe('zipBomb');
    const list = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++)
      if (list.getUint32(at, true) === 0x02014b50 && list.getUint32(at + 24, true) === 40_000_000)
        list.setUint32(at + 24, 1000, true);
    expect(await refusalOf(bytes)).toBe('unpacksTooLarge');
  });
});

test('macros are said and never run', async () => {
  const parts = unzipSync(workbook({ S: ROWS }, { type: 'xlsm' }));
  const { codes, lines } = await converted(zipped({ ...parts, 'xl/vbaProject.bin': new Uint8Array(3000) }));
  expect(codes).toEqual(['macros']);
  expect(lines).toHaveLength(301);
});
