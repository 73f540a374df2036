import { BookRefusal } from './book/refusal';
import type { BookRequest, BookResponse } from './book-tasks';
import { convert } from './convert';

/** Reads one workbook and is stopped. Its reader works without a pause, so that cancelling means stopping the worker. */
addEventListener('message', async ({ data: { file, sheet, dataset } }: MessageEvent<BookRequest>) => {
  const answer = (response: BookResponse, transfer: Transferable[] = []) => postMessage(response, { transfer });
  try {
    const text = await convert(file, { sheet, dataset, onProgress: (share) => answer({ share }) });
    answer(
      { text },
      text.chunks.map(({ buffer }) => buffer),
    );
  } catch (error) {
    if (error instanceof BookRefusal)
      answer({ refused: { code: error.code, details: error.details }, book: error.book });
    else answer({ failed: error instanceof Error ? error.message : String(error) });
  }
});
