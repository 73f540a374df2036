import { engineMessage } from '../data/engine/engine-error';
import { type RefusalReason, RefusedStatement } from '../data/engine/reading-only';

/** What the engine could not do, as far as its message tells. */
export type EngineProblem =
  | 'syntax'
  | 'unknownTable'
  | 'unknownColumn'
  | 'unknownFunction'
  | 'type'
  | 'value'
  | 'memory'
  | 'extension'
  | 'writing'
  | 'engine';

/** Why a typed statement gave no answer, and where in it. */
export interface QueryProblem {
  readonly kind: RefusalReason | EngineProblem;
  /** The word that a refusal is about; '' else. */
  readonly subject: string;
  /** The engine's own words, without its drawing of the place; '' for refusals. */
  readonly message: string;
  readonly place?: Place;
}

/** A place in a text: line and column from 1, and the offset; a column counts UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Reads what a failed statement was thrown out with. */
export function queryProblem(error: unknown, sql: string): QueryProblem {
  if (error instanceof RefusedStatement) {
    const { reason, subject, at } = error;
    return { kind: reason, subject, message: '', ...(reason === 'empty' ? {} : { place: placeAt(sql, at) }) };
  }
  const message = engineMessage(error);
  const place = placeIn(message, sql);
  return { kind: kindOf(message), subject: '', message: withoutDrawing(message), ...(place && { place }) };
}

const KINDS: readonly (readonly [RegExp, EngineProblem])[] = [
  [/Out of Memory|failed to allocate|could not allocate|memory access out of bounds/i, 'memory'],
  [/exists in the \w+ extension|duckdb_extension\.wasm/, 'extension'],
  [/read-only mode|Cannot write to/i, 'writing'],
  [/^Parser Error/, 'syntax'],
  [/^Catalog Error: (Table|View|Schema)/, 'unknownTable'],
  [/^Catalog Error: .*(Function|Macro)/, 'unknownFunction'],
  [/^Binder Error: (Referenced (column|table)|Table .* does not have|Values list .* does not have)/, 'unknownColumn'],
  [/No function matches|^Binder Error: Cannot (mix|compare|cast)|explicit type cast/, 'type'],
  [/^(Conversion|Out of Range|Invalid Input) Error/, 'value'],
];

function kindOf(message: string): EngineProblem {
  return KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'engine';
}

const DRAWING = /LINE (\d+): (.*)\n( *)\^/;

/**
 * The engine draws the line and a caret below the place. The line may be counted from a statement that was put around the typed one, and
 * a long one is cut at both ends, so it is looked for by its text.
 */
function placeIn(message: string, sql: string): Place | undefined {
  const [, number = '', drawn = '', caret = ''] = DRAWING.exec(message) ?? [];
  if (number === '') return undefined;
  const before = caret.length - `LINE ${number}: `.length;
  const cut = drawn.startsWith('...') ? 3 : 0;
  const excerpt = drawn.slice(cut).replace(/\.\.\.$/, '');
  const lines = sql.split('\n');
  const counted = Number(number) - 1;
  const order = [counted, counted - 1, ...lines.keys()];
  const line = order.find((at) => lines[at]?.includes(excerpt.trimEnd()));
  if (line === undefined) return undefined;
  const column = (lines[line] ?? '').indexOf(excerpt.trimEnd()) + Math.max(0, before - cut);
  const offset = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0) + column;
  return { line: line + 1, column: column + 1, offset };
}

function withoutDrawing(message: string): string {
  return message.replace(/\n*LINE \d+: .*\n *\^/g, '').trim();
}

function placeAt(sql: string, offset: number): Place {
  const before = sql.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset };
}
