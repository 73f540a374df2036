import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayNumber, isoDay } from '../../src/analysis/reliability/age';
import { reliability } from '../../src/analysis/reliability/reliability';
import type { ReliabilityAnswer, ReliabilityQuestion } from '../../src/analysis/reliability/types';
import type { Source } from '../../src/analysis/view';
import type { Scope } from '../../src/domain/scope';
import { type Lists, listSource } from '../support/list-source';
import { type NodeDuckDB, nodeDuckDB } from '../support/node-duckdb';
import { mulberry } from '../support/random';

let db: NodeDuckDB;
beforeAll(async () => {
  db = await nodeDuckDB();
});
afterAll(() => db.close());

interface Factory {
  readonly seed: number;
  readonly until: string;
  /** Batches, one every ten days from 2023-01-05. */
  readonly batches: number;
  readonly units: number;
  /** Claims per unit of a batch (position), and days from shipment to claim. */
  readonly share: (batch: number) => number;
  readonly days: (random: () => number) => number;
}

/** Shipments of batches on three days each, and the claims received until a day. */
function factory({ seed, until, batches, units, share, days }: Factory): Lists {
  const random = mulberry(seed);
  const [shipped, built, claims]: [string[], string[], [number, string][]] = [[], [], []];
  const end = dayNumber(until);
  for (let batch = 0; batch < batches; batch++) {
    const made = dayNumber('2023-01-05') + batch * 10;
    if (made > end) break;
    const name = `B${String(batch).padStart(3, '0')}`;
    built.push(`'${name}', TIMESTAMP '${isoDay(made)}', ${units}, 'M1', '${batch % 2 === 0 ? 'L1' : 'L2'}'`);
    for (const wait of [3, 10, 17]) {
      if (made + wait > end) continue;
      shipped.push(`TIMESTAMP '${isoDay(made + wait)}', '${name}', 'M1', ${units / 3}`);
      for (let unit = 0; unit < units / 3; unit++) {
        if (random() >= share(batch)) continue;
        const day = made + wait + Math.floor(days(random));
        if (day <= end) claims.push([day, `TIMESTAMP '${isoDay(day)} 09:00:00', '${name}', 'M1', 'leak'`]);
      }
    }
  }
  claims.sort(([a], [b]) => a - b);
  return {
    shipment: ['shipped_at, batch_no, model, qty', shipped],
    batch: ['batch_no, produced_at, qty, model, line', built],
    complaint: ['received_at, batch_no, model, failure_mode', claims.map(([, row]) => row)],
  };
}

async function sourceOf(lists: Lists): Promise<Source> {
  const source = await listSource(db, lists);
  return { ...source, integers: async (sql) => Int32Array.from(db.rows(sql), (row) => Number(Object.values(row)[0])) };
}

async function ask(lists: Lists, question: Partial<ReliabilityQuestion> = {}) {
  return reliability(await sourceOf(lists), { measure: 'quality', scope: [], cohort: 'build', ...question });
}

async function known(lists: Lists, question: Partial<ReliabilityQuestion> = {}): Promise<ReliabilityAnswer> {
  const answer = await ask(lists, question);
  if (!answer.known) throw new Error(answer.why.reason);
  return answer;
}

const weibullDays = (shape: number, scale: number) => (random: () => number) =>
  scale * (-Math.log(1 - random())) ** (1 / shape);
const EVEN: Factory = {
  seed: 1,
  until: '2024-12-20',
  batches: 72,
  units: 900,
  share: () => 0.03,
  days: (random) => 600 * random(),
};
const builtFrom = (from: string | undefined, until: string | undefined): Scope => [
  { kind: 'period', field: 'produced_at', ...(from && { from }), ...(until && { until }) },
];

/** Every number of an answer, with where it stands. */
function numbersOf(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => numbersOf(part, `${path}.${name}`));
}

describe('ages of a factory of known truth', () => {
  it('counts units, claims and exposure as by hand', async () => {
    const lists = factory(EVEN);
    const answer = await known(lists);
    const { population, nevada } = answer;
    expect(population).toMatchObject({ kind: 'shipment', axis: 'shipment', asOf: '2024-12-20' });
    const rows = lists.complaint?.[1].length ?? 0;
    expect(population.claims.traced + population.claims.outside + population.claims.negative).toBe(rows);
    expect(population.claims.negative).toBe(0);
    const shipped = db.rows(
      "SELECT CAST(sum(s.qty) AS DOUBLE) AS n FROM shipment s JOIN batch b USING (batch_no) WHERE b.produced_at >= '2023-03-01' AND b.produced_at < '2023-04-01'",
    );
    expect(nevada.find(({ cohort }) => cohort === '2023-03-01')?.units).toBe(shipped[0]?.n);
    // The whole cohort left between the 4th and the 17th day after production: its first month is over, its last is not.
    const young = nevada.at(-2);
    expect(young?.cells.at(-1)?.mature).toBe(false);
    expect(nevada[0]?.cells[0]?.mature).toBe(true);
    const total = nevada.reduce((sum, { claims }) => sum + claims, 0);
    expect(total).toBe(population.claims.traced);
  });

  it('finds the rate by age, whatever the youth of cohorts', async () => {
    const { ages, nevada } = await known(factory(EVEN));
    // 3 % over 600 days evenly: 1.52 per 1000 and month.
    for (const { rateInterval, thin } of ages.filter(({ age }) => age > 0 && age < 18)) {
      if (thin) continue;
      expect(rateInterval[0]).toBeLessThan(2.1);
      expect(rateInterval[1]).toBeGreaterThan(1.1);
    }
    const at12 = ages.find(({ months }) => months === 12);
    expect(at12?.interval[0]).toBeLessThan((30 * 365) / 600);
    expect(at12?.interval[1]).toBeGreaterThan((30 * 365) / 600);
    const row = nevada[3];
    const point = row?.cumulative[5];
    // All have lived it: claims over units, with Garwood's interval.
    expect(point?.perThousand).toBeCloseTo(
      (1000 * (row?.cells.slice(0, 6).reduce((sum, { claims }) => sum + claims, 0) ?? 0)) / (row?.units ?? 1),
      9,
    );
  });

  it('does not call the young better', async () => {
    const { comparison } = await known(factory(EVEN), {
      compare: [builtFrom(undefined, '2024-06-01'), builtFrom('2024-06-01', undefined)],
    });
    expect(comparison?.crudeRatio).toBeLessThan(0.5);
    expect(comparison?.crudeDiffers).toBe(true);
    expect(comparison?.verdict).toBe('noDifference');
    expect(comparison?.ratio).toBeGreaterThan(0.75);
    expect(comparison?.ratio).toBeLessThan(1.3);
    expect(comparison?.logRank?.p).toBeGreaterThan(0.01);
  });

  it('sees what is better', async () => {
    const better = { ...EVEN, share: (batch: number) => (batch < 40 ? 0.03 : 0.012) };
    const { comparison } = await known(factory(better), {
      compare: [builtFrom(undefined, '2024-02-09'), builtFrom('2024-02-09', undefined)],
    });
    expect(comparison?.verdict).toBe('lower');
    expect(comparison?.interval?.[0]).toBeLessThan(0.4);
    expect(comparison?.interval?.[1]).toBeGreaterThan(0.4);
    expect(comparison?.logRank?.p).toBeLessThan(0.001);
  });

  it('fits wear-out and says when a plain Weibull is wrong', async () => {
    const plain = await known(factory({ ...EVEN, share: () => 1, units: 90, days: weibullDays(2, 700) }));
    if ('why' in plain.weibull) throw new Error(plain.weibull.why);
    expect(plain.weibull.kind).toBe('wear');
    expect(plain.weibull.shapeInterval[0]).toBeLessThan(2.05);
    expect(plain.weibull.shapeInterval[1]).toBeGreaterThan(1.9);
    expect(plain.weibull.fit.verdict).toBe('well');
    expect(plain.weibull.b10.extrapolated).toBe(false);
    const limited = await known(factory({ ...EVEN, share: () => 0.02, days: weibullDays(2.8, 145) }));
    if ('why' in limited.weibull) throw new Error(limited.weibull.why);
    expect(limited.weibull.fit.verdict).toBe('badly');
    expect(limited.weibull.b10.extrapolated).toBe(true);
    expect(limited.weibull.limited?.shape).toBeGreaterThan(2.4);
    expect(limited.weibull.limited?.shape).toBeLessThan(3.2);
    expect((limited.weibull.limited?.scale ?? 0) * 30.44).toBeGreaterThan(135);
    expect((limited.weibull.limited?.scale ?? 0) * 30.44).toBeLessThan(157);
    expect(limited.weibull.limited?.share).toBeCloseTo(0.02, 2);
  });

  it('foresees whole months, each mode by itself, with its own past as witness', async () => {
    const { forecast } = await known(factory({ ...EVEN, until: '2024-09-30' }), { months: 3 });
    expect(forecast.all.months.map(({ from, rest }) => [from, rest])).toEqual([
      ['2024-10-01', false],
      ['2024-11-01', false],
      ['2024-12-01', false],
    ]);
    expect(forecast.byMode.map(({ mode, total }) => [mode, total])).toEqual([['leak', forecast.all.total]]);
    expect(forecast.all.backtest).toMatchObject({ madeOn: '2024-06-30', months: [{}, {}, {}] });
  });

  it('stops at the end of the warranty', async () => {
    const { forecast } = await known(factory(EVEN), { warrantyMonths: 6 });
    const free = await known(factory(EVEN));
    expect(forecast.all.total?.expected).toBeLessThan((free.forecast.all.total?.expected ?? 0) * 0.6);
  });
});

describe('hostile and poor data', () => {
  const finite = (answer: ReliabilityAnswer) => {
    const { sql: _, ...rest } = answer;
    return numbersOf(rest).filter(([, value]) => !Number.isFinite(value));
  };
  const one = `TIMESTAMP '2024-05-10 10:00:00', 'B1', 'M1', 'leak'`;
  const complaint = (...rows: string[]): Lists => ({ complaint: ['received_at, batch_no, model, failure_mode', rows] });

  it('says why nothing can be said', async () => {
    const why = async (lists: Lists, question: Partial<ReliabilityQuestion> = {}) => {
      const answer = await ask(lists, question);
      return answer.known ? 'known' : answer.why;
    };
    expect(await why({})).toEqual({ reason: 'noComplaints' });
    expect(await why(complaint(one))).toEqual({ reason: 'noUnits' });
    const shipment = ['shipped_at, batch_no, model, qty', [`TIMESTAMP '2024-01-01', 'B1', 'M1', 100`]] as const;
    expect(await why({ ...complaint(one), shipment })).toEqual({ reason: 'noBuildDates' });
    expect(await why({ ...complaint(one), shipment }, { cohort: 'ship' })).toBe('known');
    expect(
      await why(
        { ...complaint(one), shipment },
        { cohort: 'ship', scope: [{ kind: 'oneOf', field: 'line', values: ['L1'] }] },
      ),
    ).toEqual({ reason: 'notInUnits', field: 'line' });
    expect(
      await why(
        { ...complaint(one), shipment },
        { cohort: 'ship', scope: [{ kind: 'oneOf', field: 'model', values: ['X'] }] },
      ),
    ).toEqual({ reason: 'emptyScope' });
  });

  it('never gives NaN or Infinity', async () => {
    const day = (iso: string, batch: string) => `TIMESTAMP '${iso} 10:00:00', ${batch}, 'M1', NULL`;
    const shipment = [
      'shipped_at, batch_no, model, qty',
      [
        `TIMESTAMP '2024-05-01', 'B1', 'M1', 1`,
        `TIMESTAMP '2024-05-09', 'B1', 'M1', 2`,
        `TIMESTAMP '2024-05-09', NULL, 'M1', 7`,
      ],
    ] as const;
    const cases = [
      complaint(one),
      complaint(
        day('2024-04-01', "'B1'"),
        day('2024-05-01', "'B1'"),
        day('2024-05-02', "'B1'"),
        day('2024-05-10', "'B1'"),
      ),
      complaint(...Array.from({ length: 9 }, () => day('2024-05-09', "'B1'"))),
      complaint(day('2024-05-10', 'NULL'), day('2024-05-10', "'B9'"), day('2024-07-10', "'B1'")),
    ];
    for (const lists of cases) {
      const answer = await known({ ...lists, shipment }, { cohort: 'ship', compare: [[], []] });
      expect(finite(answer)).toEqual([]);
    }
    const [early] = [await known({ ...(cases[1] as Lists), shipment }, { cohort: 'ship' })];
    expect(early.population.claims).toMatchObject({ negative: 1, traced: 3 });
    const lost = await known({ ...(cases[3] as Lists), shipment }, { cohort: 'ship' });
    expect(lost.population.claims).toMatchObject({ untraced: 1, outside: 1, byBatch: 1, all: 3, tracedShare: 0.5 });
    expect(lost.population.leftOut.withoutBatch).toBe(7);
  });

  it('finds units by serial number, in ranges too, and by quantity built', async () => {
    const lists: Lists = {
      complaint: [
        'received_at, batch_no, serial_no',
        [
          `TIMESTAMP '2024-05-10', NULL, 'SN0005'`,
          `TIMESTAMP '2024-05-11', NULL, 'SN0105'`,
          `TIMESTAMP '2024-05-12', NULL, 'SN9999'`,
          `TIMESTAMP '2024-06-30', NULL, 'SN0005'`,
        ],
      ],
      serial: [
        'serial_no, serial_from, serial_to, batch_no',
        [`'SN0005', NULL, NULL, 'B1'`, `NULL, 'SN0100', 'SN0199', 'B2'`],
      ],
      batch: ['batch_no, produced_at, qty', [`'B1', TIMESTAMP '2024-01-01', 50`, `'B2', TIMESTAMP '2024-02-01', 100`]],
    };
    const answer = await known(lists);
    expect(answer.population).toMatchObject({ kind: 'batch', axis: 'build', units: 150 });
    expect(answer.population.claims).toMatchObject({ bySerial: 2, byRange: 1, untraced: 1 });
    // The second claim of a unit is no first failure.
    expect(answer.failed.reduce((sum, { failed }) => sum + failed, 0)).toBe(2);
    expect(answer.nevada.map(({ claims }) => claims)).toEqual([2, 1]);
    // Built on the 1st of January, claimed on the 10th of May: 130 days, the fifth month.
    expect(answer.nevada[0]?.cells[4]?.claims).toBe(1);
  });
});
