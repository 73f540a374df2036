import { type ColumnKind, columnOf } from '../../../domain/columns';
import { identifier, literal, SQL_TYPES } from '../../schema/sql';
import type { ColumnPlan, FilePlan } from '../plan';
import { placeholdersOf } from '../text/placeholders';
import { choice, isOneOf, textExpression } from './cell-text-sql';
import { listExpressions } from './lists';
import { integerExpression, numberExpression } from './number-sql';
import { timeExpression } from './time-sql';

/** A column of the table, from the cell of a record. */
export interface ColumnExpression {
  readonly name: string;
  readonly sql: string;
  readonly type: string;
  /** The cell as written; NULL where it holds nothing or a mark for nothing. */
  readonly cell: string;
  /** A filled cell that gives NULL could not be read: an issue, or a reason to reject the record where the column is required. */
  readonly checked: boolean;
}

const CHECKED: ReadonlySet<ColumnKind> = new Set(['time', 'number', 'integer', 'boolean']);

/** Table columns of a planned file, in the file's order; each source cell is the VARCHAR column "c<index>". */
export function columnExpressions(plan: FilePlan): ColumnExpression[] {
  return plan.columns.flatMap((column) => expressionsOf(plan, column));
}

function expressionsOf({ dataset, scan }: FilePlan, column: ColumnPlan): ColumnExpression[] {
  const { index, target, separator, computed } = column;
  if (target === null) return [];
  const kind = columnOf(dataset, target)?.kind ?? 'text';
  const source = identifier(`c${index}`);
  const tidy = computed === undefined && !scan.untidy.includes(index);
  const cell = tidy ? source : `CASE WHEN ${isOneOf(source, placeholdersOf(kind))} THEN NULL ELSE ${source} END`;
  const made = (name: string, sql: string, type: string) => ({ name, sql, type, cell, checked: CHECKED.has(kind) });
  if (kind !== 'list' || separator === undefined)
    return [made(target, expressionOf(kind, source, column, tidy), SQL_TYPES[kind])];
  const { first, all } = listExpressions(source, separator);
  return [made(target, first, SQL_TYPES.list), made(`${target}s`, all, 'VARCHAR[]')];
}

function expressionOf(kind: ColumnKind, cell: string, { time, values }: ColumnPlan, tidy: boolean): string {
  switch (kind) {
    case 'time':
      return timeExpression(cell, time ?? { shapes: [], ambiguous: 0 });
    case 'number':
      return numberExpression(cell);
    case 'integer':
      return integerExpression(cell);
    case 'boolean':
      return booleanExpression(cell, values ?? {}, tidy);
    case 'vocabulary':
      return vocabularyExpression(cell, values ?? {}, tidy);
    default:
      return textExpression(cell, kind, tidy);
  }
}

/** SQL of the code of each value that occurs in the column; words that are not known stay as written. */
export function vocabularyExpression(
  cell: string,
  values: Readonly<Record<string, string | null>>,
  tidy = false,
): string {
  const blank = { sql: 'NULL', words: ['', ...placeholdersOf('vocabulary')] };
  const codes = wordsByCode(values).map(([code, words]) => ({ sql: literal(code), words }));
  return choice(cell, tidy ? codes : [blank, ...codes], (text) => text, tidy);
}

/** SQL of the answer that each value of a yes-or-no column gives; NULL for words that are neither. */
export function booleanExpression(cell: string, values: Readonly<Record<string, string | null>>, tidy = false): string {
  const answers = wordsByCode(values).map(([sql, words]) => ({ sql, words }));
  return answers.length === 0 ? 'CAST(NULL AS BOOLEAN)' : choice(cell, answers, () => 'NULL', tidy);
}

/** Codes with the words that mean them, in the order of the values: most frequent first. */
function wordsByCode(values: Readonly<Record<string, string | null>>): [code: string, words: string[]][] {
  const words = new Map<string, string[]>();
  for (const [word, code] of Object.entries(values))
    if (code !== null) words.set(code, [...(words.get(code) ?? []), word]);
  return [...words];
}
