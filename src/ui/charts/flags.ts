import { lines } from './frame';
import type { ChartOption, ChartStyle, Plot, PlotPoint, TimeStep } from './plot';
import { dataIndexOf } from './time-bars';

/** The group of a flag's point, where bars and lines have theirs. */
export const FLAG = '\u0000flag';

/** Something that happened at a step of a time axis, or several such things close together. */
export interface Flag {
  /** First day of the step that it stands at. */
  readonly key: string;
  /** More than one is written in the flag. */
  readonly count: number;
  /** First line of its tooltip. */
  readonly label: string;
  /** What happened, a line each. */
  readonly detail: readonly string[];
}

interface Placed {
  readonly flag: Flag;
  readonly index: number;
}

/** Pole and cloth, hanging below the axis from the middle of a step. */
const SHAPE = 'path://M0 0H2V15H0ZM2 0H16V11H2Z';
const SIZE = { narrow: [16, 15], wide: [26, 15] };
/** Between the axis and the flag, in pixels. */
const GAP = 2;
/** Room under the axis, so that its labels stand below the flags. */
const LANE = 18;
/** What is counted in two digits fits into a narrow flag. */
const TWO_DIGITS = 99;

/** A plot over time with small flags on its axis: each can be pointed at, by keyboard too, and is on paper and in pictures. */
export function withFlags(
  plot: Plot,
  flags: readonly Flag[],
  steps: readonly Pick<TimeStep, 'key'>[],
  style: ChartStyle,
): Plot {
  const indexOf = new Map(steps.map(({ key }, index) => [key, index]));
  const placed = flags.flatMap((flag) => {
    const index = indexOf.get(flag.key);
    return index === undefined ? [] : [{ flag, index }];
  });
  if (placed.length === 0) return plot;
  const { option } = plot;
  const drawn = seriesOf(option);
  return {
    option: {
      ...option,
      xAxis: belowFlags(option.xAxis),
      yAxis: [...axesOf(option.yAxis), { type: 'value', show: false, min: 0, max: 1 }],
      series: [...drawn, flagSeries(placed, steps.length, axesOf(option.yAxis).length, style)],
    },
    // In reading order: what stands over a step, then its flag.
    points: [...plot.points, ...placed.map((one) => pointOf(one, drawn.length))].sort((a, b) => a.index - b.index),
  };
}

function pointOf({ flag, index }: Placed, series: number): PlotPoint {
  const label = lines(flag.label, ...flag.detail).replaceAll('\n', ' · ');
  return { series, index, key: flag.key, group: FLAG, label };
}

type Series = Exclude<NonNullable<ChartOption['series']>, readonly unknown[]>;
type YAxis = Exclude<NonNullable<ChartOption['yAxis']>, readonly unknown[]>;

function seriesOf({ series = [] }: ChartOption): Series[] {
  return Array.isArray(series) ? series : [series];
}

function axesOf(axes: ChartOption['yAxis'] = []): YAxis[] {
  return Array.isArray(axes) ? axes : [axes];
}

function belowFlags(axis: ChartOption['xAxis']): ChartOption['xAxis'] {
  if (axis === undefined || Array.isArray(axis)) return axis;
  return { ...axis, axisLabel: { ...axis.axisLabel, margin: LANE + 6 } } as typeof axis;
}

/** A line without a line: its points are the flags, on an axis of their own whose zero is the axis of time. */
function flagSeries(placed: readonly Placed[], steps: number, yAxisIndex: number, { tokens }: ChartStyle) {
  const flagAt = new Map(placed.map(({ flag, index }) => [index, flag]));
  return {
    type: 'line' as const,
    yAxisIndex,
    z: 5,
    clip: false,
    lineStyle: { width: 0 },
    showAllSymbol: true,
    symbol: SHAPE,
    itemStyle: { color: tokens.textDim },
    emphasis: { scale: false, itemStyle: { color: tokens.accent } },
    tooltip: { trigger: 'item' as const, formatter: (params: unknown) => tooltip(flagAt.get(dataIndexOf(params))) },
    data: Array.from({ length: steps }, (_, at) => {
      const count = flagAt.get(at)?.count;
      return count === undefined ? { value: '-' } : { value: 0, ...shapeOf(count, tokens.surface) };
    }),
  };
}

function shapeOf(count: number, ink: string) {
  const [width = 0, height = 0] = count > TWO_DIGITS ? SIZE.wide : SIZE.narrow;
  return {
    symbolSize: [width, height],
    symbolOffset: [width / 2 - 1, height / 2 + GAP],
    label: {
      show: count > 1,
      position: 'inside' as const,
      // The cloth begins behind the pole and ends above its foot.
      offset: [-1, -2],
      color: ink,
      fontSize: 10,
      fontWeight: 'bold' as const,
      formatter: count > TWO_DIGITS ? `${TWO_DIGITS}+` : String(count),
    },
  };
}

function tooltip(flag: Flag | undefined): string {
  return flag === undefined ? '' : lines(flag.label, ...flag.detail);
}
