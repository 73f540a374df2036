import type { Row } from './sample-books';
import type { Tables } from './sample-source';

/** Numbers of a sound generator (mulberry32), 0 ≤ x < 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is known of a unit when it is decided how often it fails. */
export interface Unit {
  readonly model: string;
  readonly line: string;
  readonly shift: string;
  readonly resin: string;
  readonly carrier: string;
  /** Months since 2024-01-01 when it was built. */
  readonly month: number;
}

export interface SmallFactory {
  readonly seed?: number;
  readonly batches?: number;
  readonly months?: number;
  /** Complaints per unit over its life, by failure mode. */
  readonly rates: Readonly<Record<string, (unit: Unit) => number>>;
  /** Scatter of the rates between batches: variance of a gamma factor with mean 1. */
  readonly scatter?: number;
}

const DAY_MS = 86_400_000;
const UNITS = 400;
const FIELD_MONTHS = 8;

/** Day of so many days since 2024-01-01, ISO. */
export function dayAt(days: number): string {
  return new Date(Date.UTC(2024, 0, 1) + Math.floor(days) * DAY_MS).toISOString().slice(0, 10);
}

/** A factory of espresso grinders: batches of two models on three lines, resin through a sub-batch, carriers; complaints fall evenly in eight months after shipment. */
export function smallFactory({ seed = 7, batches = 240, months = 18, rates, scatter = 0 }: SmallFactory): Tables {
  const random = randomOf(seed);
  const tables: Record<'complaint' | 'shipment' | 'batch' | 'material_lot' | 'consumption', Row[]> = {
    complaint: [],
    shipment: [],
    batch: [],
    material_lot: [],
    consumption: [],
  };
  const resins = Array.from({ length: Math.ceil(batches / 6) }, (_, at) => `RS-${String(at).padStart(3, '0')}`);
  for (const [at, lot] of resins.entries())
    tables.material_lot.push({
      lot_no: lot,
      part_no: 'PA-66',
      part_family: 'resin',
      supplier: at % 2 === 0 ? 'North Resins' : 'Delta Polymers',
      received_at: dayAt(0),
    });
  for (let at = 0; at < batches; at += 1) {
    const built = (at / batches) * months * 30.4;
    const no = `GR${String(at).padStart(4, '0')}`;
    const line = `L${1 + (at % 3)}`;
    const shift = at % 2 === 0 ? 'day' : 'night';
    const model = Math.floor(at / 3) % 4 === 0 ? 'Mill-Pro' : 'Mill-Go';
    const housing = `HS${String(at).padStart(4, '0')}`;
    const resin = resins[Math.floor(random() * 3 + at / 6) % resins.length] ?? '';
    tables.batch.push({ batch_no: no, model, line, shift, produced_at: dayAt(built), qty: String(UNITS) });
    tables.batch.push({ batch_no: housing, model: 'Housing', produced_at: dayAt(built - 2), qty: String(UNITS) });
    tables.consumption.push(
      { parent: no, child: housing, qty: String(UNITS) },
      { parent: housing, child: resin, qty: '12' },
    );
    // One gamma factor a batch: sums of exponentials would do for whole shapes only, so squares of normals.
    const factor = scatter === 0 ? 1 : gammaOf(1 / scatter, random) * scatter;
    for (const carrier of ['Swift', 'Parcelo']) {
      const units = UNITS / 2;
      const shipped = built + 5 + Math.floor(random() * 20);
      tables.shipment.push({
        batch_no: no,
        model,
        shipped_at: dayAt(shipped),
        qty: String(units),
        carrier,
        warehouse: at % 5 === 0 ? 'East' : 'West',
        destination_kind: 'dealer',
      });
      for (const [mode, rate] of Object.entries(rates)) {
        const each = factor * rate({ model, line, shift, resin, carrier, month: Math.floor(built / 30.4) });
        for (let failed = poissonOf(units * each, random); failed > 0; failed -= 1) {
          const received = shipped + random() * FIELD_MONTHS * 30.4;
          if (received >= months * 30.4) continue;
          tables.complaint.push({
            complaint_no: `C${tables.complaint.length}`,
            received_at: `${dayAt(received)} 10:00:00`,
            model,
            batch_no: no,
            failure_mode: mode,
            severity: 'moderate',
            region: random() < 0.5 ? 'North' : 'South',
          });
        }
      }
    }
  }
  return tables;
}

function poissonOf(mean: number, random: () => number): number {
  let [count, left] = [0, Math.exp(-mean)];
  for (let product = random(); product > left; product *= random()) count += 1;
  left = 0;
  return count;
}

/** Marsaglia & Tsang (2000). */
function gammaOf(shape: number, random: () => number): number {
  if (shape < 1) return gammaOf(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}
