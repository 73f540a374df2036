import type { ChartKind } from '../../domain/control';
import { onTime } from '../breakdown';
import { type ChangeEntry, changesWithin } from '../changes';
import { isSparse } from './choice';
import { type DrawnStretch, earlyWarning, spreadOf } from './early-warning';
import { limitsOf } from './limits';
import { numeratorOf, type PanelCounts } from './panel-counts';
import { type Stretch, stretchesOf } from './phases';
import { rateChanges } from './rate-changes';
import { counts, type Sample } from './sample';
import { seasonalityOf } from './seasonality';
import type { Choice, PointVerdict, SeriesAnswer, SeriesChart, SeriesPoint } from './types';
import { certainty, plainOf, unitOf } from './value';
import { violationsOf } from './violations';

/** What a chart is made of. */
interface Material {
  readonly asked: SeriesAnswer['question'];
  readonly counted: PanelCounts;
  readonly choice: Choice;
  /** Its points: the panel's periods, or events. */
  readonly samples: readonly Sample[];
  readonly since?: SeriesChart['since'];
  readonly log: readonly ChangeEntry[];
}

/** Everything that a chart shows, from its points. */
export function chartOf({ asked, counted, choice, samples: given, since, log }: Material): SeriesChart {
  const { chart } = choice;
  const samples = chart === 'c' || (chart === 'individuals' && isSparse(given)) ? given.map(withoutSize) : given;
  const stretches = stretchesOf(samples, asked).map(
    (stretch): DrawnStretch => ({ ...stretch, drawn: drawnOf(chart, samples, stretch) }),
  );
  const judged = stretches.flatMap(({ drawn, first }, phase) =>
    drawn.points.map((limits, at) => ({ ...limits, phase, sample: samples[first + at] as Sample })),
  );
  const z = judged.map((one) => (counts(one.sample) ? one.z : null));
  const violations = violationsOf(chart, z, stretches, asked.rules);
  const inBaseline = new Set(stretches.flatMap(({ base }) => base));
  const points = judged.map(({ sample, phase, center, upper, lower, other }, at): SeriesPoint => {
    const broken = violations.flatMap((violation, place) => (violation.at.includes(at) ? [place] : []));
    const verdict: PointVerdict =
      sample.flag ?? (broken.length > 0 ? 'violation' : z[at] === null ? 'noLimits' : 'inControl');
    const { value } = plainOf(chart, sample);
    return {
      from: sample.from,
      until: sample.until,
      n: sample.n,
      size: sample.size,
      value,
      ...certainty(chart, sample, center),
      center,
      upper,
      lower,
      ...(other && { other }),
      z: z[at] ?? null,
      phase,
      inBaseline: inBaseline.has(at),
      ...(sample.flag && { flag: sample.flag }),
      ...(sample.completeness !== undefined && { completeness: sample.completeness }),
      verdict,
      violations: broken,
    };
  });
  const spread = spreadOf(stretches[0]?.drawn.sigmaZ ?? null);
  // Of charts of events too: the first one is no point, as no other comes before it.
  const total = (of: (sample: Sample) => number) => counted.samples.reduce((sum, sample) => sum + of(sample), 0);
  const withSize = chart !== 't' && samples.length > 0 && samples.every(({ size }) => size !== null);
  return {
    panel: counted.panel,
    scope: onTime(numeratorOf(asked, counted.scope), asked.time),
    choice,
    unit: unitOf(chart, asked.measure.id, withSize),
    n: total(({ n }) => n),
    size: withSize ? total(({ size }) => size ?? 0) : null,
    unjudged: counted.unjudged,
    undated: counted.undated,
    points,
    phases: stretches.map(({ from, first, until, baseline, drawn }) => ({
      from,
      points: until > first ? [first, until - 1] : null,
      baseline,
      limits: drawn.limits,
    })),
    violations,
    ...(since && { since }),
    early: earlyWarning(chart, asked.grain, samples, stretches),
    seasonality: seasonalityOf(chart, asked.grain, samples, spread),
    change: rateChanges(chart, samples, spread, changesWithin(log, counted.scope)),
  };
}

function drawnOf(chart: ChartKind, samples: readonly Sample[], { base, first, until }: Stretch) {
  return limitsOf(
    chart,
    base.map((place) => samples[place] as Sample),
    samples.slice(first, until),
  );
}

/** Counts and sums need no exposure, so nothing is wrong with a period that has none. */
function withoutSize({ flag, ...sample }: Sample): Sample {
  const kept = flag === 'noExposure' || flag === 'claimsWithoutExposure' ? undefined : flag;
  return { ...sample, size: null, ...(kept && { flag: kept }) };
}
