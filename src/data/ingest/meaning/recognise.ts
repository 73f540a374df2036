import { type Column, columnOf, DATASETS, type Dataset, SCHEMAS } from '../../../domain/columns';
import { areHardlyComplaints, datasetPoints, HARDLY, likelyDataset, SURE_OF_DATASET } from './dataset-score';
import { cellFit, type SampleColumn, sampleColumn } from './evidence';
import { extraName } from './extra-names';
import { type Header, headerScores, isScaleHeader, readHeaders, SCALES } from './header-synonyms';
import { type LearnedWords, NO_WORDS } from './learned-words';
import { knownShare } from './value-synonyms';

export interface Alternative {
  readonly target: string;
  readonly confidence: number;
}

/** What a source column probably is, judged by its header and the first rows. */
export interface ColumnProposal {
  readonly index: number;
  readonly source: string;
  /** Canonical name, or `x_<source>`. */
  readonly target: string;
  readonly confidence: number;
  /** Other canonical columns that it might be, likeliest first. */
  readonly alternatives: readonly Alternative[];
  readonly sample: SampleColumn;
}

export interface MappingProposal {
  readonly dataset: Dataset;
  /** 0…1; 1 when the caller named the dataset. */
  readonly datasetConfidence: number;
  readonly columns: readonly ColumnProposal[];
}

export interface MappingInput {
  /** Null when the file has no header: then only what the cells alone make safe is proposed. */
  readonly header: readonly string[] | null;
  /** Unique names of the columns. */
  readonly sources: readonly string[];
  /** First records as cells. */
  readonly rows: readonly (readonly string[])[];
  /** What people explained in earlier imports. */
  readonly words?: LearnedWords;
}

/** Below this a column stays extra. */
const SURE = 0.45;
/** From here on a header is a column's name; below this it holds one. */
const WHOLE_NAME = 0.84;
const PART_OF_NAME = 0.65;
/** Below this a canonical column is not even offered. */
const WORTH_OFFERING = 0.2;
const MOST_ALTERNATIVES = 4;
/** How sure a time axis is that only its cells speak for. */
const GUESSED_TIME = { withHeader: 0.45, withoutHeader: 0.3 };
const MOSTLY_DATES = 0.8;
const TIME_WORD = /日期|时间|時間|date|time|\bdt\b|_dt|dt_/i;

/**
 * Proposes what every column of a file is. A header counts as far as its cells do not contradict it; each canonical column goes to the
 * source that fits it best, every other column stays extra. Without `dataset` the reading that tells more decides what the file is.
 */
export function proposeMapping(input: MappingInput, dataset?: Dataset): MappingProposal {
  const samples = input.sources.map((source, index) => sampleColumn(index, source, input.rows));
  const headers = input.header === null ? null : readHeaders(input.header);
  const read = (of: Dataset) => readAs(of, samples, headers, input.words ?? NO_WORDS);
  if (dataset !== undefined) return { dataset, datasetConfidence: 1, columns: read(dataset) };
  const readings = each(read);
  const points = each((of) => datasetPoints(of, readings[of]));
  const likely = likelyDataset(points);
  const columns = readings[likely.dataset];
  if (!areHardlyComplaints(likely.dataset, columns))
    return { dataset: likely.dataset, datasetConfidence: likely.confidence, columns };
  const other = likelyDataset({ ...points, complaint: 0 });
  const taken = other.confidence >= SURE_OF_DATASET ? other : likely;
  return {
    dataset: taken.dataset,
    datasetConfidence: Math.min(HARDLY, taken.confidence),
    columns: readings[taken.dataset],
  };
}

function each<T>(of: (dataset: Dataset) => T): Record<Dataset, T> {
  return Object.fromEntries(DATASETS.map((dataset) => [dataset, of(dataset)])) as Record<Dataset, T>;
}

function readAs(
  dataset: Dataset,
  samples: readonly SampleColumn[],
  headers: readonly Header[] | null,
  words: LearnedWords,
): ColumnProposal[] {
  const candidates = samples.map((sample) => candidatesOf(dataset, sample, headers?.[sample.index], words));
  const chosen = assign(candidates);
  guessTimeAxis(dataset, samples, headers !== null, chosen);
  const taken = new Set<string>();
  return samples.map((sample, at) => {
    const { index, source } = sample;
    const choice = chosen.get(index);
    const alternatives = (candidates[at] ?? [])
      .filter(({ target }) => target !== choice?.target)
      .slice(0, MOST_ALTERNATIVES);
    return choice === undefined
      ? {
          index,
          source,
          target: extraName(source, taken),
          confidence: 1 - (alternatives[0]?.confidence ?? 0),
          alternatives,
          sample,
        }
      : { index, source, ...choice, alternatives, sample };
  });
}

/** Canonical columns that a source may be, likeliest first. */
function candidatesOf(
  dataset: Dataset,
  sample: SampleColumn,
  header: Header | undefined,
  words: LearnedWords,
): Alternative[] {
  if (header === undefined) return [];
  const { columns, key } = SCHEMAS[dataset];
  const scales = dataset === 'complaint' && isScaleHeader(sample.source) ? scaleCandidates(sample) : undefined;
  return (
    scales ??
    named(columns, headerScores(header, dataset)).map(({ column, score }) => ({
      target: column.name,
      confidence: score * (0.3 + 0.7 * cellFit(column, sample, column.name === key, words)),
    }))
  )
    .filter(({ confidence }) => confidence >= WORTH_OFFERING)
    .sort((a, b) => b.confidence - a.confidence);
}

/** The columns that a header may name. One that is a column's whole name does not name another that it only holds the name of. */
function named(
  columns: readonly Column[],
  scores: ReadonlyMap<string, number>,
): { readonly column: Column; readonly score: number }[] {
  const least = Math.max(...scores.values()) >= WHOLE_NAME ? PART_OF_NAME : 0;
  return columns.flatMap((column) => {
    const score = scores.get(column.name) ?? 0;
    return score > least ? [{ column, score }] : [];
  });
}

/** The scales that a column just called 等级 or level may be: sure only when its values fit a single one completely. */
function scaleCandidates({ profile }: SampleColumn): Alternative[] {
  const known = SCALES.map((target) => {
    const column = columnOf('complaint', target);
    return { target, share: (column && knownShare(column, profile.values ?? [])) ?? 0 };
  });
  const complete = known.filter(({ share }) => share === 1);
  return known.map(({ target, share }) => ({
    target,
    confidence: complete.length === 1 && share === 1 ? 0.6 : WORTH_OFFERING + 0.2 * share,
  }));
}

/** Source index → its canonical column: the surest pair first, each column once. */
function assign(candidates: readonly (readonly Alternative[])[]): Map<number, Alternative> {
  const pairs = candidates.flatMap((of, index) => of.map((alternative) => ({ index, alternative })));
  const chosen = new Map<number, Alternative>();
  const used = new Set<string>();
  for (const { index, alternative } of pairs.sort((a, b) => b.alternative.confidence - a.alternative.confidence)) {
    if (alternative.confidence < SURE || chosen.has(index) || used.has(alternative.target)) continue;
    chosen.set(index, alternative);
    used.add(alternative.target);
  }
  return chosen;
}

/** Without a column for the dataset's time axis, the one column of dates that is nothing else is taken for it. */
function guessTimeAxis(
  dataset: Dataset,
  samples: readonly SampleColumn[],
  headed: boolean,
  chosen: Map<number, Alternative>,
): void {
  const { time, timeOptional } = SCHEMAS[dataset];
  if (timeOptional === true || [...chosen.values()].some(({ target }) => target === time)) return;
  const dates = samples.filter(({ index, dates }) => !chosen.has(index) && dates >= MOSTLY_DATES);
  const named = headed ? dates.filter(({ source }) => TIME_WORD.test(source)) : [];
  const [only, ...others] = named.length > 0 ? named : dates;
  if (only === undefined || others.length > 0) return;
  chosen.set(only.index, { target: time, confidence: headed ? GUESSED_TIME.withHeader : GUESSED_TIME.withoutHeader });
}
