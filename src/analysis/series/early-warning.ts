import { type ChartKind, WIDE_SIGMA_Z } from '../../domain/control';
import type { Grain } from '../../domain/period';
import { poissonCusum } from '../../stats/cusum';
import { cusumThreshold } from '../../stats/cusum-threshold';
import { ewma } from '../../stats/ewma';
import type { Drawn } from './limits';
import type { Stretch } from './phases';
import { counts, type Sample } from './sample';
import type { EarlyWarning, NoWatch, Watch } from './types';
import { plainOf } from './value';

/** Weight of the newest point, and limits in sigmas of the average (Lucas & Saccucci 1990 have 2.7 to 3). */
const EWMA = { center: 0, sigma: 1, lambda: 0.2, reach: 3 } as const;
/** The CUSUM is set to find a rate so many times the centre. */
const SHIFT = 1.5;
/** False alarms of a year, at most. */
const RISK = 0.05;
const PERIODS_OF_YEAR: Readonly<Record<Grain, number>> = { month: 12, week: 52, day: 365 };
const OF_COUNTS: readonly ChartKind[] = ['u', 'uPrime', 'c'];

/** A phase with what its limits say. */
export interface DrawnStretch extends Stretch {
  readonly drawn: Drawn;
}

/** EWMA of the standardised points and Poisson CUSUM of the counts, each begun anew with every phase. */
export function earlyWarning(
  chart: ChartKind,
  grain: Grain,
  samples: readonly Sample[],
  stretches: readonly DrawnStretch[],
): EarlyWarning {
  const none = (why: NoWatch) => ({ known: false, why }) as const;
  const known = stretches.some(({ drawn }) => drawn.limits.known);
  const withEvents = stretches.filter(
    ({ drawn: { limits } }) => limits.known && limits.method !== 'noEventsBefore' && limits.center > 0,
  );
  if (withEvents.length === 0) {
    const why = none(known ? 'noEvents' : 'noLimits');
    return { ewma: why, cusum: OF_COUNTS.includes(chart) ? why : none('notForThisChart') };
  }
  const watch = (of: (stretch: DrawnStretch, places: readonly number[]) => Lines): Watch =>
    watchOf(samples.length, withEvents, (stretch) => {
      const places = stretch.drawn.points.flatMap(({ z }, at) => {
        const sample = samples[stretch.first + at];
        return z !== null && sample !== undefined && counts(sample) ? [stretch.first + at] : [];
      });
      return { places, ...of(stretch, places) };
    });
  return {
    ewma: watch((stretch, places) => {
      const { values, upper, lower, signals } = ewma(
        places.map((place) => stretch.drawn.points[place - stretch.first]?.z ?? 0),
        EWMA,
      );
      return { values, upper, lower, signals };
    }),
    cusum: OF_COUNTS.includes(chart)
      ? {
          ...watch((stretch, places) =>
            cusumOf(
              chart,
              places.map((place) => samples[place] as Sample),
              stretch,
              PERIODS_OF_YEAR[grain],
            ),
          ),
          shift: SHIFT,
        }
      : none('notForThisChart'),
  };
}

interface Lines {
  readonly values: readonly number[];
  readonly upper: readonly number[];
  readonly lower?: readonly number[];
  /** Places among those given. */
  readonly signals: readonly number[];
}

/** Counts and what is expected of them; both in smaller coin where points scatter more than chance, so that they scatter like Poisson. */
function cusumOf(chart: ChartKind, points: readonly Sample[], { drawn }: DrawnStretch, periods: number): Lines {
  const center = drawn.limits.known ? drawn.limits.center : 0;
  const coin = spreadOf(drawn.sigmaZ);
  const plain = points.map((sample) => plainOf(chart, sample));
  const sizes = plain.map(({ size }) => size / coin);
  const { sums, signals, h } = thresholded(
    plain.map(({ n }) => n / coin),
    sizes,
    center,
    periods,
  );
  return { values: sums.map((sum) => sum * coin), upper: sums.map(() => h * coin), signals };
}

function thresholded(events: readonly number[], sizes: readonly number[], center: number, periods: number) {
  const setting = { acceptable: center, unacceptable: center * SHIFT };
  const meanSize = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  const { k } = poissonCusum([], [], { ...setting, h: 0 });
  const h = meanSize > 0 ? cusumThreshold(center * meanSize, k * meanSize, periods, RISK) : 0;
  return { ...poissonCusum(events, sizes, { ...setting, h }), h };
}

/** How many times its mean a count varies: σz² where points scatter more than chance, else 1. */
export function spreadOf(sigmaZ: number | null): number {
  return sigmaZ !== null && sigmaZ > WIDE_SIGMA_Z ? sigmaZ ** 2 : 1;
}

function watchOf(
  length: number,
  stretches: readonly DrawnStretch[],
  of: (stretch: DrawnStretch) => Lines & { readonly places: readonly number[] },
): Watch {
  const values = new Array<number | null>(length).fill(null);
  const [upper, lower] = [[...values], [...values]];
  const alarms: number[] = [];
  for (const stretch of stretches) {
    const lines = of(stretch);
    for (const [at, place] of lines.places.entries()) {
      values[place] = lines.values[at] ?? null;
      upper[place] = lines.upper[at] ?? null;
      lower[place] = lines.lower?.[at] ?? null;
    }
    alarms.push(...lines.signals.flatMap((at) => lines.places[at] ?? []));
  }
  return { known: true, values, upper, lower, alarms, first: alarms[0] ?? null };
}
