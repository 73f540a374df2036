import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { FileTruth } from '../truth';
import type { Register } from './register';

/** Writes a register as a workbook with a title row, numbers and dates as such; returns its account. */
export async function writeWorkbook(folder: string, title: string, register: Register): Promise<FileTruth> {
  const { name, dataset, canonical, headers, count } = register;
  const cells = [...register.records()].map((record) => record.map(cellOf));
  const sheet = utils.aoa_to_sheet([[title], [...headers], ...cells]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: headers.length - 1 } }];
  sheet['!cols'] = headers.map(() => ({ wch: 16 }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, title.slice(0, 31));
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  await writeFile(join(folder, name), bytes);
  return {
    name,
    dataset,
    encoding: null,
    bom: false,
    lineEnd: null,
    columns: headers.length,
    canonical,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    records: count,
    accepted: count,
    rejected: 0,
    cellIssues: 0,
    unknownValues: 0,
  };
}

/** Day 0 of a workbook’s calendar against that of the clock. */
const WORKBOOK_EPOCH = 25_569;

function cellOf(text: string): object | null {
  if (text === '') return null;
  if (/^\d{4}-\d\d-\d\d$/.test(text))
    return { t: 'n', v: Date.parse(`${text}T00:00:00Z`) / 86_400_000 + WORKBOOK_EPOCH, z: 'yyyy/m/d' };
  return /^\d+$/.test(text) ? { t: 'n', v: Number(text) } : { t: 's', v: text };
}
