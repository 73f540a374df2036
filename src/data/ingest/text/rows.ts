import { LF, nextLine } from './bytes';
import { cellTexts } from './cells';
import { type Cutting, RECORD, Tokenizer } from './tokenizer';

const MOST_CELLS = 4096;

/** A record of the beginning of a file, whatever its number of cells. */
export interface Row {
  /** Physical line (from 1) where it begins. */
  readonly line: number;
  /** Physical lines that it covers. */
  readonly lines: number;
  readonly cells: readonly string[];
}

/** What the beginning of a file yields when it is cut in one way. */
export interface Rows {
  readonly rows: readonly Row[];
  /** Lines on which quotes are broken; they yield no row. */
  readonly broken: number;
  /** Cells between quotes. */
  readonly quoted: number;
}

/** The beginning of a file as UTF-8, ready to be cut in several ways. */
export class Head {
  private readonly bytes: Uint8Array;

  /** @param truncated more text follows: the last record is left out, as it may be cut off. */
  constructor(
    text: string,
    private readonly truncated: boolean,
    /** See `Dialect`. */
    private readonly sheetRows = false,
  ) {
    const encoded = new TextEncoder().encode(text);
    this.bytes = new Uint8Array(encoded.length + 1);
    this.bytes.set(encoded);
    this.bytes[encoded.length] = LF;
  }

  /** Cuts the first records by the same tokenizer that the scan uses, so that the preview shows what will be imported. */
  cut(cutting: Cutting, most: number): Rows {
    const { bytes } = this;
    const limit = bytes.length - 1;
    const final = !this.truncated;
    const tokenizer = new Tokenizer(cutting, MOST_CELLS);
    const rows: Row[] = [];
    let broken = 0;
    let quoted = 0;
    let line = 1;
    for (let at = 0; at < limit && rows.length < most; ) {
      const outcome = tokenizer.read(bytes, at, limit, final);
      if (outcome === RECORD) {
        const { quotedCells, end } = tokenizer;
        const lines = this.sheetRows ? 1 : tokenizer.lines;
        rows.push({ line, lines, cells: cellTexts(bytes, tokenizer, cutting) });
        quoted += quotedCells;
        line += lines;
        at = end;
        continue;
      }
      const after = nextLine(bytes, at, limit, final);
      if (after < 0) break;
      broken++;
      line++;
      at = after;
    }
    return { rows, broken, quoted };
  }
}

/** Whether a row holds nothing, as scan counts it. */
export function isBlankRow({ cells }: Pick<Row, 'cells'>): boolean {
  return cells.every((cell) => cell.trim() === '');
}
