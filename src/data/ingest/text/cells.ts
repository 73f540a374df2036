import type { Dialect } from '../plan';
import { ESCAPED, type Tokenizer, unescapeCell } from './tokenizer';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Texts of the cells that the tokenizer cut last, without quotes and escapes; as many as it kept. */
export function cellTexts(
  bytes: Uint8Array,
  { starts, ends, kinds, cells, capacity }: Tokenizer,
  dialect: Pick<Dialect, 'quote' | 'escape'>,
): string[] {
  return Array.from({ length: Math.min(cells, capacity) }, (_, cell) => {
    const text = bytes.subarray(starts[cell], ends[cell]);
    if (kinds[cell] !== ESCAPED) return decoder.decode(text);
    const plain = new Uint8Array(text.length);
    return decoder.decode(plain.subarray(0, unescapeCell(text, 0, text.length, dialect, plain)));
  });
}
