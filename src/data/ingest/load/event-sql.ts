import { columnOf } from '../../../domain/columns';
import { EVENT_OWN, EVENTS } from '../../schema/events';
import { identifier, literal, SQL_TYPES } from '../../schema/sql';
import type { EventPlan, FilePlan } from '../plan';
import { textExpression } from './cell-text-sql';
import type { Part } from './parts-sql';
import { timeExpression } from './time-sql';

/** Columns of a stage that holds events, until they are taken out of it. */
const AT = 'event_at';
const ACTIVITY = 'event_activity';
const ACTOR = 'event_actor';
const STAGED = [AT, ACTIVITY, ACTOR];

/** What the records of an event log say of themselves, beside what they say of their complaint: columns of their stage. */
export function eventExpressions({ events }: Pick<FilePlan, 'events'>): { name: string; sql: string }[] {
  if (events === undefined) return [];
  const cell = (index: number) => identifier(`c${index}`);
  const text = (index: number | undefined) =>
    index === undefined ? 'CAST(NULL AS VARCHAR)' : textExpression(cell(index), 'category');
  const { time } = events;
  return [
    { name: AT, sql: time === undefined ? 'CAST(NULL AS TIMESTAMP)' : timeExpression(cell(time.index), time.plan) },
    { name: ACTIVITY, sql: text(events.activity) },
    { name: ACTOR, sql: text(events.actor) },
  ];
}

/** Table of the events of one file, shaped as `complaint_event`. */
function eventsTable(importId: number): string {
  return `events_${importId}`;
}

/** Columns that the complaints of an event log have once their events are taken out. */
function caseColumns({ events, columns: planned }: FilePlan, columns: readonly string[]): string[] {
  const { received, closed } = derivedTimes(planned, columns, events);
  const more = [received, closed].filter((name) => name !== undefined && !columns.includes(name)) as string[];
  return [...columns, ...more];
}

/**
 * Statements that take the events out of a stage: each usable record into `events_<id>`, numbered within its complaint, and only the last of
 * each complaint left in the stage, with the times that only the whole course tells. A record without a number is a complaint of its own.
 * @param sorted the complaints are put into time order
 */
export function takeEvents(
  importId: number,
  stage: string,
  plan: FilePlan,
  columns: readonly string[],
  sorted: boolean,
): string[] {
  const { events, columns: planned } = plan;
  if (events === undefined) return [];
  const { received, closed } = derivedTimes(planned, columns, events);
  const cells = columns
    .filter((name) => name !== 'complaint_no')
    .map((name) => `${asStored(name)} AS ${identifier(name)}`);
  const derived = [
    ...(received === undefined ? [] : [['received_at', 'first_at'] as const]),
    ...(closed === undefined ? [] : [['closed_at', 'last_at'] as const]),
  ];
  const replaced = derived.filter(([name]) => columns.includes(name)).map(([name, sql]) => `${sql} AS ${name}`);
  const added = derived.filter(([name]) => !columns.includes(name)).map(([name, sql]) => `, ${sql} AS ${name}`);
  const replacing = replaced.length === 0 ? '' : ` REPLACE (${replaced.join(', ')})`;
  const time = received !== undefined || columns.includes('received_at') ? 'received_at, ' : '';
  return [
    `CREATE OR REPLACE TEMP TABLE event_order AS ${eventOrder(stage, events)}`,
    `CREATE OR REPLACE TABLE ${eventsTable(importId)} AS SELECT ${[
      'complaint_no',
      `${AT} AS "at"`,
      `${ACTIVITY} AS activity`,
      `${ACTOR} AS actor`,
      'CAST(event_no AS INTEGER) AS event_no',
      'event_no = n AS is_last',
      'source_file',
      'source_row',
      'cell_issues',
      ...cells,
    ].join(', ')} FROM ${stage} JOIN event_order USING (source_row)`,
    `CREATE OR REPLACE TABLE ${stage} AS SELECT ${stage}.* EXCLUDE (${STAGED.join(', ')})${replacing}${added.join('')} FROM ${stage} JOIN event_order USING (source_row) WHERE event_no = n${sorted ? ` ORDER BY ${time}source_row` : ''}`,
    'DROP TABLE event_order',
  ];
}

/**
 * SQL of the place of each usable record (`source_row`) in the course of its complaint: `event_no` of `n`, and the times of the first event
 * and of the last closing one, where the course ends closed.
 */
function eventOrder(stage: string, { newestFirst, closing }: EventPlan): string {
  const alone = 'CASE WHEN complaint_no IS NULL THEN source_row END';
  const inOrder = `PARTITION BY complaint_no, ${alone} ORDER BY ${AT} NULLS FIRST, source_row ${newestFirst ? 'DESC' : 'ASC'}`;
  const ended = `${ACTIVITY} IN (${closing.map(literal).join(', ')})`;
  const closedAt =
    closing.length === 0
      ? 'CAST(NULL AS TIMESTAMP)'
      : `CASE WHEN last_value(${ended}) OVER course THEN max(CASE WHEN ${ended} THEN ${AT} END) OVER course END`;
  return (
    `SELECT source_row, row_number() OVER (${inOrder}) AS event_no, count(*) OVER course AS n, min(${AT}) OVER course AS first_at, ${closedAt} AS last_at ` +
    `FROM ${stage} WHERE reject IS NULL WINDOW course AS (${inOrder} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`
  );
}

/** Codes of one file mean nothing beside those of another: events hold the words. */
function asStored(name: string): string {
  const column = columnOf('complaint', name);
  const list = column === undefined && !name.startsWith('x_');
  return list || (column !== undefined && SQL_TYPES[column.kind] !== 'VARCHAR')
    ? identifier(name)
    : `CAST(${identifier(name)} AS VARCHAR)`;
}

/** The first event is when a complaint came, and the closing one when it was closed, unless the log has columns that say so. */
function derivedTimes(
  planned: FilePlan['columns'],
  columns: readonly string[],
  events: EventPlan | undefined,
): { received?: 'received_at'; closed?: 'closed_at' } {
  if (events?.time === undefined) return {};
  const source = planned.find(({ target }) => target === 'received_at')?.index;
  return {
    ...((!columns.includes('received_at') || source === events.time.index) && { received: 'received_at' }),
    ...(!columns.includes('closed_at') && events.closing.length > 0 && { closed: 'closed_at' }),
  };
}

/** One row a column of a file's events (`name`, `type`). */
export function eventColumnsOf(importId: number): string {
  return `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = ${literal(eventsTable(importId))} ORDER BY column_index`;
}

/**
 * Statements that put the events of a file with those of the files before it; what a later file tells again replaces what an earlier one told.
 * @param columns as `eventColumnsOf` gives them
 */
export function keepEvents(importId: number, columns: readonly Record<string, unknown>[]): string[] {
  const own = new Set<string>(EVENT_OWN.map(({ name }) => name));
  const from = eventsTable(importId);
  return [
    ...columns
      .filter(({ name }) => !own.has(String(name)))
      .map(({ name, type }) => `ALTER TABLE ${EVENTS} ADD COLUMN IF NOT EXISTS ${identifier(String(name))} ${type}`),
    `DELETE FROM ${EVENTS} WHERE source_file <> ${importId} AND EXISTS (SELECT 1 FROM ${from} AS again WHERE again.complaint_no = ${EVENTS}.complaint_no AND again."at" IS NOT DISTINCT FROM ${EVENTS}."at" AND again.activity IS NOT DISTINCT FROM ${EVENTS}.activity)`,
    `INSERT INTO ${EVENTS} BY NAME SELECT * FROM ${from} ORDER BY complaint_no, event_no`,
  ];
}

/**
 * Statements by which the complaints of later files come when their first event came in an earlier one, where events tell it: a log of April
 * goes on with what began in March. They stay in time order. A record that was put right is only one more event of its complaint, which stays
 * as it is where its course had gone on already.
 * @param stages in the order of their import
 * @param corrections numbers of the imports that put records right
 * @param afresh the events that are stored go with what they are part of
 */
export function earlierStarts(
  stages: readonly {
    readonly importId: number;
    readonly cases?: number;
    readonly part: Part;
    readonly begins?: true;
  }[],
  corrections: ReadonlySet<number>,
  afresh: boolean,
): string[] {
  const logs = stages.filter(({ cases }) => cases !== undefined);
  return logs.flatMap(({ importId, part: { table }, begins }, at) => {
    const before = [...(afresh ? [] : [EVENTS]), ...logs.slice(0, at).map(({ importId }) => eventsTable(importId))];
    if (before.length === 0) return [];
    const events = before.map((name) => `SELECT complaint_no, "at" FROM ${name}`).join(' UNION ALL ');
    const earlier = `(SELECT complaint_no, min("at") AS first_at, max("at") AS last_at FROM (${events}) GROUP BY complaint_no) AS earlier`;
    return [
      ...(corrections.has(importId) ? leaveOvertaken(table, eventsTable(importId), earlier) : []),
      ...(begins === undefined
        ? []
        : [
            `CREATE OR REPLACE TABLE ${table} AS SELECT ${table}.* REPLACE (least(${table}.received_at, earlier.first_at) AS received_at) FROM ${table} LEFT JOIN ${earlier} USING (complaint_no) ORDER BY received_at, source_row`,
          ]),
    ];
  });
}

/** Leaves out complaints of a stage whose course had gone on, or may have, where no time tells: what is stored of them says more. */
function leaveOvertaken(table: string, own: string, earlier: string): string[] {
  return [
    `DELETE FROM ${table} WHERE source_row IN (SELECT source_row FROM ${own} JOIN ${earlier} USING (complaint_no) WHERE is_last AND coalesce(earlier.last_at > "at", true))`,
    `UPDATE ${own} SET is_last = false WHERE source_row NOT IN (SELECT source_row FROM ${table})`,
  ];
}

/** Whether complaints of a log come with their first event: no column of it says when they came. */
export function beginsWithEvents(plan: FilePlan, columns: readonly string[]): boolean {
  return derivedTimes(plan.columns, columns, plan.events).received !== undefined;
}

/** The stage of an event log once its events are taken out. */
export function casePart(part: Part, plan: FilePlan): Part {
  return { ...part, columns: caseColumns(plan, part.columns) };
}
