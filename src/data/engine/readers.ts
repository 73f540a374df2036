import type { Connection } from './connection';
import type { Row } from './rows';

/** The connections that read: each runs one statement at a time, further statements wait for a free one. */
export class Readers {
  readonly #size: number;
  readonly #idle: Connection[];
  readonly #waiting = new Set<(connection: Connection) => void>();
  #paused = false;
  #whenIdle: (() => void) | null = null;

  constructor(connections: readonly Connection[]) {
    this.#size = connections.length;
    this.#idle = [...connections];
  }

  run(sql: string, signal: AbortSignal): Promise<Row[]> {
    return this.use((connection) => connection.execute(sql, signal), signal);
  }

  /** Lends a connection for one statement. */
  async use<T>(statement: (connection: Connection) => Promise<T>, signal: AbortSignal): Promise<T> {
    const connection = await this.#take(signal);
    try {
      return await statement(connection);
    } finally {
      this.#idle.push(connection);
      this.#dispatch();
    }
  }

  /** Runs the body while no statement reads: lets those under way end and holds new ones back. */
  async exclusively<T>(body: () => Promise<T>): Promise<T> {
    this.#paused = true;
    try {
      if (this.#idle.length < this.#size) {
        await new Promise<void>((resolve) => {
          this.#whenIdle = resolve;
        });
      }
      return await body();
    } finally {
      this.#paused = false;
      this.#dispatch();
    }
  }

  #take(signal: AbortSignal): Promise<Connection> {
    if (signal.aborted) return Promise.reject(signal.reason);
    const connection = this.#paused ? undefined : this.#idle.pop();
    return connection === undefined ? this.#queue(signal) : Promise.resolve(connection);
  }

  #queue(signal: AbortSignal): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(receive);
        reject(signal.reason);
      };
      const receive = (connection: Connection) => {
        this.#waiting.delete(receive);
        signal.removeEventListener('abort', leave);
        resolve(connection);
      };
      this.#waiting.add(receive);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  #dispatch(): void {
    if (this.#idle.length === this.#size) this.#whenIdle?.();
    if (this.#paused) return;
    for (const receive of this.#waiting) {
      const connection = this.#idle.pop();
      if (connection === undefined) return;
      receive(connection);
    }
  }
}
