import { columnOf, type Dataset, EXTRA_PREFIX } from '../../../domain/columns';
import type { ColumnProfile, ImportOptions, Problem, Scan } from '../plan';
import { problem } from './problems';
import type { ColumnProposal, MappingProposal } from './recognise';

/** A source column on its way to the plan. */
export interface Wanted {
  readonly proposal: ColumnProposal;
  /** Canonical name or an extra one the user gave; undefined = an extra column named after its source; null = left out. */
  readonly target: string | null | undefined;
  /** The user said so. */
  readonly told: boolean;
  /** What the whole file says; undefined for columns that were not watched. */
  readonly profile: ColumnProfile | undefined;
}

/** What the user said a source column is, by its name or its zero-based index. */
export function toldTargets(
  columns: readonly ColumnProposal[],
  { mapping = {} }: ImportOptions,
): { targets: Map<number, string | null>; problems: Problem[] } {
  const targets = new Map<number, string | null>();
  const problems: Problem[] = [];
  for (const [key, target] of Object.entries(mapping)) {
    const column =
      columns.find(({ source }) => source === key) ?? (/^\d+$/.test(key) ? columns[Number(key)] : undefined);
    if (column === undefined) problems.push(problem('error', 'unknownSource', { column: key }));
    else targets.set(column.index, target);
  }
  return { targets, problems };
}

/** The user's word for a column, else the proposal unless another column was given its place. */
export function wantedColumns(
  { dataset, columns }: MappingProposal,
  scan: Scan,
  targets: ReadonlyMap<number, string | null>,
): Wanted[] {
  const profiles = new Map(scan.profiles.map((profile) => [profile.index, profile]));
  const claimed = new Set(targets.values());
  return columns.map((proposal) => {
    const { index } = proposal;
    const told = targets.has(index);
    const proposed =
      columnOf(dataset, proposal.target) === undefined || claimed.has(proposal.target) ? undefined : proposal.target;
    const target = told ? targets.get(index) : proposed;
    return { proposal, target, told, profile: profiles.get(index) };
  });
}

/** Names that no column has, and columns that were given twice. */
export function targetProblems(dataset: Dataset, wanted: readonly Wanted[]): Problem[] {
  const seen = new Map<string, string>();
  return wanted.flatMap(({ proposal: { source }, target, told }) => {
    if (!told || target === null || target === undefined) return [];
    const known =
      columnOf(dataset, target) !== undefined ||
      (target.startsWith(EXTRA_PREFIX) && target.length > EXTRA_PREFIX.length);
    if (!known) return [problem('error', 'unknownColumn', { column: source, target })];
    const before = seen.get(target.toLowerCase());
    seen.set(target.toLowerCase(), source);
    return before === undefined ? [] : [problem('error', 'mappedTwice', { target, column: before, other: source })];
  });
}
