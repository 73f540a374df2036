import type { Persistence } from '../engine/persistence';
import type { FilePlan, Problem } from './plan';

/** Room that rows take in the database, as a share of their text; measured 0.22–0.3, and twice that while they are merged. */
const DATABASE_SHARE = 0.6;

/** Bytes of disk that an import takes at its peak: raw copy, a workbook's sheet as text, clean copy where one is needed, database. */
function spaceNeeded({ size, scan, book }: Pick<FilePlan, 'size' | 'scan' | 'book'>): number {
  return size + scan.bytes * ((book === undefined ? 0 : 1) + (scan.direct ? 0 : 1) + DATABASE_SHARE);
}

/**
 * Refuses files that the disk cannot take before anything is written, and says what would fit.
 * @param persistence what the browser tells of its quota; null when nothing is kept on disk
 */
export function tooLittleSpace(
  plans: readonly Pick<FilePlan, 'size' | 'scan' | 'book'>[],
  persistence: Persistence | null,
): Problem | undefined {
  if (persistence?.quota == null) return undefined;
  const needed = plans.reduce((sum, plan) => sum + spaceNeeded(plan), 0);
  const free = Math.max(0, persistence.quota - (persistence.usage ?? 0));
  if (needed <= free) return undefined;
  const records = plans.reduce((sum, plan) => sum + plan.scan.records, 0);
  return {
    level: 'error',
    code: 'noSpace',
    details: { needed, free, rows: Math.floor((records * free) / needed), records },
  };
}
