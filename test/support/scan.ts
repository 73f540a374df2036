import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Dialect, Scan } from '../../src/data/ingest/plan';
import { scan } from '../../src/data/ingest/text/scan';

/** Real files beside the project; tests that read them are skipped where there are none. */
export const REAL_FILES = join(import.meta.dirname, '../../../shared/data');
export const hasRealFiles = existsSync(REAL_FILES);

export function realFile(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(REAL_FILES, path)));
}

export function dialectOf(fields: number, overrides: Partial<Dialect> = {}): Dialect {
  return {
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    escape: '"',
    headerLine: null,
    firstLine: 1,
    fields,
    shortRecords: 'reject',
    ...overrides,
  };
}

export interface Scanned extends Scan {
  /** The clean copy as it is written, and as another parser reads it: record numbers and cells. */
  readonly copy: string;
  readonly numbers: number[];
  readonly rows: string[][];
}

/** Scans a text or file, watching every column, and reads the clean copy back with an independent parser. */
export async function scanned(content: string | Uint8Array<ArrayBuffer>, dialect: Dialect): Promise<Scanned> {
  const chunks: Uint8Array[] = [];
  const result = await scan(new Blob([content]), {
    dialect,
    watch: Array.from({ length: dialect.fields }, (_, index) => index),
    sink: (chunk) => {
      chunks.push(chunk);
    },
  });
  const copy = Buffer.concat(chunks).toString('utf8');
  const { data } = Papa.parse<string[]>(copy, { delimiter: ',', newline: '\n' });
  const records = data.filter((row) => row.length > 1);
  return {
    ...result,
    copy,
    numbers: records.map(([number]) => Number(number)),
    rows: records.map((row) => row.slice(1)),
  };
}

/** Rejects as `<line> <reason>`. */
export function reasons({ rejects }: Pick<Scan, 'rejects'>): string[] {
  return rejects.map(({ line, reason }) => `${line} ${reason}`);
}
