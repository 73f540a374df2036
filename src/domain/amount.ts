import { poissonInterval } from '../stats/poisson-interval';

/** What was counted for one value or period, and its rate where a denominator is known. */
export interface Amount {
  /** Complaints, or money. */
  readonly n: number;
  readonly units: number | null;
  /** Per 1000 units shipped; null without units. */
  readonly rate: number | null;
}

/** Rate per 1000 units; null without units or with none shipped. */
export function amount(n: number, units: number | null): Amount {
  return { n, units, rate: units === null || units === 0 ? null : (n / units) * 1000 };
}

/** Several amounts as one. */
export function sumOf(amounts: readonly Amount[]): Amount {
  const n = amounts.reduce((sum, one) => sum + one.n, 0);
  const known = amounts.every(({ units }) => units !== null);
  return amount(n, known ? amounts.reduce((sum, { units }) => sum + (units ?? 0), 0) : null);
}

/** The 95 % interval of the rate per 1000 behind a count; undefined where the units are not known. */
export function rateInterval({ n, units }: Amount): readonly [low: number, high: number] | undefined {
  if (units === null || units === 0) return undefined;
  const [low, high] = poissonInterval(n);
  return [(low / units) * 1000, (high / units) * 1000];
}
