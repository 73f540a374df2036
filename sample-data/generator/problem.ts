import type { Code } from '../../src/domain/vocabulary';
import { among, lognormal, type Sampler, uniform, weibull } from './distributions';
import type { FamilyId } from './factory';
import type { Shipment } from './shipments';
import type { StoryId } from './stories/ids';

/** Tickets of a problem per 1000 units over their life. */
export type PerThousand = (shipment: Shipment) => number;

export interface Failure {
  readonly group: Code<'failure_group'>;
  readonly mode: string;
  readonly part: string;
  readonly type: Code<'fault_type'>;
}

export interface Blame {
  readonly party: Code<'responsible_party'>;
  readonly responsibility: Code<'responsibility'>;
  readonly department: string;
}

/** How often a problem comes where the customer lives, against the rarest place. */
export interface RegionFactor {
  readonly factorOf: (province: string) => number;
  /** The greatest factor there is. */
  readonly most: number;
}

/** A ticket that comes by design, not by chance. */
export interface Plan {
  readonly shipment: Shipment;
  readonly purchasedOn: number;
  readonly occurredOn: number;
  /** Minutes. */
  readonly receivedAt: number;
}

/** Something that customers get in touch about, and how such tickets come out. */
export interface Problem {
  readonly id: string;
  readonly story?: StoryId;
  readonly category: Sampler<Code<'category'>>;
  readonly failure?: Failure;
  readonly perThousand: PerThousand;
  /** Where customers have it more often than elsewhere. */
  readonly regions?: RegionFactor;
  /** Tickets by design, beside those by rate: complete, examined, and never damaged. */
  readonly planned?: (shipments: readonly Shipment[]) => readonly Plan[];
  /** Days of use until it happens. */
  readonly onset: Sampler;
  /** Days until the customer gets in touch. */
  readonly wait: Sampler;
  readonly severity: Sampler<Code<'severity'>>;
  /** Cause once judged. */
  readonly cause: Sampler<Code<'cause_class'>> | undefined;
  /** Known to be no fault as soon as the agent hears it. */
  readonly judgedAtOnce?: true;
  readonly blame: Blame;
  readonly disposition: Sampler<Code<'disposition'>>;
  /** Share of tickets that touch safety. */
  readonly safety: number;
}

const wear = weibull(1.25, 170);
export const early = weibull(0.8, 60);
export const onArrival = uniform(0, 3);
const days = lognormal(3.5, 1.15);
export const sameDay = lognormal(0.5, 0.8);

export const grave = among<Code<'severity'>>(['moderate', 0.3], ['major', 0.6], ['critical', 0.1]);
const middling = among<Code<'severity'>>(['minor', 0.15], ['moderate', 0.6], ['major', 0.25]);
export const slight = among<Code<'severity'>>(['minor', 0.7], ['moderate', 0.3]);
export const dangerous = among<Code<'severity'>>(['major', 0.35], ['critical', 0.65]);

const made = among<Code<'cause_class'>>(
  ['production_quality', 0.86],
  ['quality_hazard', 0.05],
  ['ageing', 0.03],
  ['human_damage', 0.04],
  ['environment', 0.02],
);
export const worn = among<Code<'cause_class'>>(['ageing', 0.6], ['environment', 0.4]);

const replaced = among<Code<'disposition'>>(
  ['exchange', 0.55],
  ['repair', 0.2],
  ['refund', 0.12],
  ['part_replacement', 0.13],
);
export const mended = among<Code<'disposition'>>(
  ['part_replacement', 0.6],
  ['exchange', 0.25],
  ['compensation', 0.1],
  ['refund', 0.05],
);
export const explained = among<Code<'disposition'>>(['guidance', 1]);
export const soothed = among<Code<'disposition'>>(['compensation', 0.6], ['guidance', 0.4]);
export const returned = among<Code<'disposition'>>(['refund', 1]);

export const PRODUCTION: Blame = { party: 'company', responsibility: 'production', department: '生产部' };
export const PROCESS: Blame = { party: 'company', responsibility: 'process', department: '工艺部' };
export const DESIGN: Blame = { party: 'company', responsibility: 'design', department: '研发部' };
export const MATERIAL: Blame = { party: 'supplier', responsibility: 'material', department: '采购部' };
export const TRANSPORT: Blame = { party: 'third_party', responsibility: 'transport', department: '物流部' };
export const CUSTOMER: Blame = { party: 'customer', responsibility: 'misuse', department: '客服部' };
export const SURROUNDINGS: Blame = { party: 'customer', responsibility: 'environment', department: '客服部' };
export const SERVICE: Blame = { party: 'company', responsibility: 'unknown', department: '客服部' };

/** A fault of the product. */
export function fault(
  id: string,
  group: Failure['group'],
  mode: string,
  part: string,
  perThousand: PerThousand,
  blame: Blame,
  type: Failure['type'] = 'hardware',
): Problem {
  return {
    id,
    category: among<Code<'category'>>(['product_quality', 1]),
    failure: { group, mode, part, type },
    perThousand,
    onset: wear,
    wait: days,
    severity: middling,
    cause: made,
    blame,
    disposition: replaced,
    safety: 0.001,
  };
}

/** A ticket about anything but the product. */
export function service(
  id: string,
  category: Code<'category'>,
  perThousand: number,
  blame: Blame,
  disposition: Problem['disposition'],
): Problem {
  return {
    id,
    category: among([category, 1]),
    perThousand: always(perThousand),
    onset: weibull(0.9, 50),
    wait: sameDay,
    severity: slight,
    cause: undefined,
    blame,
    disposition,
    safety: 0,
  };
}

/** The same rate for every unit. */
export function always(perThousand: number): PerThousand {
  return () => perThousand;
}

/** Only these families have the problem. */
export function only(families: Partial<Record<FamilyId, number>>): PerThousand {
  return ({ batch }) => families[batch.model.family.id] ?? 0;
}
