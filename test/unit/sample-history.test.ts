import { describe, expect, it } from 'vitest';
import { arrivalsBetween } from '../../sample-data/generator/arrivals';
import { day, dayOfMinute, isoMonth, MINUTES_PER_DAY } from '../../sample-data/generator/calendar';
import { standingOf } from '../../sample-data/generator/counting';
import { expectationOf } from '../../sample-data/generator/expected';
import { AS_OF, FROM } from '../../sample-data/generator/factory';
import { history } from '../../sample-data/generator/history';
import { COMMITTED, MAX_ROWS, optionsFrom } from '../../sample-data/generator/options';
import { windows } from '../../sample-data/generator/periods';
import { type Cast, runOf } from '../../sample-data/generator/run';
import { LEAKAGE, LID_CLIP, STORY_IDS, type StoryId } from '../../sample-data/generator/stories';

function told(changes: Partial<typeof COMMITTED> = {}) {
  const run = runOf({ ...COMMITTED, ...changes, out: '' });
  return { run, entries: [...history(run)] };
}

const without = (...left: StoryId[]) => new Set(STORY_IDS.filter((id) => !left.includes(id)));

const all = told();
const tickets = all.entries.map(({ ticket }) => ticket);

/** Complaints per 1000 units shipped of those builds and colours. */
function lidClipRate(entries: typeof all.entries, from: number, until: number, white: boolean): number {
  const among = (builtOn: number, colour: string) =>
    builtOn >= from && builtOn < until && (colour === 'white') === white;
  const units = all.run.shipments
    .filter(({ batch }) => among(batch.builtOn, batch.model.colour))
    .reduce((sum, { qty }) => sum + qty, 0);
  const failed = entries.filter(
    ({ arrival: { cast, shipment } }) =>
      cast.problem.id === 'lidClip' && among(shipment.batch.builtOn, shipment.batch.model.colour),
  ).length;
  return (1000 * failed) / units;
}

/** Tickets of other problems than one story's, without what follows from the numbering. */
function others(entries: typeof all.entries, story: StoryId) {
  return entries
    .filter(({ arrival }) => arrival.cast.problem.story !== story)
    .map(({ ticket: { complaintNo: _, ...rest } }) => rest);
}

describe('a history', () => {
  it('has the size that was asked for', () => {
    expect(tickets.length / COMMITTED.rows).toBeGreaterThan(0.97);
    expect(tickets.length / COMMITTED.rows).toBeLessThan(1.03);
    const reported = tickets.filter((ticket) => standingOf(ticket).reported).length;
    expect(reported).toBeGreaterThan(15_000);
    expect(reported).toBeLessThan(16_000);
  });

  it('gives every ticket a number of its own', () => {
    expect(new Set(tickets.map(({ complaintNo }) => complaintNo)).size).toBe(tickets.length);
  });

  it('is the same for the same seed, and another for another', () => {
    const small = { rows: 1000 };
    const first = told(small).entries.map(({ ticket }) => ticket);
    expect(told(small).entries.map(({ ticket }) => ticket)).toEqual(first);
    const other = told({ ...small, seed: 7 }).entries.map(({ ticket }) => ticket);
    expect(other.slice(0, 50)).not.toEqual(first.slice(0, 50));
  });

  it('runs in order of receipt, inside the register', () => {
    const times = tickets.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(dayOfMinute(times[0] ?? 0)).toBeGreaterThanOrEqual(FROM);
    expect(times.at(-1)).toBeLessThan(AS_OF);
  });

  it('keeps every ticket’s times in order', () => {
    const disordered = tickets.filter(({ purchasedOn, occurredOn, receivedAt, respondedAt, closedAt }) => {
      const known = [
        purchasedOn === null ? null : purchasedOn * MINUTES_PER_DAY,
        occurredOn === null ? null : occurredOn * MINUTES_PER_DAY,
        receivedAt,
        respondedAt,
        closedAt,
        AS_OF,
      ].filter((time) => time !== null);
      return known.some((time, index) => index > 0 && time < (known[index - 1] ?? 0));
    });
    expect(disordered).toEqual([]);
  });

  it('has finished every ticket that is called finished, and only those', () => {
    const finished = new Set(['closed', 'resolved', 'cancelled']);
    expect(tickets.filter(({ status, closedAt }) => finished.has(status) !== (closedAt !== null))).toEqual([]);
    const openLate = tickets.filter(
      ({ closedAt, receivedAt }) => closedAt === null && dayOfMinute(receivedAt) > day('2025-12-12'),
    );
    expect(openLate.length).toBeGreaterThan(50);
  });

  it('is the same whether it is told in one window or in many', () => {
    const { run } = told({ rows: 2000 });
    const whole = arrivalsBetween(run, FROM * MINUTES_PER_DAY, AS_OF);
    const pieces = windows(MAX_ROWS).flatMap(({ from, until }) => arrivalsBetween(run, from, until));
    expect(pieces).toEqual(whole);
  });

  it('cuts a big one into months without gap or overlap', () => {
    const months = windows(MAX_ROWS);
    expect(months).toHaveLength(24);
    expect(months[0]?.from).toBe(FROM * MINUTES_PER_DAY);
    expect(months.at(-1)?.until).toBe(AS_OF);
    for (const [index, { until }] of months.entries()) expect(months[index + 1]?.from ?? AS_OF).toBe(until);
  });

  it('sells more in the seasons', () => {
    const shipped = new Map<string, number>();
    for (const { shippedOn, qty } of all.run.shipments) {
      const month = isoMonth(shippedOn);
      shipped.set(month, (shipped.get(month) ?? 0) + qty);
    }
    const of = (month: string) => shipped.get(month) ?? 0;
    for (const year of ['2024', '2025']) {
      expect(of(`${year}-05`)).toBeGreaterThan(1.2 * of(`${year}-04`));
      expect(of(`${year}-10`)).toBeGreaterThan(1.4 * of(`${year}-09`));
    }
    expect(of('2024-12')).toBeGreaterThan(1.3 * of('2024-09'));
  });
});

describe('story a, the lid clip', () => {
  const { resinFrom, fixedFrom, trueEffect } = LID_CLIP;
  // Units built in this span have at least five months of use behind them, nearly the whole fatigue life.
  const followed = day('2025-06-01');

  it('is worst on white, 0.4 times that on the others', () => {
    const white = lidClipRate(all.entries, resinFrom, fixedFrom, true);
    expect(white).toBeGreaterThan(4.2);
    expect(lidClipRate(all.entries, resinFrom, fixedFrom, false) / white).toBeCloseTo(0.4, 1);
  });

  it('ends by 85 % for what is built from the correction on', () => {
    const ratio =
      lidClipRate(all.entries, fixedFrom, followed, true) / lidClipRate(all.entries, resinFrom, fixedFrom, true);
    expect(Math.abs(ratio - (1 - trueEffect))).toBeLessThan(0.05);
  });

  it('peaks three to six months after purchase', () => {
    const months = all.entries
      .filter(({ arrival: { cast, shipment } }) => cast.problem.id === 'lidClip' && shipment.batch.builtOn < fixedFrom)
      .map(({ arrival }) => (dayOfMinute(arrival.receivedAt) - arrival.purchasedOn) / 30.4);
    expect(months.filter((month) => month >= 3 && month < 6).length / months.length).toBeGreaterThan(0.55);
  });

  it('is absent when left out, and nothing else changes', () => {
    const { entries } = told({ stories: without('a') });
    const rate = lidClipRate(entries, resinFrom, fixedFrom, true);
    expect(rate).toBeLessThan(2 * LID_CLIP.usual);
    expect(others(entries, 'a')).toEqual(others(all.entries, 'a'));
  });
});

describe('story c, leakage', () => {
  /** Leakages received in a half-year, of one family or of all. */
  const leaks = (entries: typeof all.entries, half: 'before' | 'after', family?: string) =>
    entries.filter(({ arrival: { cast, shipment, receivedAt } }) => {
      const on = dayOfMinute(receivedAt);
      const { from, until } = LEAKAGE[half];
      return (
        cast.problem.id === 'leakage' &&
        on >= from &&
        on < until &&
        (family === undefined || shipment.batch.model.family.id === family)
      );
    }).length;

  it('grows by 60 % in number', () => {
    const before = leaks(all.entries, 'before');
    const ratio = leaks(all.entries, 'after') / before;
    expect(Math.abs(ratio - 1.6)).toBeLessThan(3 * ratio * Math.sqrt(2 / before));
  });

  it('keeps the rate of each family', () => {
    const cast = all.run.cast.find(({ problem }) => problem.id === 'leakage') as Cast;
    const expected = expectationOf(all.run, cast);
    for (const half of ['before', 'after'] as const)
      for (const family of Object.keys(LEAKAGE.perThousand)) {
        const own = all.run.shipments.filter(({ batch }) => batch.model.family.id === family);
        const mean = expected(own, LEAKAGE[half].from, LEAKAGE[half].until);
        expect(Math.abs(leaks(all.entries, half, family) - mean)).toBeLessThan(4 * Math.sqrt(mean));
      }
  });

  it('grows with sales alone when left out', () => {
    const { entries } = told({ stories: without('c') });
    expect(leaks(entries, 'after') / leaks(entries, 'before')).toBeLessThan(1.42);
    expect(others(entries, 'c')).toEqual(others(all.entries, 'c'));
  });
});

describe('story i, normal use', () => {
  it('is six percent of the tickets, and none of it a quality complaint', () => {
    const told = all.entries.filter(({ arrival }) => arrival.cast.problem.story === 'i');
    expect(told.length / tickets.length).toBeCloseTo(0.06, 2);
    expect(told.filter(({ ticket }) => standingOf(ticket).quality)).toEqual([]);
  });

  it('is absent when left out, and nothing else changes', () => {
    const { entries } = told({ stories: without('i') });
    expect(entries.filter(({ arrival }) => arrival.cast.problem.story === 'i')).toEqual([]);
    expect(others(entries, 'i')).toEqual(others(all.entries, 'i'));
  });
});

describe('the command line', () => {
  it('writes the committed files unless told otherwise', () => {
    expect(optionsFrom([], '/sample')).toEqual({ ...COMMITTED, out: '/sample' });
    expect(optionsFrom(['--seed', '5'], '/sample').out).toBe('/sample/out');
    expect(optionsFrom(['--out', '/elsewhere'], '/sample')).toEqual({ ...COMMITTED, out: '/elsewhere' });
  });

  it('reads every option', () => {
    const given = '--rows 1000 --without a,dirt --single-file --lean --encoding gb18030 --out /x'.split(' ');
    expect(optionsFrom(given, '/sample')).toEqual({
      seed: COMMITTED.seed,
      rows: 1000,
      stories: new Set(['c', 'i']),
      dirt: false,
      singleFile: true,
      lean: true,
      encoding: 'gb18030',
      out: '/x',
    });
  });

  it.each([
    [['--rows', '10000001'], /--rows takes 1 to 10000000/],
    [['--rows', 'many'], /--rows takes/],
    [['--without', 'z'], /does not know z/],
    [['--encoding', 'big5'], /utf-8 or gb18030/],
    [['--seed'], /--seed needs a value/],
    [['--frob'], /unknown option --frob/],
  ])('refuses %j', (args, message) => {
    expect(() => optionsFrom(args, '/sample')).toThrow(message);
  });
});
