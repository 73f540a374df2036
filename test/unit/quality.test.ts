import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Quality, quality } from '../../src/analysis/quality';
import type { FindingKind } from '../../src/domain/quality';
import { type Lists, listSource } from '../support/list-source';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

let db: NodeDuckDB;

beforeAll(async () => {
  db = await nodeDuckDB();
});
afterAll(() => db.close());

const journal = [
  {
    id: 1,
    at: '2025-06-30T10:00:00Z',
    plan: { dataset: 'complaint' as const },
    report: { rowsRead: 100, rowsAccepted: 100 },
  },
];

async function lookThrough(lists: Lists, complete: readonly string[] = []): Promise<Quality> {
  return quality({ ...(await listSource(db, lists)), journal }, { complete });
}

const COLUMNS =
  'complaint_no, received_at, purchased_at, closed_at, model, region, failure_mode, serial_no, customer_contact, order_no, severity, cost, description';

type Ticket = Partial<Record<string, string | number | null>>;

/** Tickets in which nothing is wrong, but for what is put in their place. */
function tickets(count: number, faults: Readonly<Record<number, Ticket>> = {}): readonly string[] {
  return Array.from({ length: count }, (_, at) => {
    const month = String(1 + Math.floor(at / 20)).padStart(2, '0');
    const day = String(1 + (at % 20)).padStart(2, '0');
    const ticket: Ticket = {
      complaint_no: `TS2025${month}-${String(1 + (at % 20)).padStart(4, '0')}`,
      received_at: `2025-${month}-${day} 09:30:00`,
      purchased_at: '2024-11-05',
      closed_at: `2025-${month}-${day} 17:00:00`,
      model: `KS-${at % 3}`,
      region: '广东省',
      failure_mode: '漏水',
      serial_no: `SN${1000 + at}`,
      customer_contact: String(13900000000 + at),
      order_no: String(100000 + at).padStart(12, '0'),
      severity: 'minor',
      cost: 50 + (at % 17),
      description: `text ${at}`,
      ...faults[at],
    };
    const cell = (value: string | number | null | undefined) =>
      value === null || value === undefined ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`;
    return COLUMNS.split(', ')
      .map((name) => cell(ticket[name]))
      .join(', ');
  });
}

const CODES = ['model', 'region', 'failure_mode', 'severity'];
const complaints = (faults: Readonly<Record<number, Ticket>> = {}): Lists => ({
  complaint: [COLUMNS, tickets(100, faults), CODES],
});

/** Findings of a kind: what they are about, how many rows, and examples. */
const of = (found: Quality, kind: FindingKind) =>
  found.findings
    .filter((one) => one.kind === kind)
    .map(({ about, count, examples }) => [about.join(' '), count, examples]);

const EXPECTED_ABSENT = ['trace', 'cause', 'category', 'response'];

describe('data in which nothing is wrong', () => {
  it('have no finding but the columns that no file has', async () => {
    const found = await lookThrough(complaints());
    expect(found.findings.filter(({ kind }) => kind !== 'absent')).toEqual([]);
    expect(found.findings.map(({ details }) => details.need).sort()).toEqual([...EXPECTED_ABSENT].sort());
    expect(found).toMatchObject({ rows: 100, covered: '2025-05-20' });
    expect(found.numberings).toEqual([{ series: 'complaint.complaint_no', pattern: 'YYYYMM', fitting: 1 }]);
  });

  it('are nothing at all in an empty workspace', async () => {
    const found = await lookThrough({});
    expect(found).toMatchObject({ rows: 0, findings: [], datasets: [], relations: [] });
  });
});

describe('what is wrong with complaints', () => {
  it('is found, and nothing else', async () => {
    const found = await lookThrough(
      complaints({
        3: { model: null, serial_no: null },
        5: { severity: '特特急' },
        6: { serial_no: '1.23457E+11' },
        7: { order_no: '100007' },
        8: { closed_at: '2025-01-08 17:00:00' },
        10: { purchased_at: '2025-02-11 00:00:00' },
        12: { purchased_at: '1970-01-01' },
        14: { closed_at: '2032-01-01' },
        15: { cost: 999_999 },
        16: { cost: -3 },
        17: { region: '2024-05-01' },
        18: { region: '不详', description: '无' },
        22: { serial_no: 'SN1021' },
        30: { complaint_no: 'OLD-7' },
        41: { complaint_no: 'TS202501-0999' },
      }),
    );
    expect(of(found, 'unknownWord')).toEqual([['severity', 1, ['特特急']]]);
    expect(of(found, 'scientific')).toEqual([['serial_no', 1, ['1.23457E+11']]]);
    expect(of(found, 'lostZeros')).toEqual([['order_no', 1, ['100007']]]);
    expect(of(found, 'order')).toEqual([
      ['purchased_at received_at', 1, ['2025-02-11 → 2025-01-11 09:30']],
      ['received_at closed_at', 1, ['2025-01-09 09:30 → 2025-01-08 17:00']],
    ]);
    expect(of(found, 'tooOld')).toEqual([['purchased_at', 1, ['1970-01-01']]]);
    expect(of(found, 'future')).toEqual([['closed_at', 1, ['2032-01-01']]]);
    expect(of(found, 'outlier')).toEqual([['cost', 1, ['999999.0']]]);
    expect(of(found, 'impossibleNumber')).toEqual([['cost', 1, ['-3.0']]]);
    expect(of(found, 'misplaced')).toEqual([['region', 1, ['2024-05-01']]]);
    expect(of(found, 'placeholder')).toEqual([
      ['description', 1, ['无']],
      ['region', 1, ['不详']],
    ]);
    expect(of(found, 'duplicate')).toEqual([['serial_no customer_contact model failure_mode description', 1, []]]);
    expect(of(found, 'misnumbered')).toEqual([['complaint_no', 1, ['OLD-7']]]);
    expect(of(found, 'numberMonth')).toEqual([['complaint_no', 1, ['TS202501-0999']]]);
    expect(of(found, 'blank')).toEqual([
      ['model', 1, []],
      ['serial_no', 1, []],
    ]);
    const kinds = new Set(found.findings.map(({ kind }) => kind));
    expect(kinds.size).toBe(15);
    const losses = found.findings.map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
  });

  it('can be listed: each finding’s statement gives its rows', async () => {
    const found = await lookThrough(
      complaints({
        3: { model: null },
        5: { severity: '特特急' },
        8: { closed_at: '2025-01-08' },
        22: { serial_no: 'SN1021' },
      }),
    );
    const listed = found.findings.filter(({ rows }) => rows !== undefined);
    expect(listed.length).toBe(4);
    for (const { rows, count, id } of listed) {
      const [first, ...others] = db.rows(rows?.sql ?? '');
      expect(others.length + 1, id).toBe(count);
      for (const name of [...(rows?.columns ?? []), 'source_file', 'source_row'])
        expect(first, id).toHaveProperty(name);
    }
  });

  it('counts times of a day without an hour by the day', async () => {
    const found = await lookThrough(
      complaints({ 8: { closed_at: '2025-01-09' }, 9: { purchased_at: '2025-01-10 09:00:00' } }),
    );
    expect(of(found, 'order')).toEqual([]);
  });

  it('takes many late events for those of a later export', async () => {
    const late = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [at, { closed_at: '2025-06-29' }]));
    expect(of(await lookThrough(complaints(late)), 'future')).toEqual([]);
    expect(of(await lookThrough(complaints({ 4: { closed_at: '2025-07-05' } })), 'future')).toHaveLength(1);
  });

  it('looks for gaps only in what is said to be a complete register', async () => {
    const lists: Lists = { complaint: [COLUMNS, tickets(100).filter((_, at) => at !== 7 && at !== 8), CODES] };
    expect(of(await lookThrough(lists), 'numberGap')).toEqual([]);
    const found = await lookThrough(lists, ['complaint.complaint_no']);
    expect(of(found, 'numberGap')).toEqual([['complaint_no', 2, []]]);
    const gap = found.findings.find(({ kind }) => kind === 'numberGap');
    expect(db.rows(gap?.rows?.sql ?? '')).toEqual([{ number: 'TS202501-0008' }, { number: 'TS202501-0009' }]);
  });

  it('counts a number that several rows have once, and leaves runs alone that a mistyped number makes endless', async () => {
    const returns = Array.from({ length: 40 }, (_, at) => {
      const no = `RT202501-${String(at + 1).padStart(4, '0')}`;
      return [1, 2].map((unit) => `'${no}', 'SN${at}-${unit}', '2025-01-10'`);
    }).filter((_, at) => at !== 4 && at !== 20);
    const rows = [...returns.flat(), "'RX202501-999999999', 'SN1', '2025-01-10'"];
    const lists: Lists = { returned_item: ['return_no, serial_no, applied_at', rows] };
    const found = await lookThrough(lists, ['returned_item.return_no']);
    const [gap] = found.findings.filter(({ kind }) => kind === 'numberGap');
    expect(gap?.count).toBe(2);
    expect(db.rows(gap?.rows?.sql ?? '')).toEqual([{ number: 'RT202501-0005' }, { number: 'RT202501-0021' }]);
  });

  it('weighs what is blank over quality complaints', async () => {
    const source = await listSource(db, complaints({ 3: { model: null }, 4: { model: null } }));
    db.rows('UPDATE complaint_rows SET is_quality = false WHERE source_row > 50 OR source_row = 5');
    const found = await quality({ ...source, journal });
    expect(found.findings.find(({ about }) => about[0] === 'model')).toMatchObject({
      count: 2,
      of: 100,
      share: 1 / 49,
      basis: 'quality',
    });
  });
});

describe('what is wrong with other lists', () => {
  it('is found', async () => {
    const found = await lookThrough({
      shipment: [
        'shipped_at, batch_no, model, qty, region, destination_kind',
        [
          "'2025-01-01', 'B1', 'M', 90, '广东省', 'dealer'",
          "'2025-01-02', NULL, 'M', 10, '广东省', 'end_customer'",
          "'2025-01-03', 'B1', 'M', -5, '广东省', 'end_customer'",
        ],
        ['destination_kind'],
      ],
      inspection: [
        'at, stage, batch_no, inspected_qty, defective_qty',
        ["'2025-01-01', 'OQC', 'B1', 10, 11", "'2025-01-01', 'OQC', 'B1', 10, 1"],
      ],
      returned_item: [
        'return_no, complaint_no, serial_no, applied_at, received_at, finding',
        [
          "'R1', 'C1', 'S1', '2025-01-01', '2025-01-05', 'confirmed'",
          "'R1', 'C1', 'S2', '2025-01-01', '2025-01-05', 'confirmed'",
          "'R1', 'C1', 'S2', '2025-01-01', '2024-12-05', 'confirmed'",
        ],
      ],
    });
    expect(of(found, 'impossibleNumber')).toEqual([
      ['defective_qty inspected_qty', 1, ['11 → 10']],
      ['qty', 1, ['-5']],
    ]);
    expect(of(found, 'unitTwice')).toEqual([['return_no serial_no', 1, ['R1']]]);
    expect(of(found, 'order')).toEqual([['applied_at received_at', 1, ['2025-01-01 → 2024-12-05']]]);
    const [region] = found.findings.filter(({ kind }) => kind === 'dealerRegion');
    expect(region).toMatchObject({ count: 1, of: 3, basis: 'units' });
    expect(region?.share).toBeCloseTo(90 / 95, 12);
    expect(of(found, 'blank')).toEqual([['batch_no', 1, []]]);
  });
});

describe('completeness', () => {
  it('is told by column, file and month', async () => {
    const found = await lookThrough(complaints({ 3: { model: null }, 45: { model: null }, 46: { model: null } }));
    const [complaint] = found.datasets;
    expect(complaint?.columns.map(({ column }) => column)).toEqual(COLUMNS.split(', '));
    const model = complaint?.columns.find(({ column }) => column === 'model');
    expect(model).toMatchObject({ filled: 97, of: 100, byFile: [{ file: 1, filled: 97, of: 100 }] });
    expect(model?.byMonth).toEqual([
      { month: '2025-01', filled: 19, of: 20 },
      { month: '2025-02', filled: 20, of: 20 },
      { month: '2025-03', filled: 18, of: 20 },
      { month: '2025-04', filled: 20, of: 20 },
      { month: '2025-05', filled: 20, of: 20 },
    ]);
    const full = complaint?.columns.find(({ column }) => column === 'complaint_no');
    expect(full?.byMonth.every((month) => month.filled === month.of)).toBe(true);
  });
});
