import type { BarSeriesOption, HeatmapSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  AriaComponentOption,
  GridComponentOption,
  LegendComponentOption,
  TooltipComponentOption,
  VisualMapComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Category } from '../palette';
import { type Scheme, TOKENS, type Tokens } from '../tokens';

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | HeatmapSeriesOption
  | AriaComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

/** Something in a chart that can be pointed at. */
export interface PlotPoint {
  /** Where ECharts keeps it. */
  readonly series: number;
  readonly index: number;
  /** The category or first day of the period that it stands for: what a click narrows to. */
  readonly key: Category;
  /** The second category, where a chart has two. */
  readonly group?: Category;
  /** What is read out when the keyboard reaches it. */
  readonly label: string;
}

/** A chart as data: what ECharts draws, and what can be pointed at, in reading order. */
export interface Plot {
  readonly option: ChartOption;
  readonly points: readonly PlotPoint[];
}

/** Looks that every chart of a page shares. */
export interface ChartStyle {
  readonly scheme: Scheme;
  readonly tokens: Tokens;
  readonly fontFamily: string;
  /** Colours may come out as greys: what they tell apart differs in shape or pattern too. */
  readonly paper: boolean;
}

/** The style of a scheme; text is set like the page around it. */
export function chartStyle(scheme: Scheme, fontFamily: string, paper = false): ChartStyle {
  return { scheme, tokens: TOKENS[scheme], fontFamily, paper };
}

/** Writes a value with its decimals; the unit stands on the axis. */
export type ValueFormat = (value: number | null) => string;

/** One step of a time axis. */
export interface TimeStep {
  /** First day, ISO. */
  readonly key: string;
  /** As the axis writes it. */
  readonly label: string;
  /** Not final yet: drawn hatched or hollow. */
  readonly provisional?: boolean;
  /** Further lines of the tooltip: denominator, interval, how many are not judged. */
  readonly detail?: readonly string[];
}

/** One bar of a ranking. */
export interface RankedItem {
  readonly key: Category;
  /** In full; the axis clips it, the tooltip does not. */
  readonly label: string;
  readonly value: number | null;
  readonly detail?: readonly string[];
}
