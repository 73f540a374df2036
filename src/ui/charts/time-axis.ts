import { categoryAxis } from './frame';
import type { ChartStyle, TimeStep } from './plot';

/** Names of steps that a chart has room for. */
const NAMES = 14;
/** Half-width units of a name; a week's is the longest. */
const UNITS = 16;
/** Months from one name to the next. */
const STRIDES = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** An axis of time steps. Of many months those are named that begin a quarter, a half-year, a year, five years. */
export function timeAxis(steps: readonly TimeStep[], style: ChartStyle) {
  const axis = categoryAxis(
    steps.map(({ label }) => label),
    style,
    UNITS,
  );
  const stride = strideOf(steps);
  if (stride === undefined) return axis;
  const interval = (at: number) => monthOf(steps[at]) % stride === 0;
  return { ...axis, axisLabel: { ...axis.axisLabel, interval } };
}

/** Undefined for weeks and days, and for months that are few enough. */
function strideOf(steps: readonly TimeStep[]): number | undefined {
  const [first, second] = steps;
  if (steps.length <= NAMES || !first?.key.endsWith('-01') || monthOf(second) !== monthOf(first) + 1) return undefined;
  return STRIDES.find((stride) => steps.length / stride <= NAMES) ?? STRIDES.at(-1);
}

function monthOf(step: TimeStep | undefined): number {
  return Number(step?.key.slice(0, 4)) * 12 + Number(step?.key.slice(5, 7)) - 1;
}
