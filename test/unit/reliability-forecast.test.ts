import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/analysis/reliability/age';
import { bundled } from '../../src/analysis/reliability/bundle';
import { backtestCut, type ForecastPlan, forecastOf } from '../../src/analysis/reliability/forecast';
import type { Claim, Lot } from '../../src/analysis/reliability/grid';
import { mulberry, poisson } from '../support/random';

const START = dayNumber('2023-01-01');
const END = dayNumber('2024-10-01');
const LATER = dayNumber('2025-01-01');
const PLAN: ForecastPlan = { months: 3, warrantyMonths: undefined, narrowed: false, testable: true };

interface World {
  readonly seed: number;
  readonly perLot: (start: number) => number;
  readonly days: (random: () => number) => number;
}

/** A lot a week; claims by the law of the world, until LATER. */
function worldOf({ seed, perLot, days }: World): { lots: Lot[]; claims: Claim[] } {
  const random = mulberry(seed);
  const [lots, claims]: [Lot[], Claim[]] = [[], []];
  for (let start = START; start < END; start += 7) {
    const cohort = dayNumber(`${new Date(start * 86_400_000).toISOString().slice(0, 7)}-01`);
    lots.push({ cohort, start, units: 1000 });
    for (let nth = poisson(random, perLot(start)); nth > 0; nth--) {
      const lived = Math.floor(days(random));
      if (start + lived < LATER) claims.push({ cohort, start, days: lived, mode: 0, first: true, lead: true });
    }
  }
  return { lots, claims };
}

/** Share of the months, and of the totals, that fell into their interval over many seeds; and came ÷ expected. */
async function coverage(world: Omit<World, 'seed'>, seeds: number) {
  const counted = { months: 0, inMonths: 0, inTotals: 0, expected: 0, came: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    const { lots, claims } = worldOf({ ...world, seed });
    const known = claims.filter(({ start, days }) => start + days < END);
    const watch = { from: Number.NEGATIVE_INFINITY, end: END };
    const { forecast } = forecastOf(
      null,
      lots,
      await bundled(known, watch, backtestCut(END), async () => {}),
      watch,
      PLAN,
    );
    const between = (from: number, until: number) =>
      claims.filter(({ start, days }) => start + days >= from && start + days < until).length;
    for (const { from, until, interval } of forecast.months) {
      const came = between(dayNumber(from), dayNumber(until));
      counted.months++;
      if (came >= interval[0] && came <= interval[1]) counted.inMonths++;
    }
    const came = between(END, LATER);
    const [low, high] = forecast.total?.interval ?? [0, -1];
    if (came >= low && came <= high) counted.inTotals++;
    counted.expected += forecast.total?.expected ?? 0;
    counted.came += came;
  }
  return {
    months: counted.inMonths / counted.months,
    totals: counted.inTotals / seeds,
    ratio: counted.came / counted.expected,
  };
}

const weibullDays = (shape: number, scale: number) => (random: () => number) =>
  scale * (-Math.log(1 - random())) ** (1 / shape);

describe('forecast over many histories', () => {
  it('holds what it promises where nothing changes', async () => {
    const even = await coverage({ perLot: () => 20, days: (random) => 900 * random() }, 60);
    expect(even.months).toBeGreaterThan(0.9);
    expect(even.totals).toBeGreaterThan(0.9);
    expect(even.ratio).toBeGreaterThan(0.97);
    expect(even.ratio).toBeLessThan(1.03);
  });

  it('follows an age at which units fail', async () => {
    const clips = await coverage({ perLot: () => 8, days: weibullDays(2.8, 145) }, 60);
    expect(clips.months).toBeGreaterThan(0.9);
    expect(clips.ratio).toBeGreaterThan(0.96);
    expect(clips.ratio).toBeLessThan(1.04);
  });

  it('learns from the claims of a cohort what is still to come of it', async () => {
    const cured = dayNumber('2024-05-01');
    const better = await coverage({ perLot: (start) => (start < cured ? 20 : 4), days: weibullDays(1.3, 250) }, 60);
    // Four fifths less from one month on, five months ago: the youngest cohorts have too few claims to show all of it.
    expect(better.months).toBeGreaterThan(0.75);
    expect(better.ratio).toBeGreaterThan(0.8);
    expect(better.ratio).toBeLessThan(1.1);
  });

  it('promises little where little is known', async () => {
    const rare = await coverage({ perLot: () => 0.15, days: (random) => 500 * random() }, 60);
    expect(rare.months).toBeGreaterThan(0.9);
    expect(rare.totals).toBeGreaterThan(0.85);
  });
});
