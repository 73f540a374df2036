const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** Microseconds of a second as DuckDB writes them: '' or '.5' or '.678901'. */
const fraction = (micros: number) => (micros === 0 ? '' : `.${pad(micros, 6).replace(/0+$/, '')}`);

/** Number of a 128-bit little-endian integer with `scale` decimal places. */
export function decimalNumber(words: Uint32Array, scale: number): number {
  const unsigned = words.reduceRight((value, word) => (value << 32n) | BigInt(word), 0n);
  return Number(BigInt.asIntN(32 * words.length, unsigned)) / 10 ** scale;
}

/**
 * 'YYYY-MM-DD HH:MM:SS[.ffffff]' of milliseconds since 1970, wall clock. Exact to the microsecond from 1831 to 2109, a
 * few microseconds off further away; throws a RangeError beyond the years of a Date.
 */
export function timestampText(milliseconds: number): string {
  const micros = Math.round(milliseconds * 1000);
  const seconds = Math.floor(micros / 1_000_000);
  const clock = new Date(seconds * 1000).toISOString().slice(0, -'.000Z'.length);
  return `${clock.replace('T', ' ')}${fraction(micros - seconds * 1_000_000)}`;
}

/** 'YYYY-MM-DD' of milliseconds since 1970. */
export function dateText(milliseconds: number): string {
  return timestampText(milliseconds).slice(0, -' HH:MM:SS'.length);
}

/** 'HH:MM:SS[.ffffff]' of microseconds since midnight. */
export function timeText(micros: bigint): string {
  const seconds = Number(micros / 1_000_000n);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${clock.map((part) => pad(part, 2)).join(':')}${fraction(Number(micros % 1_000_000n))}`;
}
