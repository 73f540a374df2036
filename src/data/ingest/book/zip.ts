import { crc32 } from './crc32';
import { refuse } from './refusal';

const END_SIGNATURE = 0x06054b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** The end record, and the longest comment that may follow it. */
const END_ROOM = 22 + 65_535;
const SIZES64 = 0x0001;
const UNICODE_PATH = 0x7075;
/** A list of contents longer than this (about 700,000 files) is no export. */
const LONGEST_DIRECTORY = 64 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;
const PART = 1024 * 1024;

/** One file inside a zip, as the list of contents has it; nothing of that is to be trusted before it is unpacked. */
export interface ZipEntry {
  /** Name as bytes: zip does not say in which encoding, unless `utf8`. */
  readonly name: Uint8Array;
  readonly utf8: boolean;
  readonly folder: boolean;
  readonly encrypted: boolean;
  readonly method: number;
  /** Bytes in the zip, and bytes when unpacked. */
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  /** Where its own header begins. */
  readonly at: number;
}

/** The list of contents at the end of a zip. Refuses a zip that is cut off or damaged. */
export async function readZip(file: Blob): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, file.size - END_ROOM);
  const tail = await view(file, tailAt, file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END_SIGNATURE) end--;
  if (end < 0) refuse('truncatedZip');
  let { count, size, at } = {
    count: tail.getUint16(end + 10, true),
    size: tail.getUint32(end + 12, true),
    at: tail.getUint32(end + 16, true),
  };
  let endAt = tailAt + end;
  if (end >= 20 && tail.getUint32(end - 20, true) === LOCATOR64_SIGNATURE) {
    endAt = Number(tail.getBigUint64(end - 12, true));
    const end64 = await view(file, endAt, endAt + 56);
    if (end64.byteLength < 56 || end64.getUint32(0, true) !== END64_SIGNATURE) refuse('truncatedZip');
    count = Number(end64.getBigUint64(32, true));
    size = Number(end64.getBigUint64(40, true));
    at = Number(end64.getBigUint64(48, true));
  }
  // What stands before the zip (a program that unpacks itself) moves everything.
  const shift = endAt - size - at;
  if (shift < 0 || size > LONGEST_DIRECTORY) refuse('truncatedZip');
  const list = await view(file, at + shift, endAt);
  const entries: ZipEntry[] = [];
  for (let from = 0; entries.length < count; ) {
    if (from + 46 > list.byteLength || list.getUint32(from, true) !== ENTRY_SIGNATURE) refuse('truncatedZip');
    const lengths = [28, 30, 32].map((field) => list.getUint16(from + field, true));
    const [named = 0, extra = 0, comment = 0] = lengths;
    entries.push(entryAt(list, from, named, extra, shift));
    from += 46 + named + extra + comment;
  }
  return entries;
}

function entryAt(list: DataView, from: number, named: number, extra: number, shift: number): ZipEntry {
  if (from + 46 + named + extra > list.byteLength) refuse('truncatedZip');
  const flags = list.getUint16(from + 8, true);
  const written = bytesOf(list, from + 46, named);
  const fields = extraFields(list, from + 46 + named, extra);
  const wide = fields.get(SIZES64);
  let wideAt = 0;
  const widened = (value: number) => {
    if (value !== 0xffffffff || wide === undefined || wideAt + 8 > wide.byteLength) return value;
    wideAt += 8;
    return Number(wide.getBigUint64(wideAt - 8, true));
  };
  const size = widened(list.getUint32(from + 24, true));
  const packed = widened(list.getUint32(from + 20, true));
  const at = widened(list.getUint32(from + 42, true)) + shift;
  const path = fields.get(UNICODE_PATH);
  // Holds for this name only if the fingerprint of the name as written agrees.
  const valid = path !== undefined && path.byteLength > 5 && path.getUint32(1, true) === crc32(written);
  const name = valid ? bytesOf(path, 5, path.byteLength - 5) : written;
  const utf8 = valid || (flags & 0x800) !== 0;
  const folder = name.at(-1) === 0x2f || name.at(-1) === 0x5c;
  const method = list.getUint16(from + 10, true);
  return {
    name,
    utf8,
    folder,
    encrypted: (flags & 1) !== 0,
    method,
    packed,
    size,
    crc: list.getUint32(from + 16, true),
    at,
  };
}

function extraFields(list: DataView, from: number, length: number): Map<number, DataView> {
  const fields = new Map<number, DataView>();
  for (let at = from; at + 4 <= from + length; ) {
    const size = Math.min(list.getUint16(at + 2, true), from + length - at - 4);
    fields.set(list.getUint16(at, true), new DataView(list.buffer, list.byteOffset + at + 4, size));
    at += 4 + size;
  }
  return fields;
}

/**
 * Unpacks one file of a zip, part by part. Refuses to go on beyond `most` bytes, whatever the list of contents says, and a file whose
 * content is not what the list says.
 */
export async function* unpacked(zip: Blob, entry: ZipEntry, most: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const head = await view(zip, entry.at, entry.at + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL_SIGNATURE) refuse('truncatedZip');
  const from = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  if (from + entry.packed > zip.size) refuse('truncatedZip');
  const packed = zip.slice(from, from + entry.packed);
  if (entry.method !== STORED && entry.method !== DEFLATED) refuse('packedOtherwise', { method: entry.method });
  let size = 0;
  let crc = 0;
  for await (const part of entry.method === STORED ? parts(packed) : inflated(packed)) {
    size += part.length;
    // A list that says less than there is was made to deceive.
    if (size > most || size > entry.size + PART)
      refuse('unpacksTooLarge', { largest: Math.min(most, entry.size + PART) });
    crc = crc32(part, crc);
    yield part;
  }
  if (crc !== entry.crc) refuse('damagedZip');
}

async function* parts(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += PART) yield new Uint8Array(await blob.slice(at, at + PART).arrayBuffer());
}

async function* inflated(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = blob.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => refuse('damagedZip'));
      if (done) return;
      yield value as Uint8Array<ArrayBuffer>;
    }
  } finally {
    // Whoever stops early must not leave the rest to be inflated.
    void reader.cancel().catch(() => undefined);
  }
}

async function view(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}

function bytesOf(list: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(list.buffer, list.byteOffset + at, length);
}
