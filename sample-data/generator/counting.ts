import type { Ticket } from './ticket';

/**
 * What counts, as the sample's truth has it: the rules of quality complaints written a second time,
 * on purpose apart from the SQL of the application, so that each can be held against the other.
 */
export interface Standing {
  readonly reported: boolean;
  readonly quality: boolean;
  readonly confirmed: boolean;
  readonly safety: boolean;
  /** A quality complaint whose cause nobody has judged yet. */
  readonly notJudged: boolean;
}

export function standingOf(ticket: Ticket): Standing {
  const safety = ticket.safetyRelated;
  const reported = safety || (ticket.category !== 'consultation' && ticket.category !== 'no_reason_return');
  const quality = safety || (reported && isQuality(ticket));
  return {
    reported,
    quality,
    confirmed: safety || (quality && ticket.finding === 'confirmed'),
    safety,
    notJudged: quality && ticket.causeClass === null,
  };
}

function isQuality(ticket: Ticket): boolean {
  const aboutProduct =
    ticket.category === 'product_quality' || (ticket.category === null && ticket.failureMode !== null);
  return aboutProduct && ticket.finding !== 'no_fault_found' && causeCounts(ticket);
}

function causeCounts({ causeClass, inWarranty, faultType }: Ticket): boolean {
  if (causeClass === 'ageing') return inWarranty === true && faultType === 'hardware';
  return causeClass === null || causeClass === 'production_quality' || causeClass === 'quality_hazard';
}
