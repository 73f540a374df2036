import { isUtf16 } from './encoding';

/** Files that are no text of rows, as far as their kind helps to say what to do instead. */
export type BinaryKind = 'image' | 'zip' | 'excel' | 'pdf' | 'xml' | 'json' | 'unknown';

const SIGNATURES: readonly { kind: BinaryKind; bytes: string }[] = [
  { kind: 'pdf', bytes: '%PDF-' },
  { kind: 'image', bytes: '\x89PNG' },
  { kind: 'image', bytes: '\xff\xd8\xff' },
  { kind: 'image', bytes: 'GIF8' },
  { kind: 'image', bytes: 'II*\0' },
  { kind: 'image', bytes: 'MM\0*' },
  { kind: 'excel', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { kind: 'zip', bytes: 'PK\x03\x04' },
  { kind: 'zip', bytes: '\x1f\x8b' },
  { kind: 'zip', bytes: '7z\xbc\xaf\x27\x1c' },
  { kind: 'zip', bytes: 'Rar!' },
];
/** Data in another form than rows: elements, or objects. No first cell of a table begins so. */
const XML = /^\s*<\?xml[\s>]/;
const JSON_TEXT = /^\s*(?:\[\s*)?\{\s*"[^"\n]*"\s*:/;
/** Names inside a packed spreadsheet. */
const SPREADSHEET = /xl\/|\[Content_Types\]|opendocument\.spreadsheet/;
/** Tab, line feed, form feed, carriage return. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 12, 13]);
/** Shares of bytes beyond which a file is not text: NULs, and other control characters. */
const NUL_SHARE = 0.02;
const CONTROL_SHARE = 0.1;

/** What kind of file it is when it is not text; undefined for text. */
export function looksBinary(sample: readonly Uint8Array[]): BinaryKind | undefined {
  const head = sample[0] ?? new Uint8Array();
  const start = latin1(head.subarray(0, 4096));
  const known = SIGNATURES.find(({ bytes }) => start.startsWith(bytes))?.kind;
  if (known === 'zip' && SPREADSHEET.test(start)) return 'excel';
  if (known !== undefined) return known;
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'image';
  if (XML.test(start.replace(/^\xef\xbb\xbf/, ''))) return 'xml';
  if (JSON_TEXT.test(start.replace(/^\xef\xbb\xbf/, ''))) return 'json';
  return isUtf16(head) || !isControlled(head) ? undefined : 'unknown';
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function isControlled(head: Uint8Array): boolean {
  let nuls = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) nuls++;
    else if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) controls++;
  }
  return nuls > head.length * NUL_SHARE || controls > head.length * CONTROL_SHARE;
}
