import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disproportionality } from '../../src/stats/disproportionality';
import { funnelLimits } from '../../src/stats/funnel-limits';
import { poissonAtLeast, poissonAtMost } from '../../src/stats/poisson';
import { rateRatio } from '../../src/stats/rate-ratio';
import { lowerInformation, type ShareTotals, shareRatio, shareTail } from '../../src/stats/share-ratio';

interface Place {
  readonly events: number;
  readonly exposure: number;
  readonly share: number;
}

function totalsOf(places: readonly Place[]): ShareTotals {
  const sum = (of: (place: Place) => number) => places.reduce((all, place) => all + of(place), 0);
  return {
    events: sum(({ events }) => events),
    exposure: sum(({ exposure }) => exposure),
    shared: sum(({ events, share }) => events * share),
    first: sum(({ exposure, share }) => exposure * share),
    second: sum(({ exposure, share }) => exposure * share * share),
  };
}

const withEvents = (places: readonly Place[]) => places.filter(({ events, share }) => events > 0 && share > 0);
const measured = (places: readonly Place[], dispersion = 1) =>
  shareRatio(totalsOf(places), withEvents(places), dispersion);

const events = fc.integer({ min: 0, max: 40 });
const exposure = fc.double({ min: 0.5, max: 50, noNaN: true });
const whole = fc.array(fc.record({ events, exposure, share: fc.constantFrom(0, 1) }), { minLength: 2, maxLength: 12 });
const partial = fc.array(fc.record({ events, exposure, share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  minLength: 3,
  maxLength: 12,
});

describe('the ratio of a group that holds shares of places', () => {
  test('is the exact ratio of rates where each place belongs to it or not', () => {
    fc.assert(
      fc.property(whole, (places) => {
        const side = (share: number) => totalsOf(places.filter((place) => place.share === share));
        const [rest, group] = [side(0), side(1)];
        fc.pre(rest.events > 0 && group.events > 0);
        const exact = rateRatio(rest, group);
        const found = measured(places);
        expect(shareTail(totalsOf(places))).toBeCloseTo(exact.pGreater, 10);
        expect((found.ratio ?? 0) / (exact.ratio ?? 0)).toBeCloseTo(1, 9);
        expect(found.interval[0] / exact.interval[0]).toBeCloseTo(1, 8);
        expect(found.interval[1] / exact.interval[1]).toBeCloseTo(1, 8);
        expect(found.events / found.expected).toBeCloseTo(found.ratio ?? 0, 8);
      }),
    );
  });

  test('has the highest likelihood of all near it, and an interval that holds it', () => {
    fc.assert(
      fc.property(partial, (places) => {
        const totals = totalsOf(places);
        fc.pre(totals.events > 0 && totals.first > 0.05 * totals.exposure && totals.first < 0.95 * totals.exposure);
        const found = measured(places);
        const { ratio } = found;
        fc.pre(ratio !== null && ratio > 1e-3);
        const likelihood = (r: number) =>
          places.reduce((sum, place) => sum + place.events * Math.log(1 - place.share + place.share * r), 0) -
          totals.events * Math.log((totals.exposure - totals.first + totals.first * r) / totals.exposure);
        for (const step of [0.98, 1.02])
          expect(likelihood(ratio)).toBeGreaterThanOrEqual(likelihood(ratio * step) - 1e-9);
        expect(found.interval[0]).toBeLessThanOrEqual(ratio);
        expect(found.interval[1]).toBeGreaterThanOrEqual(ratio);
        expect(found.gain).toBeCloseTo(likelihood(ratio), 6);
        expect(found.events / found.expected / ratio).toBeCloseTo(1, 4);
      }),
    );
  });

  test('does not hang on the unit of exposure, nor on the order of places', () => {
    fc.assert(
      fc.property(partial, fc.double({ min: 0.01, max: 1000, noNaN: true }), (places, scale) => {
        const totals = totalsOf(places);
        fc.pre(totals.events > 0 && totals.first > 0.01 * totals.exposure);
        const scaled = places.map((place) => ({ ...place, exposure: place.exposure * scale })).reverse();
        expect(shareTail(totalsOf(scaled))).toBeCloseTo(shareTail(totals), 8);
        expect(Math.log(measured(scaled).ratio ?? 1e9)).toBeCloseTo(Math.log(measured(places).ratio ?? 1e9), 5);
      }),
    );
  });

  test('finds a planted ratio in places that hold the group in part', () => {
    const places = Array.from({ length: 40 }, (_, at) => {
      const share = (at % 5) / 4;
      return { exposure: 10, share, events: Math.round(10 * (1 - share + 4 * share)) };
    });
    expect(measured(places).ratio).toBeCloseTo(4, 1);
    expect(measured(places).interval[0]).toBeGreaterThan(2.5);
    expect(shareTail(totalsOf(places))).toBeLessThan(1e-12);
  });

  test('says nothing where there is nothing to compare, and no number that is none', () => {
    const none = totalsOf([
      { events: 0, exposure: 5, share: 1 },
      { events: 3, exposure: 5, share: 0 },
    ]);
    expect(shareTail(none)).toBe(1);
    const all = totalsOf([
      { events: 4, exposure: 5, share: 1 },
      { events: 0, exposure: 5, share: 0 },
    ]);
    expect(shareTail(all)).toBeCloseTo(0.5 ** 4, 12);
    const found = shareRatio(all, [{ events: 4, share: 1 }]);
    expect(found.ratio).toBeNull();
    expect(found.interval[1]).toBe(Number.POSITIVE_INFINITY);
    expect(found.interval[0]).toBeGreaterThan(0);
    expect(found.expected).toBeCloseTo(2, 12);
    expect(Number.isFinite(found.gain)).toBe(true);
  });

  test('is told more carefully where places scatter', () => {
    const places = [
      { events: 30, exposure: 10, share: 1 },
      { events: 40, exposure: 40, share: 0 },
    ];
    expect(shareTail(totalsOf(places), 2)).toBeGreaterThan(shareTail(totalsOf(places)));
    expect(measured(places, 2).interval[0]).toBeLessThan(measured(places).interval[0]);
    expect(measured(places, 2).ratio).toBe(measured(places).ratio);
  });

  test('has the information component of the others', () => {
    const table = { a: 12, b: 80, c: 40, d: 900 };
    const { ic025, expected } = disproportionality(table);
    expect(lowerInformation(12, expected)).toBeCloseTo(ic025, 12);
    expect(lowerInformation(0, 1e6)).toBeLessThan(0);
  });
});

describe('limits of a funnel', () => {
  test.each([0.95, 0.998])('leave the right tails outside at whole counts (%d)', (coverage) => {
    const tail = (1 - coverage) / 2;
    for (const expected of [0.01, 0.5, 3, 20, 500]) {
      const { low, high } = funnelLimits(expected, coverage);
      expect(poissonAtLeast(Math.floor(high * expected) + 1, expected)).toBeLessThanOrEqual(tail);
      expect(poissonAtLeast(Math.floor(high * expected), expected)).toBeGreaterThan(tail);
      if (low > 0) expect(poissonAtMost(Math.ceil(low * expected) - 1, expected)).toBeLessThanOrEqual(tail);
      else expect(poissonAtMost(0, expected)).toBeGreaterThan(tail);
      expect(low).toBeLessThan(1);
      expect(high).toBeGreaterThan(1);
    }
  });

  test('narrow as more is expected', () => {
    const widths = [1, 10, 100, 1000].map((expected) => funnelLimits(expected).high);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });
});
