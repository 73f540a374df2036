/** Why a safety item needs no more attention here. */
export const CLOSE_REASONS = ['notSafety', 'sameAs', 'contained', 'other'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** What somebody declares when closing. */
export interface Closing {
  readonly reason: CloseReason;
  /** Number of the item that stays open for it, with the reason `sameAs`. */
  readonly sameAs?: string;
  readonly text: string;
}

/** Each act is kept for ever; the state of an item is what the acts on it, those taken back aside, have made of it. */
export type SafetyAct = { readonly id: number; readonly at: string; readonly by: string } & (
  | ({
      readonly kind: 'close';
      /** Key of each item → why it was one at that time. */
      readonly items: Readonly<Record<string, readonly string[]>>;
    } & Closing)
  | { readonly kind: 'reopen'; readonly text: string; readonly keys: readonly string[] }
  | { readonly kind: 'undo'; readonly of: number }
);
export type CloseAct = Extract<SafetyAct, { kind: 'close' }>;
export type ReopenAct = Extract<SafetyAct, { kind: 'reopen' }>;

export interface Standing {
  /** The act that closed the item; undefined while it is open. */
  readonly closed?: CloseAct;
  /** Closings and reopenings of it, oldest first. */
  readonly history: readonly (CloseAct | ReopenAct)[];
}

/** What the acts have made of each item that any of them names. */
export function standingsOf(acts: readonly SafetyAct[]): ReadonlyMap<string, Standing> {
  const undone = undoneActs(acts);
  const standings = new Map<string, Standing>();
  for (const act of acts) {
    if (act.kind === 'undo' || undone.has(act.id)) continue;
    const keys = act.kind === 'close' ? Object.keys(act.items) : act.keys;
    for (const key of keys) {
      const history = [...(standings.get(key)?.history ?? []), act];
      standings.set(key, act.kind === 'close' ? { closed: act, history } : { history });
    }
  }
  return standings;
}

/** The last act that can still be taken back. */
export function lastAct(acts: readonly SafetyAct[]): CloseAct | ReopenAct | undefined {
  const undone = undoneActs(acts);
  return acts.findLast((act): act is CloseAct | ReopenAct => act.kind !== 'undo' && !undone.has(act.id));
}

/** How many items an act is about. */
export function itemsOf(act: CloseAct | ReopenAct): number {
  return act.kind === 'close' ? Object.keys(act.items).length : act.keys.length;
}

/** What is missing before a closing says enough: somebody must be able to follow it later. */
export function lacksOf({ reason, sameAs = '', text }: Closing, by: string, numbers: readonly string[]) {
  return {
    by: by.trim() === '',
    text: reason !== 'sameAs' && text.trim() === '',
    sameAs: reason === 'sameAs' && (sameAs.trim() === '' || numbers.includes(sameAs.trim())),
  };
}

function undoneActs(acts: readonly SafetyAct[]): ReadonlySet<number> {
  return new Set(acts.flatMap((act) => (act.kind === 'undo' ? [act.of] : [])));
}
