import type { AnswerColumn, AnswerRow } from '../../data/engine/inspector';
import { SCHEMAS } from '../../domain/columns';
import { maskContact, maskName } from '../../ui/mask';

const PERSONAL: ReadonlySet<string> = new Set(
  Object.values(SCHEMAS).flatMap(({ columns }) => columns.filter(({ person }) => person).map(({ name }) => name)),
);

/** Whether a column of an answer is one of the canonical columns with people in them, by its name. */
export function isPersonal(name: string): boolean {
  return PERSONAL.has(name.toLowerCase());
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
    if (cell === null || !isPersonal(source)) return cell;
    return source.toLowerCase().endsWith('contact') ? maskContact(cell) : maskName(cell);
  };
}

/** Names of the columns that are masked, each once. */
export function personalColumns(columns: readonly AnswerColumn[]): string[] {
  return [...new Set(columns.map(({ name }) => name).filter(isPersonal))];
}
