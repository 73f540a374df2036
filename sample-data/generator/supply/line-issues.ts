import { mondayOf } from '../calendar';
import { lineName } from '../factory';
import type { Batch } from '../production';
import { streams } from '../random';
import { drawn, type Need } from './draw';
import { type Lot, type LotNumbers, lotOf, type Use, usesOf } from './lot';
import { type Part, SCREW, SEAL } from './parts';

const FLOWS: readonly { readonly part: Part; readonly perLot: number; readonly perUnit: number }[] = [
  { part: SEAL, perLot: 26_000, perUnit: 1 },
  { part: SCREW, perLot: 180_000, perUnit: 6 },
];
const AHEAD = 5;

/** Small parts are issued to a line for a week; nobody writes down which batch they went into. */
export function lineIssues(
  seed: number,
  scale: number,
  batches: readonly Batch[],
  numbers: LotNumbers,
): { lots: Lot[]; uses: Use[] } {
  const lots: Lot[] = [];
  const uses: Use[] = [];
  const weeks = unitsByWeek(batches);
  for (const { part, perLot, perUnit } of FLOWS) {
    const open = streams(seed, `issues/${part.no}`);
    const needs: Need<string>[] = weeks.map(({ line, monday, units }) => ({
      consumer: line,
      qty: units * perUnit,
      on: monday,
    }));
    const fills = drawn(needs, { capacity: (index) => perLot * scale * (0.9 + 0.2 * open(0, index).uniform()) });
    let received = 0;
    fills.forEach((fill, index) => {
      const random = open(1, index);
      received = Math.max(received, fill.firstOn - AHEAD - random.below(4));
      const supplier = part.suppliers[index % part.suppliers.length] ?? part.suppliers[0];
      const left = index === fills.length - 1 ? fill.capacity - fill.used : 0;
      const lot = lotOf(fill, part, supplier, received, left, numbers, random);
      lots.push(lot);
      uses.push(...usesOf(lot.lotNo, fill.draws, (line) => ({ parent: null, line })));
    });
  }
  return { lots, uses };
}

function unitsByWeek(batches: readonly Batch[]): { line: string; monday: number; units: number }[] {
  const weeks = new Map<string, { line: string; monday: number; units: number }>();
  for (const { builtOn, line, qty } of batches) {
    const monday = mondayOf(builtOn);
    const key = `${monday}/${line}`;
    const week = weeks.get(key) ?? { line: lineName(line), monday, units: 0 };
    week.units += qty;
    weeks.set(key, week);
  }
  return [...weeks.values()].sort((a, b) => a.monday - b.monday || (a.line < b.line ? -1 : 1));
}
