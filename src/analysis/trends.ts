import { type Dimension, PERIOD } from '../data/queries/breakdown';
import { breakdownColumns } from '../data/queries/facts';
import type { Measure, NoRate } from '../domain/measure';
import { type Grain, isComplete, periodsBetween } from '../domain/period';
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
/** Periods on an axis at the most. */
const MOST_PERIODS = 400;

export interface TrendsQuestion {
  readonly scope: Scope;
  readonly measure: Measure;
  readonly grain: Grain;
  /** Dimension that the bars of a period are made of; undefined for one bar. */
  readonly stackBy?: Dimension;
  /** Only the time axis and the total. */
  readonly seriesOnly?: boolean;
}

/** What was counted for one value or period, and its rate where a denominator is known. */
export interface Amount {
  readonly n: number;
  readonly units: number | null;
  /** Per 1000 units shipped; null without units. */
  readonly rate: number | null;
}

export interface PeriodAmount extends Amount {
  /** First day, ISO. */
  readonly period: string;
  /** The data do not reach its last day: the figure is not final. */
  readonly provisional: boolean;
  /** Quality complaints among them that nobody has judged yet. */
  readonly unjudged: number;
}

export interface ValueAmount extends Amount {
  readonly value: string | null;
}

export interface Trends {
  readonly total: Amount & { readonly unjudged: number };
  readonly periods: readonly PeriodAmount[];
  /** Value → amounts aligned with `periods`, largest value first. */
  readonly stack: readonly { readonly value: string | null; readonly amounts: readonly Amount[] }[];
  readonly modes: readonly ValueAmount[];
  readonly heat: readonly { readonly model: string | null; readonly mode: string | null; readonly amount: Amount }[];
  readonly panels: readonly {
    readonly dimension: Dimension;
    readonly values: readonly ValueAmount[];
    readonly noRate?: NoRate;
  }[];
  /** Why rates are missing although they were asked for. */
  readonly noRate?: NoRate;
  readonly noRateByMode?: NoRate;
  readonly asOf?: string;
  readonly sql: readonly string[];
}

/** Everything that the Trends screen shows of a scope. */
export async function trends(source: Source, question: TrendsQuestion, signal?: AbortSignal): Promise<Trends> {
  const dimensions = chartable(source);
  const has = (dimension: Dimension) => !question.seriesOnly && dimensions.includes(dimension);
  const panels = PANELS.filter(has);
  const stackBy = question.stackBy !== undefined && has(question.stackBy) ? question.stackBy : undefined;
  const sets = {
    total: [[]],
    periods: [[PERIOD]],
    stack: stackBy === undefined ? [] : [[PERIOD, stackBy]],
    modes: has('failure_mode') ? [['failure_mode']] : [],
    heat: has('failure_mode') && has('model') ? [['model', 'failure_mode']] : [],
    panels: panels.map((dimension) => [dimension]),
  } satisfies Record<string, Dimension[][]>;
  const order = Object.keys(sets) as (keyof typeof sets)[];
  const { answers, sql } = await breakdown(
    source,
    { ...question, sets: order.flatMap((name) => sets[name] as Dimension[][]) },
    signal,
  );
  const taken = [...answers];
  const parts = Object.fromEntries(order.map((name) => [name, taken.splice(0, sets[name].length)])) as Record<
    keyof typeof sets,
    Answer[]
  >;

  const total = parts.total[0] as Answer;
  const periods = periodAmounts(source, question, parts.periods[0] as Answer);
  const noRate = (answer: Answer | undefined) =>
    question.measure.per === 'shipped' && answer?.exposure.known === false ? answer.exposure.why : undefined;
  return {
    total: { ...amount(total.groups[0]?.n ?? 0, total.units([])), unjudged: total.groups[0]?.unjudged ?? 0 },
    periods,
    stack: parts.stack[0] === undefined ? [] : stacked(parts.stack[0], periods),
    modes: parts.modes[0] === undefined ? [] : values(parts.modes[0]),
    heat: (parts.heat[0]?.groups ?? []).map(({ keys, n }) => ({
      model: keys[0] ?? null,
      mode: keys[1] ?? null,
      amount: amount(n, parts.heat[0]?.units(keys) ?? null),
    })),
    panels: panels.map((dimension, at) => ({
      dimension,
      values: values(parts.panels[at] as Answer),
      noRate: noRate(parts.panels[at]),
    })),
    noRate: noRate(total),
    noRateByMode: noRate(parts.modes[0]),
    asOf: asOf(source),
    sql,
  };
}

/** Columns of this workspace whose values can be bars. */
export function chartable(source: Source): Dimension[] {
  const { stored, filled, distinct } = source.facts.complaint;
  return breakdownColumns('complaint', stored).filter(
    (name) => (filled[name] ?? 0) > 0 && (distinct[name] ?? 0) <= MOST_VALUES,
  );
}

/** Rate per 1000 units; null without units or with none shipped. */
export function amount(n: number, units: number | null): Amount {
  return { n, units, rate: units === null || units === 0 ? null : (n / units) * 1000 };
}

function values(answer: Answer): ValueAmount[] {
  return answer.groups
    .map(({ keys, n }) => ({ value: keys[0] ?? null, ...amount(n, answer.units(keys)) }))
    .sort((a, b) => b.n - a.n || String(a.value).localeCompare(String(b.value)));
}

/** One amount for every period of the axis, those without complaints included. */
function periodAmounts(source: Source, { scope, grain }: TrendsQuestion, answer: Answer): PeriodAmount[] {
  const { first, last } = source.facts.complaint;
  if (first === undefined || last === undefined) return [];
  const narrowed = narrowedPeriod(scope, 'received_at');
  const from = narrowed.from !== undefined && narrowed.from > first ? narrowed.from : first;
  const dayAfter = narrowed.until;
  const until = dayAfter !== undefined && dayAfter <= last ? previousDay(dayAfter) : last;
  const found = new Map(answer.groups.map((group) => [group.keys[0], group]));
  const end = asOf(source) ?? last;
  return periodsBetween(grain, from, until, MOST_PERIODS).map((period) => ({
    period,
    provisional: !isComplete(grain, period, end),
    unjudged: found.get(period)?.unjudged ?? 0,
    ...amount(found.get(period)?.n ?? 0, answer.units([period])),
  }));
}

function stacked(answer: Answer, periods: readonly PeriodAmount[]): Trends['stack'] {
  const at = new Map(periods.map(({ period }, index) => [period, index]));
  const byValue = new Map<string | null, number[]>();
  for (const { keys, n } of answer.groups) {
    const index = at.get(keys[0] ?? '');
    if (index === undefined) continue;
    const value = keys[1] ?? null;
    const counts = byValue.get(value) ?? new Array<number>(periods.length).fill(0);
    counts[index] = n;
    byValue.set(value, counts);
  }
  const total = (counts: readonly number[]) => counts.reduce((sum, n) => sum + n, 0);
  return [...byValue]
    .sort(([, a], [, b]) => total(b) - total(a))
    .map(([value, counts]) => ({
      value,
      amounts: counts.map((n, index) => amount(n, answer.units([periods[index]?.period ?? null, value]))),
    }));
}

function previousDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
