import {
  type CodingRow,
  countRules,
  countWaiting,
  namesInUse,
  type Queue,
  rowsOfIds,
  waitingRows,
} from '../data/queries/coding-rows';
import { complaintKey } from '../data/queries/complaint-lookup';
import { measureCondition } from '../data/queries/measure-sql';
import { scopeSql } from '../data/queries/scope-sql';
import { ORIGINALS } from '../data/schema/coding-columns';
import type { MeasureId } from '../domain/measure';
import type { Scope } from '../domain/scope';
import { type Source, shapeOf } from './view';

/** A complaint as the coding screen shows it. */
export interface CodingItem extends CodingRow {
  /** Names it across imports. */
  readonly key: string;
}

export interface Waiting {
  readonly uncoded: number;
  readonly disagree: number;
  readonly n: number;
}

/**
 * How many complaints of a scope wait for a name of their failure. The one definition of the share that is not coded, on the coding screen
 * and, over what their measure counts, under every figure of failures: a complaint counts when it has a failure to be named, and what the scope says
 * about the failure is left aside, because one without a name could be any.
 */
export async function waitingCounts(source: Source, scope: Scope, signal?: AbortSignal): Promise<Waiting> {
  const [row] = await source.run<Waiting>(countWaiting(conditionOf(source, scope)), { signal });
  return row ?? { uncoded: 0, disagree: 0, n: 0 };
}

/** The same of the complaints that a measure counts, and without those on which rules disagree: what figures of failures print. */
export async function uncodedCount(
  source: Source,
  { scope, measure }: { readonly scope: Scope; readonly measure: MeasureId },
  signal?: AbortSignal,
): Promise<Pick<Waiting, 'uncoded' | 'n'>> {
  const condition = `(${conditionOf(source, scope)}) AND ${measureCondition(measure)}`;
  const [row] = await source.run<Pick<Waiting, 'uncoded' | 'n'>>(countWaiting(condition, ['uncoded']), { signal });
  return row ?? { uncoded: 0, n: 0 };
}

function conditionOf(source: Source, scope: Scope): string {
  const rest = scope.filter(({ field }) => !isAboutFailure(field));
  return scopeSql(rest, 'complaint', shapeOf(source, 'complaint'));
}

/** Whether a column says what failed: it is blank where nobody has named the failure. */
export function isAboutFailure(field: string): boolean {
  return ORIGINALS.some((name) => name === field);
}

interface QueueQuestion {
  readonly queue: Queue;
  readonly scope: Scope;
  /** Whose text is shown. */
  readonly columns: readonly string[];
  /** Row id that the last page ended with. */
  readonly before?: number;
  readonly most: number;
}

/** The next complaints of a queue in a scope, the latest first. */
export async function waitingItems(
  source: Source,
  { queue, scope, columns, before = 2 ** 31, most }: QueueQuestion,
  signal?: AbortSignal,
): Promise<CodingItem[]> {
  const page = { condition: conditionOf(source, scope), before, most };
  const sql = waitingRows(queue, source.facts.complaint.stored, columns, page);
  return (await source.run<CodingRow>(sql, { signal })).map(item);
}

/** Complaints by their row ids. */
export async function codingItems(
  source: Source,
  { ids, columns }: { ids: readonly number[]; columns: readonly string[] },
  signal?: AbortSignal,
): Promise<CodingItem[]> {
  if (ids.length === 0) return [];
  return (await source.run<CodingRow>(rowsOfIds(source.facts.complaint.stored, columns, ids), { signal })).map(item);
}

/** How many complaints each rule codes at present, by rule id. */
export async function ruleCounts(source: Source, signal?: AbortSignal): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { rules, n } of await source.run<{ rules: string; n: number }>(countRules(), { signal })) {
    const [first = ''] = rules.split(',');
    counts[first] = (counts[first] ?? 0) + n;
  }
  return counts;
}

export interface NamesInUse {
  readonly modes: readonly string[];
  readonly parts: readonly string[];
}

/** Names of failures and parts that the data have, the most frequent first. */
export async function namesOf(source: Source, signal?: AbortSignal): Promise<NamesInUse> {
  const rows = await source.run<{ field: string; value: string; n: number }>(namesInUse(), { signal });
  const names = (field: string) =>
    rows
      .filter((row) => row.field === field)
      .sort((a, b) => b.n - a.n)
      .map(({ value }) => value)
      .slice(0, MOST_NAMES);
  return { modes: names('failure_mode'), parts: names('failure_part') };
}

const MOST_NAMES = 2000;

function item(row: CodingRow): CodingItem {
  return { ...row, key: complaintKey(row as unknown as Record<string, unknown>) };
}
