import { baselineLength, FEWEST_FOR_LIMITS, FEWEST_OF_PHASE, isShort } from '../../domain/control';
import { counts, type Sample } from './sample';
import type { Baseline, SeriesQuestion } from './types';

/** A stretch of points, and those that its limits are taken from. */
export interface Stretch {
  readonly from: string;
  /** Places of its points, from the first up to but without the last. */
  readonly first: number;
  readonly until: number;
  readonly base: readonly number[];
  readonly baseline: Baseline;
}

type Wanted = Pick<SeriesQuestion, 'baseline' | 'phases'>;

/** Divides points into phases: a point belongs to the latest one that had begun when its period did. */
export function stretchesOf(samples: readonly Sample[], { baseline: picked, phases = [] }: Wanted): Stretch[] {
  const start = samples[0]?.from ?? '';
  const cuts = [...new Set(phases)].sort().filter((day) => day > (samples[0]?.begin ?? ''));
  const firstFrom = (day: string) => samples.findIndex(({ begin }) => begin >= day);
  const begins = [0, ...cuts.map(firstFrom)].map((at) => (at === -1 ? samples.length : at));
  const days = [start, ...cuts];
  const pickedAt =
    picked === undefined
      ? -1
      : Math.max(
          0,
          days.findLastIndex((day) => day <= picked.from),
        );
  const stretches: Stretch[] = [];
  for (const [at, first] of begins.entries()) {
    const until = begins[at + 1] ?? samples.length;
    const complete = places(first, until).filter((place) => counts(samples[place] as Sample));
    const before = stretches.at(-1);
    const isPicked = at === pickedAt && picked !== undefined;
    const own = isPicked
      ? complete.filter((place) => within(samples[place] as Sample, picked))
      : complete.slice(0, baselineLength(complete.length));
    // Limits of the phase before go on unless this one has points enough of its own, or there are none to go on with.
    const carriesOn =
      !isPicked && before !== undefined && complete.length < FEWEST_OF_PHASE && before.base.length >= FEWEST_FOR_LIMITS;
    const base = carriesOn ? before.base : own;
    stretches.push({
      from: days[at] ?? start,
      first,
      until,
      base,
      baseline: baselineOf(samples, base, carriesOn ? 'carriedOn' : isPicked ? 'picked' : 'first', complete.length),
    });
  }
  return stretches;
}

function baselineOf(
  samples: readonly Sample[],
  base: readonly number[],
  how: Baseline['how'],
  complete: number,
): Baseline {
  const taken = base.map((place) => samples[place] as Sample);
  const known = taken.every(({ size }) => size !== null);
  return {
    how,
    from: taken[0]?.from ?? null,
    until: taken.at(-1)?.until ?? null,
    points: taken.length,
    n: taken.reduce((sum, { n }) => sum + n, 0),
    size: known && taken.length > 0 ? taken.reduce((sum, { size }) => sum + (size ?? 0), 0) : null,
    complete,
    short: isShort(taken.length),
  };
}

function within({ from, until }: Sample, days: { readonly from: string; readonly until: string }): boolean {
  return from >= days.from && until <= days.until;
}

function places(first: number, until: number): number[] {
  return Array.from({ length: until - first }, (_, at) => first + at);
}
