import { type CellType, cellType, columnType } from './cell-type';
import { isBlankRow, type Row } from './rows';

const BODY_ROWS = 200;
/** Rows at the top among which titles and headers are looked for. */
const TOP_ROWS = 30;
const MOST_HEADER_ROWS = 4;
const LONGEST_NAME = 60;

/** Where the names of the columns stand, and where the records begin. */
export interface HeaderPlace {
  /** The row of the names; undefined when the file has none. */
  readonly row: Row | undefined;
  /** The last row above the records: of names or of a title; undefined when records begin at once. */
  readonly last: Row | undefined;
  /** Rows of names, where a file has several above each other. */
  readonly headerRows: number;
  /** 0…1. */
  readonly confidence: number;
}

/**
 * Finds the header among the first rows: below titles, above the records. A row counts as one when it differs in type from what
 * stands below it; a row of numbers over numbers is a record, so that it is never silently lost.
 * @param isNames whether cells are known as names of columns: beyond doubt then, however they look
 */
export function findHeader(
  rows: readonly Row[],
  fields: number,
  isNames: (cells: readonly string[]) => boolean = () => false,
): HeaderPlace {
  const filled = rows.filter((row) => !isBlankRow(row));
  const named = filled.slice(0, TOP_ROWS).findIndex(({ cells }) => isNames(cells));
  const top = named < 0 ? titlesAbove(filled, fields) : named;
  const candidate = filled[top];
  if (candidate === undefined) return { row: undefined, last: undefined, headerRows: 0, confidence: 0 };
  // A header that stands again on each page of a print says nothing against the first.
  const body = filled.slice(top + 1, top + 1 + BODY_ROWS).filter((row) => !isSameRow(row, candidate));
  const evidence = named >= 0 ? 1 : headerEvidence(candidate, body, fields);
  const confidence = Math.min(1, 0.5 + Math.abs(evidence) / 2);
  if (evidence <= 0) {
    const records = filled.findIndex((row) => !isTitle(row, fields));
    return { row: undefined, last: filled[records - 1], headerRows: 0, confidence };
  }
  const headers = headerRows(filled.slice(top), fields);
  return { row: bestNames(headers), last: headers.at(-1), headerRows: headers.length, confidence };
}

function isSameRow(a: Row, b: Row): boolean {
  return a.cells.length === b.cells.length && a.cells.every((cell, at) => cell === b.cells[at]);
}

/** Number of rows above the first that is filled like the records. */
function titlesAbove(rows: readonly Row[], fields: number): number {
  if (fields < 2) return 0;
  const body = rows
    .slice(-BODY_ROWS)
    .map(filledCells)
    .sort((a, b) => a - b);
  const usual = body[body.length >> 1] ?? 0;
  const place = rows.slice(0, TOP_ROWS).findIndex((row) => {
    const filled = filledCells(row);
    return filled >= Math.max(2, usual / 2) && namesCount(row) >= Math.min(fields, usual) / 2;
  });
  return Math.max(place, 0);
}

/** Without a header only what cannot be a record is passed over: a line or two of words that is not cut like the others. */
function isTitle(row: Row, fields: number): boolean {
  return row.cells.length !== fields && filledCells(row) <= 2 && fields > 2;
}

function filledCells({ cells }: Row): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** Cells up to the last that is not blank. */
export function namesCount({ cells }: Row): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** Above 0 when a row is a header, below when it is a record like the others; -1…1. */
function headerEvidence(row: Row, body: readonly Row[], fields: number): number {
  const names = row.cells.slice(0, fields).map((cell) => cell.trim());
  if (body.length === 0) return names.every((name) => cellType(name) === 'text' || name === '') ? 0.5 : -0.5;
  let votes = 0;
  let voters = 0;
  names.forEach((name, index) => {
    const vote = columnVote(
      name,
      body.map((other) => other.cells[index] ?? ''),
    );
    votes += vote;
    if (vote !== 0) voters++;
  });
  const looks = looksLikeNames(names) ? 0.15 : -0.15;
  return voters === 0 ? looks : Math.max(-1, Math.min(1, votes / voters + looks));
}

/** What one column says about whether its top cell is a name: 0 when it says nothing. */
function columnVote(name: string, below: readonly string[]): number {
  const type = cellType(name);
  if (type === 'blank') return 0;
  const typeBelow = columnType(below);
  if (typeBelow === undefined || typeBelow === 'text') return textVote(name, type, below);
  if (type === typeBelow) return -1;
  if (type === 'text') return 1;
  return isNumeric(type) && isNumeric(typeBelow) ? yearVote(type) : 0.25;
}

/** A year over numbers that are no years may name them; a number over years does not. */
function yearVote(type: CellType): number {
  return type === 'year' ? 0.5 : -1;
}

function isNumeric(type: CellType): boolean {
  return type === 'number' || type === 'year';
}

function textVote(name: string, type: CellType, below: readonly string[]): number {
  if (type !== 'text' && type !== 'code') return -0.5;
  const repeated = below.filter((cell) => cell.trim() === name).length;
  if (repeated > 1 || (repeated === 1 && below.length < 5)) return -1;
  return name.length > LONGEST_NAME ? -0.5 : 0;
}

function looksLikeNames(names: readonly string[]): boolean {
  const given = names.filter((name) => name !== '');
  const worded = given.filter((name) => name.length <= LONGEST_NAME && cellType(name) === 'text');
  return worded.length >= given.length * 0.7 && new Set(given).size * 2 >= given.length;
}

/** The rows of names on top: those after the first name what is typed below as well as it does. */
function headerRows(rows: readonly Row[], fields: number): Row[] {
  const body = rows.slice(MOST_HEADER_ROWS, MOST_HEADER_ROWS + BODY_ROWS);
  const typed = Array.from({ length: fields }, (_, index) => index).filter((index) => {
    const type = columnType(body.map(({ cells }) => cells[index] ?? ''));
    return type !== undefined && type !== 'text';
  });
  const first = rows.slice(0, 1);
  if (typed.length < 2) return first;
  const more = rows.slice(1, MOST_HEADER_ROWS);
  const end = more.findIndex((row) => !namesTypedColumns(row, typed));
  return [...first, ...more.slice(0, end < 0 ? more.length : end)];
}

/** Whether a row holds different words where the records hold something else. */
function namesTypedColumns({ cells }: Row, typed: readonly number[]): boolean {
  const given = typed.map((index) => (cells[index] ?? '').trim()).filter(Boolean);
  const words = given.filter((name) => cellType(name) === 'text');
  return (
    given.length * 2 >= typed.length && words.length >= given.length * 0.7 && new Set(words).size * 2 > given.length
  );
}

/** Of several rows of names the one with the most different ones; the last of equals. */
function bestNames(rows: readonly Row[]): Row | undefined {
  const different = ({ cells }: Row) => new Set(cells.map((cell) => cell.trim()).filter(Boolean)).size;
  return rows.reduce<Row | undefined>(
    (best, row) => (best === undefined || different(row) >= different(best) ? row : best),
    undefined,
  );
}

/**
 * Unique names of all columns: as written where they can be, `column_<n>` where blank, numbered where they repeat.
 * @param letters what a sheet calls its columns, in place of their numbers
 */
export function columnNames(
  row: Pick<Row, 'cells'> | undefined,
  fields: number,
  letters: readonly string[] = [],
): string[] {
  const taken = new Set<string>();
  return Array.from({ length: fields }, (_, index) => {
    const written = (row?.cells[index] ?? '').replace(/\s+/g, ' ').trim();
    const base = written === '' ? `column_${letters[index] ?? index + 1}` : written;
    let name = base;
    for (let copy = 2; taken.has(name); copy++) name = `${base}_${copy}`;
    taken.add(name);
    return name;
  });
}
