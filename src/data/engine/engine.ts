import { DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import type { Connection } from './connection';
import { Flights } from './flights';
import { Inspector, type Receiver } from './inspector';
import type { OpenDatabase } from './open';
import { Readers } from './readers';
import type { Row } from './rows';
import type { TextBatch } from './text-batches';
import type { Storage, WorkspaceName } from './workspace';
import { type Write, Writer } from './writer';

/** Statements that may read at the same time; they share one thread, more would only make each slower. */
const READERS = 4;

/** The rows of one workspace, and the statements that can be run on them. Refusals are `EngineError`s. */
export interface Engine {
  readonly workspace: WorkspaceName;
  readonly storage: Storage;
  /** Why `storage` is 'memory'; null when the rows are kept. */
  readonly storageReason: string | null;
  /** The database was unreadable and is now empty: it has to be filled again from the imported files. */
  readonly rebuilt: boolean;

  /**
   * Runs a query. Values are as `decodeRows` says. Equal queries in flight are one query, and its rows are shared: do
   * not change them. An abort rejects at once with the signal's reason; the query is cancelled when nobody waits for it.
   */
  run<R extends object = Row>(sql: string, options?: { readonly signal?: AbortSignal }): Promise<R[]>;

  /** Runs a query of one INTEGER column, for results too long to be objects. Not shared with equal queries. */
  integers(sql: string, options?: { readonly signal?: AbortSignal }): Promise<Int32Array>;

  /** Runs a query of two INTEGER columns and a VARCHAR, without NULLs, for passes over many texts. Not shared with equal queries. */
  texts(sql: string, options?: { readonly signal?: AbortSignal }): Promise<TextBatch[]>;

  /** Runs a statement that somebody typed, if it is a single one that only reads. */
  inspect(sql: string, options?: { readonly signal?: AbortSignal }): Promise<Row[]>;

  /** The same with every cell as the engine writes it, handed over while the rows are computed. No import ends meanwhile. */
  inspectStream(sql: string, receiver: Receiver, options?: { readonly signal?: AbortSignal }): Promise<void>;

  /**
   * Runs one statement that writes, after those before it; other tabs and a reload see it only after the next
   * transaction or close. An aborted statement leaves nothing behind; one that was quicker than the abort resolves.
   */
  write: Write;

  /**
   * Runs the body's statements as one: all of them, durable when this resolves, or none of them. `run` sees them
   * when it resolves. Within the body use its `write` only: that of the engine would wait for the transaction's end.
   */
  transaction<T>(body: (write: Write) => Promise<T>): Promise<T>;

  /** Makes a file readable as `read_csv('<name>')`, without copying it. */
  registerFile(name: string, file: File): Promise<void>;
  dropFile(name: string): Promise<void>;
  /** Bytes of a registered file that were read so far, also while a statement reads it; comes in steps of read_csv's buffer. */
  readProgress(name: string): Promise<number>;
}

/** An engine on an open database, and the two ways to end it. */
export class DatabaseEngine implements Engine {
  readonly #open: OpenDatabase;
  readonly #closing = new AbortController();
  readonly #flights: Flights<Row[]>;
  readonly #readers: Readers;
  readonly #writer: Writer;
  readonly #inspector: Inspector;
  /** Bytes read of earlier files of the same name: the engine counts by name and never starts anew. */
  readonly #readBefore = new Map<string, number>();

  private constructor(
    readonly workspace: WorkspaceName,
    open: OpenDatabase,
    connections: {
      readonly writing: Connection;
      readonly inspecting: Connection;
      readonly reading: readonly Connection[];
    },
  ) {
    const { signal: closing } = this.#closing;
    const readers = new Readers(connections.reading);
    this.#open = open;
    this.#readers = readers;
    // Takes the place of a reader, although it has a connection of its own: no checkpoint may meet it (see `Writer`).
    this.#inspector = new Inspector(connections.inspecting, (body, signal) => readers.use(body, signal));
    this.#flights = new Flights((sql, signal) => readers.run(sql, AbortSignal.any([signal, closing])));
    this.#writer = new Writer({
      database: open.database,
      connection: connections.writing,
      readers,
      closing,
      onChange: () => this.#flights.forget(),
    });
  }

  static async create(workspace: WorkspaceName, open: OpenDatabase): Promise<DatabaseEngine> {
    const writing = await open.connect();
    const reading = await Promise.all(Array.from({ length: READERS }, () => open.connect()));
    return new DatabaseEngine(workspace, open, { writing, inspecting: await open.connect(), reading });
  }

  get storage(): Storage {
    return this.#open.storage;
  }

  get storageReason(): string | null {
    return this.#open.storageReason;
  }

  get rebuilt(): boolean {
    return this.#open.rebuilt;
  }

  run<R extends object = Row>(sql: string, options: { readonly signal?: AbortSignal } = {}): Promise<R[]> {
    return this.#flights.join(sql, options.signal) as Promise<object[]> as Promise<R[]>;
  }

  integers(sql: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Int32Array> {
    const either = this.#orClosing(signal);
    return this.#readers.use((connection) => connection.integers(sql, either), either);
  }

  texts(sql: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<TextBatch[]> {
    const either = this.#orClosing(signal);
    return this.#readers.use((connection) => connection.texts(sql, either), either);
  }

  inspect(sql: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Row[]> {
    return this.#inspector.run(sql, this.#orClosing(signal));
  }

  inspectStream(sql: string, receiver: Receiver, { signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    return this.#inspector.stream(sql, receiver, this.#orClosing(signal));
  }

  write(sql: string, options: { readonly signal?: AbortSignal } = {}): Promise<Row[]> {
    return this.#writer.write(sql, options.signal);
  }

  transaction<T>(body: (write: Write) => Promise<T>): Promise<T> {
    return this.#writer.transaction(body);
  }

  async registerFile(name: string, file: File): Promise<void> {
    const { database } = this.#open;
    await database.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
    await database.collectFileStatistics(name, true);
    this.#readBefore.set(name, await this.#bytesRead(name));
  }

  async dropFile(name: string): Promise<void> {
    this.#readBefore.delete(name);
    await this.#open.database.dropFile(name);
  }

  async readProgress(name: string): Promise<number> {
    return (await this.#bytesRead(name)) - (this.#readBefore.get(name) ?? 0);
  }

  /** Cancels what is under way, makes the rest durable and stops the worker. */
  async close(): Promise<void> {
    if (this.#open.database.hasEnded) return;
    this.#closing.abort(closed());
    await this.#writer.close().catch(() => undefined);
    this.abandon();
  }

  /** Stops the worker at once; what was not durable is lost. */
  abandon(): void {
    if (this.#open.database.hasEnded) return;
    this.#closing.abort(closed());
    this.#open.database.end(closed());
  }

  /** Aborts with the caller's signal, or when the engine closes. */
  #orClosing(signal?: AbortSignal): AbortSignal {
    const closing = this.#closing.signal;
    return signal === undefined ? closing : AbortSignal.any([signal, closing]);
  }

  async #bytesRead(name: string): Promise<number> {
    return (await this.#open.database.exportFileStatistics(name)).totalFileReadsCold;
  }
}

const closed = () => new DOMException('The engine was closed', 'AbortError');
