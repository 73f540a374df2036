export interface ChangePoint {
  /** Last period (by place, from 0) of the time before. */
  readonly last: number;
  /** Twice the logarithm of the likelihood ratio. It says where, not whether: no p-value follows from it. */
  readonly statistic: number;
  readonly rateBefore: number;
  readonly rateAfter: number;
}

/** Where one change of a Poisson rate is likeliest; the first of equals. Null with fewer than two periods that have exposure. */
export function changePoint(
  counts: readonly number[],
  exposure: readonly number[] = counts.map(() => 1),
): ChangePoint | null {
  const [events, time] = [running(counts), running(exposure)];
  const n = counts.length;
  const whole = cost(events[n] ?? 0, time[n] ?? 0);
  let best: ChangePoint | null = null;
  for (let at = 1; at < n; at++) {
    const [x, t] = [events[at] ?? 0, time[at] ?? 0];
    const [y, u] = [(events[n] ?? 0) - x, (time[n] ?? 0) - t];
    if (!(t > 0 && u > 0)) continue;
    const statistic = whole - cost(x, t) - cost(y, u);
    if (best === null || statistic > best.statistic + 1e-12 * Math.abs(best.statistic))
      best = { last: at - 1, statistic, rateBefore: x / t, rateAfter: y / u };
  }
  return best;
}

/**
 * Where one change may lie as well: the outermost places whose likelihood is within `units` of the best one's logarithm (2 hold the true place
 * about 19 times in 20). Last periods before the change; null as `changePoint` is.
 */
export function likelyChanges(
  counts: readonly number[],
  exposure: readonly number[] = counts.map(() => 1),
  units = 2,
): readonly [first: number, last: number] | null {
  const [events, time] = [running(counts), running(exposure)];
  const n = counts.length;
  const splits = counts.slice(1).flatMap((_, last) => {
    const [x, t] = [events[last + 1] ?? 0, time[last + 1] ?? 0];
    const [y, u] = [(events[n] ?? 0) - x, (time[n] ?? 0) - t];
    return t > 0 && u > 0 ? [{ last, cost: cost(x, t) + cost(y, u) }] : [];
  });
  const least = splits.reduce((low, split) => Math.min(low, split.cost), Number.POSITIVE_INFINITY);
  const near = splits.filter((split) => split.cost <= least + 2 * units);
  const [first, last] = [near[0], near.at(-1)];
  return first === undefined || last === undefined ? null : [first.last, last.last];
}

/**
 * Several changes: the division into stretches with the least cost, each change costing `penalty` × ln n (optimal partitioning, Jackson et al. 2005).
 * @param least shortest stretch in periods
 * @returns last periods (by place, from 0) before each change
 */
export function changePoints(
  counts: readonly number[],
  exposure: readonly number[] = counts.map(() => 1),
  { penalty = 2, least = 1 }: { penalty?: number; least?: number } = {},
): number[] {
  const [events, time] = [running(counts), running(exposure)];
  const n = counts.length;
  const price = penalty * Math.log(n);
  const best = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Array<number>(n + 1).fill(0);
  best[0] = -price;
  for (let end = least; end <= n; end++) {
    for (let begin = 0; begin <= end - least; begin++) {
      const [x, t] = [(events[end] ?? 0) - (events[begin] ?? 0), (time[end] ?? 0) - (time[begin] ?? 0)];
      if (!(t > 0)) continue;
      const value = (best[begin] ?? 0) + cost(x, t) + price;
      if (value < (best[end] ?? 0) - 1e-12) {
        best[end] = value;
        from[end] = begin;
      }
    }
  }
  const changes: number[] = [];
  for (let at = from[n] ?? 0; at > 0; at = from[at] ?? 0) changes.unshift(at - 1);
  return changes;
}

/** −2 × the greatest log likelihood of a stretch, without what every division shares. */
function cost(events: number, time: number): number {
  return events === 0 ? 0 : 2 * events * (1 - Math.log(events / time));
}

function running(values: readonly number[]): number[] {
  let sum = 0;
  return [0, ...values.map((value) => (sum += value))];
}
