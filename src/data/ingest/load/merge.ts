import type { Dataset } from '../../../domain/columns';
import { breakdownColumns } from '../../queries/facts';
import { codedColumns, codeLists } from '../../schema/dictionaries';
import { isText, rowsTable } from '../../schema/tables';
import { type Arrival, type Compared, compareStage } from './compare';
import { countReplaced, emptyReplaced, sharingFiles } from './compare-sql';
import type { Dictionaries } from './dictionaries';
import { distinctValues, encode, MOST_CODES } from './dictionary-sql';
import { SORT_AT_ONCE, type Stage, type Write } from './load';
import { boundsStatement, mergeStatements, swapStatements } from './merge-sql';
import { commonDictionaries, contentColumns, type Part } from './parts-sql';

/** A dataset as it will be, prepared beside what it is: `swap` makes the change, in one transaction. */
export interface Merge {
  /** Where its rows are until then. */
  readonly table: string;
  readonly swap: readonly string[];
  /** Own columns of the dataset afterwards. */
  readonly columns: readonly string[];
  /** How each file differs from what stood before it, by its number; none of a file before which there was nothing. */
  readonly compared: ReadonlyMap<number, Compared>;
}

/**
 * Brings stages together with the rows that the dataset has: each file replaces rows of those before it, all is put into time order.
 * @param existing columns of the dataset's rows so far; undefined while it has none
 * @param describe imports (numbers) whose difference people want to read; of the others it is only done
 */
export async function mergeStages(
  write: Write,
  dataset: Dataset,
  arrivals: readonly Arrival[],
  existing: readonly string[] | undefined,
  describe: readonly number[],
): Promise<Merge> {
  const stages = arrivals.map(({ stage }) => stage);
  const before = existing === undefined ? [] : [await storedPart(write, dataset, existing)];
  const [only] = stages;
  if (before.length === 0 && stages.length === 1 && only?.sorted) return adopt(write, dataset, only, new Map());
  const all = [...before, ...stages.map(({ part }) => part)];
  const sharing = await filesSharing(write, dataset, all);
  const compared = new Map<number, Compared>();
  await write(emptyReplaced());
  for (const [at, arrival] of arrivals.entries()) {
    const older = all.slice(0, before.length + at);
    const { importId } = arrival.stage;
    if (older.length === 0) continue;
    const replaced = [...compared.values()].some((one) => one.replaced > 0);
    const how = { shares: sharing?.has(importId) ?? true, describe: describe.includes(importId), replaced };
    compared.set(importId, await compareStage(write, dataset, older, arrival, how));
  }
  const gone = new Map((await write(countReplaced())).map(({ file, n }) => [Number(file), Number(n)]));
  const left = stages.filter(({ importId, accepted, cases = accepted }) => cases > (gone.get(importId) ?? 0));
  const stood = existing === undefined ? 0 : await rowsLeft(write, dataset, stages, gone);
  const own = new Set(stages.map(({ importId }) => importId));
  const lost = new Set([
    ...([...gone.keys()].some((file) => !own.has(file)) ? before : []),
    ...stages.filter(({ importId }) => gone.has(importId)).map(({ part }) => part),
  ]);
  const [last] = left;
  if (stood === 0 && left.length === 1 && last?.sorted && !gone.has(last.importId))
    return adopt(write, dataset, last, compared);
  const parts = [...(stood === 0 ? [] : before), ...left.map(({ part }) => part)];
  // Where nothing is left at all, the columns are still those of the files.
  const kept = parts.length === 0 ? all : parts;
  const table = `${dataset}_merged`;
  for (const sql of mergeStatements(dataset, table, kept, await boundsOf(write, dataset, kept), lost)) await write(sql);
  const done = commonDictionaries(kept);
  const open = contentColumns(kept).filter((name) => !done.has(name));
  await encodeColumns(write, dataset, table, open);
  return { table, swap: swapStatements(dataset, table), columns: contentColumns(kept), compared };
}

/** A stage that is all there is takes the dataset's place as it stands. */
async function adopt(
  write: Write,
  dataset: Dataset,
  { part }: Stage,
  compared: ReadonlyMap<number, Compared>,
): Promise<Merge> {
  await cutRejects(write, part);
  const open = part.columns.filter((name) => !part.dictionaries.has(name));
  await encodeColumns(write, dataset, part.table, open);
  return { table: part.table, swap: swapStatements(dataset, part.table), columns: part.columns, compared };
}

/** Imports with rows that others have too; undefined when all are to be looked at, because asking would cost as much. */
async function filesSharing(
  write: Write,
  dataset: Dataset,
  parts: readonly Part[],
): Promise<ReadonlySet<number> | undefined> {
  if (parts.length <= 2) return undefined;
  return new Set((await write(sharingFiles(dataset, parts))).map(({ file }) => Number(file)));
}

/** Rows that stay of those that the dataset had. */
async function rowsLeft(
  write: Write,
  dataset: Dataset,
  stages: readonly Stage[],
  gone: ReadonlyMap<number, number>,
): Promise<number> {
  const [there] = await write(`SELECT count(*) AS n FROM ${rowsTable(dataset)}`);
  const own = new Set(stages.map(({ importId }) => importId));
  const left = [...gone].filter(([file]) => !own.has(file)).reduce((sum, [, n]) => sum + n, 0);
  return Number(there?.n) - left;
}

async function boundsOf(write: Write, dataset: Dataset, parts: readonly Part[]): Promise<string[]> {
  const [size] = await write(
    `SELECT sum(n) AS n FROM (${parts.map(({ table }) => `SELECT count(*) AS n FROM ${table}`).join(' UNION ALL ')})`,
  );
  const slices = Math.ceil(Number(size?.n) / SORT_AT_ONCE);
  return slices <= 1 ? [] : (await write(boundsStatement(dataset, parts, slices))).map(({ bound }) => String(bound));
}

async function storedPart(write: Write, dataset: Dataset, columns: readonly string[]): Promise<Part> {
  return {
    table: rowsTable(dataset),
    columns,
    staged: false,
    dictionaries: await storedDictionaries(write, dataset),
  };
}

/** The values of the columns that a dataset stores as codes. */
async function storedDictionaries(write: Write, dataset: Dataset): Promise<Dictionaries> {
  const coded = (await write(codedColumns(dataset))).map(({ name }) => String(name));
  const [row] = coded.length === 0 ? [] : await write(codeLists(dataset, coded));
  return new Map(coded.flatMap((name) => (row === undefined ? [] : [[name, row[name] as string[]] as const])));
}

/** Stores texts of few values as codes, so that grouping by them is fast. */
async function encodeColumns(write: Write, dataset: Dataset, table: string, stored: readonly string[]): Promise<void> {
  for (const column of breakdownColumns(dataset, stored).filter((name) => isText(dataset, name))) {
    const values = (await write(distinctValues(table, column))).map(({ value }) => String(value));
    if (values.length > 0 && values.length <= MOST_CODES) await write(encode(table, column, values.sort()));
  }
}

/** Rejected rows were sorted to the end: without them row ids still run without gaps. */
async function cutRejects(write: Write, { table }: Part): Promise<void> {
  await write(`DELETE FROM ${table} WHERE reject IS NOT NULL`);
  await write(`ALTER TABLE ${table} DROP COLUMN reject`);
}
