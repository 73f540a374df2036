/** Words that stand together in texts nobody has coded, more often than chance would bring them together. */
export interface Candidate {
  /** As a rule reads it: `底部 且 漏水`, or one word. */
  readonly words: readonly string[];
  /** Texts that hold all of them. */
  readonly n: number;
  /** Pointwise mutual information of the words (bits); of a single word, that of its characters. */
  readonly strength: number;
}

const LONGEST_GRAM = 6;
const MOST_WORDS = 300;
/** Share of texts in common from which on two groups say the same. */
const SAME = 0.6;
/** Words that tell nothing about a failure. */
const EMPTY_WORDS = new Set(
  (
    '客户 用户 顾客 反映 反馈 表示 说明 称 请 尽快 安排 处理 维修 上门 解决 产品 商品 东西 机器 购买 买 了 的 是 我 你 他 们 就 也 都 还 很 有 没有 不 在 和 与 及 要 ' +
    '麻烦 要求 退款 退货 换新 换货 保修 照片 回电 来电 个月 左右 说法 ' +
    '已经 现在 今天 昨天 时候 之后 以后 然后 因为 所以 但是 这个 那个 一个 什么 怎么 可以 需要 希望 投诉 问题 情况 出现 发生 发现 使用 ' +
    'the and for with that this was were are not but have has had from they you your our its when after then than into very just been will would could should there their them about which while product customer please'
  ).split(' '),
);
const LONG_EMPTY_WORDS = new RegExp(
  [...EMPTY_WORDS].filter((word) => /^\p{Script=Han}{2,}$/u.test(word)).join('|'),
  'gu',
);

/**
 * Groups of words that could become rules, from texts without a code: Chinese words are found as runs of characters that keep together
 * (the mutual information of their halves), others between spaces; then pairs of words by how much more often they meet in one text
 * than chance would have it. Runs inside longer ones that are about as frequent are left out.
 */
export function candidatesOf(texts: readonly string[], most: number): Candidate[] {
  const atLeast = Math.max(3, Math.ceil(texts.length * 0.002));
  const words = wordsOf(texts, atLeast).slice(0, MOST_WORDS);
  const lower = texts.map((text) => text.toLowerCase());
  const found = words.map((word) => ({
    ...word,
    texts: new Set(lower.flatMap((text, at) => (text.includes(word.word) ? [at] : []))),
  }));
  const singles = found.map(({ word, n, strength, texts: own }) => ({ words: [word], n, strength, texts: own }));
  const all = [...pairsOf(found, lower, atLeast), ...singles].sort((a, b) => weight(b) - weight(a));
  return distinctOf(all, most).map(({ words: own, n, strength }) => ({ words: own, n, strength }));
}

interface Found extends Word {
  /** Where it stands, as places in the list of texts. */
  readonly texts: ReadonlySet<number>;
}

type Group = Candidate & Pick<Found, 'texts'>;

/** The first of them, less those that find nearly the same texts as one before. */
function distinctOf(groups: readonly Group[], most: number): Group[] {
  const kept: Group[] = [];
  for (const group of groups) {
    if (kept.length === most) break;
    const isNew = kept.every((other) => {
      const both = shared(group.texts, other.texts);
      return both < SAME * (group.texts.size + other.texts.size - both);
    });
    if (isNew) kept.push(group);
  }
  return kept;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let n = 0;
  for (const text of few) if (many.has(text)) n += 1;
  return n;
}

interface Word {
  readonly word: string;
  readonly n: number;
  readonly strength: number;
}

function weight({ n, strength }: Candidate): number {
  return Math.sqrt(n) * strength;
}

function wordsOf(texts: readonly string[], atLeast: number): Word[] {
  const grams = new Map<string, number>();
  const latin = new Map<string, number>();
  let characters = 0;
  for (const text of texts) {
    const seen = new Set<string>();
    for (const run of text.replace(LONG_EMPTY_WORDS, ' ').match(/\p{Script=Han}+/gu) ?? []) {
      const letters = [...run];
      characters += letters.length;
      for (let from = 0; from < letters.length; from += 1)
        for (let length = 1; length <= LONGEST_GRAM && from + length <= letters.length; length += 1)
          seen.add(letters.slice(from, from + length).join(''));
    }
    for (const gram of seen) grams.set(gram, (grams.get(gram) ?? 0) + 1);
    for (const word of new Set(text.toLowerCase().match(/[a-z][a-z'-]{2,}/g) ?? []))
      latin.set(word, (latin.get(word) ?? 0) + 1);
  }
  const total = Math.max(1, texts.length);
  const share = (gram: string) => (grams.get(gram) ?? 0) / total;
  const chinese = [...grams]
    .filter(([gram, n]) => [...gram].length > 1 && n >= atLeast)
    .map(([word, n]) => ({ word, n, strength: cohesion(word, share) }))
    .filter(({ word, strength }) => strength > 1 && !EMPTY_WORDS.has(word) && !holdsEmpty(word));
  const english = [...latin]
    .filter(([word, n]) => n >= atLeast && n < total * 0.6 && !EMPTY_WORDS.has(word))
    .map(([word, n]) => ({ word, n, strength: Math.log2(total / n) }));
  if (characters === 0 && english.length === 0) return [];
  return [...withoutParts(chinese), ...english].sort((a, b) => weigh(b) - weigh(a));
}

function weigh({ n, strength }: Word): number {
  return Math.sqrt(n) * strength;
}

/** The least mutual information of the two halves that a run can be cut into. */
function cohesion(word: string, share: (gram: string) => number): number {
  const letters = [...word];
  const cuts = letters.slice(1).map((_, at) => {
    const halves = share(letters.slice(0, at + 1).join('')) * share(letters.slice(at + 1).join(''));
    return halves === 0 ? 0 : Math.log2(share(word) / halves);
  });
  return Math.min(...cuts);
}

/** Runs that begin or end in a word that tells nothing: 了漏水, 漏水的. */
function holdsEmpty(word: string): boolean {
  const letters = [...word];
  return EMPTY_WORDS.has(letters[0] ?? '') || EMPTY_WORDS.has(letters.at(-1) ?? '');
}

/** Without runs that nearly always stand inside a longer one, and longer ones that are rare beside what they are made of. */
function withoutParts(words: readonly Word[]): Word[] {
  const longestFirst = [...words].sort((a, b) => b.word.length - a.word.length);
  const kept: Word[] = [];
  for (const one of longestFirst) {
    if (kept.some(({ word, n }) => word.includes(one.word) && n >= one.n * 0.7)) continue;
    kept.push(one);
  }
  return kept;
}

function pairsOf(words: readonly Found[], texts: readonly string[], atLeast: number): Group[] {
  const pairs: Group[] = [];
  words.forEach((first, at) => {
    for (const second of words.slice(at + 1)) {
      if (first.word.includes(second.word) || second.word.includes(first.word)) continue;
      const n = shared(first.texts, second.texts);
      const strength = Math.log2((n * texts.length) / (first.n * second.n));
      if (n < atLeast || strength <= 1) continue;
      const both = [...first.texts].filter((text) => second.texts.has(text));
      const apart = both.filter((text) => standApart(texts[text] ?? '', first.word, second.word));
      if (apart.length < Math.max(atLeast, n / 2)) continue;
      pairs.push({ words: [first.word, second.word], n, strength, texts: new Set(both) });
    }
  });
  return pairs;
}

/** Two runs that share characters are one phrase cut twice, not two words. */
function standApart(text: string, first: string, second: string): boolean {
  const [a, b] = [text.indexOf(first), text.indexOf(second)];
  return a + first.length <= b || b + second.length <= a;
}
