import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Relation, relations } from '../../src/analysis/relations';
import { storedColumns } from '../../src/data/schema/tables';
import type { Dataset } from '../../src/domain/columns';
import { RELATION_CHECKS, RELATION_KINDS } from '../../src/domain/relation';
import { type Lists, listSource } from '../support/list-source';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';

let db: NodeDuckDB;

beforeAll(async () => {
  db = await nodeDuckDB();
});
afterAll(() => db.close());

const sourceOf = (lists: Lists) => listSource(db, lists);
const NOTHING: Lists = {};

const find = (found: readonly Relation[], kind: Relation['kind'], dataset?: Dataset) =>
  found.find((relation) => relation.kind === kind && (dataset === undefined || relation.dataset === dataset));
const brief = (relation: Relation | undefined) =>
  relation === undefined ? undefined : [relation.checked, relation.count, relation.examples];

describe('relations', () => {
  it('are asked only where the lists are there', async () => {
    expect((await relations(await sourceOf(NOTHING))).found).toEqual([]);
    const alone = await sourceOf({ complaint: ['complaint_no, batch_no', ["'C1', 'B1'"]] });
    expect((await relations(alone)).found).toEqual([]);
    const unnamed = await sourceOf({ complaint: ['complaint_no', ["'C1'"]], batch: ['batch_no', ["'B1'"]] });
    expect((await relations(unnamed)).found).toEqual([]);
  });

  it('name every kind in at least one check', () => {
    expect(new Set(RELATION_CHECKS.map(({ kind }) => kind))).toEqual(new Set(RELATION_KINDS));
  });

  it('find numbers that the batch list lacks, in each list that names batches', async () => {
    const { found, sql } = await relations(
      await sourceOf({
        batch: ['batch_no, produced_at', ["'B1', '2024-01-10 00:00'", "'B2', '2024-01-11 00:00'"]],
        complaint: [
          'complaint_no, batch_no, received_at',
          [
            "'C1', 'B1', '2024-03-01'",
            "'C2', 'B9', '2024-03-01'",
            "'C3', 'B9', '2024-03-01'",
            "'C4', NULL, '2024-03-01'",
            "'C5', 'B2', '2023-12-31'",
          ],
        ],
        shipment: [
          'batch_no, qty, shipped_at',
          ["'B1', 5, '2024-01-10 23:00'", "'B2', 5, '2024-01-10 08:00'", "'B8', 1, '2024-02-01'"],
        ],
        stock: ['batch_no, qty', ["'B1', 3"]],
        change: ['change_no, at, batch_from', ["'E1', '2024-01-01', 'B7'"]],
      }),
    );
    expect(brief(find(found, 'orphanBatch', 'complaint'))).toEqual([4, 2, ['B9']]);
    expect(find(found, 'orphanBatch', 'complaint')?.share).toBe(0.5);
    expect(brief(find(found, 'orphanBatch', 'shipment'))).toEqual([3, 1, ['B8']]);
    expect(brief(find(found, 'orphanBatch', 'stock'))).toEqual([1, 0, []]);
    expect(brief(find(found, 'orphanBatch', 'change'))).toEqual([1, 1, ['B7']]);
    expect(find(found, 'orphanBatch', 'serial')).toBeUndefined();
    expect(brief(find(found, 'shippedBeforeBuilt'))).toEqual([2, 1, ['B2']]);
    expect(brief(find(found, 'complainedBeforeBuilt'))).toEqual([2, 1, ['B2']]);
    // Checks of the same rows share a scan.
    expect(sql.filter((statement) => statement.includes('FROM "complaint" AS r'))).toHaveLength(1);
  });

  it('find serial numbers one by one and in ranges that overlap', async () => {
    const serial: Lists['serial'] = [
      'serial_no, serial_from, serial_to, batch_no',
      [
        "'S900', NULL, NULL, 'B1'",
        "NULL, 'S100', 'S199', 'B1'",
        "NULL, 'S110', 'S120', 'B2'",
        "NULL, 'S200', 'S205', 'B2'",
        "NULL, 'S310', 'S300', 'B2'",
        "NULL, 'S99', 'S400', 'B2'",
      ],
    ];
    const numbers = ['S900', 'S100', 'S150', 'S205', 'S206', 'S305', 'S1500'];
    const source = await sourceOf({
      serial,
      complaint: ['complaint_no, serial_no', numbers.map((number, at) => `'C${at}', '${number}'`)],
    });
    const { found } = await relations(source);
    expect(brief(find(found, 'orphanSerial', 'complaint'))).toEqual([7, 3, ['S1500', 'S206', 'S305']]);
    expect(brief(find(found, 'overlappingRange'))).toEqual([3, 1, ['S110']]);
    expect(brief(find(found, 'invertedRange'))).toEqual([5, 2, ['S310', 'S99']]);
    const overlapping = find(found, 'overlappingRange');
    const rows = await source.run(overlapping?.rows ?? '');
    expect(rows).toMatchObject([{ number: 'S110', serial_to: 'S120', batch_no: 'B2', reached: 'S199', source_row: 3 }]);
  });

  it('follow what went into what, sub-batches too', async () => {
    const { found } = await relations(
      await sourceOf({
        batch: ['batch_no', ["'B1'"]],
        material_lot: ['lot_no, received_at', ["'L1', '2024-01-05 12:00'", "'L2', NULL"]],
        serial: ['serial_from, serial_to', ["'S100', 'S199'"]],
        consumption: [
          'parent, child, at',
          [
            "'B1', 'SUB1', '2024-01-04'",
            "'SUB1', 'L1', '2024-01-04 23:00'",
            "'B1', 'L1', '2024-01-05 01:00'",
            "'B9', 'L2', NULL",
            "NULL, 'L9', '2024-01-04'",
            "'S150', 'L2', '2024-01-04'",
            "'B1', 'B1', '2024-01-04'",
          ],
        ],
      }),
    );
    expect(brief(find(found, 'orphanParent'))).toEqual([6, 1, ['B9']]);
    expect(brief(find(found, 'orphanChild'))).toEqual([7, 1, ['L9']]);
    expect(brief(find(found, 'ownParent'))).toEqual([6, 1, ['B1']]);
    expect(brief(find(found, 'consumedBeforeReceived'))).toEqual([2, 1, ['L1']]);
  });

  it('add up what was built, shipped and is still there', async () => {
    const lists: Lists = {
      batch: [
        'batch_no, qty, produced_at',
        [
          "'B0', 100, '2023-12-31'",
          "'B1', 100, '2024-01-01'",
          "'B2', 100, '2024-01-01'",
          "'B3', 100, '2024-01-01'",
          "'B4', 50, '2024-09-01'",
          "'B5', NULL, NULL",
        ],
      ],
      shipment: [
        'batch_no, qty, shipped_at',
        ["'B1', 60, '2024-01-01 09:00'", "'B1', 20, '2024-08-01'", "'B2', 110, '2024-02-01'", "'B3', 10, '2024-02-01'"],
      ],
    };
    const without = await relations(await sourceOf(lists));
    expect(brief(find(without.found, 'moreThanBuilt'))).toEqual([5, 1, ['B2']]);
    expect(find(without.found, 'lessThanBuilt')).toBeUndefined();
    const stock: Lists['stock'] = [
      'batch_no, qty, as_of',
      ["'B1', 40, '2024-06-30'", "'B3', 50, '2024-06-30 08:00'", "'B3', 90, '2024-03-31'"],
    ];
    const { found } = await relations(await sourceOf({ ...lists, stock }));
    expect(brief(find(found, 'moreThanBuilt'))).toEqual([4, 1, ['B2']]);
    // B0 was built before the first shipment that is listed: what left of it is not.
    expect(brief(find(found, 'lessThanBuilt'))).toEqual([3, 1, ['B3']]);
  });

  it('count what went into other batches as gone', async () => {
    const lists: Lists = {
      batch: ['batch_no, qty, produced_at', ["'G1', 100, '2024-02-01'", "'G2', 100, '2024-02-01'"]],
      shipment: ['batch_no, qty, shipped_at', ["'B1', 1, '2024-01-01'"]],
      stock: ['batch_no, qty, as_of', ["'G1', 10, '2024-06-30'", "'G2', 20, '2024-06-30'"]],
      consumption: [
        'parent, child, qty, at',
        [
          "'B1', 'G1', 60, '2024-03-01'",
          "'B2', 'G1', 30, '2024-03-02'",
          "'B2', 'G2', 70, '2024-03-02'",
          "NULL, 'G2', 30, '2024-07-01'",
        ],
      ],
    };
    const { found } = await relations(await sourceOf(lists));
    expect(brief(find(found, 'moreThanBuilt'))).toEqual([2, 0, []]);
    // The last 30 of G2 were used after the stock was taken.
    const short = find(found, 'lessThanBuilt');
    expect(brief(short)).toEqual([2, 1, ['G2']]);
    expect(short?.columns).toContain('used_qty');
  });

  it('link returns to complaints', async () => {
    const { found } = await relations(
      await sourceOf({
        complaint: ['complaint_no', ["'C1'"]],
        returned_item: ['return_no, complaint_no', ["'R1', 'C1'", "'R2', 'C2'", "'R3', NULL"]],
      }),
    );
    expect(brief(find(found, 'orphanComplaint'))).toEqual([2, 1, ['C2']]);
  });

  it('are stored in tables that know their own columns', () => {
    expect(db.rows(storedColumns('returned_item')).map(({ name }) => name)).toEqual(['return_no', 'complaint_no']);
  });
});
