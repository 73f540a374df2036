import { DATASETS, type Dataset } from '../../../domain/columns';
import { COMPLAINT_HEADERS } from './complaint-headers';
import { CHANGE_HEADERS, INSPECTION_HEADERS, RETURNED_ITEM_HEADERS, STOCK_HEADERS } from './control-headers';
import { fold } from './fold';
import { commonPrefix, type Variant, variantsOf } from './header-variants';
import { plainWords } from './header-words';
import { BATCH_HEADERS, CONSUMPTION_HEADERS, MATERIAL_LOT_HEADERS, SERIAL_HEADERS } from './production-headers';
import { SHIPMENT_HEADERS } from './shipment-headers';

/** One name that a canonical column goes by in files. */
interface HeaderName {
  readonly column: string;
  /** Folded whole. */
  readonly folded: string;
  /** The same in plain words, and these by themselves; none where nothing but the name as written will do. */
  readonly plain: string;
  readonly words: readonly string[];
  /** 0…1: how telling the name is. */
  readonly weight: number;
  /** Other things are called so too: it counts only as the whole header. */
  readonly vague: boolean;
}

/** The names of one dataset's columns, to be found by what they are compared by. */
interface Names {
  readonly byFolded: ReadonlyMap<string, readonly HeaderName[]>;
  readonly byPlain: ReadonlyMap<string, readonly HeaderName[]>;
  /** Those that may be found inside a header, by their first word. */
  readonly byFirstWord: ReadonlyMap<string, readonly HeaderName[]>;
}

const VAGUE = 0.75;
/** The last of a column's names counts this much less than the first, so that the most telling of two headers wins. */
const RANK_LOSS = 0.1;
/** A header that means a name in other words. */
const OTHER_WORDS = 0.98;

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

const made = new Map<Dataset, Names>();

/** Made when first asked for: thousands of names take some milliseconds. */
function namesIn(dataset: Dataset): Names {
  const names = made.get(dataset) ?? namesOf(dataset);
  made.set(dataset, names);
  return names;
}

/** Whether a header names a scale without saying which. */
export function isScaleHeader(header: string): boolean {
  return SCALE_HEADERS.has(fold(header));
}

const LONGEST_NAME = 60;
const FEWEST_NAMES = 3;
const MOSTLY_NAMES = 0.5;

/** Whether a row is one of names: at least half of its filled cells are called like columns of some dataset. */
export function namesColumns(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '' && cell.length <= LONGEST_NAME);
  if (filled.length < FEWEST_NAMES) return false;
  const known = readHeaders(filled).filter((header) =>
    DATASETS.some((dataset) =>
      header.some((variant) => sameNames(variant, namesIn(dataset)).some(({ vague }) => !vague)),
    ),
  );
  return known.length >= FEWEST_NAMES && known.length >= filled.length * MOSTLY_NAMES;
}

/** A header, folded once to be compared with every name. */
export type Header = readonly Variant[];

/** The headers of a file, each read in all ways that it may be meant. */
export function readHeaders(headers: readonly string[]): Header[] {
  const prefix = commonPrefix(headers);
  return headers.map((header) => variantsOf(header, prefix));
}

/**
 * How well a header fits each canonical column that it may name, 0…1: the column's own name or a listed one 0.7…1, a listed one inside the
 * header below 0.75, more when it is most of the header and stands at the end, where Chinese and English headers have their noun.
 */
export function headerScores(header: Header, dataset: Dataset): ReadonlyMap<string, number> {
  const scores = new Map<string, number>();
  const add = (column: string, score: number) => scores.set(column, Math.max(scores.get(column) ?? 0, score));
  for (const variant of header) {
    for (const { column, weight, folded, vague } of sameNames(variant, namesIn(dataset)))
      if (!vague || !variant.partly)
        add(column, variant.trust * weight * (folded === variant.folded ? 1 : OTHER_WORDS));
    if (!variant.partly)
      for (const name of namesInside(variant, namesIn(dataset)))
        add(name.column, variant.trust * partScore(variant.words, name));
  }
  return scores;
}

function sameNames({ folded, plain }: Variant, { byFolded, byPlain }: Names): readonly HeaderName[] {
  return [...(byFolded.get(folded) ?? []), ...(byPlain.get(plain) ?? [])];
}

function namesInside({ words }: Variant, { byFirstWord }: Names): HeaderName[] {
  return [...new Set(words)].flatMap((word) => byFirstWord.get(word) ?? []);
}

function partScore(words: readonly string[], { words: phrase }: HeaderName): number {
  if (phrase.length > words.length) return 0;
  const at = words.findIndex((_, start) => phrase.every((word, offset) => words[start + offset] === word));
  if (at < 0) return 0;
  const atEnd = at + phrase.length === words.length;
  return 0.15 + 0.35 * (phrase.length / words.length) + (atEnd ? 0.25 : 0);
}

function namesOf(dataset: Dataset): Names {
  const names = Object.entries(HEADERS[dataset]).flatMap(([column, list]) => {
    const listed = list.split(', ');
    const own = { ...nameOf(column, column, 0), plain: '', words: [] };
    return [own, ...listed.map((name, rank) => nameOf(column, name, (RANK_LOSS * rank) / listed.length))];
  });
  return {
    byFolded: indexed(names, ({ folded }) => folded),
    byPlain: indexed(names, ({ plain }) => plain),
    byFirstWord: indexed(names, ({ words: [first = ''], vague }) => (vague ? '' : first)),
  };
}

/** By a text that each name has; names that have none are not found by it. */
function indexed(names: readonly HeaderName[], textOf: (name: HeaderName) => string): Map<string, HeaderName[]> {
  const index = new Map<string, HeaderName[]>();
  for (const name of names) {
    const text = textOf(name);
    if (text === '') continue;
    const before = index.get(text);
    if (before === undefined) index.set(text, [name]);
    else before.push(name);
  }
  return index;
}

function nameOf(column: string, written: string, loss: number): HeaderName {
  const vague = written.endsWith('?');
  const words = plainWords(written.replace(/\?$/, ''));
  const tells = words.join('').length >= 2;
  return {
    column,
    folded: fold(written),
    weight: vague ? VAGUE - loss / 2 : 1 - loss,
    vague,
    plain: tells ? words.join(' ') : '',
    words: tells ? words : [],
  };
}
