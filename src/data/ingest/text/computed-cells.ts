import type { TextExpression } from '../../../domain/expression';
import { expressionValue } from '../../../domain/expression-value';
import type { Dialect } from '../plan';
import { placeholdersOf } from './placeholders';
import { ESCAPED, type Tokenizer, unescapeCell } from './tokenizer';

/** A cell that is made from others of its record. Plain data: it crosses to the ingest worker. */
export interface ComputedCell {
  /** Beyond the file's own columns. */
  readonly index: number;
  readonly expression: TextExpression;
  /** Index of the file's column that each name in the expression means. */
  readonly sources: Readonly<Record<string, number>>;
}

/** Marks for nothing, to `coalesce` and `blank`: those that hold in most columns. */
export const COMPUTED_NOTHING: readonly string[] = placeholdersOf('key');
const NOTHING: ReadonlySet<string> = new Set(COMPUTED_NOTHING);

/** The text of a computed cell, from the texts of a record's own cells. */
export function computedText({ expression, sources }: ComputedCell, cells: readonly string[]): string {
  return expressionValue(expression, { cell: (name) => cells[sources[name] ?? -1] ?? '', nothing: NOTHING });
}

/** Longer cells are left to the platform's decoder: below, calling it costs more than it saves. */
const SHORT = 64;

/** Computed cells in the pass over a file: of each record as bytes, by their index. Cells that no expression names are not even decoded. */
export class ComputedCells {
  private readonly needed: readonly number[];
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly texts: string[] = [];
  private readonly encoded = new Map<number, Uint8Array>();
  private readonly scratch: Uint8Array[];

  constructor(
    private readonly computed: readonly ComputedCell[],
    private readonly dialect: Pick<Dialect, 'quote' | 'escape'>,
  ) {
    this.needed = [...new Set(computed.flatMap(({ sources }) => Object.values(sources)))];
    this.scratch = computed.map(() => new Uint8Array(256));
  }

  /** Valid until it is called again. */
  of(bytes: Uint8Array, cells: Tokenizer): ReadonlyMap<number, Uint8Array> {
    for (const index of this.needed) this.texts[index] = this.decode(bytes, cells, index);
    for (const [at, cell] of this.computed.entries())
      this.encoded.set(cell.index, this.encode(computedText(cell, this.texts), at));
    return this.encoded;
  }

  private encode(text: string, at: number): Uint8Array {
    // A UTF-16 unit takes three bytes at most.
    if (this.scratch[at]!.length < text.length * 3) this.scratch[at] = new Uint8Array(text.length * 6);
    const { written } = this.encoder.encodeInto(text, this.scratch[at]!);
    return this.scratch[at]!.subarray(0, written);
  }

  private decode(bytes: Uint8Array, { starts, ends, kinds, cells }: Tokenizer, index: number): string {
    if (index >= cells) return '';
    const start = starts[index]!;
    const end = ends[index]!;
    if (kinds[index] !== ESCAPED)
      return asciiText(bytes, start, end) ?? this.decoder.decode(bytes.subarray(start, end));
    const plain = new Uint8Array(end - start);
    return this.decoder.decode(plain.subarray(0, unescapeCell(bytes, start, end, this.dialect, plain)));
  }
}

/** A short text of ASCII characters; undefined of any other. */
function asciiText(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from > SHORT) return undefined;
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte > 0x7f) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}
