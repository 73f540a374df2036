import { VOCABULARIES, type Vocabulary } from '../../domain/vocabulary';
import { identifier, literal } from './sql';

/**
 * The measures' rules (domain.md, "What counts"), written once and stored as flags with each complaint when it is loaded.
 * Nested: is_reported ⊇ is_quality ⊇ is_confirmed; a safety complaint is in all of them whatever its cause.
 * `is_unjudged` marks quality complaints whose cause nobody has judged yet (whose category, in files without causes): counted, and
 * printed beside every figure.
 */
export const FLAGS = ['is_reported', 'is_quality', 'is_confirmed', 'is_safety', 'is_unjudged'] as const;
export type Flag = (typeof FLAGS)[number];

/**
 * SQL of each flag over a row that has the given canonical columns. Words outside a vocabulary count as blank: not yet judged.
 * Without category and cause_class nothing tells quality complaints from others: then `is_quality` is `is_reported` less faults not found.
 * @param words the values of columns that are stored as codes: a word that the dictionary lacks must not be compared with
 */
export function flagExpressions(
  present: ReadonlySet<string>,
  words: ReadonlyMap<string, readonly string[]> = new Map(),
): Readonly<Record<Flag, string>> {
  const is = (column: string, ...codes: string[]) => {
    const possible = codes.filter((code) => words.get(column)?.includes(code) ?? true);
    if (!present.has(column) || possible.length === 0) return 'false';
    // The engine compares codes with = as numbers, but turns them into texts for IN.
    const tests = words.has(column)
      ? possible.map((code) => `${identifier(column)} = ${literal(code)}`).join(' OR ')
      : `${identifier(column)} IN (${possible.map(literal).join(', ')})`;
    return `coalesce(${tests}, false)`;
  };
  const judged = (column: Vocabulary) => {
    const codes: readonly string[] = VOCABULARIES[column];
    const allKnown = words.get(column)?.every((word) => codes.includes(word)) ?? false;
    return present.has(column) && allKnown ? `${identifier(column)} IS NOT NULL` : is(column, ...codes);
  };
  const named = ['failure_mode', 'failure_group', 'failure_part']
    .filter((column) => present.has(column))
    .map((column) => `${identifier(column)} IS NOT NULL`);

  const safety = present.has('safety_related') ? 'coalesce(safety_related, false)' : 'false';
  const reported = `(${safety} OR NOT ${is('category', 'consultation', 'no_reason_return')})`;
  const ageingInWarranty = `(${is('cause_class', 'ageing')} AND ${present.has('in_warranty') ? 'coalesce(in_warranty, false)' : 'false'} AND ${is('fault_type', 'hardware')})`;
  const ofQuality = present.has('category')
    ? `(${is('category', 'product_quality')} OR (NOT (${judged('category')}) AND ${named.length === 0 ? 'false' : `(${named.join(' OR ')})`}))`
    : 'true';
  const ofProduct = present.has('cause_class')
    ? `(NOT (${judged('cause_class')}) OR ${is('cause_class', 'production_quality', 'quality_hazard')} OR ${ageingInWarranty})`
    : 'true';
  const quality = `(${safety} OR (${ofQuality} AND ${ofProduct} AND NOT ${is('finding', 'no_fault_found')}))`;
  const judgement = (['cause_class', 'category'] as const).find((column) => present.has(column));
  return {
    is_reported: reported,
    is_quality: quality,
    is_confirmed: `(${safety} OR (${quality} AND ${is('finding', 'confirmed')}))`,
    is_safety: safety,
    is_unjudged: judgement === undefined ? 'false' : `(${quality} AND NOT (${judged(judgement)}))`,
  };
}

/** Whether the data can tell quality complaints from all complaints; if not, the screens call the measure "complaints". */
export function canTellQuality(present: ReadonlySet<string>): boolean {
  return present.has('category') || present.has('cause_class');
}
