import { type Coding, NO_CODING } from '../../domain/coding';
import type { Engine } from '../engine/engine';
import { keepFacts, recodedFacts } from '../facts';
import { CODES, type CodingTable, OUTCOMES } from '../queries/coding';
import { isCodedStatement } from '../schema/coding-columns';
import { literal } from '../schema/sql';
import { rowsTable, storedColumns, viewStatements } from '../schema/tables';
import type { CodingOrder } from './applied';
import { type CodingHooks, type CodingPass, codingPass } from './pass';
import { dropCodes, dropNext, writeCodes } from './write-codes';

/** Says of every complaint what its file says, without a look at its text. */
const AS_IMPORTED: Coding = { ...NO_CODING, columns: [] };

type Run = (sql: string) => Promise<Record<string, unknown>[]>;

/** The data became others while they were coded. */
class DataChanged extends Error {
  constructor() {
    super('The data changed while they were coded');
    this.name = 'DataChanged';
  }
}

/** The complaints as they are stored. */
export async function complaintTable(run: Run): Promise<CodingTable> {
  const stored = (await run(storedColumns('complaint'))).map(({ name }) => String(name));
  const coded = Number((await run(isCodedStatement()))[0]?.n) > 0;
  return { table: rowsTable('complaint'), stored, coded };
}

/** Names the coding that the stored complaints have, for `codingName`; empty: none. */
export function keepCodingName(order: CodingOrder | undefined): string {
  return `INSERT OR REPLACE INTO workspace_fact VALUES ('coding', ${literal(order?.name ?? '')})`;
}

export async function codingName(run: Run): Promise<string> {
  const [fact] = await run("SELECT value FROM workspace_fact WHERE name = 'coding'");
  return typeof fact?.value === 'string' ? fact.value : '';
}

/**
 * Codes the stored complaints anew, or takes the codes away: all at once and durably, or nothing changes.
 * @returns what each complaint was and is coded as
 * @throws DataChanged when an import ended meanwhile
 */
export async function recode(
  engine: Engine,
  order: CodingOrder | undefined,
  hooks: CodingHooks = {},
): Promise<CodingPass> {
  const { signal } = hooks;
  const run: Run = (sql) => engine.run<Record<string, unknown>>(sql, { signal });
  const before = await versionFact(run);
  const of = await complaintTable(run);
  try {
    const pass = await codingPass(engine, of, order?.coding ?? AS_IMPORTED, order?.reviews ?? new Map(), hooks);
    const statements =
      order === undefined
        ? dropCodes(of.table)
        : await writeCodes(
            engine,
            (sql) => engine.write(sql, { signal }),
            of.table,
            pass,
            of.stored.includes('failure_modes'),
          );
    await engine.transaction(async (write) => {
      if ((await versionFact(write)) !== before) throw new DataChanged();
      for (const sql of [...statements, ...viewStatements('complaint', of.stored, order !== undefined)])
        await write(sql);
      await write(keepCodingName(order));
      await write(keepFacts(await recodedFacts(write)));
    });
    return pass;
  } catch (error) {
    await clean(engine, of.table);
    throw error;
  }
}

async function versionFact(run: Run): Promise<string> {
  const [fact] = await run("SELECT value FROM workspace_fact WHERE name = 'version'");
  return String(fact?.value);
}

/** Leaves nothing of a coding that was broken off behind. */
async function clean(engine: Engine, table: string): Promise<void> {
  for (const sql of [...dropNext(table), ...[CODES, OUTCOMES].map((name) => `DROP TABLE IF EXISTS ${name}`)])
    await engine.write(sql).catch(() => undefined);
}
