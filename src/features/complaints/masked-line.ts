import { isPersonal, maskedText } from './cell-text';

type Row = Readonly<Record<string, unknown>>;

/** The text of a record with its names and contacts masked wherever they stand in it, also in the middle of a description. */
export function maskedLine(raw: string, row: Row, stored: readonly string[]): string {
  const people = stored
    .filter(isPersonal)
    .map((column) => ({ text: String(row[column] ?? '').trim(), masked: maskedText(column, row) }))
    // A single letter or digit stands everywhere, and tells nobody.
    .filter(({ text }) => text.length > 1 || /\p{Script=Han}/u.test(text))
    // The longest first: a name may be a part of another text that is masked as a whole.
    .sort((a, b) => b.text.length - a.text.length);
  return people.reduce((line, { text, masked }) => line.replaceAll(text, () => masked), raw);
}
