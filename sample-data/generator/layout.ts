import { isoDay, isoMinute, slashDay, slashMinute } from './calendar';
import { csvRecord } from './csv';
import type { Ticket } from './ticket';
import { WORDS } from './words';

/** How dates are written in an export: day, and day with time of day. */
interface DateStyle {
  readonly day: (day: number) => string;
  readonly minute: (minute: number) => string;
}

interface ExportColumn {
  /** Name of the column in the application. */
  readonly canonical: string;
  /** Header in the usual exports, and in the one of the older client. */
  readonly headers: readonly [usual: string, older: string];
  readonly text: (ticket: Ticket, dates: DateStyle) => string;
}

const word = <C extends string>(words: Readonly<Record<C, string>>, code: C | null) =>
  code === null ? '' : words[code];
const yesNo = (value: boolean | null) => (value === null ? '' : value ? '是' : '否');
const orBlank = (value: string | number | null) => (value === null ? '' : String(value));
const dayOrBlank = (value: number | null, dates: DateStyle) => (value === null ? '' : dates.day(value));
const minuteOrBlank = (value: number | null, dates: DateStyle) => (value === null ? '' : dates.minute(value));

const COLUMNS: readonly ExportColumn[] = [
  { canonical: 'complaint_no', headers: ['客诉编号', '工单号'], text: (t) => t.complaintNo },
  { canonical: 'received_at', headers: ['受理时间', '登记日期'], text: (t, dates) => dates.minute(t.receivedAt) },
  {
    canonical: 'occurred_at',
    headers: ['故障发生日期', '发生日期'],
    text: (t, dates) => dayOrBlank(t.occurredOn, dates),
  },
  { canonical: 'model', headers: ['产品型号', '规格型号'], text: (t) => t.model },
  { canonical: 'product_family', headers: ['产品系列', '系列'], text: (t) => t.family },
  { canonical: 'serial_no', headers: ['序列号', '机身号'], text: (t) => orBlank(t.serialNo) },
  { canonical: 'batch_no', headers: ['生产批次号', '生产批号'], text: (t) => orBlank(t.batchNo) },
  {
    canonical: 'purchased_at',
    headers: ['购买日期', '购机日期'],
    text: (t, dates) => dayOrBlank(t.purchasedOn, dates),
  },
  { canonical: 'channel', headers: ['渠道', '来源'], text: (t) => word(WORDS.channel, t.channel) },
  { canonical: 'region', headers: ['省份', '省份'], text: (t) => t.region },
  { canonical: 'city', headers: ['城市', '城市'], text: (t) => t.city },
  { canonical: 'category', headers: ['投诉类别', '客诉类别'], text: (t) => word(WORDS.category, t.category) },
  {
    canonical: 'failure_group',
    headers: ['故障类别', '故障大类'],
    text: (t) => word(WORDS.failure_group, t.failureGroup),
  },
  { canonical: 'failure_mode', headers: ['故障现象', '不良现象'], text: (t) => orBlank(t.failureMode) },
  { canonical: 'failure_part', headers: ['故障部位', '不良部位'], text: (t) => orBlank(t.failurePart) },
  { canonical: 'fault_type', headers: ['故障类型', '故障属性'], text: (t) => word(WORDS.fault_type, t.faultType) },
  { canonical: 'description', headers: ['问题描述', '投诉内容'], text: (t) => t.description },
  { canonical: 'severity', headers: ['严重程度', '严重度'], text: (t) => word(WORDS.severity, t.severity) },
  { canonical: 'priority', headers: ['优先级', '优先级别'], text: (t) => word(WORDS.priority, t.priority) },
  {
    canonical: 'response_level',
    headers: ['响应等级', '响应级别'],
    text: (t) => word(WORDS.response_level, t.responseLevel),
  },
  {
    canonical: 'responded_at',
    headers: ['首次响应时间', '首次回复时间'],
    text: (t, dates) => minuteOrBlank(t.respondedAt, dates),
  },
  { canonical: 'closed_at', headers: ['结案时间', '结单时间'], text: (t, dates) => minuteOrBlank(t.closedAt, dates) },
  { canonical: 'status', headers: ['处理状态', '工单状态'], text: (t) => word(WORDS.status, t.status) },
  { canonical: 'cause_class', headers: ['原因判定', '原因分类'], text: (t) => word(WORDS.cause_class, t.causeClass) },
  { canonical: 'finding', headers: ['检测结论', '检测结果'], text: (t) => word(WORDS.finding, t.finding) },
  {
    canonical: 'responsible_party',
    headers: ['责任方', '责任方'],
    text: (t) => word(WORDS.responsible_party, t.responsibleParty),
  },
  {
    canonical: 'responsibility',
    headers: ['责任判定', '责任归属'],
    text: (t) => word(WORDS.responsibility, t.responsibility),
  },
  {
    canonical: 'responsible_department',
    headers: ['责任部门', '责任部门'],
    text: (t) => orBlank(t.responsibleDepartment),
  },
  { canonical: 'disposition', headers: ['处理方式', '处理结果'], text: (t) => word(WORDS.disposition, t.disposition) },
  { canonical: 'in_warranty', headers: ['是否保内', '是否在保修期内'], text: (t) => yesNo(t.inWarranty) },
  { canonical: 'human_caused', headers: ['是否人为', '是否人为损坏'], text: (t) => yesNo(t.humanCaused) },
  { canonical: 'safety_related', headers: ['是否涉及安全', '是否安全问题'], text: (t) => yesNo(t.safetyRelated) },
  { canonical: 'cost', headers: ['费用', '维修费用'], text: (t) => orBlank(t.cost) },
  { canonical: 'satisfaction', headers: ['满意度', '满意度'], text: (t) => orBlank(t.satisfaction) },
  { canonical: 'customer_name', headers: ['客户姓名', '客户名称'], text: (t) => t.customerName },
  { canonical: 'customer_contact', headers: ['联系电话', '联系方式'], text: (t) => t.customerContact },
  { canonical: 'order_no', headers: ['订单号', '订单编号'], text: (t) => orBlank(t.orderNo) },
  { canonical: 'handler', headers: ['经办人', '处理人'], text: (t) => t.handler },
];

/** What a CRM client writes: columns under its own headers and in its own date style. */
export interface Layout {
  /** Canonical names of the columns. */
  readonly columns: readonly string[];
  readonly headers: readonly string[];
  readonly cells: (ticket: Ticket) => string[];
  readonly record: (ticket: Ticket) => string;
}

const ISO: DateStyle = { day: isoDay, minute: isoMinute };
const SLASHES: DateStyle = { day: slashDay, minute: slashMinute };

export const USUAL_LAYOUT = layout(COLUMNS, 0, ISO);
export const OLDER_LAYOUT = layout(COLUMNS, 1, SLASHES);

/** The columns that decide what counts and a few to look at: for files of which only the length matters. */
const LEAN_COLUMNS: ReadonlySet<string> = new Set([
  'complaint_no',
  'received_at',
  'model',
  'batch_no',
  'purchased_at',
  'region',
  'city',
  'category',
  'failure_mode',
  'fault_type',
  'description',
  'severity',
  'cause_class',
  'finding',
  'in_warranty',
  'safety_related',
  'cost',
]);
export const LEAN_LAYOUT = layout(
  COLUMNS.filter(({ canonical }) => LEAN_COLUMNS.has(canonical)),
  0,
  ISO,
);

function layout(columns: readonly ExportColumn[], client: 0 | 1, dates: DateStyle): Layout {
  const cells = (ticket: Ticket) => columns.map(({ text }) => text(ticket, dates));
  return {
    columns: columns.map(({ canonical }) => canonical),
    headers: columns.map(({ headers }) => headers[client]),
    cells,
    record: (ticket) => csvRecord(cells(ticket)),
  };
}
