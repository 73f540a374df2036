/**
 * Closed vocabularies of after-sales quality: the codes that columns of these names may hold.
 * Labels live in the locales under `value.<vocabulary>.<code>`; words found in files are matched to codes at import.
 * A value is mapped by its column, never by the word alone: severity, priority and response_level share words.
 */
export const VOCABULARIES = {
  status: [
    'received',
    'assessing',
    'waiting_customer',
    'waiting_return',
    'in_progress',
    'resolved',
    'closed',
    'reopened',
    'rejected',
    'cancelled',
  ],
  channel: ['hotline', 'web', 'app', 'wechat', 'store', 'marketplace', 'email', 'social', 'service_point', 'other'],
  category: [
    'product_quality',
    'service_attitude',
    'response_speed',
    'installation',
    'repair_delay',
    'logistics',
    'consultation',
    'no_reason_return',
    'other',
  ],
  failure_group: ['missing', 'appearance', 'electrical', 'structural', 'functional'],
  fault_type: ['hardware', 'software', 'appearance', 'misuse'],
  frequency: ['always', 'intermittent', 'once'],
  severity: ['minor', 'moderate', 'major', 'critical'],
  priority: ['normal', 'important', 'urgent'],
  response_level: ['low', 'normal', 'urgent'],
  cause_class: [
    'normal_state',
    'operation',
    'ageing',
    'human_damage',
    'production_quality',
    'quality_hazard',
    'environment',
  ],
  finding: ['confirmed', 'no_fault_found', 'different_fault', 'not_examined'],
  analysis_basis: ['description', 'photo', 'returned_unit', 'stock_sample', 'reproduction'],
  responsible_party: ['company', 'supplier', 'third_party', 'customer', 'force_majeure', 'unknown'],
  responsibility: [
    'design',
    'material',
    'process',
    'production',
    'inspection',
    'storage',
    'transport',
    'installation',
    'misuse',
    'environment',
    'unknown',
  ],
  disposition: [
    'repair',
    'exchange',
    'part_replacement',
    'refund',
    'guidance',
    'compensation',
    'paid_repair',
    'paid_exchange',
    'rejected',
  ],
  sale_channel: ['online_platform', 'online_own', 'dealer', 'retail', 'direct', 'other'],
  destination_kind: ['end_customer', 'platform_warehouse', 'dealer'],
  shift: ['day', 'middle', 'night', 'team_a', 'team_b', 'team_c', 'team_d'],
  iqc_result: ['accepted', 'sorted', 'concession', 'rejected', 'exempt', 'pending'],
  stock_status: ['in_stock', 'in_transit', 'on_hold', 'wip', 'scrapped'],
  decision: ['approved', 'rejected', 'pending'],
  packaging_condition: ['intact', 'opened', 'damaged', 'missing'],
  check_result: ['pass', 'fail', 'not_checked'],
  stage: ['iqc', 'ipqc', 'fqc', 'oqc'],
  change_kind: [
    'man',
    'machine',
    'material',
    'method',
    'environment',
    'measurement',
    'design',
    'software',
    'supplier',
    'packaging',
    'carrier',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Vocabulary = keyof typeof VOCABULARIES;
export type Code<V extends Vocabulary> = (typeof VOCABULARIES)[V][number];

/** The codes of a vocabulary, in the order in which people list them (scales: mildest first). */
export function codesOf(vocabulary: Vocabulary): readonly string[] {
  return VOCABULARIES[vocabulary];
}
