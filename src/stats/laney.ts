import { type AttributeKind, attributeChart, type ControlChart, standardised } from './control-chart';
import { D2, movingRanges } from './individuals';

export interface LaneyChart extends ControlChart {
  /** How much wider (above 1) or narrower the points scatter than chance alone. */
  readonly sigmaZ: number;
  /** The chart without that: both are shown. */
  readonly ordinary: ControlChart;
}

/**
 * Laney's u′ and p′ charts: limits times σz, the mean moving range of the standardised points ÷ 1.128 (Laney 2002; as Minitab and qicharts2).
 * @param baseline the first points, from which rate and σz are taken
 */
export function laneyChart(
  kind: Extract<AttributeKind, 'u' | 'p'>,
  counts: readonly number[],
  sizes: readonly number[],
  baseline = counts.length,
): LaneyChart {
  const ordinary = attributeChart(kind, counts, sizes, baseline);
  const ranges = movingRanges(ordinary.z.slice(0, baseline).filter((z) => !Number.isNaN(z)));
  const sigmaZ = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / D2;
  const sigmas = ordinary.sigmas.map((sigma) => sigma * sigmaZ);
  const { center, points } = ordinary;
  return {
    points,
    center,
    sigmas,
    upper: sigmas.map((sigma) => Math.min(kind === 'p' ? 1 : Number.POSITIVE_INFINITY, center + 3 * sigma)),
    lower: sigmas.map((sigma) => Math.max(0, center - 3 * sigma)),
    z: points.map((point, at) => standardised(point - center, sigmas[at] ?? Number.NaN)),
    sigmaZ,
    ordinary,
  };
}
