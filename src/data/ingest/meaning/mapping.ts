import { type Column, columnOf, type Dataset } from '../../../domain/columns';
import type { ColumnPlan, ImportOptions, Problem, Scan } from '../plan';
import { mappedCodes } from './column-codes';
import { planTimes, type TimeReading } from './column-times';
import { extraName } from './extra-names';
import { type LearnedWords, NO_WORDS } from './learned-words';
import { mappingProblems, problem } from './problems';
import type { MappingProposal } from './recognise';
import { separatorOf } from './separators';
import { hasCodes } from './value-synonyms';
import { targetProblems, toldTargets, type Wanted, wantedColumns } from './wanted-columns';

export { proposeMapping } from './recognise';

const WATCHED = new Set<Column['kind']>(['time', 'vocabulary', 'boolean', 'list']);
const SAMPLES = 5;

/** What became of a wanted column once the whole file was looked at. */
interface Settled extends Pick<ColumnPlan, 'time' | 'values' | 'learned' | 'separator'> {
  readonly target: string | null | undefined;
  readonly problems: readonly Problem[];
}

/** Source indices whose cells must be profiled over the whole file: whatever is, or may be made, a time, a vocabulary, an answer or a list. */
export function watchColumns({ dataset, columns }: MappingProposal, options: ImportOptions): number[] {
  const { targets } = toldTargets(columns, options);
  const watched = (target: string | null | undefined) => WATCHED.has(columnOf(dataset, target ?? '')?.kind ?? 'text');
  return columns
    .filter(({ index, target, alternatives, sample }) => {
      const possible = [target, targets.get(index), ...alternatives.map((alternative) => alternative.target)];
      return possible.some(watched) || sample.dates > 0.5;
    })
    .map(({ index }) => index);
}

/** Source indices whose values are wanted while they are few: what will be a category or an extra column. */
export function countColumns({ dataset, columns }: MappingProposal, options: ImportOptions): number[] {
  const { targets } = toldTargets(columns, options);
  return columns
    .filter(({ index, target }) => {
      const wanted = targets.has(index) ? targets.get(index) : target;
      return wanted !== null && (columnOf(dataset, wanted ?? '')?.kind ?? 'category') === 'category';
    })
    .map(({ index }) => index);
}

/**
 * The mapping as it will be used: the user's word first, then the proposal as far as the whole file bears it out. A column that turns out
 * not to be of its vocabulary, or to hold no times, becomes extra unless the user said otherwise.
 */
export function finishMapping(
  proposal: MappingProposal,
  scan: Scan,
  options: ImportOptions,
  words: LearnedWords = NO_WORDS,
): { columns: ColumnPlan[]; problems: Problem[] } {
  const { dataset } = proposal;
  const { targets, problems } = toldTargets(proposal.columns, options);
  const wanted = wantedColumns(proposal, scan, targets);
  const times = planTimes(dataset, wanted, options.dateOrder);
  const settled = wanted.map((column) => settle(dataset, column, times.get(column.proposal.index), options, words));
  const taken = new Set(settled.flatMap(({ target }) => (target ? [target.toLowerCase()] : [])));
  const columns = settled.map(({ target, time, values, learned = [], separator }, at): ColumnPlan => {
    const {
      proposal: { index, source, confidence, sample },
      told,
    } = wanted[at]!;
    return {
      index,
      source,
      target: target === undefined ? extraName(source, taken) : target,
      confidence: told ? 1 : confidence,
      ...(time && { time }),
      ...(values && { values }),
      ...(learned.length > 0 && { learned }),
      ...(separator !== undefined && { separator }),
      samples: [...new Set(sample.cells)].slice(0, SAMPLES),
    };
  });
  const asked = new Set(wanted.filter(({ told }) => told).map(({ proposal: { index } }) => index));
  return {
    columns,
    problems: [
      ...problems,
      ...targetProblems(dataset, wanted),
      ...mappingProblems(proposal, columns, asked),
      ...settled.flatMap((column) => column.problems),
    ],
  };
}

function settle(
  dataset: Dataset,
  wanted: Wanted,
  reading: TimeReading | undefined,
  options: ImportOptions,
  words: LearnedWords,
): Settled {
  const { proposal, target, profile } = wanted;
  const column = columnOf(dataset, target ?? '');
  if (column === undefined) return { target, problems: [] };
  if (column.kind === 'time') return settleTime(wanted, reading);
  if (hasCodes(column)) return settleCodes(column, wanted, options, words);
  return {
    target,
    problems: [],
    ...(column.kind === 'list' && { separator: separatorOf(profile, proposal.sample.cells) }),
  };
}

function settleTime({ proposal: { source }, target, told }: Wanted, reading: TimeReading | undefined): Settled {
  if (reading === undefined) return { target, problems: [] };
  if (!told && !reading.isTime)
    return { target: undefined, problems: [problem('note', 'notTimes', { column: source, target: target ?? '' })] };
  return { target, time: reading.plan, problems: reading.problems };
}

function settleCodes(
  column: Column,
  { proposal, target, told: isTold, profile }: Wanted,
  { values }: ImportOptions,
  words: LearnedWords,
): Settled {
  const { source, sample } = proposal;
  const told = values !== undefined && Object.hasOwn(values, source) ? values[source] : undefined;
  const codes = mappedCodes(column, source, profile ?? sample.profile, told, words);
  if (isTold || codes.belongs)
    return { target, values: codes.values, learned: codes.learned, problems: codes.problems };
  return {
    target: undefined,
    problems: [problem('note', 'notThatVocabulary', { column: source, target: target ?? '', known: codes.known })],
  };
}
