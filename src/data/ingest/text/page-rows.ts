import type { Dialect, RejectReason } from '../plan';
import { trimEnd, trimStart } from './bytes';
import { cellTexts } from './cells';
import type { Tokenizer } from './tokenizer';

const TOTAL_WORD =
  '(?:合计|合計|总计|總計|小计|小計|共计|共計|总和|總和|汇总|匯總|累计|累計|(?:grand |sub ?-?)?totals?|(?:grand |sub ?-?)?sum)';
/** 合计, 本页小计：, Total (pcs), 总计 56 条. */
const TOTAL = new RegExp(
  `^(?:本页|本頁|本月|本期|全部)?${TOTAL_WORD}\\s*(?:[(（][^)）]*[)）])?\\s*[:：]?\\s*(?:\\d[\\d,.]*\\s*\\p{L}{0,7})?$`,
  'iu',
);
/** What may stand beside the word: amounts with currency or unit, "共 56 条", marks for nothing. */
const AMOUNT = /^(?:共\s*)?[(]?[-+]?[¥￥$€£]?\s*[-+]?\d[\d,]*(?:\.\d+)?\s*(?:%|\p{L}{1,7})?[)]?$|^[-—/*]+$/u;
/** How notes begin that stand below a table, or between its pages. */
const NOTE =
  /^(?:制表|製表|制单|填表|审核|審核|批准|核准|打印|列印|导出|匯出|报表|報表|数据来源|資料來源|备注[:：]|備註[:：]|注[:：]|註[:：]|说明[:：]|說明[:：]|单位[:：]|單位[:：]|第\s*\d+\s*[页頁]|共\s*\d+\s*[条條笔筆页頁行]|(?:notes?|sources?)\s*[:：]|(?:printed|exported|generated|created) (?:by|on|at|from)\b|confidential$|page \d+|end of (?:report|file|list)|\(?\d+ rows?\b|[-=_*]{3,})/i;
const RULE = /^[-=_]{3,}$/;
/** A table this narrow may well have a record of one cell. */
const NARROW = 3;
/** Bytes of the first filled cell by which nearly all records are told from these rows. */
const TELLING_BYTES = 3;
const BEGINNINGS =
  '合計合计总计總計小计小計共计共計总和總和汇总匯總累计累計本页本頁本月本期全部制表製表制单填表审核審核批准核准打印列印导出匯出报表報表数据資料备注備註注：註：说明說明单位單位第共';
const LATIN_BEGINNINGS = [
  'tot',
  'gra',
  'sub',
  'sum',
  'not',
  'sou',
  'pri',
  'exp',
  'gen',
  'cre',
  'con',
  'pag',
  'end',
  '---',
  '===',
  '___',
  '***',
];

/**
 * Tells rows of the printed page from records: a header that is repeated on each page, totals, notes. Systems that export what they print
 * leave them in the table, and as records they would be complaints that nobody made.
 */
export class PageRows {
  private readonly beginnings: ReadonlySet<number>;

  constructor(private readonly dialect: Pick<Dialect, 'above' | 'fields' | 'quote' | 'escape'>) {
    const encoder = new TextEncoder();
    const above = (dialect.above ?? []).flatMap((row) => row.find((cell) => cell !== '') ?? []);
    this.beginnings = new Set(
      [...BEGINNINGS, ...LATIN_BEGINNINGS, ...above].map((text) => {
        const bytes = encoder.encode(text);
        return beginning(bytes, 0, bytes.length);
      }),
    );
  }

  /** Why the record cut last is a row of the page; undefined for nearly all. */
  reason(bytes: Uint8Array, cells: Tokenizer): RejectReason | undefined {
    const kept = Math.min(cells.cells, cells.capacity);
    for (let cell = 0; cell < kept; cell++) {
      const to = cells.ends[cell]!;
      const from = trimStart(bytes, cells.starts[cell]!, to);
      if (from >= to) continue;
      const first = bytes[from]!;
      // "(56 rows affected)", and a number of rows by itself.
      if (first !== 0x28 && !this.beginnings.has(beginning(bytes, from, trimEnd(bytes, from, to)))) return undefined;
      return pageRow(cellTexts(bytes, cells, this.dialect), this.dialect);
    }
    return undefined;
  }
}

/** Whether a reason is one of those that are given here. */
export function isPageRow(reason: RejectReason): boolean {
  return reason === 'repeatedHeader' || reason === 'totalRow' || reason === 'noteRow';
}

/** What a row is when it is none of the table but of the page that the table was printed on; undefined when it is a record. */
export function pageRow(
  written: readonly string[],
  { above = [], fields }: Pick<Dialect, 'above' | 'fields'>,
): RejectReason | undefined {
  const row = tidyRow(written);
  if (above.some((other) => other.length === row.length && other.every((cell, at) => cell === row[at])))
    return 'repeatedHeader';
  const [first = '', ...rest] = row.filter((cell) => cell !== '');
  if (TOTAL.test(first) && rest.every((cell) => AMOUNT.test(cell) || TOTAL.test(cell))) return 'totalRow';
  if (fields < NARROW) return undefined;
  if (rest.length === 0) return NOTE.test(first) ? 'noteRow' : undefined;
  return RULE.test(first) && rest.every((cell) => RULE.test(cell)) ? 'noteRow' : undefined;
}

/** The cells of a row as they are compared: trimmed, without the blank ones at its end. */
export function tidyRow(cells: readonly string[]): string[] {
  const trimmed = cells.map((cell) => cell.trim());
  return trimmed.slice(0, trimmed.findLastIndex((cell) => cell !== '') + 1);
}

/** The first bytes of a text as a number, letters in lower case. */
function beginning(bytes: Uint8Array, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < Math.min(to, from + TELLING_BYTES); at++) {
    const byte = bytes[at]!;
    key = (key << 8) | (byte >= 65 && byte <= 90 ? byte + 32 : byte);
  }
  return key;
}
