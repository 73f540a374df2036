import { rejectedCounts, unreadCells, unreadRows } from '../data/queries/quality';
import { DATASETS, type Dataset } from '../domain/columns';
import { type FileCount, type Finding, findingOf, totalOf } from './quality-finding';
import type { Source } from './view';

/** An import, as far as the quality of data needs it; the journal has them. */
export interface ImportedFile {
  readonly id: number;
  /** When it was imported, ISO. */
  readonly at: string;
  readonly plan: { readonly dataset: Dataset };
  readonly report: { readonly rowsRead: number; readonly rowsAccepted: number };
}

/** Records that did not come in, by reason: the numbers are of the import, not of what stands now. */
export async function rejectedFindings(
  source: Source,
  files: readonly ImportedFile[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  const rows = await source.run<{ file: number; reason: string; n: number }>(rejectedCounts(), { signal });
  return DATASETS.flatMap((dataset) => {
    const own = files.filter(({ plan }) => plan.dataset === dataset);
    const of = own.reduce((sum, { report }) => sum + report.rowsRead, 0);
    const reasons = new Set(
      rows.filter(({ file }) => own.some(({ id }) => id === Number(file))).map(({ reason }) => reason),
    );
    return [...reasons].sort().map((reason) => {
      const byFile = own.map(({ id, report }): FileCount => {
        const row = rows.find((one) => Number(one.file) === id && one.reason === reason);
        return { file: id, count: Number(row?.n ?? 0), of: report.rowsRead };
      });
      const repeated = reason === 'duplicateKey';
      return findingOf({
        kind: repeated ? 'keyRepeat' : 'rejected',
        dataset,
        about: [reason],
        count: totalOf(byFile),
        of,
        byFile,
        details: { reason },
      });
    });
  });
}

interface Unread {
  readonly dataset: Dataset;
  readonly file: number;
  readonly column: string;
  readonly n: number;
  readonly example: string;
}

/** Cells that could not be read, by dataset and column. @param files rows by file, of each dataset */
export async function unreadFindings(
  source: Source,
  files: ReadonlyMap<Dataset, ReadonlyMap<number, number>>,
  signal?: AbortSignal,
): Promise<Finding[]> {
  if (files.size === 0) return [];
  const rows = await source.run<Unread>(unreadCells([...files.keys()]), { signal });
  return [...files].flatMap(([dataset, ofFile]) =>
    unreadColumns(
      dataset,
      rows.filter((row) => row.dataset === dataset),
      ofFile,
    ),
  );
}

function unreadColumns(dataset: Dataset, rows: readonly Unread[], files: ReadonlyMap<number, number>): Finding[] {
  const of = [...files.values()].reduce((sum, n) => sum + n, 0);
  const columns = [...new Set(rows.map(({ column }) => column))].sort();
  return columns.map((column) => {
    const own = rows.filter((row) => row.column === column);
    const byFile = [...files].map(([file, all]): FileCount => {
      const row = own.find((one) => Number(one.file) === file);
      return { file, count: Number(row?.n ?? 0), of: all };
    });
    return findingOf({
      kind: 'unread',
      dataset,
      about: [column],
      count: totalOf(byFile),
      of,
      byFile,
      examples: [...new Set(own.map(({ example }) => example))],
      rows: { sql: unreadRows(dataset, column), columns: ['raw'] },
    });
  });
}
