import type { WorkspaceFiles } from '../../engine/workspace-files';
import type { RowDifference } from '../load/compare';
import type { FilePlan } from '../plan';
import { readRecord, readRecords, type SourceRecord } from '../text/source';
import type { BookHooks, Books } from '../workers/books';
import type { IngestWorker } from '../workers/client';
import type { JournalEntry } from './journal';
import { SheetTexts } from './sheet-texts';

type Kept = Pick<JournalEntry, 'id' | 'raw' | 'plan' | 'revision'>;
type Revised = Pick<JournalEntry, 'id' | 'revision'>;

/** The raw copies of imported files are not there. */
class MissingFiles extends Error {
  constructor(
    /** Numbers of the imports. */
    readonly imports: readonly number[],
    readonly files: readonly string[],
  ) {
    super(`The copies of these imported files are missing: ${files.join(', ')}`);
    this.name = 'MissingFiles';
  }
}

/** What is kept of imported files beside the journal: raw copies, the text of sheets, the rows that they changed. */
export class KeptFiles {
  readonly #texts: SheetTexts;

  constructor(
    private readonly files: WorkspaceFiles,
    private readonly worker: IngestWorker,
    books: Books,
  ) {
    this.#texts = new SheetTexts(files, books);
  }

  /** Where the raw copy of an import goes. */
  rawPath(id: number): string {
    return `raw/${String(id).padStart(6, '0')}`;
  }

  /** Keeps the raw copy of a file; its fingerprint. */
  async keep(file: File, raw: string, signal: AbortSignal): Promise<string> {
    const place = this.files.rootPath(raw);
    if (place === null) await this.files.write(raw, file);
    return this.worker.run('keep', { file, raw: place }, { signal });
  }

  /** The text that a file is read as; see `SheetTexts.of`. */
  textOf(file: File, plan: Pick<FilePlan, 'book'>, hooks?: BookHooks): Promise<File> {
    return this.#texts.of(file, plan, hooks);
  }

  /** Keeps the text of a workbook's sheet beside its raw copy. */
  keepText(text: Blob, raw: string, plan: Pick<FilePlan, 'book'>): Promise<void> {
    return this.#texts.keep(text, { raw, plan });
  }

  /** The text behind an import. @throws MissingFiles */
  async text(entry: Kept, hooks?: BookHooks): Promise<File> {
    const text = await this.#texts.ofEntry(entry, hooks);
    if (text === null) throw new MissingFiles([entry.id], [entry.plan.name]);
    return text;
  }

  /** The file as it was imported. @throws MissingFiles */
  async rawFile({ id, raw, plan }: Kept): Promise<File> {
    const copy = await this.files.read(raw);
    if (copy === null) throw new MissingFiles([id], [plan.name]);
    return new File([copy], plan.name);
  }

  /** The imports whose raw copy is not there. */
  async missing<T extends Kept>(entries: readonly T[]): Promise<T[]> {
    const found: T[] = [];
    for (const entry of entries) if ((await this.files.read(entry.raw)) === null) found.push(entry);
    return found;
  }

  /** @throws MissingFiles before anything is done that would need them */
  async requireAll(entries: readonly Kept[]): Promise<void> {
    const missing = await this.missing(entries);
    if (missing.length === 0) return;
    throw new MissingFiles(
      missing.map(({ id }) => id),
      missing.map(({ plan }) => plan.name),
    );
  }

  /** Keeps the rows in which an import differed from what stood there. */
  async keepChanges(entry: Revised, rows: readonly RowDifference[]): Promise<void> {
    if (rows.length > 0) await this.files.write(changesPath(entry), JSON.stringify(rows));
  }

  /** The rows in which an import differed, as far as they were described. */
  async changes(entry: Revised): Promise<readonly RowDifference[]> {
    const file = await this.files.read(changesPath(entry));
    return file === null ? [] : (JSON.parse(await file.text()) as RowDifference[]);
  }

  /** Records as they were written in their file, by their numbers; what cannot be read is left out. */
  async records(
    entry: JournalEntry,
    records: readonly number[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, SourceRecord>> {
    const file = await this.#texts.ofEntry(entry, { signal });
    return file === null ? new Map() : readRecords(file, entry.plan.dialect, entry.index, records, signal);
  }

  /** One record; null when it cannot be read. */
  async record(entry: JournalEntry, record: number): Promise<SourceRecord | null> {
    const file = await this.#texts.ofEntry(entry);
    return file === null ? null : readRecord(file, entry.plan.dialect, entry.index, record);
  }

  /** Removes all that is kept of an import. */
  async forget(entry: Pick<JournalEntry, 'id' | 'raw' | 'revision'>): Promise<void> {
    await this.files.remove(entry.raw);
    await this.forgetText(entry);
    await this.files.remove(changesPath(entry));
  }

  /** The text of a sheet is made again when it is wanted. */
  forgetText(entry: Pick<JournalEntry, 'raw' | 'revision'>): Promise<void> {
    return this.#texts.remove(entry);
  }

  /** Removes what belongs to no import of the journal: left by a tab that died. */
  async sweep(entries: readonly JournalEntry[]): Promise<void> {
    const raws = new Set(entries.map(({ raw }) => raw));
    const changes = new Set(entries.map(changesPath));
    for (const name of await this.files.list('raw'))
      if (!raws.has(`raw/${name}`)) await this.files.remove(`raw/${name}`);
    for (const name of await this.files.list(CHANGES))
      if (!changes.has(`${CHANGES}/${name}`)) await this.files.remove(`${CHANGES}/${name}`);
    await this.#texts.sweep(entries);
  }
}

const CHANGES = 'changes';

/** Another revision has another file, so that one that is being written never stands beside an entry which it does not belong to. */
function changesPath({ id, revision = 0 }: Revised): string {
  return `${CHANGES}/${String(id).padStart(6, '0')}-${revision}.json`;
}
