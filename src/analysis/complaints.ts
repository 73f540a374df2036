import { countAll, isWholeTable, type ListQuestion, orderedIds, rowRange, rowsById, wholeRow } from '../data/queries/complaint-pages';
import { shapeOf, type Source } from './view';

export type ComplaintRow = Readonly<Record<string, unknown>> & { readonly row_id: number };

/** A list of complaints in a fixed order, read page by page. */
export interface ComplaintList {
  readonly rowCount: number;
  /** Rows start ≤ position < end of the list with these columns. */
  rows(start: number, end: number, columns: readonly string[], signal?: AbortSignal): Promise<ComplaintRow[]>;
  /** The statement that defines the list. */
  readonly sql: string;
}

/**
 * Opens a list. The whole table is read by ranges of row ids; any other list first fetches its row ids in order, once,
 * so that every position of it is equally near.
 */
export async function complaintList(source: Source, question: ListQuestion, signal?: AbortSignal): Promise<ComplaintList> {
  const sql = orderedIds(question, shapeOf(source, 'complaint'));
  if (isWholeTable(question)) {
    const [count] = await source.run<{ n: number }>(countAll(), { signal });
    const rowCount = Number(count?.n ?? 0);
    return {
      rowCount,
      sql,
      rows: (start, end, columns, abort) =>
        end <= start ? Promise.resolve([]) : source.run<ComplaintRow>(rowRange(columns, rowCount - end, rowCount - 1 - start), { signal: abort }),
    };
  }
  const ids = await source.integers(sql, { signal });
  return {
    rowCount: ids.length,
    sql,
    rows: async (start, end, columns, abort) => {
      const wanted = Array.from(ids.subarray(start, end));
      if (wanted.length === 0) return [];
      const found = await source.run<ComplaintRow>(rowsById(columns, wanted), { signal: abort });
      const byId = new Map(found.map((row) => [Number(row.row_id), row]));
      return wanted.flatMap((id) => byId.get(id) ?? []);
    },
  };
}

/** One complaint with all its columns. */
export async function complaint(source: Source, rowId: number, signal?: AbortSignal): Promise<ComplaintRow | undefined> {
  const [row] = await source.run<ComplaintRow>(wholeRow(rowId), { signal });
  return row;
}
