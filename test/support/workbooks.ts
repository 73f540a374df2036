import * as XLSX from '@e965/xlsx';
import { type ConvertOptions, convert, type SheetText } from '../../src/data/ingest/survey/convert';

export type Rows = readonly (readonly unknown[])[];

export interface BookOptions {
  readonly type?: XLSX.BookType;
  readonly hidden?: readonly string[];
  readonly from1904?: boolean;
  readonly merges?: readonly string[];
  /** Changes the sheets before they are written. */
  readonly edit?: (sheets: Record<string, XLSX.WorkSheet>) => void;
}

/** A workbook as bytes, written by the library that reads them. */
export function workbook(sheets: Readonly<Record<string, Rows>>, options: BookOptions = {}): Uint8Array<ArrayBuffer> {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows as unknown[][], { cellDates: false });
    if (options.merges !== undefined && book.SheetNames.length === 0)
      sheet['!merges'] = options.merges.map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = {
    WBProps: { date1904: options.from1904 === true },
    Sheets: book.SheetNames.map((name) => ({ name, Hidden: options.hidden?.includes(name) ? 1 : 0 })),
  };
  options.edit?.(book.Sheets);
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: options.type ?? 'xlsx', compression: true }));
}

export interface Converted extends SheetText {
  /** The lines of the text. */
  readonly lines: string[];
  readonly codes: string[];
}

export async function converted(bytes: BlobPart, options?: ConvertOptions): Promise<Converted> {
  const text = await convert(new Blob([bytes]), options);
  const decoder = new TextDecoder();
  const joined = text.chunks.map((chunk) => decoder.decode(chunk)).join('');
  return { ...text, lines: joined.split('\n').slice(0, -1), codes: text.problems.map(({ code }) => code) };
}

/** The code with which a file is refused. */
export async function refusalOf(bytes: BlobPart, options?: ConvertOptions): Promise<string> {
  try {
    await convert(new Blob([bytes]), options);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'accepted';
}
