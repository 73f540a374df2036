import type { Rule } from './coding';
import { type Expression, parseExpression, wordsIn } from './coding-syntax';

/**
 * Finds which of many keyword rules hold for a text, in one pass over its UTF-8 bytes whatever their number (Aho & Corasick 1975): 200 rules
 * cost hardly more than one. Which words a text has decides which rules hold, so the rules are evaluated once for each group of words.
 */
export class Matcher {
  readonly #classOf = new Uint8Array(256);
  readonly #classes: number;
  /** Next state by state (as a place in this table) and class of byte; negative (~state) where words end. */
  readonly #next: Int32Array;
  /** Words that end at a state, those of its suffixes included. */
  readonly #ending: (readonly Keyword[] | undefined)[];
  readonly #rulesOf: readonly (readonly number[])[];
  readonly #tests: readonly Test[];
  readonly #found: Uint32Array;
  #turn = 0;
  readonly #noWords = new WordGroup(undefined, -1);
  #groups = 0;
  readonly #lists = new Map<string, readonly number[]>();

  constructor(rules: readonly Expression[]) {
    const keywords = keywordsOf(rules);
    this.#classes = this.#sortBytes(keywords);
    const trie = this.#grow(keywords);
    this.#next = trie.next;
    this.#ending = trie.ending;
    this.#found = new Uint32Array(keywords.length);
    const ids = new Map(keywords.map(({ name }, id) => [name, id]));
    this.#tests = rules.map((rule) => testOf(rule, ids));
    const rulesOf: number[][] = keywords.map(() => []);
    rules.forEach((rule, at) => {
      for (const word of wordsIn(rule)) rulesOf[ids.get(nameOf(word)) ?? 0]?.push(at);
    });
    this.#rulesOf = rulesOf;
    this.#noWords.rules = NONE;
  }

  /** Rules that hold for the text in `bytes` from `from` to before `to`, ascending. Equal lists are the same one. */
  match(bytes: Uint8Array, from: number, to: number): readonly number[] {
    const next = this.#next;
    const classOf = this.#classOf;
    const found = this.#found;
    this.#turn += 1;
    const turn = this.#turn;
    let group = this.#noWords;
    let state = 0;
    for (let at = from; at < to; at += 1) {
      state = next[state + (classOf[bytes[at] as number] as number)] as number;
      if (state >= 0) continue;
      state = ~state;
      for (const word of this.#ending[state / this.#classes] as readonly Keyword[]) {
        if (found[word.id] === turn || !stands(word, bytes, from, at + 1, to)) continue;
        found[word.id] = turn;
        group = this.#with(group, word.id);
      }
    }
    group.rules ??= this.#holding(group, turn);
    return group.rules;
  }

  /** The group of words with one more. */
  #with(group: WordGroup, word: number): WordGroup {
    const known = group.larger.get(word);
    if (known !== undefined) return known;
    const larger = new WordGroup(group, word);
    if (this.#groups < MOST_GROUPS) {
      this.#groups += 1;
      group.larger.set(word, larger);
    }
    return larger;
  }

  /** Rules that hold for a text that has just these words. */
  #holding(group: WordGroup, turn: number): readonly number[] {
    const asked = new Set<number>();
    for (let one: WordGroup | undefined = group; one !== undefined; one = one.smaller)
      for (const rule of this.#rulesOf[one.word] ?? []) asked.add(rule);
    const holding = [...asked].filter((rule) => this.#tests[rule]?.(this.#found, turn)).sort((a, b) => a - b);
    if (holding.length === 0) return NONE;
    const name = holding.join();
    const list = this.#lists.get(name) ?? holding;
    this.#lists.set(name, list);
    return list;
  }

  /** Bytes that no word has are one class, both cases of a letter are another; the number of classes. */
  #sortBytes(keywords: readonly Keyword[]): number {
    let classes = 1;
    for (const { bytes } of keywords) {
      for (const byte of bytes) if (this.#classOf[byte] === 0) this.#classOf[byte] = classes++;
    }
    for (let upper = 65; upper <= 90; upper += 1) this.#classOf[upper] = this.#classOf[upper + 32] as number;
    return classes;
  }

  #grow(keywords: readonly Keyword[]): { next: Int32Array; ending: (Keyword[] | undefined)[] } {
    const classes = this.#classes;
    const room = 1 + keywords.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const next = new Int32Array(room * classes);
    const ending: (Keyword[] | undefined)[] = [undefined];
    let states = 1;
    for (const word of keywords) {
      let state = 0;
      for (const byte of word.bytes) {
        const slot = state * classes + (this.#classOf[byte] as number);
        if (next[slot] === 0) {
          next[slot] = states++;
          ending.push(undefined);
        }
        state = next[slot] as number;
      }
      ending[state] = [...(ending[state] ?? []), word];
    }
    const fallback = new Int32Array(states);
    const queue = [0];
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head] as number;
      for (let by = 1; by < classes; by += 1) {
        const slot = state * classes + by;
        const child = next[slot] as number;
        const fallen = state === 0 ? 0 : (next[(fallback[state] as number) * classes + by] as number);
        if (child === 0) next[slot] = fallen;
        else {
          fallback[child] = fallen;
          const inherited = ending[fallen];
          if (inherited !== undefined) ending[child] = [...(ending[child] ?? []), ...inherited];
          queue.push(child);
        }
      }
    }
    return {
      next: next.subarray(0, states * classes).map((to) => (ending[to] === undefined ? to * classes : ~(to * classes))),
      ending,
    };
  }
}

/** The rules that can hold as one matcher, and where each stands among them all. One that cannot be read holds never. */
export function matcherOf(rules: readonly Rule[]): { readonly matcher: Matcher; readonly ruleOf: readonly number[] } {
  const read = rules.flatMap((rule, at) => {
    const parsed = parseExpression(rule.when);
    return rule.on && rule.mode !== '' && parsed.ok ? [{ at, expression: parsed.expression }] : [];
  });
  return { matcher: new Matcher(read.map(({ expression }) => expression)), ruleOf: read.map(({ at }) => at) };
}

/** Words found in a text, in the order in which they came. */
class WordGroup {
  readonly larger = new Map<number, WordGroup>();
  /** Rules that hold for a text with just these; undefined until somebody asked. */
  rules: readonly number[] | undefined;

  constructor(
    readonly smaller: WordGroup | undefined,
    readonly word: number,
  ) {}
}

/** Groups that are remembered; texts with others cost an evaluation each. */
const MOST_GROUPS = 200_000;

interface Keyword {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The word must begin, or end, where a Latin word does. */
  readonly begins: boolean;
  readonly ends: boolean;
}

const NONE: readonly number[] = [];

function nameOf({ text, whole }: { readonly text: string; readonly whole: boolean }): string {
  return `${whole ? '"' : ''}${text}`;
}

function keywordsOf(rules: readonly Expression[]): Keyword[] {
  const words = new Map(rules.flatMap(wordsIn).map((word) => [nameOf(word), word]));
  const encoder = new TextEncoder();
  return [...words].map(([name, { text, whole }], id) => {
    const bytes = encoder.encode(text);
    return {
      id,
      name,
      bytes,
      begins: isLatin(bytes[0]),
      ends: whole && isLatin(bytes.at(-1)),
    };
  });
}

function stands({ bytes: word, begins, ends }: Keyword, bytes: Uint8Array, from: number, end: number, to: number) {
  const before = end - word.length - 1;
  return !(begins && before >= from && isLatin(bytes[before])) && !(ends && end < to && isLatin(bytes[end]));
}

/** A letter or digit of ASCII. */
function isLatin(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57);
}

type Test = (found: Uint32Array, turn: number) => boolean;

function testOf(expression: Expression, ids: ReadonlyMap<string, number>): Test {
  if (expression.kind === 'word') {
    const id = ids.get(nameOf(expression)) ?? 0;
    return (found, turn) => found[id] === turn;
  }
  if (expression.kind === 'not') {
    const of = testOf(expression.of, ids);
    return (found, turn) => !of(found, turn);
  }
  const parts = expression.of.map((part) => testOf(part, ids));
  return expression.kind === 'and'
    ? (found, turn) => parts.every((test) => test(found, turn))
    : (found, turn) => parts.some((test) => test(found, turn));
}
