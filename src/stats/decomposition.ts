/** A series as trend + season + remainder (or their product). Places where the trend cannot be told are NaN. */
export interface Decomposition {
  readonly trend: readonly number[];
  /** As long as the series. */
  readonly seasonal: readonly number[];
  readonly remainder: readonly number[];
  /** One period of the season. */
  readonly figure: readonly number[];
}

/** Classical decomposition by a centred moving average (as R's `decompose`); null with less than two whole periods. */
export function classicalDecomposition(
  values: readonly number[],
  period: number,
  kind: 'additive' | 'multiplicative' = 'additive',
): Decomposition | null {
  const n = values.length;
  if (n < 2 * period || period < 2) return null;
  const half = Math.floor(period / 2);
  const ends = period % 2 === 0 ? 0.5 : 1;
  const trend = values.map((_, at) => {
    if (at < half || at + half >= n) return Number.NaN;
    const around = values.slice(at - half, at + half + 1);
    return around.reduce((sum, value, i) => sum + value * (i === 0 || i === around.length - 1 ? ends : 1), 0) / period;
  });
  const multiplies = kind === 'multiplicative';
  const detrended = values.map((value, at) => (multiplies ? value / (trend[at] ?? 0) : value - (trend[at] ?? 0)));
  const raw = Array.from({ length: period }, (_, place) => {
    const own = detrended.filter((value, at) => at % period === place && !Number.isNaN(value));
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
  const mean = raw.reduce((sum, value) => sum + value, 0) / period;
  const figure = raw.map((value) => (multiplies ? value / mean : value - mean));
  const seasonal = values.map((_, at) => figure[at % period] ?? Number.NaN);
  const remainder = values.map((value, at) => {
    const [t, s] = [trend[at] ?? Number.NaN, seasonal[at] ?? Number.NaN];
    return multiplies ? value / (t * s) : value - t - s;
  });
  return { trend, seasonal, remainder, figure };
}
