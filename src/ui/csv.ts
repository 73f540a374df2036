import Papa from 'papaparse';

export type Cell = string | number | boolean | null | undefined;

/** A table as text: what a figure exports and a clipboard takes. */
export interface TableText {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Excel takes a CSV for the local code page unless it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A text that a spreadsheet would run as a formula; numbers are cells of type number and stay as they are. */
const FORMULA = /^[=+\-@\t\r]/;

/** CSV for spreadsheets: UTF-8 with BOM, CRLF, formulae made harmless by an apostrophe. */
export function toCsv({ header, rows }: TableText): string {
  return BYTE_ORDER_MARK + unparse(header, rows, ',');
}

/** A CSV that is written in parts: begins with `toCsv` of a header without rows, goes on with this for each page of rows. */
export function csvContinued(rows: readonly (readonly Cell[])[]): string {
  return rows.length === 0 ? '' : `\r\n${unparse([], rows, ',')}`;
}

/** The same table for the clipboard: tab-separated, without BOM. */
export function toTsv({ header, rows }: TableText): string {
  return unparse(header, rows, '\t');
}

/** Hands a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Revoked later: some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Hands a CSV to the browser's downloads. */
export function downloadCsv(name: string, table: TableText): void {
  download(name, new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' }));
}

function unparse(header: readonly string[], rows: readonly (readonly Cell[])[], delimiter: string): string {
  const all = header.length === 0 ? rows : [header, ...rows];
  return Papa.unparse(all as Cell[][], { delimiter, newline: '\r\n', escapeFormulae: FORMULA });
}
