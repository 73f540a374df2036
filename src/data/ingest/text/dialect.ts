import type { Dialect, Encoding } from '../plan';
import { cellType } from './cell-type';
import { columnNames, findHeader, type HeaderPlace, namesCount } from './header';
import { pageRow, tidyRow } from './page-rows';
import { Head, isBlankRow, type Row, type Rows } from './rows';
import type { Cutting } from './tokenizer';

const SNIFFED_ROWS = 500;
const PREVIEW_ROWS = 200;
/** The spaced ones first: they win only where every comma or semicolon is followed by a blank, and then quotes stand behind it. */
const DELIMITERS = [', ', '; ', ',', '\t', ';', '|'];
/** What stands between cells in few files and in much else too: looked for only where the usual ones find no table. */
const RARE_DELIMITERS = ['^', '~', '\u0001', '\u001f', '¦', '，', '；', ' '];
const RARE_AGREEMENT = 0.9;
/** Numbers with grouped thousands make a table of so few columns whatever the delimiter is. */
const FEW_FIELDS = 3;
/** Dates with a clock have a blank, and prose has many: only several columns that agree are a table. */
const FEWEST_BY_BLANK = 4;
/** Share of records with missing cells from which on leaving them out is a habit of the file. */
const SHORT_HABIT = 0.1;
const SHORT_WEIGHT = 0.7;
/** A table of one column is more often a table whose delimiter was not found. */
const ONE_COLUMN_CONFIDENCE = 0.4;
const ROUNDING = 1e-9;
/** Rows above the records that are remembered. */
const MOST_ABOVE = 12;
/** How `book/sheet-text` writes. */
const SHEET_CUTTING: Cutting = { delimiter: ',', quote: '"', escape: '"' };
const DECLARED_DELIMITER = /^sep=(.)\r?\n/i;

export interface DialectHints {
  readonly encoding: Encoding;
  /** What the user says; the rest is found out. */
  readonly delimiter?: string;
  /** Physical line of the header, from 1; 0 = none. */
  readonly headerRow?: number;
  /** Whether cells are known as names of columns. */
  readonly isNames?: (cells: readonly string[]) => boolean;
  /** What a sheet calls its columns; undefined of a file that is not made from one. Its text is cut in one way only, line by row. */
  readonly letters?: readonly string[];
}

export interface SniffedDialect {
  readonly dialect: Dialect;
  /** The first data records that have the right number of cells. */
  readonly rows: readonly { readonly line: number; readonly cells: string[] }[];
  /** Unique names of all `fields` columns; null when the file has no header. */
  readonly header: string[] | null;
  /** The same, `column_<n>` throughout where there is no header. */
  readonly sources: string[];
  /** Rows of names above each other; the one with the most different names is `header`. */
  readonly headerRows: number;
  /** 0…1. */
  readonly confidence: number;
}

interface Candidate {
  readonly cutting: Cutting;
  readonly cut: Rows;
  readonly fields: number;
  /** Share of rows that agree in their number of cells. */
  readonly agreement: number;
  readonly score: number;
}

/**
 * Finds out from the beginning of a file how its text is cut into records and cells, and where the header and the first record stand.
 * @param truncated the file goes on after this text.
 */
export function sniffDialect(headText: string, truncated: boolean, hints: DialectHints): SniffedDialect {
  const head = new Head(headText, truncated, hints.letters !== undefined);
  const { cutting, cut, fields, agreement } =
    hints.letters === undefined ? bestCutting(head, headText, hints.delimiter) : candidate(head, SHEET_CUTTING);
  const { rows } = cut;
  const place =
    hints.headerRow === undefined ? findHeader(rows, fields, hints.isNames) : placeOf(rows, hints.headerRow);
  const firstLine = lineBelow(rows, place.last);
  const above = rows.filter((row) => row.line < firstLine && !isBlankRow(row)).map(({ cells }) => tidyRow(cells));
  const table = { fields, above: above.slice(-MOST_ABOVE) };
  const data = rows.filter(
    (row) => row.line >= firstLine && !isBlankRow(row) && pageRow(row.cells, table) === undefined,
  );
  const short = data.filter(({ cells }) => cells.length < fields).length;
  const shortRecords = short > 1 && short >= data.length * SHORT_HABIT ? 'fill' : 'reject';
  const sources = columnNames(place.row, fields, hints.letters);
  return {
    dialect: {
      encoding: hints.encoding,
      ...cutting,
      headerLine: place.row?.line ?? null,
      firstLine,
      ...table,
      shortRecords,
      ...(hints.letters !== undefined && { sheetRows: true as const }),
    },
    rows: preview(data, fields, shortRecords),
    header: place.row === undefined ? null : sources,
    sources,
    headerRows: place.headerRows,
    confidence: Math.min(fields > 1 ? agreement : ONE_COLUMN_CONFIDENCE, place.confidence),
  };
}

function bestCutting(head: Head, text: string, asked: string | undefined): Candidate {
  const known = asked ?? DECLARED_DELIMITER.exec(text)?.[1];
  const delimiters = known === undefined ? DELIMITERS : [known];
  const quoting = (delimiter: string) =>
    withoutQuotes(head, withBackslash(head, text, candidate(head, { delimiter, quote: '"', escape: '"' })));
  const waysOf = (delimiter: string) => {
    const apostrophes = candidate(head, { delimiter, quote: "'", escape: "'" });
    const meant = apostrophes.cut.quoted > apostrophes.cut.broken;
    return [quoting(delimiter), ...(meant ? [withBackslash(head, text, apostrophes)] : [])];
  };
  const tables = delimiters.flatMap(waysOf).filter(({ fields }) => fields > 1);
  const undivided = quoting(known ?? ',');
  const best = bestOf(undivided.fields > 1 ? tables : [undivided, ...tables]);
  if (known !== undefined || (best.fields > FEW_FIELDS && best.agreement >= RARE_AGREEMENT)) return best;
  return bestOf([best, ...RARE_DELIMITERS.flatMap(waysOf).filter(isRareTable)]);
}

function bestOf(candidates: readonly Candidate[]): Candidate {
  return candidates.reduce((best, other) => (other.score > best.score + ROUNDING ? other : best));
}

function isRareTable({ cutting: { delimiter }, fields, agreement }: Candidate): boolean {
  return agreement >= RARE_AGREEMENT && fields >= (delimiter === ' ' ? FEWEST_BY_BLANK : 2);
}

/**
 * Cuts the head in one way. The score, 0…1, says how much the result looks like a table: rows agree in their number of cells, there are
 * several, quotes hold, and the cells look like something.
 */
function candidate(head: Head, cutting: Cutting): Candidate {
  const cut = head.cut(cutting, SNIFFED_ROWS);
  const filled = cut.rows.filter((row) => !isBlankRow(row));
  if (filled.length === 0) return { cutting, cut, fields: 0, agreement: 0, score: 0 };
  const fields = fieldsOf(filled);
  const agreement = agreeingRows(filled, fields) / (filled.length + cut.broken);
  const cells = filled.slice(0, 100).flatMap((row) => row.cells);
  const typed = cells.filter((cell) => cellType(cell) !== 'text').length / cells.length;
  return { cutting, cut, fields, agreement, score: agreement ** 2 * (1 - 1 / (fields + 0.2)) * (0.7 + 0.3 * typed) };
}

/** Rows with as many cells as expected; below a header that is longer than them, shorter ones agree for the greater part. */
function agreeingRows(filled: readonly Row[], fields: number): number {
  const agreeing = filled.filter(({ cells }) => cells.length === fields).length;
  const [header] = filled;
  if (header === undefined || namesCount(header) !== fields || filled.some(({ cells }) => cells.length > fields))
    return agreeing;
  return agreeing + SHORT_WEIGHT * filled.filter(({ cells }) => cells.length > 1 && cells.length < fields).length;
}

/** The most frequent number of cells and how many rows have it; of equally frequent ones the larger. */
function commonCount(rows: readonly Row[]): [count: number, rows: number] {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best: [number, number] = [0, 0];
  for (const [count, times] of counts)
    if (times > best[1] || (times === best[1] && count > best[0])) best = [count, times];
  return best;
}

/** Backslashes before quotes are escapes where taking them so breaks fewer quotes. */
function withBackslash(head: Head, text: string, best: Candidate): Candidate {
  if (!text.includes(`\\${best.cutting.quote}`)) return best;
  const escaped = candidate(head, { ...best.cutting, escape: '\\' });
  return escaped.cut.broken < best.cut.broken ? escaped : best;
}

/** A file whose quotes break again and again, and hardly ever enclose a cell, does not quote: they are inch marks or speech. */
function withoutQuotes(head: Head, best: Candidate): Candidate {
  const { broken, quoted } = best.cut;
  const enough = best.cutting.delimiter === '\t' ? 1 : 3;
  if (broken < enough || broken * 10 <= quoted) return best;
  const unquoted = candidate(head, { ...best.cutting, quote: '', escape: '' });
  return unquoted.score >= best.score ? unquoted : best;
}

/** Cells of a record: what most records have, or the names of a header above records that leave out trailing cells. */
function fieldsOf(filled: readonly Row[]): number {
  const [common] = commonCount(filled);
  const [header] = filled;
  if (header === undefined) return 0;
  const longest = filled.slice(1).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const names = namesCount(header);
  const habit = filled.length > 2 && names === header.cells.length && names > common && longest <= names && common > 1;
  return habit ? names : common;
}

function placeOf(rows: readonly Row[], headerRow: number): HeaderPlace {
  const row = rows.find(({ line, lines }) => line <= headerRow && headerRow < line + lines);
  return { row, last: row, headerRows: row === undefined ? 0 : 1, confidence: 1 };
}

/** The line after a row and the blank ones below it. A damaged line there is no row but belongs to the records: it must be rejected, not lost. */
function lineBelow(rows: readonly Row[], last: Row | undefined): number {
  let line = last === undefined ? 1 : last.line + last.lines;
  for (const row of rows) if (row.line === line && isBlankRow(row)) line += row.lines;
  return line;
}

function preview(data: readonly Row[], fields: number, shortRecords: Dialect['shortRecords']): SniffedDialect['rows'] {
  return data
    .filter(({ cells }) => cells.slice(fields).every((cell) => cell.trim() === ''))
    .filter(({ cells }) => cells.length >= fields || shortRecords === 'fill')
    .slice(0, PREVIEW_ROWS)
    .map(({ line, cells }) => ({ line, cells: Array.from({ length: fields }, (_, index) => cells[index] ?? '') }));
}
