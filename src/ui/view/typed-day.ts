import { shift } from '../../domain/period';

const DIGITS = /^(\d{4})(\d{2})(\d{2})?$/;
const PARTED = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?[日月]?$/;

/**
 * A day as somebody typed it, as ISO `YYYY-MM-DD`: `2025-3-1`, `2025/03/01`, `20250301`, `2025年3月1日`. A month alone
 * (`2025-03`) is its first or its last day. Undefined when it is no day of the calendar.
 */
export function typedDay(text: string, end: 'first' | 'last'): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const [, year, month = '', day] = DIGITS.exec(plain) ?? PARTED.exec(plain) ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(year) < 1000) return undefined;
  const first = `${year}-${month.padStart(2, '0')}-01`;
  if (day === undefined) return end === 'first' ? first : shift('day', shift('month', first, 1), -1);
  const number = Number(day);
  const found = shift('day', first, number - 1);
  return number >= 1 && found.slice(0, 7) === first.slice(0, 7) ? found : undefined;
}
