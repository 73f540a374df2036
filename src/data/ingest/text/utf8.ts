/**
 * Checks that bytes which arrive in parts are UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF). A decoder would
 * say the same, but makes a string of every part.
 */
export class Utf8Check {
  /** Continuation bytes that are still to come, and what the next one may be. */
  private missing = 0;
  private low = 0x80;
  private high = 0xbf;

  /** Whether the next part goes on as UTF-8; after a part that does not, the next one is taken by itself. */
  add(bytes: Uint8Array): boolean {
    const { length } = bytes;
    let at = 0;
    while (at < length) {
      if (this.missing > 0) {
        const byte = bytes[at]!;
        if (byte < this.low || byte > this.high) return this.fail();
        this.low = 0x80;
        this.high = 0xbf;
        this.missing--;
        at++;
        continue;
      }
      while (at < length && bytes[at]! < 0x80) at++;
      // Most Chinese characters: three bytes without further conditions.
      while (at + 2 < length && isPlainLead(bytes[at]!)) {
        if ((bytes[at + 1]! & 0xc0) !== 0x80 || (bytes[at + 2]! & 0xc0) !== 0x80) return this.fail();
        at += 3;
      }
      if (at < length && bytes[at]! >= 0x80 && !this.begin(bytes[at++]!)) return this.fail();
    }
    return true;
  }

  /** Whether nothing is missing at the end. */
  get complete(): boolean {
    return this.missing === 0;
  }

  /** Takes the first byte of a character of several bytes. */
  private begin(byte: number): boolean {
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    this.low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    return true;
  }

  private fail(): false {
    this.missing = 0;
    this.low = 0x80;
    this.high = 0xbf;
    return false;
  }
}

/** E1…EC, EE and EF: any two continuation bytes may follow. */
function isPlainLead(byte: number): boolean {
  return byte > 0xe0 && byte < 0xf0 && byte !== 0xed;
}
