import { type ControlChart, standardised } from './control-chart';

/** Expected range of two normal values, in standard deviations (tables print 1.128, and so do Minitab and qcc). */
export const D2 = 1.128;
/** Upper limit of a moving range of two, in mean ranges. */
const D4 = 3.267;

/** Distances between neighbours; one fewer than the values. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? Number.NaN)));
}

export interface IndividualsChart extends ControlChart {
  readonly ranges: readonly number[];
  readonly meanRange: number;
  readonly upperRange: number;
  readonly sigma: number;
}

/** Individuals and moving ranges (I-MR): centre ± 3 · mean moving range ÷ 1.128 of the first `baseline` values (all unless given). */
export function individualsChart(values: readonly number[], baseline = values.length): IndividualsChart {
  const base = values.slice(0, baseline);
  const center = base.reduce((sum, value) => sum + value, 0) / base.length;
  const baseRanges = movingRanges(base);
  const meanRange = baseRanges.reduce((sum, range) => sum + range, 0) / baseRanges.length;
  const sigma = meanRange / D2;
  return {
    points: values,
    center,
    sigmas: values.map(() => sigma),
    upper: values.map(() => center + 3 * sigma),
    lower: values.map(() => center - 3 * sigma),
    z: values.map((value) => standardised(value - center, sigma)),
    ranges: movingRanges(values),
    meanRange,
    upperRange: D4 * meanRange,
    sigma,
  };
}
