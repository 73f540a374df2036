import { downloadEngine, missingFeature, type Progress, startEngine } from './boot';
import type { Database } from './database';
import { databaseIsFree } from './database-file';
import { DatabaseEngine, type Engine } from './engine';
import { engineMessage } from './engine-error';
import { openInFile, openInMemory } from './open';
import { opfsRoot } from './opfs';
import { claimOwnership, type Loss, type Ownership } from './ownership';
import type { WorkspaceName } from './workspace';

/** An engine that has not closed after this time (ms) hangs. */
const CLOSE_PATIENCE = 5000;

/** What a session has to show. */
export type EngineState =
  | { readonly kind: 'closed' }
  /** Bytes of the engine that have arrived; when all are there it is compiled and opened. */
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number | null }
  | { readonly kind: 'ready'; readonly engine: Engine }
  /** The browser lacks what the engine needs. */
  | { readonly kind: 'unsupported'; readonly missing: string }
  /** Another tab has the workspace open: offer `open({ takeOver: true })`. */
  | { readonly kind: 'taken' }
  /** This tab had it, and another one took it over. */
  | { readonly kind: 'released' }
  | { readonly kind: 'failed'; readonly message: string };

/** What a session that is ready, or about to be, has to give back. */
interface Tenure {
  readonly aborted: AbortController;
  ownership: Ownership | null;
  database: Database | null;
  engine: DatabaseEngine | null;
}

/** Stops the worker at once, which lets go of the file. */
function stop({ engine, database }: Tenure): void {
  engine?.abandon();
  database?.end(new Error('The engine was closed'));
}

/**
 * One tab's hold on a workspace: opens its engine, gives it up when another tab takes over, and tells its state.
 * `subscribe` and `getState` are what React's `useSyncExternalStore` takes; opening and closing may be called in any
 * order and any number of times, they happen one after the other.
 */
export class EngineSession {
  readonly workspace: WorkspaceName;
  readonly #forceMemory: boolean;
  readonly #listeners = new Set<() => void>();
  #state: EngineState = { kind: 'closed' };
  #tenure: Tenure | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(workspace: WorkspaceName, { forceMemory = false }: { readonly forceMemory?: boolean } = {}) {
    this.workspace = workspace;
    this.#forceMemory = forceMemory;
  }

  readonly getState = (): EngineState => this.#state;

  /** Calls the listener after each change of state until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens the engine if it is not open, and returns the state that this led to; never rejects. */
  open({ takeOver = false }: { readonly takeOver?: boolean } = {}): Promise<EngineState> {
    return this.#inTurn(async () => {
      if (this.#tenure === null) this.#become(await this.#begin(takeOver));
      return this.#state;
    });
  }

  /** Closes the engine, or stops opening it; what was written is durable when this resolves. */
  close(): Promise<void> {
    return this.#giveUp({ kind: 'closed' });
  }

  async #begin(takeOver: boolean): Promise<EngineState> {
    const tenure: Tenure = { aborted: new AbortController(), ownership: null, database: null, engine: null };
    this.#tenure = tenure;
    const state = await this.#launch(tenure, takeOver).catch(
      (error): EngineState => ({ kind: 'failed', message: engineMessage(error) }),
    );
    if (state.kind !== 'ready') await this.#end();
    return tenure.aborted.signal.aborted ? this.#state : state;
  }

  async #launch(tenure: Tenure, takeOver: boolean): Promise<EngineState> {
    const { signal } = tenure.aborted;
    this.#become({ kind: 'loading', loaded: 0, total: null });
    const missing = await missingFeature();
    if (missing !== null) return { kind: 'unsupported', missing };

    const noFile = await this.#whyMemory();
    if (noFile === null && !(await this.#claim(tenure, takeOver))) return { kind: 'taken' };
    signal.throwIfAborted();

    const wasm = await downloadEngine(this.#onProgress, signal);
    this.#onProgress(wasm.size, wasm.size);
    const onCrash = (reason: Error) => void this.#giveUp({ kind: 'failed', message: reason.message });
    const start = async () => {
      tenure.database = await startEngine(wasm, onCrash);
      signal.throwIfAborted();
      return tenure.database;
    };
    const open = noFile === null ? await openInFile(start, this.workspace) : await openInMemory(start, noFile);
    tenure.engine = await DatabaseEngine.create(this.workspace, open);
    signal.throwIfAborted();
    return { kind: 'ready', engine: tenure.engine };
  }

  readonly #onProgress: Progress = (loaded, total) => this.#become({ kind: 'loading', loaded, total });

  async #whyMemory(): Promise<string | null> {
    if (this.#forceMemory) return 'requested';
    if ((await opfsRoot()) === null) return 'no private file system';
    return 'locks' in navigator ? null : 'no locks';
  }

  /** Whether the workspace is this tab's and its file can be opened. */
  async #claim(tenure: Tenure, takeOver: boolean): Promise<boolean> {
    const onLoss = (loss: Loss) => this.#lose(tenure, loss);
    tenure.ownership = await claimOwnership(`truecause-${this.workspace}`, { takeOver, onLoss });
    return tenure.ownership !== null && (await databaseIsFree(this.workspace));
  }

  #lose(tenure: Tenure, loss: Loss): void {
    // The thief waits for the file: no time to make anything durable.
    if (loss === 'stolen') stop(tenure);
    if (tenure !== this.#tenure) return;
    void this.#giveUp({ kind: 'released' });
  }

  #giveUp(last: EngineState): Promise<void> {
    this.#tenure?.aborted.abort();
    return this.#inTurn(async () => {
      await this.#end();
      this.#become(last);
    });
  }

  async #end(): Promise<void> {
    const tenure = this.#tenure;
    if (tenure === null) return;
    this.#tenure = null;
    const hung = setTimeout(() => stop(tenure), CLOSE_PATIENCE);
    await tenure.engine?.close();
    clearTimeout(hung);
    stop(tenure);
    tenure.ownership?.release();
  }

  #become(state: EngineState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  #inTurn<T>(body: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(body);
    this.#turn = turn;
    return turn;
  }
}
