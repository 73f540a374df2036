import type { ColumnProfile, DateOrder, TimePlan, TimeShape } from '../plan';
import {
  ambiguousCells,
  assumedOrder,
  fitting,
  isOpen,
  type OrderDecision,
  type OrderGroup,
  orderByRows,
  orderByWitness,
  orderGroups,
} from './date-order';
import { readShape, type ShapeReading } from './time-shape';

/** Decided least surely comes last. */
const CERTAINTY: readonly OrderDecision['by'][] = ['user', 'rows', 'witnesses', 'assumed'];

/**
 * How the cells of a time column will be read (domain.md, "Times"). Where a way of writing allows several orders, all rows of the column
 * decide together, then other decided date columns of the file that are written alike, else an order is assumed and must be confirmed.
 * @param witnesses plans of the file's other time columns
 * @param dateOrder what the user said; used wherever the cells allow it
 */
export function planTime(profile: ColumnProfile, witnesses: readonly TimePlan[] = [], dateOrder?: DateOrder): TimePlan {
  const shapes = profile.shapes ?? [];
  const readings = shapes.map((shape) => ({ shape, reading: readShape(shape) }));
  const roc = readings.some(({ reading }) => reading !== undefined && isRoc(reading));
  const dated = readings.map(({ shape, reading }) => ({ shape, reading, inRoc: roc && isRocWritten(shape, reading) }));
  const groups = orderGroups(dated.filter(({ inRoc }) => !inRoc).map(({ shape }) => shape));
  const unmistakable = dated.filter(({ reading }) => reading?.formats.fixed !== undefined).map(({ shape }) => shape);
  const decisions = new Map(
    groups.map((group) => [group.skeleton, decide(group, groups, unmistakable, witnesses, dateOrder)]),
  );
  const largest = [...groups].sort((a, b) => cells(b) - cells(a))[0];
  return {
    shapes: dated.map(({ shape: { shape, count, sample }, reading, inRoc }) => ({
      shape,
      count,
      sample,
      format: reading === undefined ? null : formatOf(reading, inRoc, decisions.get(reading.skeleton)),
    })),
    ...(largest !== undefined && {
      order: decisions.get(largest.skeleton)?.order,
      decidedBy: leastSure([...decisions.values()]),
    }),
    ambiguous: groups.reduce(
      (sum, group) => sum + ambiguousCells(group, decisions.get(group.skeleton)?.order ?? 'mdy'),
      0,
    ),
  };
}

/** Cells that only another order than the chosen one can read: a column where both occur. */
export function contraryCells(profile: ColumnProfile, plan: TimePlan): number {
  const formats = new Map(plan.shapes.map(({ shape, format }) => [shape, format]));
  return orderGroups(profile.shapes ?? []).reduce((sum, group) => {
    const [first] = group.shapes;
    const reading = first && readShape(first);
    const order = group.orders.find((candidate) => first && reading?.formats[candidate] === formats.get(first.shape));
    if (order === undefined) return sum;
    const others = group.orders.filter((other) => other !== order).map((other) => fitting(group, other));
    return sum + Math.min(cells(group) - fitting(group, order), Math.max(0, ...others));
  }, 0);
}

/** Share of the filled cells that a plan can read, 0…1; 0 when there are none. */
export function readableShare({ shapes }: TimePlan): number {
  const all = shapes.reduce((sum, { count }) => sum + count, 0);
  const read = shapes.reduce((sum, { count, format }) => sum + (format === null ? 0 : count), 0);
  return all === 0 ? 0 : read / all;
}

/** Share of the filled cells that nobody would take for anything but a date: plain numbers other than yyyymmdd and "1.2.3" do not count. */
export function dateShare(shapes: readonly TimeShape[]): number {
  const all = shapes.reduce((sum, { count }) => sum + count, 0);
  const plain = shapes.filter(
    ({ shape }) => !/^[9.]+$/.test(shape) || /^(?:9{8}|9{14}|9999\.9\.9|9\.9\.9999)$/.test(shape),
  );
  const dates = plain.reduce((sum, shape) => sum + (readShape(shape) === undefined ? 0 : shape.count), 0);
  return all === 0 ? 0 : dates / all;
}

function decide(
  group: OrderGroup,
  groups: readonly OrderGroup[],
  unmistakable: readonly TimeShape[],
  witnesses: readonly TimePlan[],
  dateOrder: DateOrder | undefined,
): OrderDecision {
  if (dateOrder !== undefined && group.orders.includes(dateOrder)) return { order: dateOrder, by: 'user' };
  const own = orderByRows(group, unmistakable);
  if (own !== undefined) return { order: own, by: 'rows' };
  const siblings = groups.filter((other) => other !== group).map((other) => orderByRows(other, unmistakable));
  const sibling = siblings.find((order) => order !== undefined && group.orders.includes(order));
  if (sibling !== undefined) return { order: sibling, by: 'rows' };
  const witnessed = orderByWitness(group, witnesses);
  return witnessed === undefined
    ? { order: assumedOrder(group), by: 'assumed' }
    : { order: witnessed, by: 'witnesses' };
}

function formatOf({ formats }: ShapeReading, inRoc: boolean, decision: OrderDecision | undefined): string | null {
  if (inRoc) return formats.roc ?? null;
  if (formats.fixed !== undefined) return formats.fixed;
  return (decision && formats[decision.order]) ?? null;
}

/** Three-digit years, or the era's name: nothing else is meant. */
function isRoc({ formats }: ShapeReading): boolean {
  return (
    formats.roc !== undefined &&
    formats.fixed === undefined &&
    formats.ymd === undefined &&
    !formats.roc.startsWith('rrMM')
  );
}

/** Whether a cell of a column with ROC years is one of them, rather than a day-first or Western date beside them. */
function isRocWritten(shape: TimeShape, reading: ShapeReading | undefined): boolean {
  if (reading?.formats.roc === undefined) return false;
  return !isOpen(reading) || (shape.parts[1]?.over12 ?? 0) === 0;
}

function leastSure(decisions: readonly OrderDecision[]): OrderDecision['by'] | undefined {
  return CERTAINTY.findLast((by) => decisions.some((decision) => decision.by === by));
}

function cells({ shapes }: OrderGroup): number {
  return shapes.reduce((sum, { count }) => sum + count, 0);
}
