import { DATASETS, type Dataset } from '../../../domain/columns';
import { COMPLAINT_HEADERS } from './complaint-headers';
import { CHANGE_HEADERS, INSPECTION_HEADERS, RETURNED_ITEM_HEADERS, STOCK_HEADERS } from './control-headers';
import { fold, wordsOf } from './fold';
import { BATCH_HEADERS, CONSUMPTION_HEADERS, MATERIAL_LOT_HEADERS, SERIAL_HEADERS } from './production-headers';
import { SHIPMENT_HEADERS } from './shipment-headers';

/** One name that a canonical column goes by in files. */
export interface HeaderName {
  /** Folded whole. */
  readonly folded: string;
  /** Folded words, to be found inside longer headers; undefined for names that count only as the whole header. */
  readonly words?: readonly string[];
  /** 0…1: how telling the name is. */
  readonly weight: number;
}

const VAGUE = 0.75;
/** What stands in brackets in a header is a unit or a remark: 金额（元）, 故障现象(必填). */
const REMARK = /[(（[【].*?[)）\]】]/g;
const REMARK_LOSS = 0.97;
/** The last of a column's names counts this much less than the first, so that the most telling of two headers wins. */
const RANK_LOSS = 0.1;

/** Headers that do not say which of the three scales they hold; decided by the cells, else asked. */
const SCALE_HEADERS = new Set(
  '等级, 级别, 分级, 投诉等级, 投诉级别, 工单等级, 工单级别, 事件等级, 事件级别, 信息等级, level, grade, rank, class, complaint level, case level'
    .split(', ')
    .map(fold),
);
export const SCALES = ['severity', 'priority', 'response_level'] as const;

/** The lists as written: names of each canonical column, most telling first. */
export const HEADERS: Readonly<Record<Dataset, Readonly<Record<string, string>>>> = {
  complaint: COMPLAINT_HEADERS,
  shipment: SHIPMENT_HEADERS,
  batch: BATCH_HEADERS,
  material_lot: MATERIAL_LOT_HEADERS,
  consumption: CONSUMPTION_HEADERS,
  serial: SERIAL_HEADERS,
  stock: STOCK_HEADERS,
  returned_item: RETURNED_ITEM_HEADERS,
  inspection: INSPECTION_HEADERS,
  change: CHANGE_HEADERS,
};

export const HEADER_NAMES = Object.fromEntries(
  DATASETS.map((dataset) => [dataset, namesOf(HEADERS[dataset])]),
) as Readonly<Record<Dataset, ReadonlyMap<string, readonly HeaderName[]>>>;

/** Whether a header names a scale without saying which. */
export function isScaleHeader(header: string): boolean {
  return SCALE_HEADERS.has(fold(header));
}

/** A header, folded once to be compared with every name. */
export interface Header {
  readonly folded: string;
  readonly words: readonly string[];
  /** The header without what stands in brackets, if anything does: a unit or a remark. */
  readonly bare?: Header;
}

export function readHeader(text: string): Header {
  // A header of several rows is called "group · name": the name tells what the column is.
  const bare = (text.replace(REMARK, '').split(' · ').at(-1) ?? '').trim();
  return {
    folded: fold(text),
    words: wordsOf(text),
    ...(bare !== text.trim() && bare !== '' && { bare: { folded: fold(bare), words: wordsOf(bare) } }),
  };
}

/**
 * How well a header fits a canonical column, 0…1: its own name or a listed one 0.7…1, a listed one inside the header below 0.75,
 * more when it is most of the header and stands at the end, where Chinese and English headers have their noun.
 */
export function headerScore(header: Header, dataset: Dataset, column: string): number {
  if (header.folded === '') return 0;
  const names = HEADER_NAMES[dataset].get(column) ?? [];
  const own = header.folded === fold(column) ? 1 : nameScore(header, names);
  return header.bare === undefined ? own : Math.max(own, REMARK_LOSS * nameScore(header.bare, names));
}

function nameScore({ folded, words }: Header, names: readonly HeaderName[]): number {
  return names.reduce((best, name) => Math.max(best, name.folded === folded ? name.weight : partScore(words, name)), 0);
}

function partScore(words: readonly string[], name: HeaderName): number {
  const at = name.words === undefined ? -1 : indexOfPhrase(words, name.words);
  if (name.words === undefined || at < 0) return 0;
  const atEnd = at + name.words.length === words.length;
  return 0.15 + 0.35 * (name.words.length / words.length) + (atEnd ? 0.25 : 0);
}

function indexOfPhrase(words: readonly string[], phrase: readonly string[]): number {
  return words.findIndex((_, start) => phrase.every((word, offset) => words[start + offset] === word));
}

function namesOf(headers: Readonly<Record<string, string>>): ReadonlyMap<string, readonly HeaderName[]> {
  return new Map(
    Object.entries(headers).map(([column, list]) => {
      const names = list.split(', ');
      return [column, names.map((name, rank) => nameOf(name, (RANK_LOSS * rank) / names.length))];
    }),
  );
}

function nameOf(written: string, loss: number): HeaderName {
  const vague = written.endsWith('?');
  const folded = fold(written);
  const words = wordsOf(written);
  const findable = !vague && words.join('').length >= 2;
  return { folded, weight: vague ? VAGUE - loss / 2 : 1 - loss, ...(findable && { words }) };
}
