import type { Refusal } from '../data/ingest/analyse';
import type { ImportProgress } from '../data/ingest/importer';
import type { FilePlan, ImportOptions, ImportReport } from '../data/ingest/plan';
import { canImport } from '../data/ingest/report';
import type { Workspace } from '../data/workspace';

/** A file under review: what was found out about it under which options. */
export interface ReviewItem {
  /** Stays the same while the file is revised and others come and go. */
  readonly id: number;
  readonly file: File;
  readonly options: ImportOptions;
  readonly result: FilePlan | Refusal;
}

export type JobState =
  | { readonly kind: 'idle' }
  /** `items` are those under review already; they wait, and nothing is lost when the analysis is cancelled. */
  | { readonly kind: 'analysing'; readonly progress: ImportProgress; readonly items: readonly ReviewItem[] }
  | { readonly kind: 'review'; readonly items: readonly ReviewItem[] }
  /** `records` of the file at hand, where it is one file's turn. */
  | { readonly kind: 'importing'; readonly progress: ImportProgress; readonly records: number | undefined }
  | { readonly kind: 'done'; readonly reports: readonly ImportReport[] }
  | { readonly kind: 'failed'; readonly message: string; readonly cause: 'analysing' | 'importing' };

const IDLE: JobState = { kind: 'idle' };

/** One import from dropped files to the report. It belongs to no screen, so leaving the screen does not stop it. */
export class ImportJob {
  readonly #listeners = new Set<() => void>();
  #state: JobState = IDLE;
  #items: readonly ReviewItem[] = [];
  #controller = new AbortController();

  readonly getState = (): JobState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks at files and puts them up for review, beside those that are there already. */
  async add(workspace: Workspace, files: readonly File[], options: ImportOptions = {}): Promise<void> {
    if (this.#busy()) return;
    if (this.#state.kind !== 'review') this.#items = [];
    await this.#look(workspace, files, options);
  }

  async #look(workspace: Workspace, files: readonly File[], options: ImportOptions): Promise<void> {
    await this.#attempt('analysing', async (signal) => {
      for (const [at, file] of files.entries()) {
        const result = await this.#analyse(workspace, file, options, { at: at + 1, of: files.length }, signal);
        this.#items = [...this.#items, { file, options, result }];
      }
      this.#become({ kind: 'review', items: this.#items });
    });
  }

  /** Looks at one file again, under other options. */
  async revise(workspace: Workspace, index: number, options: ImportOptions): Promise<void> {
    const item = this.#items[index];
    if (this.#state.kind !== 'review' || item === undefined) return;
    await this.#attempt('analysing', async (signal) => {
      const result = await this.#analyse(workspace, item.file, options, { at: 1, of: 1 }, signal);
      this.#items = this.#items.with(index, { file: item.file, options, result });
      this.#become({ kind: 'review', items: this.#items });
    });
  }

  /** Takes a file out of the review. */
  remove(index: number): void {
    if (this.#state.kind !== 'review') return;
    this.#items = this.#items.filter((_, at) => at !== index);
    this.#become(this.#items.length === 0 ? IDLE : { kind: 'review', items: this.#items });
  }

  /** Imports what can be imported of the files under review. */
  async confirm(workspace: Workspace): Promise<void> {
    const requests = this.#items.flatMap(({ file, result }) => ('refused' in result || !canImport(result) ? [] : [{ file, plan: result }]));
    if (this.#state.kind !== 'review' || requests.length === 0) return;
    await this.#attempt('importing', async (signal) => {
      const since = Date.now();
      const reports = await workspace.import(requests, { signal, onProgress: (progress) => this.#become({ kind: 'importing', progress, since }) });
      this.#items = [];
      this.#become({ kind: 'done', reports });
    });
  }

  /** Imports files without a review: those of the sample, which are known. */
  async run(workspace: Workspace, files: () => Promise<File[]>): Promise<void> {
    if (this.#busy()) return;
    this.#items = [];
    await this.#attempt('analysing', async () => {
      this.#become({ kind: 'analysing', since: Date.now(), progress: { step: 'reading', file: '', at: 0, of: 0, bytes: 0, total: 0 } });
      await this.#look(workspace, await files(), {});
      await this.confirm(workspace);
    });
  }

  /** Stops what is under way: an analysis ends in what was found before it, an import in the review, with nothing changed. */
  cancel(): void {
    this.#controller.abort();
  }

  dismiss(): void {
    this.cancel();
    this.#items = [];
    this.#become(IDLE);
  }

  #busy(): boolean {
    return this.#state.kind === 'importing' || this.#state.kind === 'analysing';
  }

  async #analyse(workspace: Workspace, file: File, options: ImportOptions, turn: { at: number; of: number }, signal: AbortSignal) {
    const since = Date.now();
    const show = (bytes: number) =>
      this.#become({ kind: 'analysing', since, progress: { step: 'reading', file: file.name, ...turn, bytes, total: file.size } });
    show(0);
    return workspace.analyse(file, options, { signal, onProgress: ({ bytes }) => show(bytes) });
  }

  async #attempt(cause: 'analysing' | 'importing', work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) this.#become(this.#items.length === 0 ? IDLE : { kind: 'review', items: this.#items });
      else this.#become({ kind: 'failed', cause, message: error instanceof Error ? error.message : String(error) });
    }
  }

  #become(state: JobState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
