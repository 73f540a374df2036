import { zipKind } from '../book/kind';
import { BookRefusal } from '../book/refusal';
import { readZip, unpacked, type ZipEntry } from '../book/zip';
import type { Problem } from '../plan';
import { decode, detectEncoding } from '../text/encoding';
import type { Refusal } from './analyse';

/** Files that one archive may hold; more are no set of exports. */
const MOST_FILES = 200;
/** What an archive may unpack to: ten million complaints have 2 GB. */
const LARGEST_ARCHIVE = 4 * 1024 ** 3;
/** Exports shrink to a tenth, columns of one value to a hundredth. Below this, and from this size on, only bombs do. */
const TIGHTEST = 1 / 500;
const TIGHT_FROM = 64 * 1024 * 1024;
const BLOB_PART = 8 * 1024 * 1024;
const HIDDEN = /(^|\/)(__MACOSX\/|\._|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i;
const ARCHIVE = /\.(zip|rar|7z|gz|tgz|tar|bz2|xz)$/i;
/** Pictures, documents and programs that travel with exports; everything else is looked at. */
const OTHER =
  /\.(png|jpe?g|gif|bmp|heic|webp|tiff?|pdf|docx?|pptx?|wps|mp4|mov|avi|mp3|m4a|amr|exe|dll|html?|xml|json|md|rtf|eml|msg)$/i;
const MOST_NAMED = 5;

/** A file of an archive, or why there is none. */
export type Contained = File | Refusal;

interface Named {
  readonly entry: ZipEntry;
  /** As it is shown: the archive's name, then the path inside. Only ever a label: nothing is written under it. */
  readonly label: string;
  readonly path: string;
}

/**
 * The files of a zip, each as a file of its own, named "archive.zip/path". Null when it is no archive but a workbook or another document
 * (or damaged: who reads it as a workbook says so).
 */
export async function unpackArchive(
  zip: File,
  { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (bytes: number) => void } = {},
): Promise<Contained[] | null> {
  try {
    const entries = await readZip(zip);
    const named = nameEntries(zip.name, entries);
    if (zipKind(named.map(({ path }) => path)) !== 'archive') return null;
    const wanted = named.filter(({ entry, path }) => !entry.folder && !HIDDEN.test(path));
    const problem = tooMuch(zip, wanted);
    if (problem !== undefined) return [problem];
    return await unpackAll(zip, wanted, { signal, onProgress });
  } catch (error) {
    if (error instanceof BookRefusal) return [refuse(error.code, error.details, zip)];
    throw error;
  }
}

async function unpackAll(
  zip: File,
  wanted: readonly Named[],
  { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (bytes: number) => void },
): Promise<Contained[]> {
  const found: Contained[] = [];
  const others = wanted.filter(({ path }) => OTHER.test(path));
  const seen = new Map<string, string>();
  let left = LARGEST_ARCHIVE;
  let read = 0;
  for (const { entry, label, path } of wanted.filter((file) => !others.includes(file))) {
    signal?.throwIfAborted();
    const of = { name: label, size: entry.size };
    const same = seen.get(`${entry.crc} ${entry.size}`);
    if (ARCHIVE.test(path)) found.push(refuse('nestedArchive', {}, of));
    else if (entry.encrypted) found.push(refuse('encryptedEntry', {}, of));
    else if (same !== undefined && entry.size > 0) found.push(refuse('repeatedEntry', { other: same }, of));
    else {
      try {
        const file = await unpackEntry(zip, entry, label, left, signal);
        left -= file.size;
        seen.set(`${entry.crc} ${entry.size}`, label);
        found.push(file);
      } catch (error) {
        if (!(error instanceof BookRefusal)) throw error;
        found.push(refuse(error.code, error.details, of));
      }
    }
    read += entry.packed;
    onProgress?.(read);
  }
  if (found.length === 0 && others.length === 0) return [refuse('emptyArchive', {}, zip)];
  if (others.length > 0) {
    const names = others.slice(0, MOST_NAMED).map(({ path }) => path);
    const named = names.join(' · ') + (others.length > MOST_NAMED ? ' …' : '');
    found.push(refuse('otherEntries', { files: others.length, names: named }, zip));
  }
  return found;
}

/** The bytes of one entry as a file. In blobs, which the browser moves to disk when they are many. */
async function unpackEntry(
  zip: File,
  entry: ZipEntry,
  label: string,
  most: number,
  signal: AbortSignal | undefined,
): Promise<File> {
  const parts: Blob[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of unpacked(zip, entry, most)) {
    signal?.throwIfAborted();
    pending.push(part);
    size += part.length;
    if (size >= BLOB_PART) {
      parts.push(new Blob(pending));
      pending = [];
      size = 0;
    }
  }
  return new File([...parts, ...pending], label, { lastModified: zip.lastModified });
}

/** What cannot be right before anything is unpacked. */
function tooMuch(zip: File, wanted: readonly Named[]): Refusal | undefined {
  if (wanted.length > MOST_FILES) return refuse('tooManyEntries', { files: wanted.length, limit: MOST_FILES }, zip);
  const size = wanted.reduce((sum, { entry }) => sum + entry.size, 0);
  if (size > LARGEST_ARCHIVE || (size > TIGHT_FROM && zip.size < size * TIGHTEST))
    return refuse('zipBomb', { packed: zip.size, unpacked: size }, zip);
  return undefined;
}

function refuse(code: string, details: Problem['details'], { name, size }: Pick<File, 'name' | 'size'>): Refusal {
  return { name, size, refused: { level: 'error', code, details: { file: name, ...details } } };
}

/** Names in the encoding that suits all of them best: most programs write the one of the system they run on and do not say so. */
function nameEntries(archive: string, entries: readonly ZipEntry[]): Named[] {
  const unsaid = entries.filter(({ utf8 }) => !utf8).map(({ name }) => Uint8Array.from([...name, 0x0a]));
  const { encoding } = detectEncoding(unsaid);
  return entries.map((entry) => {
    const written = decode(entry.name, entry.utf8 ? 'utf-8' : encoding);
    const path = written
      .replaceAll('\\', '/')
      .split('/')
      .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step))
      .join('/');
    return { entry, path, label: `${archive}/${path}` };
  });
}
