import type { Dataset } from '../domain/columns';
import { appliedCoding, type CodingOrder } from './coding/applied';
import type { CodingHooks } from './coding/pass';
import { codingName, recode } from './coding/recode';
import { Decisions } from './decisions';
import type { Engine } from './engine/engine';
import { workspaceFiles } from './engine/files';
import { persistence } from './engine/persistence';
import type { WorkspaceName } from './engine/workspace';
import type { WorkspaceFiles } from './engine/workspace-files';
import { type Facts, keptFacts, measureFacts, NO_FACTS } from './facts';
import type { Refusal, SheetFacts } from './ingest/analyse';
import type { Contained } from './ingest/archive';
import { containerOf } from './ingest/book/kind';
import { Books } from './ingest/books';
import { IngestWorker } from './ingest/client';
import { Importer, type ImportHooks, landmarks, type Turn, temporaryPath } from './ingest/importer';
import { entryPath, type JournalEntry, readJournal, versionOf, writeEntry } from './ingest/journal';
import { AccountingError, type Stage } from './ingest/load/load';
import type { FilePlan, ImportOptions, ImportReport, Problem } from './ingest/plan';
import { canImport, failedReport, reportOf } from './ingest/report';
import { SheetTexts } from './ingest/sheet-texts';
import { tooLittleSpace } from './ingest/space';
import { readRecord, readRecords, type SourceRecord } from './ingest/text/source';
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
  readonly #books = new Books();
  readonly #texts: SheetTexts;
  readonly #listeners = new Set<() => void>();
  #journal: readonly JournalEntry[] = [];
  #facts: Facts = NO_FACTS;
  /** Names the coding of the complaints; empty: none. */
  #coding = '';

  private constructor(
    readonly engine: Engine,
    readonly files: WorkspaceFiles,
  ) {
    this.decisions = new Decisions(files);
    this.#texts = new SheetTexts(files, this.#books);
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
      await workspace.#settleCoding();
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
    return versionOf(this.#journal) + (this.#coding === '' ? '' : `+${this.#coding}`);
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

  /** Codes the complaints anew, or takes the codes away: see `recode`. */
  async code(order: CodingOrder | undefined, hooks: CodingHooks = {}): Promise<void> {
    await recode(this.engine, order, hooks);
    await this.#changed();
  }

  /** Calls the listener after each change of the data, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The files that a dropped one stands for: those inside a zip, each a file of its own, or why they cannot be had; else itself. */
  async unpack(file: File, { signal, onProgress }: ImportHooks = {}): Promise<readonly Contained[]> {
    if (containerOf(new Uint8Array(await file.slice(0, 8).arrayBuffer())) !== 'zip') return [file];
    const show = (bytes: number) =>
      onProgress?.({ step: 'reading', file: file.name, at: 1, of: 1, bytes, total: file.size });
    return (await this.#worker.run('unpack', { file }, { signal, onProgress: show })) ?? [file];
  }

  /** Finds out what a file is; the data stay as they are. */
  async analyse(file: File, options: ImportOptions = {}, hooks: ImportHooks = {}): Promise<FilePlan | Refusal> {
    const path = temporaryPath();
    const show = (bytes: number, total: number) =>
      hooks.onProgress?.({ step: 'reading', file: file.name, at: 1, of: 1, bytes, total });
    const sheet = await this.#books.sheet(file, options, {
      signal: hooks.signal,
      onProgress: (share) => show(share * file.size, file.size),
    });
    if (sheet !== undefined && 'refused' in sheet) return sheet;
    const { text = file, ...facts } = sheet ?? {};
    const result = await this.#worker.run(
      'analyse',
      { file: text, options, clean: this.files.rootPath(path), sheet: sheet && (facts as SheetFacts) },
      { signal: hooks.signal, onProgress: (bytes) => show(bytes, text.size) },
    );
    return { ...result, size: file.size, ...('refused' in result ? {} : { clean: path }) };
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
          const before = [...this.#journal, ...staged.map(({ entry }) => entry)];
          const place = { id: firstId + at, raw: raws[at] as string, before };
          const taken = await this.#take(importer, place, request, turn, hooks.signal);
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
      for (const raw of raws) if (!this.#journal.some((entry) => entry.raw === raw)) await this.#forget(raw);
    }
  }

  /** Makes the database again from the raw files, as the journal says. */
  async rebuild(hooks: ImportHooks = {}): Promise<void> {
    const importer = new Importer(this.engine, this.files, this.#worker, hooks);
    await this.#eraseTables();
    const stages: Stage[] = [];
    for (const [at, entry] of this.#journal.entries()) {
      const file = await this.#texts.ofEntry(entry, { signal: hooks.signal });
      if (file === null) throw new Error(`The raw copy of ${entry.plan.name} is missing`);
      const turn = { at: at + 1, of: this.#journal.length };
      const path = temporaryPath();
      const input = {
        file,
        dialect: entry.plan.dialect,
        landmarks: landmarks(entry.plan),
        clean: this.files.rootPath(path),
      };
      const onProgress = (bytes: number) =>
        hooks.onProgress?.({ step: 'reading', file: file.name, ...turn, bytes, total: file.size });
      const scan = await this.#worker.run('rescan', input, { signal: hooks.signal, onProgress });
      stages.push(await importer.stage(entry.id, file, { ...entry.plan, clean: path, scan, preview: [] }, turn));
    }
    await importer.merge(stages, this.#journal, () => undefined, await appliedCoding(this.decisions));
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
    const file = entry === undefined ? null : await this.#texts.ofEntry(entry);
    return entry === undefined || file === null ? null : readRecord(file, entry.plan.dialect, entry.index, record);
  }

  /** The same for several records of a file, by their numbers; what cannot be read is left out. */
  async sourceRecords(
    sourceFile: number,
    records: readonly number[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, SourceRecord>> {
    const entry = this.#journal.find(({ id }) => id === sourceFile);
    const file = entry === undefined ? null : await this.#texts.ofEntry(entry, { signal });
    if (entry === undefined || file === null) return new Map();
    return readRecords(file, entry.plan.dialect, entry.index, records, signal);
  }

  close(): void {
    this.#worker.close();
  }

  /** Stages a file while its raw copy is written; when one fails, the other is stopped. */
  async #take(
    importer: Importer,
    { id, raw, before }: { readonly id: number; readonly raw: string; readonly before: readonly JournalEntry[] },
    { file, plan }: ImportRequest,
    turn: Turn,
    signal?: AbortSignal,
  ) {
    const stop = new AbortController();
    const keeping = this.#keep(file, raw, AbortSignal.any([stop.signal, ...(signal === undefined ? [] : [signal])]));
    keeping.catch(() => undefined);
    try {
      const text = await this.#texts.of(file, plan, { signal });
      const stage = await importer.stage(id, text, plan, turn);
      const hash = await keeping;
      await this.#texts.keep(text, raw, plan);
      const { scan, preview, clean, ...lasting } = plan;
      const repeated = before.some((entry) => entry.hash === hash && entry.plan.book?.sheet === plan.book?.sheet);
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
      await appliedCoding(this.decisions),
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
    await this.#settleCoding();
  }

  /** Removes raw copies that no journal entry has: those of imports that a dying tab did not finish. */
  async #sweep(): Promise<void> {
    const known = new Set(this.#journal.map(({ raw }) => raw));
    for (const name of await this.files.list('raw'))
      if (!known.has(`raw/${name}`)) await this.files.remove(`raw/${name}`);
    await this.#texts.sweep(known);
  }

  async #forget(raw: string): Promise<void> {
    await this.files.remove(raw);
    await this.#texts.remove(raw);
  }

  /** Whether the database holds what the journal says, in today's tables. */
  async #isCurrent(): Promise<boolean> {
    const [fact] = await this.engine
      .run<{ schema: string; version: string }>(
        "SELECT max(value) FILTER (name = 'schema') AS schema, max(value) FILTER (name = 'version') AS version FROM workspace_fact",
      )
      .catch(() => []);
    return fact?.schema === String(SCHEMA_VERSION) && fact.version === versionOf(this.#journal);
  }

  async #eraseTables(): Promise<void> {
    await this.engine.transaction(async (write) => {
      for (const { sql } of await write(eraseStatement())) await write(String(sql));
      for (const sql of createStatements()) await write(sql);
    });
  }

  /** The complaints are coded by what holds, also when a tab died or an import ended while that changed. */
  async #settleCoding(): Promise<void> {
    const order = await appliedCoding(this.decisions);
    if (this.#facts.complaint.rows > 0 && (order?.name ?? '') !== this.#coding) await this.code(order);
  }

  async #changed(): Promise<void> {
    await this.#readFacts();
    for (const listener of this.#listeners) listener();
  }

  async #readFacts(): Promise<void> {
    const run = (sql: string) => this.engine.run<Record<string, unknown>>(sql);
    this.#facts = (await keptFacts(run)) ?? (await measureFacts(run));
    this.#coding = await codingName(run);
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
