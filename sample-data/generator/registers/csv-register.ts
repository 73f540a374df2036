import { csvRecord } from '../csv';
import { ExportFile } from '../export-file';
import type { FileEncoding } from '../options';
import type { FileTruth } from '../truth';
import type { Register } from './register';

/** Writes a register as delimited text; returns its account. */
export async function writeCsv(folder: string, encoding: FileEncoding, register: Register): Promise<FileTruth> {
  const { name, dataset, canonical, headers, count, rejected } = register;
  const style = { name, encoding, bom: false, lineEnd: '\n' } as const;
  const file = await ExportFile.create(folder, style);
  file.write(csvRecord(headers));
  for (const record of register.records()) {
    file.write(csvRecord(record));
    if (file.full) await file.flush();
  }
  const sha256 = await file.close();
  return {
    name,
    dataset,
    encoding,
    bom: false,
    lineEnd: 'LF',
    columns: headers.length,
    canonical,
    bytes: file.bytes,
    sha256,
    records: count,
    accepted: count - rejected,
    rejected,
    cellIssues: 0,
    unknownValues: 0,
  };
}
