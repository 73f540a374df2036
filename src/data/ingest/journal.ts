import type { WorkspaceFiles } from '../engine/workspace-files';
import type { FilePlan, ImportReport, Scan } from './plan';

/**
 * One import as the journal keeps it: enough to do it again from the raw file. Entries are the truth; the database is a cache of them.
 */
export interface JournalEntry {
  /** Ascending; also `source_file` of the rows. */
  readonly id: number;
  /** When it was imported: ISO with zone, by this machine's clock. */
  readonly at: string;
  /** Fingerprint of the raw file (see source.ts) and where its copy lies. */
  readonly hash: string;
  readonly raw: string;
  readonly plan: Omit<FilePlan, 'scan' | 'preview' | 'clean'>;
  /** Where records begin, to show one as it was written. */
  readonly index: Scan['index'];
  readonly report: ImportReport;
  /** Rows of earlier files that this one replaced. */
  readonly replaced: number;
}

const FOLDER = 'journal';

/** All entries, oldest first. An entry that cannot be read is an error: leaving it out would silently lose an import. */
export async function readJournal(files: WorkspaceFiles): Promise<JournalEntry[]> {
  const names = await files.list(FOLDER);
  const entries = await Promise.all(
    names.map(
      async (name) => JSON.parse((await (await files.read(`${FOLDER}/${name}`))?.text()) ?? '') as JournalEntry,
    ),
  );
  return entries.sort((a, b) => a.id - b.id);
}

export async function writeEntry(files: WorkspaceFiles, entry: JournalEntry): Promise<void> {
  await files.write(entryPath(entry), JSON.stringify(entry));
}

/** Where an entry is kept. */
export function entryPath({ id }: Pick<JournalEntry, 'id'>): string {
  return `${FOLDER}/${String(id).padStart(6, '0')}.json`;
}

/** Names the state of the data: the imports behind it, in order. Equal versions show equal figures. */
export function versionOf(entries: readonly Pick<JournalEntry, 'id' | 'hash'>[]): string {
  return entries.map(({ id, hash }) => `${id}:${hash.slice(0, 12)}`).join(' ');
}
