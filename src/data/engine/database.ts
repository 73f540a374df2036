import { AsyncDuckDB, VoidLogger, type WorkerTaskReturnType, type WorkerTaskVariant } from '@duckdb/duckdb-wasm';

/**
 * AsyncDuckDB that fails where the original falls silent. In duckdb-wasm 1.32.0 a request that is open when the worker
 * crashes or is terminated never settles, and a later one resolves with undefined. Here both are rejected.
 * Delete when upstream rejects them.
 */
export class Database extends AsyncDuckDB {
  readonly #onCrash: (reason: Error) => void;
  #ended: Error | null = null;

  constructor(worker: Worker, onCrash: (reason: Error) => void) {
    super(new VoidLogger(), worker);
    this.#onCrash = onCrash;
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** Stops the worker at once; everything asked of it, open or to come, rejects with the reason. */
  end(reason: Error): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    void this.terminate();
    for (const task of this._pendingRequests.values()) task.promiseRejecter(reason);
    this._pendingRequests.clear();
  }

  /** Ends and tells the owner: for an instance that can no longer be trusted. */
  crash(reason: Error): void {
    if (this.#ended !== null) return;
    this.end(reason);
    this.#onCrash(reason);
  }

  protected override onError(event: ErrorEvent): void {
    this.crash(new Error(event.message || 'The engine did not start'));
  }

  protected override async postTask<W extends WorkerTaskVariant>(
    task: W,
    transfer: ArrayBuffer[] = [],
  ): Promise<WorkerTaskReturnType<W>> {
    if (this.#ended !== null) throw this.#ended;
    return super.postTask(task, transfer);
  }
}
