/** Heights of the figures' contents in pixels, kept in every state so that nothing jumps. */
export const HEIGHTS = { time: 280, pareto: 380, heat: 380, panel: 236 } as const;

/** Bars of a panel before the rest is lumped together. */
export const PANEL_TOP = 8;
/** Bars of the Pareto chart before the rest is lumped together. */
export const PARETO_TOP = 15;

/** Height of a heat map with so many rows: a few rows stay rows. */
export function heatHeight(rows: number): number {
  return Math.min(HEIGHTS.heat, 72 + rows * 28);
}
