import { type Dimension, PERIOD } from '../data/queries/breakdown';
import { type Basis, MEASURES, type MeasureId } from '../domain/measure';
import { lastComplete, shift } from '../domain/period';
import { periodOf as narrowedPeriod, type Scope, without } from '../domain/scope';
import { breakdown } from './breakdown';
import { type Amount, amount, chartable, type PeriodAmount, trends } from './trends';
import { asOf, type Source } from './view';

/** Months that a month is compared with: the year before it, as far as the data reach. */
const REFERENCE_MONTHS = 12;
const MOVERS = 8;

export interface OverviewQuestion {
  readonly scope: Scope;
  readonly measure: MeasureId;
  readonly per: Basis;
}

export interface Headline {
  readonly measure: MeasureId;
  /** The month reported. */
  readonly month: Amount;
  readonly previous?: Amount;
  readonly yearBefore?: Amount;
  readonly unjudged: number;
  readonly months: readonly PeriodAmount[];
}

/** A value whose complaints moved: the month against the mean of the months before. */
export interface Mover {
  readonly dimension: Dimension;
  readonly value: string | null;
  readonly month: Amount;
  /** Mean count a month, and the rate over those months together. */
  readonly reference: Amount;
  /** In the unit of the question: complaints a month, or complaints per 1000 shipped. */
  readonly change: number;
}

export interface Overview {
  /** First day of the last month that the data cover to its end; undefined when there is none. */
  readonly month?: string;
  readonly asOf?: string;
  readonly headlines: readonly Headline[];
  readonly movers: readonly Mover[];
  /** How many complete months the movers are compared with. */
  readonly referenceMonths: number;
  readonly sql: readonly string[];
}

/** The last complete month at a glance: every measure, and what moved most against the year before. */
export async function overview(source: Source, question: OverviewQuestion, signal?: AbortSignal): Promise<Overview> {
  const end = asOf(source);
  const { first } = source.facts.complaint;
  const narrowed = narrowedPeriod(question.scope, 'received_at');
  if (end === undefined || first === undefined)
    return { headlines: [], movers: [], referenceMonths: 0, sql: [], asOf: end };
  const lastDay = narrowed.until !== undefined && narrowed.until <= end ? shift('day', narrowed.until, -1) : end;
  const month = lastComplete('month', lastDay);
  const scope = without(question.scope, 'received_at', 'period');
  if (month < first.slice(0, 7)) return { headlines: [], movers: [], referenceMonths: 0, sql: [], asOf: end };

  const [measured, moved] = await Promise.all([
    Promise.all(
      MEASURES.map((id) =>
        trends(source, { scope, measure: { id, per: question.per }, grain: 'month', seriesOnly: true }, signal),
      ),
    ),
    movers(source, { ...question, scope }, month, first, signal),
  ]);
  const headlines = measured.map((answer, at): Headline => {
    const of = (period: string) => answer.periods.find((candidate) => candidate.period === period);
    return {
      measure: MEASURES[at] as MeasureId,
      month: of(month) ?? amount(0, null),
      previous: of(shift('month', month, -1)),
      yearBefore: of(shift('month', month, -12)),
      unjudged: of(month)?.unjudged ?? 0,
      months: answer.periods,
    };
  });
  return { month, asOf: end, headlines, ...moved, sql: [...measured.flatMap(({ sql }) => sql), ...moved.sql] };
}

async function movers(source: Source, question: OverviewQuestion, month: string, first: string, signal?: AbortSignal) {
  const firstFull =
    first.slice(8, 10) === '01' ? `${first.slice(0, 7)}-01` : shift('month', `${first.slice(0, 7)}-01`, 1);
  const from = [shift('month', month, -REFERENCE_MONTHS), firstFull].sort().at(-1) as string;
  const months = monthsBetween(from, month);
  if (months === 0) return { movers: [], referenceMonths: 0, sql: [] };
  const dimensions = ['failure_mode', 'model'].filter((dimension) => chartable(source).includes(dimension));
  const scope: Scope = [
    ...question.scope,
    { kind: 'period', field: 'received_at', from, until: shift('month', month, 1) },
  ];
  const { answers, sql } = await breakdown(
    source,
    {
      scope,
      measure: { id: question.measure, per: question.per },
      grain: 'month',
      sets: dimensions.map((dimension) => [PERIOD, dimension]),
    },
    signal,
  );
  const all = answers.flatMap((answer, at) => {
    const values = new Map<string | null, { now: number; before: number }>();
    for (const { keys, n } of answer.groups) {
      const entry = values.get(keys[1] ?? null) ?? { now: 0, before: 0 };
      if (keys[0] === month) entry.now += n;
      else entry.before += n;
      values.set(keys[1] ?? null, entry);
    }
    const periods = Array.from({ length: months }, (_, back) => shift('month', month, -1 - back));
    return [...values].map(([value, { now, before }]): Mover => {
      const units = periods.map((period) => answer.units([period, value]));
      const unitsBefore = units.some((count) => count === null)
        ? null
        : units.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      const current = amount(now, answer.units([month, value]));
      const reference = { ...amount(before, unitsBefore), n: before / months };
      const change = question.per === 'shipped' ? (current.rate ?? 0) - (reference.rate ?? 0) : current.n - reference.n;
      return { dimension: dimensions[at] as Dimension, value, month: current, reference, change };
    });
  });
  return {
    movers: all
      .filter(({ change }) => change !== 0)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
      .slice(0, MOVERS),
    referenceMonths: months,
    sql,
  };
}

function monthsBetween(from: string, until: string): number {
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.max(0, index(until) - index(from));
}
