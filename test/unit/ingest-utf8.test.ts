import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Utf8Check } from '../../src/data/ingest/text/utf8';

/** What the platform's strict decoder says of the whole. */
function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function check(bytes: Uint8Array, cuts: readonly number[]): boolean {
  const utf8 = new Utf8Check();
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).every((to, at) => utf8.add(bytes.subarray(edges[at], to))) && utf8.complete;
}

describe('UTF-8 check', () => {
  const cuts = fc.array(fc.nat(), { maxLength: 4 });

  test('takes every text, however it is cut into parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), cuts, (text, at) => {
        expect(check(new TextEncoder().encode(text), at)).toBe(true);
      }),
    );
  });

  test('agrees with the strict decoder on any bytes', () => {
    // Bytes that begin or continue characters, so that many sequences are nearly right.
    const byte = fc.oneof(
      fc.integer({ min: 0x7e, max: 0xff }),
      fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xe0, 0xed, 0xf0, 0xf4),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), cuts, (bytes, at) => {
        const all = Uint8Array.from(bytes);
        expect(check(all, at)).toBe(isText(all));
      }),
      { numRuns: 5000 },
    );
  });

  test('goes on after a part that is not text', () => {
    const utf8 = new Utf8Check();
    expect(utf8.add(Uint8Array.of(0xe6, 0xbc))).toBe(true);
    expect(utf8.add(Uint8Array.of(0x41))).toBe(false);
    expect(utf8.add(new TextEncoder().encode('漏水'))).toBe(true);
  });
});
