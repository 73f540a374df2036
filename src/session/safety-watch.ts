import { useMemo } from 'react';
import { type SafetyItem, safetyWatch } from '../analysis/safety';
import { SAFETY_ACTS, SAFETY_WORDS, type SafetyWords } from '../analysis/safety-decisions';
import { type SafetyAct, type Standing, standingsOf } from '../domain/safety-acts';
import { useScope } from '../ui/view/view-state';
import { useAnswer, useDecision, useWorkspaceData } from './hooks';

/** The scope's safety items as people have left them. */
export interface SafetyWatch {
  /** Undefined until everything is read. */
  readonly ready?: {
    /** Every item of the scope, oldest first, then those that only deny a word. */
    readonly items: readonly SafetyItem[];
    readonly denials: readonly SafetyItem[];
    readonly open: readonly SafetyItem[];
    /** Open items that the scope leaves out. */
    readonly elsewhere: number;
    /** More complaints are found than are listed. */
    readonly more: boolean;
    readonly asOf?: string;
    readonly sql: readonly string[];
  };
  readonly standings: ReadonlyMap<string, Standing>;
  readonly acts: readonly SafetyAct[];
  readonly words: SafetyWords | undefined;
  readonly error: Error | null;
  readonly refreshing: boolean;
  readonly retry: () => void;
  /** Keeps another act; its number and time are given here. Rejects when it cannot be kept. */
  readonly act: (act: NewAct) => Promise<unknown>;
  readonly changeWords: (change: (before: SafetyWords) => SafetyWords) => Promise<unknown>;
}

/** An act as somebody asks for it. */
export type NewAct = SafetyAct extends infer Act ? (Act extends unknown ? Omit<Act, 'id' | 'at'> : never) : never;

const NONE: readonly SafetyAct[] = [];

/** What the sentinel rule names in the open workspace. One scan, shared by every screen that asks. */
export function useSafetyWatch(): SafetyWatch {
  const words = useDecision(SAFETY_WORDS);
  const acts = useDecision(SAFETY_ACTS);
  const asked = useSafetyItems(words.data);
  const all = acts.data ?? NONE;
  const standings = useMemo(() => standingsOf(all), [all]);
  const { data } = asked;
  const known = acts.data !== undefined && words.data !== undefined;
  const ready = useMemo(() => {
    if (data === undefined || !known) return undefined;
    const open = data.items.filter(({ key }) => standings.get(key)?.closed === undefined);
    const inScope = ({ inScope }: SafetyItem) => inScope;
    return {
      ...data,
      items: data.items.filter(inScope),
      denials: data.denials.filter(inScope),
      open: open.filter(inScope),
      elsewhere: open.filter((item) => !inScope(item)).length,
    };
  }, [data, known, standings]);
  return {
    ready,
    standings,
    acts: all,
    words: words.data,
    error: words.error ?? acts.error ?? asked.error,
    refreshing: asked.isPlaceholderData,
    retry: () => void asked.refetch(),
    act: (act) =>
      acts.change((before) => [...before, { ...act, id: (before.at(-1)?.id ?? 0) + 1, at: new Date().toISOString() }]),
    changeWords: words.change,
  };
}

/** What a list of words finds in the scope; a list that is being edited may be asked too. */
export function useSafetyItems(words: Pick<SafetyWords, 'words' | 'retired'> | undefined) {
  const { workspace } = useWorkspaceData();
  const { scope } = useScope();
  const { journal } = workspace;
  const hashes = useMemo(() => Object.fromEntries(journal.map(({ id, hash }) => [id, hash])), [journal]);
  const question = { scope, words: words?.words ?? [], retired: words?.retired ?? [], hashes };
  return useAnswer('safety', question, safetyWatch, { enabled: words !== undefined });
}
