import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Coder, type Coding, erasOf, NO_CODING, type Rule, type Situation } from '../../src/domain/coding';
import { candidatesOf } from '../../src/domain/coding-candidates';
import { problemsOf } from '../../src/domain/coding-check';
import { dayOf, termsOf } from '../../src/domain/coding-terms';
import { safeText } from '../../src/features/coding/safe-text';

const rule = (id: string, mode: string, more: Partial<Rule> = {}): Rule => ({
  id,
  when: id,
  mode,
  part: '',
  replaces: false,
  on: true,
  ...more,
});
const blank: Situation = { modes: [], group: null, part: null, day: '', matches: [] };

describe('the coder', () => {
  test('renames follow each other from their days on, and a circle ends', () => {
    const coder = new Coder({
      ...NO_CODING,
      renames: [
        { before: 'a', after: 'b', from: '' },
        { before: 'b', after: 'c', from: '2024-06-01' },
        { before: 'x', after: 'y', from: '' },
        { before: 'y', after: 'x', from: '' },
      ],
    });
    expect(coder.renamed('a', '2024-05-31')).toBe('b');
    expect(coder.renamed('a', '2024-06-01')).toBe('c');
    expect(coder.renamed('x', '')).toBe('y');
  });

  test('a rule gives no name that the dictionary does not hold valid on the day', () => {
    const terms = [{ group: 'functional', mode: '跳闸', part: '', from: '', until: '2024-06-01' }];
    const coder = new Coder({ ...NO_CODING, terms, rules: [rule('a', '跳闸'), rule('b', '断电')] });
    const code = (day: string) => coder.code({ ...blank, day, matches: [0, 1] }).modes;
    expect(code('2024-05-31')).toEqual(['跳闸']);
    expect(code('2024-06-01')).toEqual(['断电']);
  });

  test('rules fill what is blank or vague; only replacing ones change what is named', () => {
    const coder = new Coder({
      ...NO_CODING,
      vague: ['其他'],
      rules: [rule('a', '漏水'), rule('b', '断裂', { replaces: true, part: '卡扣' })],
    });
    expect(coder.code({ ...blank, modes: ['其他'], matches: [0] })).toMatchObject({ modes: ['漏水'], source: 'rule' });
    expect(coder.code({ ...blank, modes: ['异味'], matches: [0] })).toMatchObject({
      modes: ['异味'],
      source: 'original',
    });
    expect(coder.code({ ...blank, modes: ['异味'], part: '壶', matches: [0, 1] })).toMatchObject({
      modes: ['断裂'],
      part: '卡扣',
      source: 'rule',
      rules: ['b'],
    });
    expect(coder.code({ ...blank, modes: ['其他'] })).toMatchObject({ modes: [], source: undefined });
  });

  test('what a person decided wins, also that there is no name', () => {
    const coder = new Coder({ ...NO_CODING, rules: [rule('a', '漏水')] });
    const review = { mode: '', part: '', at: '2025-01-01T00:00:00Z' };
    expect(coder.code({ ...blank, modes: ['异味'], matches: [0], review })).toMatchObject({
      modes: [],
      source: 'review',
    });
  });

  test('between two days of the coding nothing depends on the day', () => {
    const days = fc.constantFrom('', '2024-01-01', '2024-03-01', '2024-06-01');
    const names = fc.constantFrom('a', 'b', 'c');
    const codings: fc.Arbitrary<Coding> = fc.record({
      terms: fc.array(fc.record({ group: names, mode: names, part: names, from: days, until: days }), { maxLength: 4 }),
      renames: fc.array(fc.record({ before: names, after: names, from: days }), { maxLength: 4 }),
      rules: fc.array(
        names.map((mode) => rule('r', mode)),
        { maxLength: 3 },
      ),
      vague: fc.subarray(['a']),
      columns: fc.constant(['description']),
    });
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((n) => new Date(Date.UTC(2023, 11, 1) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(codings, day, fc.array(names, { maxLength: 2 }), (coding, received, modes) => {
        const eras = erasOf(coding);
        const era = eras[eras.filter((start) => received >= start).length - 1] ?? '';
        const coder = new Coder(coding);
        const matches = coding.rules.map((_, at) => at);
        expect(coder.code({ ...blank, modes, matches, day: era })).toEqual(
          coder.code({ ...blank, modes, matches, day: received }),
        );
      }),
    );
  });
});

describe('a coding', () => {
  test('is checked for what cannot be applied and what looks odd', () => {
    const coding: Coding = {
      ...NO_CODING,
      terms: [
        { group: '', mode: '漏水', part: '', from: '2024-02-01', until: '2024-02-01' },
        { group: '', mode: '', part: '', from: '', until: '' },
      ],
      renames: [
        { before: 'a', after: 'b', from: '' },
        { before: 'b', after: 'a', from: '' },
        { before: 'c', after: '', from: '' },
      ],
      rules: [
        rule('漏水', '漏水'),
        rule('漏水', '渗漏', { id: 'b' }),
        rule('或', '漏水'),
        rule('(', 'x', { on: false }),
      ],
    };
    expect(problemsOf(coding).map((problem) => [problem.level, problem.code])).toEqual([
      ['ask', 'unknownMode'],
      ['ask', 'sameWords'],
      ['error', 'syntax'],
      ['error', 'termDays'],
      ['error', 'termNoMode'],
      ['error', 'renameCircle'],
      ['error', 'renameCircle'],
      ['error', 'renameBlank'],
    ]);
  });

  test('takes a dictionary from a table in either language', () => {
    const read = termsOf([
      ['\ufeff故障类别', '故障现象', '故障部位', '起', '止'],
      ['结构', '漏水', '壶底', '2024/3/1', '2024年12月31日'],
      ['结构', '漏水', '壶底', '2024-03-01', '2024.12.31'],
      ['电性', '', '', '', ''],
      ['其他类', '异味', '', 'soon', ''],
      ['', '', '', '', ''],
    ]);
    expect(read).toEqual({
      terms: [{ group: 'structural', mode: '漏水', part: '壶底', from: '2024-03-01', until: '2024-12-31' }],
      bad: [4, 5],
      headless: false,
    });
    expect(termsOf([['Group', 'Text']])).toMatchObject({ headless: true });
    expect(termsOf([])).toMatchObject({ headless: true });
    expect(dayOf('2024-02-30')).toBeUndefined();
  });
});

describe('suggestions', () => {
  test('are words that stand together, without their parts and without empty words', () => {
    const texts = Array.from({ length: 300 }, (_, at) => {
      const what = ['壶盖卡扣断裂', '底部漏水', 'display missing segments'][at % 3];
      return `客户反映用了${at}天${what}，请尽快安排`;
    });
    const found = candidatesOf(texts, 20).map(({ words }) => words.join(' '));
    expect(found.some((words) => words.includes('卡扣'))).toBe(true);
    expect(found.some((words) => words.includes('漏水'))).toBe(true);
    expect(found.some((words) => /display|missing|segments/.test(words))).toBe(true);
    expect(found.filter((words) => /客户|反映|安排/.test(words))).toEqual([]);
    expect(candidatesOf([], 20)).toEqual([]);
  });
});

test('texts are shown without the people in them', () => {
  expect(safeText('王小明来电 13912340000，wang@mail.com，壶底漏水', ['王小明'])).toBe(
    '王＊＊来电 139****0000，w***@mail.com，壶底漏水',
  );
  expect(safeText('订单 202401021234567890123', null)).toBe('订单 202401021234567890123');
});
