import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayAt, randomOf } from '../support/small-factory';

const BATCHES = 2000;
/** Parts in a batch; lots of each. */
const [PARTS, LOTS] = [12, 500];
const MODES = 25;
const MONTHS = 24;
const LINES = ['L1', 'L2', 'L3', 'L4'];
/** Lot of the first part with ten times as many complaints of the first mode. */
export const PLANTED = 'P00-0250';

/** Files of a factory with so many complaints, 2,000 batches and 6,000 lots, written once; their paths. */
export function signalFiles(folder: string, complaints: number): string[] {
  const names = ['batches.csv', 'lots.csv', 'consumption.csv', 'shipments.csv', 'complaints.csv'];
  const paths = names.map((name) => join(folder, name));
  if (paths.every((path) => existsSync(path))) return paths;
  mkdirSync(folder, { recursive: true });
  const random = randomOf(11);
  const tables: string[][] = [
    ['batch_no,model,line,shift,produced_at,qty'],
    ['lot_no,part_no,supplier,received_at'],
    ['parent,child,qty'],
    ['shipped_at,batch_no,model,qty,carrier,warehouse,packaging_version'],
    ['complaint_no,received_at,model,batch_no,category,failure_mode,severity'],
  ];
  const [batches = [], lots = [], consumption = [], shipments = [], rows = []] = tables;
  const lot = (part: number, at: number) => `P${String(part).padStart(2, '0')}-${String(at).padStart(4, '0')}`;
  for (let part = 0; part < PARTS; part += 1)
    for (let at = 0; at < LOTS; at += 1) lots.push(`${lot(part, at)},P${part},Supplier ${part}-${at % 3},${dayAt(0)}`);
  const made = Array.from({ length: BATCHES }, (_, at) => {
    const built = (at / BATCHES) * (MONTHS - 2) * 30;
    const no = `B${String(at).padStart(5, '0')}`;
    const model = `M${at % 8}`;
    batches.push(`${no},${model},${LINES[at % 4]},${at % 2 === 0 ? 'day' : 'night'},${dayAt(built)},20000`);
    const first = lot(0, Math.floor((at * LOTS) / BATCHES));
    for (let part = 0; part < PARTS; part += 1)
      for (const step of part === 0 ? [0] : [0, 1])
        consumption.push(`${no},${lot(part, (Math.floor((at * LOTS) / BATCHES) + step * part) % LOTS)},${1000 + step}`);
    for (let way = 0; way < 6; way += 1)
      shipments.push(
        `${dayAt(built + 5 + way * 7)},${no},${model},${3000 + Math.floor(random() * 600)},C${(at + way) % 4},W${way % 3},V${built > 300 ? 2 : 1}`,
      );
    return { no, model, built, isBad: first === PLANTED };
  });
  for (let at = 0; at < complaints; at += 1) {
    const batch = made[Math.floor(random() * BATCHES)];
    if (batch === undefined) continue;
    const mode = batch.isBad && random() < 0.3 ? 0 : Math.floor(random() * MODES);
    const day = batch.built + 10 + random() * (MONTHS * 30 - batch.built - 10);
    const severity = random() < 0.1 ? 'major' : 'minor';
    rows.push(`K${at},${dayAt(day)} 10:00:00,${batch.model},${batch.no},product_quality,mode ${mode},${severity}`);
  }
  for (const [at, path] of paths.entries()) writeFileSync(path, `${tables[at]?.join('\n')}\n`);
  return paths;
}
