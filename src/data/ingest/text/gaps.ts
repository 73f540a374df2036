import type { Dialect, Gap } from '../plan';

/** More damaged places than this are cheaper to leave out by writing the file anew. */
const LIMIT = 4096;
/** What stands in the first cell of a line that takes the place of a rejected record. No real cell holds it; if one did, the accounting would fail. */
export const GAP_MARK = '\u001a\u001d\u001a';

/** Collects the places of a UTF-8 file that the engine must not read: rejected and blank records. */
export class Gaps {
  private places: Gap[] | undefined = [];

  /** @param from first byte; @param to byte after the last; @param record the record that was rejected there has a number */
  add(from: number, to: number, record: boolean): void {
    if (this.places?.length === LIMIT) this.giveUp();
    this.places?.push({ from, to, record });
  }

  /** A place is not known. */
  giveUp(): void {
    this.places = undefined;
  }

  /** Undefined when there are too many, or one whose place is not known. */
  list(): readonly Gap[] | undefined {
    return this.places;
  }
}

/**
 * The file without its gaps, made of slices and so without reading it: blank records are gone, a rejected record is one line with `GAP_MARK`
 * in its first cell, so that the lines still count the records.
 */
export function withoutGaps(file: File, gaps: readonly Gap[], { delimiter, fields }: Dialect, lineEnd: string): File {
  const mark = GAP_MARK + delimiter.repeat(fields - 1) + lineEnd;
  const parts: BlobPart[] = [];
  let at = 0;
  for (const { from, to, record } of gaps) {
    if (from > at) parts.push(file.slice(at, from));
    if (record) parts.push(mark);
    at = to;
  }
  parts.push(file.slice(at));
  return new File(parts, file.name);
}
