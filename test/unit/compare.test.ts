import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compare } from '../../src/analysis/compare/compare';
import { type CountedAttribute, differencesOf } from '../../src/analysis/compare/differences';
import { measureFacts } from '../../src/data/facts';
import { createStatements, rowsTable, viewStatements } from '../../src/data/schema/tables';
import { fisherTest, riskRatio } from '../../src/stats/two-proportions';
import { compareShares } from '../../src/stats/weighted-shares';
import { nodeDuckDB } from '../support/node-duckdb';
import { mulberry } from '../support/random';

const whole = (x: number, n: number) => ({ x, squares: x, n });
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

describe('shares of two sides', () => {
  const side = fc
    .integer({ min: 1, max: 400 })
    .chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

  test('are compared by Fisher’s exact test, with Katz’ interval, where things have the attribute or not', () => {
    fc.assert(
      fc.property(side, side, (one, other) => {
        const compared = compareShares(whole(one.x, one.n), whole(other.x, other.n));
        if (compared === null) return one.x + other.x === 0 || one.x + other.x === one.n + other.n;
        const { pLess, pGreater } = fisherTest(one, other);
        expect(compared.p).toBeCloseTo(Math.min(1, 2 * Math.min(pLess, pGreater)), 9);
        const katz = riskRatio(one, other);
        if (katz !== null) {
          expect(compared.ratio).toBeCloseTo(katz.ratio, 9);
          expect(compared.interval[0] / katz.interval[0]).toBeCloseTo(1, 6);
          expect(compared.interval[1] / katz.interval[1]).toBeCloseTo(1, 6);
        }
        return true;
      }),
    );
  });

  test('turn over with their sides', () => {
    fc.assert(
      fc.property(side, side, fc.double({ min: 0.05, max: 1, noNaN: true }), (one, other, share) => {
        const part = ({ x, n }: { x: number; n: number }) => ({ x: x * share, squares: x * share * share, n });
        const [there, back] = [compareShares(part(one), part(other)), compareShares(part(other), part(one))];
        if (there === null || back === null) return there === back;
        const sameTail = Math.abs(there.p - back.p) < 1e-9 || one.n === other.n;
        return sameTail && Math.abs(there.gain - back.gain) < 1e-6 * Math.max(1, there.gain);
      }),
    );
  });

  test('say nothing of nothing, and have no end where one side has none', () => {
    expect(compareShares(whole(0, 5), whole(0, 9))).toBeNull();
    expect(compareShares(whole(5, 5), whole(9, 9))).toBeNull();
    expect(compareShares(whole(0, 0), whole(3, 9))).toBeNull();
    const alone = compareShares(whole(12, 40), whole(0, 400));
    expect(alone?.ratio).toBeNull();
    expect(alone?.interval[0]).toBeGreaterThan(5);
    expect(alone?.interval[1]).toBe(Number.POSITIVE_INFINITY);
    expect(compareShares(whole(0, 400), whole(12, 40))?.interval[0]).toBe(0);
  });

  test('by parts of batches alarm no more often than they may', () => {
    const draw = mulberry(11);
    let [alarms, tests] = [0, 0];
    for (let turn = 0; turn < 4000; turn += 1) {
      // Complaints of batches of which nothing, a fifth, half or all has the attribute, dealt to sides of 60 and 300.
      const shares = Array.from({ length: 360 }, () => [0, 0, 0.2, 0.5, 1][Math.floor(draw() * 5)] ?? 0);
      const sum = (from: number, until: number) => {
        const own = shares.slice(from, until);
        return { x: sumOf(own), squares: sumOf(own.map((share) => share * share)), n: own.length };
      };
      tests += 1;
      if ((compareShares(sum(0, 60), sum(60, 360))?.p ?? 1) < 0.05) alarms += 1;
    }
    expect(alarms / tests).toBeLessThan(0.06);
    expect(alarms / tests).toBeGreaterThan(0.02);
  });
});

/** Attributes of complaints: many values, few values, yes or no, and parts of batches. */
function drawn(seed: number, planted = 0): CountedAttribute[] {
  const draw = mulberry(seed);
  const complaints = Array.from({ length: 1200 }, () => ({
    values: [5, 30, 200, 2].map((values) => String(Math.floor(values * draw() ** 2))),
    batch: Math.floor(draw() * 300),
    inA: draw() < 0.3,
  }));
  for (const one of complaints) if (one.inA && draw() < planted) one.values[1] = 'planted';
  const of = (inA: boolean) => complaints.filter((one) => one.inA === inA);
  const sides = { a: of(true), b: of(false) };
  const columns = [0, 1, 2, 3].map((at): CountedAttribute => {
    const names = [...new Set(complaints.map(({ values }) => values[at] ?? ''))];
    const count = (side: 'a' | 'b', name: string) => {
      const x = sides[side].filter(({ values }) => values[at] === name).length;
      return { x, squares: x };
    };
    return {
      attribute: { by: 'column', names: [`c${at}`] },
      about: 'origin',
      a: sides.a.length,
      b: sides.b.length,
      values: names.map((name) => ({ values: [name], a: count('a', name), b: count('b', name) })),
    };
  });
  const lots: CountedAttribute = {
    attribute: { by: 'batch', names: ['lot_no'] },
    about: 'origin',
    a: sides.a.length,
    b: sides.b.length,
    values: Array.from({ length: 100 }, (_, lot) => {
      const part = (side: 'a' | 'b') => {
        const own = sides[side].map(({ batch }) => (batch % 100 === lot ? 0.6 : (batch + 7) % 100 === lot ? 0.4 : 0));
        return { x: sumOf(own), squares: sumOf(own.map((share) => share * share)) };
      };
      return { values: [String(lot)], a: part('a'), b: part('b') };
    }),
  };
  return [...columns, lots];
}

describe('differences', () => {
  it('names nothing in random parts of the same complaints, in all but 5 % of them', async () => {
    let alarms = 0;
    const turns = 120;
    for (let seed = 1; seed <= turns; seed += 1) {
      const { differences, tests } = await differencesOf(drawn(seed));
      expect(tests).toBeGreaterThan(200);
      if (differences.length > 0) alarms += 1;
    }
    expect(alarms / turns).toBeLessThanOrEqual(0.05);
  });

  it('names what was planted, first', async () => {
    const { differences } = await differencesOf(drawn(5, 0.2));
    expect(differences[0]).toMatchObject({ values: ['planted'], more: true, ratio: null, high: null });
    expect(differences[0]?.a.share).toBeGreaterThan(0.1);
    expect(differences[0]?.low).toBeGreaterThan(3);
  });

  it('stops when nobody waits', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(differencesOf([...drawn(1), ...drawn(2), ...drawn(3)], signal)).rejects.toThrow('gone');
  });
});

describe('a file that is not the sample', () => {
  it('is compared by what it has: lists, extra columns, uses; not by people, numbers of orders and prose', async () => {
    const db = await nodeDuckDB();
    for (const sql of createStatements()) db.rows(sql);
    // 400 complaints; the 100 of mode B are from the coast, have part "seal" too, and nothing else in common.
    db.rows(
      `CREATE OR REPLACE TABLE ${rowsTable('complaint')} AS SELECT 1 AS source_file, CAST(i AS INTEGER) AS source_row, CAST(NULL AS VARCHAR[]) AS cell_issues, ` +
        `'N' || i AS complaint_no, TIMESTAMP '2025-01-01' + i * INTERVAL 12 HOUR AS received_at, CASE WHEN i % 4 = 0 THEN 'B' ELSE 'A' END AS failure_mode, ` +
        `CASE WHEN i % 4 = 0 THEN ['B', 'seal'] ELSE ['A'] END AS failure_modes, CASE WHEN i % 4 = 0 OR i % 20 = 1 THEN 'coast' WHEN i % 3 = 0 THEN NULL ELSE 'hills' END AS usage_environment, ` +
        `'text ' || i AS description, CASE WHEN (i * 7919) % 11 < 5 THEN 'red' ELSE 'blue' END AS x_colour, 'P' || i AS "x_customer name", true AS is_reported, true AS is_quality, false AS is_confirmed, false AS is_safety, false AS is_unjudged FROM range(400) AS t(i)`,
    );
    const stored = ['complaint_no', 'received_at', 'failure_mode', 'failure_modes', 'usage_environment', 'description'];
    for (const sql of viewStatements('complaint', [...stored, 'x_colour', 'x_customer name'])) db.rows(sql);
    const run = async <Row extends object>(sql: string) => db.rows(sql) as Row[];
    const integers = async (sql: string) => Int32Array.from(db.rows(sql), (row) => Number(Object.values(row)[0]));
    const source = { facts: await measureFacts(run), run, integers };
    const found = await compare(source, {
      scope: [{ kind: 'oneOf', field: 'failure_mode', values: ['B'] }],
      measure: 'quality',
    });
    db.close();
    expect(found).toMatchObject({ a: 100, b: 300, shared: 0, units: 'none' });
    expect(found.differences.map(({ values, more }) => [values[0], more])).toEqual([
      ['coast', true],
      ['hills', false],
    ]);
    expect(found.differences[0]).toMatchObject({ about: 'origin', a: { n: 100, of: 100, share: 1 }, b: { n: 20 } });
    const reasons = new Map(found.left.map(({ attribute, reason }) => [attribute.names.join(), reason]));
    expect(reasons.get('failure_mode')).toBe('defines');
    expect(reasons.get('x_customer name')).toBe('person');
    expect(reasons.get('description')).toBe('prose');
    expect(reasons.get('complaint_no')).toBe('identifier');
    expect(reasons.get('line')).toBe('noDataset');
    expect(found.attributes.map(({ attribute }) => attribute.names.join()).sort()).toEqual([
      'received_at',
      'usage_environment',
      'x_colour',
    ]);
    const numbers = found.differences.flatMap(({ low, ratio, p, q, evidence }) => [low, ratio ?? 0, p, q, evidence]);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });
});
