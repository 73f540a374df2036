import type { Decomposition } from './decomposition';
import { loess, loessAt } from './loess';

export interface StlOptions {
  /** Points in a period: 12 for months of a year. */
  readonly period: number;
  /** Less sway for outliers: fifteen rounds instead of two without. */
  readonly robust?: boolean;
  /** Span of the season's smoother; `periodic` makes every year's season the same. */
  readonly seasonalSpan?: number | 'periodic';
}

/** Cleveland et al. (1990), A seasonal-trend decomposition procedure based on loess; defaults and steps as R's `stl`. Null with less than two periods. */
export function stl(
  values: readonly number[],
  { period, robust = false, seasonalSpan = 'periodic' }: StlOptions,
): Decomposition | null {
  const n = values.length;
  if (period < 2 || n <= 2 * period) return null;
  const periodic = seasonalSpan === 'periodic';
  const s = { span: periodic ? 10 * n + 1 : odd(seasonalSpan), degree: 0 } as const;
  const trendSpan = odd(Math.ceil((1.5 * period) / (1 - 1.5 / s.span)));
  const lowSpan = odd(period);
  const jump = (span: number) => Math.ceil(span / 10);
  let weights: number[] | undefined;
  let trend: number[] = new Array<number>(n).fill(0);
  let seasonal: number[] = new Array<number>(n).fill(0);
  const rounds = robust ? 15 : 0;
  const inner = robust ? 1 : 2;
  for (let round = 0; ; round++) {
    for (let pass = 0; pass < inner; pass++) {
      const detrended = values.map((value, at) => value - (trend[at] as number));
      const cycle = cycleSubseries(detrended, period, { ...s, jump: jump(s.span), weights });
      const low = loess(movingAverage(movingAverage(movingAverage(cycle, period), period), 3), {
        span: lowSpan,
        degree: 1,
        jump: jump(lowSpan),
      });
      seasonal = values.map((_, at) => (cycle[at + period] as number) - (low[at] as number));
      trend = loess(
        values.map((value, at) => value - (seasonal[at] as number)),
        { span: trendSpan, degree: 1, jump: jump(trendSpan), weights },
      );
    }
    if (round >= rounds) break;
    weights = robustness(values.map((value, at) => value - (seasonal[at] as number) - (trend[at] as number)));
  }
  if (periodic) {
    const figure = Array.from({ length: period }, (_, place) => {
      const own = seasonal.filter((_, at) => at % period === place);
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    });
    seasonal = seasonal.map((_, at) => figure[at % period] as number);
  }
  return {
    trend,
    seasonal,
    remainder: values.map((value, at) => value - (seasonal[at] as number) - (trend[at] as number)),
    figure: seasonal.slice(0, period),
  };
}

/** The next odd whole number. */
function odd(span: number): number {
  const whole = Math.ceil(span);
  return whole % 2 === 0 ? whole + 1 : whole;
}

/** Smooths the Januaries, the Februaries … and carries each one place beyond both ends. */
function cycleSubseries(
  values: readonly number[],
  period: number,
  { span, degree, jump, weights }: { span: number; degree: 0 | 1; jump: number; weights?: readonly number[] },
): number[] {
  const n = values.length;
  const result = new Array<number>(n + 2 * period).fill(0);
  for (let place = 0; place < period; place++) {
    const own = values.filter((_, at) => at % period === place);
    const ownWeights = weights?.filter((_, at) => at % period === place);
    const smooth = loess(own, { span, degree, jump, weights: ownWeights });
    const k = own.length;
    const right = Math.min(span, k);
    const left = Math.max(1, k - span + 1);
    const before = loessAt(own, 0, { span, degree, left: 1, right, weights: ownWeights }) ?? (smooth[0] as number);
    const after =
      loessAt(own, k + 1, { span, degree, left, right: k, weights: ownWeights }) ?? (smooth[k - 1] as number);
    [before, ...smooth, after].forEach((value, i) => {
      result[place + i * period] = value;
    });
  }
  return result;
}

function movingAverage(values: readonly number[], length: number): number[] {
  let sum = 0;
  const result: number[] = [];
  values.forEach((value, at) => {
    sum += value - (at >= length ? (values[at - length] as number) : 0);
    if (at >= length - 1) result.push(sum / length);
  });
  return result;
}

/** Bisquare weights by six times the median absolute remainder. */
function robustness(remainder: readonly number[]): number[] {
  const sizes = remainder.map(Math.abs);
  const sorted = [...sizes].sort((a, b) => a - b);
  const n = sorted.length;
  const limit = 3 * ((sorted[Math.floor(n / 2)] as number) + (sorted[n - Math.floor(n / 2) - 1] as number));
  return sizes.map((size) => {
    if (size <= 0.001 * limit) return 1;
    return size <= 0.999 * limit ? (1 - (size / limit) ** 2) ** 2 : 0;
  });
}
