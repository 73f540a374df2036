import type { SeriesChart, SeriesPoint } from '../../../analysis/series/types';
import type { Grain } from '../../../domain/period';
import { type ContextLine, controlChart, type PointMark } from '../../../ui/charts/control-chart';
import { type Flag, withFlags } from '../../../ui/charts/flags';
import type { ChartStyle, Plot } from '../../../ui/charts/plot';
import { type ChangeGroup, changeFlags } from '../change-flags';
import type { Words } from '../words';
import { type ControlReading, isOfEvents, keyOf } from './reading';
import { pointLines, stateOf } from './words';

interface Drawn {
  readonly chart: SeriesChart;
  /** What is measured. */
  readonly name: string;
  readonly grain: Grain;
  readonly reading: ControlReading;
  readonly changes: readonly ChangeGroup[];
  /** Notes of people, by the first day of the period that they are on. */
  readonly notes: ReadonlyMap<string, string>;
  /** With the lines of further methods. */
  readonly expert: boolean;
}

/** A control chart with what changed when. */
export function controlPlot(drawn: Drawn, words: Words, style: ChartStyle): Plot {
  const { chart, name, grain, reading, changes, notes, expert } = drawn;
  const { points, phases } = chart;
  const { t } = words;
  const steps = points.map((point, at) => ({
    key: keyOf(chart, at),
    label: reading.name(at),
    provisional: point.flag === 'provisional',
    detail: [...pointLines(chart, point, reading, words), notes.get(point.from)].filter((line) => line !== undefined),
    value: point.value,
    center: point.center,
    upper: point.upper,
    lower: point.lower,
    phase: point.phase,
    mark: markOf(chart, point),
  }));
  const plot = controlChart({
    steps,
    baselines: baselinesOf(chart),
    begins: phases.slice(1).flatMap((phase) => phase.points?.[0] ?? []),
    context: contextOf(chart, expert, words),
    names: {
      value: name,
      center: t('control.center'),
      upper: t('control.upper'),
      lower: t('control.lower'),
      baseline: t('control.baseline'),
    },
    phaseName: (number) => t('control.phase', { number }),
    unit: reading.unit,
    format: reading.value,
    formatLimit: reading.limit,
    style,
  });
  if (isOfEvents(chart)) return plot;
  return withFlags(plot, withNotes(changeFlags(changes, grain, words), notes, grain, words), steps, style);
}

/** A note shares the flag of its period with the changes in it. */
function withNotes(
  flags: readonly Flag[],
  notes: ReadonlyMap<string, string>,
  grain: Grain,
  { t, format }: Words,
): Flag[] {
  const flagOf = new Map(flags.map((flag) => [flag.key, flag]));
  for (const [key, text] of notes) {
    const flag = flagOf.get(key) ?? {
      key,
      count: 0,
      label: t('control.noteOf', { period: format.bucket(grain, key) }),
      detail: [],
    };
    flagOf.set(key, { ...flag, count: flag.count + 1, detail: [...flag.detail, text] });
  }
  return [...flagOf.values()];
}

function markOf(chart: SeriesChart, point: SeriesPoint): PointMark {
  if (point.flag === 'provisional' || point.flag === 'partial') return 'excluded';
  const found = point.violations.flatMap((at) => chart.violations[at] ?? []);
  if (found.length === 0) return 'ordinary';
  return found.map((one) => stateOf(one, chart)).find((state) => state !== undefined) ?? 'signal';
}

/** Stretches of points that limits come from; a phase that carries on the limits before it has none of its own. */
function baselinesOf({ points, phases }: SeriesChart): (readonly [number, number])[] {
  return phases.flatMap(({ baseline, limits, points: own }) => {
    if (own === null || !limits.known || baseline.how === 'carriedOn') return [];
    const inside = points.flatMap(({ inBaseline }, at) => (inBaseline && at >= own[0] && at <= own[1] ? [at] : []));
    const [first, last] = [inside[0], inside.at(-1)];
    return first === undefined || last === undefined ? [] : [[first, last] as const];
  });
}

/** The same month a year before, where there are years enough; for experts also what season and trend allow. */
function contextOf({ points, seasonality }: SeriesChart, expert: boolean, { t }: Words): ContextLine[] {
  if (!seasonality.known) return [];
  const { months, limit } = seasonality;
  const before = new Map(months.map((month) => [month.point, points[month.before]?.value ?? null]));
  return [
    { name: t('control.sameMonthLine'), values: points.map((_, at) => before.get(at) ?? null) },
    ...(limit === null || !expert ? [] : [{ name: t('control.seasonalLimit'), values: limit.upper, stepped: true }]),
  ];
}
