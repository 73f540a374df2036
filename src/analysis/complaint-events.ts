import { complaintEvents } from '../data/queries/complaint-events';
import { EVENT_OWN } from '../data/schema/events';
import type { Source } from './view';

/** What one column said before an event and says from then on; null = blank. */
export interface EventChange {
  readonly column: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Something that happened to a complaint, as an event log tells it. */
export interface ComplaintEvent {
  /** ISO text without zone; null where the log does not say when. */
  readonly at: string | null;
  readonly activity: string | null;
  readonly actor: string | null;
  readonly sourceFile: number;
  readonly sourceRow: number;
  /** What else changed against the event before it. */
  readonly changes: readonly EventChange[];
}

type EventRow = Readonly<Record<string, unknown>>;

/** Which events are asked for. */
export interface EventQuestion {
  readonly complaintNo: string;
  /** Columns that only repeat who, what and when: their changes are not told. */
  readonly repeating: readonly string[];
}

/** The events of a complaint in their order; none where it did not come in an event log. */
export async function eventsOfComplaint(
  source: Source,
  { complaintNo, repeating }: EventQuestion,
  signal?: AbortSignal,
): Promise<ComplaintEvent[]> {
  const rows = await source.run<EventRow>(complaintEvents(complaintNo), { signal });
  const left = new Set<string>([...EVENT_OWN.map(({ name }) => name), ...repeating]);
  return rows.map((row, at) => ({
    at: textOf(row.at),
    activity: textOf(row.activity),
    actor: textOf(row.actor),
    sourceFile: Number(row.source_file),
    sourceRow: Number(row.source_row),
    changes: changesBetween(rows[at - 1], row).filter(({ column }) => !left.has(column)),
  }));
}

/** Columns with another value than before; lists stand beside their first value, which tells. */
function changesBetween(before: EventRow | undefined, after: EventRow): EventChange[] {
  if (before === undefined) return [];
  return Object.keys(after).flatMap((column) => {
    const [from, to] = [before[column] ?? null, after[column] ?? null];
    const same = Array.isArray(from) || Array.isArray(to) || from === to;
    return same ? [] : [{ column, from, to }];
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
