import { literal } from '../../schema/sql';
import { SEPARATORS } from '../meaning/separators';
import { placeholdersOf } from '../text/placeholders';
import { isOneOf, textExpression, trimmed } from './cell-text-sql';

/** SQL of a list column: the first part as VARCHAR, and every distinct part as VARCHAR[]. */
export function listExpressions(cell: string, separator: string | undefined): { first: string; all: string } {
  const single = textExpression(cell, 'list');
  const alone = noneIfEmpty(`list_distinct([${single}])`);
  if (separator === undefined) return { first: single, all: alone };
  const marks = `[${SEPARATORS[separator] ?? separator}]`;
  const several = `regexp_matches(${cell}, ${literal(marks)})`;
  const cells = `string_split_regex(${trimmed(cell)}, ${literal(`[\\s\u00a0\u3000]*${marks}[\\s\u00a0\u3000]*`)})`;
  const parts = `list_filter(${cells}, lambda part: NOT ${isOneOf('part', ['', ...placeholdersOf('list')])})`;
  return {
    first: `CASE WHEN ${several} THEN ${parts}[1] ELSE ${single} END`,
    all: `CASE WHEN ${several} THEN ${noneIfEmpty(`list_distinct(${parts})`)} ELSE ${alone} END`,
  };
}

function noneIfEmpty(list: string): string {
  return `nullif(${list}, CAST([] AS VARCHAR[]))`;
}
