/** One cohort: units that left (or were built) in one period, and their claims by full periods in service; as many as have passed. */
export interface Cohort {
  readonly units: number;
  readonly claims: readonly number[];
}

export interface AgeRate {
  readonly claims: number;
  /** Units of all cohorts that have reached this age. */
  readonly units: number;
  /** Claims ÷ units that reached the age. */
  readonly hazard: number;
  /** Running sum of the hazards: claims per unit up to this age, the same for young and old cohorts. */
  readonly cumulative: number;
  /** Units without an earlier claim (Kaplan–Meier variant), and the share failed by this age. */
  readonly atRisk: number;
  readonly failed: number;
}

/** Claims by age from cohorts (Nevada table; Kalbfleisch, Lawless & Robinson 1991). Cells that have not come are left out of both sides. */
export function ageRates(cohorts: readonly Cohort[]): AgeRate[] {
  const oldest = Math.max(0, ...cohorts.map(({ claims }) => claims.length));
  let [cumulative, survival] = [0, 1];
  return Array.from({ length: oldest }, (_, age) => {
    const reached = cohorts.filter(({ claims }) => claims.length > age);
    const claims = reached.reduce((sum, cohort) => sum + (cohort.claims[age] ?? 0), 0);
    const units = reached.reduce((sum, cohort) => sum + cohort.units, 0);
    const atRisk = reached.reduce(
      (sum, cohort) => sum + cohort.units - cohort.claims.slice(0, age).reduce((all, one) => all + one, 0),
      0,
    );
    const hazard = units > 0 ? claims / units : 0;
    cumulative += hazard;
    survival *= atRisk > 0 ? 1 - claims / atRisk : 1;
    return { claims, units, hazard, cumulative, atRisk, failed: 1 - survival };
  });
}

/**
 * Hazard by age when claims are reported late: exposure counts by the share of its claims that would have been reported by now.
 * @param units by cohort, oldest first, one a period; the newest has reached age 0 only
 * @param claims by age, over all cohorts @param reported cumulative share reported within 0, 1, 2 … periods
 */
export function lagAdjustedRates(
  units: readonly number[],
  claims: readonly number[],
  reported: readonly number[],
): { exposure: number[]; hazard: number[]; cumulative: number[]; unadjusted: number[] } {
  const share = (lag: number) => (lag < 0 ? 0 : (reported[Math.min(lag, reported.length - 1)] ?? 1));
  const exposureAt = (age: number, weight: (lag: number) => number) =>
    units.reduce((sum, count, cohort) => sum + count * weight(units.length - 1 - cohort - age), 0);
  const exposure = claims.map((_, age) => exposureAt(age, share));
  const hazard = claims.map((count, age) => count / (exposure[age] ?? 0));
  let running = 0;
  return {
    exposure,
    hazard,
    cumulative: hazard.map((value) => {
      running += value;
      return running;
    }),
    unadjusted: claims.map((count, age) => count / exposureAt(age, (lag) => (lag < 0 ? 0 : 1))),
  };
}
