import { namesColumns } from '../meaning/header-synonyms';
import { problem } from '../meaning/problems';
import type { ImportOptions, Problem, TableSource } from '../plan';
import type { SniffedDialect } from '../text/dialect';
import { Head } from '../text/rows';
import { type StackedTable, stackedTables } from '../text/stacked';
import { tableFit } from './table-fit';

/** Rows at the top of a text among which further tables are looked for. */
const MOST_ROWS = 20_000;
const LINE = /\r\n|\n|\r/g;
const BLANK_LINE = /(?:\n|\r(?!\n))[ \t,;|"]*[\r\n]/;

/** @param headerRow physical line of the header, as the user says; 0 = none */
type Sniff = (text: string, headerRow: number | undefined) => SniffedDialect;

/** The table of a text that is read, as it is cut, and which of several it is. */
export interface TextTable {
  readonly sniffed: SniffedDialect;
  readonly part?: TableSource;
}

/**
 * Cuts a text that may hold several tables below each other: the one that is asked for, else the one that is understood best.
 * @param truncated the file goes on after this text
 * @param sniff cuts a text; lines keep their numbers, since what does not belong to the table is left empty
 */
export function textTable(
  head: string,
  truncated: boolean,
  sniff: Sniff,
  { table, dataset, headerRow }: Pick<ImportOptions, 'table' | 'dataset' | 'headerRow'>,
): TextTable {
  const whole = sniff(head, headerRow);
  if (!BLANK_LINE.test(head)) return { sniffed: whole };
  const { rows } = new Head(head, truncated).cut(whole.dialect, MOST_ROWS);
  const tables = stackedTables(rows, namesColumns);
  if (tables.length < 2) return { sniffed: whole };
  const lines = lineStarts(head);
  const cut = tables.map((one, at) => {
    const next = tables[at + 1];
    return withEnd(sniff(onlyLines(head, lines, one, next), headerIn(one, headerRow)), next && one.last);
  });
  const fits = cut.map((sniffed, at) => tableFit(sniffed, sizeOf(tables[at]), dataset));
  const best = fits.indexOf(Math.max(...fits));
  const taken = table !== undefined && tables[table] !== undefined ? table : best;
  const choices = tables.map(({ first, last, names }, at) => ({
    place: `${first}–${at === tables.length - 1 && truncated ? '…' : last}`,
    names: names.slice(0, 4).join(' · '),
  }));
  return { sniffed: cut[taken] ?? whole, part: { tables: choices, table: taken } };
}

/** That a file holds several tables, one of which is read, asked until somebody chose; or not the one that was asked for. */
export function tableProblems(part: TableSource | undefined, { table: told }: ImportOptions): Problem[] {
  const { tables, table } = part ?? { tables: [], table: 0 };
  const found: Problem[] = [];
  if (told !== undefined && told !== table)
    found.push(problem('error', 'noSuchTable', { number: told, tables: Math.max(1, tables.length) }));
  const { place = '', names = '' } = tables[table] ?? {};
  if (part !== undefined)
    found.push(problem(told === table ? 'note' : 'ask', 'severalTables', { tables: tables.length, place, names }));
  return found;
}

/** The line of the header as far as it is one of this table's: that of another one says nothing about it. */
function headerIn({ first, last }: StackedTable, headerRow: number | undefined): number | undefined {
  return headerRow === 0 || (headerRow !== undefined && headerRow >= first && headerRow <= last)
    ? headerRow
    : undefined;
}

function withEnd(sniffed: SniffedDialect, lastLine: number | undefined): SniffedDialect {
  return lastLine === undefined ? sniffed : { ...sniffed, dialect: { ...sniffed.dialect, lastLine } };
}

function sizeOf(table: StackedTable | undefined): number {
  return table === undefined ? 0 : (table.last - table.first) * table.names.length;
}

/** Where each physical line begins. */
function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(LINE)].map(({ index, 0: end }) => index + end.length)];
}

/** A text with nothing on the lines before a table, and nothing at all from the next one on. */
function onlyLines(
  text: string,
  starts: readonly number[],
  { first, last }: StackedTable,
  next: StackedTable | undefined,
): string {
  const to = next === undefined ? text.length : (starts[last] ?? text.length);
  return '\n'.repeat(first - 1) + text.slice(starts[first - 1] ?? 0, to);
}
