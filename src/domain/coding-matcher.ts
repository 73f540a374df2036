import { type Expression, wordsIn } from './coding-syntax';

/**
 * Finds which of many keyword rules hold for a text, in one pass over its UTF-8 bytes whatever their number (Aho & Corasick 1975): 200 rules
 * cost hardly more than one. A rule is evaluated only when one of its words was found.
 */
export class Matcher {
  readonly #classOf = new Uint8Array(256);
  readonly #classes: number;
  /** Next state by state and class of byte. */
  readonly #next: Int32Array;
  /** Words that end at a state, those of its suffixes included. */
  readonly #ending: (readonly Keyword[] | undefined)[];
  readonly #rulesOf: readonly (readonly number[])[];
  readonly #tests: readonly ((found: Uint32Array, turn: number) => boolean)[];
  readonly #found: Uint32Array;
  readonly #asked: Uint32Array;
  #turn = 0;

  constructor(rules: readonly Expression[]) {
    const keywords = keywordsOf(rules);
    this.#classes = this.#sortBytes(keywords);
    const trie = this.#grow(keywords);
    this.#next = trie.next;
    this.#ending = trie.ending;
    this.#found = new Uint32Array(keywords.length);
    this.#asked = new Uint32Array(rules.length);
    const ids = new Map(keywords.map(({ name }, id) => [name, id]));
    this.#tests = rules.map((rule) => testOf(rule, ids));
    const rulesOf: number[][] = keywords.map(() => []);
    rules.forEach((rule, at) => {
      for (const word of wordsIn(rule)) rulesOf[ids.get(nameOf(word)) ?? 0]?.push(at);
    });
    this.#rulesOf = rulesOf;
  }

  /** Rules that hold for the text in `bytes` from `from` to before `to`, ascending; the same empty list when there are none. */
  match(bytes: Uint8Array, from: number, to: number): readonly number[] {
    const next = this.#next;
    const classOf = this.#classOf;
    const classes = this.#classes;
    this.#turn += 1;
    let state = 0;
    let candidates: number[] | undefined;
    for (let at = from; at < to; at += 1) {
      state = next[state * classes + (classOf[bytes[at] as number] as number)] as number;
      const ending = this.#ending[state];
      if (ending === undefined) continue;
      for (const word of ending) {
        if (this.#found[word.id] === this.#turn || !stands(word, bytes, from, at + 1, to)) continue;
        this.#found[word.id] = this.#turn;
        for (const rule of this.#rulesOf[word.id] as readonly number[]) {
          if (this.#asked[rule] === this.#turn) continue;
          this.#asked[rule] = this.#turn;
          candidates ??= [];
          candidates.push(rule);
        }
      }
    }
    if (candidates === undefined) return NONE;
    const holding = candidates.filter((rule) => this.#tests[rule]?.(this.#found, this.#turn));
    return holding.length > 1 ? holding.sort((a, b) => a - b) : holding;
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
    return { next, ending };
  }
}

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
