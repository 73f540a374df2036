import { day, dayOfMinute, weekday, yearMonth } from './calendar';
import { lognormal } from './distributions';
import { AS_OF, BUILT_FROM, COLOURS, type ColourId, type FamilyId, LINES, MODELS, type Model, SHIFTS } from './factory';
import { type Random, streams } from './random';
import { OLD_INSTRUCTION } from './stories/old-instruction';

export interface Batch {
  /** `B2405-3N-012`: month, line, shift, number of the batch on that line and shift in that month. */
  readonly batchNo: string;
  readonly model: Model;
  readonly line: (typeof LINES)[number];
  readonly shift: (typeof SHIFTS)[number];
  readonly builtOn: number;
  /** Units produced, with those that were scrapped. */
  readonly qty: number;
  readonly scrapped: number;
}

const UNITS_PER_RUN = 583;
const DAYS_PER_RUN = 2;
/** Above this a bigger factory has bigger batches, not more of them. */
const MOST_BATCHES_PER_RUN = 20;
/** The factory builds ahead of sales by this many days. */
const LEAD_DAYS = 12;

/** Share of a batch that is scrapped at most. */
const MOST_SCRAPPED = 0.008;

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
  steel: 0.448,
  glass: 0.25,
  smart: 0.016,
  travel: 0.172,
  milk: 0.114,
};
const MIX_AFTER: Readonly<Record<FamilyId, number>> = {
  steel: 0.368,
  glass: 0.195,
  smart: 0.018,
  travel: 0.15,
  milk: 0.269,
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
  const schedule = new Schedule();
  const built: Batch[] = [];
  for (const builtOn of runDays()) {
    const slots = shuffled(
      LINES.flatMap((line) =>
        SHIFTS.flatMap((shift) => Array.from({ length: perRun }, (_, nth) => ({ line, shift, nth }))),
      ),
      streams(seed, 'schedule')(builtOn),
    );
    const run = slots.map(({ line, shift, nth }) => {
      const random = plan(builtOn, line * 2 + SHIFTS.indexOf(shift), nth);
      const qty = Math.max(1, Math.round(size(random) * demand(builtOn + LEAD_DAYS)));
      const scrapped = random.chance(0.6) ? Math.floor(qty * MOST_SCRAPPED * random.uniform()) : 0;
      const wanted = OLD_INSTRUCTION.appliesTo({ line, shift, builtOn }) ? OLD_INSTRUCTION.colour : undefined;
      return { line, shift, nth, builtOn, qty, scrapped, model: schedule.next(builtOn, qty, wanted) };
    });
    run.sort((a, b) => a.line - b.line || SHIFTS.indexOf(a.shift) - SHIFTS.indexOf(b.shift) || a.nth - b.nth);
    for (const { nth: _, ...batch } of run) {
      const series = `B${yearMonth(builtOn)}-${batch.line}${batch.shift}`;
      const number = (numbers.get(series) ?? 0) + 1;
      numbers.set(series, number);
      built.push({ batchNo: `${series}-${String(number).padStart(3, '0')}`, ...batch });
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

/** Gives each batch the model that is furthest behind its share: the mix is planned, where it is built is not. */
class Schedule {
  private readonly due = new Map<Model, number>(MODELS.map((model) => [model, 0]));

  next(builtOn: number, qty: number, colour?: ColourId): Model {
    for (const model of MODELS) this.due.set(model, this.dueOf(model) + qty * shareOf(model, builtOn));
    const possible = MODELS.filter((model) => colour === undefined || model.colour === colour);
    const latest = possible.reduce((most, model) => (this.dueOf(model) > this.dueOf(most) ? model : most));
    this.due.set(latest, this.dueOf(latest) - qty);
    return latest;
  }

  private dueOf(model: Model): number {
    return this.due.get(model) ?? 0;
  }
}

/** Share of a model in what is built. */
function shareOf({ family, colour }: Model, builtOn: number): number {
  const [from, until] = MIX_MOVES;
  const moved = Math.min(1, Math.max(0, (builtOn - from) / (until - from)));
  const familyShare = MIX_BEFORE[family.id] * (1 - moved) + MIX_AFTER[family.id] * moved;
  return familyShare * (COLOURS.find(({ id }) => id === colour)?.share ?? 0);
}

/** The items in an order of chance (Fisher and Yates). */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(random.below(rest.length), 1)[0] as T);
}
