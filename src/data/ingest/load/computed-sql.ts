import { type Condition, EXPRESSION_BLANKS, type TextExpression } from '../../../domain/expression';
import { identifier, literal } from '../../schema/sql';
import { COMPUTED_NOTHING, type ComputedCell } from '../text/computed-cells';

/** Printable ASCII in full width, and the wide blanks, with what they stand for. */
const WIDE = `${Array.from({ length: 94 }, (_, at) => String.fromCharCode(0xff01 + at)).join('')}\u3000\u00a0`;
const NARROW = `${Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).join('')}  `;
const SMALL = 'abcdefghijklmnopqrstuvwxyz';

/**
 * SQL of a computed cell over the cells "c0", "c1" … of a record; NULL where it gives nothing, as the engine reads blank cells. It gives the
 * same text as `expression-value.ts`; every part of the expression stands in it once, so that it stays as short as what was written.
 */
export function computedExpression({ expression, sources }: ComputedCell): string {
  const column = (name: string) => `coalesce(${identifier(`c${sources[name] ?? -1}`)}, '')`;
  return `nullif(${trimmed(textSql(expression))}, '')`;

  function textSql(of: TextExpression): string {
    switch (of.kind) {
      case 'column':
        return trimmed(column(of.name));
      case 'text':
        return literal(of.text);
      case 'concat':
        return `concat(${of.of.map(textSql).join(', ')})`;
      case 'coalesce':
        return `coalesce(list_filter([${of.of.map(textSql).join(', ')}], lambda part: NOT ${isNothing('part')})[1], '')`;
      case 'if':
        return `CASE WHEN ${conditionSql(of.when)} THEN ${textSql(of.yes)} ELSE ${textSql(of.no)} END`;
      default:
        return changeSql(of, textSql(of.of));
    }
  }

  function conditionSql(of: Condition): string {
    switch (of.kind) {
      case 'equal':
        return `(${textSql(of.of)} = ${textSql(of.other)})`;
      case 'contains':
        return `contains(${textSql(of.of)}, ${textSql(of.other)})`;
      case 'starts':
        return `starts_with(${textSql(of.of)}, ${textSql(of.other)})`;
      case 'ends':
        return `suffix(${textSql(of.of)}, ${textSql(of.other)})`;
      case 'blank':
        return `(${isNothing(textSql(of.of))})`;
      case 'not':
        return `(NOT ${conditionSql(of.of)})`;
      default:
        return `(${of.of.map(conditionSql).join(of.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
  }
}

type Change = Exclude<TextExpression, { kind: 'column' | 'text' | 'concat' | 'coalesce' | 'if' }>;

function changeSql(change: Change, text: string): string {
  switch (change.kind) {
    case 'trim':
      return trimmed(text);
    case 'upper':
      return `translate(${text}, '${SMALL}', '${SMALL.toUpperCase()}')`;
    case 'lower':
      return `translate(${text}, '${SMALL.toUpperCase()}', '${SMALL}')`;
    case 'narrow':
      return `translate(${text}, ${literal(WIDE)}, ${literal(NARROW)})`;
    case 'digits':
      return `regexp_replace(${text}, '[^0-9]', '', 'g')`;
    case 'left':
      return `left(${text}, ${change.count})`;
    case 'right':
      return `right(${text}, ${change.count})`;
    case 'mid':
      return `substring(${text}, ${change.from}, ${change.count})`;
    case 'pad':
      // A list of one gives the text a name, so that it is worked out, and written, once.
      return `list_transform([${text}], lambda short: CASE WHEN short = '' OR length(short) >= ${change.count} THEN short ELSE lpad(short, ${change.count}, '0') END)[1]`;
    case 'part':
      return `coalesce(string_split(${text}, ${literal(change.mark)})[${change.place}], '')`;
    case 'after':
      return `coalesce(array_to_string(string_split(${text}, ${literal(change.mark)})[2:], ${literal(change.mark)}), '')`;
    case 'replace':
      return `replace(${text}, ${literal(change.mark)}, ${literal(change.by)})`;
  }
}

function isNothing(text: string): string {
  return `${trimmed(text)} IN (${['', ...COMPUTED_NOTHING].map(literal).join(', ')})`;
}

function trimmed(text: string): string {
  return `trim(${text}, ${literal(EXPRESSION_BLANKS)})`;
}
