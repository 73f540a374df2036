import type { Scope } from '../../domain/scope';
import { normalQuantile, normalTwoSided } from '../../stats/normal';
import type { Interval } from '../../stats/poisson-interval';
import { type Exposed, rateRatio } from '../../stats/rate-ratio';
import { mantelHaenszelRatio, regressionRatio, type Stratum } from '../../stats/stratified-ratio';
import { MONTH_DAYS } from './age';
import type { Bundle } from './bundle';
import { type Claim, type Grid, gridOf, type Lot, type Pooled, pooled, type Watch } from './grid';
import { compareLifetimes, failedPoints, lifetimesOf } from './lifetimes';
import { agePoints } from './nevada';
import { scatterOf } from './scatter';
import type { Comparison, ComparisonVerdict, Side } from './types';

/** With fewer claims on a side the exact test decides. */
const FEW = 5;
const WIDE_SCATTER = 1.5;
/** The crude ratio misleads when it is more than this away from the ratio at equal age. */
const APART = 0.1;
const CONFIDENCE = 0.95;

/** One population. */
export interface Population {
  readonly scope: Scope;
  readonly lots: readonly Lot[];
  readonly claims: readonly Claim[];
  /** The same on watched days, bundled. */
  readonly counts: readonly Bundle[];
}

/** Two populations at equal age. @param watches for the rates, and for lifetimes (whose reports must be complete) */
export function compare(
  before: Population,
  after: Population,
  watches: { readonly rates: Watch; readonly lifetimes: Watch },
  overlap: number,
): Comparison {
  const gridFor = ({ lots, counts }: Population) => gridOf(lots, counts, watches.rates);
  const grids = [gridFor(before), gridFor(after)] as const;
  const livesOf = ({ lots, claims }: Population) => lifetimesOf(lots, claims, watches.lifetimes);
  const lives = [livesOf(before), livesOf(after)] as const;
  const [first, second] = [pooled(grids[0]), pooled(grids[1])];
  const at = (side: Pooled, age: number): Exposed => ({
    events: side.claims[age] ?? 0,
    exposure: side.exposure[age] ?? 0,
  });
  const strata = Array.from({ length: Math.min(grids[0].ages, grids[1].ages) }, (_, age) => ({
    before: at(first, age),
    after: at(second, age),
  })).filter(({ before: one, after: other }) => one.exposure > 0 && other.exposure > 0);
  const dispersion = scatterBetween(grids);
  const widened = dispersion !== null && dispersion > WIDE_SCATTER;
  const found = ratioOf(strata, widened ? dispersion : 1);
  const sideAt = (at: 0 | 1): Side => {
    const { scope, lots } = [before, after][at] as Population;
    return {
      ...sideOf(scope, lots, grids[at], watches.rates),
      ages: agePoints(grids[at]),
      failed: failedPoints(lives[at]),
    };
  };
  const sides = [sideAt(0), sideAt(1)] as const;
  const crudeRatio =
    sides[0].crude !== null && sides[0].crude > 0 && sides[1].crude !== null ? sides[1].crude / sides[0].crude : null;
  const tested = compareLifetimes(lives[0], lives[1]);
  return {
    ...found,
    sides,
    overlap,
    ages: strata.length,
    claimsCompared: claimsOf(strata),
    crudeRatio,
    crudeDiffers:
      crudeRatio !== null && found.ratio !== null && found.ratio > 0 && Math.abs(crudeRatio / found.ratio - 1) > APART,
    dispersion,
    widened,
    verdict: verdictOf(found),
    logRank: tested && { chiSquare: tested.chiSquare, p: tested.p },
  };
}

function sideOf(scope: Scope, lots: readonly Lot[], { units, claims }: Grid, watch: Watch) {
  const all = units.reduce((sum, one) => sum + one, 0);
  const counted = claims.flat().reduce((sum, one) => sum + one, 0);
  const lived = lots.reduce((sum, { start, units: many }) => sum + many * Math.max(0, watch.end - start), 0);
  return {
    scope,
    units: all,
    claims: counted,
    crude: all > 0 ? (1000 * counted) / all : null,
    meanMonths: all > 0 ? lived / all / MONTH_DAYS : null,
  };
}

function claimsOf(strata: readonly Stratum[]): [number, number] {
  return [
    strata.reduce((sum, { before }) => sum + before.events, 0),
    strata.reduce((sum, { after }) => sum + after.events, 0),
  ];
}

type Ratio = Pick<Comparison, 'ratio' | 'interval' | 'p' | 'method' | 'regression'>;

function ratioOf(strata: readonly Stratum[], dispersion: number): Ratio {
  const [x0, x1] = claimsOf(strata);
  if (x0 < FEW || x1 < FEW) return exactRatio(strata);
  const { ratio, interval } = mantelHaenszelRatio(strata, CONFIDENCE);
  if (ratio === null || interval === null) return exactRatio(strata);
  const error = (Math.log(interval[1] / ratio) / normalQuantile((1 + CONFIDENCE) / 2)) * Math.sqrt(dispersion);
  // Ages without any claim say nothing of the ratio, and would leave the regression without a solution.
  const regression = regressionRatio(strata.filter(({ before, after }) => before.events + after.events > 0));
  return {
    ratio,
    interval: around(ratio, error),
    p: normalTwoSided(Math.log(ratio) / error),
    method: 'mantelHaenszel',
    regression: regression && widenedRegression(regression, dispersion),
  };
}

function around(ratio: number, error: number): Interval {
  const reach = normalQuantile((1 + CONFIDENCE) / 2) * error;
  return [ratio * Math.exp(-reach), ratio * Math.exp(reach)];
}

function widenedRegression({ ratio, interval }: { ratio: number; interval: Interval }, dispersion: number) {
  const error = (Math.log(interval[1] / ratio) / normalQuantile((1 + CONFIDENCE) / 2)) * Math.sqrt(dispersion);
  return { ratio, interval: around(ratio, error), p: normalTwoSided(Math.log(ratio) / error) };
}

/** Each side's claims against those expected of it by the rates of both together: exact however few there are. */
function exactRatio(strata: readonly Stratum[]): Ratio {
  const expected = (side: 'before' | 'after') =>
    strata.reduce((sum, stratum) => {
      const events = stratum.before.events + stratum.after.events;
      return sum + (events * stratum[side].exposure) / (stratum.before.exposure + stratum.after.exposure);
    }, 0);
  const [x0, x1] = claimsOf(strata);
  const { ratio, interval, pTwoSided } = rateRatio(
    { events: x0, exposure: expected('before') },
    { events: x1, exposure: expected('after') },
  );
  const nothing = ratio === null;
  return {
    ratio: nothing || !Number.isFinite(ratio) ? null : ratio,
    interval: nothing ? null : [interval[0], Number.isFinite(interval[1]) ? interval[1] : null],
    p: nothing ? null : pTwoSided,
    method: 'exact',
    regression: null,
  };
}

function verdictOf({ interval }: Ratio): ComparisonVerdict {
  if (interval === null) return 'notEnough';
  const [low, high] = interval;
  if (high !== null && high < 1) return 'lower';
  if (low > 1) return 'higher';
  return high === null || high / Math.max(low, Number.MIN_VALUE) > MOST_UNSURE ? 'notEnough' : 'noDifference';
}

/** An interval this many times as high as low tells nothing apart. */
const MOST_UNSURE = 9;

/** Scatter of cohorts of one side around its own rates by age; both sides together. */
function scatterBetween(grids: readonly Grid[]): number | null {
  const cells = grids.flatMap((grid) => {
    const all = pooled(grid);
    const rates = all.claims.map((claims, age) =>
      (all.exposure[age] ?? 0) > 0 ? claims / (all.exposure[age] ?? 1) : 0,
    );
    return grid.cohorts.map((_, row) => ({
      seen: (grid.claims[row] ?? []).reduce((sum, one) => sum + one, 0),
      expected: (grid.exposure[row] ?? []).reduce((sum, one, age) => sum + one * (rates[age] ?? 0), 0),
    }));
  });
  return scatterOf(cells, grids.length);
}
