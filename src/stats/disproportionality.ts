import { digamma, trigamma } from './digamma';
import { gammaQuantile } from './gamma';
import { hypergeometricAtLeast } from './hypergeometric';
import { normalQuantile } from './normal';
import type { Interval } from './poisson-interval';
import { chiSquareTest } from './two-proportions';

/** Complaints by attribute (has it, the rest) and kind (the one of interest, others). */
export interface Table {
  /** Attribute and kind. */
  readonly a: number;
  /** Attribute, other kinds. */
  readonly b: number;
  /** Rest, kind. */
  readonly c: number;
  /** Rest, other kinds. */
  readonly d: number;
}

export interface Disproportionality {
  /** (a + b)(a + c) ÷ n: how many chance alone would bring together. */
  readonly expected: number;
  readonly lift: number;
  /** Proportional reporting ratio: Infinity where only the attribute has the kind, null where nothing has it; intervals are null where a cell is 0. */
  readonly prr: number | null;
  readonly prrInterval: Interval | null;
  /** Reporting odds ratio. */
  readonly ror: number | null;
  readonly rorInterval: Interval | null;
  /** Information component log₂((a + ½) ÷ (E + ½)) with gamma credibility bounds (Norén, Hopstadius & Bate 2013). */
  readonly ic: number;
  readonly ic025: number;
  readonly ic975: number;
  /** Bayesian confidence propagation neural network: the information component with its normal approximation (Bate 1998; as PhViD). */
  readonly bcpnn: { readonly ic: number; readonly ic025: number };
  readonly chiSquare: number;
  readonly chiSquareCorrected: number;
  /** Fisher, one-sided: as many together, or more. */
  readonly p: number;
  /** Evans (2001): a ≥ 3, PRR ≥ 2 and corrected chi-square ≥ 4. */
  readonly evans: boolean;
}

/** How much more often an attribute and a kind of complaint come together than chance would bring them. Needs no exposure. */
export function disproportionality({ a, b, c, d }: Table, confidence = 0.95): Disproportionality {
  const n = a + b + c + d;
  const expected = ((a + b) * (a + c)) / n;
  const test = chiSquareTest({ x: a, n: a + b }, { x: c, n: c + d });
  const prr = quotient(a / (a + b), c / (c + d));
  const ror = quotient(a * d, b * c);
  const z = normalQuantile((1 + confidence) / 2);
  const whole = [a, b, c, d].every((count) => count > 0);
  const around = (ratio: number | null, error: number): Interval | null =>
    whole && ratio !== null ? [ratio * Math.exp(-z * error), ratio * Math.exp(z * error)] : null;
  const shape = a + 0.5;
  const bound = (p: number) => Math.log2(gammaQuantile(p, shape) / (expected + 0.5));
  const chiSquareCorrected = test?.corrected ?? 0;
  return {
    expected,
    lift: a / expected,
    prr,
    prrInterval: around(prr, Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d))),
    ror,
    rorInterval: around(ror, Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)),
    ic: Math.log2(shape / (expected + 0.5)),
    ic025: bound((1 - confidence) / 2),
    ic975: bound((1 + confidence) / 2),
    bcpnn: bcpnn(a, a + b, a + c, n, z),
    chiSquare: test?.chiSquare ?? 0,
    chiSquareCorrected,
    p: hypergeometricAtLeast(a, { marked: a + c, plain: b + d, drawn: a + b }),
    evans: a >= 3 && (prr ?? 0) >= 2 && chiSquareCorrected >= 4,
  };
}

/** Null where there is nothing to divide. */
function quotient(above: number, below: number): number | null {
  const value = above / below;
  return Number.isNaN(value) ? null : value;
}

/** Expectation and lower bound of log₂ p₁₁/(p₁·p·₁) under beta priors that expect no association. */
function bcpnn(both: number, row: number, column: number, n: number, z: number): { ic: number; ic025: number } {
  const [p1, p2, q1, q2] = [row + 1, n - row + 1, column + 1, n - column + 1];
  const [r1, r2] = [both + 1, n - both - 1 + (n + 2) ** 2 / (p1 * q1)];
  const share = (of: (x: number) => number, a: number, b: number) => of(a) - of(a + b);
  const ic = (share(digamma, r1, r2) - share(digamma, p1, p2) - share(digamma, q1, q2)) / Math.LN2;
  const variance = share(trigamma, r1, r2) + share(trigamma, p1, p2) + share(trigamma, q1, q2);
  return { ic, ic025: ic - (z * Math.sqrt(variance)) / Math.LN2 };
}
