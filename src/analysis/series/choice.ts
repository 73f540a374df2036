import { type ChartKind, RARE, WIDE_SIGMA_Z } from '../../domain/control';
import type { NoRate } from '../../domain/measure';
import { MOST_EVENTS } from './events';
import { limitsOf } from './limits';
import { counts, type Sample } from './sample';
import type { Choice, ChoiceReason, SeriesQuestion } from './types';

/** Events that are charted by their distances at least: fewer distances give no limits. */
const FEWEST_EVENTS = 4;

/** What is known when a chart is chosen. */
interface Known {
  readonly asked: Pick<SeriesQuestion, 'measure' | 'share' | 'chart'>;
  readonly samples: readonly Sample[];
  /** The first complete periods, whatever was shipped, and those of them that a rate's limits are taken from. */
  readonly base: readonly Sample[];
  readonly exposedBase: readonly Sample[];
  /** Shipments can tell units of this scope, or why not. */
  readonly noRate?: NoRate;
}

/** The chart that the data call for, unless one is asked for that they can give. */
export function chooseChart(known: Known): Choice {
  const { asked, samples, base, exposedBase } = known;
  const money = asked.measure.id === 'cost';
  const n = samples.reduce((sum, one) => sum + one.n, 0);
  const perPeriod = money || base.length === 0 ? null : base.reduce((sum, one) => sum + one.n, 0) / base.length;
  const offered = offeredCharts(known, n);
  const suited = suitedChart(known, n, perPeriod);
  const { chart } = asked;
  const sigmaZ = scatterOf(suited.chart, exposedBase);
  const common = { offered, sigmaZ, perPeriod };
  if (chart !== undefined && offered.includes(chart))
    return { chart, why: { code: 'asked' }, ...common, sigmaZ: scatterOf(chart, exposedBase) };
  const refused = chart === undefined ? {} : { refused: chart };
  if (sigmaZ !== null && sigmaZ > WIDE_SIGMA_Z && (suited.chart === 'u' || suited.chart === 'p')) {
    const why: ChoiceReason = { code: 'overdispersed', sigmaZ, limit: WIDE_SIGMA_Z };
    return { chart: suited.chart === 'u' ? 'uPrime' : 'pPrime', why, ...common, ...refused };
  }
  return { ...suited, ...common, ...refused };
}

function suitedChart(
  { asked, samples, base, noRate }: Known,
  n: number,
  perPeriod: number | null,
): Pick<Choice, 'chart' | 'why'> {
  if (asked.measure.id === 'cost') return { chart: 'individuals', why: { code: 'money' } };
  if (asked.share !== undefined) return { chart: 'p', why: { code: 'share' } };
  const usable = samples.filter((one) => counts(one) || one.flag === 'claimsWithoutExposure');
  // Rare in the baseline and ever since: where many came later, distances from one event to the next would tell of those alone.
  const rare = perPeriod !== null && perPeriod < RARE && meanOf(usable) < RARE;
  if (rare && n >= FEWEST_EVENTS && n <= MOST_EVENTS && base.length > 0) {
    const byUnits = asked.measure.per === 'shipped' && noRate === undefined && !isSparse(samples);
    return { chart: byUnits ? 'g' : 't', why: { code: 'rare', perPeriod, limit: RARE } };
  }
  if (asked.measure.per === 'count')
    return { chart: 'c', why: { code: 'countsAsked', ratesPossible: noRate === undefined } };
  if (noRate !== undefined) return { chart: 'c', why: { code: 'exposureUnknown', noRate } };
  if (!isSparse(samples)) return { chart: 'u', why: { code: 'exposureKnown' } };
  const withExposure = samples.filter(({ size }) => (size ?? 0) > 0).length;
  return { chart: 'c', why: { code: 'exposureSparse', periods: samples.length, withExposure } };
}

function offeredCharts({ asked, samples, noRate }: Known, n: number): ChartKind[] {
  if (asked.measure.id === 'cost') return ['individuals'];
  if (asked.share !== undefined) return ['p', 'pPrime'];
  const loaded = samples.some(({ size }) => size !== null);
  const rates = noRate === undefined && (!loaded || samples.some((one) => counts(one) && (one.size ?? 0) > 0));
  const events = n >= FEWEST_EVENTS && n <= MOST_EVENTS;
  return [
    ...(rates ? (['u', 'uPrime'] as const) : []),
    'c',
    'individuals',
    ...(events && rates ? (['g'] as const) : []),
    ...(events ? (['t'] as const) : []),
  ];
}

/** Most complaints stand in periods without shipments: one giant batch, or a list of shipments that does not belong to these complaints. */
export function isSparse(samples: readonly Sample[]): boolean {
  const total = samples.reduce((sum, { n }) => sum + n, 0);
  const without = samples.reduce((sum, { n, size }) => sum + ((size ?? 0) > 0 ? 0 : n), 0);
  return samples.every(({ size }) => !((size ?? 0) > 0)) || without * 2 > total;
}

function scatterOf(chart: ChartKind, base: readonly Sample[]): number | null {
  return limitsOf(chart, base, []).sigmaZ;
}

function meanOf(samples: readonly Sample[]): number {
  return samples.reduce((sum, { n }) => sum + n, 0) / samples.length;
}
