import { poissonAtMost } from './poisson';

/** Steps between 0 and the threshold that the sum is divided into. */
const CELLS = 120;
/** Halvings: the threshold is right to a thousandth of itself. */
const HALVINGS = 12;
/** Standard deviations of a count on either side that are looked at, and counts in one of them that are told apart at most. */
const REACH = 7;
const FINENESS = 10;
/** Relative change of the chance of an alarm below which it is called the same. */
const SETTLED = 1e-5;

/**
 * Threshold of a Poisson CUSUM (`poissonCusum`) that raises a false alarm within `periods` with at most `risk`, by a Markov chain of the sum
 * (Brook & Evans 1972), each period expecting the same. In events, 1 at least: of a great mean less is never passed by chance.
 * @param mean events of a period in order, above 0 @param k reference of a period, above the mean
 */
export function cusumThreshold(mean: number, k: number, periods: number, risk: number): number {
  const steps = stepsOf(mean, k);
  let [low, high] = [1, 1];
  while (falseAlarm(high, steps, periods) > risk) [low, high] = [high, high * 2];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (falseAlarm(middle, steps, periods) > risk) low = middle;
    else high = middle;
  }
  return high;
}

interface Step {
  readonly change: number;
  readonly chance: number;
}

/** What a period does to the sum; neighbouring counts of a large mean are one step. */
function stepsOf(mean: number, k: number): Step[] {
  const deviation = Math.sqrt(mean);
  const stride = Math.max(1, Math.floor(deviation / FINENESS));
  const steps: Step[] = [];
  const end = mean + REACH * deviation + REACH;
  for (let count = Math.max(0, Math.floor(mean - REACH * deviation)); count <= end; count += stride) {
    const chance = poissonAtMost(count + stride - 1, mean) - poissonAtMost(count - 1, mean);
    steps.push({ change: count + (stride - 1) / 2 - k, chance });
  }
  return steps;
}

/** Chance that the sum passes `h` within some periods, from 0. A sum between two cells belongs to both, so that its mean is kept. */
function falseAlarm(h: number, steps: readonly Step[], periods: number): number {
  const moves = steps.map(({ change, chance }) => ({ cells: (change / h) * CELLS, chance }));
  let sums = Float64Array.from({ length: CELLS + 2 }, (_, cell) => (cell === 0 ? 1 : 0));
  let [quiet, hazard] = [1, 0];
  for (let period = 0; period < periods; period++) {
    const next = new Float64Array(CELLS + 2);
    let still = 0;
    for (let from = 0; from <= CELLS; from++) {
      const share = sums[from] ?? 0;
      if (share < 1e-12) continue;
      for (const { cells, chance } of moves) {
        const to = Math.max(0, from + cells);
        if (to > CELLS) continue;
        const cell = Math.floor(to);
        next[cell] = (next[cell] ?? 0) + share * chance * (cell + 1 - to);
        next[cell + 1] = (next[cell + 1] ?? 0) + share * chance * (to - cell);
        still += share * chance;
      }
    }
    sums = next;
    const now = 1 - still / quiet;
    // Once the chance of an alarm is the same from period to period, it stays so.
    if (now > 0 && Math.abs(now - hazard) < SETTLED * now) return 1 - still * (1 - now) ** (periods - period - 1);
    [quiet, hazard] = [still, now];
  }
  return 1 - quiet;
}
