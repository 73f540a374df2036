import type { Connection } from './connection';
import type { Database } from './database';
import { engineMessage } from './engine-error';
import type { Readers } from './readers';
import type { Row } from './rows';

/** Runs one statement; see `Engine.write`. */
export type Write = (sql: string, options?: { readonly signal?: AbortSignal }) => Promise<Row[]>;

interface WriterParts {
  readonly database: Database;
  readonly connection: Connection;
  readonly readers: Readers;
  /** Aborts when the engine closes. */
  readonly closing: AbortSignal;
  /** Called after each change that others can see. */
  readonly onChange: () => void;
}

/**
 * The one connection that writes, one caller after the other.
 *
 * A CHECKPOINT waits for every scan of a changed table to end; in an engine of one thread, where a scan that is under
 * way in another connection only goes on when it is polled, that wait never ends (duckdb-wasm 1.32.0). So the engine is
 * told never to checkpoint by itself (`checkpoint_threshold` in `open.ts`), and here it is done while nobody reads.
 */
export class Writer {
  readonly #parts: WriterParts;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  write(sql: string, signal?: AbortSignal): Promise<Row[]> {
    return this.#inTurn(async () => {
      const rows = await this.#execute(sql, signal);
      this.#parts.onChange();
      return rows;
    });
  }

  transaction<T>(body: (write: Write) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const result = await this.#committed(body);
      this.#parts.onChange();
      await this.#checkpoint();
      return result;
    });
  }

  /** Lets the statements under way end and makes the last of them durable. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#checkpoint());
  }

  async #committed<T>(body: (write: Write) => Promise<T>): Promise<T> {
    const { connection } = this.#parts;
    await connection.execute('BEGIN TRANSACTION');
    try {
      const result = await body((sql, options) => this.#execute(sql, options?.signal));
      this.#parts.closing.throwIfAborted();
      await connection.execute('COMMIT');
      return result;
    } catch (error) {
      // A failed COMMIT has rolled back already, and a dead engine has nothing to roll back.
      await connection.execute('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  #execute(sql: string, signal?: AbortSignal): Promise<Row[]> {
    const { connection, closing } = this.#parts;
    return connection.execute(sql, signal === undefined ? closing : AbortSignal.any([signal, closing]));
  }

  /** What cannot be made durable must not stay visible: the engine then ends and reopens at the last checkpoint. */
  #checkpoint(): Promise<void> {
    const { connection, database, readers } = this.#parts;
    return readers.exclusively(async () => {
      try {
        await connection.execute('CHECKPOINT');
      } catch (error) {
        database.crash(new Error(engineMessage(error)));
        throw error;
      }
    });
  }

  #inTurn<T>(body: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(body);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
