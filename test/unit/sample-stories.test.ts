import { describe, expect, it } from 'vitest';
import { dayOf, type Row, SampleBooks } from '../support/sample-books';
import { logError, producedOn, SampleField } from '../support/sample-field';

const books = new SampleBooks(new URL('../../sample-data/', import.meta.url).pathname);
const field = new SampleField(books);
const { stories } = books.truth;
const shipments = books.rows('shipment');
const complaints = books.rows('complaint');

/** One rate against another, as the files count it, is the planned ratio within four standard errors. */
function expectRatio(a: { rate: number; n: number }, b: { rate: number; n: number }, planned: number): void {
  expect(Math.abs(Math.log(a.rate / b.rate / planned))).toBeLessThan(4 * logError(a.n, b.n));
}

const between = (batch: Row, from: string, until: string) =>
  producedOn(batch) >= dayOf(from) && producedOn(batch) < dayOf(until);
const AS_OF = '2026-01-01';
const daysBetween = (from: string | undefined, until: string | undefined) => dayOf(until) - dayOf(from);

interface Population {
  group: string;
  units: number;
  perThousand: number;
  expected: number;
  observed: number;
}

describe('(a) lid clips', () => {
  const story = stories.a as {
    failureMode: string;
    weakLots: string[];
    worstLots: string[];
    fixedFromBuild: string;
    builtFrom: string;
    trueEffect: number;
    builds: Population[];
  };
  const mode = story.failureMode;
  const weak = new Set(story.weakLots);
  const worst = new Set(story.worstLots);
  const resinOf = (batch: Row) => [...field.makeUp(batch.batch_no ?? '')].filter((no) => /^R[WPB]/.test(no));
  const white = (batch: Row) => batch.model?.endsWith('W') ?? false;
  const kettle = (batch: Row) => batch.batch_no?.startsWith('B') ?? false;
  const purely = (batch: Row, lots: ReadonlySet<string>) => {
    const resin = resinOf(batch);
    return resin.length > 0 && resin.every((no) => lots.has(no));
  };
  const soundTimes = (batch: Row) => kettle(batch) && between(batch, '2024-03-01', story.fixedFromBuild);

  it('come of one supplier’s lots from 2024-W36 on', () => {
    const lots = books.rows('material_lot').filter(({ lot_no = '' }) => weak.has(lot_no));
    expect(lots).toHaveLength(weak.size);
    expect(new Set(lots.map(({ supplier }) => supplier)).size).toBe(1);
    expect(lots.every(({ received_at }) => dayOf(received_at) >= dayOf('2024-09-02'))).toBe(true);
    expect(Math.min(...lots.map(({ received_at }) => dayOf(received_at)))).toBeLessThan(dayOf('2024-09-09'));
    const concentrated = field.rate(mode, (batch) => white(batch) && purely(batch, weak));
    const others = field.rate(mode, (batch) => soundTimes(batch) && resinOf(batch).every((no) => !weak.has(no)));
    expect(concentrated.rate / others.rate).toBeGreaterThan(15);
  });

  it('are worst with the white lots of W41 to W45', () => {
    const common = new Set([...weak].filter((no) => !worst.has(no)));
    const bad = field.rate(mode, (batch) => purely(batch, worst));
    const usual = field.rate(mode, (batch) => white(batch) && purely(batch, common));
    expect(bad.n).toBeGreaterThan(50);
    expectRatio(bad, usual, 1.9);
  });

  it('break 0.4 times as often in pink and blue', () => {
    const common = new Set([...weak].filter((no) => !worst.has(no)));
    const coloured = field.rate(mode, (batch) => !white(batch) && purely(batch, common));
    const plain = field.rate(mode, (batch) => white(batch) && purely(batch, common));
    expectRatio(coloured, plain, 0.4);
  });

  it('come mostly three to six months after purchase', () => {
    const months = field
      .complaints(mode, (_, batch) => resinOf(batch).some((no) => weak.has(no)))
      .filter(({ purchased_at }) => /^\d{4}-\d\d-\d\d$/.test(purchased_at ?? ''))
      .map(({ purchased_at, received_at }) => daysBetween(purchased_at, received_at) / 30.4);
    const share = (from: number, until: number) => months.filter((month) => month >= from && month < until).length;
    expect(share(3, 6) / months.length).toBeGreaterThan(0.55);
    expect(share(3, 6)).toBeGreaterThan(2 * share(0, 3));
    expect(share(3, 6)).toBeGreaterThan(2 * share(6, 12));
  });

  it('end by 85 % for what is built from the cut-in on', () => {
    // Units built in this span have at least five months behind them, nearly the whole fatigue life.
    const after = field.rate(
      mode,
      (batch) => batch.document_revision === 'C' && between(batch, story.fixedFromBuild, '2025-06-01'),
    );
    const before = field.rate(mode, (batch) => between(batch, story.builtFrom, story.fixedFromBuild) && kettle(batch));
    expectRatio(after, before, 1 - story.trueEffect);
    for (const colour of ['white', 'pink', 'blue']) {
      const planned = (build: string) => story.builds.find(({ group }) => group === `${build}/${colour}`)?.perThousand;
      expect((planned('afterFix') ?? 0) / (planned('resin') ?? 1)).toBeCloseTo(0.15, 2);
    }
  });
});

describe('(b) early switch-off', () => {
  const story = stories.b as {
    failureMode: string;
    fixedFromBuild: string;
    torqueBuiltFrom: string;
    judgedUntilBuild: string;
    expectedWithoutEffect: number;
    thermostats: { lots: string[]; usedFrom: string; usedUntil: string };
    sides: Population[];
  };
  const mode = story.failureMode;
  const bad = new Set(story.thermostats.lots);
  const hasBad = (batch: Row) => [...field.makeUp(batch.batch_no ?? '')].some((no) => bad.has(no));
  const atDriver = (batch: Row) => batch.line === '3号线' && batch.shift === '夜班';
  const kettle = (batch: Row) => batch.batch_no?.startsWith('B') ?? false;
  const inUse = (batch: Row) =>
    kettle(batch) && between(batch, story.thermostats.usedFrom, story.thermostats.usedUntil);

  it('is worst on line 3 at night', () => {
    const here = field.rate(
      mode,
      (batch) => atDriver(batch) && between(batch, story.torqueBuiltFrom, story.fixedFromBuild),
    );
    const there = field.rate(
      mode,
      (batch) => kettle(batch) && !atDriver(batch) && between(batch, story.torqueBuiltFrom, story.fixedFromBuild),
    );
    expect(here.rate / there.rate).toBeGreaterThan(2.5);
  });

  it('comes elsewhere of the thermostats of one week', () => {
    const lots = books.rows('material_lot').filter(({ lot_no = '' }) => bad.has(lot_no));
    const weeks = lots.map(({ received_at }) => Math.floor((dayOf(received_at) - dayOf('2024-05-27')) / 7));
    expect(new Set(weeks)).toEqual(new Set([0]));
    const elsewhere = (withBad: boolean) =>
      field.rate(mode, (batch) => inUse(batch) && !atDriver(batch) && hasBad(batch) === withBad);
    const ratio = elsewhere(true).rate / elsewhere(false).rate;
    expect(ratio).toBeGreaterThan(8);
  });

  it('was to bring 300 complaints that name it, had the correction done nothing', () => {
    expect(story.expectedWithoutEffect).toBeGreaterThan(450);
    const coded = 2 / 3;
    expect(story.expectedWithoutEffect * coded).toBeGreaterThan(300);
  });

  it('goes down by 35 % with the first correction, not by 60', () => {
    const [after, before] = story.sides;
    expect(1 - (after?.perThousand ?? 0) / (before?.perThousand ?? 1)).toBeCloseTo(0.35, 2);
    // Of both sides only what came within 100 days of the shipment, so that both had the same time.
    const within = (from: string, until: string) => {
      const own = (batch: Row) => atDriver(batch) && between(batch, from, until);
      const firstShipped = new Map<string, number>();
      for (const { batch_no = '', shipped_at } of shipments)
        firstShipped.set(batch_no, Math.min(firstShipped.get(batch_no) ?? Number.POSITIVE_INFINITY, dayOf(shipped_at)));
      const n = field.complaints(
        mode,
        ({ batch_no = '', received_at }, batch) =>
          own(batch) && dayOf(received_at) - (firstShipped.get(batch_no) ?? 0) < 170,
      ).length;
      return { n, rate: n / field.units((_, batch) => own(batch)) };
    };
    const judged = within(story.fixedFromBuild, story.judgedUntilBuild);
    const baseline = within(story.torqueBuiltFrom, story.fixedFromBuild);
    expectRatio(judged, baseline, 0.65);
    expect(judged.rate / baseline.rate).toBeGreaterThan(0.5);
  });
});

describe('(c) leakage', () => {
  const mode = (stories.c as { failureMode: string }).failureMode;
  const leaks = (year: string, family?: string) =>
    complaints.filter(
      ({ failure_mode, received_at, product_family }) =>
        failure_mode === mode &&
        dayOf(received_at) >= dayOf(`${year}-06-01`) &&
        dayOf(received_at) < dayOf(`${year}-12-01`) &&
        (family === undefined || product_family === family),
    ).length;

  it('grows by 60 % in number', () => {
    expect(Math.abs(Math.log(leaks('2025') / leaks('2024') / 1.6))).toBeLessThan(
      3 * logError(leaks('2025'), leaks('2024')),
    );
    expect((stories.c as { expectedRatio: number }).expectedRatio).toBeCloseTo(1.6, 1);
  });

  it('keeps the hazard of each family', () => {
    const rate = (family: string, year: string) => {
      const from = dayOf(`${year}-01-01`);
      const own = (batch: Row) =>
        batch.batch_no !== undefined && producedOn(batch) >= from && producedOn(batch) < from + 120;
      const units = field.units((shipment, batch) => shipment.product_family === family && own(batch));
      const n = field.complaints(
        mode,
        ({ product_family, received_at }, batch) =>
          product_family === family && own(batch) && dayOf(received_at) - producedOn(batch) < 230,
      ).length;
      return { n, rate: n / units };
    };
    for (const family of ['不锈钢', '玻璃', '调奶']) expectRatio(rate(family, '2025'), rate(family, '2024'), 1);
  });
});

describe('(d) missing segments', () => {
  const story = stories.d as { failureMode: string; fixedFromBuild: string; tickets: { complaintNo: string }[] };

  it('are six in all, on units built before the correction', () => {
    const found = field.complaints(story.failureMode);
    expect(found.map(({ complaint_no }) => complaint_no)).toEqual(story.tickets.map(({ complaintNo }) => complaintNo));
    expect(found).toHaveLength(6);
    for (const { batch_no = '' } of found)
      expect(producedOn(field.batches.get(batch_no) ?? {})).toBeLessThan(dayOf(story.fixedFromBuild));
    expect(
      field.units((_, batch) => /^KD/.test(batch.model ?? '') && between(batch, story.fixedFromBuild, AS_OF)),
    ).toBeGreaterThan(3000);
  });
});

describe('(e) broken glass', () => {
  const story = stories.e as { failureMode: string; ways: Population[]; warehouse: string; carrier: string };
  const group = (name: string) => story.ways.find((way) => way.group === name) as Population;
  const rateOf = ({ observed, units }: Population) => ({ n: observed, rate: observed / units });

  it('comes of one warehouse with its new carrier, until the new carton', () => {
    expectRatio(rateOf(group('thisWay/oldCarton')), rateOf(group('otherWays')), 20);
    expectRatio(rateOf(group('thisWay/newCarton')), rateOf(group('otherWays')), 1);
    const way = shipments.filter(
      ({ warehouse, carrier }) => warehouse === story.warehouse && carrier === story.carrier,
    );
    expect(Math.min(...way.map(({ shipped_at }) => dayOf(shipped_at)))).toBeGreaterThanOrEqual(dayOf('2024-08-05'));
    const cartons = (from: string, until: string) =>
      new Set(
        way
          .filter(({ shipped_at }) => dayOf(shipped_at) >= dayOf(from) && dayOf(shipped_at) < dayOf(until))
          .map(({ packaging_version }) => packaging_version),
      );
    expect(cartons('2024-08-05', '2025-02-10')).toEqual(new Set(['V2']));
    expect(cartons('2025-02-10', '2025-05-19')).toEqual(new Set(['V3']));
    expect(cartons('2025-06-19', AS_OF)).toEqual(new Set(['V3']));
  });

  it('comes back with the old cartons of one dealer in the next 618', () => {
    expectRatio(rateOf(group('thisWay/oldCartonAgain')), rateOf(group('otherWays')), 20);
    const old = shipments.filter(
      ({ packaging_version, shipped_at }) => packaging_version === 'V2' && dayOf(shipped_at) >= dayOf('2025-02-10'),
    );
    expect(new Set(old.map(({ customer }) => customer)).size).toBe(1);
    expect(new Set(old.map(({ shipped_at }) => shipped_at?.slice(0, 7)))).toEqual(new Set(['2025-05', '2025-06']));
  });

  it('shows in the files by batch: batches that went this way break more', () => {
    const broken = field.complaints(story.failureMode).filter(({ product_family }) => product_family === '玻璃');
    const thisWay = new Set(
      shipments
        .filter(
          ({ warehouse, carrier, packaging_version }) =>
            warehouse === story.warehouse && carrier === story.carrier && packaging_version === 'V2',
        )
        .map(({ batch_no }) => batch_no),
    );
    const exposed = (batch: Row) => /^KG/.test(batch.model ?? '');
    const n = broken.filter(({ batch_no }) => thisWay.has(batch_no)).length;
    const units = (went: boolean) => field.units((_, batch) => exposed(batch) && thisWay.has(batch.batch_no) === went);
    expect(n / units(true) / ((broken.length - n) / units(false))).toBeGreaterThan(3);
  });
});

describe('(f) smell', () => {
  const story = stories.f as {
    failureMode: string;
    relaunchedFromBuild: string;
    comparedFromBuild: string;
    crudeRatio: { expected: number };
    perThousandWithin91DaysOfShipment: { before: number; after: number };
  };
  const travel = (batch: Row) => /^KT/.test(batch.model ?? '');
  const side = (from: string, until: string) =>
    field.rate(story.failureMode, (batch) => travel(batch) && between(batch, from, until));

  it('looks 43 % better by crude build month', () => {
    expect(1 - story.crudeRatio.expected).toBeCloseTo(0.43, 1);
    expect(Math.abs(1 - story.crudeRatio.expected - 0.43)).toBeLessThan(0.02);
    expectRatio(
      side(story.relaunchedFromBuild, AS_OF),
      side(story.comparedFromBuild, story.relaunchedFromBuild),
      story.crudeRatio.expected,
    );
  });

  it('has not changed at equal age', () => {
    const { before, after } = story.perThousandWithin91DaysOfShipment;
    expect(after / before).toBeGreaterThan(0.93);
    expect(after / before).toBeLessThan(1.07);
  });
});

describe('(g) melted terminals', () => {
  const story = stories.g as {
    failureMode: string;
    lot: string;
    subBatches: string[];
    batches: string[];
    units: number;
    heldFrom: string;
    heldBatches: string[];
    leftFromHold: { batchNo: string };
    tickets: { complaintNo: string }[];
  };

  it('are three complaints in ten weeks, of two batches', () => {
    const found = field.complaints(story.failureMode);
    expect(found.map(({ complaint_no }) => complaint_no)).toEqual(story.tickets.map(({ complaintNo }) => complaintNo));
    expect(found).toHaveLength(3);
    expect(daysBetween(found[0]?.received_at, found[2]?.received_at)).toBeLessThanOrEqual(70);
    expect(new Set(found.map(({ batch_no }) => batch_no)).size).toBe(2);
    expect(found.every(({ safety_related }) => safety_related === '是')).toBe(true);
    for (const { batch_no = '' } of found) expect(field.makeUp(batch_no)).toContain(story.lot);
  });

  it('trace to one lot in two sub-batches and some 41,000 units', () => {
    const made = books.rows('consumption').filter(({ child }) => child === story.lot);
    expect(made.map(({ parent }) => parent).sort()).toEqual([...story.subBatches].sort());
    const used = books.rows('consumption').filter(({ child = '' }) => story.subBatches.includes(child));
    expect(used.reduce((sum, { qty }) => sum + Number(qty), 0)).toBe(story.units);
    expect(new Set(used.map(({ parent }) => parent))).toEqual(new Set(story.batches));
    expect(Math.abs(story.units - 41_000)).toBeLessThan(2500);
  });

  it('come with a held batch that leaves, while others stay on hold', () => {
    const late = shipments.filter(
      ({ batch_no = '', shipped_at }) =>
        story.heldBatches.includes(batch_no) && dayOf(shipped_at) >= dayOf(story.heldFrom),
    );
    expect(new Set(late.map(({ batch_no }) => batch_no))).toEqual(new Set([story.leftFromHold.batchNo]));
    const held = books.rows('stock').filter(({ stock_status }) => stock_status === '冻结');
    expect(held.map(({ batch_no }) => batch_no).sort()).toEqual(
      story.heldBatches.filter((batchNo) => batchNo !== story.leftFromHold.batchNo).sort(),
    );
  });
});

describe('(h) scale', () => {
  const story = stories.h as { failureMode: string; provinces: string[]; hardWaterFactor: number };

  it('comes where the water is hard, of ageing or use', () => {
    const found = complaints.filter(({ failure_mode }) => failure_mode === story.failureMode);
    const share = (rows: readonly Row[]) =>
      rows.filter(({ region = '' }) => story.provinces.includes(region)).length / rows.length;
    const others = complaints.filter(({ failure_mode }) => failure_mode !== story.failureMode);
    const odds = (p: number) => p / (1 - p);
    expect(odds(share(found)) / odds(share(others))).toBeGreaterThan(story.hardWaterFactor * 0.75);
    expect(odds(share(found)) / odds(share(others))).toBeLessThan(story.hardWaterFactor * 1.35);
    expect(new Set(found.map(({ cause_class }) => cause_class))).toEqual(new Set(['老化', '使用环境']));
  });
});

describe('(i) and (j) what is no fault, and what is', () => {
  it('six percent of the tickets are about kettles that work as designed', () => {
    expect((stories.i as { shareOfTickets: number }).shareOfTickets).toBeCloseTo(0.06, 2);
    const modes = (stories.i as { modes: { mode: string }[] }).modes.map(({ mode }) => mode);
    const found = complaints.filter(({ failure_mode = '' }) => modes.includes(failure_mode));
    expect(new Set(found.map(({ cause_class }) => cause_class))).toEqual(new Set(['正常状态', '操作问题']));
  });

  it('an eighth of the no-reason returns names a fault', () => {
    const back = complaints.filter(({ category }) => category === '7天无理由退货');
    const naming = back.filter(({ description = '' }) => /漏|渗|滴|味|盖子|声音|噪音/.test(description));
    const { returns, naming: planned } = stories.j as { returns: number; naming: number };
    expect(back.length).toBe(returns);
    expect(naming.length).toBe(planned);
    expect(naming.length / back.length).toBeGreaterThan(0.09);
    expect(naming.length / back.length).toBeLessThan(0.15);
  });
});

describe('(k) the superseded instruction', () => {
  const story = stories.k as { batches: string[]; population: Population[] };

  it('is used by line 1 by day for nine days, with the old lids', () => {
    const old = [...field.batches.values()].filter(
      (batch) =>
        batch.batch_no?.startsWith('B') && batch.document_revision === 'B' && between(batch, '2025-03-17', AS_OF),
    );
    expect(old.map(({ batch_no }) => batch_no)).toEqual(story.batches);
    expect(new Set(old.map(({ line, shift }) => `${line}${shift}`))).toEqual(new Set(['1号线白班']));
    expect(Math.max(...old.map(producedOn))).toBeLessThan(dayOf('2025-03-26'));
    const weak = new Set((stories.a as { weakLots: string[] }).weakLots);
    for (const { batch_no = '' } of old) expect([...field.makeUp(batch_no)].some((no) => weak.has(no))).toBe(true);
    const [population] = story.population;
    expect(population?.observed).toBeGreaterThan(4);
  });
});

describe('free text', () => {
  it('is a third of the tickets about the product, in people’s own words', () => {
    const product = complaints.filter(({ category }) => category === '产品质量');
    const blank = product.filter(({ failure_mode }) => failure_mode === '');
    expect(blank.length / product.length).toBeCloseTo(1 / 3, 1);
    const texts = blank.map(({ description = '' }) => description);
    for (const word of ['漏水', '渗水', '滴水'])
      expect(texts.filter((text) => text.includes(word)).length).toBeGreaterThan(20);
    const named = Object.values(books.truth.freeText).reduce((sum, n) => sum + n, 0);
    expect(named).toBeGreaterThanOrEqual(blank.length);
  });
});
