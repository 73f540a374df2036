import type { ComplaintRow } from '../../analysis/complaints';
import { type DatasetFacts, isList, presentColumns } from '../../data/queries/facts';
import { type Column, columnOf, SCHEMAS } from '../../domain/columns';
import { VOCABULARIES } from '../../domain/vocabulary';
import type { DataColumn } from '../../ui/table/row-source';
import { cellText, decimalsOf, isPersonal, kindOf, listOf, maskedText, type Wording } from './cell-text';
import { NumberCell } from './NumberCell';

/** What tells most about a complaint, in the order in which people read it; the first of these that are filled are shown. */
const TELLING = [
  'complaint_no',
  'received_at',
  'model',
  'failure_mode',
  'severity',
  'description',
  'cause_class',
  'status',
  'batch_no',
  'serial_no',
  'region',
  'disposition',
  'cost',
  'category',
  'failure_group',
  'finding',
  'responsibility',
  'channel',
  'occurred_at',
  'closed_at',
];
const SHOWN = 12;

/** What is read with every row whatever is shown: its key, and whether safety is at stake. */
const ALWAYS = ['complaint_no', 'source_file', 'source_row', 'is_safety'];

/** Columns with at least one value, the most telling ones first, then as the catalogue and the files have them. */
export function listColumns(facts: DatasetFacts): string[] {
  const filled = presentColumns(facts);
  const catalogue = SCHEMAS.complaint.columns.map(({ name }) => name);
  const known = new Set([...TELLING, ...catalogue]);
  const extra = facts.stored.filter((name) => !known.has(name) && !isList(name, facts.stored));
  return [...known, ...extra].filter((name) => filled.has(name));
}

/** The columns that a list shows until somebody chooses. */
export function shownAtFirst(columns: readonly string[]): string[] {
  return columns.filter((name) => TELLING.includes(name)).slice(0, SHOWN);
}

/** The stored columns behind shown ones, keys included. */
export function columnsToRead(shown: readonly string[], stored: readonly string[]): string[] {
  const lists = shown.map(listOf).filter((name) => stored.includes(name) && isList(name, stored));
  return [...new Set([...ALWAYS, ...shown, ...lists])];
}

/** The table's columns. Names and contacts are masked wherever their text goes, unless revealed. */
export function tableColumns(
  names: readonly string[],
  wording: Wording,
  revealed: boolean,
): DataColumn<ComplaintRow>[] {
  const shown = new Set(shownAtFirst(names));
  return names.map((name) => {
    const header = wording.labels.column(name);
    return {
      id: name,
      header,
      text: (row) => (isPersonal(name) && !revealed ? maskedText(name, row) : cellText(name, row, wording)),
      ...(isNumeric(name) ? numeric(name, wording) : {}),
      ...(name === 'complaint_no' ? { render: (row: ComplaintRow) => <NumberCell row={row} /> } : {}),
      key: kindOf(name) === 'key',
      width: Math.max(WIDTHS[kindOf(name)], headerWidth(header), codeWidth(name, wording)),
      grows: GROWING.has(kindOf(name)),
      sortable: true,
      hidden: !shown.has(name),
    };
  });
}

/** Whether a column's values can be added up. */
export function isNumeric(column: string): boolean {
  return kindOf(column) === 'number' || kindOf(column) === 'integer';
}

function numeric(name: string, { format }: Wording): Pick<DataColumn<ComplaintRow>, 'number' | 'format'> {
  return {
    number: (row) => (typeof row[name] === 'number' ? row[name] : null),
    format: (value) => format.number(value, Math.max(1, decimalsOf(name))),
  };
}

/** In pixels. */
const WIDTHS = {
  key: 160,
  text: 260,
  category: 120,
  vocabulary: 100,
  list: 150,
  time: 132,
  number: 96,
  integer: 96,
  boolean: 88,
} as const;

/** Kinds whose texts have any length. */
const GROWING: ReadonlySet<Column['kind']> = new Set(['text', 'category', 'list']);

/** About as wide as the longest word of a vocabulary, in pixels. */
function codeWidth(name: string, { labels }: Wording): number {
  const { vocabulary } = columnOf('complaint', name) ?? {};
  const words = vocabulary === undefined ? [] : VOCABULARIES[vocabulary].map((code) => labels.value(name, code));
  return Math.max(0, ...words.map(textWidth)) + 20;
}

/** About as wide as a header with its sort mark and filter, in pixels. */
function headerWidth(header: string): number {
  return textWidth(header) + 62;
}

function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 7), 0);
}
