import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingFrom, codingText, mergedCoding } from '../../src/data/coding/exchange';
import { Coder, type Coding, erasOf, NO_CODING, type Rule, type Situation } from '../../src/domain/coding';
import { candidatesOf } from '../../src/domain/coding-candidates';
import { problemsOf } from '../../src/domain/coding-check';
import { type CodedComplaint, namingOf } from '../../src/domain/coding-naming';
import { groupText, RULE_HEADER, rulesOf, withRules, withWords } from '../../src/domain/coding-rules';
import { suggestionsFor } from '../../src/domain/coding-suggestion';
import { dayOf, TERM_HEADER, termsOf } from '../../src/domain/coding-terms';
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
    const twice = [
      { before: 'a', after: 'b', from: '' },
      { before: 'a', after: 'c', from: '2024-06-01' },
    ];
    for (const renames of [twice, twice.toReversed()]) {
      const latest = new Coder({ ...NO_CODING, renames });
      expect(latest.renamed('a', '2024-05-31')).toBe('b');
      expect(latest.renamed('a', '2024-06-01')).toBe('c');
    }
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
      rows: [{ group: 'structural', mode: '漏水', part: '壶底', from: '2024-03-01', until: '2024-12-31' }],
      bad: [4, 5],
      headless: false,
    });
    expect(termsOf([['Group', 'Text']])).toMatchObject({ headless: true });
    expect(termsOf([])).toMatchObject({ headless: true });
    expect(dayOf('2024-02-30')).toBeUndefined();
  });
});

describe('the dictionary', () => {
  const terms = [
    { group: 'electrical', mode: '跳闸', part: '开关', from: '', until: '2024-06-01' },
    { group: 'functional', mode: '跳闸', part: '温控器', from: '2024-06-01', until: '2025-01-01' },
  ];
  const coder = new Coder({ ...NO_CODING, terms });
  const on = (day: string) => {
    const { group, part } = coder.code({ ...blank, modes: ['跳闸'], day });
    return [group, part];
  };

  test('gives group and part by the line that holds on the day of receipt', () => {
    expect(on('2024-05-31')).toEqual(['electrical', '开关']);
    expect(on('2024-06-01')).toEqual(['functional', '温控器']);
    expect(on('2024-12-31')).toEqual(['functional', '温控器']);
  });

  test('gives neither after the last line ended; a complaint without a day is before all days', () => {
    expect(on('2025-01-01')).toEqual([null, null]);
    expect(on('')).toEqual(['electrical', '开关']);
  });
});

describe('rules as a list', () => {
  const rules = [rule('r1', '漏水', { when: '漏水 或 渗水' }), rule('r7', '异味', { when: 'smell', on: false })];

  test('come back from what they were written as', () => {
    const rows = rules.map(({ when, mode, part, replaces, on }) => [when, mode, part, replaces, on].map(String));
    const read = rulesOf([RULE_HEADER, ...rows]);
    expect(read).toMatchObject({ bad: [], headless: false });
    expect(withRules([], read.rows).map(({ when, mode, on }) => [when, mode, on])).toEqual([
      ['漏水 或 渗水', '漏水', true],
      ['smell', '异味', false],
    ]);
  });

  test('that are there already are not taken twice, new ones get ids of their own', () => {
    const read = rulesOf([
      ['关键词', '故障现象', '启用'],
      ['漏水 或 渗水', '漏水', '是'],
      ['烧熔', '端子烧熔', ''],
      ['（没有右括号', '漏水', ''],
      ['没有现象', '', ''],
      ['卡扣', '断裂', '大概'],
    ]);
    expect(read.bad).toEqual([4, 5, 6]);
    expect(withRules(rules, read.rows).map(({ id }) => id)).toEqual(['r1', 'r7', 'r8']);
    expect(rulesOf([['mode'], ['漏水']]).headless).toBe(true);
  });

  test('what keeps spreadsheets from running a cell is no part of it', () => {
    expect(
      rulesOf([
        ['when', 'mode'],
        ["'-5 度", '温度不准'],
      ]).rows[0]?.when,
    ).toBe('-5 度');
    expect(termsOf([TERM_HEADER, ['', "'=漏水", '', '', '']]).rows[0]?.mode).toBe('=漏水');
  });

  test('take a group of words into the rule of its failure mode', () => {
    const once = withWords(rules, ['底部', '滴水'], '漏水', 'zh');
    expect(once.map(({ when }) => when)).toEqual(['漏水 或 渗水 或 底部 且 滴水', 'smell']);
    expect(groupText(['或者', '漏水'], 'zh')).toBe('"或者" 且 漏水');
    // A rule that is off is left alone.
    expect(withWords(rules, ['odour'], '异味', 'en').map(({ id, when }) => [id, when])).toEqual([
      ['r1', '漏水 或 渗水'],
      ['r7', 'smell'],
      ['r8', 'odour'],
    ]);
  });
});

describe('a coding as a file', () => {
  const coding: Coding = {
    terms: [{ group: 'structural', mode: '漏水', part: '', from: '', until: '' }],
    renames: [{ before: '跳闸', after: '提前断电', from: '2024-06-01' }],
    rules: [rule('a', '漏水')],
    vague: ['其他'],
    columns: ['description'],
  };

  test('comes back as it was', () => {
    expect(codingFrom(codingText(coding))).toEqual(coding);
    expect(mergedCoding(coding, coding)).toEqual(coding);
    expect(mergedCoding(NO_CODING, coding)).toEqual({ ...coding, rules: [{ ...coding.rules[0], id: 'r1' }] });
  });

  test('is refused when it is something else or damaged', () => {
    const text = codingText(coding);
    expect([text.slice(0, -9), '{}', '', text.replace('"漏水"', '7'), '[1]'].map(codingFrom)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('the name of a failure is explained', () => {
  const coding: Coding = {
    ...NO_CODING,
    terms: [{ group: 'functional', mode: '提前断电', part: '温控器', from: '', until: '' }],
    renames: [{ before: '跳闸', after: '提前断电', from: '2024-06-01' }],
    rules: [rule('a', '漏水', { part: '壶底' }), rule('b', '跳闸')],
    vague: ['其他'],
  };
  const none = { mode: null, group: null, part: null };
  const complaint: CodedComplaint = {
    mode: '提前断电',
    group: 'functional',
    part: '温控器',
    original: none,
    source: 'rule',
    rules: ['b'],
    day: '2024-06-01',
  };

  test('by rule, rename and dictionary', () => {
    expect(namingOf(coding, complaint, undefined)).toEqual({
      by: 'rule',
      vague: false,
      rules: [{ rule: coding.rules[1], number: 2 }],
      disagree: false,
      renames: coding.renames,
      group: 'dictionary',
      part: 'dictionary',
    });
  });

  test('by a rule that gives the part, beside one that disagrees', () => {
    const original = { ...none, mode: '其他' };
    const coded = { ...complaint, original, mode: '漏水', group: null, part: '壶底', rules: ['a', 'b', 'gone'] };
    expect(namingOf(coding, { ...coded, source: 'rules_disagree' }, undefined)).toMatchObject({
      by: 'rule',
      vague: true,
      disagree: true,
      rules: [{ number: 1 }, { number: 2 }],
      renames: [],
      group: 'file',
      part: 'rule',
    });
  });

  test('by a person, by the file, by nobody', () => {
    const review = { mode: '跳闸', part: '', at: '2025-01-01T00:00:00Z' };
    expect(namingOf(coding, { ...complaint, source: 'review', rules: [] }, review)).toMatchObject({
      by: 'review',
      renames: coding.renames,
    });
    const filed = { ...complaint, original: { ...none, mode: '跳闸' }, source: 'renamed' as const, rules: [] };
    expect(namingOf(coding, filed, undefined)).toMatchObject({ by: 'file', renames: coding.renames });
    const unnamed = { ...complaint, mode: null, group: null, part: null, source: null, rules: [] };
    expect(namingOf(coding, unnamed, undefined)).toMatchObject({ by: 'nobody', renames: [], group: 'file' });
  });
});

describe('suggestions', () => {
  test('name the failure mode that complaints with the words mostly have', () => {
    const named = [
      ...Array.from({ length: 8 }, () => ({ text: '壶底渗水 Leaking', mode: '漏水' })),
      ...Array.from({ length: 2 }, () => ({ text: '渗水', mode: '异味' })),
      { text: '卡扣', mode: '断裂' },
    ];
    const groups = [{ words: ['渗水'] }, { words: ['壶底', 'leaking'] }, { words: ['卡扣'] }, { words: ['没有'] }];
    expect(suggestionsFor(groups, named)).toEqual([
      { mode: '漏水', share: 0.8, n: 10 },
      { mode: '漏水', share: 1, n: 8 },
      undefined,
      undefined,
    ]);
  });

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
