import { BookRefusal } from '../book/refusal';
import { convert } from '../survey/convert';
import type { BookRequest, BookResponse } from './book-tasks';

/** How often the page is told (ms): it is unpacked in pieces by the thousand, and each message is drawn. */
const INTERVAL = 100;

/** Passes on a share at most that often; that none is known any more, at once. */
function sparingly(tell: (share: number | undefined) => void): (share: number | undefined) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (share) => {
    const now = performance.now();
    if (share !== undefined && now - told < INTERVAL) return;
    told = now;
    tell(share);
  };
}

/** Reads one workbook and is stopped. Its reader works without a pause, so that cancelling means stopping the worker. */
addEventListener('message', async ({ data: { file, ...options } }: MessageEvent<BookRequest>) => {
  const answer = (response: BookResponse) => postMessage(response);
  try {
    const { chunks, ...text } = await convert(file, {
      ...options,
      onProgress: sparingly((share) => answer({ share })),
    });
    // Made here, because copying the text would hold up the page; read once, so that the browser has it before this worker ends.
    const blob = new Blob([...chunks]);
    await blob.slice(-1).arrayBuffer();
    answer({ text: { ...text, blob } });
  } catch (error) {
    if (error instanceof BookRefusal)
      answer({ refused: { code: error.code, details: error.details }, book: error.book });
    else answer({ failed: error instanceof Error ? error.message : String(error) });
  }
});
