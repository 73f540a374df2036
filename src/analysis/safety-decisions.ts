import { z } from 'zod';
import type { DecisionKind } from '../data/decisions';
import { CLOSE_REASONS, type SafetyAct } from '../domain/safety-acts';
import { DEFAULT_WORDS, LONGEST_WORD, MOST_WORDS, type RetiredWord } from '../domain/sentinel';

/** A change of the word list, kept so that nobody wonders where items came from or went. */
export interface WordChange {
  readonly at: string;
  readonly by: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Open items that left the list with the words, where somebody chose so. */
  readonly dropped: number;
}

export interface SafetyWords {
  readonly words: readonly string[];
  readonly retired: readonly RetiredWord[];
  readonly changes: readonly WordChange[];
}

const word = z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD));
const who = { at: z.string(), by: z.string() };

/** The words that make a complaint a safety item. */
export const SAFETY_WORDS: DecisionKind<SafetyWords> = {
  name: 'safety-words',
  schema: z.object({
    words: z.array(word).check(z.maxLength(MOST_WORDS)),
    retired: z.array(z.object({ word, before: z.string() })),
    changes: z.array(z.object({ ...who, added: z.array(word), removed: z.array(word), dropped: z.number() })),
  }),
  initial: { words: DEFAULT_WORDS, retired: [], changes: [] },
};

const act = { id: z.number(), ...who };

/** What people did to safety items: only ever added to. */
export const SAFETY_ACTS: DecisionKind<readonly SafetyAct[]> = {
  name: 'safety-acts',
  schema: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        ...act,
        kind: z.literal('close'),
        reason: z.enum(CLOSE_REASONS),
        sameAs: z.optional(z.string()),
        text: z.string(),
        items: z.record(z.string(), z.array(z.string())),
      }),
      z.object({ ...act, kind: z.literal('reopen'), text: z.string(), keys: z.array(z.string()) }),
      z.object({ ...act, kind: z.literal('undo'), of: z.number() }),
    ]),
  ),
  initial: [],
};
