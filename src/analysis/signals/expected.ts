import { AGE_CLASSES, type Lived } from './lived';
import type { ExpectedFrom } from './types';

/** Complaints of one mode: by batch and month, in order. */
export interface ModeCells {
  readonly batch: Int32Array;
  readonly month: Int32Array;
  readonly n: Float64Array;
}

/** Which batches are alike: the model of each batch, and the family of each model; −1 where unknown. */
export interface Kinship {
  readonly modelOf: Int32Array;
  readonly models: number;
  readonly familyOf: Int32Array;
  readonly families: number;
}

/** Complaints from which on a model, or family, shows its own course over age. */
const OWN_COURSE = 100;
const TURNS = 12;
/** Bounds of how many expected complaints the level of a family weighs in that of its models. */
const [LIGHTEST, HEAVIEST] = [0.5, 1000];

/** What units of a batch let expect of a mode, each model at its own level: `rate` by age class, one row a course; `course` and `level` by batch. */
export interface Expectation {
  readonly from: ExpectedFrom;
  readonly rate: Float64Array;
  readonly course: Int32Array;
  readonly level: Float64Array;
  /** Over the whole window, by batch. */
  readonly total: Float64Array;
}

/** Exposure by age class of everything, each family and each model: the same for every mode. Rows: all, families, models. */
export function exposureByAge(lived: Lived, kin: Kinship): Float64Array {
  const sums = new Float64Array((1 + kin.families + kin.models) * AGE_CLASSES);
  const { count } = lived.months;
  for (let b = 0; b < lived.batches; b += 1) {
    const rows = rowsOf(b, kin);
    for (let at = lived.at[b * count] ?? 0; at < (lived.at[(b + 1) * count] ?? 0); at += 1)
      for (const row of rows) add(sums, row * AGE_CLASSES + (lived.age[at] ?? 0), lived.exposure[at] ?? 0);
  }
  return sums;
}

/** Rows of a batch: all, its family, its model. */
function rowsOf(b: number, { modelOf, familyOf, families }: Kinship): number[] {
  const model = modelOf[b] ?? -1;
  const family = model < 0 ? -1 : (familyOf[model] ?? -1);
  return [0, ...(family < 0 ? [] : [1 + family]), ...(model < 0 ? [] : [1 + families + model])];
}

/**
 * Expected complaints of a mode by batch. The course over age (claims at an age ÷ unit-months at it) is that of the model, its family or
 * all, whichever is narrowest with enough complaints; where units of several ages share a month, complaints are parted by expectation-
 * maximisation. The level is each model's own, drawn to its family's (and that to all's) as far as such levels are alike (empirical Bayes):
 * a product that always had more is not news, and one with hardly any complaints says little.
 */
export function expectationOf(cells: ModeCells, lived: Lived, kin: Kinship, byAge: Float64Array): Expectation {
  const rows = 1 + kin.families + kin.models;
  const counts = new Float64Array(rows);
  for (let at = 0; at < cells.n.length; at += 1)
    for (const row of rowsOf(cells.batch[at] ?? 0, kin)) add(counts, row, cells.n[at] ?? 0);
  const own = Uint8Array.from({ length: rows }, (_, row) => (row === 0 || (counts[row] ?? 0) >= OWN_COURSE ? 1 : 0));
  const course = Int32Array.from(
    { length: lived.batches },
    (_, b) => rowsOf(b, kin).findLast((row) => own[row] === 1) ?? 0,
  );
  const rate = coursesOf(cells, lived, course, byAge, own, kin);
  const raw = new Float64Array(lived.batches);
  const { count } = lived.months;
  for (let b = 0; b < lived.batches; b += 1) raw[b] = sumOver(lived, b * count, (b + 1) * count, rate, course[b] ?? 0);
  const level = levelsOf(raw, counts, kin);
  const total = raw.map((value, b) => value * (level[b] ?? 1));
  const isOwn = (from: number, until: number) => own.subarray(from, until).includes(1);
  const from = isOwn(1 + kin.families, rows) ? 'model' : isOwn(1, 1 + kin.families) ? 'family' : 'all';
  return { from, rate, course, level, total };
}

/** Expected complaints of a batch between two months, the last one not included. */
export function expectedIn(expectation: Expectation, lived: Lived, b: number, from: number, until: number): number {
  const { count } = lived.months;
  const { rate, course, level } = expectation;
  return (level[b] ?? 1) * sumOver(lived, b * count + from, b * count + until, rate, course[b] ?? 0);
}

function sumOver({ at, age, exposure }: Lived, from: number, until: number, rate: Float64Array, row: number): number {
  let sum = 0;
  const end = at[until] ?? 0;
  for (let place = at[from] ?? 0; place < end; place += 1)
    sum += (exposure[place] ?? 0) * (rate[row * AGE_CLASSES + (age[place] ?? 0)] ?? 0);
  return sum;
}

/** Rates by age of each row with a course of its own; from complaints of all its batches, those with a narrower course included. */
function coursesOf(
  cells: ModeCells,
  lived: Lived,
  course: Int32Array,
  byAge: Float64Array,
  own: Uint8Array,
  kin: Kinship,
): Float64Array {
  const rate = new Float64Array(byAge.length);
  const used = new Set(course);
  used.add(0);
  for (const row of used) {
    for (let age = 0; age < AGE_CLASSES; age += 1)
      rate[row * AGE_CLASSES + age] = (byAge[row * AGE_CLASSES + age] ?? 0) > 0 ? 1 : 0;
  }
  const { count } = lived.months;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const events = new Float64Array(byAge.length);
    for (let c = 0; c < cells.n.length; c += 1) {
      const b = cells.batch[c] ?? 0;
      const cell = b * count + (cells.month[c] ?? 0);
      const [from, until] = [lived.at[cell] ?? 0, lived.at[cell + 1] ?? 0];
      for (const row of rowsOf(b, kin)) {
        if (own[row] !== 1) continue;
        const whole = sumOver(lived, cell, cell + 1, rate, row);
        // A complaint before any unit is known to have left is one of a new unit.
        if (!(whole > 0)) add(events, row * AGE_CLASSES, cells.n[c] ?? 0);
        else
          for (let place = from; place < until; place += 1) {
            const slot = row * AGE_CLASSES + (lived.age[place] ?? 0);
            add(events, slot, ((cells.n[c] ?? 0) * (lived.exposure[place] ?? 0) * (rate[slot] ?? 0)) / whole);
          }
      }
    }
    for (let slot = 0; slot < rate.length; slot += 1)
      rate[slot] = (byAge[slot] ?? 0) > 0 ? (events[slot] ?? 0) / (byAge[slot] ?? 1) : 0;
  }
  return rate;
}

/** Factor of each batch: how its model stands to the course that it is measured by. */
function levelsOf(raw: Float64Array, counts: Float64Array, kin: Kinship): Float64Array {
  const { families, models, modelOf, familyOf } = kin;
  const expected = new Float64Array(1 + families + models);
  raw.forEach((value, b) => {
    for (const row of rowsOf(b, kin)) add(expected, row, value);
  });
  const familyLevel = shrunk(counts.subarray(1, 1 + families), expected.subarray(1, 1 + families));
  const prior = Float64Array.from({ length: models }, (_, model) => familyLevel[familyOf[model] ?? -1] ?? 1);
  const scaled = prior.map((value, model) => value * (expected[1 + families + model] ?? 0));
  const modelLevel = shrunk(counts.subarray(1 + families), scaled);
  return Float64Array.from(modelOf, (model) => (model < 0 ? 1 : (prior[model] ?? 1) * (modelLevel[model] ?? 1)));
}

/** Observed ÷ expected, drawn to 1 by as much as their scatter beyond chance allows (gamma prior by moments). */
function shrunk(observed: Float64Array, expected: Float64Array): Float64Array {
  let [beyond, squares] = [0, 0];
  observed.forEach((o, at) => {
    const e = expected[at] ?? 0;
    beyond += (o - e) ** 2 - e;
    squares += e * e;
  });
  const weight = Math.min(HEAVIEST, Math.max(LIGHTEST, beyond > 0 ? squares / beyond : HEAVIEST));
  return observed.map((o, at) => (o + weight) / ((expected[at] ?? 0) + weight));
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
