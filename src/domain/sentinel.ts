/**
 * The sentinel rule (domain.md §2): a complaint is a safety item from n = 1 when it is marked safety-related, of critical severity, or
 * says a safety word. Words are sought by regular expressions of the subset that the engine (RE2) and JavaScript read alike, so that what
 * the query selects is what the screen highlights.
 */

/** The words of a fresh workspace: Chinese in both scripts, then English. A `*` at the end stands for any ending. */
export const DEFAULT_WORDS: readonly string[] = [
  ...['漏电', '触电', '电击', '起火', '着火', '冒烟', '烧熔', '烧焦', '熔化', '爆裂', '爆炸', '炸裂', '烫伤', '灼伤'],
  ...['割伤', '短路', '火花', '打火'],
  ...['漏電', '觸電', '電擊', '著火', '冒煙', '燒熔', '燒焦', '燙傷', '灼傷'],
  ...['fire', 'fires', 'smoke', 'smoking', 'spark*', 'burn*', 'melt*', 'explo*', 'scald*', 'electric shock*'],
  ...['short circuit*', 'electrocut*'],
];

export const MOST_WORDS = 200;
export const LONGEST_WORD = 40;

/** A word that was taken off the list: what came in before that day (ISO, not included) stays an item until it is closed. */
export interface RetiredWord {
  readonly word: string;
  readonly before: string;
}

/** A safety word in a text: from `start` up to `end`, which is not included. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** The text says that it is not so: 无漏电, no smoke. */
  readonly denied: boolean;
}

/** A word as it is kept: no blanks around it, single ones inside; '' when nothing is left. */
function tidyWord(word: string): string {
  return word.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase().replace(/\*+$/, '*').slice(0, LONGEST_WORD);
}

/** Words tidied, without doubles and empty ones. */
export function tidyWords(words: readonly string[]): string[] {
  return [...new Set(words.map(tidyWord))].filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, MOST_WORDS);
}

/** Finds any of the words, letter case aside (flag `i`); undefined when there are none. */
export function wordsPattern(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  // The first alternative that fits is taken, so the longer word comes first.
  return words
    .toSorted((a, b) => b.length - a.length)
    .map(wordPattern)
    .join('|');
}

/** Latin words are sought whole, so that “fire” is not found in “firewall”. */
function wordPattern(word: string): string {
  const open = word.endsWith('*');
  const stem = open ? word.slice(0, -1).trimEnd() : word;
  const escaped = stem.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '[ \\-]+');
  const latinEnd = /[a-z0-9_]$/i.test(stem);
  return `${/^[a-z0-9_]/i.test(stem) ? '\\b' : ''}${escaped}${latinEnd ? (open ? '\\w*' : '\\b') : ''}`;
}

const NOT = '没有|没|沒有|沒|从未|從未|尚未|并未|並未|未曾|未|并无|並無|无|無|不曾|不会|不會|不';
/** What may stand between a denial and its word without changing it. */
const FILLING =
  '发现|發現|发生|發生|出现|出現|看到|看见|看見|见到|見到|见|見|闻到|聞到|有|任何|明显|明顯|再|造成|引起|引发|引發|导致|導致|产生|產生|被|过|過|存在';
const ALSO = '、|/|或者|或|和|及|以及|与|與';
const ENGLISH_NOT =
  "no|not|without|never|nor|did not|didn['’]t|does not|doesn['’]t|was not|wasn['’]t|is not|isn['’]t|free of|free from";
const ENGLISH_FILLING = 'any|visible|obvious|further|signs?|evidence|of|been|a|an|the|caught|catch|on|electrical';
const NONE = '无|無|否|没有|沒有|未见|未見|未发生|未發生|no|none';

/**
 * Finds obvious denials of the words together with them: 无漏电, 没有发现冒烟或起火, 漏电：无, no smoke or fire. Only what stands next to the
 * word counts, and an enumeration by comma does not, because a case must rather be looked at twice than be missed. Questions (有没有漏电,
 * 会不会起火) are no denials; the sign before one is group 1.
 */
export function denialPattern(words: string): string {
  const chinese = `(^|[^有会會能是])(?:(?:${NOT})(?:${FILLING}){0,3}(?:${words})(?:(?:${ALSO})(?:${NOT})?(?:${words}))*)+`;
  const english = `\\b(?:${ENGLISH_NOT})(?:[ \\t]+(?:${ENGLISH_FILLING})){0,4}[ \\t]+(?:${words})(?:(?:[ \\t]+(?:or|nor|and)[ \\t]+|/)(?:any[ \\t]+)?(?:${words}))*`;
  const answered = `(?:${words})(?:情况|情況|现象|現象|情形|痕迹|痕跡)?[ ]?[:：][ ]?(?:${NONE})(?:$|[ \\t\\r\\n\\x{3000},，.。;；、/)）])`;
  return `${chinese}|${english}|${answered}`;
}

/** Reads texts by a list of words, which is compiled once. */
export interface WordReader {
  readonly words: readonly string[];
  /** Every mention in a text, in its order. */
  mentions(text: string): Mention[];
  /** The words of the list that a found text stands for. */
  wordsOf(found: string): readonly string[];
}

export function wordReader(words: readonly string[]): WordReader {
  const pattern = wordsPattern(words);
  if (pattern === undefined) return { words, mentions: () => [], wordsOf: () => [] };
  const any = new RegExp(pattern, 'giu');
  const denial = new RegExp(inJavaScript(denialPattern(pattern)), 'giu');
  const each = words.map((word) => ({ word, whole: new RegExp(wordPattern(word), 'iu') }));
  const known = new Map<string, readonly string[]>();
  const found = (text: string, denied: boolean, from = 0): Mention[] =>
    Array.from(text.matchAll(any), ({ 0: said, index }) => ({
      start: from + index,
      end: from + index + said.length,
      denied,
    }));
  return {
    words,
    mentions(text) {
      const denied: Mention[] = [];
      const rest = text.replace(denial, (said: string, before: string | undefined, ...others: unknown[]) => {
        const at = others.find((other) => typeof other === 'number') ?? 0;
        const kept = before?.length ?? 0;
        denied.push(...found(said.slice(kept), true, at + kept));
        return said.slice(0, kept) + '\u0000'.repeat(said.length - kept);
      });
      return [...found(rest, false), ...denied].sort((a, b) => a.start - b.start);
    },
    wordsOf(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const made = each.filter(({ whole }) => whole.test(text)).map(({ word }) => word);
      known.set(text, made);
      return made;
    },
  };
}

/** The one notation that differs. */
function inJavaScript(pattern: string): string {
  return pattern.replaceAll('\\x{3000}', '\\u3000');
}
