import { z } from 'zod';
import { columnOf, EXTRA_PREFIX } from '../../domain/columns';
import { readExpression } from '../../domain/expression-syntax';
import type { LearnedWords } from '../ingest/meaning/learned-words';
import type { Profile } from '../ingest/survey/profile';
import { MOST_PROFILES, profileSchema, wordsSchema } from './kinds';
import { freeName, newest, shortened } from './remember';

/** What the file says it is. */
const KIND = 'truecause import profiles';
const VERSION = 1;
const LARGEST = 10 * 1024 * 1024;

interface ProfileFile {
  readonly profiles: readonly Profile[];
  readonly words: LearnedWords;
}

export type ProfileFileProblem =
  | { readonly code: 'tooLarge' | 'notJson' | 'otherFile' | 'newerVersion' }
  /** What is wrong stands at `place`, as `profiles › 2 › name`. */
  | { readonly code: 'broken'; readonly place: string }
  | { readonly code: 'badTarget' | 'badExpression'; readonly profile: string; readonly column: string };

/** Profiles and words as a file to take to another machine. */
export function profileFile({ profiles, words }: ProfileFile): Blob {
  const content = { kind: KIND, version: VERSION, profiles, words };
  return new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' });
}

const file = z.object({
  profiles: z.array(profileSchema).check(z.maxLength(MOST_PROFILES)),
  words: wordsSchema,
});

/** Reads such a file; all of it or nothing. */
export async function readProfileFile(source: Blob): Promise<ProfileFile | ProfileFileProblem> {
  if (source.size > LARGEST) return { code: 'tooLarge' };
  const content = parsed(await source.text());
  if (content === undefined) return { code: 'notJson' };
  const { kind, version } = Object(content) as { kind?: unknown; version?: unknown };
  if (kind !== KIND) return { code: 'otherFile' };
  if (typeof version !== 'number' || version > VERSION) return { code: 'newerVersion' };
  const read = file.safeParse(content);
  if (!read.success) return { code: 'broken', place: (read.error.issues[0]?.path ?? []).map(placeOf).join(' › ') };
  for (const profile of read.data.profiles) {
    const problem = profileProblem(profile);
    if (problem !== undefined) return problem;
  }
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Places in a list count from 1, as people do. */
function placeOf(step: PropertyKey): string {
  return typeof step === 'number' ? String(step + 1) : String(step);
}

/** Names that no column has, and expressions that cannot be read. */
function profileProblem({ name, dataset, told }: Profile): ProfileFileProblem | undefined {
  for (const target of Object.values(told.mapping ?? {}))
    if (target !== null && !target.startsWith(EXTRA_PREFIX) && columnOf(dataset, target) === undefined)
      return { code: 'badTarget', profile: name, column: target };
  const unread = told.computed?.find(({ expression }) => !readExpression(expression).ok);
  return unread && { code: 'badExpression', profile: name, column: unread.name };
}

/** Profiles with those of a file: one that is there already is replaced, another of the same name gets a number behind it. */
export function withFile(before: readonly Profile[], profiles: readonly Profile[]): readonly Profile[] {
  const all = profiles.reduce<readonly Profile[]>((list, profile) => {
    const others = list.filter(({ id }) => id !== profile.id);
    return [...others, { ...profile, name: freeName(others, shortened(profile.name)) }];
  }, before);
  return newest(all);
}
