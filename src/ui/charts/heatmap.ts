import { readableOn } from '../contrast';
import { type Category, sequentialColour } from '../palette';
import { SEQUENTIAL } from '../tokens';
import { categoryAxis, frame, LABELS_INSIDE, lines } from './frame';
import type { ChartStyle, Plot, PlotPoint, ValueFormat } from './plot';

/** More columns than this and the cells are too small for their value. */
const WRITTEN = 16;
/** More columns than this and their names stand aslant. */
const UPRIGHT = 5;

export interface HeatmapSide {
  readonly key: Category;
  readonly label: string;
}

export interface HeatmapCell {
  /** Position in `xs` and `ys`. */
  readonly x: number;
  readonly y: number;
  readonly value: number | null;
  readonly detail?: readonly string[];
}

export interface HeatmapInput {
  readonly xs: readonly HeatmapSide[];
  readonly ys: readonly HeatmapSide[];
  /** Cells not listed are empty. */
  readonly cells: readonly HeatmapCell[];
  readonly unit: string;
  readonly format: ValueFormat;
  readonly style: ChartStyle;
}

/** Two categories against each other in a single hue from zero, the value written where the cell has room. */
export function heatmap(input: HeatmapInput): Plot {
  const { xs, ys, style, format, unit } = input;
  const base = frame(style);
  const cells = input.cells.filter(({ value }) => value !== null).sort((a, b) => a.y - b.y || a.x - b.x);
  const most = Math.max(0, ...cells.map(({ value }) => value ?? 0)) || 1;
  const written = xs.length <= WRITTEN;
  const xAxis = categoryAxis(
    xs.map(({ label }) => label),
    style,
    12,
  );
  const yAxis = categoryAxis(
    ys.map(({ label }) => label),
    style,
    20,
  );
  return {
    option: {
      ...base,
      grid: { left: 4, right: 8, top: 8, bottom: 4, ...LABELS_INSIDE },
      xAxis: {
        ...xAxis,
        axisLine: { show: false },
        axisLabel: { ...xAxis.axisLabel, interval: 0, rotate: xs.length > UPRIGHT ? 32 : 0 },
      },
      yAxis: { ...yAxis, inverse: true, axisLine: { show: false }, axisLabel: { ...yAxis.axisLabel, interval: 0 } },
      visualMap: { show: false, min: 0, max: most, inRange: { color: [...SEQUENTIAL[style.scheme]] } },
      tooltip: {
        ...base.tooltip,
        trigger: 'item',
        formatter: (params: unknown) => {
          const cell = cells[(params as { dataIndex: number }).dataIndex];
          if (cell === undefined) return '';
          const named = lines(ys[cell.y]?.label, xs[cell.x]?.label);
          return lines(named, `${format(cell.value)} ${unit}`, ...(cell.detail ?? []));
        },
      },
      series: [
        {
          type: 'heatmap',
          labelLayout: { hideOverlap: true },
          itemStyle: { borderColor: style.tokens.surface, borderWidth: 1 },
          data: cells.map(({ x, y, value }) => ({
            value: [x, y, value ?? 0],
            label: {
              show: written,
              fontSize: 11,
              color: readableOn(sequentialColour((value ?? 0) / most, style.scheme), ['#10161a', '#ffffff']),
              formatter: format(value),
            },
          })),
        },
      ],
    },
    points: cells.map(({ x, y, value }, index): PlotPoint => {
      const [across, down] = [xs[x], ys[y]];
      return {
        series: 0,
        index,
        key: across?.key ?? null,
        group: down?.key ?? null,
        label: `${down?.label} · ${across?.label} · ${format(value)} ${unit}`,
      };
    }),
  };
}
