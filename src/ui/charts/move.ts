import type { PlotPoint } from './plot';

/**
 * The point that an arrow key leads to: ← → stay in the series or row, ↑ ↓ in the period or column; where a chart has
 * only one of them, all four walk the list. Undefined for other keys; at an end the point stays.
 */
export function movePoint(points: readonly PlotPoint[], at: number, key: string): number | undefined {
  if (points.length === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return points.length - 1;
  const direction = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (direction === undefined) return undefined;
  const here = points[at];
  if (here === undefined) return 0;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const flat = points.every(({ group }) => group === undefined);
  const alike = (point: PlotPoint) => flat || (sideways ? point.group === here.group : point.key === here.key);
  for (let next = at + direction; next >= 0 && next < points.length; next += direction)
    if (alike(points[next] as PlotPoint)) return next;
  return at;
}
