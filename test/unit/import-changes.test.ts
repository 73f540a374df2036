import { describe, expect, it } from 'vitest';
import { importSummaries, undoEffect } from '../../src/analysis/imports';
import type { JournalEntry } from '../../src/data/ingest/kept/journal';
import { changeLines, linesOf } from '../../src/features/data/history/changes';
import { formatFor } from '../../src/ui/format';
import { fakeSource } from '../support/fake-source';

const labels = { column: (name: string) => `<${name}>`, value: (_: string, value: string | null) => value ?? '' };
const words = { dataset: 'complaint', labels, format: formatFor('en'), separator: '; ' } as const;

describe('what an import changed', () => {
  const lines = changeLines(
    [
      {
        key: 'K1',
        vanished: false,
        changes: [
          { column: 'cost', before: '5.0', after: '' },
          { column: 'closed_at', before: '', after: '2025-03-01 00:00:00' },
          { column: 'customer_name', before: 'Anna Smith', after: 'Berta Smith' },
        ],
      },
      {
        key: 'S1\u001fS9',
        vanished: true,
        changes: [
          { column: 'complaint_no', before: 'S1', after: '' },
          { column: 'received_at', before: '2025-03-01 10:30:00', after: '' },
          { column: 'customer_contact', before: '13912340000', after: '' },
        ],
      },
    ],
    words,
  );

  it('is a line a field, and one a row that is not in the file, without people', () => {
    expect(lines).toEqual([
      { key: 'K1', column: 'cost', before: '5', after: '' },
      { key: 'K1', column: 'closed_at', before: '', after: '2025-03-01' },
      { key: 'K1', column: 'customer_name', before: 'A***', after: 'B***' },
      {
        key: 'S1 · S9',
        column: null,
        before: '<received_at> 2025-03-01 10:30; <customer_contact> 139****0000',
        after: '',
      },
    ]);
  });

  it('is narrowed to a column, or to the rows that are not in the file', () => {
    expect(linesOf(lines, 'cost')).toHaveLength(1);
    expect(linesOf(lines, null)).toHaveLength(1);
    expect(linesOf(lines, undefined)).toHaveLength(4);
  });
});

/** As much of an entry as is looked at. */
function entry(id: number, accepted: number, replaced: number, dataset = 'complaint'): JournalEntry {
  const report = { rowsRead: accepted, rowsAccepted: accepted, rowsRejected: 0, sheet: null, cases: null };
  return {
    id,
    at: '2025-01-01',
    hash: 'h',
    raw: '',
    plan: { name: `${id}.csv`, dataset },
    report,
    replaced,
  } as unknown as JournalEntry;
}

describe('taking an import back', () => {
  const journal = [entry(1, 10, 0), entry(2, 10, 4), entry(3, 5, 2, 'shipment'), entry(4, 3, 3)];
  const standing = (n: number) => fakeSource({ answer: () => [{ n }] });

  it('names later files that replaced rows of it, if any did', async () => {
    expect(await undoEffect(standing(6), journal, journal[0] as JournalEntry)).toEqual({
      rows: 6,
      replaced: 0,
      later: ['2.csv', '4.csv'],
    });
    expect(await undoEffect(standing(10), journal, journal[1] as JournalEntry)).toEqual({
      rows: 10,
      replaced: 4,
      later: [],
    });
  });

  it('is told by number and file', () => {
    expect(importSummaries(journal).map(({ id, file, difference }) => [id, file, difference])).toEqual([
      [1, '1.csv', null],
      [2, '2.csv', null],
      [3, '3.csv', null],
      [4, '4.csv', null],
    ]);
  });
});
