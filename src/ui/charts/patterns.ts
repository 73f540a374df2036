import type { ChartStyle } from './plot';

const ALL: [number, number] = [1, 0];
const slanted = (angle: number, line: number, gap: number) => ({
  symbol: 'rect',
  dashArrayX: ALL,
  dashArrayY: [line, gap],
  rotation: angle,
});
const scattered = (symbol: string, step: number) => ({
  symbol,
  symbolSize: 0.7,
  dashArrayX: [
    [step, step],
    [0, step, step, 0],
  ],
  dashArrayY: [step, 0],
});

/** Told apart without colour, and none like the fine slant of what is provisional. The first is plain. */
const FILLS = [
  undefined,
  slanted(0, 1.5, 4),
  scattered('circle', 5),
  slanted(Math.PI / 2, 1.5, 4),
  scattered('rect', 6),
  slanted(Math.PI / 4, 2, 7),
  scattered('triangle', 7),
  slanted(Math.PI / 4, 3, 3),
];
const STROKES: readonly ('solid' | number[])[] = ['solid', [7, 3], [2, 2], [9, 3, 2, 3]];
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'];

/** Pattern of the bars of a series on paper, where colours may come out as greys; nothing on screen. */
export function fillOf(at: number, { paper, tokens }: ChartStyle) {
  const fill = paper ? FILLS[at % FILLS.length] : undefined;
  return fill === undefined ? {} : { decal: { ...fill, color: tokens.surface } };
}

/** Dashes of a line on paper; together with its marks eight lines differ. */
export function strokeOf(at: number, { paper }: ChartStyle): 'solid' | number[] {
  return (paper && STROKES[(at + Math.floor(at / SYMBOLS.length)) % STROKES.length]) || 'solid';
}

/** Mark of a line's points on paper. */
export function symbolOf(at: number, { paper }: ChartStyle): string {
  return (paper && SYMBOLS[at % SYMBOLS.length]) || 'circle';
}
