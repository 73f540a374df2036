import fc from 'fast-check';
import { ENCODINGS } from '../../src/data/ingest/plan';
import { encode } from './encode';
import { dialectOf } from './scan';

/** A random table and the way it is written. Its first cells are filled, so that no record is blank. */
export const writtenTables = fc
  .record({
    encoding: fc.constantFrom(...ENCODINGS),
    bom: fc.boolean(),
    delimiter: fc.constantFrom(',', '\t', ';', '|', ', '),
    quote: fc.constantFrom('"' as const, "'" as const),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    always: fc.boolean(),
    lastNewline: fc.boolean(),
    fields: fc.integer({ min: 1, max: 5 }),
  })
  .chain((style) => {
    const wide = style.encoding === 'windows-1252' ? ['é', 'ß'] : ['中', '文'];
    const cell = fc
      .array(fc.constantFrom('a', '7', ' ', ...wide, ',', ';', '\t', '|', '"', "'", '\n', '\r\n', '\r', '\\'), {
        maxLength: 8,
      })
      .map((characters) => characters.join(''));
    const row = fc.array(cell, { minLength: style.fields, maxLength: style.fields });
    return fc.record({ style: fc.constant(style), rows: fc.array(row, { maxLength: 30 }) });
  })
  .map(({ style, rows }) => {
    const table = rows.map(([first = '', ...rest], index) => [`k${index}${first}`, ...rest]);
    const { quote, delimiter, newline, encoding } = style;
    const special = new Set([quote, delimiter.charAt(0), '\n', '\r']);
    const written = (cell: string) =>
      style.always || [...cell].some((character) => special.has(character))
        ? `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`
        : cell;
    const text =
      table.map((cells) => cells.map(written).join(delimiter)).join(newline) +
      (style.lastNewline && table.length > 0 ? newline : '');
    const dialect = dialectOf(style.fields, { encoding, delimiter, quote, escape: quote });
    return {
      table,
      text,
      dialect,
      bytes: encode(text, encoding, style.bom && encoding !== 'gb18030' && encoding !== 'big5'),
    };
  });
