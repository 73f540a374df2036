import { RAW_LIMIT, type Reject, type RejectReason } from '../plan';

const MOST = 100_000;
/** Characters of raw text kept in all; each can be read again from the file through the source index. */
const RAW_BUDGET = 32 * 1024 * 1024;
const LONGEST_CHARACTER = 4;

/** Rejected records with their text, as many as a person could ever look at; the rest are counted. */
export class RejectList {
  readonly rejects: Reject[] = [];
  private dropped = 0;
  private budget = RAW_BUDGET;
  private readonly decoder = new TextDecoder();

  get count(): number {
    return this.rejects.length + this.dropped;
  }

  add(line: number, record: number, reason: RejectReason, text: Uint8Array): void {
    if (this.rejects.length === MOST) {
      this.dropped++;
      return;
    }
    const raw = rawText(this.decoder.decode(text.subarray(0, RAW_LIMIT * LONGEST_CHARACTER))).slice(0, this.budget);
    this.budget -= raw.length;
    this.rejects.push({ line, record, reason, raw });
  }
}

/** A record's text as it is shown: without its line end, cut at `RAW_LIMIT`, and with a sign for NUL, which SQL text cannot hold. */
export function rawText(text: string): string {
  return text
    .replace(/(?:\r\n|\n|\r)$/, '')
    .slice(0, RAW_LIMIT)
    .replaceAll('\0', '␀');
}
