import type { Area } from '../book/area';
import { columnLetters } from '../book/column-letters';
import type { Grid } from '../book/grid';
import { namesColumns } from '../meaning/header-synonyms';
import type { TableChoice } from '../plan';
import type { Row } from '../text/rows';
import { type StackedTable, stackedTables } from '../text/stacked';

/** Rows of a sheet among which tables below each other are looked for. */
const MOST_ROWS = 100_000;
/** Share of the rows between header and end that a table beside another one fills. */
const FILLED = 0.9;

/** A table of a sheet that has several. */
export interface SheetTable extends Area {
  readonly names: readonly string[];
}

/**
 * The tables of a sheet, left to right and downwards: side by side with an empty column between, or below each other with an empty row
 * between, each with a header of its own. Empty where the sheet is one table, or nothing shows that it is more.
 */
export function tablesOf(grid: Grid): SheetTable[] {
  const groups = groupsOf(grid);
  if (grid.height > MOST_ROWS || (groups.length < 2 && !grid.broken)) return [];
  const beside = groups.map((columns) => ({ columns, found: stackedTables(rowsOf(grid, columns), namesColumns) }));
  const tables = areSeparate(grid, beside)
    ? beside.flatMap(({ columns, found }) => found.map((table) => areaOf(table, columns)))
    : stackedTables(rowsOf(grid, grid.columns), namesColumns).map((table) => areaOf(table, grid.columns));
  return tables.length > 1 ? tables : [];
}

/** How people are told of a table: where it stands and what its first columns are called. */
export function tableChoice({ top, bottom, columns, names }: SheetTable): TableChoice {
  const letters = [columns[0], columns.at(-1)].map((column) => columnLetters(column ?? 0));
  return { place: `${letters[0]}${top + 1}:${letters[1]}${bottom + 1}`, names: names.slice(0, 4).join(' · ') };
}

/** Columns that hold something, cut where an empty one lies between. */
function groupsOf({ columns }: Grid): number[][] {
  const groups: number[][] = [];
  for (const column of columns) {
    const before = groups.at(-1);
    if (before !== undefined && column - (before.at(-1) ?? 0) === 1) before.push(column);
    else groups.push([column]);
  }
  return groups;
}

interface Beside {
  readonly columns: readonly number[];
  readonly found: readonly StackedTable[];
}

/**
 * Whether groups of columns are tables of their own rather than one with a gap in it: each has a header and is filled down to its end, and
 * they end in different rows or have names in common.
 */
function areSeparate(grid: Grid, groups: readonly Beside[]): boolean {
  if (groups.length < 2 || groups.some(({ found }) => found.length === 0)) return false;
  const filled = groups.map((group) => filledRows(grid, group));
  if (filled.some(({ share }) => share < FILLED)) return false;
  const names = groups.flatMap(({ found }) => [...new Set(found.flatMap((table) => table.names))]);
  const repeated = new Set(names).size < names.length;
  return repeated || new Set(filled.map(({ last }) => last)).size > 1;
}

function filledRows(grid: Grid, { columns, found }: Beside): { share: number; last: number } {
  let filled = 0;
  let all = 0;
  for (const { first, last } of found) {
    for (let row = first - 1; row < last; row++) if (columns.some((column) => grid.text(row, column) !== '')) filled++;
    all += last - first + 1;
  }
  return { share: filled / Math.max(1, all), last: found.at(-1)?.last ?? 0 };
}

function rowsOf(grid: Grid, columns: readonly number[]): Row[] {
  return Array.from({ length: grid.height }, (_, row) => ({
    line: row + 1,
    lines: 1,
    cells: columns.map((column) => grid.text(row, column)),
  }));
}

function areaOf({ first, last, names }: StackedTable, columns: readonly number[]): SheetTable {
  return { top: first - 1, bottom: last - 1, columns, names };
}
