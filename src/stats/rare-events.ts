import { type IndividualsChart, individualsChart } from './individuals';

/** Nelson's (1994) power that makes times between events of a Poisson process nearly normal; textbooks print 0.2777. */
const POWER = 1 / 3.6;

export interface GChart {
  /** Mean number of units between events. */
  readonly mean: number;
  readonly median: number;
  /** mean + 3 √(mean (mean + 1)) (Benneyan 2001); below is 0. */
  readonly upper: number;
  readonly lower: number;
  /** Chance of an event at each unit: 1 ÷ (mean + 1). */
  readonly chance: number;
  /** Limits by probability, 0.99865 and 0.00135 of the geometric distribution. */
  readonly upperProbability: number;
  readonly lowerProbability: number;
  /** Where half of the gaps should lie below: the centre to run the rules on. */
  readonly theoreticalMedian: number;
  /** Gaps longer than the upper limit, by place (from 0): a sign of improvement. */
  readonly above: readonly number[];
}

/** g chart: units without an event between two events. For fewer than about two events a period. */
export function gChart(gaps: readonly number[]): GChart {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  const half = Math.floor(gaps.length / 2);
  const chance = 1 / (mean + 1);
  const upper = mean + 3 * Math.sqrt(mean * (mean + 1));
  const quantile = (p: number) => Math.max(0, Math.ceil(Math.log1p(-p) / Math.log1p(-chance) - 1 - 1e-12));
  return {
    mean,
    median: gaps.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2,
    upper,
    lower: Math.max(0, mean - 3 * Math.sqrt(mean * (mean + 1))),
    chance,
    upperProbability: quantile(0.99865),
    lowerProbability: quantile(0.00135),
    theoreticalMedian: Math.log(0.5) / Math.log1p(-chance) - 1,
    above: gaps.flatMap((gap, place) => (gap > upper ? [place] : [])),
  };
}

export interface TChart {
  /** The chart of the transformed times. */
  readonly transformed: IndividualsChart;
  /** Centre and limits as times again; a lower limit below zero is 0. */
  readonly center: number;
  readonly upper: number;
  readonly lower: number;
}

/** t chart: times between events, made nearly normal by the power 1/3.6, on an individuals chart of the first `baseline` (all unless given). */
export function tChart(times: readonly number[], baseline = times.length, power = POWER): TChart {
  const transformed = individualsChart(
    times.map((time) => time ** power),
    baseline,
  );
  const back = (value: number | undefined) => Math.max(0, value ?? Number.NaN) ** (1 / power);
  return {
    transformed,
    center: back(transformed.center),
    upper: back(transformed.upper[0]),
    lower: back(transformed.lower[0]),
  };
}
