import { fold } from './fold';
import { plainWords } from './header-words';

/** One way to read a header. */
export interface Variant {
  readonly folded: string;
  readonly words: readonly string[];
  readonly plain: string;
  /** 0…1: how far a name found in this reading counts. */
  readonly trust: number;
  /** Names that count only as the whole header are not looked for: this is but a part of it. */
  readonly partly: boolean;
}

const WHOLE = 1;
const UNDRESSED = 0.97;
const PART = 0.95;

/** What stands in brackets in a header is a unit or a remark: 金额（元）, 故障现象(必填). */
const REMARK = /[(（[【].*?[)）\]】]/g;
/** A name that stands in brackets as a whole. */
const WRAPPED = /^\s*[[【「『(（]([^\]】」』)）]+)[\]】」』)）]\s*$/;
/** 1. 2) 03_ (4): the number of the column. */
const NUMBERING = /^\s*[(（]?\d{1,3}\s*[.、)）_:：-]\s*(?=\D)/;
/** A unit after a mark: 费用/元, 数量-台, weight_kg. */
const UNIT = /\s*[/_:：-]\s*(?:元|万元|台|件|个|只|套|次|天|小时|分钟|公斤|千克|pcs|cny|rmb|usd|kg|ea|h|hrs|days)\s*$/i;
/** What says no more than that a name or a code stands there. */
const TAIL =
  /(?:名称|名稱|代码|代碼|[别別])$|[\s_-](?:code|cd|name|nm|amount|amt|desc|description|text|type|y[\s_/]?n)$/i;
const CAMEL_TAIL = /(?<=[a-z])(?:Code|Name|Type|Text|Desc)$/;
/** What stands before a name without changing what it names: 是否在保, 实际完成日期, 所属批次. */
const LEAD =
  /^(?:是否|有无|有無|实际|實際|最终|最終|主要|本次|当前|當前|目前|所属|所屬|相关|相關|对应|對應|详细|詳細)|^(?:is|actual|current)[\s_-]/i;
const HAN = /\p{Script=Han}/u;
/** Between two names of which the column holds either. */
const EITHER = /\s*[/／|、]\s*/;
const BETWEEN = /[\s/|_\-—·:：]+/;

/** Share of the headers that must begin alike before the beginning is taken for the name of a table or a group. */
const COMMON = 0.6;
/** Beyond these characters nobody names a column: what is longer is text, or made to cost time. */
const LONGEST = 500;
const FEWEST = 3;
const PREFIX = /^[^.\-_:：/→]{1,20}(?:[.\-_:：/→]|::)\s*(?=\S)/;

/**
 * The ways to read a header, most trusted first: as written, without what systems put around names, and of a header in two languages
 * either one.
 * @param prefix what the file's headers begin with in common: the name of a table or of a group
 */
export function variantsOf(written: string, prefix = ''): Variant[] {
  const begun = written.slice(0, LONGEST);
  const header = WRAPPED.exec(begun)?.[1] ?? begun;
  const found = new Map<string, Variant>();
  const add = (text: string, trust: number, partly = false) => {
    const folded = fold(text);
    if (folded === '' || found.has(folded)) return;
    const words = plainWords(text);
    found.set(folded, { folded, words, plain: words.join(' '), trust, partly });
  };
  add(header, WHOLE);
  // A header of several rows is called "group · name": the name tells what the column is.
  const named = withoutPrefix(header.split(' · ').at(-1) ?? '', prefix).replace(NUMBERING, '');
  const bare = named.replace(REMARK, '').trim();
  add(bare, UNDRESSED);
  add(named, UNDRESSED);
  add(bare.replace(UNIT, ''), UNDRESSED);
  for (const part of languages(bare)) add(part, UNDRESSED, true);
  for (const part of bare.split(EITHER)) add(part, PART, true);
  for (const text of [bare, ...languages(bare)]) for (const short of shortened(text)) add(short, PART, true);
  return [...found.values()];
}

/** A name without what says little at its end, at its beginning, and at both. */
function shortened(text: string): string[] {
  const begun = text.replace(TAIL, '').replace(CAMEL_TAIL, '');
  return [begun, text.replace(LEAD, ''), begun.replace(LEAD, '')];
}

function withoutPrefix(header: string, prefix: string): string {
  return prefix !== '' && header.trim().startsWith(prefix) ? header.trim().slice(prefix.length) : header;
}

/** The Chinese and the other part of a header in two languages. */
function languages(header: string): string[] {
  const pieces = header.split(BETWEEN).filter((piece) => piece !== '');
  const chinese = pieces.filter((piece) => HAN.test(piece));
  const other = pieces.filter((piece) => !HAN.test(piece));
  const several = chinese.join('').length >= 2 && other.join('').replace(/[^a-z]/gi, '').length >= 2;
  return several ? [chinese.join(''), other.join(' ')] : [];
}

/** What most headers of a file begin with, up to a mark: "客户-", "T1.", "F_"; '' when they do not. */
export function commonPrefix(headers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const header of headers) {
    const prefix = PREFIX.exec(header.trim())?.[0];
    if (prefix !== undefined && !/^\d+[.、]/.test(prefix)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const [prefix, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  return count >= FEWEST && count >= headers.filter((header) => header.trim() !== '').length * COMMON ? prefix : '';
}
