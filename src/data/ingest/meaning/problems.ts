import { columnOf, type Dataset, SCHEMAS } from '../../../domain/columns';
import type { ColumnPlan, ColumnProfile, Problem, TimePlan } from '../plan';
import { CLEAR_DATASET, SURE_OF_DATASET } from './dataset-score';
import { isScaleHeader } from './header-synonyms';
import { lackingLinks } from './links';
import type { ColumnProposal, MappingProposal } from './recognise';
import { EXCEL_SERIAL, isMonthOnly, UNIX_MILLISECONDS, UNIX_SECONDS } from './time-shape';
import { hasToken } from './time-tokens';
import { contraryCells } from './times';
import { hasCodes, knownShare } from './value-synonyms';

/** Values named in one problem. */
const MOST_NAMED = 8;
/** Below this share of distinct numbers in the sample, rows with a number seen before would replace each other. */
const UNIQUE_ENOUGH = 0.9;
/** What is left of a column's own name when the cells contradict it: less is a part of a name, more was not contradicted. */
const NAMED_SO = 0.31;
const TAKEN = 0.4;
const LEAST_KNOWN = 0.3;

export function problem(level: Problem['level'], code: string, details: Problem['details'] = {}): Problem {
  return { level, code, details };
}

/** What is wrong with a mapping as a whole: unsure dataset, missing time axis or quantity, a scale nobody named, keys that repeat. */
export function mappingProblems(
  proposal: MappingProposal,
  columns: readonly ColumnPlan[],
  settled: ReadonlySet<number>,
): Problem[] {
  const { dataset, datasetConfidence } = proposal;
  const has = (target: string) => columns.some((column) => column.target === target);
  const found: Problem[] = [];
  if (datasetConfidence < SURE_OF_DATASET) found.push(problem('error', 'unknownDataset', { likely: dataset }));
  else if (datasetConfidence < CLEAR_DATASET) found.push(problem('ask', 'unsureDataset', { likely: dataset }));
  const { time, timeOptional } = SCHEMAS[dataset];
  if (!has(time) && timeOptional === undefined) found.push(noTime(dataset, time));
  if (dataset === 'shipment' && !has('qty')) found.push(problem('ask', 'noQty'));
  if (dataset === 'stock' && !has('qty')) found.push(problem('ask', 'noStockQty'));
  for (const lacking of lackingLinks(dataset, has)) found.push(problem('ask', 'noNames', { target: lacking }));
  return [
    ...found,
    ...proposal.columns.flatMap((column) => columnProblems(dataset, column, columns[column.index], settled)),
  ];
}

function noTime(dataset: Dataset, time: string): Problem {
  if (dataset === 'complaint') return problem('ask', 'noReceivedAt');
  return dataset === 'shipment' ? problem('ask', 'noShippedAt') : problem('ask', 'noTime', { target: time });
}

function columnProblems(
  dataset: Dataset,
  { source, sample, confidence, alternatives }: ColumnProposal,
  plan: ColumnPlan | undefined,
  settled: ReadonlySet<number>,
): Problem[] {
  if (plan === undefined || plan.target === null || settled.has(plan.index)) return [];
  const { key, time } = SCHEMAS[dataset];
  if (plan.target === time && confidence < 0.5)
    return [problem('note', 'timeGuessed', { column: source, target: time })];
  if (key !== undefined && plan.target === key && sample.cells.length > 1 && sample.distinct < UNIQUE_ENOUGH)
    return [
      problem('ask', 'repeatedKeys', { column: source, target: key, share: Math.round(100 * (1 - sample.distinct)) }),
    ];
  if (dataset === 'complaint' && isScaleHeader(source) && columnOf(dataset, plan.target) === undefined)
    return [problem('ask', 'ambiguousScale', { column: source })];
  return columnOf(dataset, plan.target) === undefined ? contradicted(dataset, source, sample, alternatives) : [];
}

/** A column that is called like a coded one or one of times, but whose cells are nothing of the kind: kept as it is, and said. */
function contradicted(
  dataset: Dataset,
  source: string,
  { cells, profile, dates }: ColumnProposal['sample'],
  [likeliest]: ColumnProposal['alternatives'],
): Problem[] {
  const column = likeliest && columnOf(dataset, likeliest.target);
  if (likeliest === undefined || column === undefined || cells.length === 0) return [];
  if (likeliest.confidence < NAMED_SO || likeliest.confidence >= TAKEN) return [];
  const target = column.name;
  if (column.kind === 'time') return dates > 0 ? [] : [problem('note', 'notTimes', { column: source, target })];
  const known = hasCodes(column) ? (knownShare(column, profile.values ?? []) ?? 0) : 1;
  return known >= LEAST_KNOWN
    ? []
    : [problem('note', 'notThatVocabulary', { column: source, target, known: Math.round(100 * known) })];
}

/** What the user should know about how a time column is read. */
export function timeProblems(column: string, plan: TimePlan, profile: ColumnProfile): Problem[] {
  const cells = (holds: (format: string | null) => boolean) =>
    plan.shapes.filter(({ format }) => holds(format)).reduce((sum, { count }) => sum + count, 0);
  const sampleOf = (holds: (format: string | null) => boolean) =>
    plan.shapes.find(({ format }) => holds(format))?.sample ?? '';
  const found: Problem[] = [];
  const { order, decidedBy, ambiguous } = plan;
  const contrary = contraryCells(profile, plan);
  if (order !== undefined && contrary > 0)
    found.push(problem('ask', 'mixedDateOrders', { column, order, contrary, ambiguous }));
  else if (order !== undefined && decidedBy === 'assumed' && ambiguous > 0)
    found.push(
      problem('ask', 'dateOrderAssumed', { column, order, ambiguous, sample: sampleOf((format) => format !== null) }),
    );
  else if (order !== undefined && decidedBy === 'witnesses')
    found.push(problem('note', 'dateOrderByWitness', { column, order, ambiguous }));
  const noted: readonly [code: string, holds: (format: string | null) => boolean][] = [
    ['unreadableTimes', (format) => format === null],
    ['zoneDropped', (format) => format !== null && hasToken(format, 'X')],
    ['monthsOnly', (format) => format !== null && isMonthOnly(format)],
    ['excelSerials', (format) => format === EXCEL_SERIAL],
    ['unixTimes', (format) => format === UNIX_SECONDS || format === UNIX_MILLISECONDS],
  ];
  for (const [code, holds] of noted)
    if (cells(holds) > 0) found.push(problem('note', code, { column, cells: cells(holds), sample: sampleOf(holds) }));
  return found;
}

/** Values of a coded column that are none of its words. */
export function unknownValues(
  column: string,
  target: string,
  values: Readonly<Record<string, string | null>>,
): Problem[] {
  const unknown = Object.entries(values)
    .filter(([, code]) => code === null)
    .map(([value]) => value);
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, MOST_NAMED).join(' · ') + (unknown.length > MOST_NAMED ? ' …' : '');
  return [problem('note', 'unknownValues', { column, target, count: unknown.length, values: named })];
}
