import type { ColumnProfile } from '../plan';

/** Marks that stand between the parts of a cell, most usual first, each with those that mean the same. */
export const SEPARATORS: Readonly<Record<string, string>> = {
  ',': ',，',
  ';': ';；',
  '、': '、',
  '|': '|｜',
  '/': '/／',
};
const LONGEST_PART = 40;
/** Share of parts that must also occur as whole cells before a mark is taken for a separator. */
const ALONE = 0.6;

interface CellCount {
  readonly value: string;
  readonly count: number;
}

/**
 * What separates the parts of a column's cells ("H93,H15,"), or undefined when every cell is one value. A mark separates when its parts
 * recur as cells by themselves, or when most cells end with it: prose and names like "A/B" stay whole.
 * @param cells used when the profile has too many distinct values to list them
 */
export function separatorOf(profile: ColumnProfile | undefined, cells: readonly string[]): string | undefined {
  const values =
    profile?.values ?? cells.map((value) => ({ value: value.trim(), count: 1 })).filter(({ value }) => value !== '');
  return Object.keys(SEPARATORS).find((separator) => separates(separator, values));
}

function separates(separator: string, values: readonly CellCount[]): boolean {
  const all = total(values);
  const several = values
    .map(({ value, count }) => ({ value, count, parts: partsOf(value, separator) }))
    .filter(({ value }) => hasMark(value, separator));
  if (several.length === 0 || several.some(({ parts }) => parts.some((part) => part.length > LONGEST_PART)))
    return false;
  const ending = several.filter(({ value }) => hasMark(value.slice(-1), separator));
  if (total(ending) >= all / 2) return true;
  const whole = new Set(
    values.map(({ value }) => partsOf(value, separator)).flatMap((parts) => (parts.length === 1 ? parts : [])),
  );
  const parts = several.flatMap(({ parts }) => (parts.length > 1 ? parts : []));
  return parts.length > 0 && parts.filter((part) => whole.has(part)).length >= parts.length * ALONE;
}

function partsOf(value: string, separator: string): string[] {
  const marks = SEPARATORS[separator] ?? separator;
  return [...value]
    .map((character) => (marks.includes(character) ? separator : character))
    .join('')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function hasMark(text: string, separator: string): boolean {
  return [...(SEPARATORS[separator] ?? separator)].some((mark) => text.includes(mark));
}

function total(values: readonly CellCount[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}
