import type { Dataset } from '../../../domain/columns';
import type { WorkspaceFiles } from '../../engine/workspace-files';
import type { Difference } from '../load/compare';
import type { FilePlan, ImportReport, Scan } from '../plan';

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
  /** How it differed from what stood there when it came; undefined where nothing did, and of imports before this was measured. */
  readonly difference?: Difference;
  /** Rows that `changes/` describes one by one. */
  readonly described?: number;
  /** How often it was imported anew under another plan. */
  readonly revision?: number;
  /** It puts right rejected records of another import. */
  readonly corrects?: { readonly id: number; readonly records: readonly number[] };
}

type SourceOfRows = Pick<JournalEntry, 'id' | 'hash' | 'plan'>;

/** An import that was taken back. Its number is not given again. */
export interface UndoneImport {
  readonly id: number;
  readonly at: string;
  readonly undoneAt: string;
  readonly file: string;
  readonly dataset: Dataset;
  readonly hash: string;
  readonly rowsAccepted: number;
}

const FOLDER = 'journal';
const UNDONE = 'undone';

/** All entries, oldest first. An entry that cannot be read is an error: leaving it out would silently lose an import. */
export async function readJournal(files: WorkspaceFiles): Promise<JournalEntry[]> {
  return sorted(await readAll<JournalEntry>(files, FOLDER));
}

export async function writeEntry(files: WorkspaceFiles, entry: JournalEntry): Promise<void> {
  await files.write(entryPath(entry), JSON.stringify(entry));
}

/** Where an entry is kept. */
export function entryPath({ id }: Pick<JournalEntry, 'id'>): string {
  return `${FOLDER}/${fileName(id)}`;
}

/** Imports that were taken back, oldest first. */
export async function readUndone(files: WorkspaceFiles): Promise<UndoneImport[]> {
  return sorted(await readAll<UndoneImport>(files, UNDONE));
}

/** Notes that an import is taken back: before its entry is removed, so that its number is known to be used. */
export async function writeUndone(
  files: WorkspaceFiles,
  { id, at, plan, hash, report }: JournalEntry,
): Promise<UndoneImport> {
  const undone: UndoneImport = {
    id,
    at,
    undoneAt: new Date().toISOString(),
    file: plan.name,
    dataset: plan.dataset,
    hash,
    rowsAccepted: report.rowsAccepted,
  };
  await files.write(undonePath(id), JSON.stringify(undone));
  return undone;
}

export function undonePath(id: number): string {
  return `${UNDONE}/${fileName(id)}`;
}

/** Names the state of the data: the imports behind it, in order. Equal versions show equal figures. */
export function versionOf(entries: readonly Pick<JournalEntry, 'id' | 'hash' | 'revision'>[]): string {
  return entries
    .map(({ id, hash, revision = 0 }) => `${id}:${hash.slice(0, 12)}${revision === 0 ? '' : `r${revision}`}`)
    .join(' ');
}

/** Earlier imports (numbers) of the same file, or of the same sheet or table of it, into the same dataset. */
export function earlierImports(entries: readonly SourceOfRows[], id: number): number[] {
  const own = entries.find((entry) => entry.id === id);
  return entries
    .filter((entry) => own !== undefined && entry.id < id && isSameSource(entry, own))
    .filter(({ plan }) => plan.dataset === own?.plan.dataset)
    .map((entry) => entry.id);
}

/** Whether two imports are of the same sheet and table of files with the same content. */
export function isSameSource(one: Omit<SourceOfRows, 'id'>, other: Omit<SourceOfRows, 'id'>): boolean {
  const place = ({ hash, plan: { book, part } }: Omit<SourceOfRows, 'id'>) =>
    JSON.stringify([hash, book?.sheet ?? null, part?.table ?? null]);
  return place(one) === place(other);
}

function fileName(id: number): string {
  return `${String(id).padStart(6, '0')}.json`;
}

async function readAll<T>(files: WorkspaceFiles, folder: string): Promise<T[]> {
  const names = await files.list(folder);
  return Promise.all(
    names.map(async (name) => JSON.parse((await (await files.read(`${folder}/${name}`))?.text()) ?? '') as T),
  );
}

function sorted<T extends { readonly id: number }>(all: T[]): T[] {
  return all.sort((a, b) => a.id - b.id);
}
