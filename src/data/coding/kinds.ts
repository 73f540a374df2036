import { z } from 'zod';
import { type Coding, NO_CODING, type Review } from '../../domain/coding';
import type { DecisionKind } from '../decisions';

/** A coding as it was saved: never changed afterwards. */
export interface CodingVersion {
  /** From 1. */
  readonly id: number;
  /** ISO time. It takes in what people had decided about single complaints until then. */
  readonly at: string;
  readonly note: string;
  readonly coding: Coding;
}

export interface CodingFile {
  /** What is being worked on. */
  readonly draft: Coding;
  readonly versions: readonly CodingVersion[];
  /** The version that the data are coded by; 0 = none. */
  readonly applied: number;
  /** Which were applied before it, the last one last: undo goes back along them. */
  readonly before: readonly number[];
}

const LONGEST = 200;
const MOST = { rules: 5000, terms: 20_000 };
const name = z.string().check(z.maxLength(LONGEST));
const day = z.string().check(z.regex(/^$|^\d{4}-\d\d-\d\d$/));

/** A coding as it is kept in files. */
export const CODING_SCHEMA = z.object({
  terms: z
    .array(z.object({ group: name, mode: name, part: name, from: day, until: day }))
    .check(z.maxLength(MOST.terms)),
  renames: z.array(z.object({ before: name, after: name, from: day })).check(z.maxLength(MOST.terms)),
  rules: z
    .array(
      z.object({
        id: z.string().check(z.regex(/^[\w-]{1,40}$/)),
        when: z.string().check(z.maxLength(2000)),
        mode: name,
        part: name,
        replaces: z.boolean(),
        on: z.boolean(),
      }),
    )
    .check(z.maxLength(MOST.rules)),
  vague: z.array(name),
  columns: z.array(name),
});

/** The coding with its history. */
export const CODING: DecisionKind<CodingFile> = {
  name: 'coding',
  schema: z.object({
    draft: CODING_SCHEMA,
    versions: z.array(z.object({ id: z.number(), at: z.string(), note: z.string(), coding: CODING_SCHEMA })),
    applied: z.number(),
    before: z.array(z.number()),
  }),
  initial: { draft: NO_CODING, versions: [], applied: 0, before: [] },
};

/** What people decided about single complaints, by complaint key, oldest first. */
export type Reviews = Readonly<Record<string, readonly Review[]>>;

export const CODING_REVIEWS: DecisionKind<Reviews> = {
  name: 'coding-reviews',
  schema: z
    .record(z.string(), z.array(z.object({ mode: name, part: name, at: z.string() })))
    // Any text may be the number of a complaint, `constructor` too.
    .transform((all): Reviews => Object.assign(Object.create(null), all)),
  initial: Object.freeze(Object.create(null)),
};

/** Word groups that somebody did not want as rules. */
export const CODING_DISMISSED: DecisionKind<readonly string[]> = {
  name: 'coding-dismissed',
  schema: z.array(z.string()),
  initial: [],
};
