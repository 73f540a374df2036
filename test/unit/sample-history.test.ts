import { describe, expect, it } from 'vitest';
import { arrivalsBetween } from '../../sample-data/generator/arrivals';
import { day, dayOfMinute, isoMonth, MINUTES_PER_DAY } from '../../sample-data/generator/calendar';
import { standingOf } from '../../sample-data/generator/counting';
import { expectationOf } from '../../sample-data/generator/expected';
import { AS_OF, FROM } from '../../sample-data/generator/factory';
import { history } from '../../sample-data/generator/history';
import { COMMITTED, MAX_ROWS, optionsFrom } from '../../sample-data/generator/options';
import { windows } from '../../sample-data/generator/periods';
import { runOf } from '../../sample-data/generator/run';
import { STORY_IDS, type StoryId } from '../../sample-data/generator/stories/ids';

function told(changes: Partial<typeof COMMITTED> = {}) {
  const run = runOf({ ...COMMITTED, ...changes, out: '' });
  return { run, entries: [...history(run)] };
}

const without = (...left: StoryId[]) => new Set(STORY_IDS.filter((id) => !left.includes(id)));

const all = told();
const tickets = all.entries.map(({ ticket }) => ticket);

/** Problems through which a story is told; (k) is told through those of (a). */
const tells = (story: StoryId) => (story === 'k' ? 'a' : story);

/** Tickets of other problems than one story's, without what follows from the numbering. */
function others(entries: typeof all.entries, story: StoryId) {
  return entries
    .filter(({ arrival }) => arrival.cast.problem.story !== tells(story))
    .map(({ ticket: { complaintNo: _, ...rest } }) => rest);
}

describe('a history', () => {
  it('has the size that was asked for', () => {
    expect(tickets.length / COMMITTED.rows).toBeGreaterThan(0.97);
    expect(tickets.length / COMMITTED.rows).toBeLessThan(1.03);
    const reported = tickets.filter((ticket) => standingOf(ticket).reported).length;
    expect(reported).toBeGreaterThan(14_900);
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

describe('a story', () => {
  it.each(STORY_IDS)('%s can be left out, and nothing else changes', (story) => {
    const { entries } = told({ stories: without(story) });
    expect(others(entries, story)).toEqual(others(all.entries, story));
    const own = (of: typeof all.entries) =>
      of.filter(({ arrival }) => arrival.cast.problem.story === tells(story)).map(({ ticket }) => ticket.description);
    expect(own(entries)).not.toEqual(own(all.entries));
  });

  it.each(['d', 'g', 'i'] as const)('%s leaves no ticket when it is left out', (story) => {
    const { entries } = told({ stories: without(story) });
    expect(entries.filter(({ arrival }) => arrival.cast.problem.story === story)).toEqual([]);
  });

  it('has another rate than the usual one only while it is told', () => {
    const { run } = told({ stories: new Set(), rows: 2000 });
    const rates = (id: string) => {
      const problem = run.cast.find((cast) => cast.problem.id === id)?.problem;
      return new Set(run.shipments.map((shipment) => problem?.perThousand(shipment)));
    };
    for (const id of ['lidClip', 'leakage', 'earlyTrip', 'scale']) expect(rates(id).size, id).toBe(1);
    for (const id of ['brokenGlass', 'smell']) expect(rates(id).size, id).toBeLessThan(5);
  });

  it.each([1, 2, 3])('is told with seed %d as well', (seed) => {
    const { entries, run } = told({ seed });
    expect(entries.filter(({ ticket }) => ticket.failureMode === '底座端子烧熔')).toHaveLength(3);
    expect(entries.filter(({ ticket }) => ticket.failureMode === '显示缺划')).toHaveLength(6);
    for (const cast of run.cast) {
      const mean = expectationOf(run, cast)(run.shipments, FROM, dayOfMinute(AS_OF) + 1);
      const found = entries.filter(({ arrival }) => arrival.cast === cast).length - cast.planned.length;
      expect(Math.abs(found - mean), cast.problem.id).toBeLessThan(4.5 * Math.sqrt(mean) + 1);
    }
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
      stories: new Set(STORY_IDS.filter((id) => id !== 'a')),
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
