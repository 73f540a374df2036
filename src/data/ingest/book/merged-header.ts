import type { Grid, Merge } from './grid';

/** Rows at the top among which a header of several rows is looked for. */
const TOP_ROWS = 30;
const MOST_ROWS = 4;
/** Share of the columns that such a header must name. */
const COVERAGE = 0.6;
/** What stands above a register: "制表人：张三". No group of columns is called so. */
const REMARK = /[:：]\s*\S/;
const JOINT = ' · ';

/** A header of several rows as one. */
export interface MergedHeader {
  /** First and last row of it, from 0. */
  readonly first: number;
  readonly last: number;
  /** Name of each used column, "group · name". */
  readonly names: readonly string[];
}

/**
 * Finds a header of several rows: names below a merged cell that groups them, or below group names that stand over the first of their
 * columns while the names themselves repeat. Undefined when the header has one row or there is none.
 */
export function mergedHeader(grid: Grid): MergedHeader | undefined {
  for (let row = grid.top; row < Math.min(grid.top + TOP_ROWS, grid.height - 1); row++) {
    const last = grouped(grid, row);
    if (last === undefined) continue;
    const names = joined(grid, row, last);
    const named = names.filter((name) => name !== '').length;
    if (named >= grid.columns.length * COVERAGE) return { first: row, last, names };
  }
  return undefined;
}

/** The last row of the header that begins with this one; undefined when it begins none of several rows. */
function grouped(grid: Grid, row: number): number | undefined {
  if (grid.columns.some((column) => REMARK.test(grid.text(row, column)))) return undefined;
  const here = grid.merges.filter(({ s }) => s.r === row);
  if (here.some((merge) => spans(grid, merge) >= grid.columns.length)) return undefined;
  const groups = here.filter((merge) => spans(grid, merge) > 1 && grid.isText(row, merge.s.c));
  if (groups.length > 0 && groups.every((merge) => groupsNames(grid, merge))) {
    let last = Math.max(...groups.map(({ e }) => e.r)) + 1;
    for (const { s, e } of here) if (s.c === e.c) last = Math.max(last, e.r);
    const below = last - row + 1 < MOST_ROWS && namesOnly(grid, last + 1) ? grouped(grid, last) : undefined;
    return last - row < MOST_ROWS ? (below ?? last) : undefined;
  }
  return here.length === 0 && groupsRepeated(grid, row) ? row + 1 : undefined;
}

function spans({ columns }: Grid, { s, e }: Merge): number {
  return columns.filter((column) => column >= s.c && column <= e.c).length;
}

/** Whether below a merged cell stand names: several words, all different. */
function groupsNames(grid: Grid, { s, e }: Merge): boolean {
  const under = grid.columns.filter((column) => column >= s.c && column <= e.c);
  const names = under.filter((column) => grid.isText(e.r + 1, column)).map((column) => grid.text(e.r + 1, column));
  return names.length === under.length && new Set(names).size === names.length;
}

function namesOnly(grid: Grid, row: number): boolean {
  return grid.columns.every((column) => grid.text(row, column) === '' || grid.isText(row, column));
}

/** Names that repeat make sense only with the group above them. */
function groupsRepeated(grid: Grid, row: number): boolean {
  const groups = grid.columns.filter((column) => grid.text(row, column) !== '');
  const names = grid.columns.map((column) => (grid.isText(row + 1, column) ? grid.text(row + 1, column).trim() : ''));
  const given = names.filter((name) => name !== '');
  const words = groups.every((column) => grid.isText(row, column));
  const numbersBelow = grid.columns.some(
    (column) => grid.text(row + 2, column) !== '' && !grid.isText(row + 2, column),
  );
  return (
    words &&
    numbersBelow &&
    groups.length > 1 &&
    groups.length < grid.columns.length &&
    given.length >= grid.columns.length * 0.8 &&
    new Set(given).size < given.length &&
    new Set(joined(grid, row, row + 1)).size > new Set(given).size
  );
}

/** The names of all columns: each row's cell, a merged one for all that it covers, equal ones once. */
function joined(grid: Grid, first: number, last: number): string[] {
  const merged = grid.merges.some(({ s }) => s.r >= first && s.r < last);
  return grid.columns.map((column, index) => {
    const words: string[] = [];
    for (let row = first; row <= last; row++) {
      const word = (headingOf(grid, row, column) || (merged || row === last ? '' : toTheLeft(grid, row, index))).trim();
      if (word !== '' && word !== words.at(-1)) words.push(word);
    }
    return words.map((word) => word.replace(/\s+/g, ' ')).join(JOINT);
  });
}

function headingOf(grid: Grid, row: number, column: number): string {
  const merge = grid.merges.find(({ s, e }) => row >= s.r && row <= e.r && column >= s.c && column <= e.c);
  return merge === undefined ? grid.text(row, column) : grid.text(merge.s.r, merge.s.c);
}

function toTheLeft(grid: Grid, row: number, index: number): string {
  for (let at = index; at >= 0; at--) {
    const word = grid.text(row, grid.columns[at] ?? 0);
    if (word !== '') return word;
  }
  return '';
}
