import { day, isoDay } from '../calendar';
import { type Random, streams } from '../random';
import type { Use } from '../supply/lot';
import type { BatchRow } from './batch-rows';
import type { Books } from './books';

/** A place where registers contradict each other, as `truth.json` lists it. */
export interface RelationFault {
  readonly kind:
    | 'batchMissing'
    | 'lotMissing'
    | 'lotMistyped'
    | 'rangeOverlaps'
    | 'serialTwice'
    | 'batchQtyTooSmall'
    | 'consumedBeforeReceived'
    | 'shippedBeforeProduced';
  readonly file: string;
  /** What the faulty record names, and what it should say. */
  readonly key: string;
  readonly is?: string;
  readonly should?: string;
}

/** Batches that no story tells of, well inside the registers. */
const QUIET_TIME: readonly [from: number, until: number] = [day('2024-03-01'), day('2024-05-31')];
const LATE_DAYS = 40;

/** Puts a few contradictions into the books, each between its own records. */
export function withFaults(books: Books, seed: number): { books: Books; faults: RelationFault[] } {
  const random = streams(seed, 'relations')();
  const [from, until] = QUIET_TIME;
  const ranged = new Set(books.ranges.map(({ batchNo }) => batchNo));
  const quiet = books.batches.filter(
    ({ batchNo, producedOn, qty }) => ranged.has(batchNo) && producedOn >= from && producedOn < until && qty >= 20,
  );
  const [missing, small, late, overlapping] = someOf(quiet, 4, random);
  const recorded = books.uses.filter(
    ({ on, parent, child }) => on >= from && on < until && parent !== null && /^H/.test(child),
  );
  const [mistyped] = someOf(recorded, 1, random);
  const others = books.lots.filter(
    ({ part, lotNo, receivedOn }) =>
      part.prefix === 'HP' && lotNo !== mistyped?.child && receivedOn >= from && receivedOn < until,
  );
  const [lostLot, lateLot] = someOf(others, 2, random);
  if (!missing || !small || !late || !overlapping || !mistyped || !lostLot || !lateLot) return { books, faults: [] };

  const smallQty = Math.floor(small.qty / 10);
  const lateOn = late.producedOn + LATE_DAYS;
  const lotOn = lateLot.receivedOn + LATE_DAYS;
  const typed = mistyped.child.replace('-0', '-O');
  const { ranges, range } = overlap(books, overlapping);
  const twin = twinOf(books);
  return {
    books: {
      ...books,
      batches: books.batches.flatMap((row): BatchRow[] => {
        if (row === missing) return [];
        if (row === small) return [{ ...row, qty: smallQty }];
        return [row === late ? { ...row, producedOn: lateOn } : row];
      }),
      lots: books.lots.flatMap((lot) => {
        if (lot === lostLot) return [];
        return [lot === lateLot ? { ...lot, receivedOn: lotOn } : lot];
      }),
      uses: books.uses.map((use): Use => (use === mistyped ? { ...use, child: typed } : use)),
      ranges,
      serials: twin === undefined ? books.serials : [twin.row, ...books.serials],
    },
    faults: [
      { kind: 'batchMissing', file: 'batches.csv', key: missing.batchNo },
      {
        kind: 'batchQtyTooSmall',
        file: 'batches.csv',
        key: small.batchNo,
        is: String(smallQty),
        should: String(small.qty),
      },
      {
        kind: 'shippedBeforeProduced',
        file: 'batches.csv',
        key: late.batchNo,
        is: isoDay(lateOn),
        should: isoDay(late.producedOn),
      },
      { kind: 'lotMissing', file: 'material-lots.csv', key: lostLot.lotNo },
      {
        kind: 'consumedBeforeReceived',
        file: 'material-lots.csv',
        key: lateLot.lotNo,
        is: isoDay(lotOn),
        should: isoDay(lateLot.receivedOn),
      },
      {
        kind: 'lotMistyped',
        file: 'consumption.csv',
        key: mistyped.parent ?? '',
        is: typed,
        should: mistyped.child,
      },
      { kind: 'rangeOverlaps', file: 'serial-ranges.csv', key: overlapping.batchNo, ...range },
      ...(twin === undefined ? [] : [twin.fault]),
    ],
  };
}

/** The range of a batch begins inside that of the batch listed before it with the same beginning. */
function overlap(books: Books, { batchNo }: BatchRow) {
  const own = books.ranges.find((range) => range.batchNo === batchNo);
  const bySerial = [...books.ranges].sort((a, b) => (a.from < b.from ? -1 : 1));
  const before = own && bySerial[bySerial.indexOf(own) - 1];
  if (own === undefined || before === undefined) return { ranges: books.ranges, range: {} };
  const last = Number(before.to.slice(-5));
  const from = `${before.to.slice(0, -5)}${String(Math.ceil(last * 0.9)).padStart(5, '0')}`;
  return {
    ranges: books.ranges.map((range) => (range === own ? { ...range, from } : range)),
    range: { is: from, should: own.from },
  };
}

/** One unit that is listed in two batches; the right record comes last and stands, the wrong one is rejected. */
function twinOf(books: Books): { row: Books['serials'][number]; fault: RelationFault } | undefined {
  const row = books.serials[Math.floor(books.serials.length / 3)];
  const other = books.serials.find(({ batchNo }) => batchNo !== row?.batchNo);
  if (row === undefined || other === undefined) return undefined;
  const fault: RelationFault = {
    kind: 'serialTwice',
    file: 'serials-smart.csv',
    key: row.serialNo,
    is: other.batchNo,
    should: row.batchNo,
  };
  return { row: { ...row, batchNo: other.batchNo }, fault };
}

/** Different items by chance, as many as there are. */
function someOf<T>(items: readonly T[], count: number, random: Random): T[] {
  const rest = [...items];
  return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(random.below(rest.length), 1)).flat();
}
