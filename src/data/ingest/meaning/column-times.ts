import { columnOf, type Dataset } from '../../../domain/columns';
import type { ColumnProfile, DateOrder, Problem, TimePlan } from '../plan';
import { holdsNothing } from '../text/placeholders';
import { problem, timeProblems } from './problems';
import { dateShare, planTime, readableShare } from './times';
import type { Wanted } from './wanted-columns';

/** With fewer readable cells a column holds no times. */
const LEAST_READABLE = 0.3;
const MOSTLY_DATES = 0.8;

/** How a column's times are read, and what the user should know about it. */
export interface TimeReading {
  readonly plan: TimePlan;
  readonly isTime: boolean;
  readonly problems: readonly Problem[];
}

/**
 * How every column of dates in the file is read, by source index: first each by its own rows, then those that stay open with the decided
 * ones as witnesses. Columns of dates that are kept as text bear witness too.
 */
export function planTimes(
  dataset: Dataset,
  wanted: readonly Wanted[],
  dateOrder: DateOrder | undefined,
): Map<number, TimeReading> {
  const dated = wanted.flatMap((column) => {
    const profile = datedProfile(column);
    const isTarget = columnOf(dataset, column.target ?? '')?.kind === 'time';
    return isTarget || dateShare(profile.shapes ?? []) >= MOSTLY_DATES ? [{ column, profile }] : [];
  });
  const alone = dated.map(({ profile }) => planTime(profile, [], dateOrder));
  return new Map(
    dated.map(({ column, profile }, at) => {
      const plan = planTime(profile, alone.toSpliced(at, 1), dateOrder);
      return [column.proposal.index, readingOf(column, profile, plan)];
    }),
  );
}

/** The whole file's shapes without marks for nothing; those of the first rows where the file has too many to list. */
function datedProfile({ profile, proposal: { sample } }: Wanted): ColumnProfile {
  const { shapes = [], ...rest } = profile?.shapes === undefined ? sample.profile : profile;
  return { ...rest, shapes: shapes.filter((shape) => !holdsNothing('key', shape.sample)) };
}

function readingOf(
  { profile: whole, proposal: { source } }: Wanted,
  profile: ColumnProfile,
  plan: TimePlan,
): TimeReading {
  const tooMany = whole !== undefined && whole.shapes === undefined;
  return {
    plan,
    isTime: plan.shapes.length === 0 || readableShare(plan) >= LEAST_READABLE,
    problems: [
      ...(tooMany ? [problem('ask', 'tooManyTimeShapes', { column: source })] : []),
      ...timeProblems(source, plan, profile),
    ],
  };
}
