import type { AnswerColumn, AnswerRow, Receiver } from '../data/engine/inspector';

/** Somebody who runs statements that people typed. */
export interface TypedSource {
  readonly engine: {
    inspectStream(sql: string, receiver: Receiver, options?: { readonly signal?: AbortSignal }): Promise<void>;
  };
}

/** Rows of an answer that are kept for the screen; the export writes all of them. */
export const SHOWN_ROWS = 10_000;

export interface TypedAnswer {
  readonly columns: readonly AnswerColumn[];
  /** At most `SHOWN_ROWS`. */
  readonly rows: readonly AnswerRow[];
  /** There are more rows than these. */
  readonly more: boolean;
}

/** Runs a typed statement until it ends or enough rows have come. @throws see `QueryProblem` */
export async function typedAnswer({ engine }: TypedSource, sql: string, signal?: AbortSignal): Promise<TypedAnswer> {
  let columns: readonly AnswerColumn[] = [];
  const rows: AnswerRow[] = [];
  const receiver: Receiver = {
    columns: (found) => {
      columns = found;
    },
    rows: (more) => {
      for (const row of more) rows.push(row);
      // One more than is shown tells that there are more.
      return rows.length <= SHOWN_ROWS;
    },
  };
  await engine.inspectStream(sql, receiver, { signal });
  return { columns, rows: rows.slice(0, SHOWN_ROWS), more: rows.length > SHOWN_ROWS };
}
