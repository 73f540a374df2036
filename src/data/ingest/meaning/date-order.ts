import type { DateOrder, TimePlan, TimeShape } from '../plan';
import { readShape, type ShapeReading } from './time-shape';

/** Ways of writing whose dates look alike ("05/03/2024" with and without a clock): their rows decide the order together. */
export interface OrderGroup {
  readonly skeleton: string;
  readonly orders: readonly DateOrder[];
  readonly shapes: readonly TimeShape[];
}

export interface OrderDecision {
  readonly order: DateOrder;
  readonly by: NonNullable<TimePlan['decidedBy']>;
}

const ORDERS: readonly DateOrder[] = ['mdy', 'dmy', 'ymd'];
/** Where year, month and day stand. */
const PLACES: Readonly<Record<DateOrder, readonly [year: number, month: number, day: number]>> = {
  ymd: [0, 1, 2],
  mdy: [2, 0, 1],
  dmy: [2, 1, 0],
};
/** Two-digit years that a register of today is likely to hold. */
const LIKELY_YEARS = { first: 10, last: 45 };
const WIDEST_YEARS = 15;

/** The ways of writing of a column that allow several orders, grouped by how the date looks. */
export function orderGroups(shapes: readonly TimeShape[]): OrderGroup[] {
  const groups = new Map<string, OrderGroup>();
  for (const shape of shapes) {
    const reading = readShape(shape);
    const orders = reading === undefined ? [] : ORDERS.filter((order) => reading.formats[order] !== undefined);
    if (reading === undefined || orders.length < 2) continue;
    const before = groups.get(reading.skeleton);
    groups.set(reading.skeleton, { skeleton: reading.skeleton, orders, shapes: [...(before?.shapes ?? []), shape] });
  }
  return [...groups.values()];
}

/** Cells of a group that a date order can read. */
export function fitting({ shapes }: OrderGroup, order: DateOrder): number {
  const [, month, day] = PLACES[order];
  return shapes.reduce((sum, { count, parts }) => {
    const impossible = (parts[month]?.over12 ?? 0) + (parts[day]?.over31 ?? 0);
    return sum + Math.max(0, count - impossible);
  }, 0);
}

/** Cells of a group that the order and at least one other both read. */
export function ambiguousCells(group: OrderGroup, order: DateOrder): number {
  const all = group.shapes.reduce((sum, { count }) => sum + count, 0);
  const others = group.orders.filter((other) => other !== order);
  return Math.max(0, ...others.map((other) => fitting(group, order) + fitting(group, other) - all));
}

/**
 * The order of a group: the one that fits more of its cells than any other; else the one whose months and years lie within those of the
 * column's unmistakable cells, or whose days and years look like days and years. Undefined when the cells leave it open.
 */
export function orderByRows(group: OrderGroup, unmistakable: readonly TimeShape[]): DateOrder | undefined {
  const fits = group.orders.map((order) => ({ order, cells: fitting(group, order) }));
  const most = Math.max(...fits.map(({ cells }) => cells));
  const best = fits.filter(({ cells }) => cells === most).map(({ order }) => order);
  const open = { ...group, orders: best };
  return only(best) ?? only(withinRange(open, unmistakable)) ?? only(best.filter((order) => looksDated(open, order)));
}

/** The order of another column of the file whose dates are written alike and whose order is decided. */
export function orderByWitness(
  { skeleton, orders }: OrderGroup,
  witnesses: readonly TimePlan[],
): DateOrder | undefined {
  for (const { shapes, decidedBy } of witnesses) {
    if (decidedBy !== 'rows' && decidedBy !== 'user') continue;
    for (const { shape, format, count, sample } of shapes) {
      const reading = readShape({ shape, count, sample, record: 0, parts: [] });
      if (reading?.skeleton !== skeleton) continue;
      const order = orders.find((candidate) => reading.formats[candidate] === format);
      if (order !== undefined) return order;
    }
  }
  return undefined;
}

/** What is assumed when nothing decides: a likely year, then month first as spreadsheets with English settings write it. */
export function assumedOrder(group: OrderGroup): DateOrder {
  const likely = group.orders.filter((order) => {
    const { min, max } = extremes(group, PLACES[order][0]);
    return max > 99 || (min >= LIKELY_YEARS.first && max <= LIKELY_YEARS.last);
  });
  const most = Math.max(...group.orders.map((order) => fitting(group, order)));
  const candidates = likely.length > 0 ? likely : group.orders;
  return candidates.find((order) => fitting(group, order) === most) ?? group.orders[0] ?? 'mdy';
}

/** Whether a reading allows several orders. */
export function isOpen(reading: ShapeReading): boolean {
  return ORDERS.filter((order) => reading.formats[order] !== undefined).length > 1;
}

/** Orders whose years (and months, where the unmistakable cells are of one year) do not leave the range that the column is known to have. */
function withinRange(group: OrderGroup, unmistakable: readonly TimeShape[]): DateOrder[] {
  const known = unmistakable.filter(({ shape }) => /^9999[^9]/.test(shape));
  if (known.length === 0) return [];
  const years = span(known, 0);
  const months = years.min === years.max ? span(known, 1) : { min: 1, max: 12 };
  return group.orders.filter((order) => {
    const year = extremes(group, PLACES[order][0]);
    const month = extremes(group, PLACES[order][1]);
    const century = year.max > 99 ? 0 : 2000;
    const yearFits = year.min + century >= years.min - 1 && year.max + century <= years.max + 1;
    return yearFits && month.min >= months.min && month.max <= months.max;
  });
}

/** Whether the day's place runs through a month while the year's stays within a few years. */
function looksDated(group: OrderGroup, order: DateOrder): boolean {
  const year = extremes(group, PLACES[order][0]);
  const day = extremes(group, PLACES[order][2]);
  return year.max - year.min <= WIDEST_YEARS && day.min <= 5 && day.max >= 26 && day.max <= 31;
}

function extremes(group: OrderGroup, place: number): { min: number; max: number } {
  return span(group.shapes, place);
}

function span(shapes: readonly TimeShape[], place: number): { min: number; max: number } {
  const parts = shapes.flatMap(({ parts }) => parts[place] ?? []);
  return { min: Math.min(...parts.map(({ min }) => min)), max: Math.max(...parts.map(({ max }) => max)) };
}

function only(orders: readonly DateOrder[]): DateOrder | undefined {
  return orders.length === 1 ? orders[0] : undefined;
}
