import type { Dataset } from './columns';

/** What can be wrong with the rows of one list, or between lists; in no order. */
export const FINDING_KINDS = [
  /** Nothing in columns that an analysis needs. */
  'blank',
  /** No file has the column at all. */
  'absent',
  'rejected',
  'keyRepeat',
  'unread',
  'unknownWord',
  'placeholder',
  'misplaced',
  'scientific',
  'lostZeros',
  'tooOld',
  'future',
  'order',
  'impossibleNumber',
  'outlier',
  'duplicate',
  'misnumbered',
  'numberMonth',
  'numberGap',
  'dealerRegion',
  'unitTwice',
  /** Two lists disagree: see `domain/relation`. */
  'relation',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const SEVERITIES = ['serious', 'notable', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Shares of the analysis lost from which a finding is serious, or notable. */
const SERIOUS = 0.1;
const NOTABLE = 0.01;

/** How bad a finding is, from the share of the analysis that it costs (0…1). */
export function severityOf(loss: number): Severity {
  return loss >= SERIOUS ? 'serious' : loss >= NOTABLE ? 'notable' : 'minor';
}

/** What names a finding across imports: what is wrong, where. */
export interface FindingKey {
  readonly kind: FindingKind;
  readonly dataset: Dataset;
  /** Columns that it is about; of a relation its kind, of rejected rows the reason. */
  readonly about: readonly string[];
}

export function findingId({ kind, dataset, about }: FindingKey): string {
  return [kind, dataset, ...about].join(' ');
}

/** How much of what an affected row tells is lost, 0…1; what is blank has a weight of its own (`domain/quality-needs`). */
export const LOSS: Readonly<Record<Exclude<FindingKind, 'blank' | 'absent'>, number>> = {
  rejected: 1,
  keyRepeat: 0.2,
  unread: 0.3,
  unknownWord: 0.3,
  placeholder: 0.2,
  misplaced: 0.3,
  scientific: 0.5,
  lostZeros: 0.5,
  tooOld: 0.5,
  future: 0.5,
  order: 0.3,
  impossibleNumber: 0.5,
  outlier: 0.2,
  duplicate: 1,
  misnumbered: 0.1,
  numberMonth: 0.1,
  numberGap: 1,
  dealerRegion: 0.3,
  unitTwice: 0.5,
  relation: 0.6,
};

/** Once accepted, a finding comes back when it has grown beyond this many times what was accepted. */
const GROWN = 1.5;

/** Whether more is wrong than somebody has accepted. */
export function hasGrown(count: number, accepted: number): boolean {
  return count > accepted * GROWN;
}
