import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { keepEvents, takeEvents } from '../../src/data/ingest/load/event-sql';
import type { EventPlan, FilePlan, ImportOptions } from '../../src/data/ingest/plan';
import { analyse } from '../../src/data/ingest/survey/analyse';
import { complaintEvents } from '../../src/data/queries/complaint-events';
import { createEvents } from '../../src/data/schema/events';
import { literal } from '../../src/data/schema/sql';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';
import { hasRealFiles, realFile } from '../support/scan';

async function planOf(content: string | Uint8Array<ArrayBuffer>, options: ImportOptions = {}): Promise<FilePlan> {
  const plan = await analyse(new File([content], 'log.csv'), options);
  if ('refused' in plan) throw new Error(JSON.stringify(plan.refused));
  return plan;
}
const codesOf = ({ problems }: FilePlan) => problems.map(({ level, code }) => `${level} ${code}`);
const targetOf = ({ columns }: FilePlan, source: string) => columns.find((column) => column.source === source)?.target;

const STATES = ['已受理', '处理中', '已解决', '已关闭'];
/** Complaints of one to four steps, an hour apart; those that are further on stand later in the file. */
function log(cases: number, write: (n: number, step: number, at: string) => string[], newestFirst = false): string[] {
  const rows = Array.from({ length: cases }, (_, n) => n).flatMap((n) =>
    Array.from({ length: 1 + (n % 4) }, (_, step) => {
      const at = new Date(Date.UTC(2025, 2, 1 + (n % 20), 8 + step, n % 60)).toISOString();
      return { at, cells: write(n, step, at.slice(0, 16).replace('T', ' ')) };
    }),
  );
  rows.sort((a, b) => (a.at < b.at ? -1 : 1));
  return (newestFirst ? rows.reverse() : rows).map(({ cells }) => cells.join(','));
}
const chinese = (n: number, step: number, at: string) => [
  `TS${1000 + n}`,
  STATES[step] ?? '',
  at,
  `处理员${step}`,
  'KS-17W',
];
const HEADER = '投诉单号,工单状态,操作时间,操作人,产品型号';

describe('an event log is told by its content', () => {
  it.each([
    ['in the order of time', false],
    ['newest first', true],
  ])('%s', async (_, newestFirst) => {
    const rows = log(120, chinese, newestFirst);
    const plan = await planOf([HEADER, ...rows, ''].join('\n'));
    expect(plan.events).toMatchObject({ activity: 1, actor: 3, newestFirst, time: { index: 2 } });
    expect(plan.events?.closing.toSorted()).toEqual(['已关闭', '已解决']);
    expect(plan.problems.find(({ code }) => code === 'eventLog')?.details).toEqual({
      events: rows.length,
      cases: 120,
      column: '投诉单号',
      time: '操作时间',
      activity: '工单状态',
    });
    expect(targetOf(plan, '操作时间')).toBe('x_操作时间');
    expect(codesOf(plan).filter((code) => /repeatedKeys|notAKey|noReceivedAt/.test(code))).toEqual([]);
  });

  test('beside times that stand still: the one that goes on is the event’s', async () => {
    const rows = log(80, (n, step, at) => [
      `INC${n}`,
      ['New', 'Active', 'Resolved', 'Closed'][step] ?? '',
      `2025-02-${10 + (n % 18)} 09:00`,
      at,
      `Group ${n % 3}`,
    ]);
    const plan = await planOf(['number,incident_state,opened_at,sys_updated_at,assignment_group', ...rows].join('\n'), {
      dataset: 'complaint',
      mapping: { number: 'complaint_no', opened_at: 'received_at' },
    });
    expect(plan.events).toMatchObject({ time: { index: 3 }, activity: 1 });
    expect(targetOf(plan, 'opened_at')).toBe('received_at');
  });

  test('as the user says, either way', async () => {
    const text = [HEADER, ...log(120, chinese)].join('\n');
    const declined = await planOf(text, { events: false });
    expect(declined.events).toBeUndefined();
    expect(codesOf(declined)).toContain('note eventsDeclined');
    expect(codesOf(declined).filter((code) => /repeatedKeys|notAKey/.test(code))).toEqual([]);
    const keyless = await planOf('接收日期,产品型号\n2025-03-01,K\n2025-03-02,K\n', { events: true });
    expect(codesOf(keyless)).toContain('ask noEvents');
    const told = await planOf(text, { events: true });
    expect(told.events).toBeDefined();
    expect(codesOf(told)).toContain('note eventsTaken');
    expect(codesOf(told)).not.toContain('ask eventLog');
  });

  it.each([
    [
      'lines of an order',
      (n: number, step: number) => [`TS${n}`, `状态${step}`, `2025-03-${10 + (n % 18)} 10:00`, '张三', 'KS-17W'],
    ],
    [
      'times that go back and forth',
      (n: number, step: number) => [
        `TS${n}`,
        STATES[step] ?? '',
        `2025-03-${10 + ((n * 7 + step * 5) % 18)} 10:00`,
        '张三',
        'K',
      ],
    ],
    ['a course without a state', (n: number, _: number, at: string) => [`TS${n}`, '已受理', at, '张三', 'KS-17W']],
  ])('not %s', async (_, write) => {
    const plan = await planOf([HEADER, ...log(120, write)].join('\n'));
    expect(plan.events).toBeUndefined();
    expect(codesOf(plan)).toEqual(expect.arrayContaining([expect.stringMatching(/^ask (notAKey|repeatedKeys)$/)]));
  });

  test('not a file in which few numbers occur again: there the last one counts', async () => {
    const once = Array.from({ length: 100 }, (_, n) => chinese(n, 0, `2025-03-01 0${n % 10}:00`).join(','));
    const plan = await planOf([HEADER, ...once, chinese(5, 1, '2025-03-02 10:00').join(',')].join('\n'));
    expect(plan.events).toBeUndefined();
    expect(plan.scan.superseded).toEqual([6]);
    expect(codesOf(plan)).toContain('note keyRepeats');
  });

  test.skipIf(!hasRealFiles)('tickets of a help desk by event', async () => {
    const plan = await planOf(realFile('other/helpdesk.csv'));
    expect(plan.events).toMatchObject({ activity: 1, time: { index: 2 }, newestFirst: false });
    expect(plan.scan.keys).toBe(3804);
  });
});

interface Event {
  readonly no: string | null;
  readonly at: number | null;
  readonly activity: string | null;
}

describe('the events of a stage', () => {
  let db: NodeDuckDB;
  beforeAll(async () => {
    db = await nodeDuckDB();
  }, 60_000);
  afterAll(() => db.close());

  const event = fc.record({
    no: fc.option(fc.constantFrom('A', 'B', 'C', "D'"), { freq: 8 }),
    at: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 6 }),
    activity: fc.option(fc.constantFrom('open', 'work', "it's done"), { freq: 6 }),
  });
  const TIME = { shapes: [], ambiguous: 0 };
  const stamp = (at: number | null) => (at === null ? null : `2025-03-01 ${String(at).padStart(2, '0')}:00:00`);
  const sql = (value: string | null) => (value === null ? 'NULL' : literal(value));

  /** What a plain reading of the rules gives: the last event of each complaint, and what its course tells. */
  function reference(events: readonly Event[], newestFirst: boolean) {
    const courses = new Map<string, { row: number; event: Event }[]>();
    events.forEach((one, at) => {
      const key = one.no ?? `#${at}`;
      courses.set(key, [...(courses.get(key) ?? []), { row: at + 1, event: one }]);
    });
    return [...courses.values()]
      .map((course) => {
        const ordered = course.toSorted(
          (a, b) => (a.event.at ?? -1) - (b.event.at ?? -1) || (newestFirst ? b.row - a.row : a.row - b.row),
        );
        const last = ordered.at(-1);
        const times = course.flatMap(({ event: { at } }) => at ?? []);
        const done = course.flatMap(({ event: { at, activity } }) => (activity === "it's done" ? (at ?? []) : []));
        return {
          source_row: last?.row,
          steps: ordered.map(({ row }) => row),
          received_at: times.length === 0 ? null : stamp(Math.min(...times)),
          closed_at: last?.event.activity === "it's done" && done.length > 0 ? stamp(Math.max(...done)) : null,
        };
      })
      .toSorted((a, b) => (a.source_row ?? 0) - (b.source_row ?? 0));
  }

  it('leave the last of each complaint, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 30 }), fc.boolean(), (events, newestFirst) => {
        const values = events.map(
          ({ no, at, activity }, index) =>
            `(${index + 1}, ${sql(no)}, CAST(${sql(stamp(at))} AS TIMESTAMP), ${sql(activity)}, CAST(NULL AS VARCHAR))`,
        );
        const rejected = "(99, NULL, TIMESTAMP '2025-03-01 23:00:00', NULL, 'requiredMissing')";
        db.rows(
          `CREATE OR REPLACE TABLE stage_7 AS SELECT CAST(7 AS INTEGER) AS source_file, CAST(col0 AS INTEGER) AS source_row, CAST(NULL AS VARCHAR[]) AS cell_issues, CAST(col1 AS VARCHAR) AS complaint_no, 'x' || col0 AS x_note, col2 AS event_at, CAST(col3 AS VARCHAR) AS event_activity, CAST(NULL AS VARCHAR) AS event_actor, CAST(col4 AS VARCHAR) AS reject FROM (VALUES ${[...values, rejected].join(', ')}) AS cells`,
        );
        const plan = { columns: [], events: eventPlan(newestFirst) } as unknown as FilePlan;
        for (const statement of takeEvents(7, 'stage_7', plan, ['complaint_no', 'x_note'], true)) db.rows(statement);
        const expected = reference(events, newestFirst);
        const kept = db.rows(
          "SELECT source_row, strftime(received_at, '%Y-%m-%d %H:%M:%S') AS received_at, strftime(closed_at, '%Y-%m-%d %H:%M:%S') AS closed_at, x_note FROM stage_7 ORDER BY source_row",
        );
        expect(kept).toEqual(
          expected.map(({ source_row, received_at, closed_at }) => ({
            source_row,
            received_at,
            closed_at,
            x_note: `x${source_row}`,
          })),
        );
        const steps = db.rows('SELECT source_row, event_no, is_last FROM events_7 ORDER BY source_row');
        expect(steps).toHaveLength(events.length);
        for (const { steps: rows } of expected)
          rows.forEach((row, at) => {
            expect(steps[row - 1]).toEqual({ source_row: row, event_no: at + 1, is_last: at === rows.length - 1 });
          });
      }),
      { numRuns: 40 },
    );
  });

  const eventPlan = (newestFirst: boolean): EventPlan => ({
    newestFirst,
    closing: ["it's done"],
    time: { index: 2, plan: TIME },
  });

  it('of a later file replace those that it tells again, and add columns', () => {
    db.rows(createEvents());
    const stage = (id: number, column: string, events: readonly (readonly [string, string, string])[]) =>
      db.rows(
        `CREATE OR REPLACE TABLE events_${id} AS SELECT col0 AS complaint_no, CAST(col1 AS TIMESTAMP) AS "at", col2 AS activity, CAST(NULL AS VARCHAR) AS actor, CAST(1 AS INTEGER) AS event_no, true AS is_last, CAST(${id} AS INTEGER) AS source_file, CAST(1 AS INTEGER) AS source_row, CAST(NULL AS VARCHAR[]) AS cell_issues, 'c' AS "${column}" FROM (VALUES ${events.map((cells) => `(${cells.map(literal).join(', ')})`).join(', ')}) AS cells`,
      );
    const keep = (id: number, column: string) => {
      for (const statement of keepEvents(id, [{ name: column, type: 'VARCHAR' }])) db.rows(statement);
    };
    stage(1, 'x_a', [
      ['A', '2025-03-01', 'open'],
      ['B', '2025-03-01', 'open'],
    ]);
    keep(1, 'x_a');
    stage(2, 'x_b', [
      ['A', '2025-03-01', 'open'],
      ['A', '2025-03-02', 'done'],
    ]);
    keep(2, 'x_b');
    const rows = db.rows(
      'SELECT complaint_no, activity, source_file, x_a, x_b FROM complaint_event ORDER BY source_file, complaint_no, activity DESC',
    );
    expect(rows).toEqual([
      { complaint_no: 'B', activity: 'open', source_file: 1, x_a: 'c', x_b: null },
      { complaint_no: 'A', activity: 'open', source_file: 2, x_a: null, x_b: 'c' },
      { complaint_no: 'A', activity: 'done', source_file: 2, x_a: null, x_b: 'c' },
    ]);
    expect(db.rows(complaintEvents('A')).map(({ activity }) => activity)).toEqual(['open', 'done']);
    expect(db.rows(complaintEvents("A' OR true --"))).toEqual([]);
  });
});
