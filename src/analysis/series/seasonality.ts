import type { ChartKind } from '../../domain/control';
import type { Grain } from '../../domain/period';
import { seasonalLimit } from '../../stats/seasonal-limit';
import { ratioOf } from './ratio';
import { counts, finite, type Sample } from './sample';
import type { SameMonth, Seasonality, SeasonalLimitLine } from './types';
import { plainOf } from './value';

const YEAR = 12;
/** Complete months that a season can be told from. */
const FEWEST_MONTHS = 24;
/** Of later months, what chance stays below. */
const PROBABILITY = 0.995;
const OF_EVENTS_OR_MONEY: readonly ChartKind[] = ['g', 't', 'individuals'];

/** Each month against the same one of the year before, and what a yearly curve allows. @param spread how many times its mean a count varies */
export function seasonalityOf(chart: ChartKind, grain: Grain, samples: readonly Sample[], spread: number): Seasonality {
  if (grain !== 'month') return { known: false, why: { code: 'notByMonth' } };
  if (OF_EVENTS_OR_MONEY.includes(chart)) return { known: false, why: { code: 'notForThisChart' } };
  const found = samples.filter(counts).length;
  if (found < FEWEST_MONTHS) return { known: false, why: { code: 'tooFewMonths', found, needed: FEWEST_MONTHS } };
  const exposed = samples.map((sample) => {
    const { n, size } = plainOf(chart, sample);
    return counts(sample) ? { events: n / spread, exposure: size / spread } : undefined;
  });
  const months = exposed.flatMap((now, point): SameMonth[] => {
    const before = exposed[point - YEAR];
    if (now === undefined || before === undefined) return [];
    return [{ point, before: point - YEAR, ...ratioOf(before, now) }];
  });
  return { known: true, months, limit: limitLine(exposed, spread) };
}

function limitLine(
  exposed: readonly ({ readonly events: number; readonly exposure: number } | undefined)[],
  spread: number,
): SeasonalLimitLine | null {
  const first = exposed.findIndex((one) => one !== undefined);
  const months = exposed.slice(first);
  const train = months.slice(0, FEWEST_MONTHS);
  if (months.slice(FEWEST_MONTHS).every((one) => one === undefined) || train.filter(Boolean).length < FEWEST_MONTHS)
    return null;
  const fit = seasonalLimit(
    months.map((one) => one?.events ?? 0),
    { train: FEWEST_MONTHS, exposure: months.map((one) => one?.exposure ?? 0), probability: PROBABILITY },
  );
  if (fit === null) return null;
  // Expected events, back in the chart's unit.
  const line = (of: readonly number[], coin: (value: number) => number) =>
    exposed.map((one, place) =>
      one === undefined || place < first + FEWEST_MONTHS
        ? null
        : finite(coin(of[place - first - FEWEST_MONTHS] ?? Number.NaN) / (one.exposure * spread)),
    );
  const upper = line(fit.upper, (value) => value * spread);
  return {
    expected: line(fit.expected, (value) => value * spread),
    upper,
    alarms: fit.alarms.map((place) => place + first).filter((place) => upper[place] !== null),
  };
}
