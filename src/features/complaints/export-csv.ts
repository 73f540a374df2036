import type { ComplaintList, ComplaintRow } from '../../analysis/complaints';
import { type Cell, csvContinued, toCsv } from '../../ui/csv';
import { cellText, isPersonal, kindOf, valuesOf, type Wording } from './cell-text';
import { columnsToRead, isNumeric } from './complaint-columns';

export interface ExportOptions {
  /** Names and codes for programs, instead of the words on screen. */
  readonly canonical: boolean;
  /** With names and contacts in full; without them their columns are left out. */
  readonly people: boolean;
}

export interface ExportColumn {
  readonly name: string;
  readonly header: string;
  readonly cell: (row: ComplaintRow) => Cell;
}

/** The shown columns as they are exported, in their order. */
export function exportColumns(shown: readonly string[], options: ExportOptions, wording: Wording): ExportColumn[] {
  return shown
    .filter((name) => options.people || !isPersonal(name))
    .map((name) => ({
      name,
      header: options.canonical ? name : wording.labels.column(name),
      cell: cellOf(name, options, wording),
    }));
}

/** Numbers stay numbers and times keep their seconds; only codes become words. */
function cellOf(name: string, { canonical }: ExportOptions, wording: Wording): ExportColumn['cell'] {
  if (kindOf(name) === 'list') return (row) => valuesOf(name, row).join(canonical ? ',' : wording.separator);
  if (canonical || isNumeric(name) || kindOf(name) === 'time') return (row) => row[name] as Cell;
  return (row) => cellText(name, row, wording);
}

/** Rows read at once: what is fetched and written is never more than this in memory, beside the file that grows. */
const PAGE = 5000;

interface Export {
  readonly list: ComplaintList;
  readonly columns: readonly ExportColumn[];
  readonly stored: readonly string[];
  readonly signal: AbortSignal;
  readonly onProgress: (rows: number) => void;
}

/** A whole list as a CSV file, read and written page by page. Rejects with the signal's reason when cancelled. */
export async function exportCsv({ list, columns, stored, signal, onProgress }: Export): Promise<Blob> {
  const names = columns.map(({ name }) => name);
  const read = columnsToRead(names, stored);
  const parts = [new Blob([toCsv({ header: columns.map(({ header }) => header), rows: [] })])];
  for (let start = 0; start < list.rowCount; start += PAGE) {
    const rows = await list.rows(start, Math.min(start + PAGE, list.rowCount), read, signal);
    signal.throwIfAborted();
    parts.push(new Blob([csvContinued(rows.map((row) => columns.map(({ cell }) => cell(row))))]));
    onProgress(Math.min(start + PAGE, list.rowCount));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
