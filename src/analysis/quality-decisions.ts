import { z } from 'zod';
import type { DecisionKind } from '../data/decisions';
import { hasGrown } from '../domain/quality';
import type { Finding } from './quality-finding';

/** A finding that somebody knows and can live with. */
export interface Acceptance {
  /** Of the finding. */
  readonly id: string;
  readonly by: string;
  /** ISO with zone. */
  readonly at: string;
  readonly reason: string;
  /** Rows affected then. */
  readonly count: number;
}

export interface QualityDecisions {
  /** One a finding at most. */
  readonly accepted: readonly Acceptance[];
  /** Series of which the files are the whole register (`seriesId`). */
  readonly complete: readonly string[];
}

/** What people have said about the quality of the data. */
export const QUALITY_DECISIONS: DecisionKind<QualityDecisions> = {
  name: 'quality',
  schema: z.object({
    accepted: z.array(
      z.object({ id: z.string(), by: z.string(), at: z.string(), reason: z.string(), count: z.number() }),
    ),
    complete: z.array(z.string()),
  }),
  initial: { accepted: [], complete: [] },
};

/** A finding and what somebody said about it. */
export interface Judged {
  readonly finding: Finding;
  readonly acceptance?: Acceptance;
  /** It was accepted, and so much has come since that it is looked at again. */
  readonly grown: boolean;
}

/** Findings that wait, and those that are accepted; each in its order. */
export function judged(
  findings: readonly Finding[],
  { accepted }: QualityDecisions,
): { readonly open: readonly Judged[]; readonly accepted: readonly Judged[] } {
  const all = findings.map((finding): Judged => {
    const acceptance = accepted.find(({ id }) => id === finding.id);
    const grown = acceptance !== undefined && hasGrown(finding.count, acceptance.count);
    return { finding, grown, ...(acceptance !== undefined && { acceptance }) };
  });
  const holds = ({ acceptance, grown }: Judged) => acceptance !== undefined && !grown;
  return { open: all.filter((one) => !holds(one)), accepted: all.filter(holds) };
}

/** The decisions with a finding accepted as it is now. */
export function accepting(before: QualityDecisions, acceptance: Acceptance): QualityDecisions {
  return { ...before, accepted: [...before.accepted.filter(({ id }) => id !== acceptance.id), acceptance] };
}

/** The decisions without the acceptance of a finding. */
export function takingBack(before: QualityDecisions, id: string): QualityDecisions {
  return { ...before, accepted: before.accepted.filter((one) => one.id !== id) };
}

/** The decisions with a series declared to be the whole register, or not. */
export function declaring(before: QualityDecisions, series: string, isComplete: boolean): QualityDecisions {
  const others = before.complete.filter((one) => one !== series);
  return { ...before, complete: isComplete ? [...others, series] : others };
}
