import * as XLSX from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full';
import type { BookFormat } from '../plan';
import { containerOf, HEAD_BYTES, zipKind } from './kind';
import { LARGEST_PLAIN } from './limits';
import { partName } from './part-names';
import { refuse } from './refusal';
import { repack } from './repack';
import { archivedPages } from './web-archive';
import { readZip } from './zip';

XLSX.set_cptable(codePages);

/** A workbook that was opened: cells are parsed when a sheet of it is asked for. */
export interface Book {
  readonly format: BookFormat;
  /** It carries programs; they are never run. */
  readonly macros: boolean;
  /** Formulas whose result the file does not hold. */
  readonly uncomputed: number;
  readonly names: readonly string[];
  /** @param rows only so many rows, for a first look; else all @param sheet only this one; else all */
  parse(options: { readonly rows?: number; readonly sheet?: string }): XLSX.WorkBook;
}

/**
 * Opens a workbook. Refuses what is none, is protected by a password, cut off, or too large to be held in memory.
 * @param onProgress share of the file, 0…1, that was unpacked
 */
export async function openBook(file: Blob, onProgress: (share: number) => void = () => undefined): Promise<Book> {
  const container = containerOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (container === undefined) refuse('notAWorkbook');
  if (container === 'zip') return openZipped(file, onProgress);
  if (file.size > LARGEST_PLAIN) refuse('bookTooLarge', { unpacked: file.size, largest: LARGEST_PLAIN });
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (container === 'cfb') return openOle(bytes);
  if (container === 'biff') return bookOf('xls', bytes, {});
  if (container === 'mhtml') return openWebArchive(bytes);
  return bookOf(container, pageText(bytes), {});
}

async function openZipped(file: Blob, onProgress: (share: number) => void): Promise<Book> {
  const entries = await readZip(file);
  const names = entries.map(partName);
  const kind = zipKind(names);
  if (kind === 'document' || kind === 'archive') refuse('notAWorkbook');
  if (entries.some(({ encrypted }) => encrypted)) refuse('encryptedBook');
  const { bytes, uncomputed } = await repack(file, entries, onProgress);
  const macros = names.some((name) => /vbaProject\.bin$|^Basic\//i.test(name));
  return bookOf(kind, bytes, { macros, uncomputed });
}

function openWebArchive(bytes: Uint8Array): Book {
  const pages = archivedPages(bytes).map((page) => pageText(page.bytes, page.charset));
  const tabled = pages.filter((page) => /<table[\s>]/i.test(page));
  return tabled.length === 0 ? refuse('pageWithoutTable') : bookOf('html', tabled.join('\n'), {});
}

function openOle(bytes: Uint8Array): Book {
  const container = attempt(() => XLSX.CFB.read(bytes, { type: 'array' }));
  const has = (name: string) => container.FullPaths.some((path: string) => path.toLowerCase().includes(name));
  if (has('/encryptedpackage') || has('/encryptioninfo')) refuse('encryptedBook');
  const stream = ['/Workbook', '/Book'].map((name) => XLSX.CFB.find(container, name)).find((found) => found !== null);
  if (stream == null) refuse('notAWorkbook');
  if (stream.content === undefined || stream.content.length < stream.size) refuse('truncatedBook');
  return bookOf('xls', bytes, { macros: has('/_vba_project') });
}

function bookOf(
  format: BookFormat,
  data: Uint8Array | string,
  { macros = false, uncomputed = 0 }: { readonly macros?: boolean; readonly uncomputed?: number },
): Book {
  const type = typeof data === 'string' ? 'string' : 'array';
  const read = (options: XLSX.ParsingOptions) =>
    attempt(() => XLSX.read(data, { type, dense: true, cellFormula: false, cellHTML: false, ...options }));
  // Neither pages nor Excel's XML of 2003 tell their sheets without reading them.
  const names = read(
    format === 'html' || format === 'xml' || format === 'ods' ? { sheetRows: 1 } : { bookSheets: true },
  ).SheetNames;
  if (names.length === 0) refuse('damagedBook');
  return {
    format,
    macros,
    uncomputed,
    names,
    parse: ({ rows, sheet }) =>
      read({
        cellNF: true,
        cellText: false,
        raw: format === 'html',
        ...(rows !== undefined && { sheetRows: rows }),
        ...(sheet !== undefined && { sheets: sheet }),
      }),
  };
}

/** What the reader throws, as far as it means something to people. */
function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) refuse('encryptedBook');
    if (/could not find <table>/i.test(message)) refuse('pageWithoutTable');
    if (/not a spreadsheet|cannot find workbook/i.test(message)) refuse('notAWorkbook');
    if (error instanceof RangeError) refuse('bookTooLarge', { largest: LARGEST_PLAIN });
    return refuse('damagedBook', { message });
  }
}

/**
 * A page or XML as text: by its mark, by what it says of itself, or as UTF-8 and else GB18030, as Chinese systems write it.
 * @param told by the archive that holds the page
 */
function pageText(bytes: Uint8Array, told?: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const said = /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? /encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1];
  for (const label of [said ?? told ?? 'utf-8', 'utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Says one thing and is another, or is no encoding at all.
    }
  }
  return new TextDecoder('gb18030').decode(bytes);
}
