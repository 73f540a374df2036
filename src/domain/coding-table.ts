/** Columns of a list that people keep in a spreadsheet: name → how its header may be written, in lower case. */
export type Headers<Name extends string> = Readonly<Record<Name, readonly string[]>>;

export interface ReadTable<Row> {
  readonly rows: readonly Row[];
  /** Rows that could not be used, by number in the file (from 1, header included). */
  readonly bad: readonly number[];
  /** The file lacks the column without which it is no such list. */
  readonly headless: boolean;
}

/** Longest cell that is taken. */
const LONGEST = 2000;

/**
 * Reads a list from the cells of a table whose first row is its header. Blank rows count for nothing, rows said twice count once.
 * @param needed column that there must be
 * @param rowOf makes a row of its cells, blank where there is no column; undefined when they cannot be used
 */
export function readTable<Name extends string, Row>(
  table: readonly (readonly string[])[],
  headers: Headers<Name>,
  needed: NoInfer<Name>,
  rowOf: (cell: (name: Name) => string) => Row | undefined,
): ReadTable<Row> {
  const [header = [], ...body] = table;
  const names = header.map((cell) =>
    cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const placeOf = (name: Name) => names.findIndex((cell) => headers[name].includes(cell));
  if (placeOf(needed) < 0) return { rows: [], bad: [], headless: true };
  const bad: number[] = [];
  const rows = new Map<string, Row>();
  body.forEach((cells, at) => {
    if (cells.every((text) => text.trim() === '')) return;
    const isLong = cells.some((text) => text.length > LONGEST);
    const row = isLong ? undefined : rowOf((name) => plainCell(cells[placeOf(name)] ?? ''));
    if (row === undefined) bad.push(at + 2);
    else rows.set(JSON.stringify(row), row);
  });
  return { rows: [...rows.values()], bad, headless: false };
}

/** A cell without the apostrophe that keeps spreadsheets from running it. */
function plainCell(text: string): string {
  return text.trim().replace(/^'(?=[=+\-@])/, '');
}
