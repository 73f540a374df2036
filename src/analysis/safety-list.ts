import type { Workspace } from '../data/workspace';
import { type Closing, standingsOf } from '../domain/safety-acts';
import type { Scope } from '../domain/scope';
import { reasonsOf, type SafetyItem, safetyInScope, safetyWatch } from './safety';
import { SAFETY_ACTS, SAFETY_WORDS } from './safety-decisions';

/** A safety item as scripts get it. */
export interface SafetyEntry extends Omit<SafetyItem, 'rowId' | 'flagged' | 'critical' | 'words'> {
  /** Why it is one: `:flag` (marked safety-related), `:critical` (severity), and the safety words that are said. */
  readonly reasons: readonly string[];
  /** `denied`: the complaint names safety words only to deny them, and is no item. */
  readonly state: 'open' | 'closed' | 'denied';
  /** How it was closed, by whom and when. */
  readonly closed?: Closing & { readonly by: string; readonly at: string };
  /** Within the filters that were asked with. */
  readonly inScope: boolean;
}

/** What the Safety watch holds of a workspace: items, oldest first, then complaints that only deny a word. Only reads. */
export async function safetyList(workspace: Workspace, scope: Scope): Promise<SafetyEntry[]> {
  const { decisions, journal } = workspace;
  const [{ words, retired }, acts] = await Promise.all([decisions.read(SAFETY_WORDS), decisions.read(SAFETY_ACTS)]);
  const { items, denials } = await safetyWatch(workspace, { words, retired, hashes: hashesOf(journal) });
  const all = [...items, ...denials];
  const inScope = await safetyInScope(workspace, all, scope);
  const standings = standingsOf(acts);
  return all.map((item, at) => {
    const { rowId, flagged: _flag, critical: _critical, words: _words, ...shown } = item;
    const act = standings.get(item.key)?.closed;
    return {
      ...shown,
      reasons: reasonsOf(item),
      state: at >= items.length ? 'denied' : act === undefined ? 'open' : 'closed',
      ...(act === undefined ? {} : { closed: closingOf(act) }),
      inScope: inScope.has(rowId),
    };
  });
}

/** Number of each import → fingerprint of its file, which names complaints that have no number. */
export function hashesOf(journal: Workspace['journal']): Readonly<Record<number, string>> {
  return Object.fromEntries(journal.map(({ id, hash }) => [id, hash]));
}

function closingOf({ reason, sameAs, text, by, at }: NonNullable<SafetyEntry['closed']>): SafetyEntry['closed'] {
  return { reason, ...(sameAs === undefined ? {} : { sameAs }), text, by, at };
}
