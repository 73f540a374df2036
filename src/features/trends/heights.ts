import { breakdownHeight } from '../../ui/charts/breakdown-bars';

/** Heights of the figures' contents in pixels, kept in every state so that nothing jumps. */
export const HEIGHTS = { time: 280, control: 340, pareto: 380, heat: 380 } as const;

/** Bars of a panel before the rest is lumped together. */
export const PANEL_TOP = 8;
/** Bars of the Pareto chart before the rest is lumped together. */
export const PARETO_TOP = 15;

/** Height of a heat map with so many rows: a few rows stay rows. */
export function heatHeight(rows: number): number {
  return Math.min(HEIGHTS.heat, 72 + rows * 28);
}

/** A panel is never lower than this: a single value takes a few lines. */
const LOWEST = 108;

/**
 * Height of a panel whose column has so many values in all the data: however few of them a scope leaves, it stays.
 * @param distinct undefined where that is not known
 */
export function panelHeight(distinct: number = PANEL_TOP): number {
  // Blank takes a bar too.
  return Math.max(LOWEST, breakdownHeight(distinct + 1, PANEL_TOP));
}
