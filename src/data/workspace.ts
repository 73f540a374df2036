import type { Dataset } from '../domain/columns';
import { Decisions } from './decisions';
import type { Engine } from './engine/engine';
import { workspaceFiles } from './engine/files';
import { persistence } from './engine/persistence';
import type { WorkspaceName } from './engine/workspace';
import type { WorkspaceFiles } from './engine/workspace-files';
import { type Facts, keptFacts, measureFacts, NO_FACTS } from './facts';
import type { Refusal } from './ingest/analyse';
import { IngestWorker } from './ingest/client';
import { Importer, type ImportHooks, landmarks, type Turn, temporaryPath } from './ingest/importer';
import { entryPath, type JournalEntry, readJournal, versionOf, writeEntry } from './ingest/journal';
import { AccountingError, type Stage } from './ingest/load/load';
import type { FilePlan, ImportOptions, ImportReport, Problem } from './ingest/plan';
import { canImport, failedReport, reportOf } from './ingest/report';
import { tooLittleSpace } from './ingest/space';
import { readRecord, type SourceRecord } from './ingest/text/source';
import { createStatements, eraseStatement, SCHEMA_VERSION } from './schema/tables';

/** A file that the user agreed to import, and what is to be done with it. */
export interface ImportRequest {
  readonly file: File;
  readonly plan: FilePlan;
}

/**
 * One set of data: its engine, its files and what they hold. Raw files and journal are the truth, the database is a cache of them:
 * whenever the two disagree it is made again (`rebuild`), which is the one way of recovery.
 */
export class Workspace {
  /** What people have decided here. */
  readonly decisions: Decisions;
  readonly #worker = new IngestWorker();
  readonly #listeners = new Set<() => void>();
  #journal: readonly JournalEntry[] = [];
  #facts: Facts = NO_FACTS;

  private constructor(
    readonly engine: Engine,
    readonly files: WorkspaceFiles,
  ) {
    this.decisions = new Decisions(files);
  }

  /**
   * Opens what an engine holds, made again from the raw files first if it is not what the journal says.
   * @param from `'raw'` makes it again in any case; `'nothing'` removes every row and file first
   */
  static async open(
    engine: Engine,
    hooks: ImportHooks = {},
    from: 'database' | 'raw' | 'nothing' = 'database',
  ): Promise<Workspace> {
    const workspace = new Workspace(engine, workspaceFiles(engine.workspace, engine.storage));
    if (from === 'nothing') await workspace.files.clear();
    workspace.#journal = await readJournal(workspace.files);
    await workspace.#sweep();
    if (from === 'database' && (await workspace.#isCurrent())) {
      await new Importer(engine, workspace.files, workspace.#worker, {}).tidy();
      await workspace.#readFacts();
    } else {
      await workspace.rebuild(hooks);
    }
    return workspace;
  }

  get name(): WorkspaceName {
    return this.engine.workspace;
  }

  /** Names the state of the data: another import, another version. */
  get version(): string {
    return versionOf(this.#journal);
  }

  get journal(): readonly JournalEntry[] {
    return this.#journal;
  }

  get facts(): Facts {
    return this.#facts;
  }

  run<Row extends object>(sql: string, options?: { signal?: AbortSignal }): Promise<Row[]> {
    return this.engine.run<Row>(sql, options);
  }

  integers(sql: string, options?: { signal?: AbortSignal }): Promise<Int32Array> {
    return this.engine.integers(sql, options);
  }

  /** Calls the listener after each change of the data, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Finds out what a file is; the data stay as they are. */
  async analyse(file: File, options: ImportOptions = {}, hooks: ImportHooks = {}): Promise<FilePlan | Refusal> {
    const path = temporaryPath();
    const onProgress = (bytes: number) =>
      hooks.onProgress?.({ step: 'reading', file: file.name, at: 1, of: 1, bytes, total: file.size });
    const result = await this.#worker.run(
      'analyse',
      { file, options, clean: this.files.rootPath(path) },
      { signal: hooks.signal, onProgress },
    );
    return 'refused' in result ? result : { ...result, clean: path };
  }

  /**
   * Imports files: each wholly or not at all, and when cancelled or broken off, none.
   * @returns a report for each request in order; of files that did not come in, `problems` says why
   */
  async import(requests: readonly ImportRequest[], hooks: ImportHooks = {}): Promise<ImportReport[]> {
    const ready = requests.filter(({ plan }) => canImport(plan));
    const lack = tooLittleSpace(
      ready.map(({ plan }) => plan),
      this.engine.storage === 'memory' ? null : await persistence(),
    );
    if (lack !== undefined) return requests.map(({ plan }) => failedReport(plan, canImport(plan) ? [lack] : []));
    const importer = new Importer(this.engine, this.files, this.#worker, hooks);
    const firstId = (this.#journal.at(-1)?.id ?? 0) + 1;
    const raws = ready.map((_, at) => `raw/${String(firstId + at).padStart(6, '0')}`);
    try {
      const staged: { stage: Stage; entry: JournalEntry }[] = [];
      const reports = new Map<ImportRequest, ImportReport>();
      for (const [at, request] of ready.entries()) {
        const turn = { at: at + 1, of: ready.length };
        try {
          const taken = await this.#take(importer, firstId + at, raws[at] as string, request, turn, hooks.signal);
          staged.push(taken);
          reports.set(request, taken.entry.report);
        } catch (error) {
          hooks.signal?.throwIfAborted();
          reports.set(request, failedReport(request.plan, [problemOf(error)]));
        }
      }
      if (staged.length > 0) await this.#commit(importer, staged);
      return requests.map((request) => reports.get(request) ?? failedReport(request.plan, []));
    } finally {
      await importer.tidy();
      for (const raw of raws) if (!this.#journal.some((entry) => entry.raw === raw)) await this.files.remove(raw);
    }
  }

  /** Makes the database again from the raw files, as the journal says. */
  async rebuild(hooks: ImportHooks = {}): Promise<void> {
    const importer = new Importer(this.engine, this.files, this.#worker, hooks);
    await this.#eraseTables();
    const stages: Stage[] = [];
    for (const [at, entry] of this.#journal.entries()) {
      const raw = await this.files.read(entry.raw);
      if (raw === null) throw new Error(`The raw copy of ${entry.plan.name} is missing`);
      const file = new File([raw], entry.plan.name);
      const turn = { at: at + 1, of: this.#journal.length };
      const path = temporaryPath();
      const input = { file, dialect: entry.plan.dialect, ...landmarks(entry.plan), clean: this.files.rootPath(path) };
      const onProgress = (bytes: number) =>
        hooks.onProgress?.({ step: 'reading', file: file.name, ...turn, bytes, total: file.size });
      const scan = await this.#worker.run('rescan', input, { signal: hooks.signal, onProgress });
      stages.push(await importer.stage(entry.id, file, { ...entry.plan, clean: path, scan, preview: [] }, turn));
    }
    await importer.merge(stages, this.#journal, () => undefined);
    await importer.tidy();
    await this.#changed();
  }

  /** Removes every row and file of this workspace. */
  async clear(): Promise<void> {
    await this.#eraseTables();
    await this.files.clear();
    this.decisions.forget();
    this.#journal = [];
    await this.#changed();
  }

  /** A record as it was written in its file. */
  async sourceRecord(sourceFile: number, record: number): Promise<SourceRecord | null> {
    const entry = this.#journal.find(({ id }) => id === sourceFile);
    const file = entry === undefined ? null : await this.files.read(entry.raw);
    return entry === undefined || file === null ? null : readRecord(file, entry.plan.dialect, entry.index, record);
  }

  close(): void {
    this.#worker.close();
  }

  /** Stages a file while its raw copy is written; when one fails, the other is stopped. */
  async #take(
    importer: Importer,
    id: number,
    raw: string,
    { file, plan }: ImportRequest,
    turn: Turn,
    signal?: AbortSignal,
  ) {
    const stop = new AbortController();
    const keeping = this.#keep(file, raw, AbortSignal.any([stop.signal, ...(signal === undefined ? [] : [signal])]));
    keeping.catch(() => undefined);
    try {
      const stage = await importer.stage(id, file, plan, turn);
      const hash = await keeping;
      const { scan, preview, clean, ...lasting } = plan;
      const repeated = this.#journal.some((entry) => entry.hash === hash);
      const report = reportOf(
        plan,
        stage,
        repeated ? [{ level: 'note', code: 'sameFile', details: { file: file.name } }] : [],
      );
      const entry: JournalEntry = {
        id,
        at: new Date().toISOString(),
        hash,
        raw,
        plan: lasting,
        index: scan.index,
        report,
        replaced: 0,
      };
      return { stage, entry };
    } catch (error) {
      stop.abort();
      await keeping.catch(() => undefined);
      throw error;
    }
  }

  /** Keeps the raw copy of a file; its fingerprint. */
  async #keep(file: File, raw: string, signal: AbortSignal): Promise<string> {
    const place = this.files.rootPath(raw);
    if (place === null) await this.files.write(raw, file);
    return this.#worker.run('keep', { file, raw: place }, { signal });
  }

  /** The database first, the journal last: if the journal cannot be written, the database goes back to what it says. */
  async #commit(importer: Importer, staged: readonly { stage: Stage; entry: JournalEntry }[]): Promise<void> {
    const journal = [...this.#journal, ...staged.map(({ entry }) => entry)];
    const columns = (dataset: Dataset) => (this.#facts[dataset].rows === 0 ? undefined : this.#facts[dataset].stored);
    const replaced = await importer.merge(
      staged.map(({ stage }) => stage),
      journal,
      columns,
    );
    const entries = staged.map(({ entry }) => ({ ...entry, replaced: replaced.get(entry.id) ?? 0 }));
    try {
      for (const entry of entries) await writeEntry(this.files, entry);
    } catch (error) {
      for (const { entry } of staged) await this.files.remove(entryPath(entry));
      await this.rebuild();
      throw error;
    }
    this.#journal = [...this.#journal, ...entries];
    await this.#changed();
  }

  /** Removes raw copies that no journal entry has: those of imports that a dying tab did not finish. */
  async #sweep(): Promise<void> {
    const known = new Set(this.#journal.map(({ raw }) => raw));
    for (const name of await this.files.list('raw'))
      if (!known.has(`raw/${name}`)) await this.files.remove(`raw/${name}`);
  }

  /** Whether the database holds what the journal says, in today's tables. */
  async #isCurrent(): Promise<boolean> {
    const [fact] = await this.engine
      .run<{ schema: string; version: string }>(
        "SELECT max(value) FILTER (name = 'schema') AS schema, max(value) FILTER (name = 'version') AS version FROM workspace_fact",
      )
      .catch(() => []);
    return fact?.schema === String(SCHEMA_VERSION) && fact.version === this.version;
  }

  async #eraseTables(): Promise<void> {
    await this.engine.transaction(async (write) => {
      for (const { sql } of await write(eraseStatement())) await write(String(sql));
      for (const sql of createStatements()) await write(sql);
    });
  }

  async #changed(): Promise<void> {
    await this.#readFacts();
    for (const listener of this.#listeners) listener();
  }

  async #readFacts(): Promise<void> {
    const run = (sql: string) => this.engine.run<Record<string, unknown>>(sql);
    this.#facts = (await keptFacts(run)) ?? (await measureFacts(run));
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof AccountingError)
    return { level: 'error', code: 'notAccounted', details: { counted: error.counted, loaded: error.loaded } };
  if (error instanceof Error && error.name === 'QuotaExceededError')
    return { level: 'error', code: 'diskFull', details: {} };
  return {
    level: 'error',
    code: 'engineFailed',
    details: { message: error instanceof Error ? error.message : String(error) },
  };
}
