/** Digits of a number that a spreadsheet keeps; what its binary form has beyond them was never typed. */
const KEPT_DIGITS = 15;
/** Formats that only pad with zeros: the number of a unit, not a quantity. */
const PADDING = /^0{2,}$/;

/** A number as it would be typed, never in E-notation: all digits of whole numbers, 15 of others. */
export function numberText(value: number, format = ''): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) {
    if (PADDING.test(format) && value >= 0) return String(value).padStart(format.length, '0');
    return Math.abs(value) < 1e21 ? String(value + 0) : BigInt(value).toString();
  }
  const typed = String(value).replace(/[-.]/g, '').replace(/e.*/, '').length > KEPT_DIGITS;
  return withoutExponent(typed ? String(Number(value.toPrecision(KEPT_DIGITS))) : String(value));
}

function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = ''] = /^(-?)(\d+)(?:\.(\d+))?e-(\d+)$/.exec(text) ?? [];
  return exponent === '' ? text : `${sign}0.${'0'.repeat(Number(exponent) - whole.length)}${whole}${fraction}`;
}
