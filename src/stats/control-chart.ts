/** A chart's points, their centre and limits, point by point. Limits in the unit of the points. */
export interface ControlChart {
  readonly points: readonly number[];
  /** Centre line: one value for the whole phase. */
  readonly center: number;
  readonly upper: readonly number[];
  readonly lower: readonly number[];
  /** Standard deviation of each point under the centre. */
  readonly sigmas: readonly number[];
  /** (point − centre) ÷ sigma: what the rules run on, because limits vary with exposure. */
  readonly z: readonly number[];
}

/** What is charted: rate of events (u), their number (c), share of defectives (p), their number (np). */
export type AttributeKind = 'u' | 'c' | 'p' | 'np';

/** Limits lie this many standard deviations from the centre (Shewhart). */
const REACH = 3;

/**
 * Shewhart's attribute charts with limits from the first `baseline` points (all unless given): u and c after Poisson, p and np after the
 * binomial distribution. Points without exposure have NaN. Source: Montgomery, Introduction to Statistical Quality Control, ch. 7; as R's qcc.
 * @param sizes exposure (u), inspected (p, np) of each point; c takes none
 */
export function attributeChart(
  kind: AttributeKind,
  counts: readonly number[],
  sizes: readonly number[] = counts.map(() => 1),
  baseline = counts.length,
): ControlChart {
  const base = counts.map((count, at) => ({ count, size: sizes[at] ?? 0 })).slice(0, baseline);
  const events = base.reduce((sum, { count, size }) => sum + (size > 0 ? count : 0), 0);
  const exposure = base.reduce((sum, { size }) => sum + Math.max(0, size), 0);
  const rate = events / exposure;
  const variance = kind === 'p' || kind === 'np' ? rate * (1 - rate) : rate;
  const asCount = kind === 'c' || kind === 'np';
  const scale = (size: number) => (asCount ? size : 1);
  const sigmas = sizes.map((size) => (size > 0 ? Math.sqrt(variance / size) * scale(size) : Number.NaN));
  const centerOf = (size: number) => rate * scale(size);
  const points = counts.map((count, at) => (asCount ? count : count / (sizes[at] ?? 0)));
  const top = kind === 'p' ? 1 : kind === 'np' ? undefined : Number.POSITIVE_INFINITY;
  return {
    points: points.map((point, at) => ((sizes[at] ?? 0) > 0 ? point : Number.NaN)),
    center: centerOf(sizes[0] ?? 1),
    upper: sizes.map((size, at) => Math.min(top ?? size, centerOf(size) + REACH * (sigmas[at] ?? Number.NaN))),
    lower: sizes.map((size, at) => Math.max(0, centerOf(size) - REACH * (sigmas[at] ?? Number.NaN))),
    sigmas,
    z: points.map((point, at) => standardised(point - centerOf(sizes[at] ?? 0), sigmas[at] ?? Number.NaN)),
  };
}

/** 0 ÷ 0 is a point on the centre of a chart without any scatter. */
export function standardised(distance: number, sigma: number): number {
  return distance === 0 && sigma === 0 ? 0 : distance / sigma;
}

/** A point beyond its limits, by place (from 0). Exactly on a limit is not beyond; rounding is forgiven. */
export function beyondLimits({ points, upper, lower }: ControlChart): number[] {
  return points.flatMap((point, at) => {
    const [high, low] = [upper[at] ?? Number.NaN, lower[at] ?? Number.NaN];
    const slack = 1e-9 * Math.max(Math.abs(high), Math.abs(low));
    return point > high + slack || point < low - slack ? [at] : [];
  });
}
