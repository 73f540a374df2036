import type { Encoding } from '../../src/data/ingest/plan';

const BOMS: Partial<Record<Encoding, number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};
const tables = new Map<Encoding, Map<string, readonly number[]>>();

/** Text as bytes in any encoding that the import reads; `bom` puts a byte order mark before it. */
export function encode(text: string, encoding: Encoding, bom = false): Uint8Array<ArrayBuffer> {
  const mark = bom ? (BOMS[encoding] ?? []) : [];
  if (encoding === 'utf-8') return Uint8Array.from([...mark, ...new TextEncoder().encode(text)]);
  if (encoding.startsWith('utf-16')) return utf16(text, encoding === 'utf-16le', mark);
  const table = tables.get(encoding) ?? (encoding === 'windows-1252' ? oneByteTable(encoding) : twoByteTable(encoding));
  const bytes = [...mark];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(...pair);
    else throw new Error(`${character} is not in ${encoding}`);
  }
  return Uint8Array.from(bytes);
}

function utf16(text: string, little: boolean, mark: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(mark.length + text.length * 2);
  bytes.set(mark);
  const view = new DataView(bytes.buffer, mark.length);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return bytes;
}

function oneByteTable(encoding: Encoding): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const bytes = Array.from({ length: 128 }, (_, at) => at + 128);
  const table = new Map(bytes.map((byte) => [decoder.decode(Uint8Array.of(byte)), [byte]]));
  tables.set(encoding, table);
  return table;
}

/** Turns the platform's decoder round: it has no encoder for these. */
function twoByteTable(encoding: Encoding): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, [lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}
