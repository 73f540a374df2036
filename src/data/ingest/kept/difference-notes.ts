import type { Compared, Difference } from '../load/compare';
import { problem } from '../meaning/problems';
import { type FilePlan, LIST_SEPARATOR, type Problem } from '../plan';
import type { JournalEntry } from './journal';

/** As many earlier rows are in a file's period without being in it, give or take this factor: then they are likely the same rows. */
const ALIKE = 2;

/** A journal entry with what was found when its file met the rows before it. */
export function withDifference(entry: JournalEntry, compared: Compared | undefined): JournalEntry {
  if (compared === undefined) return entry;
  const { difference, rows, replaced } = compared;
  const problems = [...entry.report.problems, ...differenceNotes(entry.plan, difference)];
  return { ...entry, replaced, difference, described: rows.length, report: { ...entry.report, problems } };
}

/** What of a difference people should look at: signs that it is not what they meant to do. */
export function differenceNotes({ name: file }: Pick<FilePlan, 'name'>, difference: Difference): Problem[] {
  const { by, added, changed, unchanged, vanished, emptied, first, last, latest, missing, removed } = difference;
  const known = changed + unchanged;
  const found: Problem[] = [];
  if (changed > 0 && last !== null && latest !== null && last < latest)
    found.push(
      problem(emptied > 0 ? 'ask' : 'note', 'olderFile', { file, until: last, latest, rows: changed, emptied }),
    );
  if (by === 'key' && known === 0 && added > 1 && isAlike(added, vanished))
    found.push(problem('ask', 'allKeysNew', { file, rows: added, vanished }));
  if (by === 'content' && known > 0) found.push(problem('note', 'alreadyThere', { file, rows: unchanged }));
  if (by === 'content' && known > 0 && added > 0 && vanished > 0 && first !== null && last !== null)
    found.push(problem('ask', 'countedTwice', { file, rows: added, vanished, from: first, until: last }));
  if (by === 'key' && changed > 0 && missing.length > 0)
    found.push(problem('note', 'columnsMissing', { file, missing: missing.join(LIST_SEPARATOR) }));
  if (removed > 0) found.push(problem('note', 'rowsRemoved', { file, rows: removed }));
  return found;
}

function isAlike(one: number, other: number): boolean {
  return other > 0 && one <= other * ALIKE && other <= one * ALIKE;
}
