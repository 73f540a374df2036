import type { Column } from '../../../domain/columns';
import type { ColumnProfile } from '../plan';
import { holdsNothing } from '../text/placeholders';
import { profileOf } from '../text/sample-profile';
import { type LearnedWords, learnedCode, NO_WORDS } from './learned-words';
import { dateShare, planTime, readableShare } from './times';
import { knownShare } from './value-synonyms';

/** The sample's cells of one source column, and what is asked of them again and again. */
export interface SampleColumn {
  readonly index: number;
  readonly source: string;
  /** Filled cells, trimmed. */
  readonly cells: readonly string[];
  readonly profile: ColumnProfile;
  /** 0…1: share of cells that nobody would take for anything but a date. */
  readonly dates: number;
  /** 0…1: share of cells that are numbers, with or without currency and unit. */
  readonly numbers: number;
  /** 0…1: distinct cells among the filled ones. */
  readonly distinct: number;
  /** Mean number of characters. */
  readonly length: number;
  /** Cells are 0 and 1 only: a flag, not a name. */
  readonly flags: boolean;
  /** Cells count the rows: 1, 2, 3 … They number nothing but these. */
  readonly counting: boolean;
}

/** A column without cells neither supports nor contradicts its header. */
const NOTHING_KNOWN = 0.6;
const CONTRADICTED = 0.1;
const MOSTLY_STEPS = 0.8;
const NUMBER =
  /^[(]?[¥￥$€£]?\s*[-+]?[¥￥$€£]?\s*\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?\s*(?:%|元|次|件|台|套|个|分|星)?[)]?$/i;

export function sampleColumn(index: number, source: string, rows: readonly (readonly string[])[]): SampleColumn {
  const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => !holdsNothing('boolean', cell));
  const share = (holds: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
  const profile = profileOf(index, cells);
  return {
    index,
    source,
    cells,
    profile,
    dates: dateShare(profile.shapes ?? []),
    numbers: share((cell) => NUMBER.test(cell.normalize('NFKC'))),
    distinct: cells.length === 0 ? 0 : new Set(cells).size / cells.length,
    length: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length),
    flags: cells.length > 0 && cells.every((cell) => cell === '0' || cell === '1'),
    counting: isCounting(cells),
  };
}

function isCounting(cells: readonly string[]): boolean {
  const steps = cells.slice(1).filter((cell, at) => Number(cell) === Number(cells[at]) + 1).length;
  return cells.length > 3 && /^[01]$/.test(cells[0] ?? '') && steps >= (cells.length - 1) * MOSTLY_STEPS;
}

/**
 * How well the cells fit a canonical column, 0…1: half and more supports it, less contradicts it.
 * @param identifies the column names each row of its dataset
 */
export function cellFit(column: Column, sample: SampleColumn, identifies: boolean, words = NO_WORDS): number {
  if (sample.cells.length === 0) return NOTHING_KNOWN;
  switch (column.kind) {
    case 'time':
      return supported(readableShare(planTime(sample.profile)), 0.5);
    case 'vocabulary':
    case 'boolean':
      return codeFit(column, sample, words);
    case 'number':
    case 'integer':
      return supported(sample.numbers, 0.5);
    case 'key':
      return keyFit(sample, identifies);
    default:
      return sample.flags || sample.dates > 0.8 ? CONTRADICTED : wordFit(column, sample);
  }
}

function codeFit(column: Column, { profile }: SampleColumn, words: LearnedWords): number {
  if (profile.values === undefined) return CONTRADICTED;
  const known = knownShare(column, profile.values, (value) => learnedCode(words, column, value) !== undefined);
  return known === undefined ? NOTHING_KNOWN : supported(known, 0.3);
}

function keyFit({ length, distinct, counting }: SampleColumn, identifies: boolean): number {
  if (length > 40) return 0.2;
  if (counting && !identifies) return CONTRADICTED;
  return identifies && distinct < 0.9 ? 0.6 : 0.9;
}

/** Names are short, descriptions long; a column that could be either is decided by its length. */
function wordFit({ kind, name, person }: Column, { length, numbers }: SampleColumn): number {
  if (kind === 'list') return length <= 12 ? 0.85 : length <= 30 ? 0.6 : 0.3;
  if (name === 'description') return numbers > 0.8 ? 0.2 : length >= 12 ? 0.95 : length >= 6 ? 0.75 : 0.5;
  if (person) return length <= 40 ? 0.85 : 0.2;
  if (kind === 'text') return 0.85;
  return length <= 40 ? 0.85 : 0.4;
}

function supported(share: number, least: number): number {
  return share >= least ? 0.5 + share / 2 : CONTRADICTED;
}
