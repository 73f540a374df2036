import { categoryColours } from '../palette';
import { frame, NAMES_ROOM, lines as textLines, valueAxis } from './frame';
import { strokeOf, symbolOf } from './patterns';
import type { ChartStyle, Plot, PlotPoint, ValueFormat } from './plot';

/** More points than this and their marks would be the line. */
const MARKED = 48;

export interface AgePlace {
  /** Where on the axis: months or days. */
  readonly age: number;
  readonly value: number;
  /** Rests on a part of the units only: drawn dashed. */
  readonly unsure?: boolean;
  /** The age in words. */
  readonly label: string;
  /** Further lines of the tooltip. */
  readonly detail?: readonly string[];
}

export interface AgeLine {
  readonly key: string;
  /** Stands at its end; empty for none. */
  readonly name: string;
  /** By age. */
  readonly points: readonly AgePlace[];
  /** `limit` is thin and dashed, `context` grey; the rest takes the accent when it is alone, else its category's colour. */
  readonly role?: 'limit' | 'context';
  /** Holds its value until the next point. */
  readonly stepped?: boolean;
}

export interface AgeLinesInput {
  readonly lines: readonly AgeLine[];
  /** What the axis below counts. */
  readonly axis: string;
  readonly unit: string;
  /** End of the axis of values, where there is one: 100 of a share in per cent that gets there. */
  readonly most?: number;
  readonly format: ValueFormat;
  readonly style: ChartStyle;
}

/** A part of a line that is drawn in one way. */
interface Piece {
  readonly line: AgeLine;
  readonly at: number;
  readonly points: readonly AgePlace[];
  readonly dashed: boolean;
  /** Points at its beginning that end the piece before. */
  readonly joined: number;
  readonly last: boolean;
}

/** Lines over age from zero, each named at its end; from where not all units are that old they are dashed. */
export function ageLines(input: AgeLinesInput): Plot {
  const { lines, style, unit, format } = input;
  const { tokens } = style;
  const base = frame(style);
  const pieces = lines.flatMap(piecesOf);
  const own = lines.filter(({ role }) => role === undefined).map(({ key }) => key);
  const colours = categoryColours(own, style.scheme);
  const colourOf = ({ key, role }: AgeLine) => {
    if (role !== undefined) return role === 'context' ? tokens.context : tokens.lineStrong;
    return (own.length > 1 && colours.get(key)) || tokens.accent;
  };
  return {
    option: {
      ...base,
      grid: { ...base.grid, right: NAMES_ROOM, bottom: 28 },
      xAxis: {
        type: 'value',
        min: 0,
        minInterval: 1,
        name: input.axis,
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { color: tokens.textDim },
        axisLine: { show: true, lineStyle: { color: tokens.line } },
        axisLabel: { color: tokens.textDim },
        splitLine: { show: false },
      },
      yAxis: {
        ...valueAxis(unit, format, style),
        ...(input.most === undefined ? {} : { max: input.most, interval: input.most / 4 }),
      },
      tooltip: {
        ...base.tooltip,
        trigger: 'item',
        formatter: (params: unknown) => {
          const { seriesIndex = -1, dataIndex = -1 } = params as { seriesIndex?: number; dataIndex?: number };
          const piece = pieces[seriesIndex];
          const point = piece?.points[dataIndex];
          if (piece === undefined || point === undefined) return '';
          return textLines(piece.line.name, point.label, `${format(point.value)} ${unit}`, ...(point.detail ?? []));
        },
      },
      series: pieces.map((piece) => seriesOf(piece, colourOf(piece.line), style)),
    },
    points: pieces.flatMap((piece, series) => pointsOf(piece, series, input)),
  };
}

/** What all units have lived, and what follows. */
function piecesOf(line: AgeLine, at: number): Piece[] {
  const { points } = line;
  const found = points.findIndex(({ unsure }) => unsure === true);
  const sure = found === -1 ? points.length : found;
  const joined = Math.min(1, sure);
  const pieces = [
    { points: points.slice(0, sure), dashed: false, joined: 0 },
    { points: points.slice(sure - joined), dashed: true, joined },
  ].filter((piece) => piece.points.length > piece.joined);
  return pieces.map((piece, order) => ({ ...piece, line, at, last: order === pieces.length - 1 }));
}

function seriesOf({ line, at, points, dashed, last }: Piece, colour: string, style: ChartStyle) {
  const limit = line.role === 'limit';
  return {
    type: 'line' as const,
    name: line.name,
    silent: limit,
    showSymbol: !limit && points.length <= MARKED,
    symbol: symbolOf(at, style),
    symbolSize: line.role === 'context' ? 4 : 6,
    ...(line.stepped === true ? { step: 'end' as const } : {}),
    lineStyle: {
      color: colour,
      width: limit ? 1 : line.role === 'context' ? 1.25 : 2,
      type: dashed || limit ? ('dashed' as const) : strokeOf(at, style),
    },
    itemStyle: dashed ? { color: style.tokens.surface, borderColor: colour, borderWidth: 1.5 } : { color: colour },
    endLabel: {
      show: last && line.name !== '' && !limit,
      formatter: line.name,
      color: style.tokens.text,
      width: NAMES_ROOM - 16,
      overflow: 'truncate' as const,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: points.map(({ age, value }) => [age, value]),
  };
}

function pointsOf({ line, points, joined }: Piece, series: number, { format, unit }: AgeLinesInput): PlotPoint[] {
  if (line.role === 'limit') return [];
  return points.slice(joined).map((point, at) => ({
    series,
    index: at + joined,
    key: String(point.age),
    group: line.key,
    label: textLines(line.name, point.label, `${format(point.value)} ${unit}`, ...(point.detail ?? [])).replaceAll(
      '\n',
      ' · ',
    ),
  }));
}
