import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { standingOf } from '../../sample-data/generator/counting';
import { history } from '../../sample-data/generator/history';
import { COMMITTED } from '../../sample-data/generator/options';
import { runOf } from '../../sample-data/generator/run';
import { Coder, NO_CODING, type Rule } from '../../src/domain/coding';
import { candidatesOf } from '../../src/domain/coding-candidates';
import { matcherOf } from '../../src/domain/coding-matcher';
import { withWords } from '../../src/domain/coding-rules';
import { suggestionsFor } from '../../src/domain/coding-suggestion';
import { ROOT } from '../support/root';

/** A ticket about the product: what the customer said, and what it really was. */
interface Told {
  readonly text: string;
  readonly truth: string;
  /** What the agent wrote down. */
  readonly named: string | null;
}

/**
 * What somebody writes who has read the texts. The phrases of the sample are few and come again, so the figures below say that the way to a
 * code works from end to end; of other people's texts rules find less.
 */
const SENSIBLE: readonly (readonly [when: string, mode: string])[] = [
  ['(卡扣 或 锁扣 或 塑料扣 或 小舌头) 且 (断 或 裂 或 崩)', '壶盖卡扣断裂'],
  ['漏水 或 渗水 或 滴水 或 渗出来 或 漏了 或 滴滴答答', '底部漏水'],
  ['跳闸 或 自动断电 或 提前断电 或 弹起来 或 没烧开 或 跳得太早 或 按三次', '水未开就跳闸'],
  ['缺一划 或 少一横 或 缺笔画', '显示缺划'],
  ['烧熔 或 熔化 或 熔了', '底座端子烧熔'],
  ['没反应 且 (插上电 或 插座) 或 不通电 或 没电了', '不通电'],
  ['不加热 或 水一直是凉 或 发热盘 或 水还是冷', '不加热'],
  ['屏不亮 或 黑屏 或 不亮了 或 没有显示', '显示屏不亮'],
  ['按键 且 (没反应 或 失效) 或 触摸键 或 保温键', '按键失灵'],
  ['实测 或 温度不准 或 忽高忽低 或 相差很多', '温度不准'],
  ['玻璃 且 (裂 或 碎 或 破)', '玻璃破裂'],
  ['异味 或 怪味 或 塑料味 或 胶皮味 或 味道 或 味儿', '异味'],
  ['锈 或 发黄', '内壁锈点'],
  ['划痕 或 划伤 或 掉漆 或 磕了', '外壳划伤'],
  ['水垢 或 沉淀 或 白色碎片', '水垢严重'],
  ['关不严 或 有缝 或 按不紧 或 盖子松', '壶盖关不严'],
  ['噪音 或 嗡嗡 或 声音', '噪音大'],
  ['松动 或 提手晃 或 松了 或 间隙', '手柄松动'],
  ['少了 或 缺一个 或 少发 或 没有说明书', '漏装配件'],
  ['漏电 或 麻手 或 电了一下', '漏电麻手'],
  ['底座 且 (烫 或 发热变色)', '底座过热'],
  ['干烧', '干烧显示'],
  ['膜', '保护膜未撕'],
  ['没插电 或 插座没开 或 没插好', '没插电'],
];

const sensible = SENSIBLE.map(
  ([when, mode], at): Rule => ({ id: `r${at}`, when, mode, part: '', replaces: false, on: true }),
);

let free: readonly Told[];
let named: readonly Told[];

beforeAll(() => {
  const run = runOf({ ...COMMITTED, out: '' });
  const told = [...history(run)].flatMap(({ arrival, ticket }): Told[] => {
    const { failure } = arrival.cast.problem;
    if (failure === undefined || !standingOf(ticket).reported) return [];
    return [{ text: ticket.description, truth: failure.mode, named: ticket.failureMode }];
  });
  free = told.filter((ticket) => ticket.named === null);
  named = told.filter((ticket) => ticket.named !== null);
});

/** The failure mode that a rule set gives each ticket; undefined where it gives none. */
function coded(rules: readonly Rule[], tickets: readonly Told[]): (string | undefined)[] {
  const { matcher, ruleOf } = matcherOf(rules);
  const coder = new Coder({ ...NO_CODING, rules });
  const encoder = new TextEncoder();
  return tickets.map(({ text }) => {
    const bytes = encoder.encode(text);
    const matches = matcher.match(bytes, 0, bytes.length).map((at) => ruleOf[at] as number);
    return coder.code({ modes: [], group: null, part: null, day: '', matches }).modes[0];
  });
}

/** Share of the coded tickets that are coded right, and of all tickets that are. */
function judged(rules: readonly Rule[], tickets: readonly Told[]) {
  const found = coded(rules, tickets);
  const right = found.filter((mode, at) => mode === tickets[at]?.truth).length;
  return {
    precision: right / found.filter((mode) => mode !== undefined).length,
    recall: right / tickets.length,
  };
}

/** Accepts what the bench suggests and is sure of, round after round, as its one button does. */
function accepted(rounds: number): readonly Rule[] {
  let rules: readonly Rule[] = [];
  const known = named.slice(0, 3000).map(({ text, named: mode }) => ({ text, mode: mode ?? '' }));
  for (let round = 0; round < rounds; round += 1) {
    const found = coded(rules, free);
    const left = free.filter((_, at) => found[at] === undefined).map(({ text }) => text);
    const groups = candidatesOf(left, 100);
    const suggestions = suggestionsFor(groups, known);
    groups.forEach(({ words }, at) => {
      const suggestion = suggestions[at];
      if (suggestion !== undefined && suggestion.share >= 0.8) rules = withWords(rules, words, suggestion.mode, 'zh');
    });
  }
  return rules;
}

describe('the free text of the sample', () => {
  it('is a third of the tickets about the product, as truth.json counts them', () => {
    const { freeText } = JSON.parse(readFileSync(`${ROOT}/sample-data/truth.json`, 'utf8')) as {
      freeText: Record<string, number>;
    };
    const sum = Object.values(freeText).reduce((all, n) => all + n, 0);
    expect(free.length / sum).toBeGreaterThan(0.95);
    expect(free.length / sum).toBeLessThan(1.05);
    expect(free.length / (free.length + named.length)).toBeCloseTo(1 / 3, 1);
  });

  it('is found by a sensible set of rules: of 100 that it codes 99 are right, and it finds 99 of 100', () => {
    const { precision, recall } = judged(sensible, free);
    expect(precision).toBeGreaterThan(0.99);
    expect(recall).toBeGreaterThan(0.99);
  });

  it('every failure mode is found, also those that people write in several ways', () => {
    const found = coded(sensible, free);
    for (const mode of new Set(free.map(({ truth }) => truth))) {
      const own = free.flatMap(({ truth }, at) => (truth === mode ? [found[at]] : []));
      expect([mode, own.filter((one) => one === mode).length / own.length > 0.8]).toEqual([mode, true]);
    }
  });

  it('is found by suggestions that are accepted twice, without a word typed', () => {
    const rules = accepted(2);
    const { precision, recall } = judged(rules, free);
    expect(precision).toBeGreaterThan(0.97);
    expect(recall).toBeGreaterThan(0.95);
    expect(rules.length).toBeLessThan(40);
  });
});
