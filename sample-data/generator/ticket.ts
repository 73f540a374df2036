import type { Code } from '../../src/domain/vocabulary';

/** One ticket as the CRM knows it: codes where there is a vocabulary, null where nothing was entered. */
export interface Ticket {
  readonly complaintNo: string;
  /** Minutes, as are the other `…At`; `…On` are days. */
  readonly receivedAt: number;
  readonly occurredOn: number | null;
  readonly purchasedOn: number | null;
  readonly respondedAt: number | null;
  readonly closedAt: number | null;
  readonly status: Code<'status'>;
  readonly channel: Code<'channel'>;
  readonly category: Code<'category'> | null;
  readonly model: string;
  readonly family: string;
  readonly serialNo: string | null;
  readonly batchNo: string | null;
  readonly region: string;
  readonly city: string;
  readonly failureGroup: Code<'failure_group'> | null;
  readonly failureMode: string | null;
  readonly failurePart: string | null;
  readonly faultType: Code<'fault_type'> | null;
  readonly description: string;
  readonly severity: Code<'severity'>;
  readonly priority: Code<'priority'>;
  readonly responseLevel: Code<'response_level'>;
  readonly causeClass: Code<'cause_class'> | null;
  readonly finding: Code<'finding'> | null;
  readonly responsibleParty: Code<'responsible_party'> | null;
  readonly responsibility: Code<'responsibility'> | null;
  readonly responsibleDepartment: string | null;
  readonly disposition: Code<'disposition'> | null;
  readonly inWarranty: boolean | null;
  readonly humanCaused: boolean | null;
  readonly safetyRelated: boolean;
  /** Yuan. */
  readonly cost: number | null;
  readonly satisfaction: number | null;
  readonly customerName: string;
  readonly customerContact: string;
  readonly orderNo: string | null;
  readonly handler: string;
}
