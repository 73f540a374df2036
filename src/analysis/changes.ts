import { changeEntries } from '../data/queries/changes';
import type { Predicate, Scope } from '../domain/scope';
import type { Source } from './view';

/** Entries read at most, the latest ones. */
export const MOST_CHANGES = 5000;
const LONGEST_TEXT = 2000;

/** Something that was done differently from a day on. */
export interface ChangeEntry {
  readonly id: number;
  readonly number: string | null;
  /** ISO. */
  readonly day: string;
  /** Code of the vocabulary `change_kind`, or the word of the file. */
  readonly kind: string | null;
  readonly model: string | null;
  readonly line: string | null;
  readonly part: string | null;
  readonly supplier: string | null;
  /** First batch that was made this way. */
  readonly batchFrom: string | null;
  readonly text: string | null;
}

export interface ChangeLog {
  /** Oldest first. */
  readonly entries: readonly ChangeEntry[];
  /** There are older ones that were not read. */
  readonly more: boolean;
  readonly sql: readonly string[];
}

interface ChangeRow extends Omit<ChangeEntry, 'id' | 'number' | 'batchFrom'> {
  readonly row_id: number;
  readonly change_no: string | null;
  readonly batch_from: string | null;
}

/** The change log, whatever the filters: it is small, so it is read once for each state of the data and narrowed by `changesWithin`. */
export async function changeLog(source: Source, _question: object, signal?: AbortSignal): Promise<ChangeLog> {
  const sql = changeEntries(MOST_CHANGES + 1, LONGEST_TEXT);
  const rows = await source.run<ChangeRow>(sql, { signal });
  const entries = rows
    .slice(0, MOST_CHANGES)
    .map(({ row_id: id, change_no: number, batch_from: batchFrom, ...row }) => ({ id, number, batchFrom, ...row }));
  return { entries: entries.reverse(), more: rows.length > MOST_CHANGES, sql: [sql] };
}

/** Fields of a scope that an entry tells too. */
const SHARED = ['model', 'line', 'supplier'] as const;

/** The entries that may concern a scope: one that names no model concerns every model, and so for line and supplier. */
export function changesWithin(entries: readonly ChangeEntry[], scope: Scope): readonly ChangeEntry[] {
  const tests = SHARED.flatMap((field) =>
    scope.filter((predicate) => predicate.field === field).map((predicate) => ({ field, predicate })),
  );
  if (tests.length === 0) return entries;
  return entries.filter((entry) => tests.every(({ field, predicate }) => concerns(entry[field], predicate)));
}

/** Words that stand for all there are. */
const ALL = /^((全部|所有|全|各|通用)(型号|机型|产品|系列|产线|供应商)?|(all|any)( (models|lines|suppliers))?|\*)$/i;

/** @param cell several names may stand in it */
function concerns(cell: string | null, predicate: Predicate): boolean {
  const names = (cell ?? '')
    .split(/[,，、;；|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0 || names.some((name) => ALL.test(name))) return true;
  switch (predicate.kind) {
    case 'oneOf':
      return predicate.values.includes(cell) || names.some((name) => predicate.values.includes(name));
    case 'noneOf':
      return !predicate.values.includes(cell) && names.some((name) => !predicate.values.includes(name));
    case 'contains':
      return names.some((name) => name.toLowerCase().includes(predicate.text));
    default:
      return true;
  }
}
