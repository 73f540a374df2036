import { frame, halo, NAMES_ROOM, lines as textLines, valueAxis } from './frame';
import type { ChartStyle, Plot, TimeStep, ValueFormat } from './plot';
import { timeAxis } from './time-axis';
import { dataIndexOf } from './time-bars';

/** What a point says; `more` and `fewer` are neither good nor bad; `signal` is part of a pattern that has no side; `excluded` takes no part in limits and rules. */
export type PointMark = 'ordinary' | 'worse' | 'better' | 'more' | 'fewer' | 'signal' | 'excluded';

/** A point of a control chart, with the limits that hold for it alone. */
export interface ControlStep extends TimeStep {
  /** Null leaves a gap. */
  readonly value: number | null;
  readonly center: number | null;
  readonly upper: number | null;
  readonly lower: number | null;
  /** Place of its phase: limits of one phase are not joined to those of the next. */
  readonly phase: number;
  readonly mark: PointMark;
}

/** A line to compare with, aligned with the points. */
export interface ContextLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** A limit holds for a point as a whole, so that it is drawn in steps. */
  readonly stepped?: boolean;
}

export interface ControlChartInput {
  readonly steps: readonly ControlStep[];
  /** Places of the first and last point of each stretch that limits were taken from. */
  readonly baselines: readonly (readonly [first: number, last: number])[];
  /** Places where a new phase begins. */
  readonly begins: readonly number[];
  readonly context: readonly ContextLine[];
  readonly names: Readonly<Record<'value' | 'center' | 'upper' | 'lower' | 'baseline', string>>;
  /** Of the n-th phase, from 1. */
  readonly phaseName: (number: number) => string;
  readonly unit: string;
  readonly format: ValueFormat;
  /** Writes centre and limits, which of counts have decimals. */
  readonly formatLimit: ValueFormat;
  readonly style: ChartStyle;
}

const SIZES: Partial<Record<PointMark, number>> = { ordinary: 6, excluded: 7 };
const SIGNAL_SIZE = 11;
const ROLES = ['upper', 'center', 'lower'] as const;
/** Limits further above everything else than this are cut off: one period with hardly any units would flatten the rest. */
const FAR = 1.6;

/** Control chart: points, joined; their limits in steps, thin, the centre thinner; patterns by shape and colour, what is provisional hollow. */
export function controlChart(input: ControlChartInput): Plot {
  const { steps, style, unit, format, names } = input;
  const base = frame(style);
  const phases = [...new Set(steps.map(({ phase }) => phase))].sort((a, b) => a - b);
  const { min, max } = scaleOf(input);
  return {
    option: {
      ...base,
      grid: { ...base.grid, right: NAMES_ROOM },
      xAxis: timeAxis(steps, style),
      yAxis: { ...valueAxis(unit, format, style), min, max },
      tooltip: {
        ...base.tooltip,
        trigger: 'axis',
        formatter: (params: unknown) => told(input, dataIndexOf(params)),
      },
      series: [
        pointSeries(input),
        ...phases.flatMap((phase) => ROLES.map((role) => limitSeries(input, phase, role, phase === phases.at(-1)))),
        ...input.context.map((line) => contextSeries(line, style)),
      ],
    },
    points: steps.flatMap(({ key, value }, index) =>
      value === null ? [] : [{ series: 0, index, key, label: told(input, index).replaceAll('\n', ' · ') }],
    ),
  };

  function told({ steps }: ControlChartInput, at: number): string {
    const step = steps[at];
    if (step === undefined) return '';
    return textLines(step.label, `${names.value}  ${format(step.value)} ${unit}`, ...(step.detail ?? []));
  }
}

function pointSeries({ steps, names, style, baselines, begins, phaseName }: ControlChartInput) {
  const { tokens } = style;
  return {
    type: 'line' as const,
    name: names.value,
    z: 4,
    showSymbol: true,
    showAllSymbol: true,
    lineStyle: { color: tokens.accent, width: 1.5 },
    data: steps.map(({ value, mark }) => ({ value, ...looksOf(mark, style) })),
    markArea: {
      silent: true,
      itemStyle: { color: tokens.accentSoft, opacity: 0.6 },
      label: { position: 'insideTopLeft' as const, color: tokens.textDim, formatter: names.baseline },
      data: baselines.map(([first, last]): [{ xAxis: string }, { xAxis: string }] => [
        { xAxis: String(first) },
        { xAxis: String(last) },
      ]),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: tokens.lineStrong, width: 1, type: 'dotted' as const },
      data: begins.map((at, index) => ({
        xAxis: String(at),
        label: { formatter: phaseName(index + 2), position: 'insideEndTop' as const, rotate: 0, ...halo(style) },
      })),
    },
  };
}

function looksOf(mark: PointMark, { tokens }: ChartStyle) {
  const colour =
    { worse: tokens.worse, better: tokens.better, more: tokens.text, fewer: tokens.text, signal: tokens.text }[
      mark as string
    ] ?? tokens.accent;
  const hollow = { color: tokens.surface, borderColor: colour, borderWidth: 1.5, borderType: 'dashed' as const };
  return {
    symbol:
      { worse: 'triangle', better: 'triangle', more: 'triangle', fewer: 'triangle', signal: 'diamond' }[
        mark as string
      ] ?? 'circle',
    symbolRotate: mark === 'better' || mark === 'fewer' ? 180 : 0,
    symbolSize: SIZES[mark] ?? SIGNAL_SIZE,
    itemStyle: mark === 'excluded' ? hollow : { color: colour },
  };
}

function limitSeries(
  { steps, names, formatLimit, style }: ControlChartInput,
  phase: number,
  role: (typeof ROLES)[number],
  named: boolean,
) {
  const { tokens } = style;
  const values = steps.map((step) => (step.phase === phase ? step[role] : null));
  const last = values.findLast((value) => value !== null) ?? null;
  const alone = values.filter((value) => value !== null).length === 1;
  return {
    type: 'line' as const,
    name: names[role],
    silent: true,
    // A phase of one point has no line yet, so that a dash stands for it.
    showSymbol: alone,
    symbol: alone ? 'rect' : 'none',
    symbolSize: [14, 1],
    step: 'middle' as const,
    lineStyle: {
      color: tokens.lineStrong,
      width: role === 'center' ? 0.75 : 1,
      type: role === 'center' ? ('solid' as const) : ('dashed' as const),
    },
    itemStyle: { color: tokens.lineStrong },
    endLabel: {
      show: named && last !== null,
      formatter: `${names[role]} ${formatLimit(last)}`,
      color: tokens.textDim,
      width: NAMES_ROOM - 16,
      overflow: 'truncate' as const,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: values,
  };
}

function contextSeries({ name, values, stepped = false }: ContextLine, { tokens }: ChartStyle) {
  return {
    type: 'line' as const,
    name,
    silent: true,
    showSymbol: false,
    symbol: 'none',
    ...(stepped && { step: 'middle' as const }),
    lineStyle: { color: tokens.context, width: 1.25, type: 'dotted' as const },
    itemStyle: { color: tokens.context },
    endLabel: {
      show: true,
      formatter: name,
      color: tokens.textDim,
      width: NAMES_ROOM - 16,
      overflow: 'truncate' as const,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: [...values],
  };
}

/** From zero, or below where an amount is; high enough for every point, and for limits unless they are far off. */
function scaleOf({ steps, context }: ControlChartInput): { readonly min?: number; readonly max?: number } {
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  const values = known(steps.map(({ value }) => value));
  const uppers = known(steps.map(({ upper }) => upper)).sort((a, b) => a - b);
  const usual = uppers[Math.floor(uppers.length * 0.75)] ?? 0;
  const others = context.flatMap((line) => (line.stepped ? [] : known(line.values)));
  const top = [usual, ...values, ...others].reduce((most, value) => Math.max(most, value), 0);
  const highest = uppers.at(-1) ?? 0;
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  return { ...(low < 0 ? {} : { min: 0 }), ...(top > 0 && highest > top * FAR ? { max: roundUp(top * 1.1) } : {}) };
}

/** To two figures, so that the axis ends on a number that can be read. */
function roundUp(value: number): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / step) * step).toPrecision(3));
}
