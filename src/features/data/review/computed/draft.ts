import { type ComputedProblem, type ReadComputed, readComputed } from '../../../../data/ingest/meaning/computed';
import type { ComputedColumn, FilePlan } from '../../../../data/ingest/plan';
import { columnOf, EXTRA_PREFIX, SCHEMAS } from '../../../../domain/columns';

/** A computed column while it is being written. */
export interface Draft extends ComputedColumn {
  /** What it becomes; an extra column is named after it when it is taken. */
  readonly target: string | null;
}

export const EMPTY_DRAFT: Draft = { name: '', expression: '', target: EXTRA_PREFIX };

/** What the draft comes to over a file, or what is wrong with it. */
export function readDraft(
  { columns }: Pick<FilePlan, 'columns'>,
  draft: Draft,
  before: string | undefined,
): ReadComputed | ComputedProblem {
  const own = columns.filter(({ computed }) => computed === undefined).map(({ source }) => source);
  const others = columns.filter(({ computed, source }) => computed !== undefined && source !== before);
  const read = readComputed(draft, own, own.length);
  if (!('code' in read) && others.some(({ source }) => source === read.source)) return { code: 'nameTaken' };
  return read;
}

/** A column as an expression names it. */
export function named(source: string): string {
  return `[${source.replaceAll(']', ']]')}]`;
}

const DAY = /^\s*(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*(?:00:00(?::00)?)?\s*$/;
const CLOCK = /^\s*\d{1,2}\s*[:：时時点點]\s*\d{1,2}/;

/** Date and time of day in two columns, which most registers mean as one: the expression that joins them. */
export function joinedTimes({
  dataset,
  columns,
  preview,
}: FilePlan): (Draft & { parts: [string, string] }) | undefined {
  const own = columns.filter(({ computed }) => computed === undefined);
  const allAre = (index: number, pattern: RegExp) => {
    const cells = preview.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
    return cells.length > 0 && cells.every((cell) => pattern.test(cell));
  };
  const clock = own.find(({ index }) => allAre(index, CLOCK));
  const days = own.filter(({ index }) => allAre(index, DAY));
  // The date beside the clock is the one that it belongs to.
  const day = clock && days.toSorted((a, b) => Math.abs(a.index - clock.index) - Math.abs(b.index - clock.index))[0];
  const used = columns.some(({ computed }) => clock !== undefined && computed?.includes(named(clock.source)));
  if (clock === undefined || day === undefined || used) return undefined;
  // Programs write a midnight behind dates that have no time.
  const timed = preview.some((row) => (row[day.index] ?? '').trim().includes(' '));
  const date = timed ? `part(${named(day.source)}, ' ', 1)` : named(day.source);
  const target = columnOf(dataset, day.target ?? '')?.kind === 'time' ? day.target : SCHEMAS[dataset].time;
  return {
    name: `${day.source} ${clock.source}`,
    expression: `concat(${date}, ' ', ${named(clock.source)})`,
    target,
    parts: [day.source, clock.source],
  };
}
