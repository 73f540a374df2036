import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/data/ingest/plan';
import { sniffDialect } from '../../src/data/ingest/text/dialect';
import { decode } from '../../src/data/ingest/text/encoding';
import { hasRealFiles, REAL_FILES, realFile, reasons, scanned } from '../support/scan';

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
    const plain = /car_complaint|cfpb|faa|helpdesk|backblaze|sample_complaints/.test(path);
    expect(result.direct).toBe(plain);
  });
});

/** Records that are not blank below the head, by another parser. */
function independentCount(text: string, dialect: Dialect): number {
  const { delimiter, quote: quoteChar, escape: escapeChar, firstLine } = dialect;
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const body = lines.slice(firstLine - 1).join('');
  const { data } = Papa.parse<string[]>(body, { delimiter, quoteChar, escapeChar });
  return data.filter((cells) => cells.some((cell) => cell.trim() !== '')).length;
}
