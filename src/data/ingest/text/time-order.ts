const isDigit = (byte: number) => byte >= 48 && byte <= 57;

/**
 * Whether the cells of a time column rise through the file, as far as their bytes alone tell: all of one width and punctuation, the year
 * first, every part padded with zeros. Then the engine need not sort. False is no verdict, only "not known".
 */
export class TimeOrder {
  private last = new Uint8Array(0);
  private rising = true;

  /** Compares the cell of a record with the one before. */
  add(bytes: Uint8Array, from: number, to: number): void {
    if (!this.rising) return;
    const { last } = this;
    if (last.length !== to - from) {
      this.rising = last.length === 0 && beginsWithYear(bytes, from, to);
      this.last = bytes.slice(from, to);
      return;
    }
    let later = false;
    for (let at = 0; at < last.length; at++) {
      const before = last[at]!;
      const now = bytes[from + at]!;
      if (before === now) continue;
      if (!isDigit(before) || !isDigit(now) || (!later && now < before)) {
        this.rising = false;
        return;
      }
      later = true;
      last[at] = now;
    }
  }

  /** True only when there was a cell in every record and each was no earlier than the one before. */
  result(): boolean {
    return this.rising && this.last.length > 0;
  }
}

/** Four digits, then anything, but never a lone digit: `2024-03-05 09:01`, not `2024-3-5 9:01`. */
function beginsWithYear(bytes: Uint8Array, from: number, to: number): boolean {
  const text = String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 32)));
  return /^(19|20)\d\d(?!\d(?!\d))/.test(text) && !/(?<!\d)\d(?!\d)/.test(text.slice(4));
}
