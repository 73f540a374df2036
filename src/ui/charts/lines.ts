import { type Category, categoryColours } from '../palette';
import { frame, NAMES_ROOM, names, lines as textLines, valueAxis } from './frame';
import { strokeOf, symbolOf } from './patterns';
import type { ChartStyle, Plot, PlotPoint, TimeStep, ValueFormat } from './plot';
import { timeAxis } from './time-axis';
import { dataIndexOf } from './time-bars';

/** More lines than this and their ends are too close to be named there. */
const NAMED_AT_END = 4;

export interface LineSeries {
  readonly key: Category;
  readonly name: string;
  /** Aligned with `steps`; null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** `limit` is thin and dashed, `centre` thinner, `context` grey; the rest takes its category's colour. */
  readonly role?: 'limit' | 'centre' | 'context';
}

export interface LinesInput {
  readonly steps: readonly TimeStep[];
  readonly series: readonly LineSeries[];
  readonly unit: string;
  readonly format: ValueFormat;
  readonly style: ChartStyle;
}

/** Lines over time from zero, each named at its end, many of them in a list beside; provisional points are hollow. */
export function lines(input: LinesInput): Plot {
  const { steps, series, style } = input;
  const base = frame(style);
  const own = series.filter(({ role }) => role === undefined);
  const colours = categoryColours(
    own.map(({ key }) => key),
    style.scheme,
  );
  return {
    option: {
      ...base,
      grid: { ...base.grid, right: NAMES_ROOM },
      ...(series.length > NAMED_AT_END
        ? {
            legend: names(
              series.map(({ name }) => name),
              style,
            ),
          }
        : {}),
      xAxis: {
        ...timeAxis(steps, style),
        boundaryGap: false,
      },
      yAxis: valueAxis(input.unit, input.format, style),
      tooltip: {
        ...base.tooltip,
        trigger: 'axis',
        formatter: (params: unknown) => tooltip(input, dataIndexOf(params)),
      },
      series: series.map((one, at) => lineSeries(one, at, colourOf(one, colours, style), input)),
    },
    points: pointsOf(input),
  };
}

/** A line that stands alone is the point of the chart, whatever its name. */
function colourOf(one: LineSeries, colours: ReadonlyMap<Category, string>, { tokens }: ChartStyle): string {
  if (one.role === 'context') return tokens.context;
  if (one.role !== undefined) return tokens.lineStrong;
  return (colours.size > 1 && colours.get(one.key)) || tokens.accent;
}

function lineSeries(one: LineSeries, at: number, colour: string, { steps, series, style }: LinesInput) {
  const { tokens } = style;
  const data = one.role === undefined || one.role === 'context';
  const width = { limit: 1, centre: 0.75, context: 1.25, own: 2 }[one.role ?? 'own'];
  return {
    type: 'line' as const,
    name: one.name,
    silent: !data,
    showSymbol: data,
    symbol: symbolOf(at, style),
    symbolSize: 6,
    lineStyle: {
      color: colour,
      width,
      type: one.role === 'limit' ? ('dashed' as const) : strokeOf(data ? at : 0, style),
    },
    itemStyle: { color: colour },
    endLabel: {
      show: series.length <= NAMED_AT_END,
      formatter: one.name,
      color: data ? tokens.text : tokens.textDim,
      width: NAMES_ROOM - 16,
      overflow: 'truncate' as const,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: one.values.map((value, at) =>
      steps[at]?.provisional && data
        ? { value, itemStyle: { color: tokens.surface, borderColor: colour, borderWidth: 1.5 } }
        : { value },
    ),
  };
}

function tooltip({ steps, series, format, unit }: LinesInput, at: number): string {
  const step = steps[at];
  if (step === undefined) return '';
  const values = series.map(({ name, values }) => `${name}  ${format(values[at] ?? null)} ${unit}`);
  return textLines(step.label, ...values, ...(step.detail ?? []));
}

function pointsOf({ steps, series, format }: LinesInput): PlotPoint[] {
  return steps.flatMap((step, index) =>
    series.flatMap((one, at) =>
      one.role === undefined
        ? [
            {
              series: at,
              index,
              key: step.key,
              group: one.key,
              label: `${step.label} · ${one.name} · ${format(one.values[index] ?? null)}`,
            },
          ]
        : [],
    ),
  );
}
