/**
 * How a cell is made from other cells of its record: text in, text out, nothing else. Every expression ends, touches nothing, and gives the
 * same text in TypeScript (`expression-value.ts`, for previews and the pass over a file) and in the engine (`computed-sql.ts`, for loading).
 *
 * A cell is its text without blanks around it; a blank one is the empty text, and so is anything that is missing. Characters are counted as
 * Unicode code points.
 */
export type TextExpression =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  /** `coalesce` is the first that holds something: marks for nothing ("-", "N/A") do not. */
  | { readonly kind: 'concat' | 'coalesce'; readonly of: readonly TextExpression[] }
  /** `upper` and `lower` change A–Z only, `narrow` makes ASCII of full-width characters, `digits` keeps 0–9. */
  | { readonly kind: 'trim' | 'upper' | 'lower' | 'narrow' | 'digits'; readonly of: TextExpression }
  /** `pad` puts zeros before a text of fewer characters, unless it is empty. */
  | { readonly kind: 'left' | 'right' | 'pad'; readonly of: TextExpression; readonly count: number }
  /** `from` counts from 1. */
  | { readonly kind: 'mid'; readonly of: TextExpression; readonly from: number; readonly count: number }
  /** What stands between marks: `place` counts from 1, or from the end when below 0. */
  | { readonly kind: 'part'; readonly of: TextExpression; readonly mark: string; readonly place: number }
  /** What follows the first mark; nothing where there is none. */
  | { readonly kind: 'after'; readonly of: TextExpression; readonly mark: string }
  | { readonly kind: 'replace'; readonly of: TextExpression; readonly mark: string; readonly by: string }
  | {
      readonly kind: 'if';
      readonly when: Condition;
      readonly yes: TextExpression;
      readonly no: TextExpression;
    };

export type Condition =
  | {
      readonly kind: 'equal' | 'contains' | 'starts' | 'ends';
      readonly of: TextExpression;
      readonly other: TextExpression;
    }
  /** Nothing, or a mark for nothing. */
  | { readonly kind: 'blank'; readonly of: TextExpression }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] };

/**
 * What an argument may be. `text` and `condition` are expressions; the others stand there as written: `word` some text, `literal` also the
 * empty one, `count` a whole number from 0, `position` one from 1, `place` one other than 0.
 */
export type Parameter = 'text' | 'condition' | 'word' | 'literal' | 'count' | 'position' | 'place';

export interface Signature {
  readonly parameters: readonly Parameter[];
  /** The last parameter may be repeated. */
  readonly repeated?: true;
  readonly gives: 'text' | 'condition';
}

/** What people call, and with what. `=`, `!=` and `&` are written between their arguments. */
export const FUNCTIONS = {
  concat: { parameters: ['text'], repeated: true, gives: 'text' },
  left: { parameters: ['text', 'count'], gives: 'text' },
  right: { parameters: ['text', 'count'], gives: 'text' },
  mid: { parameters: ['text', 'position', 'count'], gives: 'text' },
  part: { parameters: ['text', 'word', 'place'], gives: 'text' },
  after: { parameters: ['text', 'word'], gives: 'text' },
  replace: { parameters: ['text', 'word', 'literal'], gives: 'text' },
  pad: { parameters: ['text', 'count'], gives: 'text' },
  trim: { parameters: ['text'], gives: 'text' },
  upper: { parameters: ['text'], gives: 'text' },
  lower: { parameters: ['text'], gives: 'text' },
  narrow: { parameters: ['text'], gives: 'text' },
  digits: { parameters: ['text'], gives: 'text' },
  coalesce: { parameters: ['text', 'text'], repeated: true, gives: 'text' },
  if: { parameters: ['condition', 'text', 'text'], gives: 'text' },
  contains: { parameters: ['text', 'text'], gives: 'condition' },
  starts: { parameters: ['text', 'text'], gives: 'condition' },
  ends: { parameters: ['text', 'text'], gives: 'condition' },
  blank: { parameters: ['text'], gives: 'condition' },
  not: { parameters: ['condition'], gives: 'condition' },
  and: { parameters: ['condition', 'condition'], repeated: true, gives: 'condition' },
  or: { parameters: ['condition', 'condition'], repeated: true, gives: 'condition' },
} as const satisfies Record<string, Signature>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Blanks that are cut off around a text. */
export const EXPRESSION_BLANKS = ' \t\r\n\u00a0\u3000';

/** Writes an expression so that `readExpression` reads it again as the same. */
export function printExpression(expression: TextExpression | Condition): string {
  const call = (name: string, ...args: readonly string[]) => `${name}(${args.join(', ')})`;
  switch (expression.kind) {
    case 'column':
      return `[${expression.name.replaceAll(']', ']]')}]`;
    case 'text':
      return quoted(expression.text);
    case 'concat':
    case 'coalesce':
    case 'and':
    case 'or':
      return call(expression.kind, ...expression.of.map(printExpression));
    case 'left':
    case 'right':
    case 'pad':
      return call(expression.kind, printExpression(expression.of), String(expression.count));
    case 'mid':
      return call('mid', printExpression(expression.of), String(expression.from), String(expression.count));
    case 'part':
      return call('part', printExpression(expression.of), quoted(expression.mark), String(expression.place));
    case 'after':
      return call('after', printExpression(expression.of), quoted(expression.mark));
    case 'replace':
      return call('replace', printExpression(expression.of), quoted(expression.mark), quoted(expression.by));
    case 'if':
      return call('if', ...[expression.when, expression.yes, expression.no].map(printExpression));
    case 'equal':
      return `${printExpression(expression.of)} = ${printExpression(expression.other)}`;
    case 'contains':
    case 'starts':
    case 'ends':
      return call(expression.kind, printExpression(expression.of), printExpression(expression.other));
    default:
      return call(expression.kind, printExpression(expression.of));
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
