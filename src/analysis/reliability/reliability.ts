import { batchNumbers, claimStatement, lotStatement, modeStatement } from '../../data/queries/ages';
import { measureCondition } from '../../data/queries/measure-sql';
import { scopeSql } from '../../data/queries/scope-sql';
import { isAboutComplaint } from '../../domain/measure';
import { periodOf, type Scope, scopeOf } from '../../domain/scope';
import { COMPLETE, daysUntil, type ReportingDelay as Measured, reportingDelay } from '../reporting-delay';
import { asOf, type Source, shapeOf } from '../view';
import { dayNumber, isoDay } from './age';
import { type Bundle, bundled } from './bundle';
import { compare } from './comparison';
import { delayAnswer } from './delay';
import { backtestCut, type ForecastPlan, forecastOf } from './forecast';
import { gridOf, type Lot, type Watch } from './grid';
import { failedPoints, lifetimesOf, weibullAnswer } from './lifetimes';
import { agePoints, nevada } from './nevada';
import { type Plan, planOf } from './population';
import { type Traced, trace } from './trace';
import type { ClaimFacts, ForecastSet, NoAges, Reliability, ReliabilityQuestion, ReportingDelay } from './types';

/** Failure modes that have a forecast of their own. */
const MOST_MODES = 12;
/** Modes listed to choose from. */
const MOST_LISTED = 200;
const MONTHS = 3;
const MOST_MONTHS = 6;
/** More batches than this make no scope that an address can carry; more in all are not read by name. */
const MOST_BATCHES = 300;
const MOST_NAMES = 20_000;
/** Work at a stretch, in ms. */
const STRETCH = 30;

/**
 * Claims by age of the units: Nevada table, rates at equal age, lifetimes, forecast, and how late claims are reported. About four scans;
 * the rest is computed here, in stretches that leave the page answering.
 */
export async function reliability(
  source: Source,
  question: ReliabilityQuestion,
  signal?: AbortSignal,
): Promise<Reliability> {
  const end = asOf(source);
  if (end === undefined || source.facts.complaint.rows === 0)
    return { known: false, question, why: { reason: 'noComplaints' }, delay: null, sql: [] };
  const sql: string[] = [];
  // The period under review narrows what is counted, not how late it is reported.
  const timeless = question.scope.filter(({ field }) => field !== 'received_at');
  const moded = { ...question, scope: withMode(timeless, question.mode) };
  const told = scopeOf(moded.scope.filter(({ field }) => isAboutComplaint(field) || hasColumn(source, field)));
  const measured = await reportingDelay(source, { scope: told, measure: question.measure }, signal);
  const late =
    measured && (await delayAnswer(source, { scope: told, measure: question.measure }, measured, end, signal));
  if (measured && late) sql.push(measured.sql, late.sql);
  const delay = late?.delay ?? null;
  const plan = await planOf(source, { ...question, scope: timeless }, signal);
  if ('reason' in plan) return { known: false, question, why: plan, delay, sql };
  sql.push(...plan.sql);
  const found = await answer(source, { question, plan, end, delay, measured, sql }, signal);
  return 'reason' in found ? { known: false, question, why: found, delay, sql } : found;
}

interface Asked {
  readonly question: ReliabilityQuestion;
  readonly plan: Plan;
  readonly end: string;
  readonly delay: ReportingDelay | null;
  readonly measured: Measured | undefined;
  readonly sql: string[];
}

async function answer(source: Source, asked: Asked, signal?: AbortSignal): Promise<Reliability | NoAges> {
  const { question, plan, end, delay, measured, sql } = asked;
  const breathe = breather(signal);
  const { modes, listed, named } = await modesOf(source, asked, signal);
  const watch = watchOf(question, end, question.clock === 'occurred' ? measured : undefined);
  const traced = await tracedBy(source, asked, named, breathe, signal);
  const lead = traced.claims.filter((claim) => claim.lead);
  const cut = backtestCut(watch.end);
  const counts = await bundled(traced.claims, watch, cut, breathe);
  const leading = counts.filter((bundle) => bundle.lead);
  const grid = gridOf(traced.lots, leading, watch);
  if (grid.cohorts.length === 0) return { reason: 'emptyScope' };
  const lifeWatch = question.clock === 'occurred' && measured ? settled(watch, measured) : watch;
  const lives = lifetimesOf(traced.lots, lead, lifeWatch);
  await breathe();
  const scopeOfCohort = await cohortScopes(source, asked, traced, signal);
  const weibull = weibullAnswer(lives);
  await breathe();
  const side = async (scope: Scope, at: 0 | 1) => {
    const { lots } = traced.sides[at];
    const claims = traced.sides[at].claims.filter((claim) => claim.lead);
    return { scope, lots, claims, counts: await bundled(claims, watch, cut, breathe) };
  };
  const comparison =
    question.compare === undefined
      ? null
      : compare(
          await side(question.compare[0], 0),
          await side(question.compare[1], 1),
          { rates: watch, lifetimes: lifeWatch },
          traced.overlap,
        );
  await breathe();
  const claims = claimFacts(traced, plan);
  const forecast = await forecasts(
    asked,
    traced.lots,
    { counts, watch, named, modes, ages: grid.ages, claims },
    breathe,
  );
  const starts = traced.lots.map(({ start }) => start);
  return {
    known: true,
    question,
    population: {
      kind: plan.kind,
      axis: plan.axis,
      units: grid.units.reduce((sum, units) => sum + units, 0),
      offered: plan.offered,
      first: isoDay(starts.reduce((first, start) => Math.min(first, start))),
      last: isoDay(starts.reduce((last, start) => Math.max(last, start))),
      asOf: end,
      leftOut: traced.leftOut,
      claims,
    },
    nevada: nevada(grid, scopeOfCohort),
    ages: agePoints(grid),
    failed: failedPoints(lives),
    weibull,
    forecast,
    comparison,
    delay,
    modes: listed,
    sql,
  };
}

function withMode(scope: Scope, mode: string | undefined): Scope {
  return mode === undefined ? scope : scopeOf([...scope, { kind: 'oneOf', field: 'failure_mode', values: [mode] }]);
}

function hasColumn(source: Source, field: string): boolean {
  return (source.facts.complaint.filled[field] ?? 0) > 0;
}

/** The days on which claims are seen: all of them, or those of the period under review. */
function watchOf({ scope }: ReliabilityQuestion, end: string, measured: Measured | undefined): Watch {
  const { from, until } = periodOf(scope, 'received_at');
  const last = dayNumber(end) + 1;
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(from),
    end: until === undefined ? last : Math.min(last, dayNumber(until)),
    ...(measured && { reported: measured.reported }),
  };
}

/** Only the days whose claims are as good as all reported: who has not been heard of by then works. */
function settled({ from, end }: Watch, measured: Measured): Watch {
  return { from, end: end - Math.max(0, daysUntil(COMPLETE, measured)) };
}

function conditionOf(source: Source, { question, plan }: Asked, mode: string | undefined): string {
  const scope = withMode(plan.claims[0], mode);
  return `${measureCondition(question.measure)} AND ${scopeSql(scope, 'complaint', shapeOf(source, 'complaint'))}`;
}

async function modesOf(source: Source, asked: Asked, signal?: AbortSignal) {
  if (!hasColumn(source, 'failure_mode')) return { modes: 0, listed: [], named: [] };
  const shape = shapeOf(source, 'complaint');
  const own = scopeSql(asked.plan.own[0], 'complaint', shape);
  const statement = modeStatement(
    `${conditionOf(source, asked, undefined)} AND ${own}`,
    shape.lists.has('failure_mode'),
  );
  asked.sql.push(statement);
  const rows = await source.run<{ mode: string; n: number; modes: number }>(
    `SELECT *, CAST(count(*) OVER () AS DOUBLE) AS modes FROM (${statement}) ORDER BY n DESC, mode LIMIT ${MOST_LISTED}`,
    { signal },
  );
  return {
    modes: rows[0]?.modes ?? 0,
    listed: rows.map(({ mode, n }) => ({ mode, claims: n })),
    named: asked.question.mode === undefined ? rows.slice(0, MOST_MODES).map(({ mode }) => mode) : [],
  };
}

async function tracedBy(
  source: Source,
  asked: Asked,
  named: readonly string[],
  breathe: () => Promise<void>,
  signal?: AbortSignal,
): Promise<Traced> {
  const { question, plan, end, sql } = asked;
  const shape = shapeOf(source, 'complaint');
  const inScope = (scope: Scope) => scopeSql(scope, 'complaint', shape);
  const serial = source.facts.serial.filled;
  const numbered = hasColumn(source, 'serial_no') && (serial.batch_no ?? 0) > 0;
  const lotSql = lotStatement(plan.units);
  const claimSql = claimStatement({
    list: plan.kind,
    where: conditionOf(source, asked, question.mode),
    ownInside: inScope(plan.own[0]),
    compared: [inScope(plan.claims[1]), inScope(plan.claims[2])],
    ownCompared: [inScope([...plan.claims[1], ...plan.own[1]]), inScope([...plan.claims[2], ...plan.own[2]])],
    clock: question.clock ?? 'received',
    ownDay: plan.ownDay ?? undefined,
    serialDay: { service: 'activated_at', shipment: 'shipped_at', build: undefined }[plan.axis],
    serials: numbered && (serial.serial_no ?? 0) > 0,
    ranges: numbered && (serial.serial_from ?? 0) > 0 && (serial.serial_to ?? 0) > 0,
    modes: named,
    severalModes: shape.lists.has('failure_mode'),
  });
  sql.push(lotSql, claimSql);
  const [lots, claims] = await Promise.all([
    source.integers(lotSql, { signal }),
    source.integers(claimSql, { signal }),
  ]);
  const options = {
    kind: plan.kind,
    cohort: question.cohort,
    end: dayNumber(end) + 1,
    byOwnDay: plan.ownDay !== null && plan.ownComplete && (question.cohort === 'ship' || plan.kind === 'batch'),
    compared: question.compare !== undefined,
  };
  return trace(lots, claims, options, breathe);
}

function claimFacts({ found }: Traced, { ownDay }: Plan): ClaimFacts {
  const traced = found.bySerial + found.byRange + found.byBatch + found.byDay;
  const inside = traced + found.untraced + found.negative;
  return {
    ...found,
    all: inside + found.outside,
    traced,
    dayColumn: found.byDay > 0 ? ownDay : null,
    tracedShare: inside > 0 ? traced / inside : null,
  };
}

/** The complaints of a cohort by build month, by batch number. Units of one batch leave in several months. */
async function cohortScopes(
  source: Source,
  { question, plan }: Asked,
  { batches }: Traced,
  signal?: AbortSignal,
): Promise<(cohort: number) => Scope | null> {
  const sizes = [...batches.values()].map(({ size }) => size);
  if (question.cohort === 'ship' || sizes.length === 0 || Math.min(...sizes) > MOST_BATCHES) return () => null;
  const rows = await source.run<{ no: string }>(`${batchNumbers(plan.kind)} LIMIT ${MOST_NAMES + 1}`, { signal });
  if (rows.length > MOST_NAMES) return () => null;
  return (cohort) => {
    const own = [...(batches.get(cohort) ?? [])].flatMap((at) => rows[at]?.no ?? []);
    if (own.length === 0 || own.length > MOST_BATCHES) return null;
    const scope = withMode(
      question.scope.filter(({ field }) => hasColumn(source, field)),
      question.mode,
    );
    return scopeOf([...scope, { kind: 'oneOf', field: 'batch_no', values: own }]);
  };
}

interface Counted {
  readonly counts: readonly Bundle[];
  readonly watch: Watch;
  readonly named: readonly string[];
  readonly modes: number;
  readonly ages: number;
  readonly claims: ClaimFacts;
}

async function forecasts(
  { question }: Asked,
  lots: readonly Lot[],
  { counts, watch, named, modes, ages, claims }: Counted,
  breathe: () => Promise<void>,
): Promise<ForecastSet> {
  const plan: ForecastPlan = {
    months: Math.min(MOST_MONTHS, Math.max(1, Math.round(question.months ?? MONTHS) || MONTHS)),
    warrantyMonths: question.warrantyMonths,
    narrowed: question.scope.some(({ field }) => field === 'received_at'),
    testable: question.clock !== 'occurred',
  };
  const all = forecastOf(
    question.mode ?? null,
    lots,
    counts.filter(({ lead }) => lead),
    watch,
    plan,
  );
  const byMode = [];
  for (const [at, mode] of named.entries()) {
    await breathe();
    const own = counts.filter((bundle) => bundle.mode === at);
    byMode.push(forecastOf(mode, lots, own, watch, plan).forecast);
  }
  const expected = all.forecast.total?.expected ?? 0;
  return {
    all: all.forecast,
    byMode: byMode.sort((a, b) => (b.total?.expected ?? -1) - (a.total?.expected ?? -1)),
    modesLeftOut: question.mode === undefined ? Math.max(0, modes - named.length) : 0,
    oldestSeen: ages,
    beyondSeen: expected > 0 ? all.beyond / expected : 0,
    untracedShare: claims.tracedShare === null ? null : 1 - claims.tracedShare,
    warrantyMonths: question.warrantyMonths ?? null,
  };
}

/** Lets the page answer when a stretch of work is over, and ends the work when nobody waits for it. */
function breather(signal?: AbortSignal): () => Promise<void> {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  };
}
