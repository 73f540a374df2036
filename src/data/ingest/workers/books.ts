import type { Dataset } from '../../../domain/columns';
import { startWorker } from '../../engine/worker-by-blob';
import { containerOf, HEAD_BYTES } from '../book/kind';
import type { Refusal } from '../survey/analyse';
import type { SheetText } from '../survey/convert';
import type { BookRequest, BookResponse } from './book-tasks';
import workerUrl from './book-worker?worker&url';

/** A sheet of a workbook as a file of text, named like the workbook. */
export interface Sheet extends Omit<SheetText, 'chunks'> {
  readonly text: File;
}

export interface SheetOptions {
  readonly sheet?: string | number;
  /** Which of the tables of the sheet, from 0. */
  readonly table?: number;
  readonly dataset?: Dataset;
  /** Column names of sheets that were chosen in earlier workbooks. */
  readonly chosen?: readonly (readonly string[])[];
}

export interface BookHooks {
  readonly signal?: AbortSignal;
  /** Share of the file, 0…1, that was unpacked; undefined while nobody can tell how far the reading is. */
  readonly onProgress?: (share: number | undefined) => void;
}

/** Workbooks as text, each read once as long as its file is at hand. */
export class Books {
  readonly #read = new WeakMap<File, Map<string, Sheet>>();

  /** The sheet of a workbook, or why there is none; undefined when the file is no workbook. */
  async sheet(
    file: File,
    { sheet, table, dataset, chosen }: SheetOptions = {},
    hooks: BookHooks = {},
  ): Promise<Sheet | Refusal | undefined> {
    if (containerOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())) === undefined) return undefined;
    const known = this.#read.get(file) ?? new Map<string, Sheet>();
    this.#read.set(file, known);
    // The others matter only where sheet or table are to be found out.
    const key = JSON.stringify(
      sheet === undefined || table === undefined ? [sheet, table, dataset, chosen] : [sheet, table],
    );
    const first = known.get(JSON.stringify([sheet, 0]));
    const isWhole = table === undefined && first !== undefined && first.part === undefined;
    const before = isWhole ? first : known.get(key);
    if (before !== undefined) return before;
    const answer = await readInWorker({ file, sheet, table, dataset, chosen }, hooks);
    if ('refused' in answer) {
      const { code, details } = answer.refused;
      const refused = { level: 'error' as const, code, details: { file: file.name, ...details } };
      return { name: file.name, size: file.size, refused, ...(answer.book !== undefined && { book: answer.book }) };
    }
    const { blob, ...rest } = answer.text;
    const read = { ...rest, text: new File([blob], file.name) };
    known.set(key, read);
    // As it is asked for when the plan is carried out.
    known.set(JSON.stringify([read.source.sheet, read.part?.table ?? 0]), read);
    return read;
  }
}

type Answer = Exclude<BookResponse, { readonly share: number | undefined } | { readonly failed: string }>;

/** Each workbook has a worker of its own: it is stopped when cancelled, and the memory that reading took is free afterwards. */
function readInWorker(request: BookRequest, { signal, onProgress }: BookHooks): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = startWorker(workerUrl, { type: 'module', name: 'truecause-book' });
  return new Promise<Answer>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'The workbook could not be read')));
    worker.addEventListener('message', ({ data }: MessageEvent<BookResponse>) => {
      if ('share' in data) onProgress?.(data.share);
      else if ('failed' in data) reject(new Error(data.failed));
      else resolve(data);
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
