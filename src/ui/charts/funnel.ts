import { clip } from './clip';
import { frame, halo, lines as textLines, valueAxis } from './frame';
import type { ChartStyle, Plot, PlotPoint, ValueFormat } from './plot';

/** A value of a dimension in a funnel. */
export interface FunnelDot {
  readonly key: string;
  readonly label: string;
  /** Expected count, above 0. */
  readonly expected: number;
  /** Count ÷ expected. */
  readonly ratio: number;
  readonly detail: readonly string[];
  /** `open` is what the text is about; both it and `notable` ones are named. */
  readonly role: 'open' | 'notable' | 'plain';
}

/** Limits of the ratio at an expected count. */
interface Limit {
  readonly expected: number;
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

export interface FunnelInput {
  readonly dots: readonly FunnelDot[];
  /** Rising `expected`. */
  readonly limits: readonly Limit[];
  readonly names: {
    readonly expected: string;
    readonly ratio: string;
    readonly centre: string;
    readonly limit95: string;
    readonly limit998: string;
  };
  readonly format: ValueFormat;
  /** Of expected counts on the axis. */
  readonly formatExpected: (value: number) => string;
  readonly style: ChartStyle;
}

/** Least height of the scale in times of what is expected. */
const LEAST = 3;
/** Expected counts from which on limits are drawn in full. */
const FULL = 3;
/** Half-width units of a point's name. */
const NAMED = 24;
const LIMIT_ROOM = 84;
/** Decades that the axis can name in steps of 1, 2, 5. */
const FINE = 2.2;

/**
 * Funnel plot: ratio to expectation against expectation, on a logarithmic axis, between limits that narrow as counts grow. The scale reaches
 * to the highest point that stands for something; what is small and higher still is drawn at its top as a triangle.
 */
export function funnel(input: FunnelInput): Plot {
  const { style, names, format, formatExpected } = input;
  const { tokens } = style;
  const base = frame(style);
  const top = topOf(input);
  const ratios = valueAxis(names.ratio, (value) => format(value), style);
  const plain = input.dots.filter(({ role }) => role === 'plain');
  const notable = input.dots.filter(({ role }) => role !== 'plain');
  const logs = input.dots.map(({ expected }) => Math.log10(expected));
  const least = logs.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = logs.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  const margin = Math.max(0.02, (most - least) * 0.04);
  const [from, until] = [least - margin, most + margin];
  const steps = stepsBetween(from, until);
  const dotSeries = (dots: readonly FunnelDot[]) => ({
    type: 'line' as const,
    showSymbol: true,
    showAllSymbol: true,
    lineStyle: { opacity: 0 },
    data: dots.map((dot) => dotOf(dot, top, style)),
    labelLayout: { hideOverlap: true },
  });
  const limitSeries = (name: string, at: (limit: Limit) => number, strong: boolean, named: boolean) => ({
    type: 'line' as const,
    name,
    silent: true,
    showSymbol: false,
    symbol: 'none',
    lineStyle: { color: tokens.lineStrong, width: 1, type: strong ? ('solid' as const) : ('dashed' as const) },
    itemStyle: { color: tokens.lineStrong },
    endLabel: { show: named, formatter: name, color: tokens.textDim },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: input.limits.map((limit) => [Math.log10(limit.expected), at(limit)]),
  });
  return {
    option: {
      ...base,
      grid: { ...base.grid, right: LIMIT_ROOM, bottom: 26 },
      xAxis: {
        type: 'value',
        min: from,
        max: until,
        name: names.expected,
        nameLocation: 'middle',
        nameGap: 24,
        nameTextStyle: { color: tokens.textDim },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLine: { onZero: false, lineStyle: { color: tokens.line } },
        axisLabel: {
          color: tokens.textDim,
          customValues: steps.length > 1 ? steps : [least, most],
          formatter: (value: number) => formatExpected(10 ** value),
        },
      },
      yAxis: {
        ...ratios,
        max: top,
        boundaryGap: [0, 0],
        axisLine: { show: false, onZero: false },
        axisTick: { show: false },
        axisLabel: { ...ratios.axisLabel, showMaxLabel: false },
      },
      tooltip: {
        ...base.tooltip,
        trigger: 'item',
        formatter: (params: unknown) => tooltip([plain, notable], params, input),
      },
      series: [
        dotSeries(plain),
        dotSeries(notable),
        limitSeries(names.limit95, ({ high95 }) => high95, false, true),
        limitSeries(names.limit95, ({ low95 }) => low95, false, false),
        limitSeries(names.limit998, ({ high998 }) => high998, true, true),
        limitSeries(names.limit998, ({ low998 }) => low998, true, false),
        {
          ...limitSeries(names.centre, () => 1, true, true),
          lineStyle: { color: tokens.lineStrong, width: 0.75, type: 'solid' as const },
        },
      ],
    },
    points: [...pointsOf(notable, 1, input), ...pointsOf(plain, 0, input)],
  };
}

/** High enough for whatever stands for something, and for the limits of all but the smallest. */
function topOf({ dots, limits }: FunnelInput): number {
  const full = limits.find(({ expected }) => expected >= FULL) ?? limits.at(-1);
  const shown = dots.filter(({ role }) => role !== 'plain').map(({ ratio }) => ratio * 1.12);
  return [full?.high998 ?? 0, ...shown].reduce((most, value) => Math.max(most, value), LEAST);
}

function dotOf({ label, expected, ratio, role }: FunnelDot, top: number, style: ChartStyle) {
  const { tokens } = style;
  const colour = role === 'plain' ? tokens.context : tokens.accent;
  const symbol = ratio > top ? 'triangle' : role === 'plain' ? 'circle' : 'diamond';
  return {
    value: [Math.log10(expected), Math.min(ratio, top)],
    symbol,
    symbolSize: role === 'open' ? 15 : role === 'notable' ? 10 : 6,
    itemStyle:
      role === 'plain'
        ? { color: tokens.surface, borderColor: colour, borderWidth: 1 }
        : { color: colour, borderColor: role === 'open' ? tokens.text : colour, borderWidth: 1 },
    label: {
      show: role !== 'plain',
      position: 'top' as const,
      formatter: clip(label, NAMED),
      fontWeight: role === 'open' ? ('bold' as const) : ('normal' as const),
      ...halo(style),
    },
  };
}

/** Decimal logarithms of round numbers. */
function stepsBetween(from: number, until: number): number[] {
  const parts = until - from > FINE ? [1] : [1, 2, 5];
  const steps: number[] = [];
  for (let decade = Math.floor(from); decade <= until; decade += 1)
    for (const part of parts) steps.push(decade + Math.log10(part));
  return steps.filter((step) => step >= from && step <= until);
}

function wordsOf({ label, ratio, detail }: FunnelDot, { names, format }: FunnelInput): string {
  return textLines(label, `${names.ratio} ${format(ratio)}`, ...detail);
}

function tooltip(series: readonly (readonly FunnelDot[])[], params: unknown, input: FunnelInput): string {
  if (typeof params !== 'object' || params === null || !('dataIndex' in params) || !('seriesIndex' in params))
    return '';
  const dot = series[Number(params.seriesIndex)]?.[Number(params.dataIndex)];
  return dot === undefined ? '' : wordsOf(dot, input);
}

function pointsOf(dots: readonly FunnelDot[], series: number, input: FunnelInput): PlotPoint[] {
  return dots.map((dot, index) => ({
    series,
    index,
    key: dot.key,
    label: wordsOf(dot, input).replaceAll('\n', ' · '),
  }));
}
