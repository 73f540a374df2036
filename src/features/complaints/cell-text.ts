import { type Column, columnOf } from '../../domain/columns';
import { personKind } from '../../domain/person-columns';
import type { Format } from '../../ui/format';
import type { Labels } from '../../ui/labels';
import { maskContact, maskName } from '../../ui/mask';

/** What writing a cell takes. */
export interface Wording {
  readonly labels: Labels;
  readonly format: Format;
  /** Between the values of one cell. */
  readonly separator: string;
}

type Row = Readonly<Record<string, unknown>>;

/** What a column holds; extra columns hold text. */
export function kindOf(column: string): Column['kind'] {
  return columnOf('complaint', column)?.kind ?? 'text';
}

/** Whether a column names people or how to reach them. */
export function isPersonal(column: string): boolean {
  return personKind(column) !== undefined;
}

/** A cell as people read it; '' for blank. */
export function cellText(column: string, row: Row, { labels, format, separator }: Wording): string {
  const value = row[column];
  switch (kindOf(column)) {
    case 'time':
      return timeText(value, format);
    case 'number':
    case 'integer':
      return typeof value === 'number' ? format.number(value, decimalsOf(column)) : '';
    case 'list':
      return valuesOf(column, row).join(separator);
    default:
      return value === null || value === undefined ? '' : labels.value(column, String(value));
  }
}

/** A name or contact without the person. */
export function maskedText(column: string, row: Row): string {
  const text = String(row[column] ?? '');
  return isContact(column) ? maskContact(text) : maskName(text);
}

/** Whether a personal column holds a way to reach somebody, rather than a name. */
export function isContact(column: string): boolean {
  return personKind(column) === 'contact';
}

/** The values of a cell that may hold several. */
export function valuesOf(column: string, row: Row): string[] {
  const several = row[listOf(column)];
  if (Array.isArray(several)) return several.map(String);
  return typeof row[column] === 'string' ? [row[column]] : [];
}

/** The stored column with all values of a cell, beside the one with the first. */
export function listOf(column: string): string {
  return `${column}s`;
}

/** Date and time, or the date alone where the file gave no hour. */
function timeText(value: unknown, format: Format): string {
  if (typeof value !== 'string') return '';
  return isDateOnly(value) ? format.date(value) : format.dateTime(value);
}

/** Whether a stored time carries no hour, as far as can be told. */
export function isDateOnly(time: string): boolean {
  return time.slice(11, 19) === '' || time.slice(11, 19) === '00:00:00';
}

const MONEY: ReadonlySet<string> = new Set(['price_paid', 'cost', 'freight']);

/** Digits after the point, the same down a column. */
export function decimalsOf(column: string): number {
  if (MONEY.has(column)) return 2;
  return kindOf(column) === 'integer' ? 0 : 1;
}
