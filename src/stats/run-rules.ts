/** Nelson's rules by number; 8 in two readings: on both sides (Nelson), or either side (Minitab). */
export type NelsonRule = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '8either';
/** Western Electric's zone rules by number. */
export type WesternRule = '1' | '2' | '3' | '4';

/** What holds of the last `length` points together. */
interface Pattern {
  readonly length: number;
  holds(z: readonly number[]): boolean;
}

/** Rounding that is forgiven, as the chart forgives it: a point on a limit or on the centre line is on it. */
const SLACK = 1e-9;

const all = (z: readonly number[], test: (value: number) => boolean) => z.every(test);
const oneSide = (z: readonly number[], needed: number, beyond: number) =>
  [1, -1].some((side) => z.filter((value) => value * side > beyond + SLACK).length >= needed);

/** Two or three of the last that lie beyond count only when the last one does: else it would flag a point that is not one of them. */
function mostBeyond(length: number, needed: number, beyond: number): Pattern {
  return {
    length,
    holds: (z) => {
      const last = z.at(-1) ?? 0;
      const side = Math.sign(last);
      return last * side > beyond + SLACK && z.filter((value) => value * side > beyond + SLACK).length >= needed;
    },
  };
}

const NELSON: Readonly<Record<NelsonRule, Pattern>> = {
  '1': { length: 1, holds: ([z = 0]) => Math.abs(z) > 3 + SLACK },
  '2': { length: 9, holds: (z) => oneSide(z, 9, 0) },
  '3': {
    length: 6,
    holds: (z) => [1, -1].some((side) => z.slice(1).every((value, at) => (value - (z[at] ?? 0)) * side > 0)),
  },
  '4': {
    length: 14,
    holds: (z) => {
      const steps = z.slice(1).map((value, at) => Math.sign(value - (z[at] ?? 0)));
      return steps.every((step, at) => step !== 0 && (at === 0 || step === -(steps[at - 1] ?? 0)));
    },
  },
  '5': mostBeyond(3, 2, 2),
  '6': mostBeyond(5, 4, 1),
  '7': { length: 15, holds: (z) => all(z, (value) => Math.abs(value) < 1 - SLACK) },
  '8': {
    length: 8,
    holds: (z) =>
      all(z, (value) => Math.abs(value) > 1 + SLACK) && z.some((value) => value > 0) && z.some((value) => value < 0),
  },
  '8either': { length: 8, holds: (z) => all(z, (value) => Math.abs(value) > 1 + SLACK) },
};

const WESTERN: Readonly<Record<WesternRule, Pattern>> = {
  '1': NELSON['1'],
  '2': NELSON['5'],
  '3': NELSON['6'],
  '4': { length: 8, holds: (z) => oneSide(z, 8, 0) },
};

/**
 * Points (by place, from 0) that complete a pattern, and each further one while it holds. Rules run on standardised points, so that limits
 * may vary. Exactly 3 σ is not beyond, a point on the centre line breaks a run, NaN (no exposure) breaks every pattern.
 * Source: Nelson (1984), Journal of Quality Technology 16(4).
 */
export function nelson(rule: NelsonRule, z: readonly number[]): number[] {
  return completed(NELSON[rule], z);
}

/** The same for Western Electric's four zone rules (Statistical Quality Control Handbook, 1956). */
export function westernElectric(rule: WesternRule, z: readonly number[]): number[] {
  return completed(WESTERN[rule], z);
}

/** How many points make a pattern of Nelson's. */
export function patternLength(rule: NelsonRule): number {
  return NELSON[rule].length;
}

function completed({ length, holds }: Pattern, z: readonly number[]): number[] {
  return z.flatMap((_, at) => {
    const last = z.slice(at + 1 - length, at + 1);
    const whole = at + 1 >= length && last.every((value) => !Number.isNaN(value));
    return whole && holds(last) ? [at] : [];
  });
}
