import { funnelLimits } from '../../stats/funnel-limits';
import type { ShareTotals } from '../../stats/share-ratio';
import type { Source } from '../view';
import { batchCandidate, sliceTotals } from './batch-slices';
import type { Candidate } from './candidate';
import { neighbours } from './candidates';
import { rowsOf, type Telling } from './describe';
import { dispersionOf } from './dispersion';
import { pauseOf } from './pause';
import { readSetting, type Setting } from './setting';
import { productCandidate } from './time-slices';
import type { Funnel, FunnelLimit, FunnelPoint, FunnelQuestion } from './types';

/** Points that the limit lines are drawn through. */
const LINE_POINTS = 60;

/** Every value of one dimension for one failure mode: complaints against what all of the mode lets expect, with limits. */
export async function funnel(source: Source, question: FunnelQuestion, signal?: AbortSignal): Promise<Funnel> {
  const { scope, measure, dimension, mode } = question;
  const setting = await readSetting(source, { scope, measure }, [dimension], pauseOf(signal), {
    only: { mode },
    signal,
  });
  const scan = setting?.modes[0]?.scan;
  if (setting !== undefined && scan !== undefined)
    scan.dispersion = dispersionOf(scan, neighbours(setting.factory), new Float64Array(scan.n.length).fill(1));
  const candidates = setting === undefined ? [] : all(setting);
  const telling = setting && {
    scope,
    modeField: setting.modeField,
    window: setting.window,
    months: setting.months,
    batchNo: (batch: number) => setting.factory.batches[batch]?.no ?? '',
  };
  const points = telling === undefined ? [] : candidates.flatMap((one) => pointOf(mode, one, telling));
  const missing = setting?.missing[0];
  return {
    question,
    points: points.sort((a, b) => b.ratio - a.ratio || b.expected - a.expected),
    limits: linesThrough(points, scan?.widening ?? 1),
    ...(missing === undefined ? {} : { missing }),
    basis: candidates[0]?.basis ?? 'ageStandardised',
    ...(scan !== undefined && scan.widening > 1 ? { dispersion: scan.dispersion } : {}),
    ...(setting === undefined ? {} : { window: setting.window }),
    sql: setting?.sql ?? [],
  };
}

/** Values with complaints or without. */
function all(setting: Setting): Candidate[] {
  const scan = setting.modes[0]?.scan;
  const ofComplaints = setting.counts.flatMap((counts) => counts.candidates(0, scan, 1, true));
  if (scan === undefined) return ofComplaints;
  return [
    ...setting.batches.flatMap((of) =>
      sliceTotals(scan, of).map((totals, value) => batchCandidate(scan, of, value, totals, 1)),
    ),
    ...setting.products.map((product) => productCandidate(scan, product, 1, 1)),
    ...ofComplaints,
  ];
}

function pointOf(mode: string | null, slice: Candidate, telling: Omit<Telling, 'correction'>): FunnelPoint[] {
  const { totals, values } = slice;
  const expected = expectedOf(totals);
  if (!(expected > 0)) return [];
  const n = totals.shared;
  return [{ values, units: slice.units(), expected, n, ratio: n / expected, rows: rowsOf(mode, slice, telling) }];
}

function expectedOf({ events, exposure, first }: ShareTotals): number {
  return exposure > 0 ? (events * first) / exposure : 0;
}

/** Limits from the smallest expected count to the largest, evenly on a logarithmic scale; with scatter beyond chance, those of fewer. */
function linesThrough(points: readonly FunnelPoint[], widening: number): FunnelLimit[] {
  const counts = points.map(({ expected }) => expected);
  if (counts.length === 0) return [];
  const least = counts.reduce((one, other) => Math.min(one, other));
  const most = counts.reduce((one, other) => Math.max(one, other));
  return Array.from({ length: LINE_POINTS }, (_, at) => {
    const expected = least * (most / least) ** (at / (LINE_POINTS - 1));
    const [inner, outer] = [funnelLimits(expected / widening), funnelLimits(expected / widening, 0.998)];
    return { expected, low95: inner.low, high95: inner.high, low998: outer.low, high998: outer.high };
  });
}
