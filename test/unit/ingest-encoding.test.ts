import { describe, expect, test } from 'vitest';
import { ENCODINGS, type Encoding } from '../../src/data/ingest/plan';
import { looksBinary } from '../../src/data/ingest/text/binary';
import { decode, detectEncoding, sampleOf } from '../../src/data/ingest/text/encoding';
import { encode } from '../support/encode';
import { hasRealFiles, realFile } from '../support/scan';

const SIMPLIFIED =
  '客诉编号,接收日期,故障现象\nKS001,2024-01-02,客户反映空调不制冷，压缩机有异响\nKS002,2024-01-03,遥控器失灵\n';
const TRADITIONAL =
  '客訴編號,接收日期,故障現象\nKS001,2024-01-02,客戶反映冷氣機不製冷，壓縮機有異響\nKS002,2024-01-03,遙控器失靈\n';
const JAPANESE =
  '苦情番号,受付日,不具合内容\nKS001,2024-01-02,電源が入らない、異音がする\nKS002,2024-01-03,リモコンの故障です\n';
const WESTERN =
  'Numéro,Reçu le,Défaut\nKS001,2024-01-02,fuite sous la poignée, très gênant\nKS002,2024-01-03,Gerät schaltet früh ab\n';
const TEXTS: Partial<Record<Encoding, string>> = { big5: TRADITIONAL, shift_jis: JAPANESE, 'windows-1252': WESTERN };
const textIn = (encoding: Encoding) => TEXTS[encoding] ?? SIMPLIFIED;
const detect = (...sample: Uint8Array[]) => detectEncoding(sample);

describe('detectEncoding', () => {
  test.each(ENCODINGS)('knows %s without a mark', (encoding) => {
    const detected = detect(encode(textIn(encoding), encoding));
    expect(detected).toMatchObject({ encoding, bomBytes: 0 });
    expect(detected.confidence).toBeGreaterThan(0.6);
  });

  test.each([
    ['utf-8', 3],
    ['utf-16le', 2],
    ['utf-16be', 2],
  ] as const)('believes the mark of %s', (encoding, bomBytes) => {
    const bytes = encode(SIMPLIFIED, encoding, true);
    expect(detect(bytes)).toMatchObject({ encoding, bomBytes, confidence: 1 });
    expect(decode(bytes, encoding)).toBe(SIMPLIFIED);
  });

  test('ASCII is UTF-8', () => expect(detect(encode('a,b\n1,2\n', 'utf-8')).encoding).toBe('utf-8'));
  test('an empty file is UTF-8', () => expect(detect().encoding).toBe('utf-8'));

  test.each(['utf-16le', 'utf-16be'] as const)('ASCII in %s without a mark', (encoding) => {
    expect(detect(encode('id,model\n1,A\n', encoding)).encoding).toBe(encoding);
  });

  test.each([
    ['one umlaut', 'id,Modell\n1,Küche\n2,Bad\n'],
    ['degrees and inches', 'id,text\n1,90°C et 3µm, modèle A\n'],
  ])('Western text with %s', (_, text) => {
    expect(detect(encode(text, 'windows-1252')).encoding).toBe('windows-1252');
  });

  test('Chinese of few characters is not Western', () => {
    for (const encoding of ['gb18030', 'big5'] as const)
      expect(detect(encode('id,x\n1,漏水\n2,破損\n3,不良\n', encoding)).encoding).toBe(encoding);
  });

  test('Japanese with half-width katakana beside kanji', () => {
    const text = '番号,内容\n1,電源が入らない\n2,水漏れがあり交換しました\n3,ｽｲｯﾁ故障\n';
    const bytes = [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return code >= 0xff61 && code <= 0xff9f ? [code - 0xff61 + 0xa1] : [...encode(character, 'shift_jis')];
    });
    expect(detect(Uint8Array.from(bytes)).encoding).toBe('shift_jis');
  });

  test('UTF-8 with a stray byte stays UTF-8', () => {
    const bytes = encode(SIMPLIFIED, 'utf-8');
    bytes[bytes.indexOf(0x4b)] = 0x80;
    expect(detect(bytes).encoding).toBe('utf-8');
    expect(detect(Uint8Array.from([...encode('This is bad.', 'utf-8'), 0x80])).encoding).toBe('utf-8');
  });

  test('characters cut at the edges of a sample are no damage', () => {
    const bytes = encode('中文'.repeat(50), 'utf-8');
    for (let cut = 0; cut < 3; cut++) expect(detect(bytes.subarray(cut, bytes.length - cut)).confidence).toBe(1);
  });

  test.each(['gb18030', 'big5'] as const)('%s that begins long after the head', async (encoding) => {
    const ascii = 'KS001,2024-01-02,A\n'.repeat(150_000);
    const file = new Blob([ascii, encode(textIn(encoding).repeat(2000), encoding), ascii]);
    const sample = await sampleOf(file);
    expect(sample.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(3 * 1024 * 1024);
    expect(detectEncoding(sample).encoding).toBe(encoding);
  });

  test.runIf(hasRealFiles).each([
    ['chinese/car_complaint_utf8.csv', 'utf-8'],
    ['chinese/tmall_tshirt_gbk.csv', 'gb18030'],
    ['chinese/taobao_price_gbk.csv', 'gb18030'],
    ['chinese/chiayicity_history_8bit.csv', 'big5'],
    ['other/recall.csv', 'utf-8'],
    ['other/cfpb_product_narrative_3947.csv', 'utf-8'],
    ['torture/openfda_badutf8.txt', 'utf-8'],
  ])('%s is %s', async (path, encoding) => {
    const bytes = realFile(path);
    const detected = detectEncoding(await sampleOf(new Blob([bytes])));
    expect(detected.encoding).toBe(encoding);
    if (!path.includes('openfda')) expect(detected.confidence).toBeGreaterThan(0.8);
  });
});

describe('looksBinary', () => {
  test.each(ENCODINGS)('text in %s is text', (encoding) => {
    expect(looksBinary([encode(textIn(encoding), encoding)])).toBeUndefined();
    expect(looksBinary([encode(textIn(encoding), encoding, true)])).toBeUndefined();
  });

  test('a few NULs in a register are damage, not another kind of file', () => {
    expect(looksBinary([encode(`${SIMPLIFIED.repeat(20)}KS\0\0,1,2\n`, 'utf-8')])).toBeUndefined();
  });

  test.each([
    ['pdf', '%PDF-1.7\n'],
    ['image', '\x89PNG\r\n\x1a\n'],
    ['image', 'RIFF\x10\x20\0\0WEBPVP8 '],
    ['zip', 'PK\x03\x04\x14\0\0\0\x08\0readme.txt'],
    ['excel', 'PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml'],
    ['excel', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'],
    ['unknown', 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8'],
  ])('%s by its first bytes', (kind, start) => {
    expect(looksBinary([Uint8Array.from(start, (character) => character.charCodeAt(0))])).toBe(kind);
  });

  test
    .runIf(hasRealFiles)
    .each([
      'chinese/TB2_taobao_orders.xls',
      'chinese/taidi2020C_附件3.xlsx',
      'excel/BlankSheetTypes.xlsm',
      'excel/merge_cells.ods',
    ])('%s is a workbook', (path) => expect(looksBinary([realFile(path)])).toBe('excel'));
});
