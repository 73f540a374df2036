import { mkdir } from 'node:fs/promises';
import { dayOfMinute } from './calendar';
import { ComplaintFile } from './complaint-file';
import { FROM } from './factory';
import { history } from './history';
import type { Options } from './options';
import { complaintPeriods } from './periods';
import { balanceOf } from './registers/balance';
import { booksOf, textRegisters, workbookRegister } from './registers/books';
import { writeCsv } from './registers/csv-register';
import { Purchases } from './registers/purchases';
import { type RelationFault, withFaults } from './registers/relation-faults';
import { Returns } from './registers/return-rows';
import { writeWorkbook } from './registers/workbook-register';
import { type Run, runOf } from './run';
import { exported, shipmentRegister } from './shipment-file';
import { soiling } from './soiling';
import { chaptersOf } from './stories/chapters';
import { Tallies } from './tally';
import { complaintTruth, type DirtTruth, dirtTruth, type FileTruth, type Truth, truthOf, writeTruth } from './truth';

/** Writes a sample and its truth into a folder, in order of time and with bounded memory; returns the truth. */
export async function generate(options: Options): Promise<Truth> {
  await mkdir(options.out, { recursive: true });
  const run = runOf(options);
  const tallies = new Tallies(FROM);
  const returns = new Returns(options.seed);
  const purchases = new Purchases();
  const chapters = chaptersOf(run.world);
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
        if (!options.lean) returns.add(accepted, arrival);
      }
      if (!options.lean) purchases.add(ticket, arrival);
      if (file.full) await file.flush();
    }
    files.push(complaintTruth(file, await file.close()));
    dirt.push(...dirtTruth(file));
  }
  const shipped = exported(run.shipments);
  for (const shipment of shipped) tallies.ship(shipment);
  files.push(await writeCsv(options.out, options.encoding ?? 'utf-8', shipmentRegister(shipped)));
  const registers = options.lean ? NO_REGISTERS : await writeRegisters(run, returns, purchases);
  files.push(...registers.files);
  const stories = Object.fromEntries([...chapters].map(([id, chapter]) => [id, chapter.told(run)]));
  const truth = truthOf(options, tallies, stories, files, dirt, registers.truth);
  await writeTruth(options.out, truth);
  return truth;
}

interface Registers {
  readonly files: readonly FileTruth[];
  readonly truth: Pick<Truth, 'balance' | 'relationFaults' | 'relevantChanges'>;
}

const NO_REGISTERS: Registers = {
  files: [],
  truth: { balance: undefined, relationFaults: [], relevantChanges: {} },
};

/** Everything beside complaints and shipments, as delimited text but for one workbook. */
async function writeRegisters(run: Run, returns: Returns, purchases: Purchases): Promise<Registers> {
  const { out, encoding, dirt, seed } = run.options;
  const sound = booksOf(run, returns.rows, purchases.bySerial);
  const { books, faults }: { books: typeof sound; faults: RelationFault[] } = dirt
    ? withFaults(sound, seed)
    : { books: sound, faults: [] };
  const files: FileTruth[] = [];
  for (const register of textRegisters(books)) files.push(await writeCsv(out, encoding ?? 'utf-8', register));
  files.push(await writeWorkbook(out, '库存台账', workbookRegister(books)));
  const relevant: Record<string, string[]> = {};
  for (const { story, changeNo } of books.changes)
    if (story !== undefined) relevant[story] = [...(relevant[story] ?? []), changeNo];
  return {
    files,
    truth: { balance: balanceOf(run, sound), relationFaults: faults, relevantChanges: relevant },
  };
}
