import { breakdownRows, PERIOD, shipmentBreakdown } from '../../data/queries/breakdown';
import { eventMinutes } from '../../data/queries/series';
import { periodOf, shift } from '../../domain/period';
import { periodOf as narrowedPeriod } from '../../domain/scope';
import { onTime } from '../breakdown';
import { COMPLETE, completeness, type ReportingDelay } from '../reporting-delay';
import { asOf, type Source, shapeOf } from '../view';
import { numeratorMeasure, numeratorOf, type PanelCounts } from './panel-counts';
import type { Sample } from './sample';
import type { SeriesAnswer, SeriesChart } from './types';

/** Charts of distances have so many points at most, the latest ones. */
export const MOST_EVENTS = 1000;
const DAY_MINUTES = 1440;
const DAY_MS = DAY_MINUTES * 60_000;

/** Events as points: each with its distance from the one before, and what has passed since the last. */
interface Events {
  readonly samples: readonly Sample[];
  readonly since?: NonNullable<SeriesChart['since']>;
  readonly sql: readonly string[];
}

/** The distances between the events of a panel, in units shipped (g) or in days (t). */
export async function eventsOf(
  source: Source,
  asked: SeriesAnswer['question'],
  { scope, shipments }: PanelCounts,
  chart: 'g' | 't',
  delay: ReportingDelay | undefined,
  signal?: AbortSignal,
): Promise<Events> {
  const { time } = asked;
  const counted = { scope: onTime(numeratorOf(asked, scope), time), measure: numeratorMeasure(asked).id, time };
  const sql = eventMinutes(counted, MOST_EVENTS + 1, shapeOf(source, 'complaint'));
  const units = chart === 'g' && shipments !== undefined ? unitsByDay(shipments, source) : undefined;
  const [minutes, rows] = await Promise.all([
    source.integers(sql, { signal }),
    units === undefined ? [] : source.run<Record<string, unknown>>(units, { signal }),
  ]);
  const shippedUntil = running(rows);
  const end = lastDay(source, narrowedPeriod(scope, 'received_at').until);
  const distance = (before: number, after: number) =>
    units === undefined ? (after - before) / DAY_MINUTES : shippedUntil(dayOf(after)) - shippedUntil(dayOf(before));
  // What is dated after the last day of the data is a typing error.
  const known = minutes.filter((minute) => dayOf(minute) <= end);
  const samples = [...known.slice(1)].map((minute, at): Sample => {
    const [from, until] = [dayOf(minute), shift('day', dayOf(minute), 1)];
    const reported = delay && completeness(delay, from, until, asOf(source) ?? end);
    return {
      from,
      until,
      begin: dayOf(known[at] ?? minute),
      n: 1,
      size: distance(known[at] ?? minute, minute),
      ...(reported !== undefined && { completeness: reported }),
      ...(reported !== undefined && reported < COMPLETE && { flag: 'provisional' }),
    };
  });
  const last = known.at(-1);
  const closing = (Date.parse(end) + DAY_MS) / 60_000;
  return {
    samples,
    ...(last !== undefined && { since: { from: dayOf(last), value: distance(last, closing - 1) } }),
    sql: [sql, ...(units === undefined ? [] : [units])],
  };
}

/** The last day that tells of the scope. */
function lastDay(source: Source, until: string | undefined): string {
  const end = asOf(source) ?? '';
  return until !== undefined && until <= end ? shift('day', periodOf('day', until), -1) : end;
}

const BY_DAY = [[PERIOD]];

function unitsByDay(scope: NonNullable<PanelCounts['shipments']>, source: Source): string {
  return shipmentBreakdown({ scope, grain: 'day', sets: BY_DAY }, shapeOf(source, 'shipment'));
}

/** Units shipped up to the end of a day. */
function running(rows: readonly Record<string, unknown>[]): (day: string) => number {
  const days = breakdownRows(BY_DAY, rows)
    .flatMap(({ keys: [day], n }) => (typeof day === 'string' ? [{ day, n }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  let sum = 0;
  const sums = days.map(({ n }) => (sum += n));
  return (day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle]?.day ?? '') <= day) low = middle + 1;
      else high = middle;
    }
    return sums[low - 1] ?? 0;
  };
}

function dayOf(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 10);
}
