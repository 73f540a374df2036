import { useMemo } from 'react';
import { type SafetyItem, safetyInScope, safetyWatch } from '../analysis/safety';
import { SAFETY_ACTS, SAFETY_WORDS, type SafetyWords } from '../analysis/safety-decisions';
import { hashesOf } from '../analysis/safety-list';
import { type FreshProblem, problemOf } from '../analysis/safety-problems';
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
    /** New problems with open items in the scope, the most items first. */
    readonly fresh: readonly OpenProblem[];
    /** Open items that the scope leaves out. */
    readonly elsewhere: number;
    /** Whether any item has this number, in the scope or not. */
    readonly has: (number: string) => boolean;
    /** More complaints are found than are listed. */
    readonly more: boolean;
    readonly asOf?: string;
    readonly sql: readonly string[];
  };
  readonly standings: ReadonlyMap<string, Standing>;
  /** Undefined until they are read. */
  readonly acts: readonly SafetyAct[] | undefined;
  readonly words: SafetyWords | undefined;
  readonly error: Error | null;
  readonly refreshing: boolean;
  readonly retry: () => void;
  /** Keeps another act; its number and time are given here. Rejects when it cannot be kept. */
  readonly act: (act: NewAct) => Promise<unknown>;
  readonly changeWords: (change: (before: SafetyWords) => SafetyWords) => Promise<unknown>;
}

/** A new problem, and how many of its items are open. */
export interface OpenProblem extends FreshProblem {
  readonly open: number;
}

/** An act as somebody asks for it. */
export type NewAct = SafetyAct extends infer Act ? (Act extends unknown ? Omit<Act, 'id' | 'at'> : never) : never;

/** What the sentinel rule names in the open workspace. One scan, shared by every screen that asks. */
export function useSafetyWatch(): SafetyWatch {
  const words = useDecision(SAFETY_WORDS);
  const acts = useDecision(SAFETY_ACTS);
  const asked = useSafetyItems(words.data);
  const standings = useMemo(() => standingsOf(acts.data ?? []), [acts.data]);
  const { data, inScope } = asked;
  const known = acts.data !== undefined && words.data !== undefined;
  const ready = useMemo(() => {
    if (data === undefined || inScope === undefined || !known) return undefined;
    const open = data.items.filter(({ key }) => standings.get(key)?.closed === undefined);
    const openHere = open.filter(inScope);
    return {
      ...data,
      items: data.items.filter(inScope),
      denials: data.denials.filter(inScope),
      open: openHere,
      fresh: openProblems(data.fresh, openHere),
      elsewhere: open.length - openHere.length,
      has: (wanted: string) => data.items.some(({ number }) => number === wanted),
    };
  }, [data, inScope, known, standings]);
  return {
    ready,
    standings,
    acts: acts.data,
    words: words.data,
    error: words.error ?? acts.error ?? asked.error,
    refreshing: asked.refreshing,
    retry: asked.retry,
    act: (act) =>
      acts.change((before) => [...before, { ...act, id: (before.at(-1)?.id ?? 0) + 1, at: new Date().toISOString() }]),
    changeWords: words.change,
  };
}

function openProblems(fresh: readonly FreshProblem[], open: readonly SafetyItem[]): OpenProblem[] {
  return fresh
    .map((problem) => ({ ...problem, open: open.filter((item) => problemOf(item) === problem.name).length }))
    .filter((problem) => problem.open > 0)
    .sort((a, b) => b.open - a.open);
}

/**
 * What a list of words finds, wherever it is, and what of it is in the scope; a list that is being edited may be asked too. Texts are
 * searched once for each state of the data and the list: a filter asks only which of the items found are in it.
 */
export function useSafetyItems(words: Pick<SafetyWords, 'words' | 'retired'> | undefined) {
  const { workspace } = useWorkspaceData();
  const { scope } = useScope();
  const { journal } = workspace;
  const hashes = useMemo(() => hashesOf(journal), [journal]);
  const question = { words: words?.words ?? [], retired: words?.retired ?? [], hashes };
  const asked = useAnswer('safety', question, safetyWatch, { enabled: words !== undefined });
  const { data, isPlaceholderData } = asked;
  const everywhere = scope.length === 0;
  // The items are what the same question has answered, so they need not be part of the key.
  const narrowed = useAnswer(
    'safety in scope',
    { ...question, scope },
    (source, _, signal) => safetyInScope(source, [...(data?.items ?? []), ...(data?.denials ?? [])], scope, signal),
    { enabled: !everywhere && data !== undefined && !isPlaceholderData },
  );
  const rows = narrowed.data;
  const inScope = useMemo(() => {
    if (everywhere) return () => true;
    return rows && (({ rowId }: SafetyItem) => rows.has(rowId));
  }, [everywhere, rows]);
  return {
    data,
    inScope,
    error: asked.error ?? (everywhere ? null : narrowed.error),
    refreshing: isPlaceholderData || (!everywhere && narrowed.isPlaceholderData),
    retry: () => void (asked.error === null ? narrowed : asked).refetch(),
  };
}
