import { mkdir } from 'node:fs/promises';
import { dayOfMinute } from './calendar';
import { chaptersOf } from './chapters';
import { ComplaintFile } from './complaint-file';
import { FROM } from './factory';
import { history } from './history';
import type { Options } from './options';
import { complaintPeriods } from './periods';
import { runOf } from './run';
import { exported, SHIPMENT_COLUMNS, writeShipments } from './shipment-file';
import type { Shipment } from './shipments';
import { soiling } from './soiling';
import { Tallies } from './tally';
import { complaintTruth, type DirtTruth, dirtTruth, type FileTruth, type Truth, truthOf, writeTruth } from './truth';

/** Writes a sample and its truth into a folder, in order of time and with bounded memory; returns the truth. */
export async function generate(options: Options): Promise<Truth> {
  await mkdir(options.out, { recursive: true });
  const run = runOf(options);
  const tallies = new Tallies(FROM);
  const chapters = chaptersOf(options.stories);
  const files: FileTruth[] = [];
  const dirt: DirtTruth[] = [];
  const put = soiling(options);
  const tickets = history(run);
  let next = tickets.next();
  for (const period of complaintPeriods(options)) {
    const file = await ComplaintFile.create(options.out, period);
    for (; !next.done && dayOfMinute(next.value.ticket.receivedAt) < period.until; next = tickets.next()) {
      const { ticket, arrival } = next.value;
      const accepted = put(file, ticket, arrival);
      if (accepted !== null) {
        tallies.add(accepted, arrival);
        for (const chapter of chapters.values()) chapter.add(accepted, arrival);
      }
      if (file.full) await file.flush();
    }
    files.push(complaintTruth(file, await file.close()));
    dirt.push(...dirtTruth(file));
  }
  const shipped = exported(run.shipments);
  for (const shipment of shipped) tallies.ship(shipment);
  files.push(await shipmentTruth(options, shipped));
  const stories = Object.fromEntries([...chapters].map(([id, chapter]) => [id, chapter.told(run)]));
  const truth = truthOf(options, tallies, stories, files, dirt);
  await writeTruth(options.out, truth);
  return truth;
}

async function shipmentTruth({ out, encoding }: Options, shipped: readonly Shipment[]): Promise<FileTruth> {
  const style = { name: 'shipments.csv', encoding: encoding ?? 'utf-8', bom: false, lineEnd: '\n' } as const;
  const written = await writeShipments(out, style, shipped);
  return {
    name: style.name,
    dataset: 'shipment',
    encoding: style.encoding,
    bom: style.bom,
    lineEnd: 'LF',
    columns: SHIPMENT_COLUMNS.length,
    ...written,
    records: shipped.length,
    accepted: shipped.length,
    rejected: 0,
    cellIssues: 0,
    unknownValues: 0,
  };
}
