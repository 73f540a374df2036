import { binomialDensity } from './saddle-point';

/**
 * Number of marked things in a sample drawn without replacement.
 * `marked` and `plain` are how many there are of each, `drawn` the size of the sample.
 */
export interface Urn {
  readonly marked: number;
  readonly plain: number;
  readonly drawn: number;
}

/** Probability of exactly `count` marked ones (Loader's form, as R's `dhyper`). */
export function hypergeometricExactly(count: number, { marked, plain, drawn }: Urn): number {
  const all = marked + plain;
  if (count < 0 || count > drawn || count > marked || drawn - count > plain || drawn > all) return 0;
  if (drawn === 0) return 1;
  const p = drawn / all;
  return (
    (binomialDensity(count, marked, p) * binomialDensity(drawn - count, plain, p)) / binomialDensity(drawn, all, p)
  );
}

/** Least and most that can be drawn. */
export function support({ marked, plain, drawn }: Urn): readonly [least: number, most: number] {
  return [Math.max(0, drawn - plain), Math.min(drawn, marked)];
}

/** Probability of `count` or fewer: the shorter tail is summed, from its largest term outwards. */
export function hypergeometricAtMost(count: number, urn: Urn): number {
  const [least, most] = support(urn);
  if (count < least) return 0;
  if (count >= most) return 1;
  const mean = (urn.drawn * urn.marked) / (urn.marked + urn.plain);
  return count < mean ? tail(count, -1, urn) : 1 - tail(count + 1, 1, urn);
}

/** Probability of `count` or more. */
export function hypergeometricAtLeast(count: number, urn: Urn): number {
  const [least, most] = support(urn);
  if (count <= least) return 1;
  if (count > most) return 0;
  const mean = (urn.drawn * urn.marked) / (urn.marked + urn.plain);
  return count > mean ? tail(count, 1, urn) : 1 - tail(count - 1, -1, urn);
}

/** Sum of the probabilities from `from` on, upwards (1) or downwards (−1), away from the mean. */
function tail(from: number, direction: 1 | -1, urn: Urn): number {
  const { marked, plain, drawn } = urn;
  const [least, most] = support(urn);
  let term = hypergeometricExactly(from, urn);
  let sum = 0;
  for (let x = from; x >= least && x <= most; x += direction) {
    sum += term;
    if (term < sum * 1e-18) break;
    term *=
      direction === 1
        ? ((marked - x) * (drawn - x)) / ((x + 1) * (plain - drawn + x + 1))
        : (x * (plain - drawn + x)) / ((marked - x + 1) * (drawn - x + 1));
  }
  return sum;
}
