import type { ChartKind, RuleId } from '../../domain/control';
import { nelson, patternLength } from '../../stats/run-rules';
import type { Stretch } from './phases';
import type { Violation } from './types';

/** Rules whose pattern lies on one side, and how far beyond the centre its points are; the others have no side. */
const BEYOND: Partial<Record<RuleId, number>> = { '1': 3, '2': 0, '5': 2, '6': 1 };
/** Charts where more means less trouble: the distance from one event to the next. */
const OF_DISTANCES: readonly ChartKind[] = ['g', 't'];

/**
 * What the rules say of a chart, oldest first. Patterns that overlap on one side are one; none crosses a phase, or a point without z.
 * @param z aligned with the points; null takes part in nothing
 */
export function violationsOf(
  chart: ChartKind,
  z: readonly (number | null)[],
  stretches: readonly Stretch[],
  rules: readonly RuleId[],
): Violation[] {
  return stretches
    .flatMap(({ first, until }, phase) =>
      [...new Set(rules)].flatMap((rule) =>
        patterns(
          rule,
          z.slice(first, until).map((value) => value ?? Number.NaN),
        ).map(({ at, side, z: distance }): Violation => {
          const placed = at.map((place) => place + first);
          const worse = side === null ? null : (side === 'above') !== OF_DISTANCES.includes(chart);
          const points = [placed[0] ?? first, placed.at(-1) ?? first] as const;
          return { rule, side, worse, points, at: placed, length: points[1] - points[0] + 1, z: distance, phase };
        }),
      ),
    )
    .sort((a, b) => a.points[0] - b.points[0] || Number(a.rule) - Number(b.rule));
}

interface Found {
  readonly side: Violation['side'];
  readonly at: readonly number[];
  readonly z: number | null;
}

function patterns(rule: RuleId, z: readonly number[]): Found[] {
  const length = patternLength(rule);
  const found: { side: Violation['side']; at: Set<number>; last: number }[] = [];
  for (const last of nelson(rule, z)) {
    const side = sideOf(rule, z, last);
    const covered = Array.from({ length }, (_, back) => last + 1 - length + back).filter((place) =>
      isPart(rule, z[place] ?? 0, side),
    );
    const before = found.at(-1);
    if (rule !== '1' && before !== undefined && before.side === side && last - length < before.last) {
      for (const place of covered) before.at.add(place);
      before.last = last;
    } else found.push({ side, at: new Set(covered), last });
  }
  return found.map(({ side, at }) => {
    const placed = [...at].sort((a, b) => a - b);
    const distances = placed.map((place) => Math.abs(z[place] ?? 0));
    return { side, at: placed, z: side === null ? null : Math.max(...distances) };
  });
}

function sideOf(rule: RuleId, z: readonly number[], last: number): Violation['side'] {
  const value = z[last] ?? 0;
  if (rule === '3') return value > (z[last - 1] ?? 0) ? 'above' : 'below';
  if (BEYOND[rule] === undefined) return null;
  return value > 0 ? 'above' : 'below';
}

/** Whether a point of the stretch that a pattern spans is one of those that make it. */
function isPart(rule: RuleId, z: number, side: Violation['side']): boolean {
  const beyond = BEYOND[rule];
  return beyond === undefined || (side === 'above' ? z : -z) > beyond;
}
