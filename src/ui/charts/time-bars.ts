import { type Category, categoryColours } from '../palette';
import { frame, halo, hatched, lines, NAMES_ROOM, names, valueAxis } from './frame';
import { fillOf } from './patterns';
import type { ChartStyle, Plot, PlotPoint, TimeStep, ValueFormat } from './plot';
import { timeAxis } from './time-axis';

/** More bars than this and only the highest and the last carry their value. */
const LABELLED = 18;
/** Room at the right for the name of the centre line. */
const CENTRE_ROOM = 76;

export interface BarSeries {
  readonly key: Category;
  readonly name: string;
  /** Aligned with `steps`; null where nothing can be said. */
  readonly values: readonly (number | null)[];
}

export interface TimeBarsInput {
  readonly steps: readonly TimeStep[];
  /** One for plain bars, several for stacks, largest first. */
  readonly series: readonly BarSeries[];
  /** What the stacks add up to: a thin line over them. Left out where the parts overlap or stand alone. */
  readonly total?: Pick<BarSeries, 'name' | 'values'>;
  readonly unit: string;
  readonly format: ValueFormat;
  /** A thin line across, the mean of the final periods for example. */
  readonly centre?: { readonly value: number; readonly label: string };
  readonly style: ChartStyle;
}

/** Bars over time from zero; provisional ones hatched, several series stacked, named at the right in the order of the stack. */
export function timeBars(input: TimeBarsInput): Plot {
  const { steps, series, style } = input;
  const stacked = series.length > 1;
  const base = frame(style);
  const colours = categoryColours(
    series.map(({ key }) => key),
    style.scheme,
  );
  const colourOf = ({ key }: BarSeries) => (stacked && colours.get(key)) || style.tokens.accent;
  return {
    option: {
      ...base,
      grid: { ...base.grid, right: stacked ? NAMES_ROOM : input.centre === undefined ? base.grid.right : CENTRE_ROOM },
      ...(stacked ? { legend: names(series.map(({ name }) => name).reverse(), style) } : {}),
      xAxis: timeAxis(steps, style),
      yAxis: valueAxis(input.unit, input.format, style),
      tooltip: {
        ...base.tooltip,
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (params: unknown) => tooltip(input, dataIndexOf(params)),
      },
      series: [
        ...series.map((one, at) => ({
          type: 'bar' as const,
          name: one.name,
          ...(stacked ? { stack: 'all' } : {}),
          barMaxWidth: 48,
          barCategoryGap: '25%',
          itemStyle: { color: colourOf(one), ...fillOf(at, style) },
          data: bars(one, colourOf(one), input),
          labelLayout: { hideOverlap: true },
          ...(at === 0 ? { markLine: marks(input) } : {}),
        })),
        ...(input.total === undefined ? [] : [totalLine(input.total, input)]),
      ],
    },
    points: pointsOf(input),
  };
}

/** Over the stacks, with the values that a plain bar would carry. */
function totalLine({ name, values }: Pick<BarSeries, 'name' | 'values'>, { format, style }: TimeBarsInput) {
  const labelled = valueLabels(values);
  return {
    type: 'line' as const,
    name,
    silent: true,
    symbol: 'none',
    showAllSymbol: true,
    lineStyle: { color: style.tokens.lineStrong, width: 1 },
    data: values.map((value, at) => ({
      value,
      symbol: 'circle',
      symbolSize: 3,
      itemStyle: { color: style.tokens.lineStrong },
      label: { show: labelled.has(at), position: 'top' as const, ...halo(style), formatter: format(value) },
    })),
    labelLayout: { hideOverlap: true },
  };
}

function bars(one: BarSeries, colour: string, input: TimeBarsInput) {
  const { steps, series, style, format } = input;
  const labelled = series.length > 1 ? NONE : valueLabels(one.values);
  return one.values.map((value, at) => ({
    value,
    itemStyle: steps[at]?.provisional ? hatched(colour, style) : { color: colour },
    label: {
      show: labelled.has(at) && value !== null,
      position: 'top' as const,
      ...halo(style),
      formatter: format(value),
    },
  }));
}

const NONE: ReadonlySet<number> = new Set();

/** Every bar while there is room, then the highest and the last. */
function valueLabels(values: readonly (number | null)[]): ReadonlySet<number> {
  if (values.length <= LABELLED) return new Set(values.keys());
  const highest = values.reduce<number>((best, value, at) => ((value ?? 0) > (values[best] ?? 0) ? at : best), 0);
  return new Set([highest, values.length - 1]);
}

function marks({ centre, style }: TimeBarsInput) {
  const { tokens } = style;
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    // Behind the bars, and with that behind their values.
    z: 1,
    lineStyle: { color: tokens.lineStrong, width: 1, type: 'solid' as const },
    label: { color: tokens.textDim, position: 'end' as const },
    data: centre === undefined ? [] : [{ yAxis: centre.value, label: { formatter: centre.label } }],
  };
}

function tooltip({ steps, series, total, format, unit }: TimeBarsInput, at: number): string {
  const step = steps[at];
  if (step === undefined) return '';
  const stacked = series.length > 1;
  const whole = total === undefined ? [] : [total];
  const values = [...whole, ...series]
    .filter(({ values }) => !stacked || (values[at] ?? 0) > 0)
    .map(({ name, values }) => `${name}  ${format(values[at] ?? null)} ${unit}`);
  return lines(step.label, ...values, ...(step.detail ?? []));
}

function pointsOf({ steps, series, format }: TimeBarsInput): PlotPoint[] {
  return steps.flatMap((step, index) =>
    series.map((one, at) => ({
      series: at,
      index,
      key: step.key,
      ...(series.length > 1 ? { group: one.key } : {}),
      label: lines(step.label, one.name, format(one.values[index] ?? null), ...(step.detail ?? [])).replaceAll(
        '\n',
        ' · ',
      ),
    })),
  );
}

/** Axis tooltips are asked with every series of one step. */
export function dataIndexOf(params: unknown): number {
  const first: unknown = Array.isArray(params) ? params[0] : params;
  return typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
}
