import { describe, expect, it } from 'vitest';
import { standingOf } from '../../sample-data/generator/counting';
import type { Ticket } from '../../sample-data/generator/ticket';

type Facts = Partial<
  Pick<Ticket, 'category' | 'failureMode' | 'causeClass' | 'finding' | 'inWarranty' | 'faultType' | 'safetyRelated'>
>;

const NOTHING: Required<Facts> = {
  category: null,
  failureMode: null,
  causeClass: null,
  finding: null,
  inWarranty: null,
  faultType: null,
  safetyRelated: false,
};

/** The measures that a ticket with these facts counts in. */
function measures(facts: Facts): string {
  const standing = standingOf({ ...NOTHING, ...facts } as Ticket);
  return (['reported', 'quality', 'confirmed', 'safety', 'notJudged'] as const).filter((name) => standing[name]).join();
}

const cases: readonly [what: string, facts: Facts, counted: string][] = [
  ['consultation', { category: 'consultation' }, ''],
  ['no-reason return', { category: 'no_reason_return', failureMode: '异味' }, ''],
  ['service', { category: 'service_attitude' }, 'reported'],
  ['product quality, judged', { category: 'product_quality', causeClass: 'production_quality' }, 'reported,quality'],
  ['product quality, not judged', { category: 'product_quality' }, 'reported,quality,notJudged'],
  ['a hazard', { category: 'product_quality', causeClass: 'quality_hazard' }, 'reported,quality'],
  ['blank with a failure', { failureMode: '异味', causeClass: 'production_quality' }, 'reported,quality'],
  ['blank without a failure', {}, 'reported'],
  ['normal state', { category: 'product_quality', causeClass: 'normal_state' }, 'reported'],
  ['operation', { category: 'product_quality', causeClass: 'operation' }, 'reported'],
  ['human damage', { category: 'product_quality', causeClass: 'human_damage' }, 'reported'],
  ['environment', { category: 'product_quality', causeClass: 'environment' }, 'reported'],
  [
    'ageing hardware in warranty',
    { category: 'product_quality', causeClass: 'ageing', inWarranty: true, faultType: 'hardware' },
    'reported,quality',
  ],
  [
    'ageing hardware out of warranty',
    { category: 'product_quality', causeClass: 'ageing', inWarranty: false, faultType: 'hardware' },
    'reported',
  ],
  [
    'ageing appearance in warranty',
    { category: 'product_quality', causeClass: 'ageing', inWarranty: true, faultType: 'appearance' },
    'reported',
  ],
  ['no fault found', { category: 'product_quality', finding: 'no_fault_found' }, 'reported'],
  [
    'confirmed',
    { category: 'product_quality', causeClass: 'production_quality', finding: 'confirmed' },
    'reported,quality,confirmed',
  ],
  ['confirmed misuse', { category: 'product_quality', causeClass: 'human_damage', finding: 'confirmed' }, 'reported'],
  [
    'safety, whatever the cause',
    { category: 'consultation', causeClass: 'operation', safetyRelated: true },
    'reported,quality,confirmed,safety',
  ],
];

describe('what counts', () => {
  it.each(cases)('%s', (_, facts, counted) => {
    expect(measures(facts)).toBe(counted);
  });
});
