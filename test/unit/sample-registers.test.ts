import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../src/domain/columns';
import { dayOf, type Row, SampleBooks } from '../support/sample-books';

const books = new SampleBooks(new URL('../../sample-data/', import.meta.url).pathname);
const { truth } = books;
const faults = (kind: string) => truth.relationFaults.filter((fault) => fault.kind === kind);
const faultKeys = (kind: string) => faults(kind).map(({ key }) => key);
const sumBy = (rows: readonly Row[], key: string, qty: string) => {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row[key] ?? '', (sums.get(row[key] ?? '') ?? 0) + Number(row[qty]));
  return sums;
};

const batches = new Map(books.rows('batch').map((row) => [row.batch_no ?? '', row]));
const lots = new Map(books.rows('material_lot').map((row) => [row.lot_no ?? '', row]));
const uses = books.rows('consumption');
const shipments = books.rows('shipment');
const stock = books.rows('stock');
const serialFiles = truth.files.filter(({ dataset }) => dataset === 'serial');
const ranges = books.rows('serial').filter(({ serial_from }) => serial_from !== undefined);
const singles = books.rows('serial').filter(({ serial_no }) => serial_no !== undefined);

describe('the ten datasets', () => {
  it('are all there, with columns that the application knows', () => {
    expect(new Set(truth.files.map(({ dataset }) => dataset))).toEqual(new Set(Object.keys(SCHEMAS)));
    for (const { dataset, canonical, name } of truth.files)
      for (const column of canonical)
        expect(
          SCHEMAS[dataset].columns.map((one) => one.name),
          name,
        ).toContain(column);
  });

  it('hold as many records as the truth says', () => {
    for (const { name, dataset, accepted, records } of truth.files)
      expect(books.rows(dataset, name).length, name).toBe(dataset === 'complaint' ? accepted : records);
  });

  it('hold one GBK export and one workbook', () => {
    expect(truth.files.filter(({ encoding }) => encoding === 'gb18030').map(({ dataset }) => dataset)).toEqual([
      'complaint',
    ]);
    expect(truth.files.filter(({ encoding }) => encoding === null)).toHaveLength(1);
  });

  it('log forty changes, six of them relevant', () => {
    const numbers = books.rows('change').map(({ change_no }) => change_no);
    expect(numbers).toHaveLength(40);
    expect(new Set(numbers).size).toBe(40);
    const relevant = Object.values(truth.relevantChanges).flat();
    expect(relevant).toHaveLength(6);
    for (const number of relevant) expect(numbers).toContain(number);
  });
});

describe('the register of batches', () => {
  it('covers every batch that is named elsewhere but the missing one', () => {
    const named = [
      ...shipments,
      ...stock,
      ...books.rows('complaint'),
      ...books.rows('inspection'),
      ...ranges,
      ...singles,
    ]
      .map(({ batch_no }) => batch_no ?? '')
      .concat(uses.map(({ parent }) => parent ?? ''))
      .filter((batchNo) => batchNo !== '' && !batches.has(batchNo));
    expect(new Set(named)).toEqual(new Set(faultKeys('batchMissing')));
  });

  it('adds up: produced is shipped, in stock, on hold, on the line or scrapped', () => {
    const shipped = sumBy(shipments, 'batch_no', 'qty');
    const lies = sumBy(stock, 'batch_no', 'qty');
    const born = [...batches.values()].filter(({ batch_no }) => batch_no?.startsWith('B'));
    const wrong = born.filter(({ batch_no = '', qty, produced_at }) => {
      const found = (shipped.get(batch_no) ?? 0) + (lies.get(batch_no) ?? 0);
      // What was built before the register of shipments began left it in part unseen.
      return dayOf(produced_at) >= dayOf('2024-01-01') ? found !== Number(qty) : found > Number(qty);
    });
    expect(wrong.map(({ batch_no }) => batch_no)).toEqual(faultKeys('batchQtyTooSmall'));
  });

  it('adds up over all, with what left before the register of shipments', () => {
    const { balance } = truth;
    if (balance === undefined) throw new Error('no balance');
    const { built, ...places } = balance;
    expect(Object.values(places).reduce((sum, qty) => sum + qty, 0)).toBe(built);
    expect(balance.shipped).toBe(shipments.reduce((sum, { qty }) => sum + Number(qty), 0));
  });

  it('adds up for assemblies: made is used, left or scrapped', () => {
    const used = sumBy(uses, 'child', 'qty');
    const lies = sumBy(stock, 'batch_no', 'qty');
    const wrong = [...batches.values()].filter(
      ({ batch_no = '', qty }) =>
        !batch_no.startsWith('B') && (used.get(batch_no) ?? 0) + (lies.get(batch_no) ?? 0) !== Number(qty),
    );
    expect(wrong).toEqual([]);
  });

  it('ships nothing before it is produced, but for the one that was dated late', () => {
    const early = shipments.filter(
      ({ batch_no = '', shipped_at }) => dayOf(shipped_at) < dayOf(batches.get(batch_no)?.produced_at),
    );
    expect(new Set(early.map(({ batch_no }) => batch_no))).toEqual(new Set(faultKeys('shippedBeforeProduced')));
  });
});

describe('consumption', () => {
  it('names lots and assemblies that exist, but for the mistyped and the missing one', () => {
    const orphans = uses.filter(({ child = '' }) => !lots.has(child) && !batches.has(child));
    expect(new Set(orphans.map(({ child }) => child))).toEqual(
      new Set([...faults('lotMistyped').map(({ is }) => is), ...faultKeys('lotMissing')]),
    );
  });

  it('has two levels: batches of assemblies, assemblies of lots', () => {
    const levels = new Set(
      uses.filter(({ parent }) => parent !== '').map(({ parent, child }) => `${parent?.[0]}<${child?.[0]}`),
    );
    for (const pair of ['B<G', 'B<D', 'G<R', 'D<T', 'D<C', 'B<T', 'B<H']) expect(levels).toContain(pair);
  });

  it('uses up each lot but for what is left or scrapped', () => {
    const used = sumBy(uses, 'child', 'qty');
    const lies = sumBy(stock, 'lot_no', 'qty');
    const wrong = [...lots.values()].filter(
      ({ lot_no = '', qty }) => (used.get(lot_no) ?? 0) + (lies.get(lot_no) ?? 0) !== Number(qty),
    );
    expect(wrong.map(({ lot_no }) => lot_no)).toEqual(faults('lotMistyped').map(({ should }) => should));
  });

  it('gives every kettle one lid, one base and one thermostat', () => {
    const counts = new Map<string, number>();
    for (const { parent = '', child = '', qty } of uses) {
      const part = `${parent}/${/^[A-Z]+/.exec(child)?.[0]}`;
      counts.set(part, (counts.get(part) ?? 0) + Number(qty));
    }
    const wrong = [...batches.values()].filter(
      ({ batch_no = '', qty }) =>
        batch_no.startsWith('B') && ['G', 'D', 'TC'].some((part) => counts.get(`${batch_no}/${part}`) !== Number(qty)),
    );
    expect(wrong.map(({ batch_no }) => batch_no)).toEqual(faultKeys('batchQtyTooSmall'));
  });

  it('issues seals and screws to lines only', () => {
    const issued = new Set(uses.filter(({ parent }) => parent === '').map(({ child }) => child?.slice(0, 2)));
    expect(issued).toEqual(new Set(['SR', 'SC']));
    expect(uses.some(({ parent, child }) => parent !== '' && /^S[RC]/.test(child ?? ''))).toBe(false);
  });

  it('takes nothing before it is received or made, but for the lot that was dated late', () => {
    const early = uses.filter(({ child = '', at }) => {
      const from = lots.get(child)?.received_at ?? batches.get(child)?.produced_at;
      return from !== undefined && dayOf(at) < dayOf(from);
    });
    expect(new Set(early.map(({ child }) => child))).toEqual(new Set(faultKeys('consumedBeforeReceived')));
  });
});

describe('serial numbers', () => {
  it('are ranges, and single for the smart family only', () => {
    expect(serialFiles).toHaveLength(2);
    const families = new Set(singles.map(({ batch_no = '' }) => batches.get(batch_no)?.model?.slice(0, 2)));
    expect(families).toEqual(new Set(['KD']));
    expect(singles.length).toBeGreaterThan(20_000);
  });

  it('overlap in one place', () => {
    const sorted = [...ranges].sort((a, b) => ((a.serial_from ?? '') < (b.serial_from ?? '') ? -1 : 1));
    const overlapping = sorted.filter(
      ({ serial_from }, index) => index > 0 && (serial_from ?? '') <= (sorted[index - 1]?.serial_to ?? ''),
    );
    expect(overlapping.map(({ batch_no }) => batch_no)).toEqual(faultKeys('rangeOverlaps'));
  });

  it('repeat in one place', () => {
    const seen = new Set<string>();
    const twice = singles.filter(({ serial_no = '' }) => seen.has(serial_no) || !seen.add(serial_no));
    expect(twice.map(({ serial_no }) => serial_no)).toEqual(faultKeys('serialTwice'));
  });

  it('of complaints lie in the batch that the complaint names', () => {
    const bySerial = new Map(singles.map(({ serial_no = '', batch_no = '' }) => [serial_no, batch_no]));
    const rangeOf = new Map(ranges.map((range) => [range.batch_no, range]));
    const twice = new Set(faultKeys('serialTwice'));
    const overlapped = new Set(faultKeys('rangeOverlaps'));
    const named = books.rows('complaint').filter(({ serial_no, batch_no }) => serial_no !== '' && batch_no !== '');
    expect(named.length).toBeGreaterThan(2000);
    const wrong = named.filter(({ serial_no = '', batch_no = '' }) => {
      if (twice.has(serial_no) || overlapped.has(batch_no)) return false;
      const range = rangeOf.get(batch_no);
      if (range === undefined) return bySerial.get(serial_no) !== batch_no;
      return serial_no < (range.serial_from ?? '') || serial_no > (range.serial_to ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('were activated after they were shipped and before they were complained of', () => {
    const activated = new Map<string, number>();
    for (const { serial_no = '', shipped_at, activated_at } of singles) {
      if (activated_at === '') continue;
      expect(dayOf(activated_at)).toBeGreaterThanOrEqual(dayOf(shipped_at));
      activated.set(serial_no, dayOf(activated_at));
    }
    const late = books
      .rows('complaint')
      .filter(({ serial_no = '', received_at }) => (activated.get(serial_no) ?? 0) > dayOf(received_at));
    expect(late).toEqual([]);
  });
});

describe('returns', () => {
  it('belong to complaints, in order of time', () => {
    const complaints = new Map(books.rows('complaint').map((row) => [row.complaint_no, row]));
    const rows = books.rows('returned_item');
    expect(rows.length).toBeGreaterThan(2000);
    for (const { complaint_no, applied_at, approved_at, received_at } of rows) {
      expect(dayOf(complaints.get(complaint_no ?? '')?.received_at)).toBe(dayOf(applied_at));
      const days = [applied_at, approved_at, received_at].filter((text) => text !== '').map(dayOf);
      expect(days).toEqual([...days].sort((a, b) => a - b));
    }
  });
});

describe('inspections', () => {
  it('never find more than they look at', () => {
    const rows = books.rows('inspection');
    expect(new Set(rows.map(({ stage }) => stage))).toEqual(new Set(['IQC', 'IPQC', 'OQC']));
    expect(rows.filter(({ inspected_qty, defective_qty }) => Number(defective_qty) > Number(inspected_qty))).toEqual(
      [],
    );
    expect(rows.filter(({ defective_qty, defect_code }) => (defective_qty === '0') !== (defect_code === ''))).toEqual(
      [],
    );
  });

  it('let the bad thermostats of story (b) and the weak resin of story (a) pass', () => {
    const bad = new Set([
      ...((truth.stories.b as { thermostats: { lots: string[] } }).thermostats.lots ?? []),
      ...((truth.stories.a as { weakLots: string[] }).weakLots ?? []),
    ]);
    const share = (of: (lot: string) => boolean) => {
      const rows = books.rows('inspection').filter(({ stage, lot_no = '' }) => stage === 'IQC' && of(lot_no));
      const found = rows.reduce((sum, { defective_qty }) => sum + Number(defective_qty), 0);
      return found / rows.reduce((sum, { inspected_qty }) => sum + Number(inspected_qty), 0);
    };
    expect(share((lot) => bad.has(lot))).toBeLessThan(0.005);
    expect(share((lot) => !bad.has(lot))).toBeLessThan(0.005);
  });
});
