import { orderOf, reviewsUntil } from '../data/coding/applied';
import { CODING, CODING_REVIEWS, type CodingVersion } from '../data/coding/kinds';
import { type CodingHooks, codingPass } from '../data/coding/pass';
import { complaintTable } from '../data/coding/recode';
import type { Workspace } from '../data/workspace';
import { type Coding, NO_CODING } from '../domain/coding';
import { type CodingProblem, problemsOf } from '../domain/coding-check';
import { type CodingEffect, effectOf } from './coding-effect';

/** The coding cannot be applied as it is. */
export class CodingRefused extends Error {
  constructor(readonly problems: readonly CodingProblem[]) {
    super(`The coding has ${problems.length} errors: ${JSON.stringify(problems)}`);
    this.name = 'CodingRefused';
  }
}

/** What a coding with all decisions so far would change; nothing is changed. */
export async function previewCoding(
  workspace: Workspace,
  coding: Coding,
  hooks: CodingHooks = {},
): Promise<CodingEffect> {
  const reviews = reviewsUntil(await workspace.decisions.read(CODING_REVIEWS), now());
  const of = await complaintTable((sql) => workspace.run(sql, { signal: hooks.signal }));
  return effectOf(await codingPass(workspace.engine, of, coding, reviews, hooks), coding);
}

/**
 * Saves the draft as a version and codes the complaints by it. Whole or not at all: when it fails or is cancelled, the version is kept and
 * the complaints are coded as before.
 * @throws CodingRefused
 */
export async function applyDraft(
  workspace: Workspace,
  note: string,
  hooks: CodingHooks = {},
): Promise<{ readonly version: CodingVersion; readonly effect: CodingEffect }> {
  const version = await saveVersion(workspace, note);
  return { version, effect: await applyVersion(workspace, version.id, hooks) };
}

/** Saves the draft, with the time and a note. @throws CodingRefused when it cannot be applied as it is */
async function saveVersion(workspace: Workspace, note: string): Promise<CodingVersion> {
  const file = await workspace.decisions.change(CODING, (before) => {
    const errors = problemsOf(before.draft).filter(({ level }) => level === 'error');
    if (errors.length > 0) throw new CodingRefused(errors);
    const id = (before.versions.at(-1)?.id ?? 0) + 1;
    return { ...before, versions: [...before.versions, { id, at: now(), note, coding: before.draft }] };
  });
  return file.versions.at(-1) as CodingVersion;
}

/** Codes the complaints by a version that was saved; 0 takes the codes away. What that changed. */
export async function applyVersion(
  workspace: Workspace,
  version: number,
  hooks: CodingHooks = {},
): Promise<CodingEffect> {
  const { applied } = await workspace.decisions.read(CODING);
  return moveTo(workspace, version, hooks, (before) => (applied === version ? before : [...before, applied]));
}

/** Goes back to what was applied before, and what that changed; undefined when there is nothing before. */
export async function undoCoding(workspace: Workspace, hooks: CodingHooks = {}): Promise<CodingEffect | undefined> {
  const previous = (await workspace.decisions.read(CODING)).before.at(-1);
  return previous === undefined ? undefined : moveTo(workspace, previous, hooks, (before) => before.slice(0, -1));
}

/** The database first, then what holds; if that cannot be kept, the database goes back. */
async function moveTo(
  workspace: Workspace,
  version: number,
  hooks: CodingHooks,
  before: (before: readonly number[]) => readonly number[],
): Promise<CodingEffect> {
  const [file, reviews] = [await workspace.decisions.read(CODING), await workspace.decisions.read(CODING_REVIEWS)];
  if (version !== 0 && !file.versions.some(({ id }) => id === version))
    throw new Error(`There is no version ${version}`);
  const order = orderOf(file, reviews, version);
  const pass = await workspace.code(order, hooks);
  try {
    await workspace.decisions.change(CODING, (now) => ({ ...now, applied: version, before: [...before(now.before)] }));
  } catch (error) {
    await workspace.code(orderOf(file, reviews, file.applied));
    throw error;
  }
  return effectOf(pass, order?.coding ?? NO_CODING);
}

function now(): string {
  return new Date().toISOString();
}
