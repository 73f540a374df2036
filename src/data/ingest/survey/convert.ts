import type { Dataset } from '../../../domain/columns';
import { columnLetters } from '../book/column-letters';
import { Grid, placeOf } from '../book/grid';
import { WIDEST } from '../book/limits';
import { type MergedHeader, mergedHeader } from '../book/merged-header';
import { type Book, openBook } from '../book/parse';
import { refuse } from '../book/refusal';
import { sheetText } from '../book/sheet-text';
import { namesColumns } from '../meaning/header-synonyms';
import { problem } from '../meaning/problems';
import type { BookSource, Problem, TableSource } from '../plan';
import { sniffDialect } from '../text/dialect';
import { sameColumns } from './profile';
import { tableChoice, tablesOf } from './sheet-tables';
import { tableFit } from './table-fit';

/** Rows of each sheet that are looked at to find the one with the data. */
const LOOKED_AT = 200;
const MOST_NAMED = 8;
/** Score of a sheet like one that somebody chose before: more than any other can have. */
const CHOSEN = 1e6;

/** A sheet as text, and what people should know about it. */
export interface SheetText {
  readonly source: BookSource;
  /** Which of several tables of the sheet it is; undefined where the sheet is one. */
  readonly part: TableSource | undefined;
  /** UTF-8, a line end after each row; see `sheetText`. */
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  /** Row (from 1) of a header that was joined from several rows; undefined when there is none such. */
  readonly headerRow: number | undefined;
  /** What the sheet calls its columns: A, B, … */
  readonly letters: readonly string[];
  readonly problems: readonly Problem[];
}

export interface ConvertOptions {
  /** Name of the sheet, or its place from 0; found out when undefined. */
  readonly sheet?: string | number;
  /** Place of the table in its sheet, from 0; found out when undefined. */
  readonly table?: number;
  readonly dataset?: Dataset;
  /** Column names of sheets that were chosen in earlier workbooks. */
  readonly chosen?: readonly (readonly string[])[];
  /** Share of the file, 0…1, that was unpacked; undefined from then on, since reading is one step that nobody can measure. */
  readonly onProgress?: (share: number | undefined) => void;
}

interface Looked {
  readonly name: string;
  readonly hidden: boolean;
  readonly grid: Grid;
  /** The grid holds all rows of the sheet. */
  readonly whole: boolean;
}

/**
 * Turns the sheet of a workbook that holds the data into text, to be read like any other file from there on.
 * @throws BookRefusal
 */
export async function convert(file: Blob, options: ConvertOptions = {}): Promise<SheetText> {
  const { onProgress = () => undefined } = options;
  const book = await openBook(file, onProgress);
  onProgress(undefined);
  const sheets = look(book);
  const { name, ...chosen } = choose(sheets, options);
  const all = chosen.whole ? chosen.grid : lookAt(book.parse({ sheet: name }), name, undefined).grid;
  const source: BookSource = {
    format: book.format,
    sheet: name,
    sheets: sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, empty: sheet.grid.filled === 0 })),
  };
  if (all.filled === 0)
    refuse(sheets.every((sheet) => sheet.grid.filled === 0) ? 'emptyBook' : 'emptySheet', { sheet: name }, source);
  if (all.columns.length > WIDEST) {
    const last = columnLetters(all.columns.at(-1) ?? 0);
    refuse('sheetTooWide', { sheet: name, columns: all.columns.length, limit: WIDEST, last }, source);
  }
  const { grid, part } = tableOf(all, options);
  const header = mergedHeader(grid);
  grid.recount();
  return {
    source,
    part,
    chunks: [...sheetText(grid, header)],
    headerRow: header === undefined ? undefined : header.last + 1,
    letters: grid.columns.map(columnLetters),
    problems: [...bookProblems(book, sheets, name), ...cellProblems(grid, header, name)],
  };
}

/** The table of a sheet that is read: the one asked for, else the one that is understood best. */
function tableOf(
  sheet: Grid,
  { table, dataset, chosen = [] }: ConvertOptions,
): { grid: Grid; part: TableSource | undefined } {
  const tables = tablesOf(sheet);
  if (tables.length === 0) return { grid: sheet, part: undefined };
  const grids = tables.map((area) => sheet.within(area));
  const fits = grids.map((grid) => score(grid, dataset, chosen));
  const taken = table !== undefined && grids[table] !== undefined ? table : fits.indexOf(Math.max(...fits));
  return { grid: grids[taken] ?? sheet, part: { tables: tables.map(tableChoice), table: taken } };
}

/** All sheets, as far as is needed to choose one. Only packed Excel files can be read in part; others are read at once. */
function look(book: Book): Looked[] {
  const partly = book.names.length > 1 && (book.format === 'xlsx' || book.format === 'xlsb');
  const parsed = book.parse(partly ? { rows: LOOKED_AT } : {});
  return book.names.map((name) => lookAt(parsed, name, partly ? LOOKED_AT : undefined));
}

function lookAt(parsed: ReturnType<Book['parse']>, name: string, rows: number | undefined): Looked {
  const sheet = parsed.Sheets[name] ?? {};
  const at = parsed.SheetNames.indexOf(name);
  const from1904 = parsed.Workbook?.WBProps?.date1904 === true;
  return {
    name,
    hidden: (parsed.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
    grid: new Grid(sheet['!type'] === undefined || sheet['!type'] === 'sheet' ? sheet : {}, from1904),
    whole: rows === undefined || sheet['!fullref'] === undefined,
  };
}

function choose(sheets: readonly Looked[], { sheet, dataset, chosen = [] }: ConvertOptions): Looked {
  if (sheet !== undefined) {
    const told = sheets.find(({ name }, at) => at === sheet || sameName(name, sheet));
    return told ?? refuse('noSuchSheet', { sheet, sheets: namesOf(sheets) });
  }
  const visible = sheets.filter(({ hidden, grid }) => !hidden && grid.filled > 0);
  const candidates = visible.length > 0 ? visible : sheets.filter(({ grid }) => grid.filled > 0);
  const [first] = candidates;
  if (first === undefined) return sheets[0] ?? refuse('emptyBook');
  if (candidates.length === 1) return first;
  const scores = new Map(candidates.map((candidate) => [candidate, score(candidate.grid, dataset, chosen)]));
  return candidates.reduce((best, other) => ((scores.get(other) ?? 0) > (scores.get(best) ?? 0) ? other : best));
}

function sameName(name: string, told: string | number): boolean {
  return typeof told === 'string' && name.trim().toLowerCase() === told.trim().toLowerCase();
}

/** How much a sheet looks like one of the datasets: columns that are recognised, then how sure it is, then its size. */
function score(grid: Grid, dataset: Dataset | undefined, chosen: readonly (readonly string[])[]): number {
  if (grid.columns.length > WIDEST) return -1;
  const header = mergedHeader(grid);
  const decoder = new TextDecoder();
  const rows = grid.top + LOOKED_AT;
  const text = [...sheetText(grid, header, rows)].map((chunk) => decoder.decode(chunk)).join('');
  const sniffed = sniffDialect(text, false, {
    encoding: 'utf-8',
    isNames: namesColumns,
    letters: grid.columns.map(columnLetters),
    headerRow: header === undefined ? undefined : header.last + 1,
  });
  const names = sniffed.header;
  if (names !== null && chosen.some((columns) => sameColumns(columns, names))) return CHOSEN;
  return tableFit(sniffed, grid.filled * grid.columns.length, dataset);
}

function namesOf(sheets: readonly Looked[]): string {
  const names = sheets.slice(0, MOST_NAMED).map(({ name }) => name);
  return names.join(' · ') + (sheets.length > MOST_NAMED ? ' …' : '');
}

/** What the workbook holds beside the chosen sheet. */
function bookProblems(book: Book, sheets: readonly Looked[], chosen: string): Problem[] {
  const others = sheets.filter(({ name, grid }) => name !== chosen && grid.filled > 0);
  const hidden = others.filter((sheet) => sheet.hidden);
  const shown = others.filter((sheet) => !sheet.hidden);
  const found: Problem[] = [];
  if (shown.length > 0) found.push(problem('note', 'otherSheets', { sheet: chosen, sheets: namesOf(shown) }));
  if (hidden.length > 0) found.push(problem('note', 'hiddenSheets', { sheets: namesOf(hidden) }));
  if (book.macros) found.push(problem('note', 'macros'));
  if (book.uncomputed > 0) found.push(problem('note', 'uncomputedFormulas', { cells: book.uncomputed }));
  if (book.format === 'html') found.push(problem('note', 'pageAsBook'));
  return found;
}

/** What the cells of the chosen sheet hold that people would not expect. Counted while they were written. */
function cellProblems(grid: Grid, header: MergedHeader | undefined, sheet: string): Problem[] {
  const found: Problem[] = [];
  if (header !== undefined)
    found.push(problem('note', 'joinedHeader', { first: header.first + 1, last: header.last + 1 }));
  if (grid.errors > 0)
    found.push(problem('note', 'errorCells', { cells: grid.errors, place: `${sheet}!${grid.firstError}` }));
  if (grid.overlong > 0)
    found.push(problem('note', 'overlongNumbers', { cells: grid.overlong, place: `${sheet}!${grid.firstOverlong}` }));
  const below = grid.merges.filter(({ s, e }) => s.r > (header?.last ?? 0) && e.r > s.r && e.r < grid.height + 1);
  const [first] = below;
  if (first !== undefined)
    found.push(
      problem('note', 'mergedCells', { areas: below.length, place: `${sheet}!${placeOf(first.s.r, first.s.c)}` }),
    );
  return found;
}
