import { type Dataset, SCHEMAS } from '../../../domain/columns';
import type { Engine } from '../../engine/engine';
import { identifier, literal } from '../../schema/sql';
import type { FilePlan, Reject } from '../plan';
import { type Dictionaries, dictionariesOf, NO_DICTIONARIES } from './dictionaries';
import { beginsWithEvents, casePart, takeEvents } from './event-sql';
import { stageColumns, stageName, stageStatement } from './load-sql';
import { keyColumns, type Part } from './parts-sql';

/** More rows than this are put into time order slice by slice: sorting them at once would not fit into memory. */
export const SORT_AT_ONCE = 4_000_000;

/** Runs one statement of the import; rejects when the import is cancelled. */
export type Write = (sql: string) => Promise<Record<string, unknown>[]>;

/** Tables of an import under way. They are not part of the data and are dropped when it ends, or at the next start. */
export const SCRATCH =
  "SELECT table_name AS name FROM duckdb_tables() WHERE table_name SIMILAR TO '(stage|rejects|events)_[0-9]+|.*_merged|coding_(situation|code|outcome)'";

/** A file as typed rows in a table of its own, not yet part of its dataset. */
export interface Stage {
  readonly importId: number;
  readonly dataset: Dataset;
  readonly part: Part;
  readonly accepted: number;
  readonly rejected: number;
  readonly cellIssues: number;
  /** Of an event log: its complaints, the only rows of the stage; the accepted records are in its table of events. */
  readonly cases?: number;
  /** Its complaints came with their first event. */
  readonly begins?: true;
  readonly sorted: boolean;
  /** No two of its rows have the same key. False when nobody has looked. */
  readonly uniqueKeys: boolean;
  /** Earlier rows of its period leave, whatever they are. */
  readonly period: boolean;
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
  const superseded = plan.events === undefined ? (plan.scan.superseded ?? []) : [];
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
  const part: Part = { table, columns: stageColumns(plan), staged: true, dictionaries };
  const cases = plan.events && (await splitEvents(write, importId, plan, part, small));
  return {
    importId,
    dataset: plan.dataset,
    part: plan.events === undefined ? part : casePart(part, plan),
    ...(cases !== undefined && { cases }),
    ...(beginsWithEvents(plan, part.columns) && { begins: true as const }),
    accepted: loaded - rejected,
    rejected: rejected + damaged,
    cellIssues: Number(counts?.issues),
    sorted: plan.events !== undefined ? small : !restored && (sort || (plan.scan.ordered && rejected === 0)),
    uniqueKeys: plan.scan.superseded !== undefined && isSingleKey(plan),
    period: plan.replaces === 'period',
  };
}

/** The key of the dataset is one column of the file: the one in which repeats were looked for. */
function isSingleKey({ dataset, columns }: FilePlan): boolean {
  const { key } = SCHEMAS[dataset];
  const own = columns.filter(({ target }) => target !== null && keyColumns(dataset).includes(target));
  return own.length === 1 && own[0]?.target === key;
}

/** Leaves one row a complaint in the stage of an event log; how many. */
async function splitEvents(
  write: Write,
  importId: number,
  plan: FilePlan,
  { table, columns }: Part,
  sorted: boolean,
): Promise<number> {
  for (const sql of takeEvents(importId, table, plan, columns, sorted)) await write(sql);
  const [counts] = await write(`SELECT count(*) AS n FROM ${table}`);
  return Number(counts?.n);
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

function isConversionError(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Conversion Error');
}
