import { OTHER } from '../palette';
import { categoryAxis, frame, halo, lines, valueAxis } from './frame';
import type { ChartStyle, Plot, RankedItem, ValueFormat } from './plot';
import { dataIndexOf } from './time-bars';
import { topItems } from './top';

/** More bars than this and their names stand aslant. */
const UPRIGHT = 7;
/** More than this and they stand steeper. */
const CROWDED = 12;

export interface ParetoInput {
  readonly items: readonly RankedItem[];
  /** Sum over everything, also over what `items` leaves out; the cumulative line reaches 100 % at it. */
  readonly total: number;
  /** Bars before the rest becomes "Other". */
  readonly top?: number;
  /** How many of the largest are the vital few; the others step back to grey. */
  readonly vital?: number;
  readonly otherLabel: (count: number) => string;
  readonly unit: string;
  readonly format: ValueFormat;
  /** A share 0 to 1 as per cent. */
  readonly percent: (share: number) => string;
  readonly cumulativeLabel: string;
  readonly style: ChartStyle;
}

/** Bars from the largest down with the line of their cumulative share; "Other" last and grey. For values that add up. */
export function pareto(input: ParetoInput): Plot {
  const { style, format, percent } = input;
  const { tokens } = style;
  const base = frame(style);
  const items = topItems(input.items, input.top ?? 12, input.otherLabel, true);
  const shares = cumulative(items, input.total);
  const axis = categoryAxis(
    items.map(({ label }) => label),
    style,
    14,
  );
  return {
    option: {
      ...base,
      xAxis: {
        ...axis,
        axisLabel: {
          ...axis.axisLabel,
          interval: 0,
          hideOverlap: false,
          rotate: items.length > CROWDED ? 55 : items.length > UPRIGHT ? 32 : 0,
        },
      },
      yAxis: [
        valueAxis(input.unit, format, style),
        {
          ...valueAxis('', percent, style),
          max: 1,
          interval: 0.25,
          splitLine: { show: false },
        },
      ],
      tooltip: {
        ...base.tooltip,
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (params: unknown) => {
          const at = dataIndexOf(params);
          const item = items[at];
          return item === undefined
            ? ''
            : lines(
                item.label,
                `${format(item.value)} ${input.unit}`,
                `${input.cumulativeLabel} ${percent(shares[at] ?? 0)}`,
                ...(item.detail ?? []),
              );
        },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 56,
          data: items.map((item, at) => ({
            value: item.value,
            itemStyle: { color: isVital(item, at, input) ? tokens.accent : tokens.context },
          })),
        },
        {
          type: 'line',
          name: input.cumulativeLabel,
          yAxisIndex: 1,
          silent: true,
          clip: false,
          symbolSize: 5,
          lineStyle: { color: tokens.lineStrong, width: 1.25 },
          itemStyle: { color: tokens.lineStrong },
          data: shares,
        },
        {
          // The values once more, unseen: labels stand at the height of their bars, and the line has to pass behind them.
          type: 'bar',
          silent: true,
          z: 4,
          barGap: '-100%',
          barMaxWidth: 56,
          itemStyle: { color: 'transparent' },
          data: items.map(({ value }) => value),
          label: {
            show: true,
            position: 'top',
            minMargin: 6,
            fontSize: items.length > CROWDED ? 11 : 12,
            ...halo(style),
            formatter: ({ value }) => format(Number(value)),
          },
          labelLayout: { hideOverlap: true },
        },
      ],
    },
    points: items.map((item, index) => ({
      series: 0,
      index,
      key: item.key,
      label: `${item.label} · ${format(item.value)} · ${input.cumulativeLabel} ${percent(shares[index] ?? 0)}`,
    })),
  };
}

function isVital({ key }: RankedItem, at: number, { vital }: ParetoInput): boolean {
  return key !== OTHER && key !== null && (vital === undefined || at < vital);
}

function cumulative(items: readonly RankedItem[], total: number): number[] {
  let sum = 0;
  return items.map((item) => {
    sum += item.value ?? 0;
    return total === 0 ? 0 : sum / total;
  });
}
