import type { WorkspaceFiles } from '../../engine/workspace-files';
import {
  entryPath,
  type JournalEntry,
  readJournal,
  readUndone,
  type UndoneImport,
  undonePath,
  versionOf,
  writeEntry,
  writeUndone,
} from './journal';

/** The imports of a workspace as its files tell them: those that hold, and those that were taken back. */
export class Imports {
  #entries: readonly JournalEntry[] = [];
  #undone: readonly UndoneImport[] = [];

  constructor(private readonly files: WorkspaceFiles) {}

  /** Reads them, and clears away what a tab left that died while it took one back. */
  async read(): Promise<void> {
    this.#entries = await readJournal(this.files);
    const undone = await readUndone(this.files);
    const holds = new Set(this.#entries.map(({ id }) => id));
    for (const { id } of undone) if (holds.has(id)) await this.files.remove(undonePath(id));
    this.#undone = undone.filter(({ id }) => !holds.has(id));
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  get undone(): readonly UndoneImport[] {
    return this.#undone;
  }

  get version(): string {
    return versionOf(this.#entries);
  }

  /** The number of the next import: none is given twice. */
  get nextId(): number {
    return Math.max(0, ...[...this.#entries, ...this.#undone].map(({ id }) => id)) + 1;
  }

  find(id: number): JournalEntry | undefined {
    return this.#entries.find((entry) => entry.id === id);
  }

  /** Adds imports, all of them or, when one cannot be written, none. */
  async add(added: readonly JournalEntry[]): Promise<void> {
    try {
      for (const entry of added) await writeEntry(this.files, entry);
    } catch (error) {
      for (const entry of added) await this.files.remove(entryPath(entry));
      throw error;
    }
    this.#entries = [...this.#entries, ...added];
  }

  /** Puts an entry in the place of that of the same number. */
  async replace(entry: JournalEntry): Promise<void> {
    await writeEntry(this.files, entry);
    this.#entries = this.#entries.map((other) => (other.id === entry.id ? entry : other));
  }

  /** Takes imports out of the journal, and notes that they were in it. */
  async takeBack(entries: readonly JournalEntry[]): Promise<void> {
    for (const entry of entries) {
      const undone = await writeUndone(this.files, entry);
      await this.files.remove(entryPath(entry));
      this.#entries = this.#entries.filter(({ id }) => id !== entry.id);
      this.#undone = [...this.#undone, undone].sort((a, b) => a.id - b.id);
    }
  }

  /** The files were removed. */
  forget(): void {
    this.#entries = [];
    this.#undone = [];
  }
}
