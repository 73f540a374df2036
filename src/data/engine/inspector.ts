import type { Connection } from './connection';
import { EngineError } from './engine-error';
import type { Row } from './rows';

/** How a statement may begin that somebody typed. A read-only transaction alone lets COPY TO, SET, ATTACH and COMMIT pass. */
const READING = /^\s*(select|with|from|values|describe|show|summarize|pivot|explain(?!\s+analyze))\b/i;
const COMMENTS = /^(\s*(--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/))+/;

/** Runs statements that were typed by people or scripts: single ones that only read, on a connection of their own. */
export class Inspector {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly connection: Connection) {}

  /** @throws EngineError when the statement does not only read, is not one statement, or is wrong */
  run(sql: string, signal?: AbortSignal): Promise<Row[]> {
    const turn = this.#turn.then(() => this.#run(sql, signal));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #run(sql: string, signal?: AbortSignal): Promise<Row[]> {
    if (!READING.test(sql.replace(COMMENTS, '')))
      throw new EngineError(
        'Only statements that read are run here: SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE, PIVOT, EXPLAIN',
        sql,
      );
    await this.connection.execute('BEGIN TRANSACTION READ ONLY');
    try {
      await this.connection.checkSingle(sql);
      return await this.connection.execute(sql, signal);
    } finally {
      await this.connection.execute('ROLLBACK').catch(() => undefined);
    }
  }
}
