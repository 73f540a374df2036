import type { ChartKind } from '../../domain/control';
import type { MeasureId } from '../../domain/measure';
import { normalTwoSided } from '../../stats/normal';
import { poissonAtLeast, poissonAtMost } from '../../stats/poisson';
import { poissonInterval } from '../../stats/poisson-interval';
import { wilson } from '../../stats/proportion';
import { finite, type Sample } from './sample';
import type { Bounds, Unit } from './types';

/** A rate is per so many units. */
const PER = 1000;

/** A point as the formulas take it: value = n ÷ size. */
export interface Plain {
  readonly n: number;
  /** In thousands of units (u), complaints (p), or 1 (c); 0 where there is no exposure. */
  readonly size: number;
  readonly value: number | null;
}

/** How a sample is charted. */
export function plainOf(chart: ChartKind, { n, size }: Sample): Plain {
  switch (chart) {
    case 'g':
    case 't':
      return { n: 1, size: size ?? 0, value: size };
    case 'c':
      return { n, size: 1, value: n };
    case 'p':
    case 'pPrime':
      return { n, size: size ?? 0, value: finite(n / (size ?? 0)) };
    case 'u':
    case 'uPrime':
      return { n, size: (size ?? 0) / PER, value: finite((n / (size ?? 0)) * PER) };
    case 'individuals':
      return size === null ? { n, size: 1, value: n } : { n, size: size / PER, value: finite((n / size) * PER) };
  }
}

/** What a chart's numbers are. @param withSize amounts have a denominator */
export function unitOf(chart: ChartKind, measure: MeasureId, withSize: boolean): Unit {
  switch (chart) {
    case 'g':
      return 'unitsBetween';
    case 't':
      return 'daysBetween';
    case 'c':
      return 'count';
    case 'p':
    case 'pPrime':
      return 'share';
    case 'u':
    case 'uPrime':
      return 'perThousand';
    case 'individuals':
      if (measure === 'cost') return withSize ? 'moneyPerThousand' : 'money';
      return withSize ? 'perThousand' : 'count';
  }
}

/** 95 % interval of a value and the probability of one so far from the centre; both of one method, so that they agree. */
export function certainty(
  chart: ChartKind,
  sample: Sample,
  center: number | null,
): { readonly interval: Bounds | null; readonly p: number | null } {
  const { n, size, value } = plainOf(chart, sample);
  if (value === null || !(size > 0)) return { interval: null, p: null };
  // A centre of 0 is that of a baseline without events, which is far from certain.
  const known = center !== null && center > 0;
  if (chart === 'p' || chart === 'pPrime')
    return { interval: wilson(n, size), p: known ? shareChance(n, size, center) : null };
  if (chart !== 'u' && chart !== 'uPrime' && chart !== 'c') return { interval: null, p: null };
  const [low, high] = poissonInterval(n);
  const mean = known ? center * size : null;
  return {
    interval: [low / size, high / size],
    p: mean === null ? null : Math.min(1, 2 * Math.min(poissonAtMost(n, mean), poissonAtLeast(n, mean))),
  };
}

/** Score test, which Wilson's interval inverts. */
function shareChance(n: number, size: number, center: number): number {
  const distance = n / size - center;
  if (distance === 0) return 1;
  const error = Math.sqrt((center * (1 - center)) / size);
  return error > 0 ? normalTwoSided(distance / error) : 0;
}
