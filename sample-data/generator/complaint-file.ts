import { csvRecord } from './csv';
import { DIRT_KINDS, type DirtKind, damageOf, type Soiled } from './dirt';
import { ExportFile } from './export-file';
import type { ComplaintPeriod } from './periods';
import type { Ticket } from './ticket';

/** Where a damaged record is: physical line, number of the record, its key, and the line of the record that replaces it. */
export type DirtPlace =
  | readonly [line: number, record: number, key: string]
  | readonly [line: number, record: number, key: string, standsAt: number];

interface Waiting {
  readonly atRecord: number;
  readonly text: string;
  readonly place: readonly [line: number, record: number, key: string];
  readonly kind: DirtKind;
}

/** One export of complaints while it is written, with account of what is wrong in it. */
export class ComplaintFile {
  readonly dirt = new Map<DirtKind, DirtPlace[]>(DIRT_KINDS.map((kind) => [kind, []]));
  records = 0;
  private waiting: Waiting[] = [];

  private constructor(
    readonly period: ComplaintPeriod,
    private readonly file: ExportFile,
  ) {}

  static async create(folder: string, period: ComplaintPeriod): Promise<ComplaintFile> {
    const file = await ExportFile.create(folder, period);
    file.write(csvRecord(period.layout.headers));
    return new ComplaintFile(period, file);
  }

  get full(): boolean {
    return this.file.full;
  }

  flush(): Promise<void> {
    return this.file.flush();
  }

  add(ticket: Ticket): void {
    this.put(this.period.layout.record(ticket));
    this.putDue();
  }

  addSoiled(ticket: Ticket, kind: DirtKind, { record, again }: Soiled): void {
    const line = this.put(record);
    const place = [line, this.records, ticket.complaintNo] as const;
    if (again === undefined) this.dirt.get(kind)?.push(place);
    else this.waiting.push({ atRecord: this.records + again.after, text: again.record, place, kind });
    this.putDue();
  }

  /** Writes what still waits and closes; returns size and SHA-256. */
  async close(): Promise<{ bytes: number; sha256: string }> {
    for (const due of this.waiting) this.putAgain(due);
    this.waiting = [];
    const sha256 = await this.file.close();
    return { bytes: this.file.bytes, sha256 };
  }

  /** Records that an import must reject. */
  get rejected(): number {
    return this.damaged('rejected');
  }

  /** Records with this outcome. */
  damaged(outcome: ReturnType<typeof damageOf>['outcome']): number {
    return DIRT_KINDS.filter((kind) => damageOf(kind).outcome === outcome).reduce(
      (sum, kind) => sum + (this.dirt.get(kind)?.length ?? 0),
      0,
    );
  }

  private put(record: string): number {
    this.records++;
    return this.file.write(record);
  }

  private putDue(): void {
    if (this.waiting.length === 0) return;
    const due = this.waiting.filter(({ atRecord }) => atRecord <= this.records);
    if (due.length === 0) return;
    this.waiting = this.waiting.filter((one) => !due.includes(one));
    for (const one of due) this.putAgain(one);
  }

  private putAgain({ text, place, kind }: Waiting): void {
    this.dirt.get(kind)?.push([...place, this.put(text)]);
  }
}
