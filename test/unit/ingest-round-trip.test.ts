import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/data/ingest/plan';
import { decode } from '../../src/data/ingest/text/encoding';
import { GAP_MARK, withoutGaps } from '../../src/data/ingest/text/gaps';
import { END, type Found, RecordReader, STARVED } from '../../src/data/ingest/text/records';
import { scan } from '../../src/data/ingest/text/scan';
import { readRecord } from '../../src/data/ingest/text/source';
import { dialectOf, scanned } from '../support/scan';
import { writtenTables } from '../support/tables';

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

describe('a damaged file that the engine reads as it stands', () => {
  const places = [
    '1,2,3',
    'x,"y ""z""",中',
    '"a\nb",,c',
    '',
    ',,',
    '1,2',
    '1,2,3,4',
    '"open,2,3',
    'a,"b"c,d',
    'n\0l,b,c',
  ];
  const lines = fc.array(fc.constantFrom(...places), { maxLength: 30 });

  test('has its accepted records in their places once the gaps are cut out', async () => {
    let direct = 0;
    await fc.assert(
      fc.asyncProperty(lines, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (parts, end, terminated) => {
        const text = parts.map((part) => part.replace('\n', end)).join(end) + (terminated ? end : '');
        const result = await scanned(text, dialectOf(3));
        if (!result.direct) return;
        direct++;
        const whole = await withoutGaps(new File([text], 'x.csv'), result.gaps, dialectOf(3), result.lineEnd).text();
        const { data } = Papa.parse<string[]>(whole, { delimiter: ',', newline: result.lineEnd });
        const records = data.filter((cells) => cells.length > 1);
        expect(records).toHaveLength(result.records);
        const kept = records.flatMap((cells, at) => (cells[0] === GAP_MARK ? [] : [{ number: at + 1, cells }]));
        expect(kept.map(({ number }) => number)).toEqual(result.numbers);
        expect(kept.map(({ cells }) => cells)).toEqual(result.rows);
      }),
      { numRuns: 1000 },
    );
    expect(direct).toBeGreaterThan(200);
  });

  test('is written anew when there are too many gaps, or one of unknown place', async () => {
    const many = await scanned('1,2,3\n\n'.repeat(5000), dialectOf(3));
    expect(many).toMatchObject({ direct: false, records: 5000 });
    const long = await scanned(`1,2,3\n${'x'.repeat(20 * 1024 * 1024)}\n4,5,6\n`, dialectOf(3));
    expect(long).toMatchObject({ direct: false, records: 3, rejected: 1 });
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
