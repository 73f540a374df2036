import { DuckDBAccessMode } from '@duckdb/duckdb-wasm';
import { Connection } from './connection';
import type { Database } from './database';
import { databaseFile, eraseWorkspace } from './database-file';
import { engineMessage } from './engine-error';
import type { Storage, WorkspaceName } from './workspace';

/** How long (ms) one statement computes before another connection or an abort gets its turn. */
const SLICE = 20;

/** Where the tables of a workspace in memory live; compressed, because a plain one takes six times the room. */
const MEMORY_CATALOG = 'truecause';

/** No extension can be fetched offline, and trying crashes the worker; why no checkpoint by itself: see `Writer`. */
const SETTINGS = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  "SET checkpoint_threshold = '1TB'",
  'SET lock_configuration = true',
];

/** A running engine with its database open and its settings made and locked. */
export interface OpenDatabase {
  readonly database: Database;
  readonly storage: Storage;
  /** Why the rows are in memory only; null when they are kept. */
  readonly storageReason: string | null;
  /** The file could not be read and was replaced by an empty one. */
  readonly rebuilt: boolean;
  connect(): Promise<Connection>;
}

/** Starts a worker without a database. */
export type Start = () => Promise<Database>;

/** Starts an engine for rows that are kept in memory only, for the reason given. */
export async function openInMemory(start: Start, reason: string): Promise<OpenDatabase> {
  const database = await start();
  await openOrEnd(database, null);
  return prepared(database, { storage: 'memory', storageReason: reason, rebuilt: false });
}

/**
 * Starts an engine on the file of a workspace. A file that it cannot read is deleted, the database being always
 * rebuildable from the imported files; where no file works at all, the rows are kept in memory.
 */
export async function openInFile(start: Start, workspace: WorkspaceName): Promise<OpenDatabase> {
  const path = `opfs://${databaseFile(workspace)}`;
  const kept = { storage: 'opfs', storageReason: null } as const;
  // A worker that failed to open a file keeps it held, so each attempt has its own.
  const first = await start();
  if ((await openOrEnd(first, path).catch(engineMessage)) === undefined) {
    return prepared(first, { ...kept, rebuilt: false });
  }
  await eraseWorkspace(workspace);
  const second = await start();
  const problem = await openOrEnd(second, path).catch(engineMessage);
  return problem === undefined ? prepared(second, { ...kept, rebuilt: true }) : openInMemory(start, problem);
}

async function openOrEnd(database: Database, path: string | null): Promise<void> {
  const query = { queryPollingInterval: SLICE };
  try {
    await database.open(path === null ? { query } : { path, query, accessMode: DuckDBAccessMode.READ_WRITE });
  } catch (error) {
    database.end(new Error('The database could not be opened'));
    throw error;
  }
}

type Facts = Pick<OpenDatabase, 'storage' | 'storageReason' | 'rebuilt'>;

async function prepared(database: Database, facts: Facts): Promise<OpenDatabase> {
  const inMemory = facts.storage === 'memory';
  const connection = await Connection.open(database, null);
  if (inMemory) await connection.execute(`ATTACH ':memory:' AS ${MEMORY_CATALOG} (COMPRESS)`);
  for (const setting of SETTINGS) await connection.execute(setting);
  await connection.close();
  return { ...facts, database, connect: () => Connection.open(database, inMemory ? MEMORY_CATALOG : null) };
}
