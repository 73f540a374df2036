import { z } from 'zod';
import type { DecisionKind } from '../../data/decisions';

/** Longer than any statement that a person types or a figure shows. */
export const LONGEST_SQL = 200_000;

const savedQuery = z.object({
  name: z.string().trim().min(1).max(200),
  sql: z.string().min(1).max(LONGEST_SQL),
});
export type SavedQuery = z.infer<typeof savedQuery>;

/** Queries that somebody wants to keep, by name. */
export const SAVED_QUERIES: DecisionKind<readonly SavedQuery[]> = {
  name: 'saved-queries',
  schema: z.array(savedQuery),
  initial: [],
};

/** The same list with a query under its name, in the place of the one that had it. */
export function withQuery(queries: readonly SavedQuery[], query: SavedQuery): SavedQuery[] {
  return queries.some(({ name }) => name === query.name)
    ? queries.map((other) => (other.name === query.name ? query : other))
    : [...queries, query];
}

/** Another name for a query; a name that is taken gets a number behind it. */
export function renamed(queries: readonly SavedQuery[], from: string, to: string): SavedQuery[] {
  if (from === to) return [...queries];
  const free = freeName(queries, to);
  return queries.map((query) => (query.name === from ? { ...query, name: free } : query));
}

/** Adds queries of a file. What is there already is left out; what differs under a known name comes in under another. */
export function withImported(queries: readonly SavedQuery[], more: readonly SavedQuery[]): SavedQuery[] {
  const list = [...queries];
  for (const query of more) {
    const known = list.some(({ name, sql }) => name === query.name && sql === query.sql);
    if (!known) list.push({ ...query, name: freeName(list, query.name) });
  }
  return list;
}

function freeName(queries: readonly SavedQuery[], wanted: string): string {
  const taken = new Set(queries.map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted} (${number})`)) number++;
  return `${wanted} (${number})`;
}

const FILE_KIND = 'truecause/saved-queries';
const file = z.object({ kind: z.literal(FILE_KIND), version: z.literal(1), queries: z.array(savedQuery).max(5000) });

/** A larger file is not one of ours. */
const LARGEST_FILE = 20_000_000;

/** The queries as a file for another person or browser. */
export function queriesFile(queries: readonly SavedQuery[]): Blob {
  return new Blob([JSON.stringify({ kind: FILE_KIND, version: 1, queries }, undefined, 2)], {
    type: 'application/json',
  });
}

/** The queries in such a file; undefined when it is something else. */
export async function readQueriesFile(blob: Blob): Promise<SavedQuery[] | undefined> {
  if (blob.size > LARGEST_FILE) return undefined;
  try {
    return file.parse(JSON.parse(await blob.text())).queries;
  } catch {
    return undefined;
  }
}
