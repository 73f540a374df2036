import type { Decisions } from '../data/decisions';
import { type Quality, type QualitySource, quality } from './quality';
import { judged, QUALITY_DECISIONS } from './quality-decisions';
import type { Finding } from './quality-finding';

/** A finding with what somebody has said about it. */
export interface ReportedFinding extends Finding {
  /** Why it is accepted; null while it waits, also when it has grown since. */
  readonly accepted: string | null;
}

/** The quality of the data as the screen shows it, as plain data. */
export interface QualityReport extends Omit<Quality, 'findings'> {
  readonly findings: readonly ReportedFinding[];
}

/** Looks through all lists, with the decisions that were made about them. */
export async function qualityReport(
  workspace: QualitySource & { readonly decisions: Decisions },
): Promise<QualityReport> {
  const decisions = await workspace.decisions.read(QUALITY_DECISIONS);
  const found = await quality(workspace, { complete: decisions.complete });
  const { accepted } = judged(found.findings, decisions);
  const reasons = new Map(accepted.map(({ finding, acceptance }) => [finding.id, acceptance?.reason ?? null]));
  return { ...found, findings: found.findings.map((one) => ({ ...one, accepted: reasons.get(one.id) ?? null })) };
}
