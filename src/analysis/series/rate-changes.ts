import { type ChartKind, FEWEST_FOR_LIMITS } from '../../domain/control';
import { changePoints, likelyChanges } from '../../stats/change-point';
import type { ChangeEntry } from '../changes';
import { ratioOf } from './ratio';
import { counts, type Sample } from './sample';
import type { ChangeSearch, RateChange } from './types';
import { plainOf } from './value';

/** A change between events needs so many of them on each side: two that come together are no new rate. */
const FEWEST_EVENTS = 4;
/** Distances are known to half a day, or half a unit. */
const LEAST_DISTANCE = 0.5;

/**
 * Where the rate changed (Poisson likelihood with exposure, 2 ln n for each change), oldest first, and what the change log has in those days.
 * It says where, not whether: a place that was chosen for its difference shows more of it than there is.
 * @param spread how many times its mean a count varies
 * @param entries of the change log that may concern the chart
 */
export function rateChanges(
  chart: ChartKind,
  samples: readonly Sample[],
  spread: number,
  entries: readonly ChangeEntry[],
): ChangeSearch {
  if (chart === 'individuals') return { known: false, why: 'notForThisChart' };
  const byEvents = chart === 'g' || chart === 't';
  const places = samples.flatMap((sample, place) => (counts(sample) ? [place] : []));
  if (places.length < FEWEST_FOR_LIMITS + 1) return { known: false, why: 'tooFewPoints' };
  const at = (place: number) => samples[place] as Sample;
  const plain = places.map((place) => plainOf(chart, at(place)));
  const events = plain.map(({ n }) => n / spread);
  const exposure = plain.map(({ size }) => (byEvents ? Math.max(LEAST_DISTANCE, size) : size) / spread);
  if (events.every((n) => n === 0)) return { known: false, why: 'noEvents' };
  const lasts = changePoints(events, exposure, byEvents ? { least: FEWEST_EVENTS } : {});
  const changes = lasts.map((last, index): RateChange => {
    const [begin, end] = [(lasts[index - 1] ?? -1) + 1, (lasts[index + 1] ?? places.length - 1) + 1];
    const likely = likelyChanges(events.slice(begin, end), exposure.slice(begin, end)) ?? [last - begin, last - begin];
    const side = (from: number, until: number) => ({
      events: sum(events.slice(from, until)),
      exposure: sum(exposure.slice(from, until)),
    });
    const [before, after] = [side(begin, last + 1), side(last + 1, end)];
    // The first period after the change, from the earliest that is likely to the latest.
    const [earliest, point, latest] = [begin + likely[0] + 1, last + 1, begin + likely[1] + 1].map(
      (place) => places[place] ?? 0,
    ) as [number, number, number];
    const days = { from: at(earliest).begin, until: at(latest).until };
    const charted = ({ events: n, exposure: size }: typeof before) => (byEvents ? size / n : n / size);
    return {
      point,
      points: [earliest, latest],
      ...days,
      before: charted(before),
      after: charted(after),
      ...ratioOf(before, after),
      entries: entries.filter(({ day }) => day >= days.from && day < days.until),
    };
  });
  return { known: true, changes };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
