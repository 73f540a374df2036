import { type ChartKind, FEWEST_FOR_LIMITS, WIDE_SIGMA_Z } from '../../domain/control';
import { type AttributeKind, attributeChart, type ControlChart } from '../../stats/control-chart';
import { individualsChart } from '../../stats/individuals';
import { type LaneyChart, laneyChart } from '../../stats/laney';
import { logGamma } from '../../stats/log-gamma';
import { normalQuantile } from '../../stats/normal';
import { gChart, tChart } from '../../stats/rare-events';
import { finite, type Sample } from './sample';
import type { Limits, SeriesPoint } from './types';
import { plainOf } from './value';

/** What limits say of each point. */
export type Judged = Pick<SeriesPoint, 'center' | 'upper' | 'lower' | 'other' | 'z'>;

export interface Drawn {
  readonly limits: Limits;
  /** Aligned with the points asked for. */
  readonly points: readonly Judged[];
  /** How much more than by chance the points of the baseline scatter; null where that has no meaning. */
  readonly sigmaZ: number | null;
}

/** Chance of a point beyond three sigma on one side, if it were normal. */
const BEYOND = 0.00135;
/** Smaller ones cannot be told apart. */
const LEAST = 1e-200;
const NOTHING: Judged = { center: null, upper: null, lower: null, z: null };

/** Centre and limits of points after a baseline that they need not be part of. */
export function limitsOf(chart: ChartKind, base: readonly Sample[], points: readonly Sample[]): Drawn {
  const none = (why: Extract<Limits, { known: false }>['why'], sigmaZ: number | null = null): Drawn => ({
    limits: { known: false, why },
    points: points.map(() => NOTHING),
    sigmaZ,
  });
  if (base.length < FEWEST_FOR_LIMITS)
    return none({ code: 'tooFewPoints', found: base.length, needed: FEWEST_FOR_LIMITS });
  // Baseline first: that is where the formulas take it from.
  const all = [...base, ...points].map((sample) => plainOf(chart, sample));
  const values = all.map(({ value }) => value ?? Number.NaN);
  const drawn = (center: number, judged: readonly Judged[], more: Partial<Extract<Limits, { known: true }>> = {}) => ({
    limits: { known: true, center, sigmaZ: null, method: 'shewhart', ...more } as const,
    points: judged.slice(base.length),
    sigmaZ: null,
  });
  if (chart === 'individuals') {
    const found = individualsChart(values, base.length);
    return found.sigma > 0 ? drawn(found.center, judgedBy(found)) : none({ code: 'noVariation' });
  }
  if (chart === 't') {
    const found = tChart(values, base.length);
    if (!(found.transformed.sigma > 0)) return none({ code: 'noVariation' });
    const { center } = found;
    return drawn(
      center,
      found.transformed.z.map((z) => ({ center, upper: found.upper, lower: positive(found.lower), z: finite(z) })),
    );
  }
  if (chart === 'g') return betweenEvents(values, base.length) ?? none({ code: 'noVariation' });

  const kind = kindOf(chart);
  const sizes = all.map(({ size }) => size);
  const events = all.map(({ n }) => n);
  const sum = (of: readonly number[]) => of.slice(0, base.length).reduce((total, one) => total + one, 0);
  if (sum(events) === 0)
    return drawn(
      0,
      all.map(({ n, size }) => afterNone(kind, n, size, sum(sizes))),
      { method: 'noEventsBefore' },
    );
  if (kind === 'p' && sum(events) === sum(sizes)) return none({ code: 'noVariation' });
  const laney = kind === 'c' ? undefined : laneyChart(kind, events, sizes, base.length);
  const sigmaZ = finite(laney?.sigmaZ);
  const ordinary = laney?.ordinary ?? attributeChart(kind, events, sizes, base.length);
  const widened = (chart === 'uPrime' || chart === 'pPrime') && (sigmaZ ?? 0) > 0 ? laney : undefined;
  const offered = widened !== undefined ? ordinary : (sigmaZ ?? 0) > WIDE_SIGMA_Z ? laney : undefined;
  return {
    ...drawn(ordinary.center, judgedBy(widened ?? ordinary, offered, kind), {
      sigmaZ: widened === undefined ? null : sigmaZ,
    }),
    sigmaZ,
  };
}

/** The attribute chart that a kind is, or widens. */
function kindOf(chart: ChartKind): Exclude<AttributeKind, 'np'> {
  if (chart === 'c') return 'c';
  return chart === 'p' || chart === 'pPrime' ? 'p' : 'u';
}

function judgedBy(chart: ControlChart, other?: ControlChart | LaneyChart, kind?: AttributeKind): Judged[] {
  const bounds = ({ upper, lower }: ControlChart, at: number) => {
    const top = finite(upper[at]);
    return { upper: kind === 'p' && top !== null && top >= 1 ? null : top, lower: positive(lower[at]) };
  };
  return chart.points.map((_, at) => ({
    // A point without exposure has no limits, and no place where its centre would be drawn.
    center: finite(chart.sigmas[at]) === null ? null : chart.center,
    ...bounds(chart, at),
    ...(other !== undefined && { other: bounds(other, at) }),
    z: finite(chart.z[at]),
  }));
}

function positive(value: number | undefined): number | null {
  const known = finite(value);
  return known !== null && known > 0 ? known : null;
}

/**
 * A point after a baseline without events: the chance that all n events of both fell into this period is (t ÷ (T + t))ⁿ (exact conditional test;
 * of shares without replacement). The upper limit is the greatest n that is likelier than one beyond three sigma.
 * @param before exposure of the baseline, T
 */
function afterNone(kind: AttributeKind, n: number, size: number, before: number): Judged {
  if (!(size > 0 && before > 0)) return NOTHING;
  const chance = (events: number) =>
    Math.exp(kind === 'p' ? allOfOnes(events, size, before) : -events * Math.log1p(before / size));
  let [most, beyond] = [0, 1];
  while (chance(beyond) >= BEYOND) [most, beyond] = [beyond, beyond * 2];
  while (beyond - most > 1) {
    const middle = Math.floor((most + beyond) / 2);
    if (chance(middle) >= BEYOND) most = middle;
    else beyond = middle;
  }
  return {
    center: 0,
    upper: kind === 'p' && most >= size ? null : most / size,
    lower: null,
    z: n === 0 ? 0 : -normalQuantile(Math.max(LEAST, Math.min(0.5, chance(n)))),
  };
}

/** Logarithm of the chance that events among size + before complaints are all among the size ones. */
function allOfOnes(events: number, size: number, before: number): number {
  if (events > size) return Number.NEGATIVE_INFINITY;
  const falling = (from: number) => logGamma(from + 1) - logGamma(from - events + 1);
  return falling(size) - falling(size + before);
}

/** g chart with limits by probability; a distance's z is that of its tail. Undefined where all events came at once. */
function betweenEvents(gaps: readonly number[], baseline: number): Drawn | undefined {
  const { chance, theoreticalMedian, upper, upperProbability, lowerProbability } = gChart(gaps.slice(0, baseline));
  if (!(chance > 0 && chance < 1)) return undefined;
  const center = Math.max(0, theoreticalMedian);
  const survives = (gap: number) => Math.exp(gap * Math.log1p(-chance));
  const z = (gap: number) => {
    if (gap === center) return 0;
    const tail = gap > center ? survives(gap) : 1 - survives(gap + 1);
    return Math.sign(gap - center) * -normalQuantile(Math.max(LEAST, Math.min(0.5, tail)));
  };
  return {
    limits: { known: true, center, sigmaZ: null, method: 'probability' },
    points: gaps.slice(baseline).map((gap) => ({
      center,
      upper: upperProbability,
      lower: positive(lowerProbability),
      other: { upper, lower: null },
      z: finite(z(gap)),
    })),
    sigmaZ: null,
  };
}
