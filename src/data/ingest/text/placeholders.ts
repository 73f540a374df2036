import type { ColumnKind } from '../../../domain/columns';

/** What people and programs type into a cell that holds nothing. */
const MARKS = [
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  '\\',
  '\\N',
  '.',
  '*',
  '?',
  '？',
  'N/A',
  'NA',
  '#N/A',
  'NaN',
  'NULL',
  '(null)',
  '(blank)',
  'nil',
  '暂无',
  '暫無',
  '空',
];
/** Nothing, except where the question is yes or no. */
const NONE = ['无', '無'];
/** Dates that programs write for "no date". */
const EMPTY_DATES = ['0000-00-00', '0000-00-00 00:00:00', '0000/00/00', '00000000', '0'];

const marks = [...new Set(MARKS.flatMap((mark) => [mark, mark.toLowerCase(), mark.toUpperCase()]))];
const byKind: Readonly<Partial<Record<ColumnKind, readonly string[]>>> = {
  text: [],
  boolean: marks,
  time: [...marks, ...NONE, ...EMPTY_DATES],
};
const otherwise = [...marks, ...NONE];

/** All of them, whatever the column. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set([...marks, ...NONE, ...EMPTY_DATES]);

/** The cells that count as blank in a column of this kind. Prose keeps them all: "无" may be an answer there. */
export function placeholdersOf(kind: ColumnKind): readonly string[] {
  return byKind[kind] ?? otherwise;
}

/** Whether a cell of a column of this kind holds nothing, or a mark for nothing. */
export function holdsNothing(kind: ColumnKind, cell: string): boolean {
  const text = cell.trim();
  return text === '' || placeholdersOf(kind).includes(text);
}
