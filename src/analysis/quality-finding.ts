import type { Dataset } from '../domain/columns';
import { type FindingKey, type FindingKind, findingId, LOSS, type Severity, severityOf } from '../domain/quality';
import type { Predicate } from '../domain/scope';

/** Rows of one file that are affected, of how many. */
export interface FileCount {
  /** Number of the file in the journal. */
  readonly file: number;
  readonly count: number;
  readonly of: number;
}

/** How the affected rows are listed. */
export interface FoundRows {
  /** The whole list, in its order. */
  readonly sql: string;
  /** Names of its columns, `source_file` and `source_row` aside. */
  readonly columns: readonly string[];
}

/** Something that is wrong with the data, and what that costs. */
export interface Finding extends FindingKey {
  readonly id: string;
  /** Rows affected (numbers missing from a register, for `numberGap`), of how many looked at. */
  readonly count: number;
  readonly of: number;
  /** Share of what counts that is affected, 0…1: of quality complaints, of units shipped, else of rows. */
  readonly share: number;
  readonly basis: Basis;
  /** Share of the analysis that is lost, 0…1; findings are sorted by it. */
  readonly loss: number;
  readonly severity: Severity;
  /** Files in the order of the journal. */
  readonly byFile: readonly FileCount[];
  /** What affected rows hold, at most five. */
  readonly examples: readonly string[];
  /** What the sentence about this kind needs besides. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Undefined where no row can be shown: what is missing everywhere, or never came in. */
  readonly rows?: FoundRows;
  /** Complaints that a scope can express are listed by it. */
  readonly scope?: readonly Predicate[];
}
export type Basis = 'quality' | 'units' | 'rows';

/** What a finding is made of; the rest follows. */
export interface Found extends FindingKey {
  readonly count: number;
  readonly of: number;
  /** Affected weight of the whole weight, where rows do not all count the same. */
  readonly weighed?: { readonly part: number; readonly whole: number; readonly basis: Basis };
  /** What an affected row is lost for, 0…1; the kind's own unless given. */
  readonly weight?: number;
  readonly byFile: readonly FileCount[];
  readonly examples?: readonly string[];
  readonly details?: Finding['details'];
  readonly rows?: FoundRows;
  readonly scope?: readonly Predicate[];
}

/** Examples that a finding shows. */
export const EXAMPLES = 5;

export function findingOf({ weighed, weight, examples = [], details = {}, ...found }: Found): Finding {
  const share = weighed === undefined ? ratio(found.count, found.of) : ratio(weighed.part, weighed.whole);
  const loss = Math.min(1, share * (weight ?? lossOf(found.kind)));
  return {
    ...found,
    id: findingId(found),
    share,
    basis: weighed?.basis ?? 'rows',
    loss,
    severity: severityOf(loss),
    examples: examples.slice(0, EXAMPLES),
    details,
  };
}

function lossOf(kind: FindingKind): number {
  return kind === 'blank' || kind === 'absent' ? 1 : LOSS[kind];
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** What the rows of a dataset are weighed by. */
export function basisOf(dataset: Dataset): Basis {
  return dataset === 'complaint' ? 'quality' : dataset === 'shipment' ? 'units' : 'rows';
}

/** The whole of a count by file. */
export function totalOf(byFile: readonly Pick<FileCount, 'count'>[]): number {
  return byFile.reduce((sum, { count }) => sum + count, 0);
}
