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

/** Starts an engine for rows that are kept in memory only, for the reason given. */
export async function openInMemory(start: () => Promise<Database>, reason: string): Promise<OpenDatabase> {
  const database = await started(start, null);
  return opened(database, { storage: 'memory', storageReason: reason, rebuilt: false });
}

/**
 * Starts an engine on the file of a workspace. A file that it cannot read is deleted, the database being always
 * rebuildable from the imported files; where no file works at all, the rows are kept in memory.
 */
export async function openInFile(start: () => Promise<Database>, workspace: WorkspaceName): Promise<OpenDatabase> {
  const path = `opfs://${databaseFile(workspace)}`;
  const kept = { storage: 'opfs', storageReason: null } as const;
  try {
    return await opened(await started(start, path), { ...kept, rebuilt: false });
  } catch {
    await eraseWorkspace(workspace);
  }
  try {
    return await opened(await started(start, path), { ...kept, rebuilt: true });
  } catch (error) {
    return openInMemory(start, engineMessage(error));
  }
}

/** A worker that failed to open a file keeps it held, so each attempt has its own. */
async function started(start: () => Promise<Database>, path: string | null): Promise<Database> {
  const database = await start();
  try {
    const query = { queryPollingInterval: SLICE };
    await database.open(path === null ? { query } : { path, query, accessMode: DuckDBAccessMode.READ_WRITE });
    return database;
  } catch (error) {
    database.end(new Error('The database could not be opened'));
    throw error;
  }
}

type Opened = Pick<OpenDatabase, 'storage' | 'storageReason' | 'rebuilt'>;

async function opened(database: Database, facts: Opened): Promise<OpenDatabase> {
  const connection = await Connection.open(database, null);
  const inMemory = facts.storage === 'memory';
  if (inMemory) await connection.execute(`ATTACH ':memory:' AS ${MEMORY_CATALOG} (COMPRESS)`);
  for (const setting of SETTINGS) await connection.execute(setting);
  return { ...facts, database, connect: () => Connection.open(database, inMemory ? MEMORY_CATALOG : null) };
}
