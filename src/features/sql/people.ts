import type { AnswerColumn, AnswerRow } from '../../data/engine/inspector';
import { type PersonKind, personKind } from '../../domain/person-columns';
import { maskContact, maskName } from '../../ui/mask';

/** What a column of an answer tells of people, by its name; the engine takes names in any letter case. */
function kindOf(name: string): PersonKind | undefined {
  return personKind(name) ?? personKind(name.toLowerCase());
}

/** Whether a column of an answer names people or how to reach them. */
export function isPersonal(name: string): boolean {
  return kindOf(name) !== undefined;
}

/** Columns in which SUMMARIZE tells values of the column that it is about. */
const TELLS_VALUES = /^(min|max|avg|q25|q50|q75)$/;

/** Masks the cells of an answer that name people: `mask(row, column)` is the text to show. Undefined when there is nothing to mask. */
export function maskOf(
  columns: readonly AnswerColumn[],
): ((row: AnswerRow, column: number) => string | null) | undefined {
  const about = columns.findIndex(({ name }) => name === 'column_name');
  const summary = about !== -1 && columns.some(({ name }) => name === 'min');
  if (!summary && !columns.some(({ name }) => isPersonal(name))) return undefined;
  return (row, column) => {
    const cell = row[column] ?? null;
    const name = columns[column]?.name ?? '';
    const source = summary && TELLS_VALUES.test(name) ? String(row[about]) : name;
    const kind = kindOf(source);
    if (cell === null || kind === undefined) return cell;
    return kind === 'contact' ? maskContact(cell) : maskName(cell);
  };
}

/** Names of the columns that are masked, each once. */
export function personalColumns(columns: readonly AnswerColumn[]): string[] {
  return [...new Set(columns.map(({ name }) => name).filter(isPersonal))];
}
