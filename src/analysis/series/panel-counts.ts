import { type Dimension, PERIOD } from '../../data/queries/breakdown';
import { columnValues } from '../../data/queries/column-values';
import { measureCondition } from '../../data/queries/measure-sql';
import { exposureOf, isAboutComplaint, type Measure, type NoRate } from '../../domain/measure';
import { shift } from '../../domain/period';
import { intersect, type Scope } from '../../domain/scope';
import { type Answer, breakdown, onTime } from '../breakdown';
import { COMPLETE, completeness, type ReportingDelay } from '../reporting-delay';
import { periodAmounts } from '../trends';
import { asOf, type Source, shapeOf, shipmentFacts } from '../view';
import type { Sample } from './sample';
import type { Panel, PointFlag, SeriesAnswer } from './types';

type Asked = SeriesAnswer['question'];

/** Charts of values at most; all other values are one more. */
const MOST_VALUES = 12;
const EXAMINED = ['confirmed', 'no_fault_found', 'different_fault'];
/** Charts whose points are made of units shipped. */
const OF_UNITS: readonly unknown[] = ['u', 'uPrime', 'g'];

/** What is known of a panel before a chart is chosen. */
export interface PanelCounts {
  readonly panel: Panel;
  readonly scope: Scope;
  /** Oldest first, without gaps. */
  readonly samples: readonly Sample[];
  readonly unjudged: number;
  readonly undated: number;
  /** The shipments that its rates are measured against, where there are such. */
  readonly shipments?: Scope;
  readonly noRate?: NoRate;
}

interface Counted {
  readonly panels: readonly PanelCounts[];
  readonly sql: readonly string[];
}

/** The periods of every panel that a question asks for. */
export async function panelCounts(
  source: Source,
  asked: Asked,
  delay: ReportingDelay | undefined,
  signal?: AbortSignal,
): Promise<Counted> {
  const { by, scope } = asked;
  if (by === undefined) {
    const { answer, sql } = await counted(source, asked, scope, undefined, signal);
    return { panels: [panelOf(source, asked, { panel: { kind: 'all' }, scope }, answer, delay)], sql };
  }
  const top = columnValues(
    by,
    { scope: onTime(numeratorOf(asked, scope), asked.time), condition: measureCondition(numeratorMeasure(asked).id) },
    shapeOf(source, 'complaint'),
    MOST_VALUES + 1,
  );
  const found = (await source.run<{ value: string | null }>(top, { signal })).map(({ value }) => value);
  const values = found.slice(0, MOST_VALUES);
  const of = (kind: 'oneOf' | 'noneOf', among: readonly (string | null)[]) =>
    intersect(scope, [{ kind, field: by, values: among }]);
  const [each, others] = await Promise.all([
    counted(source, asked, of('oneOf', values), by, signal),
    found.length > MOST_VALUES ? counted(source, asked, of('noneOf', values), undefined, signal) : undefined,
  ]);
  const panels = values.map((value) =>
    panelOf(
      source,
      asked,
      { panel: { kind: 'value', dimension: by, value }, scope: of('oneOf', [value]) },
      onlyValue(each.answer, value),
      delay,
    ),
  );
  const rest: Pick<PanelCounts, 'panel' | 'scope'> = {
    panel: { kind: 'rest', dimension: by },
    scope: of('noneOf', values),
  };
  return {
    panels: others === undefined ? panels : [...panels, panelOf(source, asked, rest, others.answer, delay)],
    sql: [top, ...each.sql, ...(others?.sql ?? [])],
  };
}

/** Which complaints of a scope a question counts: of `examined` those confirmed. */
export function numeratorOf({ share }: Asked, scope: Scope): Scope {
  return share === 'examined' ? intersect(scope, [{ kind: 'oneOf', field: 'finding', values: ['confirmed'] }]) : scope;
}

/** What is counted of them, and whether units shipped are wanted: examined complaints need not be of quality to be found without fault. */
export function numeratorMeasure({ measure, share, chart }: Asked): Measure {
  if (share !== undefined) return { id: share === 'examined' ? 'reported' : measure.id, per: 'count' };
  return OF_UNITS.includes(chart) ? { ...measure, per: 'shipped' } : measure;
}

/** What a share is a share of. */
function denominatorOf({ share }: Asked, scope: Scope): Scope {
  return share === 'examined'
    ? intersect(scope, [{ kind: 'oneOf', field: 'finding', values: EXAMINED }])
    : scope.filter(({ field }) => !isAboutComplaint(field));
}

/** An answer by period (and value), whose `units` are the denominators. */
async function counted(
  source: Source,
  asked: Asked,
  scope: Scope,
  by: Dimension | undefined,
  signal?: AbortSignal,
): Promise<{ readonly answer: Answer; readonly sql: readonly string[] }> {
  const { grain, time, share } = asked;
  const measure = numeratorMeasure(asked);
  const set = by === undefined ? [PERIOD] : [PERIOD, by];
  const one = (within: Scope, dimensions: readonly Dimension[]) =>
    breakdown(source, { scope: within, measure, grain, time, sets: [dimensions] }, signal);
  const wanted = one(numeratorOf(asked, scope), set);
  if (share === undefined) {
    const { answers, sql } = await wanted;
    return { answer: answers[0] as Answer, sql };
  }
  const ofSet = by !== undefined && share === 'complaints' && isAboutComplaint(by) ? [PERIOD] : set;
  const [numerator, denominator] = await Promise.all([wanted, one(denominatorOf(asked, scope), ofSet)]);
  const sizes = new Map(denominator.answers[0]?.groups.map(({ keys, n }) => [JSON.stringify(keys), n]));
  const answer = numerator.answers[0] as Answer;
  return {
    answer: { ...answer, units: (keys) => sizes.get(JSON.stringify(keys.slice(0, ofSet.length))) ?? 0 },
    sql: [...numerator.sql, ...denominator.sql],
  };
}

/** The answer by period of one value. */
function onlyValue(answer: Answer, value: string | null): Answer {
  return {
    ...answer,
    dimensions: [PERIOD],
    groups: answer.groups.filter(({ keys }) => keys[1] === value),
    units: ([period]) => answer.units([period ?? null, value]),
  };
}

function panelOf(
  source: Source,
  asked: Asked,
  about: Pick<PanelCounts, 'panel' | 'scope'>,
  answer: Answer,
  delay: ReportingDelay | undefined,
): PanelCounts {
  const { grain } = asked;
  const end = asOf(source) ?? '';
  const periods = periodAmounts(source, asked, answer);
  const samples = periods.map(({ period, n, units, provisional, whole }): Sample => {
    const until = shift(grain, period, 1);
    const reported = delay && completeness(delay, period, until, end);
    const flag: PointFlag | undefined =
      provisional || (reported !== undefined && reported < COMPLETE)
        ? 'provisional'
        : !whole
          ? 'partial'
          : units !== 0
            ? undefined
            : n === 0
              ? 'noExposure'
              : 'claimsWithoutExposure';
    return {
      from: period,
      until,
      begin: period,
      n,
      size: units,
      ...(flag && { flag }),
      ...(reported !== undefined && { completeness: reported }),
    };
  });
  const shown = new Set(periods.map(({ period }) => period));
  const exposure = exposureOf(about.scope, shipmentFacts(source));
  return {
    ...about,
    samples,
    unjudged: periods.reduce((sum, { unjudged }) => sum + unjudged, 0),
    undated: answer.groups.reduce((sum, { keys, n }) => sum + (shown.has(keys[0] ?? '') ? 0 : n), 0),
    ...(exposure.known ? { shipments: exposure.scope } : { noRate: exposure.why }),
  };
}
