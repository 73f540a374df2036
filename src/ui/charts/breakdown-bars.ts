import { OTHER } from '../palette';
import { clip } from './clip';
import { categoryAxis, frame, LABELS_INSIDE, lines, valueAxis } from './frame';
import type { ChartStyle, Plot, RankedItem, ValueFormat } from './plot';
import { dataIndexOf } from './time-bars';
import { topItems } from './top';

/** Height of one bar with its gap, in pixels. */
const BAR = 24;
const MARGINS = 12;

export interface BreakdownInput {
  readonly items: readonly RankedItem[];
  /** Bars before the rest is lumped together (or left out, when values do not add up). */
  readonly top?: number;
  readonly otherLabel: (count: number) => string;
  /** Counts and money add up; rates do not. */
  readonly additive: boolean;
  readonly unit: string;
  readonly format: ValueFormat;
  /** The item that the text is about; the others step back to grey. */
  readonly highlight?: string | null;
  readonly style: ChartStyle;
}

const TOP = 10;

/** Height that `breakdownBars` needs for so many items. */
export function breakdownHeight(items: number, top = TOP): number {
  return MARGINS + BAR * Math.max(1, items > top + 1 ? top + 1 : items);
}

/** Lying bars from the largest down, each with its value at its end; "Other" and blank grey. */
export function breakdownBars(input: BreakdownInput): Plot {
  const { style, format, unit } = input;
  const { tokens } = style;
  const base = frame(style);
  const items = topItems(input.items, input.top ?? TOP, input.otherLabel, input.additive);
  const axis = categoryAxis(
    items.map(({ label }) => label),
    style,
    22,
  );
  return {
    option: {
      ...base,
      grid: { left: 4, right: 56, top: 4, bottom: 4, ...LABELS_INSIDE },
      xAxis: { ...valueAxis('', format, style), axisLabel: { show: false }, splitLine: { show: false } },
      yAxis: {
        ...axis,
        inverse: true,
        axisLine: { show: false },
        axisLabel: { ...axis.axisLabel, color: tokens.text, interval: 0, hideOverlap: false },
      },
      tooltip: {
        ...base.tooltip,
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (params: unknown) => {
          const item = items[dataIndexOf(params)];
          return item === undefined ? '' : lines(item.label, `${format(item.value)} ${unit}`, ...(item.detail ?? []));
        },
      },
      series: [
        {
          type: 'bar',
          barWidth: 14,
          data: items.map((item) => ({ value: item.value, itemStyle: { color: colourOf(item, input) } })),
          label: {
            show: true,
            position: 'right',
            color: tokens.text,
            formatter: ({ dataIndex }) => format(items[dataIndex]?.value ?? null),
          },
        },
      ],
    },
    points: items.map((item, index) => ({
      series: 0,
      index,
      key: item.key,
      label: `${clip(item.label, 200)} · ${format(item.value)} ${unit}`,
    })),
  };
}

function colourOf(item: RankedItem, { highlight, style }: BreakdownInput): string {
  const aside = item.key === OTHER || item.key === null || (highlight !== undefined && item.key !== highlight);
  return aside ? style.tokens.context : style.tokens.accent;
}
