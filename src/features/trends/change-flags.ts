import type { ChangeEntry } from '../../analysis/changes';
import { type Grain, periodOf } from '../../domain/period';
import { clip } from '../../ui/charts/clip';
import type { Flag } from '../../ui/charts/flags';
import type { Words } from './words';

/** Flags on an axis at the most: on the narrowest page one does not cover the next. */
const MOST_FLAGS = 40;
/** Changes that a tooltip names; a click lists them all. */
const NAMED = 4;
/** Width of a line of a tooltip, in half-width units. */
const LINE = 72;

/** What one flag stands for: the changes of a period, or of a few that are too close together for flags of their own. */
export interface ChangeGroup {
  /** First day of the first and of the last period. */
  readonly from: string;
  readonly to: string;
  readonly entries: readonly ChangeEntry[];
}

/**
 * The changes on an axis, in its order; those before and after it are left out.
 * @param entries oldest first
 * @param periods first days of the axis's periods
 */
export function changeGroups(entries: readonly ChangeEntry[], periods: readonly string[], grain: Grain): ChangeGroup[] {
  const indexOf = new Map(periods.map((period, index) => [period, index]));
  const apart = Math.ceil(periods.length / MOST_FLAGS);
  const groups: { first: number; last: number; entries: ChangeEntry[] }[] = [];
  for (const entry of entries) {
    const index = indexOf.get(periodOf(grain, entry.day));
    if (index === undefined) continue;
    const open = groups.at(-1);
    if (open === undefined || index - open.first >= apart) groups.push({ first: index, last: index, entries: [entry] });
    else {
      open.last = index;
      open.entries.push(entry);
    }
  }
  return groups.map(({ first, last, entries }) => ({
    from: periods[first] ?? '',
    to: periods[last] ?? '',
    entries,
  }));
}

/** The flags of the groups, in the page's language. */
export function changeFlags(groups: readonly ChangeGroup[], grain: Grain, words: Words): Flag[] {
  const { t } = words;
  return groups.map((group) => {
    const { entries } = group;
    const left = entries.length - NAMED;
    return {
      key: group.from,
      count: entries.length,
      label: groupTitle(group, grain, words),
      detail: [
        ...entries.slice(0, NAMED).map((entry) => clip(changeLine(entry, words), LINE)),
        ...(left > 0 ? [t('changes.others', { count: left })] : []),
      ],
    };
  });
}

/** When it was and how many there are. */
export function groupTitle({ from, to, entries }: ChangeGroup, grain: Grain, { t, format }: Words): string {
  const [first, last] = [format.bucket(grain, from), format.bucket(grain, to)];
  return t('changes.in', { period: first === last ? first : `${first} – ${last}`, count: entries.length });
}

/** One change on one line: day, kind, what was done. */
export function changeLine({ day, kind, text, number, part }: ChangeEntry, { labels, format }: Words): string {
  const what = [text, part, number].find((said) => said !== null && said.trim() !== '') ?? '';
  return [format.date(day), kind === null ? '' : labels.value('kind', kind), what.replace(/\s+/g, ' ').trim()]
    .filter((said) => said !== '')
    .join(' ');
}
