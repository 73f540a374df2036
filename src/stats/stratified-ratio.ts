import { normalQuantile, normalTwoSided } from './normal';
import type { Interval } from './poisson-interval';
import { poissonRegression } from './poisson-regression';
import type { Exposed } from './rate-ratio';

/** Before and after within one stratum: a model, a plant, an age. */
export interface Stratum {
  readonly before: Exposed;
  readonly after: Exposed;
}

export interface AdjustedRatio {
  /** Rate after ÷ before over all strata together: wrong where the mix moved. */
  readonly crude: number | null;
  /** Mantel–Haenszel: Σ x₁t₀/T ÷ Σ x₀t₁/T; null where a side has no events within strata that have both exposures. */
  readonly ratio: number | null;
  /** Greenland & Robins (1985). Null where `ratio` is null or 0. */
  readonly interval: Interval | null;
}

/** Rate ratio adjusted for strata (Mantel–Haenszel for person-time: Rothman, Greenland & Lash, Modern Epidemiology, ch. 15). */
export function mantelHaenszelRatio(strata: readonly Stratum[], confidence = 0.95): AdjustedRatio {
  let [above, below, spread] = [0, 0, 0];
  for (const { before, after } of strata) {
    const all = before.exposure + after.exposure;
    if (!(before.exposure > 0 && after.exposure > 0)) continue;
    above += (after.events * before.exposure) / all;
    below += (before.events * after.exposure) / all;
    spread += ((before.events + after.events) * before.exposure * after.exposure) / (all * all);
  }
  const sum = (side: 'before' | 'after', of: keyof Exposed) => strata.reduce((total, one) => total + one[side][of], 0);
  const crude =
    (sum('after', 'events') * sum('before', 'exposure')) / (sum('before', 'events') * sum('after', 'exposure'));
  const ratio = above / below;
  const known = Number.isFinite(ratio) && ratio > 0;
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(spread / (above * below));
  return {
    crude: Number.isFinite(crude) ? crude : null,
    ratio: Number.isFinite(ratio) ? ratio : null,
    interval: known ? [ratio * Math.exp(-reach), ratio * Math.exp(reach)] : null,
  };
}

export interface RegressionRatio {
  readonly ratio: number;
  readonly interval: Interval;
  readonly p: number;
  /** Pearson X²/df. */
  readonly dispersion: number;
}

/** The same by Poisson regression with a term for each stratum (Wald interval); null where it has no finite solution. */
export function regressionRatio(strata: readonly Stratum[], confidence = 0.95): RegressionRatio | null {
  const rows = strata.flatMap((_, at) => {
    const stratum = strata.map((_, other) => (other === at ? 1 : 0));
    return [
      [...stratum, 0],
      [...stratum, 1],
    ];
  });
  const sides = strata.flatMap(({ before, after }) => [before, after]);
  const fit = poissonRegression(
    rows,
    sides.map(({ events }) => events),
    sides.map(({ exposure }) => exposure),
  );
  const coefficient = fit?.coefficients.at(-1);
  const error = fit?.errors.at(-1);
  if (fit === null || coefficient === undefined || error === undefined) return null;
  const reach = normalQuantile((1 + confidence) / 2) * error;
  return {
    ratio: Math.exp(coefficient),
    interval: [Math.exp(coefficient - reach), Math.exp(coefficient + reach)],
    p: normalTwoSided(coefficient / error),
    dispersion: fit.dispersion,
  };
}
