import { tableFromIPC } from 'apache-arrow';

/**
 * Texts as they lie in memory, for passes that would spend their time on making strings: text `i` of a batch is
 * `bytes.subarray(offsets[i], offsets[i + 1])` in UTF-8.
 */
export interface TextBatch {
  readonly rows: Int32Array;
  readonly codes: Int32Array;
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
}

/** The three columns of an Arrow result: INTEGER, INTEGER, VARCHAR, without NULLs. */
export function decodeTexts(messages: readonly Uint8Array[]): TextBatch[] {
  const table = tableFromIPC(messages);
  return table.batches
    .filter(({ numRows }) => numRows > 0)
    .map((batch) => {
      const [rows, codes, texts] = [0, 1, 2].map((at) => batch.getChildAt(at)?.data[0]);
      if (rows === undefined || codes === undefined || texts === undefined) throw new Error('Three columns are needed');
      if (rows.nullCount + codes.nullCount + texts.nullCount > 0) throw new Error('A column has NULLs');
      return {
        rows: rows.values as Int32Array,
        codes: codes.values as Int32Array,
        offsets: texts.valueOffsets as Int32Array,
        bytes: texts.values as Uint8Array,
      };
    });
}
