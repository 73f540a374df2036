import { columnSpreads, NUMBER_STEPS, numberRanges, type Spread } from '../data/queries/column-spread';
import { columnOf } from '../domain/columns';
import { periodsBetween } from '../domain/period';
import { personKind } from '../domain/person-columns';
import type { Scope, Value } from '../domain/scope';
import { type Listed, listQuestion } from './complaints';
import { type Source, shapeOf } from './view';

/** More distinct values than this are not a few. */
const FEW = 40;
/** Columns looked at in one scan. */
const MOST = 30;
/** Steps that months are drawn in at the most. */
const MONTH_STEPS = 24;

/** How the values of a column spread over a list. Blanks count among values, but are no step of a range. */
export type ColumnSpread =
  | { readonly by: 'value'; readonly values: readonly { readonly value: Value; readonly n: number }[] }
  /** Counts in equal steps `from` … `to`: first days of months, or numbers. */
  | { readonly by: 'month'; readonly from: string; readonly to: string; readonly steps: readonly number[] }
  | { readonly by: 'number'; readonly from: number; readonly to: number; readonly steps: readonly number[] };

export interface SpreadRequest {
  readonly columns: readonly string[];
  readonly scope: Scope;
  readonly listed: Listed;
}

/** The spreads of those columns that have few values, or are times or numbers, by name; from one scan of the list. */
export async function columnSpread(
  source: Source,
  { columns, scope, listed }: SpreadRequest,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, ColumnSpread>>> {
  const kinds = columns.flatMap((column) => {
    const by = howToCount(source, column);
    return by === undefined ? [] : [{ column, by }];
  });
  const numbers = kinds.filter(({ by }) => by === 'number').map(({ column }) => column);
  const ranges = await rangesOf(source, numbers, signal);
  const spreads = kinds.slice(0, MOST).flatMap(({ column, by }): Spread[] => {
    if (by !== 'number') return [{ column, by }];
    const range = ranges.get(column);
    return range === undefined ? [] : [{ column, by, ...range }];
  });
  if (spreads.length === 0) return {};
  const sql = columnSpreads(spreads, listQuestion({ scope, listed }), shapeOf(source, 'complaint'));
  const rows = await source.run<SpreadRow>(sql, { signal });
  return Object.fromEntries(
    spreads.flatMap((spread, at) => {
      const found = read(
        spread,
        rows.filter(({ g }) => g === at),
      );
      return found === undefined ? [] : [[spread.column, found]];
    }),
  );
}

interface SpreadRow {
  readonly g: number;
  readonly key: string | null;
  readonly n: number;
}

function howToCount(source: Source, column: string): Spread['by'] | undefined {
  const { distinct } = source.facts.complaint;
  const kind = columnOf('complaint', column)?.kind;
  if (personKind(column) !== undefined) return undefined;
  if (kind === 'time') return 'month';
  if (kind === 'number' || kind === 'integer') return 'number';
  // A cell of several values is in none of them alone.
  if (shapeOf(source, 'complaint').lists.has(column)) return undefined;
  return (distinct[column] ?? Number.POSITIVE_INFINITY) <= FEW ? 'value' : undefined;
}

/** Where the numbers of each column lie; those that are all the same have no range. */
async function rangesOf(source: Source, columns: readonly string[], signal?: AbortSignal) {
  const ranges = new Map<string, { readonly low: number; readonly high: number }>();
  if (columns.length === 0) return ranges;
  const [row] = await source.run<Record<string, number | null>>(numberRanges(columns), { signal });
  columns.forEach((column, at) => {
    const [low, high] = [row?.[`low${at}`], row?.[`high${at}`]];
    if (typeof low === 'number' && typeof high === 'number' && high > low) ranges.set(column, { low, high });
  });
  return ranges;
}

function read(spread: Spread, rows: readonly SpreadRow[]): ColumnSpread | undefined {
  if (rows.length === 0) return undefined;
  if (spread.by === 'value') {
    const values = rows
      .map(({ key, n }) => ({ value: key, n }))
      .sort((a, b) => b.n - a.n || (a.value ?? '\uffff').localeCompare(b.value ?? '\uffff'));
    return { by: 'value', values };
  }
  const counts = new Map(rows.flatMap(({ key, n }) => (key === null ? [] : [[key, n] as const])));
  if (counts.size === 0) return undefined;
  if (spread.by === 'number') {
    const steps = Array.from({ length: NUMBER_STEPS }, (_, at) => counts.get(String(at)) ?? 0);
    return { by: 'number', from: spread.low, to: spread.high, steps };
  }
  const [from, to] = [[...counts.keys()].sort()[0] ?? '', [...counts.keys()].sort().at(-1) ?? ''];
  return { by: 'month', from, to, steps: monthSteps(from, to, counts) };
}

/** Counts of all months from one to another, several to a step where there are many. */
function monthSteps(from: string, to: string, counts: ReadonlyMap<string, number>): number[] {
  const months = periodsBetween('month', from, to);
  const each = Math.ceil(months.length / MONTH_STEPS);
  const steps = new Array<number>(Math.ceil(months.length / each)).fill(0);
  months.forEach((month, at) => {
    const step = Math.floor(at / each);
    steps[step] = (steps[step] ?? 0) + (counts.get(month) ?? 0);
  });
  return steps;
}
