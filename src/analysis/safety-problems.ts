import { shift } from '../domain/period';

/** A problem is new for so many days after its first item. */
const NEW_DAYS = 180;

/** As much of a safety item as tells what it is about. */
interface Told {
  readonly failure: string | null;
  readonly words: readonly string[];
  readonly receivedAt: string | null;
}

/** A problem among the safety items that had not been seen before. */
export interface FreshProblem {
  /** As `problemOf` names it. */
  readonly name: string;
  /** Day of its first item, ISO. */
  readonly first: string;
}

/** What an item is about: its failure mode, or for want of one the first safety word that it says; '' when it tells neither. */
export function problemOf({ failure, words }: Pick<Told, 'failure' | 'words'>): string {
  return failure ?? words[0] ?? '';
}

/**
 * Problems whose first item is not older than 180 days, the latest first: three melted terminals among hundreds of cracked glasses are
 * what the watch is for, and by age they would stand last. Where the data begin less than twice as long ago everything would be new,
 * so nothing is called so.
 * @param from first day of the data; `asOf` their last
 */
export function freshProblems(
  items: readonly Told[],
  from: string | undefined,
  asOf: string | undefined,
): FreshProblem[] {
  if (from === undefined || asOf === undefined) return [];
  const since = shift('day', asOf.slice(0, 10), -NEW_DAYS);
  if (from.slice(0, 10) > shift('day', since, -NEW_DAYS)) return [];
  const firsts = new Map<string, string>();
  for (const item of items) {
    const name = problemOf(item);
    // An item without a time may be the oldest of all, so its problem is not called new.
    const day = item.receivedAt?.slice(0, 10) ?? '';
    const before = firsts.get(name);
    if (name !== '' && (before === undefined || day < before)) firsts.set(name, day);
  }
  const latestFirst = (a: FreshProblem, b: FreshProblem) =>
    b.first.localeCompare(a.first) || a.name.localeCompare(b.name);
  return [...firsts]
    .filter(([, first]) => first >= since)
    .map(([name, first]) => ({ name, first }))
    .sort(latestFirst);
}
