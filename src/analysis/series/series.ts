import { DEFAULT_RULES } from '../../domain/control';
import { personKind } from '../../domain/person-columns';
import { changeLog } from '../changes';
import { COMPLETE, daysUntil, type ReportingDelay, reportingDelay } from '../reporting-delay';
import { asOf, type Source, shapeOf } from '../view';
import { chartOf } from './chart';
import { chooseChart } from './choice';
import { eventsOf } from './events';
import { type PanelCounts, panelCounts } from './panel-counts';
import { stretchesOf } from './phases';
import type { Sample } from './sample';
import type { Delay, SeriesAnswer, SeriesChart, SeriesQuestion } from './types';

/**
 * The control chart of a measure over a scope, or one for each value of a dimension.
 * Rejects with a RangeError for a dimension that complaints cannot be divided by.
 */
export async function series(source: Source, question: SeriesQuestion, signal?: AbortSignal): Promise<SeriesAnswer> {
  const asked = complete(source, question);
  const late = asked.time === 'occurred_at';
  const [delay, log] = await Promise.all([
    late ? reportingDelay(source, { scope: asked.scope, measure: asked.measure.id }, signal) : undefined,
    source.facts.change.rows === 0 ? undefined : changeLog(source, {}, signal),
  ]);
  const { panels, sql } = await panelCounts(source, asked, delay, signal);
  const charts: SeriesChart[] = [];
  const statements = [...(delay ? [delay.sql] : []), ...sql];
  for (const counted of panels.filter(({ samples }) => samples.length > 0)) {
    signal?.throwIfAborted();
    const chosen = chooseChart({
      asked,
      ...counted,
      base: baselineOf(asked, counted.samples.map(whateverShipped)),
      exposedBase: baselineOf(asked, counted.samples),
    });
    const between = (chart: 'g' | 't') => eventsOf(source, asked, counted, chart, delay, signal);
    const inUnits = chosen.chart === 'g' ? await between('g') : undefined;
    // Where little was shipped between events, as batches leave at once, the days between them tell more.
    const tied = chosen.why.code === 'rare' && inUnits !== undefined && isTied(inUnits.samples);
    const choice = tied ? { ...chosen, chart: 't' as const } : chosen;
    const events = choice.chart === 't' ? await between('t') : inUnits;
    statements.push(...(events?.sql ?? []));
    const samples = events?.samples ?? counted.samples;
    charts.push(chartOf({ asked, counted, choice, samples, since: events?.since, log: log?.entries ?? [] }));
    // Many panels must not hold up the screen.
    if (panels.length > 1) await new Promise((resolve) => setTimeout(resolve));
  }
  const noRate = rateMissing(asked, panels);
  return {
    question: asked,
    charts,
    ...(noRate && { noRate }),
    ...(delay && { delay: delayOf(delay) }),
    asOf: asOf(source),
    sql: [...new Set([...statements, ...(log?.sql ?? [])])],
  };
}

/** The question with what was not said filled in, and without what these data have not. */
function complete(source: Source, question: SeriesQuestion): SeriesAnswer['question'] {
  const { by, share, measure, time } = question;
  if (by !== undefined && (!shapeOf(source, 'complaint').columns.has(by) || personKind(by) !== undefined))
    throw new RangeError(`Complaints cannot be divided by "${by}"`);
  return {
    ...question,
    share: measure.id === 'cost' ? undefined : share,
    grain: question.grain ?? 'month',
    time: time === 'occurred_at' && (source.facts.complaint.filled.occurred_at ?? 0) > 0 ? time : 'received_at',
    rules: question.rules ?? DEFAULT_RULES,
  };
}

/** The points that the limits of the first phase come from. */
function baselineOf(asked: SeriesQuestion, samples: readonly Sample[]): Sample[] {
  const [first] = stretchesOf(samples, asked);
  return (first?.base ?? []).map((place) => samples[place] as Sample);
}

/** Which chart the counts call for does not depend on exposure. */
function whateverShipped({ flag, ...sample }: Sample): Sample {
  return flag === 'provisional' || flag === 'partial' ? { ...sample, flag } : sample;
}

/** A quarter of the distances are nothing. */
function isTied(samples: readonly Sample[]): boolean {
  return samples.filter(({ size }) => size === 0).length * 4 > samples.length;
}

function rateMissing({ measure, share }: SeriesQuestion, panels: readonly PanelCounts[]) {
  if (measure.per !== 'shipped' || share !== undefined) return undefined;
  return panels.find(({ noRate }) => noRate !== undefined)?.noRate;
}

function delayOf(delay: ReportingDelay): Delay {
  return { n: delay.n, median: daysUntil(0.5, delay), most: daysUntil(COMPLETE, delay) };
}
