import { batchCandidate, LEAST_SHARED, sliceTail, sliceTotals } from './batch-slices';
import type { Candidate } from './candidate';
import { dispersionOf } from './dispersion';
import type { Factory } from './factory';
import { leadersOf } from './leaders';
import type { ModeScan } from './mode-scan';
import type { Setting } from './setting';
import { timeCandidate } from './time-slices';

/** p up to which slices are accounted for before scatter is measured. */
const PLAIN = 1e-4;

/**
 * Slices of a mode, each with its p. Of batches all that have complaints of it: what is usual as it is may stand out once others are
 * explained. The scatter of the mode is measured on the way.
 * @param at place of the mode @param order batches, those that may share a cause side by side
 */
export function candidatesOf(setting: Setting, at: number, order: Int32Array): Candidate[] {
  const scan = setting.modes[at]?.scan;
  const ofComplaints = (dispersion: number) =>
    setting.counts.flatMap((counts) => counts.candidates(at, scan, dispersion));
  if (scan === undefined) return ofComplaints(1);
  const plain = batchCandidates(setting, scan, 1);
  scan.dispersion = scatterOf(scan, plain, order);
  const products = setting.products.map((product) => timeCandidate(scan, product, scan.widening));
  return [
    ...(scan.widening > 1 ? batchCandidates(setting, scan, scan.widening) : plain),
    ...products.filter((candidate) => candidate !== undefined),
    ...ofComplaints(scan.widening),
  ];
}

function batchCandidates({ batches }: Setting, scan: ModeScan, dispersion: number): Candidate[] {
  return batches.flatMap((of) =>
    sliceTotals(scan, of).flatMap((totals, value) =>
      totals.shared < LEAST_SHARED ? [] : [batchCandidate(scan, of, value, totals, sliceTail(totals, dispersion))],
    ),
  );
}

/** Scatter between batches once slices of more than one batch explain what they can. */
function scatterOf(scan: ModeScan, plain: readonly Candidate[], order: Int32Array): number {
  const several = plain.filter(({ held }) => (held?.batch.length ?? 0) > 1);
  const isEven = several.every(({ p }) => p > PLAIN);
  const explained = isEven ? [] : several;
  return dispersionOf(scan, order, leadersOf(explained, scan, { threshold: PLAIN, dispersion: 1 }).factor);
}

/** Batches by line, shift and build day. */
export function neighbours({ batches }: Factory): Int32Array {
  const keys = batches.map(({ line, shift, built }) => [`${line}\u0000${shift}`, built ?? 0] as const);
  return Int32Array.from(batches.keys()).sort((a, b) => {
    const [[here, on] = ['', 0], [there, then] = ['', 0]] = [keys[a], keys[b]];
    return here < there ? -1 : here > there ? 1 : on - then;
  });
}
