import type { Engine } from './engine/engine';
import { createStatements, eraseStatement, SCHEMA_VERSION } from './schema/tables';

/** What the tables of a database say of themselves. */
export interface StoredTables {
  /** They are shaped as this version of the application wants them. */
  readonly isShaped: boolean;
  /** State of the data that they hold; see `versionOf`. */
  readonly version: string;
}

/** Undefined of a database without tables. */
export async function storedTables(engine: Engine): Promise<StoredTables | undefined> {
  const [fact] = await engine
    .run<{ schema: string | null; version: string | null }>(
      "SELECT max(value) FILTER (name = 'schema') AS schema, max(value) FILTER (name = 'version') AS version FROM workspace_fact",
    )
    .catch(() => []);
  if (typeof fact?.schema !== 'string') return undefined;
  return { isShaped: fact.schema === String(SCHEMA_VERSION), version: fact.version ?? '' };
}

/** Removes every table and makes them anew, empty. */
export async function eraseTables(engine: Engine): Promise<void> {
  await engine.transaction(async (write) => {
    for (const { sql } of await write(eraseStatement())) await write(String(sql));
    for (const sql of createStatements()) await write(sql);
  });
}
