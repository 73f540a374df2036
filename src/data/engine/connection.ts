import type { Database } from './database';
import { EngineError, engineMessage } from './engine-error';
import { decodeIntegers, decodeRows, type Row } from './rows';
import { decodeTexts, type TextBatch } from './text-batches';

/**
 * A statement that has not stopped this long (ms) after its abort never will: a slice ends only where the engine looks
 * up, and a cross join that keeps no row never does. Long, because the slice of another statement may be in the way.
 */
const CANCEL_PATIENCE = 30_000;

/** What the engine says, or how it dies, when nothing that it holds can be trusted any more. */
const isFatal = (error: unknown, message: string) =>
  (error instanceof Error && error.name === 'RuntimeError') || message.includes('database has been invalidated');

/**
 * One connection, one statement at a time. Statements are polled in slices, so that those of other connections get
 * their turn and an abort is seen between two slices. Results arrive whole unless streamed: a result that is streamed
 * keeps its table locked until the last row is fetched (see `Writer` for what that would do).
 */
export class Connection {
  readonly #database: Database;
  readonly #id: number;

  private constructor(database: Database, id: number) {
    this.#database = database;
    this.#id = id;
  }

  /** Opens a connection that works in the given catalog. */
  static async open(database: Database, catalog: string | null): Promise<Connection> {
    const connection = new Connection(database, await database.connectInternal());
    if (catalog !== null) await connection.execute(`USE ${catalog}`);
    return connection;
  }

  /**
   * Runs SQL to its end and returns the rows of its last statement. When the signal aborts first, the statement is
   * cancelled, leaves nothing behind, and the promise rejects with the signal's reason once the connection is free.
   */
  execute(sql: string, signal?: AbortSignal): Promise<Row[]> {
    return this.#decoded(sql, signal, decodeRows);
  }

  /**
   * Runs a query and hands over its rows while they are computed, until `take` returns false or there are no more. Between two calls the
   * query keeps its tables locked, so nobody may wait for somebody else in `take`.
   */
  stream(sql: string, take: (rows: Row[]) => boolean, signal?: AbortSignal): Promise<void> {
    return this.#watched(sql, signal, async () => {
      const schema = await this.#begun(sql, signal, true);
      for (;;) {
        const batch = await this.#database.fetchQueryResults(this.#id);
        if (batch?.length === 0) return;
        if (signal?.aborted || (batch !== null && !take(decodeRows([schema, batch])))) {
          await this.#cancel();
          signal?.throwIfAborted();
          return;
        }
      }
    });
  }

  /** Like `execute` for the one INTEGER column of a query. */
  integers(sql: string, signal?: AbortSignal): Promise<Int32Array> {
    return this.#decoded(sql, signal, decodeIntegers);
  }

  /** Like `execute` for a query of two INTEGER columns and a text. */
  texts(sql: string, signal?: AbortSignal): Promise<TextBatch[]> {
    return this.#decoded(sql, signal, decodeTexts);
  }

  close(): Promise<void> {
    return this.#database.disconnect(this.#id);
  }

  /** Rejects unless the text is one valid statement. */
  async checkSingle(sql: string): Promise<void> {
    try {
      const statement = await this.#database.createPrepared(this.#id, sql);
      await this.#database.closePrepared(this.#id, statement);
    } catch (error) {
      throw this.#failure(error, sql);
    }
  }

  #decoded<T>(
    sql: string,
    signal: AbortSignal | undefined,
    decode: (messages: readonly Uint8Array[]) => T,
  ): Promise<T> {
    return this.#watched(sql, signal, async () => decode(await this.#result(sql, signal)));
  }

  async #watched<T>(sql: string, signal: AbortSignal | undefined, body: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    let patience: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      patience = setTimeout(() => this.#database.crash(new Error('A statement could not be stopped')), CANCEL_PATIENCE);
    };
    signal?.addEventListener('abort', watch);
    try {
      return await body();
    } catch (error) {
      const failure = this.#failure(error, sql);
      throw signal?.aborted ? signal.reason : failure;
    } finally {
      signal?.removeEventListener('abort', watch);
      clearTimeout(patience);
    }
  }

  #failure(error: unknown, sql: string): EngineError {
    const message = engineMessage(error);
    if (isFatal(error, message)) this.#database.crash(new Error(message));
    return new EngineError(message, sql);
  }

  /** Arrow IPC messages: the schema, then the batches. */
  async #result(sql: string, signal?: AbortSignal): Promise<Uint8Array[]> {
    const messages = [await this.#begun(sql, signal, false)];
    for (;;) {
      const batch = await this.#database.fetchQueryResults(this.#id);
      if (batch?.length === 0) return messages;
      if (batch !== null) messages.push(batch);
    }
  }

  /** Polls a statement until its first rows (all of them, when not streamed) are there; the schema's message. */
  async #begun(sql: string, signal: AbortSignal | undefined, streamed: boolean): Promise<Uint8Array> {
    let schema = await this.#database.startPendingQuery(this.#id, sql, streamed);
    while (schema === null) {
      if (signal?.aborted) {
        await this.#cancel();
        throw signal.reason;
      }
      schema = await this.#database.pollPendingQuery(this.#id);
    }
    return schema;
  }

  /** A cancelled statement keeps its tables locked until the next one begins on the connection. */
  async #cancel(): Promise<void> {
    await this.#database.cancelPendingQuery(this.#id);
    await this.#result('SELECT 1');
  }
}
