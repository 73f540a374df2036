import type { WorkspaceName } from '../data/engine/workspace';
import type { ImportHooks, ImportProgress } from '../data/ingest/importer';
import type { JournalEntry } from '../data/ingest/kept/journal';
import type { FilePlan, ImportOptions, ImportReport } from '../data/ingest/plan';
import { canImport } from '../data/ingest/report';
import type { Refusal } from '../data/ingest/survey/analyse';
import { optionsOf } from '../data/ingest/survey/told';
import { remember } from '../data/profiles/remember';
import type { Workspace } from '../data/workspace';
import { Pace } from './pace';

/** A file under review: what was found out about it under which options. */
export interface ReviewItem {
  /** Stays the same while the file is revised and others come and go. */
  readonly id: number;
  readonly file: File;
  readonly options: ImportOptions;
  readonly result: FilePlan | Refusal;
  /** Name of the profile that the import is kept as; false = none, undefined = as proposed. */
  readonly keepAs?: string | false;
  /** Number of the import whose place it takes; undefined of a file that is new. */
  readonly revises?: number;
}

/** What was kept of how a file was read: the name of its profile, or why nothing could be kept. */
export type Remembered = { readonly profile: string } | { readonly failed: string };

/** How far work is. */
export interface Advance {
  readonly progress: ImportProgress;
  /** Until the step at hand is done; undefined while nobody can tell. */
  readonly secondsLeft: number | undefined;
}

export type JobState =
  | { readonly kind: 'idle' }
  /** `items` are under review already; they wait. */
  | ({ readonly kind: 'analysing'; readonly items: readonly ReviewItem[] } & Advance)
  | { readonly kind: 'review'; readonly items: readonly ReviewItem[] }
  /** `records` of the file at hand; undefined once the files are put together. */
  | ({ readonly kind: 'importing'; readonly records: number | undefined } & Advance)
  | {
      readonly kind: 'done';
      readonly reports: readonly ImportReport[];
      readonly remembered: ReadonlyMap<ImportReport, Remembered>;
    }
  /** An import is taken back. */
  | ({ readonly kind: 'undoing'; readonly file: string } & Advance)
  | { readonly kind: 'undone'; readonly file: string }
  | { readonly kind: 'failed'; readonly message: string; readonly cause: 'analysing' | 'importing' | 'undoing' };

const IDLE: JobState = { kind: 'idle' };
const FETCHING: ImportProgress = { step: 'reading', file: '', at: 0, of: 0, bytes: 0, total: 0 };

/** One import from dropped files to the report. It belongs to no screen, so leaving the screen does not stop it. */
export class ImportJob {
  readonly #listeners = new Set<() => void>();
  #state: JobState = IDLE;
  #items: readonly ReviewItem[] = [];
  /** Which workspace the items were looked at for. */
  #place: WorkspaceName | undefined;
  #lastId = 0;
  #controller = new AbortController();
  readonly #pace = new Pace();

  readonly getState = (): JobState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Work is under way: no files can be added. */
  get busy(): boolean {
    const { kind } = this.getState();
    return kind === 'importing' || kind === 'analysing' || kind === 'undoing';
  }

  /** Resolves when no work is under way. */
  async settled(): Promise<void> {
    while (this.busy) {
      await new Promise<void>((resolve) => {
        const leave = this.subscribe(() => {
          leave();
          resolve();
        });
      });
    }
  }

  /** Looks at files and puts them up for review, beside those that are there already. */
  async add(workspace: Workspace, files: readonly File[], options: ImportOptions = {}): Promise<void> {
    if (this.busy) return;
    if (this.#state.kind !== 'review') this.#items = [];
    this.#enter(workspace);
    await this.#attempt(async (signal) => {
      await this.#look(workspace, files, options, signal);
      this.#rest();
    });
  }

  /** Looks at one file again, under other options. */
  async revise(workspace: Workspace, id: number, options: ImportOptions): Promise<void> {
    if (this.#state.kind !== 'review') return;
    this.#enter(workspace);
    const item = this.#items.find((candidate) => candidate.id === id);
    if (item === undefined) return this.#rest();
    await this.#attempt(async (signal) => {
      const result = await this.#analyse(workspace, item.file, options, { at: 1, of: 1 }, signal);
      // Its name as a profile may have been changed meanwhile.
      this.#items = this.#items.map((other) => (other.id === id ? { ...other, options, result } : other));
      this.#rest();
    });
  }

  /** Says how the import of a file is to be kept as a profile. */
  keepAs(id: number, keepAs: string | false): void {
    const state = this.#state;
    if (state.kind !== 'review' && state.kind !== 'analysing') return;
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, keepAs } : item));
    this.#become({ ...state, items: this.#items });
  }

  /** Takes a file out of the review. */
  remove(id: number): void {
    if (this.#state.kind !== 'review') return;
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#rest();
  }

  /** Imports what can be imported of the files under review. */
  async confirm(workspace: Workspace): Promise<void> {
    if (this.#state.kind !== 'review') return;
    this.#enter(workspace);
    await this.#attempt((signal) => this.#import(workspace, signal));
  }

  /** Imports files without a review, all or none: those of the sample, which are known. */
  async run(workspace: Workspace, files: () => Promise<File[]>): Promise<void> {
    if (this.busy) return;
    this.#items = [];
    this.#enter(workspace);
    await this.#attempt(async (signal) => {
      signal.addEventListener('abort', () => {
        this.#items = [];
      });
      this.#become({ kind: 'analysing', items: [], ...this.#advance(FETCHING) });
      const fetched = await files();
      signal.throwIfAborted();
      await this.#look(workspace, fetched, {}, signal);
      await this.#import(workspace, signal);
    });
  }

  /** Takes an import back. What is under review waits. */
  async undo(workspace: Workspace, id: number): Promise<void> {
    if (this.busy) return;
    this.#enter(workspace);
    const file = workspace.journal.find((entry) => entry.id === id)?.plan.name ?? '';
    const onProgress = (progress: ImportProgress) => {
      if (!this.#controller.signal.aborted) this.#become({ kind: 'undoing', file, ...this.#advance(progress) });
    };
    await this.#attempt(async (signal) => {
      onProgress({ step: 'merging', file: '', at: 0, of: 0, bytes: 0, total: 0 });
      await workspace.undo(id, { signal, onProgress });
      // It has no place any more that a file could take.
      this.#items = this.#items.filter(({ revises }) => revises !== id);
      if (this.#items.length > 0) this.#rest();
      else this.#become({ kind: 'undone', file });
    });
  }

  /** Looks at a file again that is imported already, as it was read then; confirmed, it takes its own place in the data. */
  async reopen(workspace: Workspace, entry: JournalEntry): Promise<void> {
    if (this.busy) return;
    this.#enter(workspace);
    if (this.#items.some(({ revises }) => revises === entry.id)) return;
    await this.#attempt(async (signal) => {
      const file = await workspace.rawFile(entry.id);
      const options = optionsOf(entry.plan);
      const result = await this.#analyse(workspace, file, options, { at: 1, of: 1 }, signal);
      this.#lastId += 1;
      this.#items = [...this.#items, { id: this.#lastId, file, options, result, revises: entry.id }];
      this.#rest();
    });
  }

  /** Stops what is under way: an analysis ends in what was found before it, an import in the review, with nothing changed. */
  cancel(): void {
    this.#controller.abort();
  }

  /** From a failure back to what was under review. */
  resume(): void {
    if (this.#state.kind === 'failed') this.#rest();
  }

  /** Ends the job, whatever it is at. */
  dismiss(): void {
    this.cancel();
    this.#items = [];
    this.#rest();
  }

  async #look(
    workspace: Workspace,
    files: readonly File[],
    options: ImportOptions,
    signal: AbortSignal,
  ): Promise<void> {
    for (const [at, dropped] of files.entries()) {
      const turn = { at: at + 1, of: files.length };
      const show = this.#shower(dropped.name, turn, signal);
      for (const found of await workspace.unpack(dropped, { signal, onProgress: show })) {
        signal.throwIfAborted();
        const unread = 'refused' in found;
        const result = unread ? found : await this.#analyse(workspace, found, options, turn, signal);
        this.#lastId += 1;
        const file = unread ? new File([], found.name) : found;
        this.#items = [...this.#items, { id: this.#lastId, file, options, result }];
      }
    }
  }

  async #analyse(
    workspace: Workspace,
    file: File,
    options: ImportOptions,
    turn: { at: number; of: number },
    signal: AbortSignal,
  ) {
    const show = this.#shower(file.name, turn, signal);
    show({ bytes: 0, total: file.size });
    const result = await workspace.analyse(file, options, { signal, onProgress: show });
    signal.throwIfAborted();
    return result;
  }

  /** Shows how far the reading of a file is. */
  #shower(file: string, turn: { at: number; of: number }, signal: AbortSignal) {
    return ({ bytes, total }: Pick<ImportProgress, 'bytes' | 'total'>) => {
      const progress: ImportProgress = { step: 'reading', file, ...turn, bytes, total };
      if (!signal.aborted) this.#become({ kind: 'analysing', items: this.#items, ...this.#advance(progress) });
    };
  }

  async #import(workspace: Workspace, signal: AbortSignal): Promise<void> {
    const items = this.#items.filter(isImportable);
    const [first] = items;
    if (first === undefined) return this.#rest();
    const begun = { step: 'loading', at: 1, of: items.length, bytes: 0 } as const;
    this.#hooks([], signal).onProgress({ ...begun, file: first.file.name, total: first.file.size });
    const reports: ImportReport[] = [];
    const remembered = new Map<ImportReport, Remembered>();
    const note = async (item: ImportableItem, report: ImportReport) => {
      reports.push(report);
      if (!workspace.journal.some((entry) => entry.report === report)) return;
      // What is in does not come in again when the rest is cancelled or fails.
      this.#items = this.#items.filter(({ id }) => id !== item.id);
      const found = await keep(workspace, item);
      if (found !== undefined) remembered.set(report, found);
    };
    // Those that take their own place come first: it lies before all that is new.
    for (const item of items)
      if (item.revises !== undefined)
        await note(item, await workspace.revise(item.revises, item.result, this.#hooks([], signal)));
    const added = items.filter(({ revises }) => revises === undefined);
    const requests = added.map(({ file, result: plan }) => ({ file, plan }));
    const imported = requests.length === 0 ? [] : await workspace.import(requests, this.#hooks(added, signal));
    for (const [at, item] of added.entries()) await note(item, imported[at] as ImportReport);
    this.#items = [];
    this.#become({ kind: 'done', reports, remembered });
  }

  /** Shows how far an import is. @param files those that its steps count, in order; none where they are others */
  #hooks(files: readonly ImportableItem[], signal: AbortSignal) {
    const onProgress = (progress: ImportProgress) => {
      const isOfFile = progress.step === 'reading' || progress.step === 'loading';
      const records = isOfFile ? files[progress.at - 1]?.result.scan.records : undefined;
      if (!signal.aborted) this.#become({ kind: 'importing', records, ...this.#advance(progress) });
    };
    return { signal, onProgress } satisfies ImportHooks;
  }

  /** What was looked at for another workspace is not for this one: neither its files nor the imports that they would replace. */
  #enter({ name }: Workspace): void {
    if (this.#place !== name) this.#items = [];
    this.#place = name;
  }

  async #attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController();
    this.#controller = controller;
    try {
      await work(controller.signal);
    } catch (error) {
      if (controller !== this.#controller) return;
      if (controller.signal.aborted) return this.#rest();
      const { kind } = this.#state;
      const cause = kind === 'importing' || kind === 'undoing' ? kind : 'analysing';
      this.#become({ kind: 'failed', cause, message: error instanceof Error ? error.message : String(error) });
    }
  }

  #advance(progress: ImportProgress): Advance {
    return { progress, secondsLeft: this.#pace.secondsLeft(progress) };
  }

  #rest(): void {
    this.#become(this.#items.length === 0 ? IDLE : { kind: 'review', items: this.#items });
  }

  #become(state: JobState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

type ImportableItem = ReviewItem & { readonly result: FilePlan };

function isImportable(item: ReviewItem): item is ImportableItem {
  return !('refused' in item.result) && canImport(item.result);
}

/** The rows are in: that nothing could be learned from it does not undo the import. */
async function keep(
  workspace: Workspace,
  { result: plan, options, keepAs }: ImportableItem,
): Promise<Remembered | undefined> {
  try {
    const lesson = { plan, options, name: keepAs, at: new Date().toISOString() };
    const profile = await remember(workspace.decisions, lesson);
    return profile === undefined ? undefined : { profile };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
