/**
 * Local regression as STL needs it (Cleveland et al. 1990, routine `est`): tricube weights over the nearest `span` places.
 * @param degree 0 or 1 @param weights robustness weights, 1 unless given
 * @returns the fitted value at place `at` (from 1, may lie outside), null when no point has weight
 */
export function loessAt(
  values: readonly number[],
  at: number,
  {
    span,
    degree,
    left,
    right,
    weights,
  }: { span: number; degree: 0 | 1; left: number; right: number; weights?: readonly number[] },
): number | null {
  const n = values.length;
  let reach = Math.max(at - left, right - at);
  if (span > n) reach += Math.floor((span - n) / 2);
  const [far, near] = [0.999 * reach, 0.001 * reach];
  const w = new Float64Array(right - left + 1);
  let total = 0;
  for (let j = left; j <= right; j++) {
    const distance = Math.abs(j - at);
    if (distance > far) continue;
    const base = distance <= near ? 1 : (1 - (distance / reach) ** 3) ** 3;
    w[j - left] = base * (weights?.[j - 1] ?? 1);
    total += w[j - left] as number;
  }
  if (!(total > 0)) return null;
  for (let i = 0; i < w.length; i++) w[i] = (w[i] as number) / total;
  if (reach > 0 && degree > 0) {
    let centre = 0;
    for (let j = left; j <= right; j++) centre += (w[j - left] as number) * j;
    const offset = at - centre;
    let spread = 0;
    for (let j = left; j <= right; j++) spread += (w[j - left] as number) * (j - centre) ** 2;
    if (Math.sqrt(spread) > 0.001 * (n - 1)) {
      const slope = offset / spread;
      for (let j = left; j <= right; j++) w[j - left] = (w[j - left] as number) * (slope * (j - centre) + 1);
    }
  }
  let sum = 0;
  for (let j = left; j <= right; j++) sum += (w[j - left] as number) * (values[j - 1] ?? 0);
  return sum;
}

/** Fits at every `jump`-th place and joins them by straight lines (routine `ess`). */
export function loess(
  values: readonly number[],
  { span, degree, jump, weights }: { span: number; degree: 0 | 1; jump: number; weights?: readonly number[] },
): number[] {
  const n = values.length;
  if (n < 2) return [...values];
  const step = Math.min(jump, n - 1);
  const fitted = new Array<number>(n);
  const window = (at: number): readonly [number, number] => {
    if (span >= n) return [1, n];
    const half = Math.floor((span + 1) / 2);
    const left = Math.min(Math.max(1, at - half + 1), n - span + 1);
    return [left, left + span - 1];
  };
  const at = (place: number) => {
    const [left, right] = window(place);
    return loessAt(values, place, { span, degree, left, right, weights }) ?? (values[place - 1] as number);
  };
  for (let place = 1; place <= n; place += step) fitted[place - 1] = at(place);
  if (step > 1) {
    for (let place = 1; place <= n - step; place += step) join(fitted, place, place + step);
    const last = Math.floor((n - 1) / step) * step + 1;
    if (last !== n) {
      fitted[n - 1] = at(n);
      if (last !== n - 1) join(fitted, last, n);
    }
  }
  return fitted;
}

function join(fitted: number[], from: number, to: number): void {
  const slope = ((fitted[to - 1] as number) - (fitted[from - 1] as number)) / (to - from);
  for (let j = from + 1; j < to; j++) fitted[j - 1] = (fitted[from - 1] as number) + slope * (j - from);
}
