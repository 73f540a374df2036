import { type Dimension, PERIOD } from '../data/queries/breakdown';
import { breakdownColumns } from '../data/queries/facts';
import { type Amount, amount } from '../domain/amount';
import type { Measure, NoRate } from '../domain/measure';
import { type Grain, isComplete, periodsBetween, shift } from '../domain/period';
import { personKind } from '../domain/person-columns';
import { periodOf as narrowedPeriod, type Scope } from '../domain/scope';
import { type Answer, breakdown } from './breakdown';
import { asOf, type Source } from './view';

/** Dimensions that Trends shows as panels of their own, in this order, where the data have them. */
const PANELS: readonly Dimension[] = [
  'failure_group',
  'category',
  'cause_class',
  'severity',
  'region',
  'channel',
  'responsibility',
  'disposition',
  'fault_type',
  'in_warranty',
];
/** More distinct values than this are identifiers, not bars. */
const MOST_VALUES = 2000;
/** Periods on an axis at the most, the latest ones. */
export const MOST_PERIODS = 400;

export interface TrendsQuestion {
  readonly scope: Scope;
  readonly measure: Measure;
  readonly grain: Grain;
  /** Dimension that the bars of a period are made of; undefined for one bar. */
  readonly stackBy?: Dimension;
  /** Only the time axis; or what it stands above, or the breakdowns below; all of it if not said. The total is in every part. */
  readonly part?: 'series' | 'charts' | 'panels';
}

export interface PeriodAmount extends Amount {
  /** First day, ISO. */
  readonly period: string;
  /** The data do not reach its last day: the figure is not final. */
  readonly provisional: boolean;
  /** Data and scope cover it from its first day on, and the scope to its last: it can be compared with others. */
  readonly whole: boolean;
  /** Quality complaints among them that nobody has judged yet. */
  readonly unjudged: number;
}

export interface ValueAmount extends Amount {
  readonly value: string | null;
}

/** The values of one dimension, largest first. */
export interface Ranking {
  readonly dimension: Dimension;
  readonly values: readonly ValueAmount[];
  /** Why rates are missing although they were asked for. */
  readonly noRate?: NoRate;
}

/** The values of one dimension over time, largest first; `amounts` are aligned with the periods. */
export interface Stack {
  readonly dimension: Dimension;
  readonly series: readonly { readonly value: string | null; readonly amounts: readonly Amount[] }[];
  readonly noRate?: NoRate;
}

/** Models against failure modes; pairs without complaints are left out. */
export interface Heat {
  readonly cells: readonly { readonly model: string | null; readonly mode: string | null; readonly amount: Amount }[];
  readonly noRate?: NoRate;
}

export interface Trends {
  /** What was asked: an answer may outlive its question on screen. */
  readonly question: TrendsQuestion;
  readonly total: Amount & { readonly unjudged: number };
  readonly periods: readonly PeriodAmount[];
  readonly stack?: Stack;
  readonly modes?: Ranking;
  readonly heat?: Heat;
  readonly panels: readonly Ranking[];
  readonly noRate?: NoRate;
  readonly asOf?: string;
  readonly sql: readonly string[];
}

/** Everything that the Trends screen shows of a scope. */
export async function trends(source: Source, question: TrendsQuestion, signal?: AbortSignal): Promise<Trends> {
  const dimensions = chartable(source);
  const { part } = question;
  const has = (dimension: Dimension) => (part === undefined || part === 'charts') && dimensions.includes(dimension);
  const stackBy = question.stackBy !== undefined && has(question.stackBy) ? question.stackBy : undefined;
  // Models stand in the heat map, against failure modes; where there are none of these, they have a panel.
  const offered = dimensions.includes('failure_mode') ? PANELS : ['model', ...PANELS];
  const panels =
    part === undefined || part === 'panels' ? offered.filter((dimension) => dimensions.includes(dimension)) : [];
  const sets = {
    total: [[]],
    periods: part === 'panels' ? [] : [[PERIOD]],
    stack: stackBy === undefined ? [] : [[PERIOD, stackBy]],
    modes: has('failure_mode') ? [['failure_mode']] : [],
    heat: has('failure_mode') && has('model') ? [['model', 'failure_mode']] : [],
    panels: panels.map((dimension) => [dimension]),
  } satisfies Record<string, Dimension[][]>;
  const { answers, sql } = await breakdown(source, { ...question, sets: Object.values(sets).flat() }, signal);
  const rest = [...answers];
  const taken = Object.fromEntries(Object.entries(sets).map(([name, { length }]) => [name, rest.splice(0, length)]));
  const { periods: byPeriod, stack, modes, heat, panels: ranked } = taken as Record<keyof typeof sets, Answer[]>;
  const total = answers[0] as Answer;
  const whyNot = ({ exposure }: Answer) =>
    question.measure.per === 'shipped' && !exposure.known ? { noRate: exposure.why } : {};
  const ranking = (answer: Answer): Ranking => ({ ...rankingOf(answer), ...whyNot(answer) });
  const periods = byPeriod[0] === undefined ? [] : periodAmounts(source, question, byPeriod[0]);
  return {
    question,
    total: { ...amount(total.groups[0]?.n ?? 0, total.units([])), unjudged: total.groups[0]?.unjudged ?? 0 },
    periods,
    stack: stack[0] && { ...stackOf(stack[0], periods), ...whyNot(stack[0]) },
    modes: modes[0] && ranking(modes[0]),
    heat: heat[0] && { ...heatOf(heat[0]), ...whyNot(heat[0]) },
    panels: ranked.map(ranking),
    ...whyNot(total),
    asOf: asOf(source),
    sql,
  };
}

/** Columns of this workspace whose values can be bars; people are none. */
export function chartable(source: Source): Dimension[] {
  const { stored, filled, distinct } = source.facts.complaint;
  return breakdownColumns('complaint', stored).filter(
    (name) => (filled[name] ?? 0) > 0 && (distinct[name] ?? 0) <= MOST_VALUES && personKind(name) === undefined,
  );
}

/** One amount for every period of the axis, those without complaints included. */
export function periodAmounts(
  source: Source,
  { scope, grain }: Pick<TrendsQuestion, 'scope' | 'grain'>,
  answer: Answer,
): PeriodAmount[] {
  const { first, last } = source.facts.complaint;
  if (first === undefined || last === undefined) return [];
  const narrowed = narrowedPeriod(scope, 'received_at');
  const from = narrowed.from !== undefined && narrowed.from > first ? narrowed.from : first.slice(0, 10);
  const dayAfter = narrowed.until;
  const until = dayAfter !== undefined && dayAfter <= last ? shift('day', dayAfter, -1) : last;
  const found = new Map(answer.groups.map((group) => [group.keys[0], group]));
  const end = asOf(source) ?? last;
  return periodsBetween(grain, from, until, MOST_PERIODS).map((period) => ({
    period,
    // The last day is hardly ever over when a file is exported; in a month or week it weighs little.
    provisional: !isComplete(grain, period, end) || (grain === 'day' && period >= end),
    whole: period >= from && (dayAfter === undefined || shift(grain, period, 1) <= dayAfter),
    unjudged: found.get(period)?.unjudged ?? 0,
    ...amount(found.get(period)?.n ?? 0, answer.units([period])),
  }));
}

function rankingOf({ dimensions, groups, units }: Answer): Ranking {
  const values = groups.map(({ keys, n }) => ({ value: keys[0] ?? null, ...amount(n, units(keys)) }));
  return {
    dimension: dimensions[0] ?? '',
    values: values.sort((a, b) => b.n - a.n || String(a.value).localeCompare(String(b.value))),
  };
}

function stackOf({ dimensions, groups, units }: Answer, periods: readonly PeriodAmount[]): Stack {
  const at = new Map(periods.map(({ period }, index) => [period, index]));
  const byValue = new Map<string | null, number[]>();
  for (const { keys, n } of groups) {
    const index = at.get(keys[0] ?? '');
    if (index === undefined) continue;
    const value = keys[1] ?? null;
    const counts = byValue.get(value) ?? new Array<number>(periods.length).fill(0);
    counts[index] = n;
    byValue.set(value, counts);
  }
  const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);
  const series = [...byValue]
    .sort(([, a], [, b]) => total(b) - total(a))
    .map(([value, counts]) => ({
      value,
      amounts: counts.map((n, index) => amount(n, units([periods[index]?.period ?? null, value]))),
    }));
  return { dimension: dimensions[1] ?? '', series };
}

function heatOf({ groups, units }: Answer): Heat {
  return {
    cells: groups.map(({ keys, n }) => ({
      model: keys[0] ?? null,
      mode: keys[1] ?? null,
      amount: amount(n, units(keys)),
    })),
  };
}
