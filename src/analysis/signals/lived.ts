/** Age classes: months 0…11 one by one, then quarters to the third year, then years. Few old units would make single months chance. */
const MONTH_CLASSES = 12;
const QUARTER_CLASSES = 8;
const YEAR_CLASSES = 10;
export const AGE_CLASSES = MONTH_CLASSES + QUARTER_CLASSES + YEAR_CLASSES;
const DAYS_A_MONTH = 30.4375;
const DAY_MS = 86_400_000;

function ageClass(months: number): number {
  if (months < MONTH_CLASSES) return Math.floor(months);
  if (months < MONTH_CLASSES + 3 * QUARTER_CLASSES) return MONTH_CLASSES + Math.floor((months - MONTH_CLASSES) / 3);
  const years = Math.floor((months - MONTH_CLASSES - 3 * QUARTER_CLASSES) / 12);
  return MONTH_CLASSES + QUARTER_CLASSES + Math.min(YEAR_CLASSES - 1, years);
}

/** The months of a window: `first` is year × 12 + month − 1; `edges` are days since 1970, one more than months, cut to the window. */
export interface Months {
  readonly first: number;
  readonly count: number;
  readonly edges: Float64Array;
}

export function monthsOf(from: string, until: string): Months {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const dayNumber = (ms: number) => Math.round(ms / DAY_MS);
  const begin = dayNumber(Date.parse(`${from}T00:00:00Z`));
  const end = dayNumber(Date.parse(`${until}T00:00:00Z`));
  const first = number(from);
  const count = number(new Date((end - 1) * DAY_MS).toISOString()) - first + 1;
  const edges = Float64Array.from({ length: count + 1 }, (_, at) =>
    Math.min(end, Math.max(begin, dayNumber(Date.UTC(Math.floor((first + at) / 12), (first + at) % 12)))),
  );
  return { first, count, edges };
}

/** First day of a month of a window, ISO. */
export function monthDay({ first }: Months, at: number): string {
  return new Date(Date.UTC(Math.floor((first + at) / 12), (first + at) % 12)).toISOString().slice(0, 10);
}

/** Units sent (or built) on a day; batches in order. A day of NaN is unknown: such units have no age and count in every month alike. */
export interface Consignments {
  readonly batch: Int32Array;
  readonly day: Float64Array;
  readonly units: Float64Array;
}

/** What each batch lived in a window: unit-months by month and age. The entries of batch b and month t are those from `at[b × months + t]`. */
export interface Lived {
  readonly months: Months;
  readonly batches: number;
  readonly at: Int32Array;
  readonly age: Uint8Array;
  readonly exposure: Float64Array;
  readonly units: Float64Array;
}

/** Spreads each consignment over the months of the window that it was in the field, and its ages there. */
export function livedBy(batches: number, { batch, day, units }: Consignments, months: Months): Lived {
  const grid = new Map<number, number>();
  const total = new Float64Array(batches);
  const add = (b: number, t: number, age: number, exposure: number) => {
    const key = (b * months.count + t) * AGE_CLASSES + age;
    grid.set(key, (grid.get(key) ?? 0) + exposure);
  };
  for (let at = 0; at < batch.length; at += 1) {
    const [b, start, n] = [batch[at] ?? 0, day[at] ?? Number.NaN, units[at] ?? 0];
    total[b] = (total[b] ?? 0) + n;
    for (let t = 0; t < months.count; t += 1) {
      const [from, until] = [months.edges[t] ?? 0, months.edges[t + 1] ?? 0];
      if (Number.isNaN(start)) {
        add(b, t, 0, (n * (until - from)) / DAYS_A_MONTH);
        continue;
      }
      const end = (until - start) / DAYS_A_MONTH;
      for (let begin = Math.max(0, (from - start) / DAYS_A_MONTH); begin < end; ) {
        const next = Math.min(end, Math.floor(begin) + 1);
        add(b, t, ageClass(begin), n * (next - begin));
        begin = next;
      }
    }
  }
  return laidOut(batches, months, grid, total);
}

/** What each batch was complained of at all, as its exposure: for data without units. @param counts by batch × months + month */
export function livedByComplaints(batches: number, counts: Float64Array, months: Months): Lived {
  const grid = new Map<number, number>();
  const units = new Float64Array(batches);
  counts.forEach((n, at) => {
    if (n === 0) return;
    grid.set(at * AGE_CLASSES, n);
    const b = Math.floor(at / months.count);
    units[b] = (units[b] ?? 0) + n;
  });
  return laidOut(batches, months, grid, units);
}

function laidOut(batches: number, months: Months, grid: ReadonlyMap<number, number>, units: Float64Array): Lived {
  const keys = Float64Array.from(grid.keys()).sort();
  const at = new Int32Array(batches * months.count + 1);
  const age = new Uint8Array(keys.length);
  const exposure = new Float64Array(keys.length);
  keys.forEach((key, place) => {
    const cell = Math.floor(key / AGE_CLASSES);
    at[cell + 1] = place + 1;
    age[place] = key % AGE_CLASSES;
    exposure[place] = grid.get(key) ?? 0;
  });
  for (let cell = 1; cell < at.length; cell += 1) at[cell] = Math.max(at[cell] ?? 0, at[cell - 1] ?? 0);
  return { months, batches, at, age, exposure, units };
}
