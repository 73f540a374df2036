import type { Vocabulary } from './vocabulary';

/**
 * What a column holds once it is in the engine.
 * - `key`: identifier, always text, leading zeros kept
 * - `text`: prose · `category`: free text with few distinct values · `vocabulary`: a code of `domain/vocabulary`
 * - `list`: several categories in one cell ("H93,H15,"), stored as VARCHAR plus `<name>s` VARCHAR[] (first one in the plain column)
 * - `time`: TIMESTAMP without zone (wall clock) · `number`: DOUBLE · `integer`: BIGINT · `boolean`
 */
export type ColumnKind =
  | 'key'
  | 'text'
  | 'category'
  | 'vocabulary'
  | 'list'
  | 'time'
  | 'number'
  | 'integer'
  | 'boolean';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly vocabulary?: Vocabulary;
  /** Names or contacts of people: masked on screen, left out of exports unless asked for. */
  readonly person?: true;
  /** A row without a readable value here is unusable and is rejected, if the file has the column. */
  readonly required?: true;
}

export type Dataset = 'complaint' | 'shipment';
export const DATASETS: readonly Dataset[] = ['complaint', 'shipment'];

export interface DatasetSchema {
  readonly dataset: Dataset;
  /** Column that identifies a row, if the dataset has one. Without it (or when the file lacks it) the row's fingerprint does. */
  readonly key?: string;
  /** The dataset's own time axis: rows are stored in its order. */
  readonly time: string;
  readonly columns: readonly Column[];
}

const key = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'key', ...extra });
const text = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'text', ...extra });
const category = (name: string): Column => ({ name, kind: 'category' });
const time = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'time', ...extra });
const number = (name: string): Column => ({ name, kind: 'number' });
const integer = (name: string, extra: Partial<Column> = {}): Column => ({ name, kind: 'integer', ...extra });
const boolean = (name: string): Column => ({ name, kind: 'boolean' });
const vocabulary = (name: string, of: Vocabulary = name as Vocabulary): Column => ({
  name,
  kind: 'vocabulary',
  vocabulary: of,
});

const complaint: DatasetSchema = {
  dataset: 'complaint',
  key: 'complaint_no',
  time: 'received_at',
  columns: [
    key('complaint_no'),
    key('previous_complaint_no'),
    vocabulary('status'),
    text('handler', { person: true }),
    time('occurred_at'),
    time('received_at', { required: true }),
    time('responded_at'),
    time('callback_at'),
    time('assigned_at'),
    time('planned_at'),
    time('promised_at'),
    time('diagnosed_at'),
    time('notified_at'),
    time('repair_started_at'),
    time('repair_completed_at'),
    time('replacement_shipped_at'),
    time('delivered_at'),
    time('old_part_received_at'),
    time('refunded_at'),
    time('resolved_at'),
    time('confirmed_at'),
    time('closed_at'),
    vocabulary('channel'),
    vocabulary('category'),
    text('customer_name', { person: true }),
    text('customer_contact', { person: true }),
    key('order_no'),
    category('region'),
    category('city'),
    category('model'),
    category('product_family'),
    key('serial_no'),
    key('batch_no'),
    category('software_version'),
    time('purchased_at'),
    time('activated_at'),
    time('produced_at'),
    time('shipped_at'),
    number('price_paid'),
    vocabulary('failure_group'),
    { name: 'failure_mode', kind: 'list' },
    category('failure_part'),
    vocabulary('fault_type'),
    vocabulary('frequency'),
    text('description'),
    text('usage_environment'),
    text('evidence'),
    vocabulary('severity'),
    vocabulary('priority'),
    vocabulary('response_level'),
    boolean('safety_related'),
    vocabulary('cause_class'),
    vocabulary('finding'),
    vocabulary('analysis_basis'),
    text('diagnosis'),
    vocabulary('responsible_party'),
    vocabulary('responsibility'),
    vocabulary('initial_responsibility', 'responsibility'),
    category('responsible_department'),
    category('supplier'),
    boolean('in_warranty'),
    boolean('human_caused'),
    vocabulary('demand', 'disposition'),
    vocabulary('disposition'),
    text('rejected_reason'),
    integer('repair_count'),
    text('replaced_parts'),
    key('replacement_serial_no'),
    number('cost'),
    number('freight'),
    key('return_no'),
    boolean('escalated'),
    boolean('reopened'),
    integer('recheck_count'),
    text('recheck_by', { person: true }),
    number('satisfaction'),
    boolean('satisfied'),
  ],
};

const shipment: DatasetSchema = {
  dataset: 'shipment',
  time: 'shipped_at',
  columns: [
    time('shipped_at', { required: true }),
    key('batch_no'),
    category('model'),
    category('product_family'),
    integer('qty', { required: true }),
    text('customer'),
    category('region'),
    category('carrier'),
    category('warehouse'),
    category('packaging_version'),
    vocabulary('sale_channel'),
    vocabulary('destination_kind'),
  ],
};

export const SCHEMAS: Readonly<Record<Dataset, DatasetSchema>> = { complaint, shipment };

/** The catalogue entry of a canonical column; undefined for extra columns and unknown names. */
export function columnOf(dataset: Dataset, name: string): Column | undefined {
  return SCHEMAS[dataset].columns.find((column) => column.name === name);
}

/** Prefix of columns that the catalogue does not know: kept as text under their own header. */
export const EXTRA_PREFIX = 'x_';
