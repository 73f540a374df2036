import { rangeOf } from '../data/queries/quality';
import type { Finding } from './quality-finding';
import { type RecordSource, rejectedRows } from './rejects';

/** A row that a finding is about: its columns, `source_file` and `source_row`. */
export type FoundRow = Readonly<Record<string, string | number | boolean | null>>;

/** The rows of a finding, read by position. */
export interface FoundList {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Rows first ≤ position < end. */
  rows(first: number, end: number, signal?: AbortSignal): Promise<readonly FoundRow[]>;
}

/** The rows of a finding; undefined where there are none to show. Of the data as they are. */
export function foundList(source: RecordSource, finding: Finding): FoundList | undefined {
  const { rows, count, kind } = finding;
  if (kind === 'rejected' || kind === 'keyRepeat') return rejectedList(source, finding);
  if (rows === undefined) return undefined;
  return {
    columns: rows.columns,
    rowCount: count,
    rows: (first, end, signal) => source.run<FoundRow>(rangeOf(rows.sql, first, end), { signal }),
  };
}

/** Rejected records, file by file, with what their files say. */
function rejectedList(source: RecordSource, { byFile, count, details }: Finding): FoundList {
  const kept = rejectedRows(source);
  const kind = String(details.reason);
  const parts = byFile.filter((part) => part.count > 0);
  return {
    columns: ['line', 'raw'],
    rowCount: count,
    rows: async (first, end, signal) => {
      const found: FoundRow[] = [];
      let before = 0;
      for (const { file, count: own } of parts) {
        const [from, to] = [Math.max(0, first - before), Math.min(own, end - before)];
        before += own;
        if (from >= to) continue;
        const rows = await kept.rows({ file, kind }, from, to, signal);
        found.push(
          ...rows.map(({ line, raw, sourceFile, record }) => ({
            line,
            raw,
            source_file: sourceFile,
            source_row: record,
          })),
        );
      }
      return found;
    },
  };
}
