import type { SeriesChart, Unit } from '../../../analysis/series/types';
import { type Grain, shift } from '../../../domain/period';
import type { Words } from '../words';

/** How the numbers of a control chart are written. */
export interface ControlReading {
  /** For the axis. */
  readonly unit: string;
  /** A point's value. */
  readonly value: (value: number | null) => string;
  /** Centre, limits and intervals: of counts they have decimals. */
  readonly limit: (value: number | null) => string;
  /** As a number for tables; shares in percent. */
  readonly cell: (value: number | null) => number | null;
  /** The n-th point's period, or day. */
  readonly name: (at: number) => string;
  /** A stretch of days by the names of its periods; one name where it is one. */
  readonly days: (from: string, until: string) => readonly [first: string, last: string];
}

/** Values that are whole numbers. */
const WHOLE: readonly Unit[] = ['count', 'unitsBetween'];

export function controlReading({ unit, points }: SeriesChart, grain: Grain, { t, format }: Words): ControlReading {
  const share = unit === 'share';
  const limit = (value: number | null) => (share ? format.percent(value, 2) : format.number(value, 2));
  const value = (of: number | null) => (WHOLE.includes(unit) ? format.number(of) : limit(of));
  const ofEvents = unit === 'unitsBetween' || unit === 'daysBetween';
  const nameOf = (day: string) => (ofEvents ? format.date(day) : format.bucket(grain, day));
  const unitName = share ? '%' : t(`control.code.unit.${unit}`);
  return {
    unit: unitName,
    value,
    limit,
    cell: (of) => (of !== null && share ? of * 100 : of),
    name: (at) => nameOf(points[at]?.from ?? ''),
    days: (from, until) => [nameOf(from), nameOf(shift('day', until, -1))],
  };
}

/** Whether a chart's points are events, not periods. */
export function isOfEvents({ unit }: SeriesChart): boolean {
  return unit === 'unitsBetween' || unit === 'daysBetween';
}

/** What a point is found by: the first day of its period; several events may fall on one day. */
export function keyOf(chart: SeriesChart, at: number): string {
  const from = chart.points[at]?.from ?? '';
  return isOfEvents(chart) ? `${from}#${at}` : from;
}
