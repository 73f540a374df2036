import { DATASETS, type Dataset } from '../domain/columns';
import { Analyser } from './analyser';
import { appliedCoding, type CodingOrder } from './coding/applied';
import type { CodingHooks, CodingPass } from './coding/pass';
import { codingName, recode } from './coding/recode';
import { Decisions } from './decisions';
import type { Engine } from './engine/engine';
import { workspaceFiles } from './engine/files';
import { persistence } from './engine/persistence';
import type { WorkspaceName } from './engine/workspace';
import type { WorkspaceFiles } from './engine/workspace-files';
import { type Facts, keptFacts, measureFacts, NO_FACTS } from './facts';
import type { Importer, ImportHooks } from './ingest/importer';
import { type ImportRequest, problemOf, type Taken, takeIn } from './ingest/intake';
import { type Correction, correctionFile, correctionOptions, correctionPlan } from './ingest/kept/correction';
import { withDifference } from './ingest/kept/difference-notes';
import { Imports } from './ingest/kept/imports';
import type { JournalEntry, UndoneImport } from './ingest/kept/journal';
import { KeptFiles } from './ingest/kept/kept-files';
import type { RowDifference } from './ingest/load/compare';
import type { Stage } from './ingest/load/load';
import type { FilePlan, ImportOptions, ImportReport } from './ingest/plan';
import { canImport, failedReport, refusalReport, reportOf } from './ingest/report';
import { tooLittleSpace } from './ingest/space';
import type { Refusal } from './ingest/survey/analyse';
import type { Contained } from './ingest/survey/archive';
import type { SourceRecord } from './ingest/text/source';
import { Books } from './ingest/workers/books';
import { IngestWorker } from './ingest/workers/client';
import { eraseTables, storedTables } from './stored-tables';
import { type Made, TableMaker } from './table-maker';

export type { ImportRequest } from './ingest/intake';

/** Where the rows come from when a workspace is opened: see `Workspace.open`. */
export type Opening = 'database' | 'raw' | 'rest' | 'nothing';

/**
 * One set of data: its engine, its files and what they hold. Raw files and journal are the truth, the database is a cache of them:
 * whenever the two disagree it is made again (`rebuild`), which is the one way of recovery.
 */
export class Workspace {
  /** What people have decided here. */
  readonly decisions: Decisions;
  readonly #worker = new IngestWorker();
  readonly #analyser: Analyser;
  readonly #kept: KeptFiles;
  readonly #imports: Imports;
  readonly #tables: TableMaker;
  readonly #listeners = new Set<() => void>();
  #turn: Promise<unknown> = Promise.resolve();
  #facts: Facts = NO_FACTS;
  /** Names the coding of the complaints; empty: none. */
  #coding = '';

  private constructor(
    readonly engine: Engine,
    readonly files: WorkspaceFiles,
  ) {
    this.decisions = new Decisions(files);
    const books = new Books();
    this.#analyser = new Analyser(files, this.decisions, this.#worker, books);
    this.#kept = new KeptFiles(files, this.#worker, books);
    this.#imports = new Imports(files);
    this.#tables = new TableMaker(engine, files, this.#worker, this.#kept, this.decisions);
  }

  /**
   * Opens what an engine holds, made again from the raw files first if it is not what the journal says.
   * @param from `'raw'` makes it again in any case; `'rest'` too, and takes back imports whose raw copy is missing; `'nothing'` removes
   * every row and file first
   * @throws MissingFiles when it must be made again and a raw copy is missing
   */
  static async open(engine: Engine, hooks: ImportHooks = {}, from: Opening = 'database'): Promise<Workspace> {
    const workspace = new Workspace(engine, workspaceFiles(engine.workspace, engine.storage));
    if (from === 'nothing') await workspace.files.clear();
    await workspace.#imports.read();
    if (from === 'rest') await workspace.#imports.takeBack(await workspace.#kept.missing(workspace.journal));
    await workspace.#kept.sweep(workspace.journal);
    const stored = await storedTables(engine);
    // A new database must have been written to before it is closed again, or the engine cannot write to it the next time (duckdb-wasm 1.32.0).
    if (stored === undefined) await eraseTables(engine);
    if (from === 'database' && stored?.isShaped && stored.version === workspace.#imports.version) {
      await workspace.#tables.importer({}).tidy();
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
    return this.#imports.version + (this.#coding === '' ? '' : `+${this.#coding}`);
  }

  get journal(): readonly JournalEntry[] {
    return this.#imports.entries;
  }

  /** Imports that were taken back, oldest first. */
  get undone(): readonly UndoneImport[] {
    return this.#imports.undone;
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
  code(order: CodingOrder | undefined, hooks: CodingHooks = {}): Promise<CodingPass> {
    return this.#inTurn(() => this.#code(order, hooks));
  }

  /** Calls the listener after each change of the data, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** See `Analyser`. */
  unpack(file: File, hooks?: ImportHooks): Promise<readonly Contained[]> {
    return this.#analyser.unpack(file, hooks);
  }

  /** Finds out what a file is; the data stay as they are. */
  analyse(file: File, options?: ImportOptions, hooks?: ImportHooks): Promise<FilePlan | Refusal> {
    return this.#analyser.analyse(file, options, hooks);
  }

  /**
   * Imports files: each wholly or not at all, and when cancelled or broken off, none.
   * @returns a report for each request in order; of files that did not come in, `problems` says why
   */
  import(requests: readonly ImportRequest[], hooks: ImportHooks = {}): Promise<ImportReport[]> {
    return this.#inTurn(() => this.#import(requests, hooks));
  }

  /** Takes an import back: the data are then as if it had never come. Can be cancelled until the rows are put in place. */
  undo(id: number, hooks: ImportHooks = {}): Promise<void> {
    return this.#inTurn(async () => {
      const entry = this.#entry(id);
      const rest = this.journal.filter((other) => other !== entry);
      await this.#remake(rest, [entry.plan.dataset], hooks, () => this.#imports.takeBack([entry]));
      // What cannot be removed now is swept away at the next start.
      await this.#kept.forget(entry).catch(() => undefined);
    });
  }

  /**
   * Imports a file anew that is here already, under another plan, in its old place among the others.
   * @param plan of the same file: see `rawFile`
   */
  revise(id: number, plan: FilePlan, hooks: ImportHooks = {}): Promise<ImportReport> {
    return this.#inTurn(async () => {
      const before = this.#entry(id);
      const { scan, preview, clean, ...lasting } = plan;
      const revised = { ...before, plan: lasting, index: scan.index, revision: (before.revision ?? 0) + 1 };
      const { difference, described, ...entry } = revised;
      const entries = this.journal.map((other) => (other === before ? entry : other));
      // Left by a revision that was broken off, perhaps of another sheet.
      await this.#kept.forgetText(revised);
      const datasets = [...new Set([before.plan.dataset, plan.dataset])];
      let made: JournalEntry = entry;
      await this.#remake(entries, datasets, hooks, async ({ stages, compared }) => {
        const stage = stages.find(({ importId }) => importId === id) as Stage;
        const found = compared.get(id);
        made = withDifference({ ...entry, replaced: 0, report: reportOf(plan, stage) }, found);
        await this.#kept.keepChanges(made, found?.rows ?? []);
        await this.#imports.replace(made);
      });
      await this.#kept.sweep(this.journal).catch(() => undefined);
      return made.report;
    });
  }

  /** Imports rejected records of an import that were put right, as a small file beside it; nothing, if they are still not acceptable. */
  async correct(id: number, corrections: readonly Correction[], hooks: ImportHooks = {}): Promise<ImportReport> {
    const { plan: source } = this.#entry(id);
    const file = correctionFile(source, corrections);
    const found = await this.analyse(file, correctionOptions(source), hooks);
    if ('refused' in found) return refusalReport(found);
    const plan = correctionPlan(source, found);
    const corrects = { id, records: corrections.map(({ record }) => record) };
    const [report] = await this.import([{ file, plan, corrects }], hooks);
    return report ?? failedReport(plan, []);
  }

  /** Makes the database again from the raw files, as the journal says. @throws MissingFiles, and then everything is as it was */
  rebuild(hooks: ImportHooks = {}): Promise<void> {
    return this.#inTurn(() => this.#rebuild(hooks));
  }

  /** Removes every row and file of this workspace. */
  clear(): Promise<void> {
    return this.#inTurn(async () => {
      await eraseTables(this.engine);
      await this.files.clear();
      this.decisions.forget();
      this.#imports.forget();
      await this.#changed();
    });
  }

  /** The rows in which an import differed from what stood there when it came, as far as they were described. */
  async changesOf(id: number): Promise<readonly RowDifference[]> {
    return this.#kept.changes(this.#entry(id));
  }

  /** An imported file as it came. @throws MissingFiles */
  async rawFile(id: number): Promise<File> {
    return this.#kept.rawFile(this.#entry(id));
  }

  /** A record as it was written in its file. */
  async sourceRecord(sourceFile: number, record: number): Promise<SourceRecord | null> {
    const entry = this.#imports.find(sourceFile);
    return entry === undefined ? null : this.#kept.record(entry, record);
  }

  /** The same for several records of a file, by their numbers; what cannot be read is left out. */
  async sourceRecords(
    sourceFile: number,
    records: readonly number[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, SourceRecord>> {
    const entry = this.#imports.find(sourceFile);
    return entry === undefined ? new Map() : this.#kept.records(entry, records, signal);
  }

  close(): void {
    this.#worker.close();
  }

  async #import(requests: readonly ImportRequest[], hooks: ImportHooks): Promise<ImportReport[]> {
    const ready = requests.filter(({ plan }) => canImport(plan));
    const lack = tooLittleSpace(
      ready.map(({ plan }) => plan),
      this.engine.storage === 'memory' ? null : await persistence(),
    );
    if (lack !== undefined) return requests.map(({ plan }) => failedReport(plan, canImport(plan) ? [lack] : []));
    const importer = this.#tables.importer(hooks);
    const firstId = this.#imports.nextId;
    const staged: (Taken & { request: ImportRequest })[] = [];
    const reports = new Map<ImportRequest, ImportReport>();
    try {
      for (const [at, request] of ready.entries()) {
        const before = [...this.journal, ...staged.map(({ entry }) => entry)];
        const place = { id: firstId + at, before, turn: { at: at + 1, of: ready.length } };
        try {
          staged.push({ ...(await takeIn(importer, this.#kept, place, request, hooks.signal)), request });
        } catch (error) {
          hooks.signal?.throwIfAborted();
          reports.set(request, failedReport(request.plan, [problemOf(error)]));
        }
      }
      const entries = staged.length === 0 ? [] : await this.#commit(importer, staged);
      for (const [at, { report }] of entries.entries()) reports.set(staged[at]?.request as ImportRequest, report);
      return requests.map((request) => reports.get(request) ?? failedReport(request.plan, []));
    } finally {
      await importer.tidy();
      for (const id of ready.map((_, at) => firstId + at))
        if (this.#imports.find(id) === undefined) await this.#kept.forget({ id, raw: this.#kept.rawPath(id) });
    }
  }

  /** The database first, the journal last: if the journal cannot be written, the database goes back to what it says. */
  async #commit(importer: Importer, staged: readonly Taken[]): Promise<readonly JournalEntry[]> {
    const compared = await importer.merge(
      staged.map(({ stage }) => stage),
      {
        entries: [...this.journal, ...staged.map(({ entry }) => entry)],
        columns: (dataset) => (this.#facts[dataset].rows === 0 ? undefined : this.#facts[dataset].stored),
        coding: await appliedCoding(this.decisions),
        describe: staged.map(({ entry }) => entry.id),
      },
    );
    const entries = staged.map(({ entry }) => withDifference(entry, compared.get(entry.id)));
    try {
      for (const entry of entries) await this.#kept.keepChanges(entry, compared.get(entry.id)?.rows ?? []);
      await this.#imports.add(entries);
    } catch (error) {
      await this.#rebuild({});
      throw error;
    }
    await this.#changed();
    await this.#settleCoding();
    return entries;
  }

  /**
   * Makes some datasets again, of what the entries say. Until the rows are in place nothing has changed; then `note` tells the journal, and if
   * that fails the database goes back to what it says.
   */
  async #remake(
    entries: readonly JournalEntry[],
    datasets: readonly Dataset[],
    hooks: ImportHooks,
    note: (made: Made) => Promise<void>,
  ): Promise<void> {
    const made = await this.#tables.make(entries, datasets, revisedIn(this.journal, entries), hooks);
    try {
      await note(made);
    } catch (error) {
      await this.#rebuild({});
      throw error;
    }
    await this.#changed();
    await this.#settleCoding();
  }

  async #rebuild(hooks: ImportHooks): Promise<void> {
    await this.#kept.requireAll(this.journal);
    await eraseTables(this.engine);
    await this.#tables.make(this.journal, DATASETS, [], hooks);
    await this.#changed();
  }

  #entry(id: number): JournalEntry {
    const entry = this.#imports.find(id);
    if (entry === undefined) throw new Error(`There is no import ${id}`);
    return entry;
  }

  /** One change of the data after the other. */
  #inTurn<T>(body: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(body);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** The complaints are coded by what holds, also when a tab died or an import ended while that changed. */
  async #settleCoding(): Promise<void> {
    const order = await appliedCoding(this.decisions);
    if (this.#facts.complaint.rows > 0 && (order?.name ?? '') !== this.#coding) await this.#code(order, {});
  }

  async #code(order: CodingOrder | undefined, hooks: CodingHooks): Promise<CodingPass> {
    const pass = await recode(this.engine, order, hooks);
    await this.#changed();
    return pass;
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

/** Imports that are in both, under another plan. */
function revisedIn(before: readonly JournalEntry[], after: readonly JournalEntry[]): number[] {
  return after
    .filter((entry) => before.some(({ id }) => id === entry.id) && !before.includes(entry))
    .map(({ id }) => id);
}
