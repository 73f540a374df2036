import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaint } from '../../src/analysis/complaint';
import { eventsOfComplaint } from '../../src/analysis/complaint-events';
import { unreadCells } from '../../src/analysis/rejects';
import { emptyWorkspace, importFiles, type OpenWorkspace, openWorkspace } from '../support/open-workspace';

let open: OpenWorkspace;
beforeEach(async () => {
  open = await emptyWorkspace();
});
afterEach(() => open.close());

const HEADER = '投诉单号,工单状态,操作时间,操作人,产品型号,费用';
const STATES = ['已受理', '处理中', '已解决', '已关闭'];
/** Complaints 1 to `cases`, each with one to four steps; `from` leaves out those whose first step is earlier. */
function logFile(name: string, cases: number, steps = 4): File {
  const rows = Array.from({ length: cases }, (_, n) => n + 1).flatMap((n) =>
    Array.from({ length: Math.min(steps, 1 + (n % 4)) }, (_, step) =>
      [
        `TS${n}`,
        STATES[step],
        `2025-03-${String(1 + (n % 27)).padStart(2, '0')} 1${step}:00`,
        `客服${step}`,
        'KS-17W',
        n === 6 ? '待定' : step * 10,
      ].join(','),
    ),
  );
  return new File([`${[HEADER, ...rows].join('\n')}\n`], name);
}
const recordsOf = (cases: number, steps = 4) =>
  Array.from({ length: cases }, (_, n) => Math.min(steps, 1 + ((n + 1) % 4))).reduce((sum, n) => sum + n, 0);

const state = async () => ({
  complaints: await open.workspace.run(
    'SELECT complaint_no, status, received_at, closed_at, source_file FROM complaint ORDER BY complaint_no',
  ),
  events: await open.workspace.run(
    'SELECT complaint_no, "at", activity, event_no, is_last, source_file, source_row FROM complaint_event ORDER BY complaint_no, "at", source_file',
  ),
  issues: await open.workspace.run('SELECT * FROM complaint_issue ORDER BY source_row'),
});

describe('an event log', () => {
  it('gives a complaint for each number, keeps every event, and accounts for every record', async () => {
    const [report] = await importFiles(open.workspace, [logFile('三月.csv', 80)]);
    const records = recordsOf(80);
    expect(report).toMatchObject({ rowsRead: records, rowsAccepted: records, rowsRejected: 0, cases: 80 });
    const before = await state();
    expect(before.complaints).toHaveLength(80);
    expect(before.events).toHaveLength(records);
    // Three steps of complaint 6 hold a cost that is no number.
    expect(report?.cellIssues).toBe(3);
    expect(before.issues).toHaveLength(3);
    const unread = unreadCells(open.workspace);
    expect(await unread.counts()).toEqual([{ source_file: 1, kind: 'cost', n: 3 }]);
    const cells = await unread.rows({}, 0, 9);
    expect(cells.map(({ kind, raw }) => [kind, raw])).toEqual(Array(3).fill(['cost', '待定']));
    expect(new Set(cells.map(({ record }) => record)).size).toBe(3);
    expect(before.complaints.find((row) => (row as { complaint_no: string }).complaint_no === 'TS7')).toMatchObject({
      status: 'closed',
      received_at: '2025-03-08 10:00:00',
      closed_at: '2025-03-08 13:00:00',
    });
    const events = await eventsOfComplaint(open.workspace, { complaintNo: 'TS7', repeating: ['status'] });
    expect(events.map(({ activity, actor }) => [activity, actor])).toEqual(
      STATES.map((word, step) => [word, `客服${step}`]),
    );
    expect(events[1]?.changes.filter(({ column }) => !column.startsWith('x_') && column !== 'handler')).toEqual([
      { column: 'cost', from: 0, to: 10 },
    ]);
    expect((await complaint(open.workspace, 'TS7'))?.row.cost).toBe(30);

    await open.workspace.rebuild();
    expect(await state()).toEqual(before);
    await open.close();
    open = await openWorkspace();
    expect(await state()).toEqual(before);
  });

  it('of next month goes on where the one before ended', async () => {
    await importFiles(open.workspace, [logFile('三月.csv', 80, 2)]);
    const [report] = await importFiles(open.workspace, [logFile('四月.csv', 100)]);
    expect(report).toMatchObject({ rowsAccepted: recordsOf(100), cases: 100 });
    const now = await state();
    expect(now.complaints).toHaveLength(100);
    expect(now.events).toHaveLength(recordsOf(100));
    expect(new Set(now.events.map((event) => (event as { source_file: number }).source_file))).toEqual(new Set([2]));
    await open.workspace.rebuild();
    expect(await state()).toEqual(now);
  });

  it('in parts: what began in the first part came then, also after a rebuild', async () => {
    const part = (name: string, steps: readonly number[]) =>
      new File(
        [
          `${HEADER}\n${Array.from({ length: 40 }, (_, n) => n)
            .flatMap((n) =>
              steps.map(
                (step) =>
                  `TS${n},${STATES[step]},2025-0${3 + (step >> 1)}-${step < 2 ? 28 - (n % 20) : 10 + (n % 9)} 0${step}:00,客服${step},KS-17W,1`,
              ),
            )
            .join('\n')}\n`,
        ],
        name,
      );
    await importFiles(open.workspace, [part('三月.csv', [0, 1])]);
    await importFiles(open.workspace, [part('四月.csv', [2, 3])]);
    const now = await state();
    expect(now.complaints).toHaveLength(40);
    expect(now.complaints[0]).toMatchObject({
      status: 'closed',
      received_at: '2025-03-28 00:00:00',
      closed_at: '2025-04-10 03:00:00',
      source_file: 2,
    });
    expect(now.events).toHaveLength(160);
    const rows = await open.workspace.run<{ received_at: string }>('SELECT received_at FROM complaint ORDER BY row_id');
    expect(rows).toEqual(rows.toSorted((a, b) => (a.received_at < b.received_at ? -1 : 1)));
    await open.workspace.rebuild();
    expect(await state()).toEqual(now);
  });

  it('takes a step that was put right as one more of its course', async () => {
    const whole = await logFile('三月.csv', 80).text();
    const [damaged, first] = ['TS7,处理中,2025-03-08 11:00', 'TS3,已受理,2025-03-04 10:00'];
    const text = [damaged, first].reduce((rest, step) => rest.replace(new RegExp(`${step}.*`), step), whole);
    await importFiles(open.workspace, [new File([text], '三月.csv')]);
    const rejected = await open.workspace.run<{ record: number }>('SELECT record FROM rejected ORDER BY record');
    expect(rejected).toHaveLength(2);
    for (const { record } of rejected) {
      const cells = (await open.workspace.sourceRecord(1, record))?.cells ?? [];
      const report = await open.workspace.correct(1, [{ record, cells: [...cells, '客服1', 'KS-17W', '?元'] }]);
      expect(report).toMatchObject({ rowsAccepted: 1, cases: 1, cellIssues: 1 });
    }
    const now = await state();
    const found = (no: string) => now.complaints.find((row) => (row as { complaint_no: string }).complaint_no === no);
    expect(now.complaints).toHaveLength(80);
    expect(found('TS7')).toMatchObject({
      status: 'closed',
      received_at: '2025-03-08 10:00:00',
      closed_at: '2025-03-08 13:00:00',
      source_file: 1,
    });
    expect(found('TS3')).toMatchObject({ status: 'closed', closed_at: '2025-03-04 13:00:00', source_file: 1 });
    expect(now.events).toHaveLength(recordsOf(80));
    const { source_file: late } = (now.issues.find((row) => (row as { raw: string }).raw === '?元') ?? {}) as {
      source_file?: number;
    };
    expect(late).toBeGreaterThan(1);
    await open.workspace.rebuild();
    expect(await state()).toEqual(now);
  });

  it('is as many complaints as records where the user says so', async () => {
    const [report] = await importFiles(open.workspace, [logFile('三月.csv', 80)], { events: false });
    expect(report).toMatchObject({ rowsAccepted: recordsOf(80), cases: null });
    const [counts] = await open.workspace.run<{ n: number; events: number }>(
      'SELECT count(*) AS n, (SELECT count(*) FROM complaint_event) AS events FROM complaint',
    );
    expect(counts).toEqual({ n: recordsOf(80), events: 0 });
  });
});
