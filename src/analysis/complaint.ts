import { complaintOfKey, holdsExactly, unreadCells } from '../data/queries/complaint-lookup';
import { presentColumns } from '../data/queries/facts';
import type { ComplaintRow } from './complaints';
import type { Source } from './view';

export interface UnreadCell {
  readonly column: string;
  readonly raw: string;
}

/** One complaint with every column, and the cells of it that could not be read. */
export interface Complaint {
  readonly row: ComplaintRow;
  readonly unread: readonly UnreadCell[];
}

/** The complaint that a key of `complaintKey` names; null when the workspace does not have it. */
export async function complaint(source: Source, key: string, signal?: AbortSignal): Promise<Complaint | null> {
  const [row] = await source.run<ComplaintRow>(complaintOfKey(key), { signal });
  if (row === undefined) return null;
  const sql = unreadCells(Number(row.source_file), Number(row.source_row));
  return { row, unread: await source.run<UnreadCell>(sql, { signal }) };
}

/** Columns whose exact value finds complaints, the most telling one first. */
export const KEY_FIELDS = ['complaint_no', 'serial_no', 'batch_no', 'order_no', 'return_no'] as const;
export type KeyField = (typeof KEY_FIELDS)[number];

/** Which key column has a text as an exact value somewhere in the workspace; undefined when none has. */
export async function keyFieldOf(source: Source, text: string, signal?: AbortSignal): Promise<KeyField | undefined> {
  const present = presentColumns(source.facts.complaint);
  const fields = KEY_FIELDS.filter((field) => present.has(field));
  if (fields.length === 0) return undefined;
  const [row] = await source.run<Record<string, boolean>>(holdsExactly(fields, text), { signal });
  return fields.find((_, at) => row?.[`c${at}`] === true);
}
