import { CODING_DISMISSED } from '../data/coding/kinds';
import type { Decisions } from '../data/decisions';
import {
  type CodingRow,
  countRules,
  countWaiting,
  namesInUse,
  type Queue,
  rowsOfIds,
  uncodedTexts,
  waitingRows,
} from '../data/queries/coding-rows';
import { complaintKey } from '../data/queries/complaint-lookup';
import { type Candidate, candidatesOf } from '../domain/coding-candidates';
import type { Source } from './view';

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

/** How many complaints wait for a name. */
export async function waitingCounts(source: Source, signal?: AbortSignal): Promise<Waiting> {
  const [row] = await source.run<Waiting & { n: number }>(countWaiting(), { signal });
  return row ?? { uncoded: 0, disagree: 0, n: 0 };
}

/** The next complaints of a queue, the latest first. */
export async function waitingItems(
  source: Source,
  { queue, columns, before, most }: { queue: Queue; columns: readonly string[]; before?: number; most: number },
  signal?: AbortSignal,
): Promise<CodingItem[]> {
  const sql = waitingRows(queue, source.facts.complaint.stored, columns, before ?? 2 ** 31, most);
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
/** Texts that candidates are looked for in. */
const SAMPLED = 5000;
const CANDIDATES = 40;

/** Groups of words that could become rules, less those that somebody dismissed. */
export async function candidates(
  source: Source & { readonly decisions: Decisions },
  columns: readonly string[],
  signal?: AbortSignal,
): Promise<Candidate[]> {
  const sql = uncodedTexts(source.facts.complaint.stored, columns, SAMPLED);
  const texts = (await source.run<{ text: string }>(sql, { signal })).map(({ text }) => text);
  const dismissed = new Set(await source.decisions.read(CODING_DISMISSED));
  return candidatesOf(texts, CANDIDATES + dismissed.size)
    .filter(({ words }) => !dismissed.has(words.join(' ')))
    .slice(0, CANDIDATES);
}

function item(row: CodingRow): CodingItem {
  return { ...row, key: complaintKey(row as unknown as Record<string, unknown>) };
}
