import type { TextExpression } from './expression';

/** An expression that could give more than this many times the text it is given is refused. */
export const MOST_GROWTH = 20;

/** Literal texts count like a cell of their own. */
const LITERAL = '';

/**
 * At most how many times as long as its longest cell (or the expression's own texts) the result may be. Replacing inside replacing would
 * grow without limit otherwise.
 */
export function growthOf(expression: TextExpression): number {
  return Math.max(1, ...shares(expression).values());
}

/** How often each cell may stand in the result. */
function shares(expression: TextExpression): Map<string, number> {
  switch (expression.kind) {
    case 'column':
      return new Map([[`[${expression.name}`, 1]]);
    case 'text':
      return new Map([[LITERAL, 1]]);
    case 'concat':
      return combined(expression.of.map(shares), (a, b) => a + b);
    case 'coalesce':
      return combined(expression.of.map(shares), Math.max);
    case 'if':
      return combined([shares(expression.yes), shares(expression.no)], Math.max);
    case 'pad':
      return combined([shares(expression.of), new Map([[LITERAL, 1]])], (a, b) => a + b);
    case 'replace': {
      const times = Math.max(1, [...expression.by].length / [...expression.mark].length);
      return new Map([...shares(expression.of)].map(([name, share]) => [name, share * times]));
    }
    default:
      return shares(expression.of);
  }
}

function combined(all: readonly Map<string, number>[], join: (a: number, b: number) => number): Map<string, number> {
  const result = new Map<string, number>();
  for (const [name, share] of all.flatMap((each) => [...each])) result.set(name, join(result.get(name) ?? 0, share));
  return result;
}
