import { columnOf, type Dataset } from '../../../domain/columns';
import type { ColumnPlan, FilePlan } from '../plan';

/** Values of table columns, by column name; sorted, each once. */
export type Dictionaries = ReadonlyMap<string, readonly string[]>;

/** No column is stored as codes from the start. */
export const NO_DICTIONARIES: Dictionaries = new Map();

/**
 * The text columns of a file whose every value is known from the pass over its bytes: they are stored as codes right away, which spares the
 * engine the greater part of its work on them. Only columns whose cells are taken as they stand: what cleaning makes of the others is
 * known when they are loaded.
 */
export function dictionariesOf({ dataset, columns, scan }: FilePlan): Dictionaries {
  const profiles = new Map([...scan.profiles, ...scan.counted].map((profile) => [profile.index, profile]));
  return new Map(
    columns.flatMap((column) => {
      const values = profiles.get(column.index)?.values ?? [];
      if (column.target === null || values.length === 0) return [];
      if (scan.untidy.includes(column.index) || column.computed !== undefined) return [];
      if (!isOfFewValues(dataset, column)) return [];
      const words = values.map(({ value }) => column.values?.[value] ?? value);
      return [[column.target, [...new Set(words)].sort()] as const];
    }),
  );
}

/** Source columns whose values are worth counting in the pass over the bytes. */
export function dictionaryColumns({ dataset, columns }: Pick<FilePlan, 'dataset' | 'columns'>): number[] {
  return columns.filter((column) => isOfFewValues(dataset, column)).map(({ index }) => index);
}

function isOfFewValues(dataset: Dataset, { target, separator }: ColumnPlan): boolean {
  if (target === null) return false;
  const kind = columnOf(dataset, target)?.kind ?? 'category';
  return kind === 'category' || kind === 'vocabulary' || (kind === 'list' && separator === undefined);
}
