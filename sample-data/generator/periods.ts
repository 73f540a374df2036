import { day, dayOfMinute, MINUTES_PER_DAY, monthStarts } from './calendar';
import type { FileStyle } from './export-file';
import { AS_OF, FROM } from './factory';
import { type Layout, LEAN_LAYOUT, OLDER_LAYOUT, USUAL_LAYOUT } from './layout';
import type { Options } from './options';

/** One export of complaints: the tickets received in from ≤ day < until. */
export interface ComplaintPeriod extends FileStyle {
  readonly from: number;
  readonly until: number;
  readonly layout: Layout;
}

const END = dayOfMinute(AS_OF) + 1;
const USUAL = { encoding: 'utf-8', bom: false, lineEnd: '\n', layout: USUAL_LAYOUT } as const;

const PERIODS: readonly ComplaintPeriod[] = [
  { ...USUAL, name: 'complaints-2024H1.csv', from: FROM, until: day('2024-07-01') },
  { ...USUAL, name: 'complaints-2024H2.csv', from: day('2024-07-01'), until: day('2025-01-01'), bom: true },
  { ...USUAL, name: 'complaints-2025Q1.csv', from: day('2025-01-01'), until: day('2025-04-01') },
  {
    name: 'complaints-2025-04.csv',
    from: day('2025-04-01'),
    until: day('2025-05-01'),
    encoding: 'gb18030',
    bom: false,
    lineEnd: '\r\n',
    layout: OLDER_LAYOUT,
  },
  { ...USUAL, name: 'complaints-2025-05-to-12.csv', from: day('2025-05-01'), until: END },
];

/** The exports to write, in order of time, without gap. */
export function complaintPeriods({ singleFile, lean, encoding }: Options): ComplaintPeriod[] {
  const periods = singleFile ? [{ ...USUAL, name: 'complaints.csv', from: FROM, until: END }] : PERIODS;
  return periods.map((period) => ({
    ...period,
    ...(encoding !== undefined && { encoding, bom: false }),
    ...(lean && { layout: LEAN_LAYOUT }),
  }));
}

/** Tickets to hold in memory at once, roughly. */
const WINDOW_ROWS = 250_000;

/** Cuts the history into spans of whole months (in minutes) with a bounded number of tickets. */
export function windows(rows: number): { from: number; until: number }[] {
  const starts = monthStarts(FROM, END);
  const months = Math.max(1, Math.floor((WINDOW_ROWS * starts.length) / rows));
  const firsts = starts.filter((_, index) => index % months === 0);
  return firsts.map((from, index) => ({
    from: from * MINUTES_PER_DAY,
    until: Math.min(AS_OF, (firsts[index + 1] ?? END) * MINUTES_PER_DAY),
  }));
}
