import { day, dayOfMinute, isoMonth, weekday } from './calendar';
import { among, lognormal, type Sampler } from './distributions';
import { AS_OF, BUILT_FROM, COLOURS, type FamilyId, LINES, MODELS, type Model, SHIFTS } from './factory';
import { streams } from './random';

export interface Batch {
  /** `B2405-3N-012`: month, line, shift, number of the batch on that line and shift in that month. */
  readonly batchNo: string;
  readonly model: Model;
  readonly line: (typeof LINES)[number];
  readonly shift: (typeof SHIFTS)[number];
  readonly builtOn: number;
  readonly qty: number;
}

const UNITS_PER_RUN = 583;
const DAYS_PER_RUN = 2;
/** Above this a bigger factory has bigger batches, not more of them. */
const MOST_BATCHES_PER_RUN = 20;
/** The factory builds ahead of sales by this many days. */
const LEAD_DAYS = 12;

const YEAR = 365.25;
const YEARLY_GROWTH = 1.24;
/** Selling seasons: 618, Double Eleven, New-Year goods. */
const PEAKS: readonly { readonly on: number; readonly width: number; readonly lift: number }[] = [
  { on: day('2024-05-30'), width: 13, lift: 0.75 },
  { on: day('2024-10-28'), width: 15, lift: 1.05 },
  { on: day('2024-12-30'), width: 12, lift: 0.6 },
];
const CLOSED_FOR_NEW_YEAR: readonly (readonly [from: number, until: number])[] = [
  [day('2023-01-16'), day('2023-01-30')],
  [day('2024-02-04'), day('2024-02-19')],
  [day('2025-01-24'), day('2025-02-08')],
];

/** Share of each family in what is built, before and after the move to milk-safe kettles. */
const MIX_BEFORE: Readonly<Record<FamilyId, number>> = {
  steel: 0.38,
  glass: 0.22,
  smart: 0.14,
  travel: 0.145,
  milk: 0.115,
};
const MIX_AFTER: Readonly<Record<FamilyId, number>> = {
  steel: 0.27,
  glass: 0.16,
  smart: 0.17,
  travel: 0.11,
  milk: 0.29,
};
const MIX_MOVES: readonly [from: number, until: number] = [day('2024-09-01'), day('2025-05-01')];

/**
 * Every batch in order of building.
 * @param scale size of the factory against the one of the committed files
 */
export function batches(seed: number, scale: number): Batch[] {
  const plan = streams(seed, 'production');
  const perRun = Math.min(MOST_BATCHES_PER_RUN, Math.max(1, Math.round(scale)));
  const size = lognormal((UNITS_PER_RUN * scale) / perRun, 0.12);
  const numbers = new Map<string, number>();
  const built: Batch[] = [];
  for (const builtOn of runDays()) {
    const model = modelOn(builtOn);
    for (const line of LINES)
      for (const shift of SHIFTS)
        for (let nth = 0; nth < perRun; nth++) {
          const random = plan(builtOn, line * 2 + SHIFTS.indexOf(shift), nth);
          const series = `B${isoMonth(builtOn).slice(2).replace('-', '')}-${line}${shift}`;
          const number = (numbers.get(series) ?? 0) + 1;
          numbers.set(series, number);
          built.push({
            batchNo: `${series}-${String(number).padStart(3, '0')}`,
            model: model(random),
            line,
            shift,
            builtOn,
            qty: Math.max(1, Math.round(size(random) * demand(builtOn + LEAD_DAYS))),
          });
        }
  }
  return built;
}

/** First days of production runs: every second working day. */
function runDays(): number[] {
  const working: number[] = [];
  for (let at = BUILT_FROM; at <= dayOfMinute(AS_OF); at++) if (isWorking(at)) working.push(at);
  return working.filter((_, index) => index % DAYS_PER_RUN === 0);
}

function isWorking(at: number): boolean {
  return weekday(at) !== 0 && !CLOSED_FOR_NEW_YEAR.some(([from, until]) => at >= from && at < until);
}

/** Sales against those of an ordinary day at the start of 2024. */
function demand(at: number): number {
  const growth = Math.exp((Math.log(YEARLY_GROWTH) * (at - day('2024-01-01'))) / YEAR);
  const season = PEAKS.reduce((sum, { on, width, lift }) => {
    const distance = ((((at - on + YEAR / 2) % YEAR) + YEAR) % YEAR) - YEAR / 2;
    return sum + lift * Math.exp(-0.5 * (distance / width) * (distance / width));
  }, 1);
  return growth * season;
}

function modelOn(builtOn: number): Sampler<Model> {
  const [from, until] = MIX_MOVES;
  const moved = Math.min(1, Math.max(0, (builtOn - from) / (until - from)));
  const shareOf = ({ family, colour }: Model) =>
    (MIX_BEFORE[family.id] * (1 - moved) + MIX_AFTER[family.id] * moved) *
    (COLOURS.find(({ id }) => id === colour)?.share ?? 0);
  return among(...MODELS.map((model) => [model, shareOf(model)] as const));
}
