/** A cell as RFC 4180 writes it. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record without its line end. */
export function csvRecord(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}
