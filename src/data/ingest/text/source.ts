import type { Dialect, SourceIndex } from '../plan';
import { cellTexts } from './cells';
import { Utf8Parts } from './parts';
import { END, RecordReader, STARVED } from './records';
import { rawText } from './reject-list';
import { sha256 } from './sha256';

const RECORD_PART = 512 * 1024;
/** Cells beyond the expected ones that are shown of a record that has too many. */
const SURPLUS_SHOWN = 256;
const HASH_PART = 8 * 1024 * 1024;

/** One record as it stands in its file. */
export interface SourceRecord {
  /** Physical line (from 1) where it begins. */
  readonly line: number;
  /** Text as written, without the last line end, cut at `RAW_LIMIT` characters. */
  readonly raw: string;
  /** Cells as cut; one cell with the raw text where quotes are broken. */
  readonly cells: string[];
}

/**
 * Reads one record of a file again, accepted or rejected, by its number (from 1). Reads about 2 MiB around it, however long the file is.
 * Null when there is no such record.
 */
export async function readRecord(
  file: Blob,
  dialect: Dialect,
  index: SourceIndex,
  record: number,
): Promise<SourceRecord | null> {
  return (await readRecords(file, dialect, index, [record])).get(record) ?? null;
}

/** The same for several records: those that stand near each other are read in one go. What there is not is left out. */
export async function readRecords(
  file: Blob,
  dialect: Dialect,
  index: SourceIndex,
  records: readonly number[],
  signal?: AbortSignal,
): Promise<Map<number, SourceRecord>> {
  const found = new Map<number, SourceRecord>();
  let walk: Walk | undefined;
  for (const record of [...new Set(records)].sort((a, b) => a - b)) {
    const entry = index.entries.findLast((candidate) => candidate.record <= record);
    if (entry === undefined || record < 1) continue;
    if (walk === undefined || entry.record > walk.reader.record + 1) walk = walkFrom(file, dialect, entry);
    if (!(await reach(walk, record, signal))) break;
    found.set(record, sourceRecord(walk.reader, dialect));
  }
  return found;
}

interface Walk {
  readonly parts: Utf8Parts;
  readonly reader: RecordReader;
}

function walkFrom(file: Blob, dialect: Dialect, { byte, line, record }: SourceIndex['entries'][number]): Walk {
  const from = { line, record: record - 1 };
  return {
    parts: new Utf8Parts(file, dialect.encoding, byte, line, RECORD_PART),
    reader: new RecordReader(dialect, from, dialect.fields + SURPLUS_SHOWN),
  };
}

/** Reads on until the record is the one just read; false when the file ends before it. */
async function reach({ parts, reader }: Walk, record: number, signal?: AbortSignal): Promise<boolean> {
  for (;;) {
    const found = reader.next();
    if (found === END) return false;
    if (found === STARVED) {
      signal?.throwIfAborted();
      const part = await parts.next();
      if (part === null) reader.finish();
      else reader.append(part);
    } else if (reader.record === record) return true;
  }
}

function sourceRecord(reader: RecordReader, dialect: Dialect): SourceRecord {
  const text = reader.kept ?? reader.bytes.subarray(reader.start, reader.end);
  const raw = rawText(new TextDecoder().decode(text));
  return { line: reader.line, raw, cells: reader.cut ? cellTexts(reader.bytes, reader.cells, dialect) : [raw] };
}

/**
 * Reads a whole file once, hands each part on (to be copied; `at` is its position) and returns the fingerprint of the bytes in
 * hexadecimal: SHA-256 over the 32-byte SHA-256 digests of the file's parts of 8 MiB, one after the other. Not the digest that
 * `sha256sum` prints, because the browser cannot digest a stream.
 */
export async function hashAndCopy(
  file: Blob,
  write: ((part: Uint8Array, at: number) => void) | null,
  onProgress?: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  const count = Math.ceil(file.size / HASH_PART);
  const digests = new Uint8Array(count * 32);
  for (let part = 0; part < count; part++) {
    signal?.throwIfAborted();
    const at = part * HASH_PART;
    const bytes = new Uint8Array(await file.slice(at, at + HASH_PART).arrayBuffer());
    digests.set(await sha256(bytes), part * 32);
    write?.(bytes, at);
    onProgress?.(at + bytes.length);
  }
  return hexadecimal(await sha256(digests));
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
