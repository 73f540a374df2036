/** How a system puts cells between quotes. */
export interface Quoting {
  readonly name: string;
  readonly quote: (cell: string, delimiter: string) => string;
}

const doubled = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const special = (cell: string, delimiter: string) => cell.includes(delimiter) || /["\r\n]/.test(cell);

const NEEDED: Quoting = {
  name: 'needed',
  quote: (cell, delimiter) => (special(cell, delimiter) ? doubled(cell) : cell),
};
const ALL: Quoting = { name: 'all', quote: doubled };
const WORDS: Quoting = {
  name: 'words',
  quote: (cell, delimiter) => (special(cell, delimiter) || !/^[-\d.]*$/.test(cell) ? doubled(cell) : cell),
};
const BACKSLASH: Quoting = { name: 'backslash', quote: (cell) => `"${cell.replaceAll('"', '\\"')}"` };
const SINGLE: Quoting = { name: 'single', quote: (cell) => `'${cell.replaceAll("'", "''")}'` };
/** What would have to be quoted is left out. */
const NONE: Quoting = {
  name: 'none',
  quote: (cell, delimiter) => cell.replaceAll(delimiter, '').replaceAll(/["\r\n]/g, ' '),
};

export function quotings(delimiter: string): readonly Quoting[] {
  const usual = [NEEDED, NEEDED, NEEDED, ALL, ALL, WORDS, BACKSLASH, SINGLE];
  return delimiter === ',' ? usual : [...usual, NONE];
}

/** One line of a file, without its end. */
export function written(cells: readonly string[], delimiter: string, { quote }: Quoting): string {
  return cells.map((cell) => quote(cell, delimiter)).join(delimiter);
}
