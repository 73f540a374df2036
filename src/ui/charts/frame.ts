import type { LegendComponentOption } from 'echarts/components';
import { clipApart } from './clip';
import type { ChartOption, ChartStyle } from './plot';

/** Pixels between the pointer and its tooltip. */
const POINTER = 16;

/** Beyond the highest value, so that its label is clear of the axis name. */
const ROOM_ABOVE: [number, string] = [0, '8%'];

/** Axis labels stay within the margins. */
export const LABELS_INSIDE = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

/** What every chart has in common: type, tooltip, motion, margins that hold their labels. */
export function frame({ tokens, fontFamily }: ChartStyle) {
  return {
    textStyle: { fontFamily, fontSize: 12, color: tokens.text },
    // Bars that move cost frames of their own, and the figures should simply be there.
    animation: false,
    aria: { enabled: false },
    grid: { left: 8, right: 16, top: 28, bottom: 8, ...LABELS_INSIDE },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      position: besidePointer,
      transitionDuration: 0,
      backgroundColor: tokens.raised,
      borderColor: tokens.line,
      textStyle: { fontFamily, fontSize: 12, color: tokens.text },
    },
  } satisfies ChartOption;
}

/**
 * Right of the pointer, left of it, else above or below, never under it: the tooltip is a shape of the chart and would
 * take the click.
 */
export function besidePointer(
  [x, y]: [number, number],
  _params: unknown,
  _element: unknown,
  _target: unknown,
  { contentSize: [width, height], viewSize }: { contentSize: [number, number]; viewSize: [number, number] },
): [number, number] {
  const [viewWidth, viewHeight] = viewSize;
  const level = Math.max(0, Math.min(y - height / 2, viewHeight - height));
  if (x + POINTER + width <= viewWidth) return [x + POINTER, level];
  if (x - POINTER - width >= 0) return [x - POINTER - width, level];
  const above = y - POINTER - height;
  return [Math.max(0, Math.min(x - width / 2, viewWidth - width)), above >= 0 ? above : y + POINTER];
}

/** An axis of categories: no ticks, hairline, labels clipped to `units` half-widths in a way that keeps them apart. */
export function categoryAxis(labels: readonly string[], { tokens }: ChartStyle, units: number) {
  const clipped = clipApart(labels, units);
  return {
    type: 'category',
    data: labels.map((_, at) => String(at)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: tokens.line } },
    axisLabel: {
      color: tokens.textDim,
      hideOverlap: true,
      formatter: (at: string) => clipped[Number(at)] ?? '',
    },
  } as const;
}

/** An axis of values from zero, with its unit as name and hairlines across the chart. */
export function valueAxis(unit: string, format: (value: number) => string, { tokens }: ChartStyle) {
  return {
    type: 'value',
    min: 0,
    name: unit,
    nameLocation: 'end',
    nameTextStyle: { color: tokens.textDim, align: 'left' },
    splitNumber: 4,
    // Where halves are not written, steps of a half would be written twice.
    minInterval: format(1.5) === format(2) ? 1 : 0,
    boundaryGap: ROOM_ABOVE,
    axisLabel: { color: tokens.textDim, formatter: format },
    splitLine: { lineStyle: { color: tokens.line } },
  } as const;
}

/** Text that lines may pass behind. */
export function halo({ tokens }: ChartStyle) {
  return { color: tokens.text, textBorderColor: tokens.surface, textBorderWidth: 3 };
}

/** Tooltip text: lines one under the other; what is blank is left out. */
export function lines(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n');
}

/** Room at the right for `names`. */
export const NAMES_ROOM = 136;

/** The names of series at the right, from the top down: where the ends of bars or lines are too close to be named one by one. */
export function names(series: readonly string[], { tokens }: ChartStyle): LegendComponentOption {
  return {
    orient: 'vertical',
    right: 0,
    top: 'middle',
    selectedMode: false,
    icon: 'roundRect',
    itemWidth: 10,
    itemHeight: 10,
    itemGap: 8,
    data: [...series],
    textStyle: { color: tokens.text, fontSize: 12, width: NAMES_ROOM - 36, overflow: 'truncate' },
  };
}

/** Fill of what is not final: the colour, hatched with the ground it stands on. */
export function hatched(colour: string, { tokens }: ChartStyle) {
  return {
    color: colour,
    borderColor: colour,
    borderWidth: 1,
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: tokens.surface },
  };
}
