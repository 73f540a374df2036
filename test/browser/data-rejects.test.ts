import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { countOf, rejectedRows, unreadCells } from '../../src/analysis/rejects';
import { timeExpression } from '../../src/data/ingest/load/time-sql';
import { readTime } from '../../src/data/ingest/meaning/read-time';
import { literal } from '../../src/data/schema/sql';
import { emptyWorkspace, importFiles, type OpenWorkspace } from '../support/open-workspace';

const HEADER = 'complaint_no,received_at,model,purchased_at';
const FIRST = [
  HEADER,
  'A1,2024-01-02 10:00,KD,2023-12-01',
  'A2,2024-01-03 10:00,KD,不详',
  'A3,第三天,KD,2023-12-01',
  'A4,2024-01-05',
  'A5,2024-01-06 10:00,KD,2023-12-04',
  'A1,2024-01-07 10:00,KX,2023-12-05',
  'A6,2024-01-08 10:00,KX,2023-12-06',
  'A7,2024-01-09 10:00,KX,2023-12-07',
  'A8,2024-01-10 10:00,KX,2023-12-08',
  'A9,2024-01-11 10:00,KX,2023-12-09',
].join('\n');
const SECOND = [HEADER, 'B1,2024-02-02 10:00,KD,2023-12-01', 'B2,2024-02-03 10:00,KD,忘记了', 'B3,x', ''].join('\n');

let open: OpenWorkspace;

beforeAll(async () => {
  open = await emptyWorkspace('mine', { forceMemory: true });
  await importFiles(open.workspace, [new File([FIRST], 'first.csv'), new File([SECOND], 'second.csv')]);
});
afterAll(() => open.close());

describe('rejected rows', () => {
  it('are counted by file and reason', async () => {
    const counts = await rejectedRows(open.workspace).counts();
    expect(counts).toEqual([
      { source_file: 1, kind: 'duplicateKey', n: 1 },
      { source_file: 1, kind: 'requiredUnreadable', n: 1 },
      { source_file: 1, kind: 'tooFewCells', n: 1 },
      { source_file: 2, kind: 'tooFewCells', n: 1 },
    ]);
    expect(countOf(counts, {})).toBe(4);
    expect(countOf(counts, { file: 1 })).toBe(3);
    expect(countOf(counts, { kind: 'tooFewCells' })).toBe(2);
  });

  it('come file by file with line and text, those of the engine too', async () => {
    expect(await rejectedRows(open.workspace).rows({}, 0, 10)).toEqual([
      { sourceFile: 1, record: 1, line: 2, kind: 'duplicateKey', raw: 'A1,2024-01-02 10:00,KD,2023-12-01' },
      { sourceFile: 1, record: 3, line: 4, kind: 'requiredUnreadable', raw: 'A3,第三天,KD,2023-12-01' },
      { sourceFile: 1, record: 4, line: 5, kind: 'tooFewCells', raw: 'A4,2024-01-05' },
      { sourceFile: 2, record: 3, line: 4, kind: 'tooFewCells', raw: 'B3,x' },
    ]);
  });

  it('are read by position and filter', async () => {
    const list = rejectedRows(open.workspace);
    expect((await list.rows({}, 1, 3)).map(({ record }) => record)).toEqual([3, 4]);
    expect((await list.rows({ kind: 'tooFewCells' }, 1, 9)).map(({ sourceFile }) => sourceFile)).toEqual([2]);
    expect(await list.rows({ file: 2, kind: 'duplicateKey' }, 0, 9)).toEqual([]);
    expect(await list.rows({ kind: "'; DROP TABLE rejected --" }, 0, 9)).toEqual([]);
  });
});

test('rows that stand anywhere are read by their ids, and the ids once', async () => {
  const asked: string[] = [];
  const watched = Object.create(open.workspace, {
    integers: {
      value: (sql: string) => {
        asked.push(sql);
        return open.workspace.integers(sql);
      },
    },
    facts: { value: open.workspace.facts },
    run: { value: open.workspace.run.bind(open.workspace) },
    sourceRecords: { value: open.workspace.sourceRecords.bind(open.workspace) },
  }) as typeof open.workspace;
  const list = rejectedRows(watched);
  const each = await Promise.all([3, 0, 2].map((at) => list.rows({}, at, at + 1)));
  expect(each.flat().map(({ record }) => record)).toEqual([3, 1, 4]);
  await list.rows({}, 0, 4);
  expect(new Set(asked).size).toBe(1);
});

test('unread cells are kept with their column and text', async () => {
  const list = unreadCells(open.workspace);
  expect(await list.counts()).toEqual([
    { source_file: 1, kind: 'purchased_at', n: 1 },
    { source_file: 2, kind: 'purchased_at', n: 1 },
  ]);
  expect(await list.rows({ file: 2 }, 0, 9)).toEqual([
    { sourceFile: 2, record: 2, line: null, kind: 'purchased_at', raw: '忘记了' },
  ]);
});

describe('the example of a date in the review', () => {
  it.each([
    ['05/03/2024', 'dd/MM/yyyy'],
    ['05/03/2024 8:05', 'MM/dd/yyyy HH:mm'],
    ['5-3-24', 'dd-MM-yy'],
    ['2024年3月5日', 'yyyy年MM月dd日'],
    ['20240305', 'yyyyMMdd'],
    ['2024-03-05T08:30:12', 'yyyy-MM-ddTHH:mm:ss'],
    ['2024/3/5 下午2:05', 'yyyy/MM/dd ahh:mm'],
    ['3/5/2024 12:10:00 AM', 'MM/dd/yyyy hh:mm:ss a'],
    ['105/07/29', 'rrr/MM/dd'],
    ['1050729', 'rrrMMdd'],
    ['104年01月14日', 'rrr年MM月dd日'],
    ['5 Mar 2024', 'dd MMM yyyy'],
    ['45356.5', 'excel serial'],
    ['1709627400', 'unix seconds'],
  ])('%s by %s is what the engine reads', async (cell, format) => {
    const shape = { shape: '', count: 1, sample: cell, format };
    const sql = timeExpression(literal(cell), { shapes: [shape], ambiguous: 0 });
    const [row] = await open.workspace.run<{ read: string }>(`SELECT strftime(${sql}, '%Y-%m-%d %H:%M') AS read`);
    const example = readTime(cell, format);
    expect(example?.padEnd(16, ' 00:00')).toBe(row?.read);
  });
});
