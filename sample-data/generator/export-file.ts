import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Encode, gb18030Encoder } from './gb18030';
import type { FileEncoding } from './options';

export interface FileStyle {
  readonly name: string;
  readonly encoding: FileEncoding;
  /** UTF-8 signature at the beginning, as Excel writes it. */
  readonly bom: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

const FLUSH_AT = 1 << 18;

/** A text file that is written record by record and knows on which physical line each begins. */
export class ExportFile {
  bytes = 0;
  private line = 1;
  private waiting: string[] = [];
  private waitingUnits = 0;
  private readonly hash = createHash('sha256');

  private constructor(
    readonly style: FileStyle,
    private readonly handle: FileHandle,
    private readonly encode: Encode,
  ) {}

  static async create(folder: string, style: FileStyle): Promise<ExportFile> {
    const handle = await open(join(folder, style.name), 'w');
    const file = new ExportFile(style, handle, style.encoding === 'gb18030' ? gb18030Encoder() : utf8);
    if (style.bom) file.waiting.push('\ufeff');
    return file;
  }

  /** Adds a record, given without line end; returns the physical line (from 1) where it begins. */
  write(record: string): number {
    const begins = this.line;
    this.waiting.push(record, this.style.lineEnd);
    this.waitingUnits += record.length;
    this.line += 1 + lineBreaks(record);
    return begins;
  }

  /** Enough is waiting that the producer should let `flush` finish first. */
  get full(): boolean {
    return this.waitingUnits >= FLUSH_AT;
  }

  async flush(): Promise<void> {
    const chunk = this.encode(this.waiting.join(''));
    this.waiting = [];
    this.waitingUnits = 0;
    this.bytes += chunk.byteLength;
    this.hash.update(chunk);
    await this.handle.writeFile(chunk);
  }

  /** Writes the rest; returns the SHA-256 of the whole file. */
  async close(): Promise<string> {
    await this.flush();
    await this.handle.close();
    return this.hash.digest('hex');
  }
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
