import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Matcher } from '../../src/domain/coding-matcher';
import {
  type Expression,
  evaluate,
  foldCase,
  gluedWords,
  parseExpression,
  printExpression,
  wordsIn,
} from '../../src/domain/coding-syntax';

const word = fc.oneof(
  fc.record({
    kind: fc.constant('word' as const),
    text: fc.constantFrom('漏水', '水', '渗', 'leak', 'lea', 'a', '底部漏', 'é', '7', '壶'),
    whole: fc.constant(false),
  }),
  fc.record({
    kind: fc.constant('word' as const),
    text: fc.constantFrom('leak', 'a b', '漏 水', '或', 'not', '"', 'x"y', '（', 'ab'),
    whole: fc.constant(true),
  }),
);
const expressions: fc.Arbitrary<Expression> = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    word,
    fc.record({ kind: fc.constant('not' as const), of: tie('any') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('any'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).any;
const texts = fc
  .array(
    fc.constantFrom(
      '漏水',
      '水',
      '渗',
      'leak',
      'Leak',
      'LE',
      'ak',
      'a',
      ' ',
      'b',
      '底部',
      '漏',
      'é',
      '7',
      '"',
      '壶',
      'x"y',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

describe('the syntax of rules', () => {
  test.each([
    ['漏水 或 渗水 且 非 雨', '漏水 或 渗水 且 非 雨'],
    ['漏水 OR 渗水', '漏水 或 渗水'],
    ['（漏水 或 渗水） 且 非 雨', '(漏水 或 渗水) 且 非 雨'],
    ['漏水 壶底', '漏水 且 壶底'],
    ['a and not (b or c)', 'a 且 非 (b 或 c)'],
    ['"won\'t boil" | “不 加热”', '"won\'t boil" 或 "不 加热"'],
    ['漏水 且 非雨', '漏水 且 非雨'],
    ['((漏水))', '漏水'],
  ])('%s is read as %s', (text, printed) => {
    const parsed = parseExpression(text);
    expect(parsed.ok && printExpression(parsed.expression)).toBe(printed);
  });

  test.each([
    ['', 'empty', 1, ''],
    ['   ', 'empty', 1, ''],
    ['漏水 或', 'wordMissing', 5, ''],
    ['或 漏水', 'wordMissing', 1, '或'],
    ['漏水 或 且 渗水', 'wordMissing', 6, '且'],
    ['（漏水 或 渗水', 'parenOpen', 1, '（'],
    ['漏水）', 'parenClose', 3, '）'],
    ['()', 'wordMissing', 2, ')'],
    ['漏水 "渗水', 'quoteOpen', 4, '"渗水'],
    ['漏水 ""', 'quoteEmpty', 4, '""'],
    ['“” 漏水', 'quoteEmpty', 1, '“”'],
    ['非 雨', 'matchesAll', 1, '非 雨'],
    ['漏水 或 非 雨', 'matchesAll', 1, '漏水 或 非 雨'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'tooDeep', 41, '('],
  ])('%s is refused: %s at %i', (text, code, at, near) => {
    expect(parseExpression(text)).toEqual({ ok: false, problem: { code, at, near } });
  });

  test('a rule of more than 2000 characters is refused', () => {
    expect(parseExpression('漏'.repeat(2001))).toMatchObject({ problem: { code: 'tooLong', at: 2001 } });
  });

  test('an operator glued to words is noticed, not guessed at', () => {
    const glued = parseExpression('漏水或渗水');
    expect(glued.ok && gluedWords(glued.expression)).toEqual(['漏水或渗水']);
    const plain = parseExpression('漏水 或 渗水');
    expect(plain.ok && gluedWords(plain.expression)).toEqual([]);
  });

  test('what is printed is read again as the same', () => {
    fc.assert(
      fc.property(expressions, fc.constantFrom('zh' as const, 'en' as const), (expression, language) => {
        const flat = flattened(expression);
        const parsed = parseExpression(printExpression(expression, language));
        if (evaluate(expression, () => false)) expect(parsed).toMatchObject({ problem: { code: 'matchesAll' } });
        else expect(parsed).toEqual({ ok: true, expression: flat });
      }),
    );
  });

  test('any text is either read or refused at a place in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('漏', '或', ' ', '且', '非', '(', '）', '"', '”', 'a', '!') }),
        (text) => {
          const parsed = parseExpression(text);
          if (parsed.ok) expect(wordsIn(parsed.expression).length).toBeGreaterThan(0);
          else expect(parsed.problem.at).toBeLessThanOrEqual([...text].length + 1);
        },
      ),
    );
  });
});

describe('the matcher', () => {
  test('finds what a naive search finds, for all rules at once', () => {
    fc.assert(
      fc.property(
        fc.array(expressions, { maxLength: 8 }),
        fc.array(texts, { minLength: 1, maxLength: 4 }),
        (all, lines) => {
          const rules = all.filter((rule) => !evaluate(rule, () => false));
          const matcher = new Matcher(rules);
          for (const text of lines) {
            const bytes = new TextEncoder().encode(`水${text}leak`);
            const expected = rules.flatMap((rule, at) => (evaluate(rule, (part) => has(text, part)) ? [at] : []));
            expect(matcher.match(bytes, 3, bytes.length - 4)).toEqual(expected);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('Latin words begin where words begin, quoted ones end there too', () => {
    const rules = ['leak', '"leak"', '漏'].map(read);
    const match = (text: string) =>
      new Matcher(rules).match(new TextEncoder().encode(text), 0, new TextEncoder().encode(text).length);
    expect(match('it is LEAKING')).toEqual([0]);
    expect(match('bleak')).toEqual([]);
    expect(match('壶leak漏')).toEqual([0, 1, 2]);
  });
});

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.expression;
}

/** The slow and obvious way. */
function has(text: string, { text: wanted, whole }: { text: string; whole: boolean }): boolean {
  const [all, word] = [foldCase(text), foldCase(wanted)];
  const latin = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);
  for (let at = all.indexOf(word); at !== -1; at = all.indexOf(word, at + 1)) {
    const begins = latin(word[0]) && at > 0 && latin(all[at - 1]);
    const ends = whole && latin(word.at(-1)) && latin(all[at + word.length]);
    if (!begins && !ends) return true;
  }
  return false;
}

function flattened(expression: Expression): Expression {
  if (expression.kind === 'word') return expression;
  if (expression.kind === 'not') return { kind: 'not', of: flattened(expression.of) };
  const { kind } = expression;
  return { kind, of: expression.of.map(flattened).flatMap((part) => (part.kind === kind ? part.of : [part])) };
}
