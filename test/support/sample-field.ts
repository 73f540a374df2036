import { dayOf, type Row, type SampleBooks } from './sample-books';

/** What the files say of the field, joined by hand: shipments with their batch, complaints with theirs. */
export class SampleField {
  readonly batches: ReadonlyMap<string, Row>;
  private readonly children: ReadonlyMap<string, readonly string[]>;

  constructor(readonly books: SampleBooks) {
    this.batches = new Map(books.rows('batch').map((row) => [row.batch_no ?? '', row]));
    const children = new Map<string, string[]>();
    for (const { parent = '', child = '' } of books.rows('consumption'))
      if (parent !== '') children.set(parent, [...(children.get(parent) ?? []), child]);
    this.children = children;
  }

  /** Everything that went into a batch, at any level. */
  makeUp(batchNo: string): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [batchNo];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const child of this.children.get(next) ?? [])
        if (!found.has(child)) {
          found.add(child);
          open.push(child);
        }
    return found;
  }

  /** Units shipped that pass. */
  units(passes: (shipment: Row, batch: Row) => boolean): number {
    return this.books.rows('shipment').reduce((sum, shipment) => {
      const batch = this.batches.get(shipment.batch_no ?? '');
      return batch !== undefined && passes(shipment, batch) ? sum + Number(shipment.qty) : sum;
    }, 0);
  }

  /** Complaints of a failure mode whose batch passes. */
  complaints(mode: string, passes: (complaint: Row, batch: Row) => boolean = () => true): readonly Row[] {
    return this.books.rows('complaint').filter((complaint) => {
      const batch = this.batches.get(complaint.batch_no ?? '');
      return complaint.failure_mode === mode && batch !== undefined && passes(complaint, batch);
    });
  }

  /** Complaints of a mode per 1000 units shipped of the batches that pass. */
  rate(mode: string, passes: (batch: Row) => boolean): { rate: number; n: number } {
    const n = this.complaints(mode, (_, batch) => passes(batch)).length;
    return { rate: (1000 * n) / this.units((_, batch) => passes(batch)), n };
  }
}

export function producedOn(batch: Row): number {
  return dayOf(batch.produced_at);
}

/** Standard error of the logarithm of a ratio of two Poisson rates. */
export function logError(a: number, b: number): number {
  return Math.sqrt(1 / a + 1 / b);
}
