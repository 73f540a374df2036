import { identifier } from '../schema/sql';
import type { Connection } from './connection';
import { checkReads, type ReadingStatement, RefusedStatement, reasonFor, suspiciousFunctions } from './reading-only';
import type { Row } from './rows';

/** A column of an answer: its name, which others may share, and the engine's type. */
export interface AnswerColumn {
  readonly name: string;
  readonly type: string;
}

/** A row of an answer, each cell as the engine writes it. */
export type AnswerRow = readonly (string | null)[];

/** Takes an answer as it comes. */
export interface Receiver {
  /** Once, before the first row. */
  columns(columns: readonly AnswerColumn[]): void;
  /** Some more rows, in order; false when they are enough. */
  rows(rows: AnswerRow[]): boolean;
}

/**
 * Runs statements that were typed by people or scripts: single ones that only read the tables, on a connection of their own. Checked by
 * their words, then by the plan that the engine makes of them; nothing is run before both agree.
 */
export class Inspector {
  #turn: Promise<unknown> = Promise.resolve();

  /** @param hold keeps the place of a reader for a statement: while one waits for its turn, the others read on */
  constructor(
    private readonly connection: Connection,
    private readonly hold: <T>(body: () => Promise<T>, signal: AbortSignal) => Promise<T>,
  ) {}

  /** The rows as values. @throws EngineError when the statement is wrong; RefusedStatement when it may do more than read */
  run(sql: string, signal: AbortSignal): Promise<Row[]> {
    return this.#inTurn(async () => {
      const statement = await this.#checked(sql, signal);
      return this.connection.execute(statement.sql, signal);
    }, signal);
  }

  /** The rows as texts, exact whatever their type, handed over while they are computed: an answer of any length takes no room here. */
  stream(sql: string, receiver: Receiver, signal: AbortSignal): Promise<void> {
    return this.#inTurn(async () => {
      const statement = await this.#checked(sql, signal);
      const columns = await this.#columns(statement, signal);
      receiver.columns(columns);
      const text = statement.explains ? statement.sql : asTexts(statement.sql, columns);
      const names = statement.explains ? columns.map(({ name }) => name) : columns.map((_, at) => `c${at}`);
      await this.connection.stream(
        text,
        (rows) => receiver.rows(rows.map((row) => names.map((name) => row[name] as string | null))),
        signal,
      );
    }, signal);
  }

  #inTurn<T>(body: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const inTransaction = async () => {
      await this.connection.execute('BEGIN TRANSACTION READ ONLY');
      try {
        return await body();
      } finally {
        await this.connection.execute('ROLLBACK').catch(() => undefined);
      }
    };
    const turn = this.#turn.then(() => this.hold(inTransaction, signal));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #checked(sql: string, signal: AbortSignal): Promise<ReadingStatement> {
    const statement = checkReads(sql);
    if (!statement.pivots) await this.connection.checkSingle(statement.sql);
    if (statement.query === undefined) return statement;
    const plan = await this.connection.execute(`EXPLAIN (FORMAT JSON)\n${statement.query}`, signal);
    const [suspicious] = plan.flatMap(({ explain_value }) => suspiciousFunctions(String(explain_value)));
    if (suspicious !== undefined)
      throw new RefusedStatement(
        reasonFor(suspicious),
        sql,
        suspicious,
        Math.max(0, sql.toLowerCase().indexOf(suspicious)),
      );
    return statement;
  }

  async #columns({ sql, explains }: ReadingStatement, signal: AbortSignal): Promise<AnswerColumn[]> {
    if (explains) return ['explain_key', 'explain_value'].map((name) => ({ name, type: 'VARCHAR' }));
    const rows = await this.connection.execute(`DESCRIBE (\n${sql}\n)`, signal);
    const columns = rows.map(({ column_name, column_type }) => ({
      name: String(column_name),
      type: String(column_type),
    }));
    const zoned = columns.find(({ type }) => type.includes('WITH TIME ZONE'));
    if (zoned !== undefined)
      throw new RefusedStatement('timeZone', sql, zoned.name, Math.max(0, sql.indexOf(zoned.name)));
    return columns;
  }
}

/** The same rows in the same order with every cell as text; columns are called c0, c1, … because their own names may repeat. */
function asTexts(sql: string, columns: readonly AnswerColumn[]): string {
  const names = columns.map((_, at) => identifier(`c${at}`));
  return `SELECT ${names.map((name) => `CAST(${name} AS VARCHAR) AS ${name}`).join(', ')} FROM (\n${sql}\n) AS answer(${names.join(', ')})`;
}
