import type { TypedSource } from '../../analysis/typed-query';
import type { AnswerColumn, AnswerRow } from '../../data/engine/inspector';
import { type Cell, csvContinued, toCsv } from '../../ui/csv';
import { exactNumber } from './answer-table';
import { maskOf } from './people';

interface AnswerExport {
  readonly source: TypedSource;
  readonly sql: string;
  /** Names and contacts in full. */
  readonly people: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (rows: number) => void;
}

/** Rows joined into one part of the file. */
const PART = 10_000;

/** Runs a statement again and writes every row of its answer, as they come, into a CSV file. Rejects with the signal's reason when cancelled. */
export async function exportAnswer({ source, sql, people, signal, onProgress }: AnswerExport): Promise<Blob> {
  let columns: readonly AnswerColumn[] = [];
  let mask: ReturnType<typeof maskOf>;
  const parts: Blob[] = [];
  let waiting: Cell[][] = [];
  let written = 0;
  const flush = () => {
    if (waiting.length > 0) parts.push(new Blob([csvContinued(waiting)]));
    written += waiting.length;
    waiting = [];
    onProgress(written);
  };
  const cells = (row: AnswerRow): Cell[] =>
    columns.map(({ type }, at) => {
      const cell = mask === undefined ? (row[at] ?? null) : mask(row, at);
      return exactNumber(type, cell) ?? cell;
    });
  await source.engine.inspectStream(
    sql,
    {
      columns: (found) => {
        columns = found;
        mask = people ? undefined : maskOf(found);
        parts.push(new Blob([toCsv({ header: found.map(({ name }) => name), rows: [] })]));
      },
      rows: (rows) => {
        for (const row of rows) waiting.push(cells(row));
        if (waiting.length >= PART) flush();
        return true;
      },
    },
    { signal },
  );
  flush();
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
