import type { Scope } from '../../domain/scope';
import { rateInterval, weightedPoissonInterval } from '../../stats/poisson-interval';
import { isoDay } from './age';
import { type Grid, type Pooled, pooled } from './grid';
import type { AgePoint, CumulativePoint, NevadaCell, NevadaRow } from './types';

/** Floating point: as good as all. */
const WHOLE = 1 - 1e-9;
/** A share of the units below this says little of the population. */
const THIN = 0.05;

/** The Nevada table: a row a cohort, oldest first. @param scopeOf the complaints of a cohort */
export function nevada(grid: Grid, scopeOf: (cohort: number) => Scope | null): NevadaRow[] {
  return grid.cohorts.map((cohort, at) => {
    const lived = grid.lived[at] ?? [];
    const begun = lived.findLastIndex((share) => share > 0) + 1;
    const cells = Array.from({ length: begun }, (_, age) =>
      cellOf(grid.claims[at]?.[age] ?? 0, grid.exposure[at]?.[age] ?? 0, lived[age] ?? 0),
    );
    const mature = cells.findIndex((cell) => !cell.mature);
    return {
      cohort: isoDay(cohort),
      scope: scopeOf(cohort),
      units: grid.units[at] ?? 0,
      claims: cells.reduce((sum, { claims }) => sum + claims, 0),
      cells,
      cumulative: cumulative(mature === -1 ? cells : cells.slice(0, mature)),
    };
  });
}

function cellOf(claims: number, exposure: number, lived: number): NevadaCell {
  return {
    claims,
    exposure,
    lived: Math.min(1, lived),
    mature: lived >= WHOLE,
    perThousand: exposure > 0 ? (1000 * claims) / exposure : null,
  };
}

/** Sums of the rates by age up to the first age without exposure. */
function cumulative(cells: readonly { readonly claims: number; readonly exposure: number }[]): CumulativePoint[] {
  const known = cells.findIndex(({ exposure }) => !(exposure > 0));
  const used = known === -1 ? cells : cells.slice(0, known);
  let perThousand = 0;
  const terms: { count: number; weight: number }[] = [];
  return used.map(({ claims, exposure }, age) => {
    perThousand += (1000 * claims) / exposure;
    terms.push({ count: claims, weight: 1000 / exposure });
    return { months: age + 1, perThousand, interval: weightedPoissonInterval(terms) };
  });
}

/** λ by age over all cohorts, and its sum, up to the first age that nobody has lived. */
export function agePoints(grid: Grid): AgePoint[] {
  return pointsOf(pooled(grid));
}

function pointsOf({ claims, exposure, lived }: Pooled): AgePoint[] {
  const cells = claims.map((count, age) => ({ claims: count, exposure: exposure[age] ?? 0 }));
  return cumulative(cells).flatMap((point, age) => {
    const cell = cells[age];
    const rate = cell === undefined ? null : rateInterval(cell.claims, cell.exposure);
    if (cell === undefined || rate === null) return [];
    const share = Math.min(1, lived[age] ?? 0);
    const [low, high] = rate.interval;
    return [
      {
        ...point,
        ...cell,
        age,
        rate: 1000 * rate.rate,
        rateInterval: [1000 * low, 1000 * high] as const,
        lived: share,
        thin: share < THIN,
      },
    ];
  });
}
