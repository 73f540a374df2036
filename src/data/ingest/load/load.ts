import { type Dataset, SCHEMAS } from '../../../domain/columns';
import type { Engine } from '../../engine/engine';
import { breakdownColumns } from '../../queries/facts';
import { codedColumns, codeLists } from '../../schema/dictionaries';
import { identifier, literal } from '../../schema/sql';
import { isText, rowsTable } from '../../schema/tables';
import type { FilePlan, Reject } from '../plan';
import { type Dictionaries, dictionariesOf, NO_DICTIONARIES } from './dictionaries';
import { distinctValues, encode, MOST_CODES } from './dictionary-sql';
import { stageColumns, stageName, stageStatement } from './load-sql';
import {
  boundsStatement,
  commonDictionaries,
  contentColumns,
  countReplaced,
  mergeStatements,
  type Part,
  replacedStatement,
  swapStatements,
} from './merge-sql';

/** More rows than this are put into time order slice by slice: sorting them at once would not fit into memory. */
const SORT_AT_ONCE = 4_000_000;

/** Runs one statement of the import; rejects when the import is cancelled. */
export type Write = (sql: string) => Promise<Record<string, unknown>[]>;

/** Tables of an import under way. They are not part of the data and are dropped when it ends, or at the next start. */
export const SCRATCH =
  "SELECT table_name AS name FROM duckdb_tables() WHERE table_name SIMILAR TO '(stage|rejects)_[0-9]+|.*_merged|coding_(situation|code|outcome)'";

/** A file as typed rows in a table of its own, not yet part of its dataset. */
export interface Stage {
  readonly importId: number;
  readonly dataset: Dataset;
  readonly part: Part;
  readonly accepted: number;
  readonly rejected: number;
  readonly cellIssues: number;
  readonly sorted: boolean;
}

/** The engine delivered another number of records than the pass over the bytes counted: something would be lost, so nothing is imported. */
export class AccountingError extends Error {
  constructor(
    readonly file: string,
    readonly counted: number,
    readonly loaded: number,
  ) {
    super(`${file}: ${counted} records counted, ${loaded} loaded`);
    this.name = 'AccountingError';
  }
}

/**
 * Loads a file into its stage and accounts for every record.
 * @param text what the engine reads: the original when the plan says `direct`, else the clean copy
 * @throws AccountingError when accepted + rejected is not the number of records counted
 */
export async function stageFile(
  engine: Engine,
  write: Write,
  importId: number,
  plan: FilePlan,
  text: File,
): Promise<Stage> {
  const table = stageName(importId);
  const small = plan.scan.records <= SORT_AT_ONCE;
  const superseded = plan.scan.superseded ?? [];
  const sort = small && !(plan.scan.ordered && superseded.length === 0);
  const load = (dictionaries: Dictionaries) =>
    write(stageStatement({ importId, plan, direct: plan.scan.direct, dictionaries, superseded, sorted: sort }));
  await engine.registerFile(table, text);
  let dictionaries = dictionariesOf(plan);
  try {
    await load(dictionaries).catch((error: unknown) => {
      // A value that the pass over the bytes did not see is no reason to lose the file.
      if (dictionaries.size === 0 || !isConversionError(error)) throw error;
      dictionaries = NO_DICTIONARIES;
      return load(dictionaries);
    });
  } finally {
    await engine.dropFile(table);
  }
  const restored = superseded.length > 0 && (await restoreReplaced(write, table, SCHEMAS[plan.dataset].key));
  const [counts] = await write(
    `SELECT count(*) AS loaded, count(reject) AS rejected, coalesce(sum(len(cell_issues)) FILTER (reject IS NULL), 0) AS issues FROM ${table}`,
  );
  const loaded = Number(counts?.loaded);
  const rejected = Number(counts?.rejected);
  const damaged = plan.scan.rejected;
  if (loaded + damaged !== plan.scan.records) throw new AccountingError(plan.name, plan.scan.records, loaded + damaged);
  await collectRejects(write, importId, plan.scan.rejects);
  return {
    importId,
    dataset: plan.dataset,
    part: { table, columns: stageColumns(plan), staged: true, dictionaries },
    accepted: loaded - rejected,
    rejected: rejected + damaged,
    cellIssues: Number(counts?.issues),
    sorted: !restored && (sort || (plan.scan.ordered && rejected === 0)),
  };
}

/** A record that is itself unusable replaces nothing: the last usable one of its key stays. Whether there was any. */
async function restoreReplaced(write: Write, table: string, key: string | undefined): Promise<boolean> {
  if (key === undefined) return false;
  const column = identifier(key);
  const unusable = `SELECT ${column} FROM ${table} WHERE reject IS NOT NULL AND reject <> 'duplicateKey'`;
  const usable = `SELECT ${column} FROM ${table} WHERE reject IS NULL AND ${column} IS NOT NULL`;
  const rows = await write(
    `UPDATE ${table} SET reject = NULL WHERE source_row IN (SELECT max(source_row) FROM ${table} WHERE reject = 'duplicateKey' AND ${column} IN (${unusable}) AND ${column} NOT IN (${usable}) GROUP BY ${column})`,
  );
  return Number(rows[0]?.Count ?? 0) > 0;
}

/** Table of the rows of a file that did not come in, shaped as `rejected`. */
export function rejectsTable(importId: number): string {
  return `rejects_${importId}`;
}

async function collectRejects(write: Write, importId: number, rejects: readonly Reject[]): Promise<void> {
  const into = rejectsTable(importId);
  await write(
    `CREATE OR REPLACE TABLE ${into} AS SELECT source_file, source_row AS record, CAST(NULL AS INTEGER) AS line, reject AS reason, CAST(NULL AS VARCHAR) AS "column", CAST(NULL AS VARCHAR) AS raw FROM ${stageName(importId)} WHERE reject IS NOT NULL`,
  );
  for (let at = 0; at < rejects.length; at += 500) {
    const rows = rejects
      .slice(at, at + 500)
      .map(
        ({ record, line, reason, column, raw }) =>
          `(${importId}, ${record}, ${line}, ${literal(reason)}, ${column === undefined ? 'NULL' : literal(column)}, ${literal(raw)})`,
      );
    await write(`INSERT INTO ${into} VALUES ${rows.join(', ')}`);
  }
}

/** A dataset as it will be, prepared beside what it is: `swap` makes the change, in one transaction. */
export interface Merge {
  /** Where its rows are until then. */
  readonly table: string;
  readonly swap: readonly string[];
  /** Own columns of the dataset afterwards. */
  readonly columns: readonly string[];
  /** Rows of earlier files that each file replaces, by its number. */
  readonly replaced: ReadonlyMap<number, number>;
}

/**
 * Brings stages together with the rows that the dataset has: later files replace rows of the same key, all is put into time order.
 * @param existing columns of the dataset's rows so far; undefined while it has none
 */
export async function mergeStages(
  write: Write,
  dataset: Dataset,
  stages: readonly Stage[],
  existing: readonly string[] | undefined,
): Promise<Merge> {
  const only = stages[0];
  if (existing === undefined && stages.length === 1 && only?.sorted) {
    await cutRejects(write, only);
    const open = only.part.columns.filter((name) => !only.part.dictionaries.has(name));
    await encodeColumns(write, dataset, only.part.table, open);
    const { table, columns } = only.part;
    return { table, swap: swapStatements(dataset, table), columns, replaced: new Map() };
  }
  const before: Part[] =
    existing === undefined
      ? []
      : [
          {
            table: rowsTable(dataset),
            columns: existing,
            staged: false,
            dictionaries: await storedDictionaries(write, dataset),
          },
        ];
  const parts = [...before, ...stages.map(({ part }) => part)];
  await write(replacedStatement(dataset, parts));
  const replaced = new Map((await write(countReplaced())).map(({ file, n }) => [Number(file), Number(n)]));
  const [size] = await write(
    `SELECT sum(n) AS n FROM (${parts.map(({ table }) => `SELECT count(*) AS n FROM ${table}`).join(' UNION ALL ')})`,
  );
  const slices = Math.ceil(Number(size?.n) / SORT_AT_ONCE);
  const bounds =
    slices <= 1 ? [] : (await write(boundsStatement(dataset, parts, slices))).map(({ bound }) => String(bound));
  const merged = `${dataset}_merged`;
  for (const sql of mergeStatements(dataset, merged, parts, bounds)) await write(sql);
  const done = commonDictionaries(parts);
  const open = contentColumns(parts).filter((name) => !done.has(name));
  await encodeColumns(write, dataset, merged, open);
  return { table: merged, swap: swapStatements(dataset, merged), columns: contentColumns(parts), replaced };
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
async function cutRejects(write: Write, { part }: Stage): Promise<void> {
  await write(`DELETE FROM ${part.table} WHERE reject IS NOT NULL`);
  await write(`ALTER TABLE ${part.table} DROP COLUMN reject`);
}

function isConversionError(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Conversion Error');
}
