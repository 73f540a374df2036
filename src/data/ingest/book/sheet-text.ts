import type { Grid } from './grid';
import type { MergedHeader } from './merged-header';

const CHUNK = 1024 * 1024;
const QUOTABLE = /[",\r\n]/;
const ENCODER = new TextEncoder();

/**
 * Writes rows of a sheet as CSV in UTF-8, one record a row, rows that hold nothing as empty lines, so that the number of a record's line is
 * the number of its row. Cells are written as they are, line breaks included.
 * @param header stands where its last row is, as one row
 */
export function* sheetText(
  grid: Grid,
  header: MergedHeader | undefined,
  rows = grid.height,
): Generator<Uint8Array<ArrayBuffer>> {
  let text = '';
  for (let row = 0; row < Math.min(rows, grid.height); row++) {
    const cells = row === header?.last ? header.names : grid.row(row);
    text += `${recordText(cells)}\n`;
    if (text.length >= CHUNK) {
      yield ENCODER.encode(text);
      text = '';
    }
  }
  if (text !== '') yield ENCODER.encode(text);
}

function recordText(cells: readonly string[]): string {
  let text = '';
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? '';
    if (at > 0) text += ',';
    text += QUOTABLE.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return text;
}
