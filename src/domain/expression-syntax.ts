import {
  type Condition,
  FUNCTIONS,
  type FunctionName,
  type Parameter,
  type Signature,
  type TextExpression,
} from './expression';
import { growthOf, MOST_GROWTH } from './expression-growth';
import { type ExpressionToken, expressionTokens, type TokenProblem } from './expression-tokens';

type ExpressionCode =
  | TokenProblem
  | 'empty'
  | 'tooLong'
  | 'tooDeep'
  | 'tooLarge'
  | 'valueMissing'
  | 'parenOpen'
  | 'notText'
  | 'notCondition'
  | 'notWord'
  | 'notCount'
  | 'notPosition'
  | 'notPlace'
  | 'unknownFunction'
  | 'tooFewArguments'
  | 'tooManyArguments'
  | 'unknownColumn'
  | 'brokenText';

/** What is wrong, at which character (from 1), and the text that stands there (empty at the end). */
export interface ExpressionProblem {
  readonly code: ExpressionCode;
  readonly at: number;
  readonly near: string;
}

type ReadExpression =
  | {
      readonly ok: true;
      readonly expression: TextExpression;
      /** Every column as named, with where it stands. */
      readonly columns: readonly { readonly name: string; readonly at: number }[];
    }
  | { readonly ok: false; readonly problem: ExpressionProblem };

export const MOST_EXPRESSION = 1000;
const MOST_DEPTH = 30;
const MOST_COUNT = 1000;

class ExpressionStop extends Error {
  constructor(readonly problem: ExpressionProblem) {
    super(problem.code);
  }
}

/** Reads what a person typed. Columns are taken by name; whether the file has them is the caller's to see. */
export function readExpression(text: string): ReadExpression {
  try {
    if ([...text].length > MOST_EXPRESSION) stop('tooLong', MOST_EXPRESSION + 1, '');
    if (text.includes('\0') || !text.isWellFormed()) stop('brokenText', 1, '');
    const parser = new Parser(expressionTokens(text, stop));
    const expression = parser.parse();
    if (growthOf(expression) > MOST_GROWTH) stop('tooLarge', 1, '');
    return { ok: true, expression, columns: parser.columns };
  } catch (error) {
    if (error instanceof ExpressionStop) return { ok: false, problem: error.problem };
    throw error;
  }
}

function stop(code: ExpressionCode, at: number, near: string): never {
  throw new ExpressionStop({ code, at, near });
}

type Node =
  | { readonly gives: 'text'; readonly of: TextExpression }
  | { readonly gives: 'condition'; readonly of: Condition };

/** What stands at the place of a parameter. */
type Argument =
  | Node
  | { readonly gives: 'word'; readonly of: string }
  | { readonly gives: 'number'; readonly of: number };

/** Recursive descent over: value = joined [(= | !=) joined] · joined = single (& single)* · single = column | text | name(…) | (value). */
class Parser {
  readonly columns: { name: string; at: number }[] = [];
  #at = 0;
  #depth = 0;

  constructor(private readonly tokens: readonly ExpressionToken[]) {}

  parse(): TextExpression {
    if (this.#next().kind === 'end') stop('empty', 1, '');
    const expression = this.#text();
    const { kind, at, near } = this.#next();
    if (kind !== 'end') stop('unexpected', at, near);
    return expression;
  }

  #next(): ExpressionToken {
    return this.tokens[this.#at] as ExpressionToken;
  }

  #text(): TextExpression {
    const { at, near } = this.#next();
    const { gives, of } = this.#value();
    return gives === 'text' ? of : stop('notText', at, near);
  }

  #condition(): Condition {
    const { at, near } = this.#next();
    const { gives, of } = this.#value();
    return gives === 'condition' ? of : stop('notCondition', at, near);
  }

  #value(): Node {
    const from = this.#next();
    const left = this.#joined();
    const { kind } = this.#next();
    if (kind !== 'equal' && kind !== 'unequal') return left;
    this.#at += 1;
    const after = this.#next();
    const right = this.#joined();
    if (left.gives !== 'text') return stop('notText', from.at, from.near);
    if (right.gives !== 'text') return stop('notText', after.at, after.near);
    const equal = { kind: 'equal', of: left.of, other: right.of } as const;
    return { gives: 'condition', of: kind === 'equal' ? equal : { kind: 'not', of: equal } };
  }

  #joined(): Node {
    const from = this.#next();
    const first = this.#single();
    if (this.#next().kind !== 'join') return first;
    if (first.gives !== 'text') return stop('notText', from.at, from.near);
    const of = [first.of];
    while (this.#next().kind === 'join') {
      this.#at += 1;
      const { at, near } = this.#next();
      const part = this.#single();
      of.push(part.gives === 'text' ? part.of : stop('notText', at, near));
    }
    return { gives: 'text', of: { kind: 'concat', of } };
  }

  #single(): Node {
    const token = this.#next();
    this.#at += 1;
    switch (token.kind) {
      case 'column':
        return this.#column(token.text.trim(), token.at);
      case 'string':
        return { gives: 'text', of: { kind: 'text', text: token.text } };
      case 'number':
        return { gives: 'text', of: { kind: 'text', text: token.near } };
      case 'name':
        return this.#next().kind === 'open'
          ? this.#deeper(token, () => this.#call(token))
          : this.#column(token.text, token.at);
      case 'open':
        return this.#deeper(token, () => this.#group(token));
      default:
        return stop('valueMissing', token.at, token.near);
    }
  }

  #column(name: string, at: number): Node {
    this.columns.push({ name, at });
    return { gives: 'text', of: { kind: 'column', name } };
  }

  #deeper(token: ExpressionToken, read: () => Node): Node {
    this.#depth += 1;
    if (this.#depth > MOST_DEPTH) stop('tooDeep', token.at, token.near);
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #group(opening: ExpressionToken): Node {
    const node = this.#value();
    this.#close(opening);
    return node;
  }

  #close(opening: ExpressionToken): void {
    if (this.#next().kind === 'end') stop('parenOpen', opening.at, opening.near);
    if (this.#next().kind !== 'close') stop('unexpected', this.#next().at, this.#next().near);
    this.#at += 1;
  }

  #call(called: ExpressionToken): Node {
    const name = called.near.toLowerCase();
    if (!Object.hasOwn(FUNCTIONS, name)) stop('unknownFunction', called.at, called.near);
    const signature: Signature = FUNCTIONS[name as FunctionName];
    const { parameters, repeated } = signature;
    const opening = this.#next();
    this.#at += 1;
    const args: Argument[] = [];
    while (this.#next().kind !== 'close') {
      const parameter = parameters[args.length] ?? (repeated ? parameters.at(-1) : undefined);
      if (parameter === undefined) return stop('tooManyArguments', this.#next().at, this.#next().near);
      args.push(this.#argument(parameter));
      if (this.#next().kind !== 'comma') break;
      this.#at += 1;
      if (this.#next().kind === 'close') stop('valueMissing', this.#next().at, this.#next().near);
    }
    if (this.#next().kind === 'close' && args.length < parameters.length)
      stop('tooFewArguments', called.at, called.near);
    this.#close(opening);
    return built(name as FunctionName, args);
  }

  #argument(parameter: Parameter): Argument {
    switch (parameter) {
      case 'text':
        return { gives: 'text', of: this.#text() };
      case 'condition':
        return { gives: 'condition', of: this.#condition() };
      case 'word':
      case 'literal':
        return { gives: 'word', of: this.#word(parameter === 'word') };
      default:
        return { gives: 'number', of: this.#number(parameter) };
    }
  }

  #word(filled: boolean): string {
    const token = this.#next();
    const text = token.kind === 'string' ? token.text : token.kind === 'number' ? token.near : undefined;
    if (text === undefined || (filled && text === '')) return stop('notWord', token.at, token.near);
    this.#at += 1;
    return text;
  }

  #number(parameter: keyof typeof NUMBERS): number {
    const token = this.#next();
    const { wrong, possible } = NUMBERS[parameter];
    if (token.kind !== 'number' || !possible(token.value) || Math.abs(token.value) > MOST_COUNT)
      return stop(wrong, token.at, token.near);
    this.#at += 1;
    return token.value;
  }
}

const NUMBERS = {
  count: { wrong: 'notCount', possible: (value: number) => value >= 0 },
  position: { wrong: 'notPosition', possible: (value: number) => value >= 1 },
  place: { wrong: 'notPlace', possible: (value: number) => value !== 0 },
} as const;

/** The node of a call whose arguments are those of its signature. */
function built(name: FunctionName, args: readonly Argument[]): Node {
  const texts = args.flatMap((arg) => (arg.gives === 'text' ? [arg.of] : []));
  const conditions = args.flatMap((arg) => (arg.gives === 'condition' ? [arg.of] : []));
  const [mark = '', by = ''] = args.flatMap((arg) => (arg.gives === 'word' ? [arg.of] : []));
  const [first = 0, second = 0] = args.flatMap((arg) => (arg.gives === 'number' ? [arg.of] : []));
  const [of, other] = texts as [TextExpression, TextExpression];
  const [when] = conditions as [Condition];
  const text = (expression: TextExpression): Node => ({ gives: 'text', of: expression });
  const condition = (expression: Condition): Node => ({ gives: 'condition', of: expression });
  switch (name) {
    case 'concat':
    case 'coalesce':
      return text({ kind: name, of: texts });
    case 'left':
    case 'right':
    case 'pad':
      return text({ kind: name, of, count: first });
    case 'mid':
      return text({ kind: name, of, from: first, count: second });
    case 'part':
      return text({ kind: name, of, mark, place: first });
    case 'after':
      return text({ kind: name, of, mark });
    case 'replace':
      return text({ kind: name, of, mark, by });
    case 'if':
      return text({ kind: name, when, yes: of, no: other });
    case 'contains':
    case 'starts':
    case 'ends':
      return condition({ kind: name, of, other });
    case 'blank':
      return condition({ kind: name, of });
    case 'not':
      return condition({ kind: name, of: when });
    case 'and':
    case 'or':
      return condition({ kind: name, of: conditions });
    default:
      return text({ kind: name, of });
  }
}
