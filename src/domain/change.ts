import { poissonDifference } from '../stats/poisson-difference';
import type { Amount } from './amount';
import type { Basis } from './measure';

/** Standard errors beyond which a count is not put down to chance: 95 %, two-sided. */
const BEYOND_CHANCE = 1.96;
/** Events below which two counts are too few to say anything. */
const FEWEST = 3;
/** Money comes in bills of very different size, so counting statistics do not hold: a change below a tenth is noise. */
const MONEY_NOISE = 0.1;

/** Up and down are changes beyond chance; level is not; too few events on both sides say nothing. */
export type Tendency = 'up' | 'down' | 'level' | 'notEnough';

/** How a period compares with the periods of a reference. */
export interface Change {
  /** What was compared: rates if both are known and asked for, else what a period has on average. */
  readonly basis: Basis;
  /** The reference in that basis: a period's mean count, or the rate per 1000 of all periods together. */
  readonly before: number;
  /** Now over before, less 1; null when there was nothing before. */
  readonly share: number | null;
  /** Complaints (or money) more than the reference would have given; negative when fewer. */
  readonly excess: number;
  readonly tendency: Tendency;
}

export interface Comparison {
  readonly per: Basis;
  /** Periods that the reference adds up. */
  readonly periods: number;
  /** The amounts are money, not counts. */
  readonly money?: boolean;
}

/** Compares the amount of one period with the sum of others. */
export function changeOf(now: Amount, reference: Amount, { per, periods, money = false }: Comparison): Change {
  const byRate = per === 'shipped' && now.rate !== null && reference.rate !== null;
  const ratio = byRate ? (now.units ?? 0) / (reference.units ?? 1) : 1 / periods;
  const expected = reference.n * ratio;
  const share = expected === 0 ? null : now.n / expected - 1;
  return {
    basis: byRate ? 'shipped' : 'count',
    before: byRate ? (reference.rate ?? 0) : expected,
    share,
    excess: now.n - expected,
    tendency: money ? moneyTendency(share) : countTendency(now.n, reference.n, ratio),
  };
}

function countTendency(count: number, reference: number, ratio: number): Tendency {
  if (count < FEWEST && reference * ratio < FEWEST) return 'notEnough';
  const difference = poissonDifference(count, reference, ratio);
  if (Math.abs(difference) < BEYOND_CHANCE) return 'level';
  return difference > 0 ? 'up' : 'down';
}

function moneyTendency(share: number | null): Tendency {
  if (share === null) return 'notEnough';
  if (Math.abs(share) < MONEY_NOISE) return 'level';
  return share > 0 ? 'up' : 'down';
}
