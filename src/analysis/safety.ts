import { rowsById } from '../data/queries/complaint-pages';
import { PROSE, rowsInScope, SEPARATOR, safetyItems, sharedCounts } from '../data/queries/safety';
import type { Scope } from '../domain/scope';
import { type RetiredWord, type WordReader, wordReader } from '../domain/sentinel';
import type { ComplaintRow } from './complaints';
import { type FreshProblem, freshProblems } from './safety-problems';
import { asOf, type Source, shapeOf } from './view';

/** Items listed at most: a list that nobody can work through comes from a word that is too wide, and the screen says so. */
const MOST_ITEMS = 50_000;

export interface SafetyQuestion {
  readonly words: readonly string[];
  readonly retired: readonly RetiredWord[];
  /** Number of each import → fingerprint of its file, which names the complaints that have no number. */
  readonly hashes: Readonly<Record<number, string>>;
}

export interface SafetyItem {
  /** Names the complaint through re-imports and rebuilds. */
  readonly key: string;
  readonly rowId: number;
  /** Null where the files give none. */
  readonly number: string | null;
  readonly sourceFile: number;
  readonly sourceRow: number;
  readonly receivedAt: string | null;
  /** Days from receipt to the data's as-of date. */
  readonly age: number | null;
  readonly model: string | null;
  readonly batch: string | null;
  readonly region: string | null;
  readonly failure: string | null;
  readonly severity: string | null;
  /** The file says that safety is at stake. */
  readonly flagged: boolean;
  readonly critical: boolean;
  /** Words of the list that the texts say, and those that they only deny. */
  readonly words: readonly string[];
  readonly denied: readonly string[];
}

export interface SafetyAnswer {
  /** What the rule names, oldest first. */
  readonly items: readonly SafetyItem[];
  /** Complaints that name a safety word only to deny it. */
  readonly denials: readonly SafetyItem[];
  /** Problems that were not there before, the latest first; none while the data do not reach far enough back to tell. */
  readonly fresh: readonly FreshProblem[];
  /** There are more than are listed. */
  readonly more: boolean;
  readonly asOf?: string;
  readonly sql: readonly string[];
}

interface ItemRow {
  readonly row_id: number;
  readonly complaint_no: string | null;
  readonly source_file: number;
  readonly source_row: number;
  readonly received_at: string | null;
  readonly model: string | null;
  readonly batch_no: string | null;
  readonly region: string | null;
  readonly failure_mode: string | null;
  readonly severity: string | null;
  readonly flagged: boolean;
  readonly critical: boolean;
  readonly said: string | null;
  readonly meant: string | null;
}

/** Every complaint that the sentinel rule names, whatever the filters, and those that only deny a word. */
export async function safetyWatch(
  source: Source,
  question: SafetyQuestion,
  signal?: AbortSignal,
): Promise<SafetyAnswer> {
  const sql = safetyItems(question, shapeOf(source, 'complaint'), MOST_ITEMS + 1);
  const rows = await source.run<ItemRow>(sql, { signal });
  const reader = wordReader([...question.words, ...question.retired.map(({ word }) => word)]);
  const end = asOf(source);
  const all = rows.slice(0, MOST_ITEMS).map((row) => itemOf(row, question, reader, end));
  const items = all.filter(isItem);
  const more = rows.length > MOST_ITEMS;
  return {
    items,
    denials: all.filter((item) => !isItem(item) && item.denied.length > 0),
    fresh: more ? [] : freshProblems(items, source.facts.complaint.first, end),
    more,
    asOf: end,
    sql: [sql],
  };
}

/** Row ids of those items that are in a scope. The items themselves do not hang on it, so that a filter costs no search of the texts. */
export async function safetyInScope(
  source: Source,
  items: readonly SafetyItem[],
  scope: Scope,
  signal?: AbortSignal,
): Promise<ReadonlySet<number>> {
  const ids = items.map(({ rowId }) => rowId);
  if (scope.length === 0 || ids.length === 0) return new Set(ids);
  return new Set(await source.integers(rowsInScope(ids, scope, shapeOf(source, 'complaint')), { signal }));
}

/** Codes of why an item is one: `flag`, `critical`, and its words. */
export function reasonsOf({ flagged, critical, words }: SafetyItem): string[] {
  return [...(flagged ? [FLAG] : []), ...(critical ? [CRITICAL] : []), ...words];
}

/** No word can be one of these, since words have no colon. */
export const FLAG = ':flag';
export const CRITICAL = ':critical';

function isItem({ flagged, critical, words }: SafetyItem): boolean {
  return flagged || critical || words.length > 0;
}

function itemOf(row: ItemRow, question: SafetyQuestion, reader: WordReader, end: string | undefined): SafetyItem {
  const received = row.received_at;
  const active = new Set(question.words);
  const before = new Map(question.retired.map(({ word, before }) => [word, before]));
  const counts = (word: string) => {
    const until = before.get(word);
    return active.has(word) || (until !== undefined && (received === null || received.slice(0, 10) < until));
  };
  const wordsIn = (found: string | null) => {
    const said = new Set((found ?? '').split(SEPARATOR).flatMap((text) => (text === '' ? [] : reader.wordsOf(text))));
    return reader.words.filter((word) => said.has(word));
  };
  const words = wordsIn(row.meant).filter(counts);
  return {
    key: keyOf(row, question.hashes),
    rowId: row.row_id,
    number: row.complaint_no === '' ? null : row.complaint_no,
    sourceFile: row.source_file,
    sourceRow: row.source_row,
    receivedAt: received,
    age: received === null || end === undefined ? null : daysBetween(received, end),
    model: row.model,
    batch: row.batch_no,
    region: row.region,
    failure: row.failure_mode,
    severity: row.severity,
    flagged: row.flagged,
    critical: row.critical,
    words,
    denied: wordsIn(row.said).filter((word) => counts(word) && !words.includes(word)),
  };
}

/** The number, which a re-import keeps, or for want of one the file by its fingerprint, and the record in it. */
function keyOf(row: ItemRow, hashes: SafetyQuestion['hashes']): string {
  if (row.complaint_no !== null && row.complaint_no !== '') return `no:${row.complaint_no}`;
  return `at:${(hashes[row.source_file] ?? String(row.source_file)).slice(0, 16)}:${row.source_row}`;
}

function daysBetween(from: string, to: string): number {
  const day = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  return Math.max(0, Math.round((day(to) - day(from)) / 86_400_000));
}

/** What an item's complaint says, and how many tickets share something with it, itself included. */
export interface SafetyTexts {
  /** Column → text, of those that say something. */
  readonly texts: readonly { readonly column: string; readonly text: string }[];
  readonly sameBatch: number | null;
  readonly sameFailure: number | null;
}

/** Texts and company of some items, by row id. */
export async function safetyTexts(
  source: Source,
  items: readonly SafetyItem[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, SafetyTexts>> {
  if (items.length === 0) return new Map();
  const shape = shapeOf(source, 'complaint');
  const lists = shape.lists.has('failure_mode') ? ['failure_modes'] : [];
  const ids = Int32Array.from(items, ({ rowId }) => rowId);
  const shared = sharedCounts(
    {
      batches: distinct(items.flatMap(({ batch }) => batch ?? [])),
      failures: items.flatMap(({ model, failure }) =>
        model === null || failure === null ? [] : [{ model, mode: failure }],
      ),
    },
    shape,
  );
  const [rows, counts] = await Promise.all([
    source.run<ComplaintRow>(rowsById([...PROSE, ...lists], ids), { signal }),
    shared === undefined ? [] : source.run<{ a: string; b: string | null; n: number }>(shared, { signal }),
  ]);
  const byRow = new Map(rows.map((row) => [row.row_id, row]));
  const countOf = new Map(counts.map(({ a, b, n }) => [JSON.stringify([a, b]), n]));
  return new Map(
    items.map((item) => [
      item.rowId,
      {
        texts: textsOf(byRow.get(item.rowId)),
        sameBatch: item.batch === null ? null : (countOf.get(JSON.stringify([item.batch, null])) ?? null),
        sameFailure: countOf.get(JSON.stringify([item.model, item.failure])) ?? null,
      },
    ]),
  );
}

function textsOf(row: ComplaintRow | undefined): SafetyTexts['texts'] {
  return ['description', 'failure_mode', 'diagnosis'].flatMap((column) => {
    const several = row?.[`${column}s`];
    const text = Array.isArray(several) ? several.join('\n') : row?.[column];
    return typeof text === 'string' && text !== '' ? [{ column, text }] : [];
  });
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Rows of these items in portions, so that a long list can be written to a file or printed. */
export async function allSafetyTexts(
  source: Source,
  items: readonly SafetyItem[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, SafetyTexts>> {
  const all = new Map<number, SafetyTexts>();
  for (let at = 0; at < items.length; at += PORTION) {
    signal.throwIfAborted();
    for (const [id, texts] of await safetyTexts(source, items.slice(at, at + PORTION), signal)) all.set(id, texts);
  }
  return all;
}

const PORTION = 5000;
