import { columnType } from './cell-type';
import { findHeader, namesCount } from './header';
import { isBlankRow, type Row } from './rows';

/** Records below a header that make a table: fewer may be a remark. */
const FEWEST_RECORDS = 2;
/** How sure the header must be, 0…1, where its names are not known. */
const SURE = 0.8;
/** Share of the names that a header must have in common with the one above to be the same table going on, as on a new page. */
const SAME = 0.8;

/** One of several tables that stand below each other: physical lines from 1, both ends within; titles above the header belong to it. */
export interface StackedTable {
  readonly first: number;
  readonly last: number;
  /** Names of its columns, as written. */
  readonly names: readonly string[];
}

/**
 * The tables among rows: each begins with a header of its own below a blank row. One at most where nothing shows that there are several:
 * blank rows inside a table, totals and remarks below it, and a header repeated on a new page begin none.
 * @param isNames whether cells are known as names of columns
 */
export function stackedTables(rows: readonly Row[], isNames: (cells: readonly string[]) => boolean): StackedTable[] {
  const tables: StackedTable[] = [];
  /** Lines of words since the last records: the title of what follows, or else remarks on what stands above. */
  let words: { readonly first: number; readonly last: number } | undefined;
  const extend = (last: number) => {
    const before = tables.pop();
    if (before !== undefined) tables.push({ ...before, last });
  };
  for (const block of blocksOf(rows)) {
    const [top] = block;
    const bottom = block.at(-1);
    if (top === undefined || bottom === undefined) continue;
    const last = bottom.line + bottom.lines - 1;
    const names = headerOf(block, isNames);
    const before = tables.at(-1);
    if (names !== undefined && (before === undefined || !isSame(before.names, names))) {
      const first = words?.first ?? top.line;
      if (tables.length === 1 && before !== undefined && isPreamble(before, names))
        tables[0] = { ...before, last, names };
      else tables.push({ first, last, names });
      words = undefined;
    } else if (before !== undefined && (names !== undefined || isRecords(block))) {
      extend(last);
      words = undefined;
    } else words = { first: words?.first ?? top.line, last };
  }
  if (words !== undefined) extend(words.last);
  return tables;
}

/** Names and values above a register say what it was made with: "From, 2025-01-01". */
function isPreamble(above: StackedTable, names: readonly string[]): boolean {
  return above.names.length === 2 && names.length > 3;
}

/** Rows without a blank one between them. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [[]];
  for (const row of rows) {
    if (isBlankRow(row)) blocks.push([]);
    else blocks.at(-1)?.push(row);
  }
  return blocks.filter((block) => block.length > 0);
}

/** The names of a block that is a table by itself. */
function headerOf(block: readonly Row[], isNames: (cells: readonly string[]) => boolean): string[] | undefined {
  const fields = Math.max(...block.map(namesCount));
  if (fields < 2 || block.length <= FEWEST_RECORDS) return undefined;
  const { row, last, confidence } = findHeader(block, fields);
  if (row === undefined || last === undefined) return undefined;
  const names = row.cells.map((cell) => cell.trim()).filter((name) => name !== '');
  const records = block.length - block.indexOf(last) - 1;
  if (names.length < 2 || names.length < fields / 2 || records < FEWEST_RECORDS) return undefined;
  if (new Set(names).size < names.length || names.some((name) => columnType([name]) !== 'text')) return undefined;
  return confidence >= SURE || isNames(names) ? names : undefined;
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  const shared = others.filter((name) => names.includes(name)).length;
  return shared >= SAME * Math.max(names.length, others.length);
}

/** Rows that are no remark or title: more than two of them, or with several cells each. */
function isRecords(block: readonly Row[]): boolean {
  return block.length > 2 || block.some(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 2);
}
