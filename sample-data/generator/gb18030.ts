/** Text to GB18030 bytes, for characters that GBK has; throws on others. */
export type Encode = (text: string) => Uint8Array;

/**
 * An encoder made by decoding every two-byte code once and turning the table around:
 * the platform decodes GB18030 but encodes nothing but UTF-8.
 */
export function gb18030Encoder(): Encode {
  const codes = twoByteCodes();
  return (text) => {
    const bytes = new Uint8Array(text.length * 2);
    let length = 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        bytes[length++] = unit;
        continue;
      }
      const code = codes[unit];
      if (code === undefined || code === 0) throw new Error(`GBK has no ${JSON.stringify(text[index])}`);
      bytes[length++] = code >> 8;
      bytes[length++] = code & 0xff;
    }
    return bytes.subarray(0, length);
  };
}

/** Two-byte code of each UTF-16 unit; 0 where there is none. */
function twoByteCodes(): Uint16Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const unit = text.charCodeAt(0);
      if (text.length === 1 && unit >= 0x80 && unit !== 0xfffd) codes[unit] = (lead << 8) | trail;
    }
  return codes;
}
