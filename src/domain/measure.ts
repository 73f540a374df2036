import type { Scope } from './scope';

/**
 * What is counted. Nested: reported ⊇ quality ⊇ confirmed; safety complaints are in every one of them.
 * `tickets` is every row, consultations and no-reason returns included: shown as its own line, never a rate.
 */
export const MEASURES = ['reported', 'quality', 'confirmed', 'safety', 'cost'] as const;
export type MeasureId = (typeof MEASURES)[number];

/** Numerator alone, or per 1000 units shipped in the same period. */
export const BASES = ['count', 'shipped'] as const;
export type Basis = (typeof BASES)[number];

export interface Measure {
  readonly id: MeasureId;
  readonly per: Basis;
}

export const DEFAULT_MEASURE: Measure = { id: 'quality', per: 'count' };

/** What a dataset offers: the canonical columns that hold at least one value. */
export type Present = ReadonlySet<string>;

/** Why a rate cannot be given; the screen says it in words instead of inventing a denominator. */
export type NoRate =
  | { readonly reason: 'noShipments' }
  /** Shipments do not carry this attribute of the unit, so its denominator is unknown. */
  | { readonly reason: 'notInShipments'; readonly field: string }
  /** Shipments carry the region or channel of a warehouse or dealer, not of the user. */
  | { readonly reason: 'notEndCustomer'; readonly field: string };

/** What the complaint itself is about: it narrows the numerator and leaves the denominator whole. */
const NUMERATOR_ONLY: ReadonlySet<string> = new Set([
  'complaint_no',
  'previous_complaint_no',
  'status',
  'handler',
  'category',
  'failure_group',
  'failure_mode',
  'failure_part',
  'fault_type',
  'frequency',
  'description',
  'usage_environment',
  'evidence',
  'severity',
  'priority',
  'response_level',
  'safety_related',
  'cause_class',
  'finding',
  'analysis_basis',
  'diagnosis',
  'responsible_party',
  'responsibility',
  'initial_responsibility',
  'responsible_department',
  'in_warranty',
  'human_caused',
  'demand',
  'disposition',
  'rejected_reason',
  'repair_count',
  'replaced_parts',
  'replacement_serial_no',
  'cost',
  'freight',
  'return_no',
  'escalated',
  'reopened',
  'recheck_count',
  'recheck_by',
  'satisfaction',
  'satisfied',
]);

/** The time axes of complaint and shipment are one field for a scope: the period under review. */
const PERIOD_FIELD = { complaint: 'received_at', shipment: 'shipped_at' } as const;

const END_CUSTOMER_ONLY: ReadonlySet<string> = new Set(['region', 'city', 'channel']);

export type Exposure =
  | { readonly known: true; readonly scope: Scope }
  | { readonly known: false; readonly why: NoRate };

/** Whether a field describes the complaint, not the unit: such a field has no part in a denominator. */
export function isAboutComplaint(field: string): boolean {
  return NUMERATOR_ONLY.has(field);
}

export interface ShipmentFacts {
  readonly present: Present;
  /** Every shipment row goes to an end customer, so its region is the user's. */
  readonly endCustomersOnly: boolean;
}

/**
 * The shipments that a complaint scope's rate is measured against (domain.md, "What counts").
 * @param fields further fields the answer is broken down by; each must have a denominator too.
 */
export function exposureOf(
  scope: Scope,
  shipments: ShipmentFacts | undefined,
  fields: readonly string[] = [],
): Exposure {
  if (shipments === undefined) return { known: false, why: { reason: 'noShipments' } };
  for (const field of [...scope.map((predicate) => predicate.field), ...fields]) {
    if (NUMERATOR_ONLY.has(field) || field === PERIOD_FIELD.complaint) continue;
    if (!shipments.present.has(field)) return { known: false, why: { reason: 'notInShipments', field } };
    if (END_CUSTOMER_ONLY.has(field) && !shipments.endCustomersOnly)
      return { known: false, why: { reason: 'notEndCustomer', field } };
  }
  return {
    known: true,
    scope: scope
      .filter((predicate) => !NUMERATOR_ONLY.has(predicate.field))
      .map((predicate) =>
        predicate.field === PERIOD_FIELD.complaint ? { ...predicate, field: PERIOD_FIELD.shipment } : predicate,
      ),
  };
}
