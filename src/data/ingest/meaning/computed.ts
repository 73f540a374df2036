import { type ExpressionProblem, readExpression } from '../../../domain/expression-syntax';
import type { ColumnPlan, ComputedColumn, Problem } from '../plan';
import { type ComputedCell, computedText } from '../text/computed-cells';
import { fold } from './fold';
import { problem } from './problems';

const LONGEST_NAME = 100;

/** A computed column that can be read, named like a source column. */
export interface ReadComputed extends ComputedCell {
  readonly source: string;
  /** As it was written. */
  readonly computed: string;
}

/** What is wrong with a computed column: its expression, or its name. */
export type ComputedProblem = ExpressionProblem | { readonly code: 'nameMissing' | 'nameTaken' };

/**
 * Reads one computed column over a file's own columns. A name in its expression means the column of that header, else the only one whose
 * header differs in nothing but case, width, script, blanks and punctuation.
 * @param sources names of the file's own columns
 */
export function readComputed(
  { name, expression: computed }: ComputedColumn,
  sources: readonly string[],
  index: number,
): ReadComputed | ComputedProblem {
  const source = name.trim();
  if (source === '' || source.length > LONGEST_NAME) return { code: 'nameMissing' };
  // A name of digits would be taken for the place of a column.
  if (/^\d+$/.test(source) || sources.includes(source)) return { code: 'nameTaken' };
  const read = readExpression(computed);
  if (!read.ok) return read.problem;
  const meant = read.columns.map((column) => ({ ...column, index: sourceIndex(column.name, sources) }));
  const unknown = meant.find((column) => column.index < 0);
  if (unknown !== undefined) return { code: 'unknownColumn', at: unknown.at, near: unknown.name };
  const indices = Object.fromEntries(meant.map((column) => [column.name, column.index]));
  return { index, source, computed, expression: read.expression, sources: indices };
}

function sourceIndex(name: string, sources: readonly string[]): number {
  const exact = sources.findIndex((source) => source.trim() === name);
  if (exact >= 0) return exact;
  const folded = fold(name);
  const alike = sources.flatMap((source, index) => (folded !== '' && fold(source) === folded ? [index] : []));
  return alike.length === 1 ? (alike[0] ?? -1) : -1;
}

/** Reads the computed columns that a file was told to have; those that cannot be read become problems, which stop its import. */
export function readComputedColumns(
  computed: readonly ComputedColumn[] = [],
  sources: readonly string[],
): { columns: ReadComputed[]; problems: Problem[] } {
  const columns: ReadComputed[] = [];
  const problems: Problem[] = [];
  for (const column of computed) {
    const index = sources.length + columns.length;
    const read = readComputed(column, sources, index);
    if ('code' in read) problems.push(computedProblem(column.name, read));
    else if (columns.some(({ source }) => source === read.source))
      problems.push(computedProblem(column.name, { code: 'nameTaken' }));
    else columns.push(read);
  }
  return { columns, problems };
}

function computedProblem(column: string, found: ComputedProblem): Problem {
  const why = found.code;
  if (!('at' in found)) return problem('error', 'computedName', { column, why });
  return problem('error', 'computedUnreadable', { column, at: found.at, near: found.near, why });
}

/** The computed cells of a planned file, to read it again. */
export function computedCells(columns: readonly Pick<ColumnPlan, 'index' | 'source' | 'computed'>[]): ComputedCell[] {
  const sources = columns.flatMap(({ source, computed }) => (computed === undefined ? [source] : []));
  return columns.flatMap(({ index, source, computed }) => {
    if (computed === undefined) return [];
    const read = readComputed({ name: source, expression: computed }, sources, index);
    if ('code' in read) throw new Error(`${source}: ${computed}: ${read.code}`);
    return [{ index, expression: read.expression, sources: read.sources }];
  });
}

/** First records with their computed cells behind their own. */
export function withComputedCells(
  rows: readonly (readonly string[])[],
  computed: readonly ComputedCell[],
  own: number,
): (readonly string[])[] {
  if (computed.length === 0) return [...rows];
  return rows.map((row) => [
    ...Array.from({ length: own }, (_, index) => row[index] ?? ''),
    ...computed.map((cell) => computedText(cell, row)),
  ]);
}
