import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import Papa from 'papaparse';
import type { FileTruth, Truth } from '../../sample-data/generator/truth';

export type Row = Readonly<Record<string, string>>;

/** Days since 1970 of an ISO or slashed date; NaN when blank. */
export function dayOf(text: string | undefined): number {
  const [year, month, date] = (text ?? '').split(/[-/ ]/).map(Number);
  return Date.UTC(year ?? Number.NaN, (month ?? 1) - 1, date ?? 1) / 86_400_000;
}

/** The rows of a sample's files by canonical column, read without anything of the generator. */
export class SampleBooks {
  readonly truth: Truth;
  private readonly known = new Map<string, readonly Row[]>();

  constructor(private readonly folder: string) {
    this.truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  }

  /** Rows of a dataset, of all its files or of one; of complaints only those that an import accepts. */
  rows(dataset: FileTruth['dataset'], name?: string): readonly Row[] {
    const key = `${dataset}/${name ?? ''}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const files = this.truth.files.filter((file) => file.dataset === dataset && (name ?? file.name) === file.name);
    const rows = files.flatMap((file) => this.rowsOf(file));
    this.known.set(key, rows);
    return rows;
  }

  private rowsOf(file: FileTruth): Row[] {
    const bytes = readFileSync(join(this.folder, file.name));
    if (file.encoding === null) return this.sheetRows(bytes, file);
    const text = new TextDecoder(file.encoding).decode(bytes);
    const rejected = this.truth.dirt.filter((dirt) => dirt.file === file.name && dirt.outcome === 'rejected');
    const places = new Set(rejected.flatMap(({ places }) => places.map(([, record]) => record)));
    return recordsOf(text, file.lineEnd === 'CRLF' ? '\r\n' : '\n')
      .slice(1)
      .flatMap((record, index) => {
        if (places.has(index + 1)) return [];
        const cells = Papa.parse<string[]>(record, { delimiter: ',' }).data[0] ?? [];
        return [Object.fromEntries(file.canonical.map((column, at) => [column, (cells[at] ?? '').trim()]))];
      });
  }

  private sheetRows(bytes: Uint8Array, file: FileTruth): Row[] {
    const sheet = Object.values(read(bytes, { cellDates: false }).Sheets)[0];
    if (sheet === undefined) return [];
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
    return rows
      .slice(2)
      .map((cells) => Object.fromEntries(file.canonical.map((column, at) => [column, String(cells[at] ?? '')])));
  }
}

/** Records by quote parity: no damage of the sample changes it. */
function recordsOf(text: string, lineEnd: string): string[] {
  const records: string[] = [];
  let begun = '';
  for (const line of text.split(lineEnd).slice(0, -1)) {
    begun = begun === '' ? line : `${begun}${lineEnd}${line}`;
    if ((begun.split('"').length - 1) % 2 === 1) continue;
    records.push(begun);
    begun = '';
  }
  return records;
}
