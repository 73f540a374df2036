import { columnOf } from '../../../domain/columns';
import type { ColumnPlan, ColumnProfile, EventPlan, ImportOptions, Problem, Scan } from '../plan';
import { type EventColumns, eventColumns } from './event-log';
import { extraName } from './extra-names';
import { problem, timeProblems } from './problems';
import type { MappingProposal } from './recognise';
import { planTime } from './times';
import { codeOf } from './value-synonyms';

/** States in which nothing is left to do. */
const CLOSING: ReadonlySet<string> = new Set(['resolved', 'closed', 'rejected', 'cancelled']);
/**
 * What is asked of other files and is settled in an event log: keys repeat, its first event is when the complaint came, and only complaints
 * have a course, whatever little their columns say.
 */
const SETTLED: ReadonlySet<string> = new Set([
  'repeatedKeys',
  'notAKey',
  'keyRepeats',
  'noReceivedAt',
  'unknownDataset',
]);

/** An event log on its way to the plan. */
export interface EventProposal extends EventColumns {
  readonly key: number;
}

/**
 * The event log that a file of complaints is, if it is one: told so, or with numbers that repeat too often to be replacements of each other
 * and records that tell a course (see `eventColumns`).
 * @param key source column of the complaint's number
 * @param firstRecords asked for only where the numbers repeat
 */
export function proposeEvents(
  { dataset, columns }: MappingProposal,
  key: number | undefined,
  { superseded, repeatedKeys = 0 }: Scan,
  { events }: ImportOptions,
  firstRecords: () => readonly (readonly string[])[],
): EventProposal | undefined {
  if (dataset !== 'complaint' || key === undefined || events === false) return undefined;
  const repeats = superseded === undefined && repeatedKeys > 0;
  if (!repeats && events !== true) return undefined;
  const found = eventColumns(firstRecords(), key, columns, events === true);
  return found && { key, ...found };
}

/** The time of an event is none of the complaint's: unless the user says otherwise it stays as the file calls it. */
export function withoutEventTime(proposal: MappingProposal, { time }: EventProposal): MappingProposal {
  const taken = new Set<string>();
  const columns = proposal.columns.map((column) => {
    const moved = column.index === time && columnOf(proposal.dataset, column.target) !== undefined;
    return moved ? { ...column, target: extraName(column.source, taken) } : column;
  });
  return { ...proposal, columns };
}

/** How the events are read, once the whole file was looked at, and what the user should know of it. */
export function planEvents(
  { time, activity, actor, newestFirst, key }: EventProposal,
  columns: readonly ColumnPlan[],
  { profiles, counted, records, rejected, keys = 0 }: Scan,
  { dateOrder, events }: ImportOptions,
): { events: EventPlan; problems: Problem[] } {
  const profileOf = (index: number | undefined) =>
    [...profiles, ...counted].find((profile) => profile.index === index) as ColumnProfile | undefined;
  const sourceOf = (index: number | undefined) => columns.find((column) => column.index === index)?.source ?? '';
  const profile = profileOf(time);
  const witnesses = columns.filter(({ index }) => index !== time).flatMap((column) => column.time ?? []);
  const plan = profile && planTime(profile, witnesses, dateOrder);
  const status = columnOf('complaint', 'status');
  const words = profileOf(activity)?.values?.map(({ value }) => value) ?? [];
  const asTime = columns.some(
    ({ index, target }) => index === time && columnOf('complaint', target ?? '') !== undefined,
  );
  return {
    events: {
      newestFirst,
      closing: status === undefined ? [] : words.filter((word) => CLOSING.has(codeOf(status, word) ?? '')),
      ...(time !== undefined && plan !== undefined && { time: { index: time, plan } }),
      ...(activity !== undefined && { activity }),
      ...(actor !== undefined && { actor }),
    },
    problems: [
      events === true
        ? problem('note', 'eventsTaken', { events: records - rejected, cases: keys, column: sourceOf(key) })
        : problem('ask', 'eventLog', {
            events: records - rejected,
            cases: keys,
            column: sourceOf(key),
            time: sourceOf(time),
            activity: sourceOf(activity),
          }),
      ...(profile === undefined || plan === undefined || asTime ? [] : timeProblems(sourceOf(time), plan, profile)),
    ],
  };
}

/** Whether a question is settled by the file's being an event log, or by the user's saying that it is none. */
export function isSettledByEvents({ code }: Problem, isLog: boolean, { events }: ImportOptions): boolean {
  return isLog ? SETTLED.has(code) : events === false && code === 'repeatedKeys';
}
