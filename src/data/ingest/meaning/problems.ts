import { columnOf, type Dataset, SCHEMAS } from '../../../domain/columns';
import type { ColumnPlan, ColumnProfile, Problem, TimePlan } from '../plan';
import { SURE_OF_DATASET } from './dataset-score';
import { isScaleHeader } from './header-synonyms';
import { lackingLinks } from './links';
import type { ColumnProposal, MappingProposal } from './recognise';
import { EXCEL_SERIAL, UNIX_MILLISECONDS, UNIX_SECONDS } from './time-shape';
import { contraryCells } from './times';

/** Values named in one problem. */
const MOST_NAMED = 8;
/** Below this share of distinct numbers in the sample, rows with a number seen before would replace each other. */
const UNIQUE_ENOUGH = 0.9;

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
  { source, sample, confidence }: ColumnProposal,
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
  return [];
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
    ['zoneDropped', (format) => format?.endsWith('X') ?? false],
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
