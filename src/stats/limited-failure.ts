import { type Life, weibull, weibullBelow } from './weibull';

export interface LimitedFailure {
  /** Share of the units that can fail at all. */
  readonly share: number;
  /** Weibull of the age at failure of these. */
  readonly shape: number;
  readonly scale: number;
  /** 2 × (log likelihood − that of a plain Weibull for all units). */
  readonly gain: number;
}

const STEPS = 150;
const CLOSE = 1e-4;

/**
 * Limited failure population: only a share of the units can fail, the others never do (Meeker 1987; Meeker & Escobar 1998, ch. 11). By EM:
 * a unit that still works counts as one that can fail with the probability that it is one, then a Weibull is fitted as usual.
 * Failures must be intervals (`until`). Null without a plain fit, or where the steps do not settle: then the data cannot tell.
 */
export function limitedFailure(lives: readonly Life[]): LimitedFailure | null {
  const plain = weibull(lives);
  const units = lives.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const failures = lives.filter(({ failed }) => failed);
  const failed = failures.reduce((sum, { weight = 1 }) => sum + weight, 0);
  // The first guess: those that can fail are little more than those that have.
  const alone = weibull([...failures, ...lives.filter((life) => !life.failed).map((life) => weighed(life, 1e-9))]);
  if (typeof plain === 'string' || typeof alone === 'string') return null;
  let model = { share: Math.min(0.9, (1.1 * failed) / units), shape: alone.shape, scale: alone.scale };
  let reached = likelihood(lives, model);
  for (let step = 0; step < STEPS; step++) {
    const { share, shape, scale } = model;
    let susceptible = failed;
    const weighted = lives.map((life) => {
      if (life.failed) return life;
      const working = share * (1 - weibullBelow(life.time, shape, scale));
      const chance = working / (1 - share + working);
      susceptible += chance * (life.weight ?? 1);
      return weighed(life, chance);
    });
    const fit = weibull(weighted);
    if (typeof fit === 'string') return null;
    model = { share: susceptible / units, shape: fit.shape, scale: fit.scale };
    const next = likelihood(lives, model);
    const settled = Math.abs(next - reached) < CLOSE;
    reached = next;
    if (settled) {
      const gain = 2 * (reached - likelihood(lives, { share: 1, shape: plain.shape, scale: plain.scale }));
      return { ...model, gain };
    }
  }
  return null;
}

function weighed(life: Life, chance: number): Life {
  return { ...life, weight: chance * (life.weight ?? 1) };
}

function likelihood(
  lives: readonly Life[],
  { share, shape, scale }: { share: number; shape: number; scale: number },
): number {
  return lives.reduce((sum, { time, until = time, failed, weight = 1 }) => {
    const below = weibullBelow(time, shape, scale);
    const chance = failed ? share * (weibullBelow(until, shape, scale) - below) : 1 - share * below;
    return sum + weight * Math.log(Math.max(chance, Number.MIN_VALUE));
  }, 0);
}
