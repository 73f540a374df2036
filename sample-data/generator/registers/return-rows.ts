import type { Code } from '../../../src/domain/vocabulary';
import type { Arrival } from '../arrivals';
import { dayOfMinute, isoDay, isoMonth } from '../calendar';
import { among } from '../distributions';
import { AS_OF } from '../factory';
import { streams } from '../random';
import { hiddenModeOf } from '../stories/hidden-fault';
import type { Ticket } from '../ticket';
import { WORDS } from '../words';
import { type Column, type Register, register } from './register';
import { REGISTER_WORDS } from './words';

/** A kettle that a customer sent back, or wanted to. */
export interface ReturnRow {
  readonly returnNo: string;
  readonly complaintNo: string;
  readonly serialNo: string | null;
  readonly appliedOn: number;
  readonly approvedBy: string;
  readonly approvedOn: number | null;
  readonly decision: keyof typeof REGISTER_WORDS.decision | null;
  readonly decisionReason: string;
  readonly receivedOn: number | null;
  readonly packaging: keyof typeof REGISTER_WORDS.packaging_condition | null;
  readonly matches: boolean | null;
  readonly appearance: keyof typeof REGISTER_WORDS.inspection_result | null;
  readonly function: keyof typeof REGISTER_WORDS.inspection_result | null;
  readonly finding: Code<'finding'> | null;
  readonly disposition: Code<'disposition'> | null;
  readonly reinspection: keyof typeof REGISTER_WORDS.inspection_result | null;
}

const word = <C extends string>(words: Readonly<Record<C, string>>, code: C | null) =>
  code === null ? '' : words[code];
const orBlank = (on: number | null) => (on === null ? '' : isoDay(on));

const COLUMNS: readonly Column<ReturnRow>[] = [
  { canonical: 'return_no', header: '退货单号', text: (r) => r.returnNo },
  { canonical: 'complaint_no', header: '客诉编号', text: (r) => r.complaintNo },
  { canonical: 'serial_no', header: '序列号', text: (r) => r.serialNo ?? '' },
  { canonical: 'applied_at', header: '申请日期', text: (r) => isoDay(r.appliedOn) },
  { canonical: 'approved_by', header: '审批人', text: (r) => r.approvedBy },
  { canonical: 'approved_at', header: '审批日期', text: (r) => orBlank(r.approvedOn) },
  { canonical: 'decision', header: '审批结果', text: (r) => word(REGISTER_WORDS.decision, r.decision) },
  { canonical: 'decision_reason', header: '审批说明', text: (r) => r.decisionReason },
  { canonical: 'received_at', header: '收货日期', text: (r) => orBlank(r.receivedOn) },
  {
    canonical: 'packaging_condition',
    header: '包装状况',
    text: (r) => word(REGISTER_WORDS.packaging_condition, r.packaging),
  },
  {
    canonical: 'matches_description',
    header: '是否与描述相符',
    text: (r) => (r.matches === null ? '' : r.matches ? '是' : '否'),
  },
  {
    canonical: 'appearance_result',
    header: '外观检验',
    text: (r) => word(REGISTER_WORDS.inspection_result, r.appearance),
  },
  { canonical: 'function_result', header: '功能检验', text: (r) => word(REGISTER_WORDS.inspection_result, r.function) },
  { canonical: 'finding', header: '检测结论', text: (r) => word(WORDS.finding, r.finding) },
  { canonical: 'disposition', header: '处理方式', text: (r) => word(WORDS.disposition, r.disposition) },
  {
    canonical: 'reinspection_result',
    header: '复检结果',
    text: (r) => word(REGISTER_WORDS.inspection_result, r.reinspection),
  },
];

const packaging = among<keyof typeof REGISTER_WORDS.packaging_condition>(
  ['intact', 0.7],
  ['damaged', 0.2],
  ['missing', 0.1],
);
/** Share of exchanges for which the old kettle comes back. */
const SENT_BACK = 0.1;

/** Collects the returns that accepted tickets bring, in order of receipt of the ticket. */
export class Returns {
  readonly rows: ReturnRow[] = [];
  private readonly open: ReturnType<typeof streams>;
  private month = '';
  private number = 0;

  constructor(seed: number) {
    this.open = streams(seed, 'returns');
  }

  add(ticket: Ticket, arrival: Arrival): void {
    const random = this.open(arrival.shipment.index, arrival.ordinal, ticket.receivedAt);
    const noReason = ticket.category === 'no_reason_return';
    const back = noReason || ticket.disposition === 'refund';
    if (!back && !(ticket.disposition === 'exchange' && random.chance(SENT_BACK))) return;
    const appliedOn = dayOfMinute(ticket.receivedAt);
    const refused = noReason && random.chance(0.03);
    const approvedOn = known(appliedOn + random.below(3));
    const receivedOn = approvedOn === null || refused ? null : known(approvedOn + 2 + random.below(8));
    const fault = hiddenModeOf(arrival.cast.problem.id);
    const faulty = noReason ? fault !== undefined && random.chance(0.7) : random.chance(0.88);
    const arrived = receivedOn !== null;
    this.rows.push({
      returnNo: this.next(appliedOn),
      complaintNo: ticket.complaintNo,
      serialNo: ticket.serialNo,
      appliedOn,
      approvedBy: `售后主管${1 + random.below(3)}`,
      approvedOn,
      decision: approvedOn === null ? null : refused ? 'rejected' : 'approved',
      decisionReason: refused ? '超过七天' : noReason ? '七天无理由' : '质量问题',
      receivedOn,
      packaging: arrived ? packaging(random) : null,
      matches: arrived ? (noReason ? fault === undefined || faulty : faulty) : null,
      appearance: arrived ? (random.chance(0.9) ? 'pass' : 'fail') : null,
      function: arrived ? (faulty ? 'fail' : 'pass') : null,
      finding: arrived ? (ticket.finding === 'confirmed' || faulty ? 'confirmed' : 'no_fault_found') : null,
      disposition: arrived ? (ticket.disposition ?? 'refund') : null,
      reinspection: arrived && random.chance(0.05) ? (faulty ? 'fail' : 'pass') : null,
    });
  }

  /** `TH202403-0042`, from 1 in each month. */
  private next(on: number): string {
    const now = isoMonth(on).replace('-', '');
    this.number = now === this.month ? this.number + 1 : 1;
    this.month = now;
    return `TH${now}-${String(this.number).padStart(4, '0')}`;
  }
}

/** The day, if it is not after the export. */
function known(on: number): number | null {
  return on <= dayOfMinute(AS_OF) ? on : null;
}

export function returnRegister(rows: readonly ReturnRow[]): Register {
  return register('returns.csv', 'returned_item', COLUMNS, rows);
}
