import { type Dimension, PERIOD } from '../data/queries/breakdown';
import { type Basis, MEASURES, type MeasureId, type NoRate } from '../domain/measure';
import { lastComplete, periodOf, periodsBetween, shift } from '../domain/period';
import { periodOf as narrowedPeriod, type Scope, valuesOf, without } from '../domain/scope';
import { breakdown } from './breakdown';
import { type Headline, headlineOf, type Review } from './headline';
import { type Leader, leaderOf, type Mover, moversOf, topMovers } from './movers';
import { chartable, trends } from './trends';
import { asOf, type Source } from './view';

/** Months that a month is compared with: the year before it, as far as the data reach. */
const REFERENCE_MONTHS = 12;
const MOVERS = 8;
const MOVING: readonly Dimension[] = ['failure_mode', 'model'];

export interface OverviewQuestion {
  readonly scope: Scope;
  /** The measure whose movers are asked for. */
  readonly measure: MeasureId;
  /** What months are compared by, where rates are known. */
  readonly per: Basis;
}

export interface Overview {
  /** What was asked: an answer may outlive its question on screen. */
  readonly question: OverviewQuestion;
  /** First day of the last month that the data cover to its end; undefined when there is none. */
  readonly month?: string;
  readonly asOf?: string;
  readonly headlines: readonly Headline[];
  /** What moved most against the months of reference, most first. */
  readonly movers: readonly Mover[];
  /** The failure mode behind the change of the question's measure. */
  readonly leader?: Leader;
  /** How many complete months the month is compared with. */
  readonly referenceMonths: number;
  /** Why rates are not given. */
  readonly noRate?: NoRate;
  readonly sql: readonly string[];
}

/** The last complete month at a glance: every measure, and what moved most against the year before. */
export async function overview(source: Source, question: OverviewQuestion, signal?: AbortSignal): Promise<Overview> {
  const review = reviewOf(source, question);
  const end = asOf(source);
  if (review === undefined) return { question, headlines: [], movers: [], referenceMonths: 0, sql: [], asOf: end };
  const scope = without(question.scope, 'received_at', 'period');
  const [series, moved] = await Promise.all([
    Promise.all(
      MEASURES.map((id) =>
        trends(source, { scope, measure: { id, per: 'shipped' }, grain: 'month', part: 'series' }, signal),
      ),
    ),
    movers(source, { ...question, scope }, review, signal),
  ]);
  const headlines = series.flatMap(({ periods }, at) => {
    const upTo = periods.filter(({ period, provisional }) => period <= review.month || provisional);
    return headlineOf(MEASURES[at] as MeasureId, upTo, review) ?? [];
  });
  const change = headlines.find(({ measure }) => measure === question.measure)?.reference;
  return {
    question,
    month: review.month,
    asOf: end,
    headlines,
    movers: topMovers(moved.movers, MOVERS),
    leader: change === undefined ? undefined : leaderOf(change, moved.movers, 'failure_mode'),
    referenceMonths: review.reference.length,
    noRate: series[0]?.noRate,
    sql: [...series.flatMap(({ sql }) => sql), ...moved.sql],
  };
}

/**
 * The month to review and the ones before it; undefined without a complete month. A period in the scope ends the review there.
 * Tickets are closed for weeks after the last one came in, so the last month with a complaint is the latest that it can be.
 */
export function reviewOf(source: Source, { scope, per }: OverviewQuestion): Review | undefined {
  const end = asOf(source);
  const { first, last } = source.facts.complaint;
  if (end === undefined || first === undefined || last === undefined) return undefined;
  const { until } = narrowedPeriod(scope, 'received_at');
  const lastDay = until !== undefined && until <= end ? shift('day', until, -1) : end;
  const month = [lastComplete('month', lastDay), periodOf('month', last)].sort()[0] as string;
  if (month < periodOf('month', first)) return undefined;
  const from = shift('month', month, -REFERENCE_MONTHS);
  const before = periodsBetween('month', from, shift('month', month, -1));
  return { month, per, reference: before.filter((period) => period >= first.slice(0, 10)) };
}

async function movers(source: Source, question: OverviewQuestion, review: Review, signal?: AbortSignal) {
  const { month, reference, per } = review;
  const from = reference[0];
  // A dimension that the scope fixes moves as the total does and says nothing more.
  const dimensions = MOVING.filter(
    (dimension) => chartable(source).includes(dimension) && valuesOf(question.scope, dimension)?.length !== 1,
  );
  if (from === undefined || dimensions.length === 0) return { movers: [], sql: [] };
  const until = shift('month', month, 1);
  const { answers, sql } = await breakdown(
    source,
    {
      scope: [...question.scope, { kind: 'period', field: 'received_at', from, until }],
      measure: { id: question.measure, per: 'shipped' },
      grain: 'month',
      sets: dimensions.map((dimension) => [PERIOD, dimension]),
    },
    signal,
  );
  const money = question.measure === 'cost';
  return { movers: answers.flatMap((answer) => moversOf(answer, month, reference, { per, money })), sql };
}
