import { orderOf, reviewsUntil } from '../data/coding/applied';
import { CODING, CODING_REVIEWS, type CodingVersion } from '../data/coding/kinds';
import { type CodingHooks, type CodingResult, codingPass, valuesOf } from '../data/coding/pass';
import { complaintTable } from '../data/coding/recode';
import type { Workspace } from '../data/workspace';
import type { Coding, CodingSource } from '../domain/coding';
import { type CodingProblem, problemsOf } from '../domain/coding-check';

/** Complaints that go from one name of their failure to another; null = without one. */
export interface CodingChange {
  readonly before: string | null;
  readonly after: string | null;
  readonly n: number;
  /** Row ids of some of them. */
  readonly examples: readonly number[];
}

export interface RuleCount {
  /** Complaints that the rule codes. */
  readonly decides: number;
  /** Complaints that it would code too, did not an earlier rule or another one decide. */
  readonly shares: number;
}

/** What applying a coding would change. */
export interface CodingPreview {
  readonly rows: number;
  readonly changed: number;
  readonly uncodedBefore: number;
  readonly uncodedAfter: number;
  /** Rules that hold together and disagree. */
  readonly disagree: number;
  /** The most frequent first. */
  readonly changes: readonly CodingChange[];
  readonly sources: Readonly<Partial<Record<CodingSource, number>>>;
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleCount>;
  /** Failure modes that the dictionary lacks, if there is a dictionary. */
  readonly unknown: readonly { readonly mode: string; readonly n: number }[];
}

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
): Promise<CodingPreview> {
  const reviews = reviewsUntil(await workspace.decisions.read(CODING_REVIEWS), now());
  const of = await complaintTable((sql) => workspace.run(sql, { signal: hooks.signal }));
  const { results } = await codingPass(workspace.engine, of, coding, reviews, hooks);
  return summary(results, coding);
}

/**
 * Saves the draft as a version and codes the complaints by it. Whole or not at all: when it fails or is cancelled, the version is kept and
 * the complaints are coded as before.
 * @throws CodingRefused
 */
export async function applyDraft(workspace: Workspace, note: string, hooks: CodingHooks = {}): Promise<CodingVersion> {
  const version = await saveVersion(workspace, note);
  await applyVersion(workspace, version.id, hooks);
  return version;
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

/** Codes the complaints by a version that was saved; 0 takes the codes away. */
export async function applyVersion(workspace: Workspace, version: number, hooks: CodingHooks = {}): Promise<void> {
  const { applied } = await workspace.decisions.read(CODING);
  await moveTo(workspace, version, hooks, (before) => (applied === version ? before : [...before, applied]));
}

/** Goes back to what was applied before; false when there is nothing before. */
export async function undoCoding(workspace: Workspace, hooks: CodingHooks = {}): Promise<boolean> {
  const previous = (await workspace.decisions.read(CODING)).before.at(-1);
  if (previous === undefined) return false;
  await moveTo(workspace, previous, hooks, (before) => before.slice(0, -1));
  return true;
}

/** Makes an old version the draft again; applying it is a step of its own. */
export async function takeVersion(workspace: Workspace, version: number): Promise<void> {
  await workspace.decisions.change(CODING, (file) => {
    const found = file.versions.find(({ id }) => id === version);
    return found === undefined ? file : { ...file, draft: found.coding };
  });
}

/** The database first, then what holds; if that cannot be kept, the database goes back. */
async function moveTo(
  workspace: Workspace,
  version: number,
  hooks: CodingHooks,
  before: (before: readonly number[]) => readonly number[],
): Promise<void> {
  const [file, reviews] = [await workspace.decisions.read(CODING), await workspace.decisions.read(CODING_REVIEWS)];
  if (version !== 0 && !file.versions.some(({ id }) => id === version))
    throw new Error(`There is no version ${version}`);
  await workspace.code(orderOf(file, reviews, version), hooks);
  try {
    await workspace.decisions.change(CODING, (now) => ({ ...now, applied: version, before: [...before(now.before)] }));
  } catch (error) {
    await workspace.code(orderOf(file, reviews, file.applied));
    throw error;
  }
}

function summary(results: readonly CodingResult[], coding: Coding): CodingPreview {
  const changes = new Map<string, { before: string | null; after: string | null; n: number; examples: number[] }>();
  const sources: Partial<Record<CodingSource, number>> = {};
  const rules = new Map(coding.rules.map(({ id }) => [id, { decides: 0, shares: 0 }]));
  const unknown = new Map<string, number>();
  const modes = new Set(coding.terms.map(({ mode }) => mode));
  const counts = { rows: 0, changed: 0, uncodedBefore: 0, uncodedAfter: 0, disagree: 0 };
  for (const { situation, outcome, n, examples } of results) {
    const [was, is] = [valuesOf(situation.now_mode), outcome.modes];
    const differs = was.join('\u001f') !== is.join('\u001f');
    const elsewhere = situation.now_grp !== outcome.group || situation.now_part !== outcome.part;
    counts.rows += n;
    counts.uncodedBefore += was.length === 0 ? n : 0;
    counts.uncodedAfter += is.length === 0 ? n : 0;
    counts.changed += differs || elsewhere ? n : 0;
    counts.disagree += outcome.source === 'rules_disagree' ? n : 0;
    if (outcome.source !== undefined) sources[outcome.source] = (sources[outcome.source] ?? 0) + n;
    outcome.rules.forEach((id, at) => {
      const count = rules.get(id);
      if (count === undefined) return;
      if (at === 0 && outcome.source !== 'review') count.decides += n;
      else count.shares += n;
    });
    if (modes.size > 0) for (const mode of is) if (!modes.has(mode)) unknown.set(mode, (unknown.get(mode) ?? 0) + n);
    if (!differs) continue;
    const key = `${was.join('\u001f')}\u001e${is.join('\u001f')}`;
    const change = changes.get(key) ?? { before: joined(was), after: joined(is), n: 0, examples: [] };
    change.n += n;
    change.examples.push(...examples.slice(0, MOST_EXAMPLES - change.examples.length));
    changes.set(key, change);
  }
  return {
    ...counts,
    changes: [...changes.values()].sort((a, b) => b.n - a.n),
    sources,
    rules,
    unknown: [...unknown].map(([mode, n]) => ({ mode, n })).sort((a, b) => b.n - a.n),
  };
}

const MOST_EXAMPLES = 20;

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(' / ');
}

function now(): string {
  return new Date().toISOString();
}
